// SPDX-License-Identifier: MIT
// A reporting round's screen, between the files that show it and change it.
#ifndef TUI_VIEWS_ROUND_SCREEN_H
#define TUI_VIEWS_ROUND_SCREEN_H

#include "core/report.h"
#include "tui/views.h"
#include "tui/views/forms.h"

enum { ROUND_ALL, ROUND_MISSING, ROUND_PANES };

typedef struct {
	ReportSeries series;
	Round round;
	Vec rows[ROUND_PANES]; // of Reporter: all, and those that have not reported
	List lists[ROUND_PANES];
	Rect tabs[ROUND_PANES]; // where they were last drawn, for the mouse
	const char *head;
	int64_t withdrawn, withdrawn_rev; // what is asked about: the selection may have moved since
} RoundScreen;

// There is somebody.
const Reporter *round_selected(const View *view);
// "đã nộp 19/11", "! chưa nộp, quá hạn 4 ngày".
const char *reporter_standing(View *view, const Reporter *reporter);
Style reporter_style(const Reporter *reporter);
void round_draw(const View *view, Canvas *canvas, Rect rect);

// The round in a view's args; without a number, today's.
bool round_of_args(View *view, ReportSeries *series, int *round, Err *err) WARN_UNUSED;
bool round_open(App *app, int64_t series_id, int round, Err *err) WARN_UNUSED;
// other_id of the args is where to begin: a district, or minus a body; 0 at the top.
bool round_grid_open(App *app, const ViewArgs *args, Err *err) WARN_UNUSED;
// What follows a round in lists of several series: a round has no id of its own.
int64_t round_key(int64_t series_id, int round);
// A reporter in a view's args.
int64_t reporter_arg(ReporterId who);
ReporterId reporter_of_arg(int64_t arg);
// The screen of the district or body itself.
bool reporter_place_open(App *app, ReporterId who, Err *err) WARN_UNUSED;
bool reporter_open(App *app, ReporterId who, Err *err) WARN_UNUSED;
bool reminder_form_open(View *view, const Reporter *reporter, Err *err) WARN_UNUSED;
bool extend_form_open(View *view, const Reporter *reporter, Err *err) WARN_UNUSED;
bool series_edit_open(View *view, int64_t series_id, Err *err) WARN_UNUSED;

#endif
