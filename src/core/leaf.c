// SPDX-License-Identifier: MIT
#include "core/task.h"

#include "base/buf.h"
#include "base/tr.h"
#include "core/task_parts.h"

#include <string.h>

// Days of a leaf against its due day: late ones against today, those done against their report.
static void judge(Leaf *leaf, Date today)
{
	Date due, as_of;
	leaf->dated = date_parse(leaf->due, &due);
	if (!leaf->dated)
		return;
	Date until = leaf->state == STATE_DONE && date_parse(leaf->as_of, &as_of) ? as_of : today;
	int64_t days = date_days(until) - date_days(due);
	leaf->late = days > 0 && leaf->state != STATE_DONE && !leaf->ended;
	leaf->done_late = days > 0 && leaf->state == STATE_DONE;
	leaf->days_late = leaf->late || leaf->done_late ? (int)days : 0;
}

static Leaf leaf_row(Stmt *stmt, Date today, Arena *arena)
{
	Leaf leaf = {
		.leaf_id = stmt_get_int(stmt, 0),
		.leaf_rev = stmt_get_int(stmt, 1),
		.task_id = stmt_get_int(stmt, 2),
		.code = stmt_get_string(stmt, 3, arena),
		.title = stmt_get_string(stmt, 4, arena),
		.origin = stmt_get_string(stmt, 5, arena),
		.origin_words = task_origin_words(stmt, 6, 27, arena),
		.place = { .region_id = stmt_get_int(stmt, 10), .district_id = stmt_get_int(stmt, 11) },
		.lead = stmt_get_string(stmt, 12, arena),
		.deadline_kind = stmt_get_string(stmt, 13, arena),
		.deadline_words = stmt_get_string(stmt, 14, arena),
		.due = stmt_get_string(stmt, 15, arena),
		.extensions = (int)stmt_get_int(stmt, 16),
		.percent = (int)stmt_get_int(stmt, 18),
		.as_of = stmt_get_string(stmt, 19, arena),
		.ended_on = stmt_get_string(stmt, 20, arena),
		.ended_reason = stmt_get_string(stmt, 21, arena),
		.clause_code = stmt_get_string(stmt, 22, arena),
		.region_position = stmt_get_int(stmt, 23),
		.district_position = stmt_get_int(stmt, 24),
		.lead_id = stmt_get_int(stmt, 25),
		.own_due = stmt_get_int(stmt, 26),
	};
	leaf.ended = *leaf.ended_on;
	if (!state_parse(stmt_get_text(stmt, 17), &leaf.state))
		leaf.state = STATE_SILENT;
	judge(&leaf, today);
	return leaf;
}

static bool name_place(Core *core, Leaf *leaf, Arena *arena, Err *err)
{
	bool province = !leaf->place.region_id && !leaf->place.district_id;
	if (!place_name(core, leaf->place, arena, &leaf->place_title, &leaf->place_code, err))
		return false;
	if (province)
		leaf->place_title = tr("toàn tỉnh");
	return true;
}

static const Leaf *same_place(const Vec *leaves, size_t first, size_t before, Place place)
{
	for (size_t i = first; i < before; i++) {
		const Leaf *leaf = vec_at(leaves, i);
		if (leaf->place.region_id == place.region_id &&
			leaf->place.district_id == place.district_id)
			return leaf;
	}
	return NULL;
}

// Names of places, looked up once each: a place is found again at the first leaf that it has, among
// the first few tasks.
static bool name_leaves(Core *core, Vec *leaves, size_t first, Arena *arena, Err *err)
{
	for (size_t i = first; i < leaves->len; i++) {
		Leaf *leaf = vec_at(leaves, i);
		const Leaf *known = same_place(leaves, first, i, leaf->place);
		if (known) {
			leaf->place_title = known->place_title;
			leaf->place_code = known->place_code;
		} else if (!name_place(core, leaf, arena, err)) {
			return false;
		}
	}
	return true;
}

static bool read_lead(Core *core, int64_t task_id, Arena *arena, const char **out, Err *err)
{
	Buf lead = BUF_INIT;
	Stmt *stmt = task_bodies_query(core, task_id);
	while (stmt_row(stmt))
		if (strcmp(stmt_get_text(stmt, 0), "lead") == 0)
			buf_addf(&lead, "%s%s", lead.len ? "; " : "", stmt_get_text(stmt, 2));
	*out = arena_strdup(arena, lead.bytes);
	buf_release(&lead);
	return stmt_done(stmt, err);
}

// Whoever follows another body does not lead on a day before its own first.
static bool read_own_lead(Core *core, Leaf *leaf, Arena *arena, Err *err)
{
	Body body;
	char day[11];
	core_day_iso(core, day);
	if (!body_get(core, leaf->lead_id, arena, &body, err))
		return false;
	if (strcmp(body.from, day) > 0)
		leaf->lead_id = 0;
	else
		leaf->lead = body.short_name;
	return true;
}

// Leaves of one task stand together.
static bool name_leads(Core *core, Vec *leaves, size_t first, Arena *arena, Err *err)
{
	int64_t task_id = 0, vary = 0;
	const char *lead = "";
	if (!db_scalar(db_query(core_db(core), Q_LEAF_LEADS_VARY), 0, &vary, err))
		return false;
	for (size_t i = first; vary && i < leaves->len; i++) {
		Leaf *leaf = vec_at(leaves, i);
		if (leaf->task_id != task_id && !read_lead(core, leaf->task_id, arena, &lead, err))
			return false;
		task_id = leaf->task_id;
		leaf->lead = lead;
		if (leaf->lead_id && !read_own_lead(core, leaf, arena, err))
			return false;
	}
	return true;
}

static bool read_leaves(Core *core, Stmt *stmt, Arena *arena, Vec *out, Err *err)
{
	size_t first = out->len;
	Date today = core_day(core);
	while (stmt_row(stmt))
		*(Leaf *)vec_push(out) = leaf_row(stmt, today, arena);
	return stmt_done(stmt, err) && name_leaves(core, out, first, arena, err) &&
	       name_leads(core, out, first, arena, err);
}

static QueryId narrowest(const LeafFilter *filter)
{
	if (filter->task_id)
		return Q_LEAF_BY_TASK;
	if (filter->district_id)
		return Q_LEAF_BY_DISTRICT;
	if (filter->pick == LEAF_UNTOLD)
		return Q_LEAF_BY_MEETINGS;
	if (filter->region_id)
		return Q_LEAF_BY_REGION;
	return filter->directive_id ? Q_LEAF_BY_DIRECTIVE : Q_LEAF_BY_NOTHING;
}

// ",doing,done,": every leaf's own code stands between two commas, also the silent one's, which is
// empty. NULL for any.
static const char *states_list(unsigned states, Arena *arena)
{
	const char *list = ",";
	for (int state = 0; state < STATE_COUNT; state++)
		if (states & 1U << state)
			list = arena_printf(arena, "%s%s,", list, state_code((State)state));
	return states ? list : NULL;
}

// What ?15 says.
static int openness(const LeafFilter *filter)
{
	static const int picks[LEAF_PICKS] = { [LEAF_OPEN] = 1, [LEAF_DUE_BY] = 1, [LEAF_ENDED] = 2 };
	if (picks[filter->pick])
		return picks[filter->pick];
	return filter->states ? 3 : 0;
}

// The due days between which open leaves are wanted; "" where that is not asked.
static void due_window(Core *core, const LeafFilter *filter, char from[11], char to[11])
{
	Date by;
	Date today = core_day(core);
	Date soon = date_add_days(today, core_rules(core)->due_soon_days);
	const struct {
		Date from, to;
	} windows[LEAF_PICKS] = {
		[LEAF_LATE] = { { 0 }, date_add_days(today, -1) },
		[LEAF_DUE_SOON] = { today, soon },
		[LEAF_PRESSING] = { { 0 }, soon },
	};
	date_iso(windows[filter->pick].from, from);
	date_iso(windows[filter->pick].to, to);
	if (filter->pick == LEAF_DUE_BY && date_parse(filter->due_by, &by))
		date_iso(by, to);
}

static void bind_narrowing(Stmt *stmt, const LeafFilter *filter, Arena *arena)
{
	stmt_int_or_null(stmt, filter->body_id);
	stmt_int_or_null(stmt, filter->clause_id);
	stmt_text_or_null(stmt, filter->origin);
	stmt_text_or_null(stmt, states_list(filter->states, arena));
	stmt_text_or_null(stmt, filter->deadline_kind);
	stmt_int(stmt, openness(filter));
}

bool leaf_list(Core *core, const LeafFilter *filter, Arena *arena, Vec *out, Err *err)
{
	char today[11], from[11], to[11];
	const QueryId pieces[] = {
		Q_LEAF_COLUMNS, narrowest(filter), Q_LEAF_WHERE_ALL, Q_TASK_ORDER, Q_LEAF_ORDER,
	};
	core_day_iso(core, today);
	due_window(core, filter, from, to);
	Stmt *stmt = db_query_join(core_db(core), pieces, sizeof(pieces) / sizeof(*pieces));
	stmt_text(stmt, today);
	stmt_int_or_null(stmt, filter->region_id);
	stmt_int_or_null(stmt, filter->district_id);
	stmt_int_or_null(stmt, filter->task_id);
	stmt_int_or_null(stmt, filter->directive_id);
	stmt_text_or_null(stmt, from);
	stmt_text_or_null(stmt, to);
	stmt_int(stmt, filter->without_province);
	stmt_int(stmt, filter->pick == LEAF_UNTOLD);
	bind_narrowing(stmt, filter, arena);
	return read_leaves(core, stmt, arena, out, err);
}

// One leaf of a statement whose parameters are bound; *found tells whether there is one.
static bool read_one(Core *core, Stmt *stmt, Arena *arena, Leaf *out, bool *found, Err *err)
{
	Vec leaves;
	vec_init(&leaves, sizeof(Leaf));
	bool ok = read_leaves(core, stmt, arena, &leaves, err);
	*found = ok && leaves.len > 0;
	if (*found)
		*out = *(Leaf *)vec_at(&leaves, 0);
	vec_release(&leaves);
	return ok;
}

static Stmt *leaf_query(Core *core, QueryId where)
{
	const QueryId pieces[] = { Q_LEAF_COLUMNS, where };
	return db_query_join(core_db(core), pieces, 2);
}

bool leaf_get(Core *core, int64_t leaf_id, Arena *arena, Leaf *out, Err *err)
{
	bool found;
	Stmt *stmt = leaf_query(core, Q_LEAF_WHERE_ID);
	stmt_int(stmt, leaf_id);
	if (!read_one(core, stmt, arena, out, &found, err))
		return false;
	return found || err_set(err, ERR_NOT_FOUND, "%s", tr("Không còn nhiệm vụ này ở đây."));
}

static bool not_there(Core *core, const Task *task, Place place, Arena *arena, Err *err)
{
	Vec leaves;
	Buf places = BUF_INIT;
	const char *name, *code;
	LeafFilter filter = { .task_id = task->id };
	vec_init(&leaves, sizeof(Leaf));
	if (place_name(core, place, arena, &name, &code, err) &&
		leaf_list(core, &filter, arena, &leaves, err)) {
		for (size_t i = 0; i < leaves.len; i++)
			buf_addf(&places, "%s%s", i ? ", " : "",
				((const Leaf *)vec_at(&leaves, i))->place_code);
		err_set(err, ERR_NOT_FOUND, tr("Nhiệm vụ %s không giao cho %s."), task->code, name);
		err_hint(err, tr("Nhiệm vụ này có ở: %s."), places.bytes);
	}
	buf_release(&places);
	vec_release(&leaves);
	return false;
}

bool leaf_find(Core *core, const char *task_code, Place place, Arena *arena, Leaf *out, Err *err)
{
	Task task;
	bool found;
	if (!task_find(core, task_code, arena, &task, err))
		return false;
	Stmt *stmt = leaf_query(core, Q_LEAF_WHERE_PLACE);
	stmt_int(stmt, task.id);
	stmt_int(stmt, place.region_id);
	stmt_int(stmt, place.district_id);
	if (!read_one(core, stmt, arena, out, &found, err))
		return false;
	return found || not_there(core, &task, place, arena, err);
}

bool leaf_place_get(Core *core, int64_t leaf_id, Place *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_LEAF_PLACE_OF);
	stmt_int(stmt, leaf_id);
	bool found = stmt_row(stmt);
	if (found)
		*out = (Place){ .region_id = stmt_get_int(stmt, 0), .district_id = stmt_get_int(stmt, 1) };
	if (!stmt_done(stmt, err))
		return false;
	return found || err_set(err, ERR_NOT_FOUND, "%s", tr("Không còn nhiệm vụ này ở đây."));
}
