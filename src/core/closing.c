// SPDX-License-Identifier: MIT
// Closed periods, and which one is open.
#include "core/closing_parts.h"

#include "base/tr.h"
#include "core/review_parts.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *code, *stored, *name;
} kinds[CLOSE_KINDS] = {
	[CLOSE_UNDECIDED] = { "", "", N_("chưa quyết định") },
	[CLOSE_DONE] = { "done", "done", N_("hoàn thành") },
	[CLOSE_CARRY] = { "carry", "carried", N_("chuyển tiếp") },
	[CLOSE_END] = { "end", "ended", N_("kết thúc") },
};

const char *close_kind_name(CloseKind kind)
{
	return tr(kinds[kind].name);
}

const char *close_kind_code(CloseKind kind)
{
	return kinds[kind].code;
}

const char *close_kind_stored(CloseKind kind)
{
	return kinds[kind].stored;
}

CloseKind close_kind_of(const char *stored)
{
	for (int kind = CLOSE_DONE; kind < CLOSE_KINDS; kind++)
		if (strcmp(kinds[kind].stored, stored) == 0)
			return (CloseKind)kind;
	return CLOSE_UNDECIDED;
}

bool close_kind_parse(const char *code, CloseKind *out)
{
	for (int kind = CLOSE_DONE; kind < CLOSE_KINDS; kind++)
		if (strcmp(kinds[kind].code, code) == 0) {
			*out = (CloseKind)kind;
			return true;
		}
	return false;
}

// Which period is open --------------------------------------------------------------------------

// *since is the first day on which anything was directed, or on which this database was begun.
static bool first_period(Core *core, Period *out, Date *since, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_BOARD_FIRST_DIRECTIVE);
	if (stmt_row(stmt) && !date_parse(stmt_get_text(stmt, 0), since))
		*since = core_day(core); // nothing has been directed yet
	if (date_valid(core_first_day(core)) && date_compare(*since, core_first_day(core)) < 0)
		*since = core_first_day(core);
	*out = period_of(*since);
	if (period_compare(*out, review_first(core)) < 0)
		*out = review_first(core);
	return stmt_done(stmt, err);
}

static bool is_closed(Core *core, Period period, bool *yes, Err *err)
{
	char code[7];
	int64_t count = 0;
	period_code(period, code);
	Stmt *stmt = db_query(core_db(core), Q_CLOSING_IS_CLOSED);
	stmt_text(stmt, code);
	bool ok = db_scalar(stmt, 0, &count, err);
	*yes = count > 0;
	return ok;
}

// Of the half-year that is open, its first quarter until that is closed or the half-year has ended.
static bool quarter_of(Core *core, Date since, Period *period, Err *err)
{
	bool closed = false;
	Period quarter = period_first_quarter(*period);
	if (date_compare(period_last_day(quarter), since) < 0 ||
		date_compare(core_day(core), period_last_day(*period)) >= 0)
		return true;
	if (!is_closed(core, quarter, &closed, err))
		return false;
	if (!closed)
		*period = quarter;
	return true;
}

bool closing_current(Core *core, Period *out, Err *err)
{
	bool closed = true;
	Date since = { 0 };
	if (!first_period(core, out, &since, err))
		return false;
	while (closed) {
		if (!is_closed(core, *out, &closed, err))
			return false;
		if (closed)
			*out = period_next(*out);
	}
	return quarter_of(core, since, out, err);
}

Date closing_carry_day(Period period)
{
	return period_last_day(period.quarter ? period_half(period) : period_next(period));
}

bool closing_check_kind(Period period, Err *err)
{
	char name[48], code[7];
	if (period.quarter % 2 || !period.quarter)
		return true;
	period_name(period, name, sizeof(name));
	period_code(period_half(period), code);
	err_set(err, ERR_INVALID, tr("Quý này (%s) hết cùng nửa năm và khép cùng nửa năm."), name);
	return err_hint(err, tr("Dùng kỳ %s."), code);
}

bool closing_is_due(const Core *core, Period period)
{
	return date_compare(core_day(core), period_last_day(period)) > 0;
}

static int by_due(const void *a, const void *b)
{
	const Leaf *x = a, *y = b;
	int order = strcmp(x->due, y->due);
	return order ? order : (x->leaf_id > y->leaf_id) - (x->leaf_id < y->leaf_id);
}

bool closing_leaves(Core *core, Period period, Arena *arena, Vec *out, Err *err)
{
	char last[11];
	date_iso(period_last_day(period), last);
	LeafFilter filter = { .pick = LEAF_DUE_BY, .due_by = last };
	if (!leaf_list(core, &filter, arena, out, err))
		return false;
	if (out->len > 1)
		qsort(out->items, out->len, sizeof(Leaf), by_due);
	return true;
}

// What was closed -------------------------------------------------------------------------------

bool closing_list(Core *core, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_CLOSING_ALL);
	while (stmt_row(stmt)) {
		Closing *closing = vec_push(out);
		*closing = (Closing){
			.id = stmt_get_int(stmt, 0),
			.from = stmt_get_string(stmt, 2, arena),
			.to = stmt_get_string(stmt, 3, arena),
			.closed_on = stmt_get_string(stmt, 4, arena),
			.person = stmt_get_string(stmt, 5, arena),
			.done = (int)stmt_get_int(stmt, 6),
			.carried = (int)stmt_get_int(stmt, 7),
			.ended = (int)stmt_get_int(stmt, 8),
		};
		if (!period_parse_any(stmt_get_text(stmt, 1), &closing->period))
			closing->period = (Period){ 0 };
	}
	return stmt_done(stmt, err);
}

bool closing_get(Core *core, Period period, Arena *arena, Closing *out, Err *err)
{
	Vec all;
	char code[7];
	bool found = false;
	if (!closing_check_kind(period, err))
		return false;
	vec_init(&all, sizeof(Closing));
	bool ok = closing_list(core, arena, &all, err);
	for (size_t i = 0; ok && i < all.len && !found; i++) {
		*out = *(const Closing *)vec_at(&all, i);
		found = period_compare(out->period, period) == 0;
	}
	vec_release(&all);
	if (!ok || found)
		return ok;
	period_code(period, code);
	err_set(err, ERR_NOT_FOUND, tr("Kỳ %s chưa khép."), code);
	return err_hint(err, "%s", tr("Xem các kỳ đã khép bằng `dieuphoi period list`."));
}

static Figures figures_row(Stmt *stmt)
{
	Figures figures = {
		.done_in_time = (int)stmt_get_int(stmt, 3),
		.done_late = (int)stmt_get_int(stmt, 4),
		.open_in_time = (int)stmt_get_int(stmt, 5),
		.late = (int)stmt_get_int(stmt, 6),
		.ended = (int)stmt_get_int(stmt, 7),
		.percent_sum = (int)stmt_get_int(stmt, 8),
		.silent = (int)stmt_get_int(stmt, 9),
		.good = (int)stmt_get_int(stmt, 10),
		.blocked = (int)stmt_get_int(stmt, 11),
		.mute = (int)stmt_get_int(stmt, 12),
		.unstarted = (int)stmt_get_int(stmt, 13),
		.stopped = (int)stmt_get_int(stmt, 14),
	};
	figures.done = figures.done_in_time + figures.done_late;
	figures.all = figures.done + figures.open_in_time + figures.late + figures.ended;
	return figures;
}

bool closing_figures(Core *core, int64_t closing_id, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_CLOSING_FIGURES_OF);
	stmt_int(stmt, closing_id);
	while (stmt_row(stmt))
		*(PlaceFigures *)vec_push(out) = (PlaceFigures){
			.place = { stmt_get_int(stmt, 0), stmt_get_int(stmt, 1) },
			.title = stmt_get_string(stmt, 2, arena),
			.figures = figures_row(stmt),
		};
	return stmt_done(stmt, err);
}

static ClosedLeaf leaf_row(Stmt *stmt, Place *place, Arena *arena)
{
	ClosedLeaf leaf = {
		.leaf_id = stmt_get_int(stmt, 0),
		.code = stmt_get_string(stmt, 1, arena),
		.title = stmt_get_string(stmt, 2, arena),
		.kind = close_kind_of(stmt_get_text(stmt, 5)),
		.percent = (int)stmt_get_int(stmt, 7),
		.old_due = stmt_get_string(stmt, 8, arena),
		.new_due = stmt_get_string(stmt, 9, arena),
		.reason = stmt_get_string(stmt, 10, arena),
	};
	*place = (Place){ stmt_get_int(stmt, 3), stmt_get_int(stmt, 4) };
	if (!state_parse(stmt_get_text(stmt, 6), &leaf.state))
		leaf.state = STATE_SILENT;
	return leaf;
}

bool closing_decisions(Core *core, int64_t closing_id, Arena *arena, Vec *out, Err *err)
{
	Vec places;
	const char *code;
	size_t first = out->len;
	vec_init(&places, sizeof(Place));
	Stmt *stmt = db_query(core_db(core), Q_CLOSING_LEAVES_OF);
	stmt_int(stmt, closing_id);
	while (stmt_row(stmt))
		*(ClosedLeaf *)vec_push(out) = leaf_row(stmt, vec_push(&places), arena);
	bool ok = stmt_done(stmt, err);
	for (size_t i = 0; ok && i < places.len; i++) {
		ClosedLeaf *leaf = vec_at(out, first + i);
		ok = place_name(core, *(const Place *)vec_at(&places, i), arena, &leaf->place_title,
			&code, err);
	}
	vec_release(&places);
	return ok;
}
