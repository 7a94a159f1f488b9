// SPDX-License-Identifier: MIT
#include "core/history.h"

#include "base/tr.h"
#include "core/meeting_parts.h"
#include "core/remark.h"
#include "core/right.h"

#include <stdlib.h>
#include <string.h>

// What belongs to what. A query gives each part's id and what it is called.
static const struct {
	NounKind of, part;
	QueryId query;
} parts[] = {
	{ NOUN_REGION, NOUN_MEMBERSHIP, Q_HISTORY_REGION_MEMBERSHIP },
	{ NOUN_REGION, NOUN_ASSIGNMENT, Q_HISTORY_REGION_ASSIGNMENT },
	{ NOUN_DISTRICT, NOUN_MEMBERSHIP, Q_HISTORY_DISTRICT_MEMBERSHIP },
	{ NOUN_DISTRICT, NOUN_ASSIGNMENT, Q_HISTORY_DISTRICT_ASSIGNMENT },
	{ NOUN_REGION, NOUN_PLACE_NAME, Q_HISTORY_REGION_NAME },
	{ NOUN_DISTRICT, NOUN_PLACE_NAME, Q_HISTORY_DISTRICT_NAME },
	{ NOUN_DISTRICT, NOUN_SUCCESSION, Q_HISTORY_DISTRICT_SUCCESSION },
	{ NOUN_BODY, NOUN_BODY_NAME, Q_HISTORY_BODY_NAME },
	{ NOUN_BODY, NOUN_SUCCESSION, Q_HISTORY_BODY_SUCCESSION },
	{ NOUN_PERSON, NOUN_ROLE_GRANT, Q_HISTORY_PERSON_ROLE },
	{ NOUN_PERSON, NOUN_ASSIGNMENT, Q_HISTORY_PERSON_ASSIGNMENT },
	{ NOUN_TASK, NOUN_TASK_BODY, Q_HISTORY_TASK_BODY },
	{ NOUN_TASK, NOUN_LEAF, Q_HISTORY_TASK_LEAF },
	{ NOUN_TASK, NOUN_EXTENSION, Q_HISTORY_TASK_EXTENSION },
	{ NOUN_TASK, NOUN_PROGRESS, Q_HISTORY_TASK_PROGRESS },
	{ NOUN_LEAF, NOUN_EXTENSION, Q_HISTORY_LEAF_EXTENSION },
	{ NOUN_LEAF, NOUN_PROGRESS, Q_HISTORY_LEAF_PROGRESS },
	{ NOUN_MEETING, NOUN_AGENDA_ITEM, Q_HISTORY_MEETING_AGENDA },
	{ NOUN_MEETING, NOUN_ATTENDANCE, Q_HISTORY_MEETING_ATTENDANCE },
	{ NOUN_MEETING, NOUN_CONCLUSION, Q_HISTORY_MEETING_CONCLUSION },
	{ NOUN_REVIEW, NOUN_REVIEW_MARK, Q_HISTORY_REVIEW_MARK },
	{ NOUN_PERSON, NOUN_USER_KEY, Q_HISTORY_PERSON_KEY },
	{ NOUN_REGION, NOUN_REMARK, Q_HISTORY_REGION_REMARK },
	{ NOUN_DISTRICT, NOUN_REMARK, Q_HISTORY_DISTRICT_REMARK },
	{ NOUN_TASK, NOUN_REMARK, Q_HISTORY_TASK_REMARK },
	{ NOUN_LEAF, NOUN_REMARK, Q_HISTORY_LEAF_REMARK },
	{ NOUN_MEETING, NOUN_REMARK, Q_HISTORY_MEETING_REMARK },
	{ NOUN_REVIEW, NOUN_REMARK, Q_HISTORY_REVIEW_REMARK },
	{ NOUN_INDICATOR, NOUN_REMARK, Q_HISTORY_INDICATOR_REMARK },
	{ NOUN_INDICATOR, NOUN_TARGET, Q_HISTORY_INDICATOR_TARGET },
	{ NOUN_INDICATOR, NOUN_READING, Q_HISTORY_INDICATOR_READING },
	{ NOUN_REPORT_SERIES, NOUN_REPORT_ASKED, Q_HISTORY_SERIES_ASKED },
	{ NOUN_REPORT_SERIES, NOUN_REPORT_ENTRY, Q_HISTORY_SERIES_ENTRY },
	{ NOUN_REPORT_SERIES, NOUN_REPORT_EXTENSION, Q_HISTORY_SERIES_EXTENSION },
	{ NOUN_REPORT_SERIES, NOUN_REMINDER, Q_HISTORY_SERIES_REMINDER },
};

// What people need not read: which thing a part is of, the order of rows, what is told elsewhere.
static const char *const dull[] = { "meeting_id", "review_id", "leaf_id", "position", "sort_key",
	"entered_at", "removed_at", "frozen", "digest", "number", "start_byte", "end_byte", NULL };

// Of a meeting or review, what everybody may know while it is open and after.
static const char *const public_columns[] = { "state", "held_on", "number_text", "finalized_by",
	"finalized_at", "submitted_by", "submitted_at", "decided_by", "decided_at", "paper_number",
	"region_id", "period", "from_date", "to_date", "removed_at", NULL };

typedef struct {
	JournalEntry entry;
	const char *part;
} Line;

typedef struct {
	Core *core;
	Arena *arena;
	bool guarded; // drafts of it are not for everybody, nor for the person who asks
	Vec lines;    // of Line
} Reader;

static bool is_among(const char *const *names, const char *name)
{
	while (*names && strcmp(*names, name) != 0)
		names++;
	return *names != NULL;
}

// Who may read ----------------------------------------------------------------------------------

static const struct {
	NounKind noun;
	QueryId region;
} guarded[] = {
	{ NOUN_MEETING, Q_HISTORY_REGION_OF_MEETING },
	{ NOUN_REVIEW, Q_HISTORY_REGION_OF_REVIEW },
};

static bool ask_open(Reader *reader, int64_t region_id, Err *err)
{
	if (right_check(reader->core, RIGHT_READ_OPEN, (Place){ .region_id = region_id }, err))
		return true;
	if (err->kind != ERR_DENIED)
		return false;
	err_clear(err);
	reader->guarded = true;
	return true;
}

static bool check(Reader *reader, Thing thing, Err *err)
{
	ThingName name;
	if (!right_check(reader->core, RIGHT_READ, (Place){ 0 }, err) ||
		!thing_name(reader->core, thing, reader->arena, &name, err))
		return false;
	for (size_t i = 0; i < sizeof(guarded) / sizeof(*guarded); i++) {
		int64_t region_id = 0;
		if (guarded[i].noun != thing.noun)
			continue;
		Stmt *stmt = db_query(core_db(reader->core), guarded[i].region);
		stmt_int(stmt, thing.id);
		if (!db_scalar(stmt, 0, &region_id, err) || !ask_open(reader, region_id, err))
			return false;
	}
	if (thing.noun == NOUN_MEETING)
		return meeting_check_read(reader->core, thing.id, err);
	Remark remark;
	return thing.noun != NOUN_REMARK ||
	       remark_get(reader->core, thing.id, reader->arena, &remark, err);
}

// Reading ---------------------------------------------------------------------------------------

// While another day is looked at, what came later has not happened.
static bool has_happened(const Reader *reader, const JournalEntry *entry)
{
	Date day = date_of_instant(entry->at, core_rules(reader->core)->utc_offset);
	return !core_is_as_of(reader->core) || date_compare(day, core_day(reader->core)) <= 0;
}

static bool read_journal(Reader *reader, NounKind noun, int64_t id, const char *part, Err *err)
{
	Vec entries;
	vec_init(&entries, sizeof(JournalEntry));
	bool ok = journal_of_thing(reader->core, noun, id, reader->arena, &entries, err);
	for (size_t i = 0; ok && i < entries.len; i++)
		if (has_happened(reader, vec_at(&entries, i)))
			*(Line *)vec_push(&reader->lines) =
				(Line){ *(const JournalEntry *)vec_at(&entries, i), part };
	vec_release(&entries);
	return ok;
}

typedef struct {
	int64_t id;
	const char *name;
} PartId;

static bool read_parts(Reader *reader, int64_t id, NounKind noun, QueryId query, Err *err)
{
	Vec ids;
	vec_init(&ids, sizeof(PartId));
	Stmt *stmt = db_query(core_db(reader->core), query);
	stmt_int(stmt, id);
	while (stmt_row(stmt))
		*(PartId *)vec_push(&ids) = (PartId){ stmt_get_int(stmt, 0),
			arena_printf(reader->arena, "%s%s%s", tr(nouns[noun].label),
				*stmt_get_text(stmt, 1) ? " " : "", stmt_get_text(stmt, 1)) };
	bool ok = stmt_done(stmt, err);
	for (size_t i = 0; ok && i < ids.len; i++) {
		const PartId *part = vec_at(&ids, i);
		ok = read_journal(reader, noun, part->id, part->name, err);
	}
	vec_release(&ids);
	return ok;
}

static bool read_lines(Reader *reader, Thing thing, Err *err)
{
	bool ok = read_journal(reader, thing.noun, thing.id, "", err);
	for (size_t i = 0; ok && i < sizeof(parts) / sizeof(*parts); i++)
		if (parts[i].of == thing.noun)
			ok = read_parts(reader, thing.id, parts[i].part, parts[i].query, err);
	return ok;
}

static int newest_first(const void *a, const void *b)
{
	const JournalEntry *x = &((const Line *)a)->entry, *y = &((const Line *)b)->entry;
	if (x->change != y->change)
		return x->change < y->change ? 1 : -1;
	return (x->seq > y->seq) - (x->seq < y->seq);
}

// Telling ---------------------------------------------------------------------------------------

static bool is_new(const Line *line)
{
	return line->entry.base_rev == 0;
}

// Keeps the fields that people want and may read.
static bool add_fields(const Reader *reader, const Line *line, HistoryPart *part, Err *err)
{
	Vec all;
	vec_init(&all, sizeof(AuditField));
	bool ok = audit_fields(reader->core, &line->entry, reader->arena, &all, err);
	AuditField *kept = arena_array(reader->arena, all.len + 1, sizeof(*kept));
	for (size_t i = 0; ok && i < all.len; i++) {
		const AuditField *field = vec_at(&all, i);
		if (strcmp(field->column, "removed_at") == 0)
			*(*field->after ? &part->removed : &part->restored) = true;
		if (is_among(dull, field->column))
			continue;
		if (reader->guarded && !is_among(public_columns, field->column))
			part->hidden = true;
		else
			kept[part->fields_n++] = *field;
	}
	part->fields = kept;
	vec_release(&all);
	return ok;
}

static bool add_line(const Reader *reader, const Line *line, Vec *out, Err *err)
{
	HistoryChange *change = out->len ? vec_at(out, out->len - 1) : NULL;
	HistoryPart part = { .part = line->part, .is_new = is_new(line), .erased = !line->entry.body };
	// What a part is called may be what nobody is to read yet.
	if (reader->guarded && *part.part)
		part.part = tr(nouns[noun_by_table(line->entry.kind)].label);
	if (!add_fields(reader, line, &part, err))
		return false;
	if (!change || change->seq != line->entry.change) {
		change = vec_push(out);
		*change = (HistoryChange){ .seq = line->entry.change, .at = line->entry.at,
			.undoes = line->entry.undoes, .op = line->entry.op,
			.person = line->entry.person };
		vec_init(&change->parts, sizeof(HistoryPart));
	}
	*(HistoryPart *)vec_push(&change->parts) = part;
	return true;
}

const char *history_verb(const HistoryPart *part)
{
	return part->removed ? tr("bỏ") : part->restored ? tr("lấy lại") : part->is_new ? tr("thêm") : tr("sửa");
}

bool history_of(Core *core, Thing thing, Arena *arena, Vec *out, Err *err)
{
	Reader reader = { .core = core, .arena = arena };
	vec_init(&reader.lines, sizeof(Line));
	bool ok = check(&reader, thing, err) && read_lines(&reader, thing, err);
	if (ok && reader.lines.len)
		qsort(reader.lines.items, reader.lines.len, reader.lines.item_size, newest_first);
	for (size_t i = 0; ok && i < reader.lines.len; i++)
		ok = add_line(&reader, vec_at(&reader.lines, i), out, err);
	vec_release(&reader.lines);
	if (!ok)
		history_clear(out);
	return ok;
}

void history_clear(Vec *changes)
{
	for (size_t i = 0; i < changes->len; i++)
		vec_release(&((HistoryChange *)vec_at(changes, i))->parts);
	vec_clear(changes);
}
