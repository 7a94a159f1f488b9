// SPDX-License-Identifier: MIT
// What one types into a form, as drafts and merges see it: each field's text by its name.
#include "tui/form_state.h"

#include "base/tr.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *form_name(const View *view)
{
	const FormState *state = view->state;
	return state->spec->name;
}

static void form_parts(const View *view, Vec *out)
{
	const FormState *state = view->state;
	for (int i = 0; i < state->fields_n; i++) {
		const Field *field = &state->spec->fields[i];
		const FieldState *fs = &state->fields[i];
		*(TypedPart *)vec_push(out) = (TypedPart){ .name = field->name, .label = tr(field->label),
			.kind = field->kind == FIELD_TEXT ? TYPED_TEXT : TYPED_LINE,
			.text = field->kind != FIELD_CHOICE   ? editor_text(fs->editor) :
				field->choices[fs->choice] ? field->choices[fs->choice] :
							     "" };
	}
}

static void put_choice(const Field *field, FieldState *fs, const char *label)
{
	for (int i = 0; field->choices[i]; i++)
		if (strcmp(field->choices[i], label) == 0)
			fs->choice = i;
}

// A name that two candidates share names none: the person chooses again.
static void put_pick(FieldState *fs)
{
	int named = 0;
	fs->pick = 0;
	for (size_t i = 0; i < fs->candidates.len; i++) {
		const Candidate *candidate = vec_at(&fs->candidates, i);
		if (strcmp(candidate->text, editor_text(fs->editor)) != 0)
			continue;
		fs->pick = candidate->id;
		named++;
	}
	if (named > 1)
		fs->pick = 0;
}

static void form_put(View *view, const LeftPart *part)
{
	FormState *state = view->state;
	int index = form_index(view, part->name);
	const Field *field = &state->spec->fields[index];
	FieldState *fs = &state->fields[index];
	if (field->kind == FIELD_CHOICE) {
		put_choice(field, fs, part->text);
		return;
	}
	if (strcmp(part->text, editor_text(fs->editor)) == 0)
		return;
	editor_become(fs->editor, part->text, part->cursor);
	if (field->kind == FIELD_DATE)
		form_echo_date(view, fs);
	if (field->kind == FIELD_PICK)
		put_pick(fs);
	state->focus = index;
	state->fresh = false;
	form_match(state);
}

// The revision that a form saves against stands in its args.
static void form_adopt(View *view, const View *fresh)
{
	FormState *state = view->state;
	view->args = fresh->args;
	err_clear(&state->err);
}

static bool form_about_picks(const View *view)
{
	const FormState *state = view->state;
	return state->spec->about_picks;
}

const Typing form_typing = {
	.form = form_name,
	.parts = form_parts,
	.put = form_put,
	.adopt = form_adopt,
	.about_picks = form_about_picks,
};

void form_keep_rev(View *form, int64_t rev)
{
	snprintf(form->args.code, sizeof(form->args.code), "%" PRId64, rev);
}

int64_t form_kept_rev(const View *form)
{
	return strtoll(form->args.code, NULL, 10);
}
