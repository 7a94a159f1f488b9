// SPDX-License-Identifier: MIT
// Every screen by name. A table, so that a stored place can be opened again.
#ifndef TUI_VIEWS_H
#define TUI_VIEWS_H

#include "tui/view.h"

extern const ViewOps home_view;      // no args
extern const ViewOps region_view;    // id: region
extern const ViewOps district_view;  // id: district, other_id: the region one came from
extern const ViewOps succession_view; // id: district, or the body where other_id says so
enum { SUCCESSION_OF_DISTRICT, SUCCESSION_OF_BODY };
extern const ViewOps bodies_view;    // no args
extern const ViewOps body_view;      // id: body
extern const ViewOps leaf_view;      // id: leaf
extern const ViewOps meeting_view;   // id: meeting
extern const ViewOps minutes_versions_view; // id: meeting
extern const ViewOps agenda_offer_view; // id: meeting
extern const ViewOps review_view;    // id: region, code: period
extern const ViewOps review_signature_view; // id: region, code: period
extern const ViewOps review_overview_view; // code: period, or empty for the current one
extern const ViewOps review_text_view; // the same, to read; other_id: a section from 1, 0 for all
extern const ViewOps directives_view; // no args
extern const ViewOps directive_view; // id: directive
extern const ViewOps clause_view;    // id: clause, 0 for the whole text; other_id: directive;
                                     // code: the byte of the text to begin at, or empty
extern const ViewOps coverage_view;  // id: directive
extern const ViewOps task_view;      // id: task
extern const ViewOps tasks_view;     // no args
extern const ViewOps closing_view;   // no args: the period that is open
extern const ViewOps periods_view;   // no args
extern const ViewOps closed_view;    // code: a period that has been closed
extern const ViewOps news_view;      // id: the instant since when
extern const ViewOps calendar_view; // code: a day of the month, or empty for this one
extern const ViewOps conclusions_view; // no args
extern const ViewOps remarks_view;   // id: thing or 0 for all; other_id: its NounKind
extern const ViewOps remark_view;    // id: remark
extern const ViewOps assignments_view; // code: the day, or empty for today
extern const ViewOps person_view;    // id: person
extern const ViewOps users_view;     // no args
extern const ViewOps user_view;      // id: person
extern const ViewOps history_view;   // id: thing, code: its kind's table
extern const ViewOps search_view;    // no args
extern const ViewOps vietnamese_view; // no args
extern const ViewOps rounds_view;    // no args
extern const ViewOps round_view;     // id: series of reports, code: the round's number, "" for today's
extern const ViewOps reporter_view;  // id: district, or minus a body
extern const ViewOps indicators_view; // id: region, or other_id: district; 0: the province
extern const ViewOps indicator_view; // id: indicator, other_id: the place to begin at, or 0
extern const ViewOps readings_view;  // the same

// All of the above; NULL at the end.
extern const ViewOps *const view_list[];
// NULL where there is none of that name.
const ViewOps *view_by_name(const char *name);

// Forms that several screens open.
bool progress_form_open(App *app, int64_t leaf_id, Err *err) WARN_UNUSED;
// The progress of all tasks of a district or region in one grid.
bool progress_grid_open(App *app, Place place, Err *err) WARN_UNUSED;
// What a leader says of the thing that the view on top is about; one remark's answer.
bool remark_form_open(App *app, Thing about, Err *err) WARN_UNUSED;
bool remark_answer_open(App *app, int64_t remark_id, Err *err) WARN_UNUSED;
// The readings of an indicator for all districts of a place in one grid.
bool reading_grid_open(App *app, int64_t indicator_id, Place place, Err *err) WARN_UNUSED;
// An indicator's definition; 0: a new one.
bool indicator_form_open(App *app, int64_t indicator_id, Err *err) WARN_UNUSED;
// A new meeting of a region: the form, then the meeting itself.
bool meeting_form_open(App *app, int64_t region_id, Err *err) WARN_UNUSED;

#endif
