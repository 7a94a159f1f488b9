// SPDX-License-Identifier: MIT
// What the files about people and assignments share.
#ifndef TUI_VIEWS_PERSON_SCREEN_H
#define TUI_VIEWS_PERSON_SCREEN_H

#include "tui/view.h"

// The forms; 0: nothing is filled in, or (handover_form_open) all that the person has.
bool assign_form_open(App *app, int64_t target_id, int64_t person_id, Err *err) WARN_UNUSED;
bool assignment_end_open(App *app, int64_t assignment_id, Err *err) WARN_UNUSED;
bool handover_form_open(App *app, int64_t person_id, int64_t assignment_id, Err *err) WARN_UNUSED;
bool person_edit_open(App *app, int64_t person_id, Err *err) WARN_UNUSED;

// Turns a person's screen to what is open.
void person_show_works(View *view);

#endif
