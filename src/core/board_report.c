// SPDX-License-Identifier: MIT
// Who has not reported, on a board.
#include "core/board_parts.h"

#include "base/tr.h"
#include "core/report.h"

static BoardLine line_of(const Board *board, const Silence *silence)
{
	const Reporter *reporter = &silence->reporter;
	BoardLine line = {
		.kind = BOARD_GAP, .place = reporter->title, .target = BOARD_TO_ROUND,
		.id = silence->series_id, .round = silence->round, .tail = "",
		.text = arena_printf(board->arena, tr("chưa nộp báo cáo %d kỳ"), reporter->silent),
	};
	if (reporter->reminders)
		line.text = arena_printf(board->arena, tr("%s, đã đôn đốc %d lần"), line.text,
			reporter->reminders);
	if (reporter->days)
		line.tail = board_days(board->arena, reporter->days);
	return line;
}

// The longer the silence, the further up.
bool board_add_silences(Board *board, Err *err)
{
	Vec silences;
	vec_init(&silences, sizeof(Silence));
	bool ok = report_silences(board->core, board->arena, &silences, err);
	for (size_t i = 0; ok && i < silences.len; i++) {
		const Silence *silence = vec_at(&silences, i);
		Place place = { .district_id = silence->reporter.who.district_id };
		if (board_covers(board, place))
			board_push(board, line_of(board, silence), silence->reporter.silent - 1);
	}
	vec_release(&silences);
	return ok;
}
