// SPDX-License-Identifier: MIT
#include "core/draft.h"

#include "base/xalloc.h"
#include "core/draft_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SYNC_AFTER_MS = 5000 };

typedef struct {
	char *name;     // owned
	Buf base, last; // what is stored, what was recorded last
	bool differs;
} Part;

// Invariant: number is 0 while the draft is not in the log.
struct Draft {
	Drafts *drafts;
	DraftOf of;  // its strings are owned
	Vec parts;   // of Part
	uint32_t number;
};

// The session -----------------------------------------------------------------------------------

static const char *login_of(const Drafts *drafts)
{
	return core_actor(drafts->core)->login;
}

Drafts *drafts_open(Core *core)
{
	Drafts *drafts = xcalloc(1, sizeof(*drafts));
	drafts->core = core;
	draft_paths(db_path(core_db(core)), drafts->paths);
	for (int i = 0; i < DRAFT_DIRS; i++)
		drafts->dirs[i] = -1;
	drafts->file = (DraftFile)DRAFT_FILE_CLOSED;
	drafts->pending = (Buf)BUF_INIT;
	vec_init(&drafts->sessions, sizeof(LeftSession *));
	return drafts;
}

void drafts_close(Drafts *drafts)
{
	Err ignored = ERR_INIT; // has been told, or there is nobody left to tell
	bool synced = drafts->open == 0 || drafts_sync(drafts, &ignored);
	(void)synced;
	if (drafts->open == 0)
		draft_file_remove(&drafts->file);
	draft_file_close(&drafts->file);
	for (size_t i = 0; i < drafts->sessions.len; i++)
		left_session_free(*(LeftSession **)vec_at(&drafts->sessions, i));
	vec_release(&drafts->sessions);
	for (int i = 0; i < DRAFT_DIRS; i++)
		if (drafts->dirs[i] >= 0)
			close(drafts->dirs[i]);
	buf_release(&drafts->pending);
	draft_paths_free(drafts->paths);
	free(drafts);
}

bool drafts_open_dir(Drafts *drafts, int at, DirWanted wanted, Err *err)
{
	int *dir = &drafts->dirs[at];
	if (*dir >= 0)
		return true;
	return (at == 0 ? draft_dir_open : draft_spare_open)(drafts->paths[at], wanted, dir, err);
}

// A new file in that directory.
static bool create_in(Drafts *drafts, int at, DraftFile *out, Err *err)
{
	if (!drafts->paths[at])
		return false;
	return drafts_open_dir(drafts, at, DIR_CREATE, err) &&
	       draft_file_create(out, drafts->dirs[at], login_of(drafts), err);
}

// In the first directory that takes one, and these bytes. *err is what the first of them said.
static bool write_first(Drafts *drafts, int from, const Buf *bytes, Err *err)
{
	Err first = *err;
	for (int at = from; at < DRAFT_DIRS; at++) {
		Err why = ERR_INIT;
		DraftFile file = DRAFT_FILE_CLOSED;
		if (create_in(drafts, at, &file, &why) && draft_file_add(&file, bytes, &why) &&
			draft_file_sync(&file, &why)) {
			draft_file_remove(&drafts->file);
			drafts->file = file;
			drafts->at = at;
			err_clear(err);
			return true;
		}
		draft_file_remove(&file);
		if (first.kind == ERR_NONE)
			first = why;
	}
	*err = first;
	return false;
}

// The disk is full, or has become one that cannot be written: everything so far goes on elsewhere.
static bool move_on(Drafts *drafts, Err *err)
{
	Buf all = BUF_INIT;
	bool ok = draft_file_read(&drafts->file, &all);
	if (ok && all.len > drafts->file.length)
		buf_truncate(&all, drafts->file.length);
	buf_add(&all, drafts->pending.bytes, drafts->pending.len);
	ok = ok && write_first(drafts, drafts->at + 1, &all, err);
	buf_release(&all);
	return ok;
}

// Told once: false the first time only.
static bool trouble(Drafts *drafts)
{
	bool told = drafts->troubled;
	drafts->troubled = true;
	return told;
}

static bool write_pending(Drafts *drafts, Err *err)
{
	if (!drafts->pending.len)
		return true;
	bool ok = drafts->file.fd < 0 ? write_first(drafts, 0, &drafts->pending, err) :
					draft_file_add(&drafts->file, &drafts->pending, err) || move_on(drafts, err);
	if (!ok)
		return false;
	buf_clear(&drafts->pending);
	drafts->unsynced = true;
	return true;
}

static bool sync_file(Drafts *drafts, Err *err)
{
	if (drafts->unsynced && !draft_file_sync(&drafts->file, err) && !move_on(drafts, err))
		return false;
	drafts->unsynced = false;
	return true;
}

bool drafts_sync(Drafts *drafts, Err *err)
{
	if (!write_pending(drafts, err) || !sync_file(drafts, err))
		return trouble(drafts);
	drafts->troubled = false;
	return true;
}

bool drafts_write(Drafts *drafts, int64_t now, Err *err)
{
	if (!drafts->unsynced)
		drafts->unsynced_since = now;
	if (now - drafts->unsynced_since >= SYNC_AFTER_MS)
		return drafts_sync(drafts, err);
	if (!write_pending(drafts, err))
		return trouble(drafts);
	return true;
}

bool drafts_unsynced(const Drafts *drafts)
{
	return drafts->unsynced || drafts->pending.len;
}

// Records ---------------------------------------------------------------------------------------

static void record(Drafts *drafts, LogRecord *what)
{
	if (drafts->sequence == 0) {
		const LogRecord head = { .kind = LOG_HEAD, .at = core_now(drafts->core),
			.login = log_string(login_of(drafts)) };
		log_add(&drafts->pending, &head);
		drafts->sequence = 1;
	}
	what->sequence = drafts->sequence++;
	log_add(&drafts->pending, what);
}

static LogString string_of(const Buf *buf)
{
	return (LogString){ buf->bytes, buf->len };
}

static void record_begin(Draft *draft)
{
	Drafts *drafts = draft->drafts;
	const DraftOf *of = &draft->of;
	draft->number = ++drafts->numbers;
	drafts->open++;
	record(drafts, &(LogRecord){ .kind = LOG_BEGIN, .draft = draft->number,
		.at = core_now(drafts->core), .id = of->id, .other_id = of->other_id, .rev = of->rev,
		.form = log_string(of->form), .code = log_string(of->code),
		.place = log_string(of->place) });
	for (size_t i = 0; i < draft->parts.len; i++) {
		const Part *part = vec_at(&draft->parts, i);
		record(drafts, &(LogRecord){ .kind = LOG_PART, .draft = draft->number,
			.name = log_string(part->name), .base = string_of(&part->base) });
	}
}

static void record_end(Draft *draft)
{
	Drafts *drafts = draft->drafts;
	if (!draft->number)
		return;
	record(drafts, &(LogRecord){ .kind = LOG_END, .draft = draft->number });
	draft->number = 0;
	drafts->open--;
	// What could never be written, and is not wanted any more, need not be.
	if (drafts->open == 0 && drafts->file.fd < 0) {
		buf_clear(&drafts->pending);
		drafts->sequence = 0;
	}
}

// One draft -------------------------------------------------------------------------------------

Draft *draft_new(Drafts *drafts, const DraftOf *of)
{
	Draft *draft = xcalloc(1, sizeof(*draft));
	draft->drafts = drafts;
	draft->of = *of;
	draft->of.form = xstrdup(of->form);
	draft->of.code = xstrdup(of->code);
	draft->of.place = xstrdup(of->place);
	vec_init(&draft->parts, sizeof(Part));
	return draft;
}

static void free_string(const char *owned)
{
	free((void *)(uintptr_t)owned);
}

void draft_free(Draft *draft)
{
	if (!draft)
		return;
	for (size_t i = 0; i < draft->parts.len; i++) {
		Part *part = vec_at(&draft->parts, i);
		free(part->name);
		buf_release(&part->base);
		buf_release(&part->last);
	}
	vec_release(&draft->parts);
	free_string(draft->of.form);
	free_string(draft->of.code);
	free_string(draft->of.place);
	free(draft);
}

static Part *find(const Draft *draft, const char *name)
{
	for (size_t i = 0; i < draft->parts.len; i++) {
		Part *part = vec_at(&draft->parts, i);
		if (strcmp(part->name, name) == 0)
			return part;
	}
	return NULL;
}

static void set(Buf *buf, const char *bytes, size_t n)
{
	buf_clear(buf);
	buf_add(buf, bytes, n);
}

void draft_base(Draft *draft, const char *name, const char *text)
{
	Part *part = find(draft, name);
	if (draft->number)
		return;
	if (!part) {
		part = vec_push(&draft->parts);
		*part = (Part){ .name = xstrdup(name), .base = BUF_INIT, .last = BUF_INIT };
	}
	size_t n = strlen(text);
	set(&part->base, text, n);
	set(&part->last, text, n);
	part->differs = false;
}

void draft_rev(Draft *draft, int64_t rev)
{
	if (!draft->number)
		draft->of.rev = rev;
}

bool draft_begun(const Draft *draft)
{
	return draft->number != 0;
}

const char *draft_base_text(const Draft *draft, const char *name)
{
	const Part *part = find(draft, name);
	return part ? part->base.bytes : NULL;
}

// Eight bytes at a time: 1 MB is compared in a fraction of a millisecond.
static size_t common_start(const char *a, const char *b, size_t n)
{
	size_t i = 0;
	for (uint64_t x, y; i + sizeof(x) <= n; i += sizeof(x)) {
		memcpy(&x, a + i, sizeof(x));
		memcpy(&y, b + i, sizeof(y));
		if (x != y)
			break;
	}
	while (i < n && a[i] == b[i])
		i++;
	return i;
}

// a and b point behind the last byte.
static size_t common_end(const char *a, const char *b, size_t n)
{
	size_t i = 0;
	for (uint64_t x, y; i + sizeof(x) <= n; i += sizeof(x)) {
		memcpy(&x, a - i - sizeof(x), sizeof(x));
		memcpy(&y, b - i - sizeof(y), sizeof(y));
		if (x != y)
			break;
	}
	while (i < n && a[-1 - (ptrdiff_t)i] == b[-1 - (ptrdiff_t)i])
		i++;
	return i;
}

static void splice(Draft *draft, Part *part, const char *text, size_t n)
{
	Buf *last = &part->last;
	size_t shorter = n < last->len ? n : last->len;
	size_t start = common_start(last->bytes, text, shorter);
	size_t end = common_end(last->bytes + last->len, text + n, shorter - start);
	size_t removed = last->len - start - end, inserted = n - start - end;
	const Part *first = vec_at(&draft->parts, 0);
	record(draft->drafts, &(LogRecord){ .kind = LOG_SPLICE, .draft = draft->number,
		.part = (uint32_t)(part - first), .at = core_now(draft->drafts->core),
		.offset = start, .removed = removed, .inserted = { text + start, inserted } });
	buf_splice(last, start, removed, text + start, inserted);
}

static bool differs(const Draft *draft)
{
	for (size_t i = 0; i < draft->parts.len; i++)
		if (((const Part *)vec_at(&draft->parts, i))->differs)
			return true;
	return false;
}

void draft_keep(Draft *draft, const char *name, const char *text)
{
	Part *part = find(draft, name);
	size_t n = strlen(text);
	if (!part || (n == part->last.len && memcmp(text, part->last.bytes, n) == 0))
		return;
	part->differs = n != part->base.len || memcmp(text, part->base.bytes, n) != 0;
	if (!draft->number)
		record_begin(draft);
	splice(draft, part, text, n);
	if (!differs(draft))
		record_end(draft);
}

void draft_end(Draft *draft)
{
	record_end(draft);
	for (size_t i = 0; i < draft->parts.len; i++) {
		Part *part = vec_at(&draft->parts, i);
		set(&part->base, part->last.bytes, part->last.len);
		part->differs = false;
	}
}
