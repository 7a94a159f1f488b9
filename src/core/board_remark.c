// SPDX-License-Identifier: MIT
// Remarks on a board: answers that their author has not seen and those that wait for the acting
// person's answer; all open ones on the boards of both, and of those who have the place in charge.
#include "core/board_parts.h"

#include "base/tr.h"
#include "core/remark.h"

// What waits for a person: reviews, by when they were submitted, then remarks to answer, then answers.
static const int64_t TO_ANSWER = INT64_MIN / 4, ANSWERS = INT64_MIN / 2;

static BoardLine remark_line(const Board *board, const Remark *remark)
{
	return (BoardLine){
		.place = remark->place_title,
		.text = arena_printf(board->arena, tr("Ý kiến đ/c %s: %s"), remark->author,
			remark->text),
		.tail = "",
		.target = BOARD_TO_REMARK,
		.id = remark->id,
		.region_id = remark->place.region_id,
	};
}

// What its author has been told and has not yet seen.
static void add_answered(Board *board, const Remark *remark)
{
	char day[6];
	BoardLine line = remark_line(board, remark);
	int offset = core_rules(board->core)->utc_offset;
	if (!remark->follows || remark->seen_at)
		return;
	date_show_short(date_of_instant(remark->answered_at, offset), day);
	line.kind = BOARD_WAITING;
	line.text = remark->mine ?
		arena_printf(board->arena, tr("%s trả lời ý kiến của đ/c: %s"), remark->to_words, remark->text) :
		arena_printf(board->arena, tr("%s trả lời ý kiến đ/c %s: %s"), remark->to_words,
			remark->author, remark->text);
	line.tail = arena_printf(board->arena, tr("báo cáo %s"), day);
	board_push(board, line, ANSWERS - remark->answered_at);
}

static const char *tail_of(const Board *board, const Remark *remark)
{
	return *remark->due ? board_days(board->arena, remark->days_past) : tr("chưa trả lời");
}

static void add_open(Board *board, const Remark *remark)
{
	BoardLine line = remark_line(board, remark);
	bool soon = *remark->due &&
		    -remark->days_past <= core_rules(board->core)->due_soon_days;
	bool concerned = remark->follows || remark->to_me ||
			 (board->kind != SCOPE_PROVINCE && board_covers(board, remark->place));
	if (!concerned)
		return;
	line.kind = remark->to_me ? BOARD_WAITING :
		    remark->late  ? BOARD_LATE :
		    soon	  ? BOARD_SOON :
				    BOARD_GAP;
	if (remark->to_me)
		line.text = arena_printf(board->arena, tr("Trả lời ý kiến đ/c %s: %s"),
			remark->author, remark->text);
	line.tail = tail_of(board, remark);
	int64_t days = *remark->due ? remark->days_past : 0;
	board_push(board, line, remark->to_me ? TO_ANSWER + days : days);
}

bool board_add_remarks(Board *board, Err *err)
{
	Vec remarks;
	RemarkFilter filter = { .states = 1u << REMARK_OPEN | 1u << REMARK_ANSWERED };
	vec_init(&remarks, sizeof(Remark));
	bool ok = remark_list(board->core, &filter, board->arena, &remarks, err);
	for (size_t i = 0; ok && i < remarks.len; i++) {
		const Remark *remark = vec_at(&remarks, i);
		(remark->state == REMARK_OPEN ? add_open : add_answered)(board, remark);
	}
	vec_release(&remarks);
	return ok;
}
