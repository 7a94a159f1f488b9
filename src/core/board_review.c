// SPDX-License-Identifier: MIT
// Reviews on a board: those that wait for the acting person, and those overdue or due soon.
#include "core/board_parts.h"

#include "base/tr.h"
#include "core/review.h"

#include <stdio.h>
#include <string.h>

typedef struct {
	int64_t id, region_id, submitted_at;
	Period period;
	ReviewState state;
} Stored;

static ReviewState state_of(const char *code)
{
	for (int state = REVIEW_DUE; state <= REVIEW_APPROVED; state++)
		if (strcmp(review_state_code((ReviewState)state), code) == 0)
			return (ReviewState)state;
	return REVIEW_DUE;
}

static bool read_stored(Core *core, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_BOARD_REVIEWS);
	while (stmt_row(stmt)) {
		Stored stored = {
			.id = stmt_get_int(stmt, 0),
			.region_id = stmt_get_int(stmt, 1),
			.state = state_of(stmt_get_text(stmt, 3)),
			.submitted_at = stmt_get_int(stmt, 4),
		};
		if (period_parse(stmt_get_text(stmt, 2), &stored.period))
			*(Stored *)vec_push(out) = stored;
	}
	return stmt_done(stmt, err);
}

static Stored find_stored(const Vec *stored, int64_t region_id, Period period)
{
	for (size_t i = 0; i < stored->len; i++) {
		const Stored *review = vec_at(stored, i);
		if (review->region_id == region_id && period_compare(review->period, period) == 0)
			return *review;
	}
	return (Stored){ .region_id = region_id, .period = period, .state = REVIEW_DUE };
}

static BoardLine review_line(const Board *board, const Region *region, const Stored *review)
{
	char period[48];
	period_name(review->period, period, sizeof(period));
	return (BoardLine){
		.place = region->title,
		.text = arena_printf(board->arena, tr("Sơ kết %s (%s)"), period,
			review_state_name(review->state)),
		.target = BOARD_TO_REVIEW, .id = review->id, .region_id = region->id,
		.period = review->period,
	};
}

static void add_waiting(Board *board, const Region *region, const Stored *review)
{
	char period[48], day[6];
	BoardLine line = review_line(board, region, review);
	period_name(review->period, period, sizeof(period));
	date_show_short(date_of_instant(review->submitted_at, core_rules(board->core)->utc_offset), day);
	line.kind = BOARD_WAITING;
	line.text = arena_printf(board->arena, tr("Duyệt sơ kết %s"), period);
	line.tail = arena_printf(board->arena, tr("trình %s"), day);
	board_push(board, line, -review->submitted_at);
}

static void add_due(Board *board, const Region *region, const Stored *review)
{
	const CoreRules *rules = core_rules(board->core);
	int notice = rules->review_cutoff_days > rules->due_soon_days ? rules->review_cutoff_days :
									 rules->due_soon_days;
	int64_t past = date_days(board->today) - date_days(period_last_day(review->period));
	if (past < -notice)
		return;
	BoardLine line = review_line(board, region, review);
	line.kind = past > 0 ? BOARD_LATE : BOARD_SOON;
	line.tail = board_days(board->arena, past);
	board_push(board, line, past);
}

static void add_review(Board *board, const Region *region, const Stored *review)
{
	if (review->state == REVIEW_SUBMITTED && board_leads(board, region->id))
		add_waiting(board, region, review);
	else if (review->state != REVIEW_APPROVED && board->kind != SCOPE_PROVINCE &&
		board_covers(board, (Place){ .region_id = region->id }))
		add_due(board, region, review);
}

bool board_add_reviews(Board *board, Err *err)
{
	Vec stored;
	Period current = review_current(board->core);
	vec_init(&stored, sizeof(Stored));
	bool ok = read_stored(board->core, &stored, err);
	for (size_t i = 0; ok && i < board->regions.len; i++) {
		const Region *region = vec_at(&board->regions, i);
		Period period = review_first(board->core);
		for (; period_compare(period, current) <= 0; period = period_next(period)) {
			Stored review = find_stored(&stored, region->id, period);
			add_review(board, region, &review);
		}
	}
	vec_release(&stored);
	return ok;
}
