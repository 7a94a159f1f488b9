// SPDX-License-Identifier: MIT
// The terms of the reviews to come, and the province's view of one half-year.
#include "core/org.h"
#include "core/review_parts.h"
#include "core/right.h"

enum { SCHEDULE_MONTHS = 24 };

bool review_schedule(Core *core, Arena *arena, Vec *out, Err *err)
{
	Date last = date_add_months(core_day(core), SCHEDULE_MONTHS);
	Period period = review_current(core);
	for (; date_compare(period_last_day(period), last) <= 0; period = period_next(period)) {
		char from[11], to[11], cutoff[11];
		if (!review_from(core, period, from, err))
			return false;
		date_iso(period_last_day(period), to);
		date_iso(review_cutoff(core, period), cutoff);
		*(ReviewTerm *)vec_push(out) = (ReviewTerm){
			.period = period,
			.from = arena_strdup(arena, from),
			.to = arena_strdup(arena, to),
			.cutoff = arena_strdup(arena, cutoff),
		};
	}
	return true;
}

static bool count_marks(Core *core, const Review *review, Arena *arena, ReviewLine *line, Err *err)
{
	Vec marks;
	Err denied = ERR_INIT;
	Place place = { .region_id = review->region_id };
	line->readable = review->state == REVIEW_APPROVED ||
			 right_check(core, RIGHT_READ_OPEN, place, &denied);
	if (!review->id || !line->readable)
		return true;
	vec_init(&marks, sizeof(ReviewMark));
	bool ok = review_marks(core, review, arena, &marks, err);
	for (size_t i = 0; ok && i < marks.len; i++) {
		const ReviewMark *mark = vec_at(&marks, i);
		line->marks[*mark->marked_by ? mark->mark : mark->proposed]++;
	}
	vec_release(&marks);
	return ok;
}

bool review_overview(Core *core, Period period, Arena *arena, Vec *out, Err *err)
{
	Vec regions;
	vec_init(&regions, sizeof(Region));
	bool ok = region_list(core, arena, &regions, err);
	for (size_t i = 0; ok && i < regions.len; i++) {
		const Region *region = vec_at(&regions, i);
		ReviewLine *line = vec_push(out);
		*line = (ReviewLine){ 0 };
		ok = review_get(core, region->id, period, arena, &line->review, err) &&
		     count_marks(core, &line->review, arena, line, err);
	}
	vec_release(&regions);
	return ok;
}
