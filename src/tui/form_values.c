// SPDX-License-Identifier: MIT
// What a form's fields hold: for the filling in and the submitting of its spec.
#include "tui/form_state.h"

#include "base/tr.h"
#include "text/date.h"
#include "text/number.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A name that the spec does not have is a mistake of the programmer's, found by the first test.
int form_index(const View *form, const char *name)
{
	const FormState *state = form_state(form);
	for (int i = 0; i < state->fields_n; i++)
		if (strcmp(state->spec->fields[i].name, name) == 0)
			return i;
	abort();
}

void form_echo_date(const View *view, FieldState *field)
{
	Err ignored = ERR_INIT;
	Date date;
	char shown[11];
	field->echo[0] = '\0';
	const char *typed = editor_text(field->editor);
	if (!*typed || !date_read(typed, core_today(view->core), &date, &ignored))
		return;
	date_show(date, shown);
	snprintf(field->echo, sizeof(field->echo), "= %s %s", date_weekday(date), shown);
}

void form_set_head(View *form, const char *text)
{
	FormState *state = form_state(form);
	buf_clear(&state->head);
	buf_adds(&state->head, text);
}

bool form_about(View *form, Thing thing, Err *err)
{
	ThingName name;
	if (!thing_name(form->core, thing, &form->arena, &name, err))
		return false;
	form_set_head(form, name.title);
	return true;
}

void form_set(View *form, const char *name, const char *text)
{
	int index = form_index(form, name);
	FieldState *field = &form_state(form)->fields[index];
	Date date;
	char shown[11];
	if (form_state(form)->spec->fields[index].kind == FIELD_DATE && date_parse(text, &date)) {
		date_show(date, shown);
		text = shown;
	}
	editor_set(field->editor, text);
	if (form_state(form)->spec->fields[index].kind == FIELD_DATE)
		form_echo_date(form, field);
}

void form_set_choice(View *form, const char *name, int choice)
{
	FieldState *field = &form_state(form)->fields[form_index(form, name)];
	field->choice = field->first_choice = choice;
}

void form_set_pick(View *form, const char *name, int64_t id)
{
	FieldState *field = &form_state(form)->fields[form_index(form, name)];
	field->pick = id;
	for (size_t i = 0; i < field->candidates.len; i++) {
		const Candidate *candidate = vec_at(&field->candidates, i);
		if (candidate->id == id)
			editor_set(field->editor, candidate->text);
	}
}

const char *form_text(const View *form, const char *name)
{
	return editor_text(form_state(form)->fields[form_index(form, name)].editor);
}

bool form_typed(const View *form, const char *name)
{
	return editor_changed(form_state(form)->fields[form_index(form, name)].editor);
}

bool form_date(const View *form, const char *name, char iso[11], Err *err)
{
	Date date;
	const char *typed = form_text(form, name);
	iso[0] = '\0';
	if (!typed[strspn(typed, " ")])
		return true;
	if (!date_read(typed, core_today(form->core), &date, err))
		return err_field(err, name);
	date_iso(date, iso);
	return true;
}

bool form_number(const View *form, const char *name, int *out, Err *err)
{
	int64_t value = 0;
	const char *typed = form_text(form, name);
	if (!number_read(typed, 0, &value, err))
		return err_field(err, name);
	if (value < 0 || value > 1000000000) {
		err_set(err, ERR_INVALID, tr("“%s”: cần một số không âm."), typed);
		return err_field(err, name);
	}
	*out = (int)value;
	return true;
}

int form_choice(const View *form, const char *name)
{
	return form_state(form)->fields[form_index(form, name)].choice;
}

int64_t form_pick(const View *form, const char *name)
{
	return form_state(form)->fields[form_index(form, name)].pick;
}

// Completion ------------------------------------------------------------------------------------
