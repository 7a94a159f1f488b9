// SPDX-License-Identifier: MIT
#include "core/board_parts.h"

#include "base/tr.h"
#include "core/closing.h"
#include "core/succession.h"
#include "core/task.h"

#include <stdlib.h>
#include <string.h>

enum { KINDS = BOARD_GAP + 1 };

// The order in which kinds stand on the board.
static const BoardKind kind_order[KINDS] = { BOARD_WAITING, BOARD_LATE, BOARD_GAP, BOARD_SOON };

const char *board_days(Arena *arena, int64_t days_past)
{
	if (days_past > 0)
		return arena_printf(arena, tr("quá hạn %lld ngày"), (long long)days_past);
	if (days_past == 0)
		return tr("hết hạn hôm nay");
	return arena_printf(arena, tr("còn %lld ngày"), (long long)-days_past);
}

// --- what can stand on it --------------------------------------------------------------------

// A directive's task is known by its code; a conclusion's code says nothing to a reader.
static const char *leaf_text(Arena *arena, const Leaf *leaf)
{
	if (strcmp(leaf->origin, "directive") == 0)
		return arena_printf(arena, "%s %s", leaf->code, leaf->title);
	return leaf->title;
}

static BoardLine leaf_line(Arena *arena, const Leaf *leaf, BoardKind kind, const char *tail)
{
	return (BoardLine){
		.kind = kind, .place = leaf->place_title, .text = leaf_text(arena, leaf), .tail = tail,
		.target = BOARD_TO_LEAF, .id = leaf->leaf_id,
	};
}

static int64_t days_past(const Board *board, const Leaf *leaf)
{
	Date due;
	return date_parse(leaf->due, &due) ? date_days(board->today) - date_days(due) : 0;
}

static bool add_pressing(Board *board, Err *err)
{
	Vec leaves;
	LeafFilter filter = { .pick = LEAF_PRESSING };
	vec_init(&leaves, sizeof(Leaf));
	bool ok = leaf_list(board->core, &filter, board->arena, &leaves, err);
	for (size_t i = 0; ok && i < leaves.len; i++) {
		const Leaf *leaf = vec_at(&leaves, i);
		int64_t past = days_past(board, leaf);
		BoardKind kind = leaf->late ? BOARD_LATE : BOARD_SOON;
		if (board_covers(board, leaf->place))
			board_push(board,
				leaf_line(board->arena, leaf, kind, board_days(board->arena, past)), past);
	}
	vec_release(&leaves);
	return ok;
}

static bool has_leaf(const Board *board, int64_t leaf_id)
{
	for (size_t i = 0; i < board->lines.len; i++) {
		const BoardLine *line = &((const BoardEntry *)vec_at(&board->lines, i))->line;
		if (line->target == BOARD_TO_LEAF && line->id == leaf_id)
			return true;
	}
	return false;
}

// Conclusions not yet put into action; those that are late or due stand there already.
static bool add_untold(Board *board, Err *err)
{
	Vec leaves;
	LeafFilter filter = { .pick = LEAF_UNTOLD };
	vec_init(&leaves, sizeof(Leaf));
	bool ok = leaf_list(board->core, &filter, board->arena, &leaves, err);
	for (size_t i = 0; ok && i < leaves.len; i++) {
		const Leaf *leaf = vec_at(&leaves, i);
		if (board_covers(board, leaf->place) && !has_leaf(board, leaf->leaf_id))
			board_push(board,
				leaf_line(board->arena, leaf, BOARD_GAP, tr("chưa báo cáo")), 0);
	}
	vec_release(&leaves);
	return ok;
}

static bool read_assigned(Board *board, Vec *out, Err *err)
{
	char today[11];
	date_iso(board->today, today);
	Stmt *stmt = db_query(core_db(board->core), Q_BOARD_ASSIGNED);
	stmt_text(stmt, today);
	while (stmt_row(stmt))
		*(Place *)vec_push(out) =
			(Place){ .region_id = stmt_get_int(stmt, 0), .district_id = stmt_get_int(stmt, 1) };
	return stmt_done(stmt, err);
}

static bool is_missing(const Board *board, const Vec *assigned, Place place)
{
	for (size_t i = 0; i < assigned->len; i++) {
		const Place *there = vec_at(assigned, i);
		if (there->region_id == place.region_id && there->district_id == place.district_id)
			return false;
	}
	return board_covers(board, place);
}

static void add_unassigned_regions(Board *board, const Vec *assigned)
{
	for (size_t i = 0; i < board->regions.len; i++) {
		const Region *region = vec_at(&board->regions, i);
		BoardLine line = {
			.kind = BOARD_GAP, .place = region->title, .tail = "",
			.text = tr("chưa phân công đồng chí Thường trực phụ trách"),
			.target = BOARD_TO_REGION, .id = region->id, .region_id = region->id,
		};
		if (is_missing(board, assigned, (Place){ .region_id = region->id }))
			board_push(board, line, 0);
	}
}

static void add_unassigned_districts(Board *board, const Vec *assigned)
{
	for (size_t i = 0; i < board->districts.len; i++) {
		const District *district = vec_at(&board->districts, i);
		BoardLine line = {
			.kind = BOARD_GAP, .place = district->title, .tail = "",
			.text = tr("chưa phân công Ủy viên Ban Thường vụ"),
			.target = BOARD_TO_DISTRICT, .id = district->id,
			.region_id = district->main_region_id,
		};
		if (is_missing(board, assigned, (Place){ .district_id = district->id }))
			board_push(board, line, 0);
	}
}

static bool add_unassigned(Board *board, Err *err)
{
	Vec assigned;
	vec_init(&assigned, sizeof(Place));
	bool ok = read_assigned(board, &assigned, err);
	if (ok) {
		add_unassigned_regions(board, &assigned);
		add_unassigned_districts(board, &assigned);
	}
	vec_release(&assigned);
	return ok;
}

// What districts that have ended left open leads to where it is handed on.
static bool add_left_behind(Board *board, Err *err)
{
	Vec left;
	District district;
	vec_init(&left, sizeof(LeftBehind));
	bool ok = succession_left(board->core, &left, err);
	for (size_t i = 0; ok && i < left.len; i++) {
		const LeftBehind *each = vec_at(&left, i);
		ok = district_get(board->core, each->district_id, board->arena, &district, err);
		if (!ok || !board_covers(board, (Place){ .district_id = each->district_id }))
			continue;
		BoardLine line = {
			.kind = BOARD_GAP, .place = district.title,
			.text = arena_printf(board->arena, tr("địa phương đã kết thúc còn %d việc"), each->open),
			.tail = tr("giao nơi kế thừa"),
			.target = BOARD_TO_DISTRICT, .id = district.id,
			.region_id = district.main_region_id,
		};
		board_push(board, line, 0);
	}
	vec_release(&left);
	return ok;
}

// The same of bodies, for whoever hands tasks out.
static bool add_left_by_bodies(Board *board, Err *err)
{
	Vec ended;
	vec_init(&ended, sizeof(Body));
	bool ok = body_list_ended(board->core, board->arena, &ended, err);
	for (size_t i = 0; ok && i < ended.len; i++) {
		Body *body = vec_at(&ended, i);
		ok = body_load_led(board->core, body, err);
		if (!ok || !body->open || !board_covers(board, (Place){ 0 }))
			continue;
		BoardLine line = {
			.kind = BOARD_GAP, .place = body->short_name,
			.text = arena_printf(board->arena, tr("cơ quan đã kết thúc còn %d việc"), body->open),
			.tail = tr("giao cơ quan kế thừa"),
			.target = BOARD_TO_BODY, .id = body->id,
		};
		board_push(board, line, 0);
	}
	vec_release(&ended);
	return ok;
}

static bool read_day(Stmt *stmt, Date *out, Err *err)
{
	*out = (Date){ 0 };
	if (stmt_row(stmt) && !date_parse(stmt_get_text(stmt, 0), out))
		*out = (Date){ 0 };
	return stmt_done(stmt, err);
}

static bool last_meeting(Board *board, int64_t region_id, Date *out, Err *err)
{
	char today[11];
	date_iso(board->today, today);
	Stmt *stmt = db_query(core_db(board->core), Q_BOARD_LAST_MEETING);
	stmt_int(stmt, region_id);
	stmt_text(stmt, today);
	return read_day(stmt, out, err);
}

static void push_meeting_gap(Board *board, const Region *region, Date last, int64_t days)
{
	char shown[11];
	date_show(last, shown);
	BoardLine line = {
		.kind = BOARD_GAP, .place = region->title,
		.text = *shown ? arena_printf(board->arena, tr("không có buổi làm việc từ %s"), shown) :
				 tr("chưa có buổi làm việc nào"),
		.tail = arena_printf(board->arena, tr("%lld ngày"), (long long)days),
		.target = BOARD_TO_REGION, .id = region->id, .region_id = region->id,
	};
	board_push(board, line, 0);
}

// Where there has been no meeting, the days count from the first directive, or from the first day here.
static bool add_meeting_gaps(Board *board, Err *err)
{
	Date first, last;
	if (!read_day(db_query(core_db(board->core), Q_BOARD_FIRST_DIRECTIVE), &first, err))
		return false;
	if (date_valid(first) && date_compare(first, core_first_day(board->core)) < 0)
		first = core_first_day(board->core);
	for (size_t i = 0; i < board->regions.len; i++) {
		const Region *region = vec_at(&board->regions, i);
		if (!board_covers(board, (Place){ .region_id = region->id }))
			continue;
		if (!last_meeting(board, region->id, &last, err))
			return false;
		Date since = date_valid(last) ? last : first;
		int64_t days = date_valid(since) ? date_days(board->today) - date_days(since) : 0;
		if (days > core_rules(board->core)->meeting_gap_days)
			push_meeting_gap(board, region, last, days);
	}
	return true;
}

// The Office's: a period that is over and not closed.
static bool add_closing(Board *board, Err *err)
{
	Period period;
	Vec leaves;
	char name[48];
	if (board->kind != SCOPE_OFFICE)
		return true;
	if (!closing_current(board->core, &period, err))
		return false;
	if (!closing_is_due(board->core, period))
		return true;
	vec_init(&leaves, sizeof(Leaf));
	bool ok = closing_leaves(board->core, period, board->arena, &leaves, err);
	int64_t past = date_days(board->today) - date_days(period_last_day(period));
	period_name(period, name, sizeof(name));
	BoardLine line = {
		.kind = BOARD_WAITING, .place = tr("Toàn tỉnh"), .target = BOARD_TO_CLOSING,
		.text = arena_printf(board->arena, tr("Khép kỳ %s: %zu việc còn mở"), name, leaves.len),
		.tail = arena_printf(board->arena, tr("hết kỳ %lld ngày"), (long long)past),
	};
	board_push(board, line, past);
	vec_release(&leaves);
	return ok;
}

static bool collect(Board *board, Err *err)
{
	if (!board_load(board, err) || !add_pressing(board, err) || !board_add_reviews(board, err) ||
		!board_add_remarks(board, err))
		return false;
	if (board->kind == SCOPE_PROVINCE)
		return true;
	return add_unassigned(board, err) && board_add_silences(board, err) &&
	       add_left_behind(board, err) && add_left_by_bodies(board, err) &&
	       add_meeting_gaps(board, err) && add_untold(board, err) && add_closing(board, err) &&
	       board_add_indicators(board, err);
}

// --- what of it is shown ---------------------------------------------------------------------

static int compare_entries(const void *a, const void *b)
{
	const BoardEntry *x = a;
	const BoardEntry *y = b;
	if (x->weight != y->weight)
		return x->weight < y->weight ? 1 : -1;
	return (x->order > y->order) - (x->order < y->order);
}

// Shares the lines out: what waits for the person first, then one of each kind in turn.
static void share_out(const size_t have[KINDS], size_t most, size_t out[KINDS])
{
	out[BOARD_WAITING] = have[BOARD_WAITING] < most ? have[BOARD_WAITING] : most;
	most -= out[BOARD_WAITING];
	for (bool more = true; most > 0 && more;) {
		more = false;
		for (int i = 1; i < KINDS && most > 0; i++) {
			BoardKind kind = kind_order[i];
			if (out[kind] >= have[kind])
				continue;
			out[kind]++;
			most--;
			more = true;
		}
	}
}

static void choose(const Vec *entries, int most, Vec *out)
{
	size_t have[KINDS] = { 0 }, wanted[KINDS] = { 0 };
	for (size_t i = 0; i < entries->len; i++)
		have[((const BoardEntry *)vec_at(entries, i))->line.kind]++;
	share_out(have, most > 0 ? (size_t)most : 0, wanted);
	for (int k = 0; k < KINDS; k++)
		for (size_t i = 0; i < entries->len && wanted[kind_order[k]] > 0; i++) {
			const BoardEntry *entry = vec_at(entries, i);
			if (entry->line.kind != kind_order[k])
				continue;
			*(BoardLine *)vec_push(out) = entry->line;
			wanted[kind_order[k]]--;
		}
}

bool board_list(Core *core, int most, Arena *arena, Vec *out, int *total, Err *err)
{
	Board board;
	board_init(&board, core, arena);
	bool ok = collect(&board, err);
	*total = (int)board.lines.len;
	if (ok && board.lines.len > 1)
		qsort(board.lines.items, board.lines.len, sizeof(BoardEntry), compare_entries);
	if (ok)
		choose(&board.lines, most, out);
	board_release(&board);
	return ok;
}
