// SPDX-License-Identifier: MIT
// The figures of a review: what was done until the cut-off, and what the whole period comes to.
#include "core/review_parts.h"

#include <string.h>

bool review_figures(Core *core, const Review *review, Arena *arena, ReviewFigures *out, Err *err)
{
	Vec ignored;
	FigureLine period;
	char today[11];
	core_day_iso(core, today);
	vec_init(&out->districts, sizeof(FigureLine));
	vec_init(&ignored, sizeof(FigureLine));
	out->until = arena_strdup(arena, strcmp(today, review->cutoff) < 0 ? today : review->cutoff);
	out->today = arena_strdup(arena, today);
	bool ok = figures_of_districts_until(core, review->region_id, out->until, NULL, arena,
			  &out->districts, &out->total, err) &&
		  figures_of_districts_until(core, review->region_id, today, review->to, arena, &ignored,
			  &period, err);
	vec_release(&ignored);
	if (!ok) {
		vec_release(&out->districts);
		return false;
	}
	out->period = period.figures;
	return true;
}

int review_estimate(const ReviewFigures *figures)
{
	return figures->period.done + figures->period.open_in_time;
}
