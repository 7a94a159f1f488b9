// SPDX-License-Identifier: MIT
#include "core/remark.h"

#include "base/tr.h"
#include "core/body.h"
#include "core/right.h"

#include <string.h>

static const struct {
	const char *code, *name;
} states[REMARK_STATES] = {
	[REMARK_OPEN] = { "open", N_("chưa trả lời") },
	[REMARK_ANSWERED] = { "answered", N_("đã trả lời") },
	[REMARK_TASK] = { "task", N_("đã thành nhiệm vụ") },
	[REMARK_WITHDRAWN] = { "withdrawn", N_("đã rút") },
};

const char *remark_state_code(RemarkState state)
{
	return states[state].code;
}

const char *remark_state_name(RemarkState state)
{
	return tr(states[state].name);
}

static RemarkState remark_state_read(const char *code)
{
	for (int state = 0; state < REMARK_STATES; state++)
		if (strcmp(states[state].code, code) == 0)
			return (RemarkState)state;
	return REMARK_WITHDRAWN; // the schema holds no other
}

// Reading ---------------------------------------------------------------------------------------

typedef struct {
	Remark remark;
	bool closed; // about what not everybody may read
} Row;

static Thing addressee_row(Stmt *stmt, int column)
{
	static const NounKind nouns_of[] = { NOUN_BODY, NOUN_DISTRICT, NOUN_PERSON };
	for (int i = 0; i < (int)(sizeof(nouns_of) / sizeof(*nouns_of)); i++)
		if (stmt_get_int(stmt, column + i))
			return (Thing){ nouns_of[i], stmt_get_int(stmt, column + i) };
	return (Thing){ 0 };
}

static void judge(Remark *remark, Date today)
{
	Date due;
	if (!date_parse(remark->due, &due))
		return;
	remark->days_past = (int)(date_days(today) - date_days(due));
	remark->late = remark->days_past > 0 && remark->state == REMARK_OPEN;
}

static Row remark_row(Core *core, Stmt *stmt, Arena *arena)
{
	Row row = {
		.remark = {
			.id = stmt_get_int(stmt, 0),
			.rev = stmt_get_int(stmt, 1),
			.thing = { noun_by_table(stmt_get_text(stmt, 2)), stmt_get_int(stmt, 3) },
			.place = { stmt_get_int(stmt, 4), stmt_get_int(stmt, 5) },
			.author_id = stmt_get_int(stmt, 6),
			.author = stmt_get_string(stmt, 7, arena),
			.said_on = stmt_get_string(stmt, 8, arena),
			.text = stmt_get_string(stmt, 9, arena),
			.to = addressee_row(stmt, 10),
			.to_words = stmt_get_string(stmt, 13, arena),
			.due = stmt_get_string(stmt, 14, arena),
			.state = remark_state_read(stmt_get_text(stmt, 15)),
			.answer = stmt_get_string(stmt, 16, arena),
			.document = stmt_get_string(stmt, 17, arena),
			.answered_by = stmt_get_string(stmt, 18, arena),
			.answered_at = stmt_get_int(stmt, 19),
			.seen_at = stmt_get_int(stmt, 20),
			.task_id = stmt_get_int(stmt, 21),
			.task_code = stmt_get_string(stmt, 22, arena),
			.to_me = stmt_get_int(stmt, 24) != 0,
			.follows = stmt_get_int(stmt, 25) != 0,
		},
		.closed = stmt_get_int(stmt, 23) != 0,
	};
	row.remark.mine = row.remark.author_id == core_actor(core)->id;
	row.remark.follows |= row.remark.mine;
	judge(&row.remark, core_day(core));
	return row;
}

// On an earlier day the thing may not have been there: then its kind says what it was.
static bool name_thing(Core *core, Remark *remark, Arena *arena, Err *err)
{
	ThingName name = { .title = "" };
	remark->about = "";
	if (remark->thing.noun == NOUN_COUNT) // of a later program
		return true;
	if (!thing_name(core, remark->thing, arena, &name, err) && err->kind != ERR_NOT_FOUND)
		return false;
	remark->about = *name.title ? name.title : tr(nouns[remark->thing.noun].label);
	err_clear(err);
	return true;
}

// What the rows of other tables say: the thing's name, its place, a district's committee.
static bool name_remark(Core *core, Remark *remark, Arena *arena, Err *err)
{
	const char *code, *district;
	if (!name_thing(core, remark, arena, err) ||
		!place_name(core, remark->place, arena, &remark->place_title, &code, err))
		return false;
	if (remark->to.noun == NOUN_PERSON && remark->to.id)
		remark->to_words = arena_printf(arena, "%s%s", tr("đ/c "), remark->to_words);
	if (remark->to.noun == NOUN_BODY && remark->to.id) {
		Body body;
		if (!body_get(core, remark->to.id, arena, &body, err))
			return false;
		remark->to_words = body.short_name;
	}
	if (remark->to.noun != NOUN_DISTRICT)
		return true;
	if (!place_name(core, (Place){ .district_id = remark->to.id }, arena, &district, &code, err))
		return false;
	remark->to_words = arena_printf(arena, tr("cấp ủy %s"), district);
	return true;
}

static bool may_read(Core *core, const Row *row, bool *yes, Err *err)
{
	*yes = !row->closed || row->remark.follows || row->remark.to_me ||
	       right_check(core, RIGHT_READ_OPEN, row->remark.place, err);
	if (*yes || err->kind == ERR_DENIED) {
		err_clear(err);
		return true;
	}
	return false;
}

static Stmt *remark_query(Core *core, QueryId where)
{
	char today[11];
	const QueryId pieces[] = { Q_REMARK_SELECT, where, Q_REMARK_ORDER };
	core_day_iso(core, today);
	Stmt *stmt = db_query_join(core_db(core), pieces, sizeof(pieces) / sizeof(*pieces));
	stmt_int(stmt, core_actor(core)->id);
	stmt_text(stmt, today);
	return stmt;
}

static bool wanted(const RemarkFilter *filter, const Remark *remark)
{
	unsigned all = (1u << REMARK_STATES) - 1 - (1u << REMARK_WITHDRAWN);
	unsigned asked = filter->states ? filter->states : all;
	return asked & 1u << remark->state && (!filter->own || remark->follows || remark->to_me);
}

static bool keep(Core *core, const RemarkFilter *filter, Row *row, Arena *arena, Vec *out, Err *err)
{
	bool readable = false;
	if (!wanted(filter, &row->remark))
		return true;
	if (!may_read(core, row, &readable, err) ||
		(readable && !name_remark(core, &row->remark, arena, err)))
		return false;
	if (readable)
		*(Remark *)vec_push(out) = row->remark;
	return true;
}

bool remark_list(Core *core, const RemarkFilter *filter, Arena *arena, Vec *out, Err *err)
{
	Vec rows;
	vec_init(&rows, sizeof(Row));
	Stmt *stmt = remark_query(core, filter->thing.id ? Q_REMARK_WHERE_THING : Q_REMARK_WHERE_ANY);
	if (filter->thing.id) {
		stmt_text(stmt, nouns[filter->thing.noun].table);
		stmt_int(stmt, filter->thing.id);
	}
	while (stmt_row(stmt))
		*(Row *)vec_push(&rows) = remark_row(core, stmt, arena);
	bool ok = stmt_done(stmt, err);
	for (size_t i = 0; ok && i < rows.len; i++)
		ok = keep(core, filter, vec_at(&rows, i), arena, out, err);
	vec_release(&rows);
	return ok;
}

static bool no_remark(Core *core, int64_t id, Err *err)
{
	char shown[24];
	id_show(core, id, shown);
	err_set(err, ERR_NOT_FOUND, tr("Không có ý kiến chỉ đạo số %s."), shown);
	return err_hint(err, "%s", tr("Xem danh sách bằng `dieuphoi remark list`."));
}

bool remark_get(Core *core, int64_t id, Arena *arena, Remark *out, Err *err)
{
	Row row;
	bool readable;
	Stmt *stmt = remark_query(core, Q_REMARK_WHERE_ID);
	stmt_int(stmt, id);
	bool found = stmt_row(stmt);
	if (found)
		row = remark_row(core, stmt, arena);
	if (!stmt_done(stmt, err))
		return false;
	if (!found)
		return no_remark(core, id, err);
	if (!may_read(core, &row, &readable, err))
		return false;
	// Says who may read it, as the thing's own screen would.
	if (!readable && !right_check(core, RIGHT_READ_OPEN, row.remark.place, err))
		return false;
	*out = row.remark;
	return name_remark(core, out, arena, err);
}
