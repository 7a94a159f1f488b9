// SPDX-License-Identifier: MIT
#include "core/task.h"

#include "base/buf.h"
#include "base/tr.h"
#include "core/directive.h"
#include "core/task_parts.h"

#include <string.h>

static const struct {
	const char *code, *name;
} states[STATE_COUNT] = {
	[STATE_SILENT] = { "", N_("chưa báo cáo") },
	[STATE_NOT_STARTED] = { "not-started", N_("chưa triển khai") },
	[STATE_DOING] = { "doing", N_("đang triển khai") },
	[STATE_DONE] = { "done", N_("hoàn thành") },
	[STATE_BLOCKED] = { "blocked", N_("có vướng mắc") },
};

static const struct {
	const char *code, *name;
} deadline_kinds[] = {
	{ "date", N_("có ngày") },
	{ "period", N_("theo kỳ") },
	{ "recurring", N_("định kỳ") },
	{ "continuous", N_("thường xuyên") },
	{ "none", N_("không nêu") },
};

static const struct {
	const char *code, *name;
} origins[] = {
	{ "directive", N_("văn bản chỉ đạo") },
	{ "meeting", N_("kết luận buổi làm việc") },
	{ "review", N_("sơ kết 6 tháng") },
	{ "remark", N_("ý kiến chỉ đạo") },
};

const char *origin_name(const char *origin)
{
	for (size_t i = 0; i < sizeof(origins) / sizeof(*origins); i++)
		if (strcmp(origins[i].code, origin) == 0)
			return tr(origins[i].name);
	return "";
}

const char *state_code(State state)
{
	return states[state].code;
}

const char *state_name(State state)
{
	return tr(states[state].name);
}

bool state_parse(const char *code, State *out)
{
	for (int state = 0; state < STATE_COUNT; state++)
		if (strcmp(states[state].code, code) == 0) {
			*out = (State)state;
			return true;
		}
	return false;
}

const char *deadline_kind_name(const char *kind)
{
	for (size_t i = 0; i < sizeof(deadline_kinds) / sizeof(*deadline_kinds); i++)
		if (strcmp(deadline_kinds[i].code, kind) == 0)
			return tr(deadline_kinds[i].name);
	return "";
}

const char *deadline_shown(const char *words, const char *due, Arena *arena)
{
	Date day;
	char shown[11];
	if (!date_parse(due, &day))
		return *words ? words : tr("văn bản không nêu thời hạn");
	date_show(day, shown);
	if (!*words)
		return arena_strdup(arena, shown);
	return strstr(words, shown) ? words : arena_printf(arena, "%s (%s)", words, shown);
}

static const char *remark_words(Stmt *stmt, int column, Arena *arena)
{
	Date said;
	char shown[11] = "";
	if (date_parse(stmt_get_text(stmt, column + 1), &said))
		date_show(said, shown);
	return arena_printf(arena, tr("Ý kiến đ/c %s %s"), stmt_get_text(stmt, column), shown);
}

const char *task_origin_words(Stmt *stmt, int column, int remark, Arena *arena)
{
	Date held;
	char shown[11];
	if (*stmt_get_text(stmt, column))
		return stmt_get_string(stmt, column, arena);
	if (*stmt_get_text(stmt, column + 1))
		return arena_printf(arena, tr("biên bản %s"), stmt_get_text(stmt, column + 1));
	if (date_parse(stmt_get_text(stmt, column + 2), &held)) {
		date_show(held, shown);
		return arena_printf(arena, tr("Buổi làm việc %s"), shown);
	}
	if (*stmt_get_text(stmt, column + 3))
		return arena_printf(arena, tr("Sơ kết %s"), stmt_get_text(stmt, column + 3));
	return remark_words(stmt, remark, arena);
}

// A row of the query before its quote and bodies are looked up.
typedef struct {
	Task task;
	Range quote;
} Row;

static Row task_row(Stmt *stmt, Arena *arena)
{
	return (Row){
		.task = {
			.id = stmt_get_int(stmt, 0),
			.rev = stmt_get_int(stmt, 1),
			.code = stmt_get_string(stmt, 2, arena),
			.title = stmt_get_string(stmt, 3, arena),
			.origin = stmt_get_string(stmt, 4, arena),
			.directive_id = stmt_get_int(stmt, 5),
			.clause_id = stmt_get_int(stmt, 6),
			.meeting_id = stmt_get_int(stmt, 7),
			.review_id = stmt_get_int(stmt, 8),
			.remark_id = stmt_get_int(stmt, 21),
			.directive_number = stmt_get_string(stmt, 9, arena),
			.origin_words = task_origin_words(stmt, 9, 22, arena),
			.clause_code = stmt_get_string(stmt, 13, arena),
			.lead_words = stmt_get_string(stmt, 14, arena),
			.deadline_kind = stmt_get_string(stmt, 15, arena),
			.deadline_words = stmt_get_string(stmt, 16, arena),
			.due = stmt_get_string(stmt, 17, arena),
			.target_words = stmt_get_string(stmt, 18, arena),
			.quote = "",
		},
		.quote = { (size_t)stmt_get_int(stmt, 19), (size_t)stmt_get_int(stmt, 20) },
	};
}

static const char *const *names_of(const Vec *names, Arena *arena, size_t *n)
{
	const char **list = arena_array(arena, names->len, sizeof(*list));
	if (names->len)
		memcpy(list, names->items, names->len * sizeof(*list));
	*n = names->len;
	return list;
}

Stmt *task_bodies_query(Core *core, int64_t task_id)
{
	char day[11];
	core_day_iso(core, day);
	Stmt *stmt = db_query(core_db(core), Q_TASK_BODIES);
	stmt_int(stmt, task_id);
	stmt_text(stmt, day);
	return stmt;
}

static bool read_bodies(Core *core, Task *task, Arena *arena, Err *err)
{
	Vec leads, cooperating;
	vec_init(&leads, sizeof(const char *));
	vec_init(&cooperating, sizeof(const char *));
	Stmt *stmt = task_bodies_query(core, task->id);
	while (stmt_row(stmt)) {
		bool leads_it = strcmp(stmt_get_text(stmt, 0), "lead") == 0;
		*(const char **)vec_push(leads_it ? &leads : &cooperating) =
			stmt_get_string(stmt, 1, arena);
	}
	task->leads = names_of(&leads, arena, &task->leads_n);
	task->cooperating = names_of(&cooperating, arena, &task->cooperating_n);
	vec_release(&leads);
	vec_release(&cooperating);
	return stmt_done(stmt, err);
}

// The directive whose words are being quoted; its text is read once for all its tasks in a row.
typedef struct {
	int64_t directive_id;
	const char *text;
	size_t length;
} Source;

static bool read_quote(Core *core, Row *row, Source *source, Arena *arena, Err *err)
{
	if (!row->task.directive_id || range_is_empty(row->quote))
		return true;
	if (row->task.directive_id != source->directive_id) {
		Directive directive;
		if (!directive_get(core, row->task.directive_id, arena, &directive, err))
			return false;
		*source = (Source){ directive.id, directive.text, strlen(directive.text) };
	}
	if (row->quote.end <= source->length)
		row->task.quote = arena_strndup(arena, source->text + row->quote.start,
			row->quote.end - row->quote.start);
	return true;
}

// Reads all rows of a statement whose parameters are bound.
static bool read_tasks(Core *core, Stmt *stmt, Arena *arena, Vec *out, Err *err)
{
	Vec rows;
	Source source = { .directive_id = 0 };
	vec_init(&rows, sizeof(Row));
	while (stmt_row(stmt))
		*(Row *)vec_push(&rows) = task_row(stmt, arena);
	bool ok = stmt_done(stmt, err);
	for (size_t i = 0; ok && i < rows.len; i++) {
		Row *row = vec_at(&rows, i);
		ok = read_quote(core, row, &source, arena, err) &&
		     read_bodies(core, &row->task, arena, err);
		if (ok)
			*(Task *)vec_push(out) = row->task;
	}
	vec_release(&rows);
	return ok;
}

static Stmt *task_query(Core *core, QueryId where)
{
	const QueryId pieces[] = { Q_TASK_COLUMNS, where, Q_TASK_ORDER };
	return db_query_join(core_db(core), pieces, 3);
}

bool task_list_of(Core *core, int64_t directive_id, int64_t clause_id, Arena *arena, Vec *out,
	Err *err)
{
	Stmt *stmt = task_query(core, clause_id ? Q_TASK_WHERE_CLAUSE : Q_TASK_WHERE_DIRECTIVE);
	stmt_int(stmt, clause_id ? clause_id : directive_id);
	return read_tasks(core, stmt, arena, out, err);
}

bool task_get(Core *core, int64_t id, Arena *arena, Task *out, Err *err)
{
	char shown[24];
	Vec found;
	vec_init(&found, sizeof(Task));
	Stmt *stmt = task_query(core, Q_TASK_WHERE_ID);
	stmt_int(stmt, id);
	bool ok = read_tasks(core, stmt, arena, &found, err);
	if (ok && !found.len) {
		id_show(core, id, shown);
		ok = err_set(err, ERR_NOT_FOUND, tr("Không còn nhiệm vụ số %s."), shown);
	}
	if (ok)
		*out = *(Task *)vec_at(&found, 0);
	vec_release(&found);
	return ok;
}

static bool several(const Vec *found, const char *code, Err *err)
{
	Buf codes = BUF_INIT;
	for (size_t i = 0; i < found->len; i++) {
		const Task *task = vec_at(found, i);
		buf_addf(&codes, "%s%s%s%s", codes.len ? ", " : "", task->directive_number,
			*task->directive_number ? "/" : "", task->code);
	}
	err_set(err, ERR_INVALID, tr("Mã “%s” có ở nhiều văn bản."), code);
	err_hint(err, tr("Ghi đủ một trong các mã: %s."), codes.bytes);
	buf_release(&codes);
	return err_field(err, "task");
}

static bool find_qualified(Core *core, const char *code, const char *slash, Arena *arena, Vec *found,
	Err *err)
{
	Directive directive;
	const char *number = arena_strndup(arena, code, (size_t)(slash - code));
	if (!directive_find(core, number, arena, &directive, err))
		return false;
	Stmt *stmt = task_query(core, Q_TASK_WHERE_DIRECTIVE_CODE);
	stmt_text(stmt, slash + 1);
	stmt_int(stmt, directive.id);
	return read_tasks(core, stmt, arena, found, err);
}

static bool find_bare(Core *core, const char *code, Arena *arena, Vec *found, Err *err)
{
	Stmt *stmt = task_query(core, Q_TASK_WHERE_CODE);
	stmt_text(stmt, code);
	return read_tasks(core, stmt, arena, found, err);
}

bool task_find(Core *core, const char *code, Arena *arena, Task *out, Err *err)
{
	Vec found;
	vec_init(&found, sizeof(Task));
	const char *slash = strrchr(code, '/');
	bool ok = slash ? find_qualified(core, code, slash, arena, &found, err) :
			  find_bare(core, code, arena, &found, err);
	if (ok && found.len > 1)
		ok = several(&found, code, err);
	if (ok && !found.len) {
		err_set(err, ERR_NOT_FOUND, tr("Không có nhiệm vụ “%s”."), code);
		ok = err_hint(err, "%s", tr("Xem danh sách bằng `dieuphoi task list`."));
	}
	if (ok)
		*out = *(Task *)vec_at(&found, 0);
	vec_release(&found);
	return ok;
}
