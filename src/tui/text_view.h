// SPDX-License-Identifier: MIT
// One long text, edited on a whole screen: proceedings of an item, a section of a review.
#ifndef TUI_TEXT_VIEW_H
#define TUI_TEXT_VIEW_H

#include "tui/view.h"

// args.id and args.other_id say of what; they are the view's own. rev is kept between load and save.
typedef struct {
	const char *name; // stable, in text_list: names its drafts; NULL: none are kept
	bool (*load)(View *view, const char **title, const char **text, int64_t *rev, Err *err);
	bool (*save)(View *view, const char *text, int64_t rev, Err *err);
	Right need; // to save
	const Op *extra; // what else one can do from the text, at most TEXT_EXTRA_MAX; NULL: nothing.
			 // args are the text's own
} TextSpec;

enum { TEXT_EXTRA_MAX = 4 };

extern const ViewOps text_view;

bool text_view_open(App *app, const TextSpec *spec, const ViewArgs *args, Err *err) WARN_UNUSED;

#endif
