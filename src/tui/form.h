// SPDX-License-Identifier: MIT
// Form: named fields over a table, with each field's error beside it. Ctrl+S hands the values to the
// spec's submit(); Esc leaves, asking first where something was typed.
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "core/thing.h"
#include "tui/view.h"

typedef enum {
	FIELD_LINE,
	FIELD_TEXT,   // several lines
	FIELD_DATE,   // as people write dates; the date understood is shown
	FIELD_NUMBER, // not negative
	FIELD_CHOICE, // one of the labels; Left and Right change it
	FIELD_PICK,   // one of candidates(), completed as one types, without accents
} FieldKind;

typedef struct {
	int64_t id;
	const char *text;
} Candidate;

typedef struct {
	const char *name;  // as err_field() names it
	const char *label; // N_()
	FieldKind kind;
	const char *hint;  // N_(): shown while the field has the focus
	const char *const *choices; // FIELD_CHOICE: N_() labels, NULL at the end
	bool (*candidates)(View *form, Vec *out /* of Candidate, in the form's arena */, Err *err);
	int rows; // FIELD_TEXT
	bool code; // FIELD_LINE: a time, a code, a password: what is typed stands as it is
} Field;

// What becomes of a save that others were quicker with. A form that adds has nothing to be stale; one
// that changes keeps the revision that it was filled from (form_keep_rev), and is merged; or what it
// is about must be read again first.
typedef enum { FORM_UNSAID, FORM_ADDS, FORM_MERGES, FORM_READ_AGAIN } FormStale;

typedef struct {
	const char *name;  // stable, in form_list: names its drafts; NULL: none are kept
	const char *title; // N_()
	const Field *fields; // ends with a nameless one
	bool (*fill)(View *form, Err *err);   // sets place and initial values; NULL: empty
	// Shows over the form what is going to be done, and has form_go_on() called where it is agreed to;
	// false where it cannot be done. NULL: submitted at once.
	bool (*confirm)(View *form, Err *err);
	bool (*submit)(View *form, Err *err); // true closes the form
	bool (*after)(App *app, const ViewArgs *args, Err *err); // once it is closed; NULL: nothing
	const char *done; // N_(): said after a submit, NULL for nothing
	Right need;       // to submit
	FormStale stale;  // said by every form in form_list
	bool about_picks; // it changes what is picked on the screen below: a draft of it keeps which
} FormSpec;

enum { FORM_FIELDS_MAX = 16 };

extern const ViewOps form_view;

// args->spec must be a FormSpec.
bool form_open(App *app, const FormSpec *spec, const ViewArgs *args, Err *err) WARN_UNUSED;

// What confirm() has shown is agreed to: the form, on top again, is submitted.
bool form_go_on(View *form, Err *err) WARN_UNUSED;

// For fill() and submit(), by field name. Dates are ISO, "" when empty; form_date refuses what is no
// date, form_number what is no number, both with the field set.
void form_set(View *form, const char *name, const char *text);
void form_set_head(View *form, const char *text); // stands above the fields: what it is about
// The thing's name as the head.
bool form_about(View *form, Thing thing, Err *err) WARN_UNUSED;
void form_set_choice(View *form, const char *name, int choice);
void form_set_pick(View *form, const char *name, int64_t id); // 0: nothing chosen
const char *form_text(const View *form, const char *name);
// Whether it was typed into since it was filled in.
bool form_typed(const View *form, const char *name);
bool form_date(const View *form, const char *name, char iso[11], Err *err) WARN_UNUSED;
bool form_number(const View *form, const char *name, int *out, Err *err) WARN_UNUSED;
int form_choice(const View *form, const char *name);
int64_t form_pick(const View *form, const char *name);

// The revision that a form was filled from, kept in its arguments' code until it is submitted.
void form_keep_rev(View *form, int64_t rev);
int64_t form_kept_rev(const View *form);

// Candidates of general use; the first takes those in post.
bool pick_person(View *form, Vec *out, Err *err);
bool pick_body(View *form, Vec *out, Err *err);
// The whole region of form->place, as PICK_WHOLE, and its districts.
enum { PICK_WHOLE = -1 };
bool pick_region_place(View *form, Vec *out, Err *err);
// What a deadline's field says beside its day: the words of one that is no plain date are kept,
// "cuối năm", "quý IV-2021", and "trong 15 ngày" for +15 ngày.
const char *form_deadline_words(View *form, const char *name);

#endif
