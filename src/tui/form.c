// SPDX-License-Identifier: MIT
#include "tui/form_state.h"

#include "base/tr.h"
#include "text/fold.h"
#include "text/width.h"
#include "tui/typing.h"

#include <stdlib.h>
#include <string.h>

static const Field *focused(const FormState *state)
{
	return &state->spec->fields[state->focus];
}

void form_match(FormState *state)
{
	FieldState *field = &state->fields[state->focus];
	vec_clear(&state->matches);
	state->completion = (List){ 0 };
	if (focused(state)->kind != FIELD_PICK || field->pick)
		return;
	const char *typed = editor_text(field->editor);
	for (size_t i = 0; i < field->candidates.len; i++) {
		const Candidate *candidate = vec_at(&field->candidates, i);
		if (text_has_words(candidate->text, typed))
			*(Candidate *)vec_push(&state->matches) = *candidate;
	}
	list_set_count(&state->completion, (int)state->matches.len);
}

// As if its text had been typed: leaving the form asks before it is lost.
static void choose(FieldState *field, const Candidate *candidate)
{
	field->pick = candidate->id;
	editor_set(field->editor, "");
	editor_insert(field->editor, candidate->text);
}

// What stands out in the list is taken when something was typed for it.
static void take_match(FormState *state)
{
	FieldState *field = &state->fields[state->focus];
	if (focused(state)->kind != FIELD_PICK || field->pick || !state->matches.len ||
		!*editor_text(field->editor))
		return;
	choose(field, vec_at(&state->matches, (size_t)state->completion.selected));
}

static void focus_field(FormState *state, int index)
{
	take_match(state);
	if (index < 0 || index >= state->fields_n)
		return;
	state->focus = index;
	state->fresh = true;
	form_match(state);
}

// Life ------------------------------------------------------------------------------------------

static bool open_form(View *view, Err *err)
{
	FormState *state = view->state;
	(void)err;
	state->spec = view->args.spec;
	state->head = (Buf)BUF_INIT;
	state->fresh = true;
	vec_init(&state->matches, sizeof(Candidate));
	for (const Field *field = state->spec->fields; field->name; field++) {
		FieldState *fs = &state->fields[state->fields_n++];
		vec_init(&fs->candidates, sizeof(Candidate));
		fs->editor = editor_new(field->kind == FIELD_TEXT ? EDITOR_TEXT : EDITOR_LINE, "");
	}
	return true;
}

static bool load_candidates(View *view, Err *err)
{
	FormState *state = view->state;
	for (int i = 0; i < state->fields_n; i++) {
		FieldState *field = &state->fields[i];
		vec_clear(&field->candidates);
		if (state->spec->fields[i].kind == FIELD_PICK &&
			!state->spec->fields[i].candidates(view, &field->candidates, err))
			return false;
	}
	return true;
}

// One that saves over what others may have changed and does not know what it read is a mistake of the
// programmer's, found by the first test.
static void check_rev(const View *view)
{
	const FormState *state = view->state;
	if (state->spec->stale >= FORM_MERGES && !form_kept_rev(view))
		abort();
}

// What the title says of its own is said once too, and kept.
static bool fill(View *view, Err *err)
{
	FormState *state = view->state;
	const char *title = view->title;
	if (!state->spec->fill)
		return true;
	if (!state->spec->fill(view, err))
		return false;
	if (view->title != title)
		buf_adds(&state->title, view->title);
	return true;
}

// Where there is no other field, Enter has nothing left to do but to save.
static bool enter_saves(const FormState *state)
{
	return state->fields_n == 1 && state->spec->fields[0].kind != FIELD_TEXT;
}

// The values are filled in once; what has been typed since is not overwritten by a reload.
static bool load_form(View *view, Err *err)
{
	FormState *state = view->state;
	view->title = state->title.len ? view_printf(view, "%s", state->title.bytes) :
					 tr(state->spec->title);
	if (!load_candidates(view, err) || (!state->filled && !fill(view, err)))
		return false;
	check_rev(view);
	state->filled = true;
	form_match(state);
	view->note = enter_saves(state) ? tr("Enter ghi · Esc bỏ") :
					  tr("Ctrl+S ghi · Tab sang ô khác · Esc bỏ");
	return true;
}

static void close_form(View *view)
{
	FormState *state = view->state;
	for (int i = 0; i < state->fields_n; i++) {
		editor_free(state->fields[i].editor);
		vec_release(&state->fields[i].candidates);
	}
	vec_release(&state->matches);
	buf_release(&state->head);
	buf_release(&state->title);
}

static bool touched(View *view)
{
	const FormState *state = view->state;
	for (int i = 0; i < state->fields_n; i++)
		if (editor_changed(state->fields[i].editor) ||
			state->fields[i].choice != state->fields[i].first_choice)
			return true;
	return typing_changed(view);
}

static bool leave(View *view)
{
	return !touched(view) || app_confirm_discard(view, tr("Bỏ những gì vừa nhập?"));
}

// Submitting ------------------------------------------------------------------------------------

static bool check_picks(FormState *state, Err *err)
{
	for (int i = 0; i < state->fields_n; i++) {
		const Field *field = &state->spec->fields[i];
		const char *typed = editor_text(state->fields[i].editor);
		if (field->kind != FIELD_PICK || state->fields[i].pick || !*typed)
			continue;
		err_set(err, ERR_INVALID, tr("“%s” không có trong danh sách."), typed);
		err_hint(err, "%s", tr("Gõ vài chữ rồi chọn một dòng bằng mũi tên và Enter."));
		return err_field(err, field->name);
	}
	return true;
}

// A line is a name, a place, a number: a page pasted into it is kept for the person, not stored.
static bool check_lines(const FormState *state, Err *err)
{
	enum { LINE_MOST = 500 };
	for (int i = 0; i < state->fields_n; i++) {
		const Field *field = &state->spec->fields[i];
		if (field->kind != FIELD_LINE ||
			text_width(editor_text(state->fields[i].editor)) <= LINE_MOST)
			continue;
		err_set(err, ERR_INVALID, tr("%s dài quá %d ký tự."), tr(field->label), LINE_MOST);
		err_hint(err, "%s", tr("Rút gọn lại; phần dài ghi vào diễn biến hoặc ghi chú."));
		return err_field(err, field->name);
	}
	return true;
}

static void show_error(FormState *state, const Err *err)
{
	state->err = *err;
	for (int i = 0; i < state->fields_n; i++)
		if (strcmp(state->spec->fields[i].name, err->field) == 0)
			state->focus = i;
	state->fresh = false;
	form_match(state);
}

bool form_go_on(View *view, Err *err)
{
	FormState *state = view->state;
	App *app = view->app;
	const FormSpec *spec = state->spec;
	if (!spec->submit(view, err)) {
		if (spec->stale == FORM_MERGES && typing_conflict(view, err))
			return true;
		show_error(state, err);
		return false;
	}
	ViewArgs args = view->args;
	app_back(app);
	app_reload(app);
	if (spec->done)
		app_say(app, "%s", tr(spec->done));
	return !spec->after || spec->after(app, &args, err);
}

static bool submit(View *view, Err *err)
{
	FormState *state = view->state;
	const FormSpec *spec = state->spec;
	take_match(state);
	err_clear(&state->err);
	if (check_picks(state, err) && check_lines(state, err) &&
		(!spec->confirm || spec->confirm(view, err)))
		return spec->confirm || form_go_on(view, err);
	show_error(state, err);
	return false;
}

static bool may_submit(View *view, Err *err)
{
	const FormState *state = view->state;
	return right_check(view->core, state->spec->need, view->place, err);
}

// Keys ------------------------------------------------------------------------------------------

static bool next_field(View *view, Err *err)
{
	FormState *state = view->state;
	(void)err;
	focus_field(state, (state->focus + 1) % state->fields_n);
	return true;
}

static bool next_or_save(View *view, Err *err)
{
	if (!enter_saves(view->state))
		return next_field(view, err);
	return may_submit(view, err) && submit(view, err);
}

static bool previous_field(View *view, Err *err)
{
	FormState *state = view->state;
	(void)err;
	focus_field(state, (state->focus + state->fields_n - 1) % state->fields_n);
	return true;
}

static bool turn_choice(FormState *state, Key key)
{
	int count = 0;
	const Field *field = focused(state);
	int by = key.code == KEY_LEFT ? -1 : 1;
	bool space = key.code == KEY_CHAR && key.cp == ' ';
	if (field->kind != FIELD_CHOICE || !field->choices[0] ||
		(key.code != KEY_LEFT && key.code != KEY_RIGHT && !space))
		return false;
	while (field->choices[count])
		count++;
	FieldState *fs = &state->fields[state->focus];
	fs->choice = (fs->choice + by + count) % count;
	return true;
}

static bool move_in_matches(FormState *state, Key key)
{
	if (!state->matches.len || (key.code != KEY_UP && key.code != KEY_DOWN))
		return false;
	int to = state->completion.selected + (key.code == KEY_UP ? -1 : 1);
	if (to < 0 || to >= state->completion.count)
		return false;
	list_select(&state->completion, to);
	return true;
}

static bool take_by_enter(FormState *state, Key key)
{
	FieldState *field = &state->fields[state->focus];
	if (key.code != KEY_ENTER || focused(state)->kind != FIELD_PICK || field->pick ||
		!state->matches.len)
		return false;
	choose(field, vec_at(&state->matches, (size_t)state->completion.selected));
	focus_field(state, state->focus + 1);
	return true;
}

static bool edits(Key key)
{
	return key.code == KEY_CHAR || key.code == KEY_BACKSPACE || key.code == KEY_DEL ||
	       key.code == KEY_PASTE;
}

// A choice, and a date or figure that one has just come to, is replaced whole: the first letter
// begins another one, Backspace takes it away. Moving the cursor first means mending what is there.
static bool begin_anew(FormState *state, Key key)
{
	FieldState *field = &state->fields[state->focus];
	FieldKind kind = focused(state)->kind;
	bool fresh = state->fresh && (kind == FIELD_DATE || kind == FIELD_NUMBER);
	state->fresh = false;
	if (!edits(key) || (!fresh && (kind != FIELD_PICK || !field->pick)))
		return false;
	field->pick = 0;
	editor_set(field->editor, "");
	field->echo[0] = '\0';
	form_match(state);
	return key.code == KEY_BACKSPACE || key.code == KEY_DEL;
}

static Focus focus_of(View *view)
{
	static const TextUse uses[] = { [FIELD_LINE] = TEXT_IS_WORDS,
		[FIELD_TEXT] = TEXT_IS_WORDS,
		[FIELD_DATE] = TEXT_IS_CODE,
		[FIELD_NUMBER] = TEXT_IS_CODE,
		[FIELD_CHOICE] = TEXT_IS_CODE,
		[FIELD_PICK] = TEXT_IS_SEARCH };
	FormState *state = view->state;
	const Field *field = focused(state);
	if (field->kind == FIELD_CHOICE)
		return (Focus){ .editor = NULL };
	return (Focus){ state->fields[state->focus].editor,
		field->code ? TEXT_IS_CODE : uses[field->kind] };
}

static bool key(View *view, Key typed, const char *paste)
{
	FormState *state = view->state;
	const Field *field = focused(state);
	FieldState *fs = &state->fields[state->focus];
	if (turn_choice(state, typed) || take_by_enter(state, typed) || move_in_matches(state, typed))
		return true;
	if (field->kind == FIELD_CHOICE)
		return typed.code == KEY_CHAR;
	// What was wrong is being mended.
	if (edits(typed) && strcmp(state->err.field, field->name) == 0)
		err_clear(&state->err);
	if (begin_anew(state, typed))
		return true;
	if (!editor_key(fs->editor, typed, paste))
		return false;
	if (field->kind == FIELD_DATE)
		form_echo_date(view, fs);
	if (field->kind == FIELD_PICK)
		form_match(state);
	return true;
}

static const Op ops[] = {
	{ "form-save", N_("Ghi"), "Ctrl+S", NULL, RIGHT_READ, N_("Ghi những gì đã nhập."), may_submit,
		submit },
	{ "form-next", N_("Ô kế tiếp"), "Tab Down", NULL, RIGHT_READ, N_("Sang ô kế tiếp."), NULL,
		next_field },
	{ "form-enter", N_("Ô kế tiếp, hoặc ghi"), "Enter", NULL, RIGHT_READ,
		N_("Sang ô kế tiếp; chỉ có một ô thì ghi."), NULL, next_or_save },
	{ "form-previous", N_("Ô trước"), "Shift+Tab Up", NULL, RIGHT_READ, N_("Về ô trước."), NULL,
		previous_field },
	{ 0 },
};

const ViewOps form_view = {
	.name = "form",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(FormState),
	.ops = ops,
	.open = open_form,
	.load = load_form,
	.draw = form_draw,
	.key = key,
	.focus = focus_of,
	.leave = leave,
	.typing = &form_typing,
	.close = close_form,
};

bool form_open(App *app, const FormSpec *spec, const ViewArgs *args, Err *err)
{
	ViewArgs with_spec = args ? *args : (ViewArgs){ 0 };
	with_spec.spec = spec;
	return app_open(app, &form_view, &with_spec, err);
}
