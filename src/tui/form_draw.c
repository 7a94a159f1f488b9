// SPDX-License-Identifier: MIT
#include "tui/form_state.h"

#include "base/tr.h"
#include "tui/views/prose_draw.h"

#include <string.h>

enum { LABEL_COLS = 20, ERROR_MAX = 4, MATCHES_MAX = 6, HEAD_MAX = 3, HEAD_FROM = 12, ECHO_COLS = 18, DATE_COLS = 12 };

static bool is_wrong(const FormState *state, const Field *field)
{
	return state->err.kind != ERR_NONE && strcmp(state->err.field, field->name) == 0;
}

static int field_rows(const FormState *state, int index)
{
	const Field *field = &state->spec->fields[index];
	int rows = field->kind == FIELD_TEXT ? (field->rows > 0 ? field->rows : 4) : 1;
	return rows + (is_wrong(state, field) ? state->error_rows : 0);
}

static int row_of(const FormState *state, int index)
{
	int row = 0;
	for (int i = 0; i < index; i++)
		row += field_rows(state, i);
	return row;
}

static void draw_choice(const FormState *state, int index, Canvas *canvas, Rect rect, int row)
{
	const Field *field = &state->spec->fields[index];
	canvas_textf(canvas, rect, row, LABEL_COLS, STYLE_PLAIN, "< %s >",
		tr(field->choices[state->fields[index].choice]));
	if (index == state->focus)
		canvas_cursor(canvas, rect.row + row, rect.col + LABEL_COLS);
}

static void draw_editor(const FormState *state, int index, Canvas *canvas, Rect rect, int row)
{
	const Field *field = &state->spec->fields[index];
	const FieldState *fs = &state->fields[index];
	int rows = field->kind == FIELD_TEXT ? (field->rows > 0 ? field->rows : 4) : 1;
	int wide = rect.cols - LABEL_COLS - 3;
	int echo = field->kind == FIELD_DATE && wide >= ECHO_COLS + DATE_COLS ? ECHO_COLS : 0;
	int cols = wide - echo;
	if (field->kind == FIELD_DATE || field->kind == FIELD_NUMBER)
		cols = cols > 24 ? 24 : cols;
	// The editor knows nothing of what lies around its area: what does not fit is cut here.
	if (rows > rect.rows - row)
		rows = rect.rows - row;
	if (row < 0 || rows <= 0)
		return;
	Rect area = { .row = rect.row + row, .col = rect.col + LABEL_COLS + 1, .rows = rows,
		.cols = cols };
	for (int i = 0; i < rows; i++) {
		canvas_text(canvas, rect, row + i, LABEL_COLS, STYLE_DIM, "[");
		canvas_text(canvas, rect, row + i, LABEL_COLS + 1 + cols, STYLE_DIM, "]");
	}
	editor_draw(fs->editor, canvas, area,
		index == state->focus ? EDITOR_FOCUSED : EDITOR_UNFOCUSED);
	if (echo)
		canvas_text(canvas, rect, row, LABEL_COLS + 3 + cols, STYLE_DIM, fs->echo);
}

// What is wrong stands whole below its field.
static void draw_error(const FormState *state, Canvas *canvas, Rect rect, int row)
{
	canvas_text(canvas, rect, row, LABEL_COLS, STYLE_ERROR, "!");
	rect.cols--;
	prose_draw(canvas, rect, row, LABEL_COLS + 2, state->error_rows, STYLE_ERROR,
		state->err.message);
}

static void measure_error(FormState *state, int cols)
{
	int rows = prose_rows(state->err.message, cols - LABEL_COLS - 3);
	state->error_rows = rows < ERROR_MAX ? rows : ERROR_MAX;
}

static void draw_field(const FormState *state, int index, Canvas *canvas, Rect rect, int row)
{
	const Field *field = &state->spec->fields[index];
	int rows = field_rows(state, index);
	if (index == state->focus)
		canvas_text(canvas, rect, row, 1, STYLE_PLAIN, ">");
	canvas_text_clip(canvas, rect, row, 3, LABEL_COLS - 4, STYLE_PLAIN, tr(field->label));
	if (field->kind == FIELD_CHOICE)
		draw_choice(state, index, canvas, rect, row);
	else
		draw_editor(state, index, canvas, rect, row);
	if (is_wrong(state, field))
		draw_error(state, canvas, rect, row + rows - state->error_rows);
}

static void draw_match(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const FormState *state = ((const View *)opaque)->state;
	const Candidate *candidate = vec_at(&state->matches, (size_t)index);
	canvas_text_clip(canvas, rect, 0, 0, rect.cols, STYLE_PLAIN, candidate->text);
}

static void draw_matches(const View *view, Canvas *canvas, Rect rect, int row)
{
	FormState *state = view->state;
	int rows = state->completion.count < MATCHES_MAX ? state->completion.count : MATCHES_MAX;
	Rect area = { .row = rect.row + row, .col = rect.col + LABEL_COLS - 2, .rows = rows,
		.cols = rect.cols - LABEL_COLS };
	int cursor_row = canvas_cursor_row(canvas), cursor_col = canvas_cursor_col(canvas);
	canvas_fill(canvas, area, STYLE_PLAIN, ' ');
	list_draw(&state->completion, canvas, area, LIST_FOCUSED, draw_match, view);
	canvas_cursor(canvas, cursor_row, cursor_col); // the cursor stays where one types
}

// Scrolls so that the focused field shows.
static int first_row(FormState *state, int rows)
{
	int at = row_of(state, state->focus), end = at + field_rows(state, state->focus);
	if (end > state->top + rows)
		state->top = end - rows;
	if (at < state->top)
		state->top = at;
	return state->top;
}

void form_draw(const View *view, Canvas *canvas, Rect rect)
{
	FormState *state = view->state;
	int head = prose_draw(canvas, rect, 1, 3, rect.rows > HEAD_FROM ? HEAD_MAX : 0, STYLE_TITLE,
		state->head.bytes);
	head = head ? head + 2 : 1;
	Rect body = { .row = rect.row + head, .col = rect.col, .rows = rect.rows - head - 2,
		.cols = rect.cols };
	measure_error(state, rect.cols);
	int top = first_row(state, body.rows);
	for (int i = 0; i < state->fields_n; i++)
		draw_field(state, i, canvas, body, row_of(state, i) - top);
	const Field *field = &state->spec->fields[state->focus];
	if (state->matches.len)
		draw_matches(view, canvas, body, row_of(state, state->focus) + 1 - top);
	if (field->hint)
		canvas_text_clip(canvas, rect, rect.rows - 1, 1, rect.cols - 2, STYLE_DIM, tr(field->hint));
}
