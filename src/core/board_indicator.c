// SPDX-License-Identifier: MIT
// Readings below target on a board: the province's for the Office, for others those of their own
// regions and of the districts that they have in charge.
#include "core/board_parts.h"

#include "base/tr.h"
#include "core/indicator.h"

static const char *kept(Board *board, Buf *text)
{
	const char *copy = arena_strndup(board->arena, text->bytes, text->len);
	buf_release(text);
	return copy;
}

// "Giải ngân vốn đầu tư công 54,5%, kế hoạch 95%"
static const char *line_text(Board *board, const IndicatorLine *line)
{
	Buf text = BUF_INIT;
	const Indicator *indicator = &line->indicator;
	const Standing *standing = &line->series.current;
	bool last_year = standing->kind == TARGET_LAST_YEAR;
	buf_addf(&text, "%s ", indicator->name);
	amount_show(&text, standing->compared, standing->scale, last_year ? "%" : indicator->unit);
	buf_adds(&text, tr(", kế hoạch "));
	standing_target_show(&text, indicator, standing);
	return kept(board, &text);
}

static void push(Board *board, const IndicatorLine *line)
{
	Buf tail = BUF_INIT;
	const Place *place = &line->series.place;
	standing_show_brief(&tail, &line->indicator, &line->series.current);
	board_push(board,
		(BoardLine){
			.kind = BOARD_GAP, .place = line->series.title, .text = line_text(board, line),
			.tail = kept(board, &tail), .target = BOARD_TO_INDICATOR, .id = line->indicator.id,
			.region_id = place->region_id,
			.place_id = place->district_id ? place->district_id : place->region_id,
		},
		0);
}

static bool add_place(Board *board, Place place, Err *err)
{
	Vec lines;
	vec_init(&lines, sizeof(IndicatorLine));
	bool ok = indicator_lines(board->core, place, board->arena, &lines, err);
	for (size_t i = 0; ok && i < lines.len; i++) {
		const IndicatorLine *line = vec_at(&lines, i);
		if (line->series.current.known && !line->series.current.met)
			push(board, line);
	}
	vec_release(&lines);
	return ok;
}

// A district of one's own region is told by the region.
static bool add_own(Board *board, Err *err)
{
	for (size_t i = 0; i < board->own_regions.len; i++)
		if (!add_place(board,
			    (Place){ .region_id = *(const int64_t *)vec_at(&board->own_regions, i) }, err))
			return false;
	for (size_t i = 0; i < board->districts.len; i++) {
		const District *district = vec_at(&board->districts, i);
		if (board_holds(&board->own_districts, district->id) &&
			!board_holds(&board->own_regions, district->main_region_id) &&
			!add_place(board, (Place){ .district_id = district->id }, err))
			return false;
	}
	return true;
}

bool board_add_indicators(Board *board, Err *err)
{
	return board->kind == SCOPE_OWN ? add_own(board, err) : add_place(board, (Place){ 0 }, err);
}
