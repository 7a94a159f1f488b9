// SPDX-License-Identifier: MIT
#include "tui/thing.h"

#include "base/tr.h"
#include "core/review.h"
#include "tui/views.h"

#include <string.h>

// What the view's args are for a thing. NULL: its id.
typedef bool ThingArgs(View *view, int64_t id, ViewArgs *out, Err *err);

// A review's screen is known by region and period, since it is there before the review is begun.
static bool review_args(View *view, int64_t id, ViewArgs *out, Err *err)
{
	Review review;
	char code[7];
	if (!review_by_id(view->core, id, &view->arena, &review, err))
		return false;
	period_code(review.period, code);
	*out = (ViewArgs){ .id = review.region_id };
	memcpy(out->code, code, sizeof(code));
	return true;
}

static const struct {
	NounKind noun;
	const ViewOps *ops;
	ThingArgs *args;
} screens[] = {
	{ NOUN_REGION, &region_view, NULL },
	{ NOUN_DISTRICT, &district_view, NULL },
	{ NOUN_BODY, &body_view, NULL },
	{ NOUN_PERSON, &person_view, NULL },
	{ NOUN_DIRECTIVE, &directive_view, NULL },
	{ NOUN_TASK, &task_view, NULL },
	{ NOUN_LEAF, &leaf_view, NULL },
	{ NOUN_MEETING, &meeting_view, NULL },
	{ NOUN_REVIEW, &review_view, review_args },
	{ NOUN_REMARK, &remark_view, NULL },
	{ NOUN_REPORT_SERIES, &round_view, NULL },
	{ NOUN_INDICATOR, &indicator_view, NULL },
};

bool thing_open(App *app, Thing thing, Err *err)
{
	for (size_t i = 0; i < sizeof(screens) / sizeof(*screens); i++) {
		ViewArgs args = { .id = thing.id };
		if (screens[i].noun != thing.noun)
			continue;
		if (screens[i].args && !screens[i].args(app_top(app), thing.id, &args, err))
			return false;
		return app_open(app, screens[i].ops, &args, err);
	}
	return err_set(err, ERR_INVALID, tr("Không có màn hình riêng cho %s."),
		tr(nouns[thing.noun].label));
}
