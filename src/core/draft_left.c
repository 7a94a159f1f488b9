// SPDX-License-Identifier: MIT
// What dead sessions left: their logs are taken over, read to the last whole record, and removed when
// nothing in them is open any more.
#include "core/draft_parts.h"

#include "base/xalloc.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void left_free(LeftDraft *draft)
{
	for (size_t i = 0; i < draft->texts.len; i++)
		buf_release(vec_at(&draft->texts, i));
	vec_release(&draft->texts);
	vec_release(&draft->left.parts);
	arena_release(&draft->arena);
	free(draft);
}

static LeftDraft *draft_at(const LeftSession *session, size_t index)
{
	return *(LeftDraft **)vec_at(&session->drafts, index);
}

void left_session_free(LeftSession *session)
{
	for (size_t i = 0; i < session->drafts.len; i++)
		left_free(draft_at(session, i));
	vec_release(&session->drafts);
	draft_file_close(&session->file);
	free(session);
}

// Reading a log ---------------------------------------------------------------------------------

static LeftDraft *find(const LeftSession *session, uint32_t number, size_t *index)
{
	for (*index = 0; *index < session->drafts.len; ++*index)
		if (draft_at(session, *index)->number == number)
			return draft_at(session, *index);
	return NULL;
}

static const char *copy(LeftDraft *draft, LogString string)
{
	return arena_strndup(&draft->arena, string.bytes, string.n);
}

static bool apply_head(LeftSession *session, const LogRecord *record)
{
	session->began_at = record->at;
	return true;
}

static bool apply_begin(LeftSession *session, const LogRecord *record)
{
	LeftDraft *draft = xcalloc(1, sizeof(*draft));
	draft->number = record->draft;
	vec_init(&draft->left.parts, sizeof(LeftPart));
	vec_init(&draft->texts, sizeof(Buf));
	draft->left.session_at = session->began_at;
	draft->left.typed_at = record->at;
	draft->left.of = (DraftOf){ .form = copy(draft, record->form), .id = record->id,
		.other_id = record->other_id, .code = copy(draft, record->code),
		.place = copy(draft, record->place), .rev = record->rev };
	*(LeftDraft **)vec_push(&session->drafts) = draft;
	return true;
}

static bool apply_part(LeftSession *session, const LogRecord *record)
{
	size_t index;
	LeftDraft *draft = find(session, record->draft, &index);
	if (!draft)
		return false;
	LeftPart *part = vec_push(&draft->left.parts);
	Buf *text = vec_push(&draft->texts);
	*part = (LeftPart){ .name = copy(draft, record->name), .base = copy(draft, record->base) };
	*text = (Buf)BUF_INIT;
	buf_add(text, record->base.bytes, record->base.n);
	return true;
}

static bool apply_splice(LeftSession *session, const LogRecord *record)
{
	size_t index;
	LeftDraft *draft = find(session, record->draft, &index);
	if (!draft || record->part >= draft->texts.len)
		return false;
	Buf *text = vec_at(&draft->texts, record->part);
	if (record->offset > text->len || record->removed > text->len - record->offset)
		return false;
	buf_splice(text, record->offset, record->removed, record->inserted.bytes, record->inserted.n);
	LeftPart *part = vec_at(&draft->left.parts, record->part);
	part->cursor = record->offset + record->inserted.n;
	draft->left.typed_at = record->at;
	return true;
}

static bool apply_end(LeftSession *session, const LogRecord *record)
{
	size_t index;
	LeftDraft *draft = find(session, record->draft, &index);
	if (!draft)
		return false;
	left_free(draft);
	vec_remove(&session->drafts, index, 1);
	return true;
}

// Each returns false for a record that no writer makes.
static bool (*const apply[LOG_KINDS])(LeftSession *session, const LogRecord *record) = {
	[LOG_HEAD] = apply_head,
	[LOG_BEGIN] = apply_begin,
	[LOG_PART] = apply_part,
	[LOG_SPLICE] = apply_splice,
	[LOG_END] = apply_end,
};

LeftSession *left_session_new(void)
{
	LeftSession *session = xcalloc(1, sizeof(*session));
	vec_init(&session->drafts, sizeof(LeftDraft *));
	session->file = (DraftFile)DRAFT_FILE_CLOSED;
	return session;
}

void left_session_read(LeftSession *session, const Buf *bytes)
{
	for (;;) {
		LogRecord record;
		size_t used = log_read(bytes->bytes + session->file.length,
			bytes->len - session->file.length, session->sequence, &record);
		if (!used || !apply[record.kind](session, &record))
			return;
		session->file.length += used;
		session->sequence++;
	}
}

static bool differs(LeftDraft *draft)
{
	bool any = false;
	for (size_t i = 0; i < draft->texts.len; i++) {
		LeftPart *part = vec_at(&draft->left.parts, i);
		part->text = ((const Buf *)vec_at(&draft->texts, i))->bytes;
		any |= strcmp(part->text, part->base) != 0;
	}
	return any;
}

static void forget_same(LeftSession *session)
{
	for (size_t i = session->drafts.len; i-- > 0;) {
		if (differs(draft_at(session, i)))
			continue;
		left_free(draft_at(session, i));
		vec_remove(&session->drafts, i, 1);
	}
}

// A log without even a head is somebody else's, or a later program's: left alone unless empty.
static void take_over(Drafts *drafts, int dir, const char *name)
{
	Buf bytes = BUF_INIT;
	LeftSession *session = left_session_new();
	if (draft_file_claim(&session->file, dir, name) &&
		draft_file_read(&session->file, &bytes)) {
		left_session_read(session, &bytes);
		forget_same(session);
		if (!session->drafts.len && (session->file.length || !bytes.len))
			draft_file_remove(&session->file);
	}
	buf_release(&bytes);
	if (session->drafts.len)
		*(LeftSession **)vec_push(&drafts->sessions) = session;
	else
		left_session_free(session);
}

// Finding them ----------------------------------------------------------------------------------

static bool take_over_all(Drafts *drafts, int from)
{
	int fd = openat(from, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
	if (!dir) {
		if (fd >= 0)
			close(fd);
		return false;
	}
	for (const struct dirent *entry; (entry = readdir(dir));)
		if (session_name_is_of(entry->d_name, core_actor(drafts->core)->login, ".log"))
			take_over(drafts, from, entry->d_name);
	closedir(dir);
	return true;
}

// A Left is the beginning of its LeftDraft.
static int newest_first(const void *a, const void *b)
{
	const LeftDraft *x = *(const LeftDraft *const *)a, *y = *(const LeftDraft *const *)b;
	if (x->left.typed_at != y->left.typed_at)
		return x->left.typed_at < y->left.typed_at ? 1 : -1;
	return (x->number < y->number) - (x->number > y->number);
}

// Only what lies beside the database must be readable; the rest may be somebody else's.
static bool look_into(Drafts *drafts, int at, Err *err)
{
	if (!drafts->paths[at])
		return true;
	Err ignored = ERR_INIT;
	if (!drafts_open_dir(drafts, at, DIR_EXISTING, at ? &ignored : err))
		return at > 0;
	return drafts->dirs[at] < 0 || take_over_all(drafts, drafts->dirs[at]) || at > 0 ||
	       err_set(err, ERR_IO, "%s", drafts->paths[at]);
}

bool drafts_left(Drafts *drafts, Vec *out, Err *err)
{
	Err why = ERR_INIT;
	bool ok = true;
	for (int at = 0; at < DRAFT_DIRS; at++)
		ok = look_into(drafts, at, &why) && ok;
	if (!ok && !drafts->sessions.len) {
		*err = why;
		return false;
	}
	size_t first = out->len;
	for (size_t i = 0; i < drafts->sessions.len; i++) {
		const LeftSession *session = *(LeftSession **)vec_at(&drafts->sessions, i);
		for (size_t k = 0; k < session->drafts.len; k++)
			*(const Left **)vec_push(out) = &draft_at(session, k)->left;
	}
	if (out->len > first)
		qsort(vec_at(out, first), out->len - first, out->item_size, newest_first);
	return true;
}

// Dropping one ----------------------------------------------------------------------------------

static bool write_end(LeftSession *session, uint32_t number, Err *err)
{
	Buf bytes = BUF_INIT;
	log_add(&bytes, &(LogRecord){ .kind = LOG_END, .sequence = session->sequence, .draft = number });
	bool ok = draft_file_add(&session->file, &bytes, err) && draft_file_sync(&session->file, err);
	session->sequence += ok;
	buf_release(&bytes);
	return ok;
}

// The last one takes the file with it, which needs no room on the disk.
static bool drop(LeftSession *session, size_t index, Err *err)
{
	LeftDraft *draft = draft_at(session, index);
	if (session->drafts.len > 1 && !write_end(session, draft->number, err))
		return false;
	left_free(draft);
	vec_remove(&session->drafts, index, 1);
	if (!session->drafts.len)
		draft_file_remove(&session->file);
	return true;
}

bool drafts_drop(Drafts *drafts, const Left *left, Err *err)
{
	for (size_t i = 0; i < drafts->sessions.len; i++) {
		LeftSession *session = *(LeftSession **)vec_at(&drafts->sessions, i);
		for (size_t k = 0; k < session->drafts.len; k++)
			if (&draft_at(session, k)->left == left)
				return drop(session, k, err);
	}
	return true;
}
