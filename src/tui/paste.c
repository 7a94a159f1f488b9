// SPDX-License-Identifier: MIT
// A paste that looks as if it came from a font of before Unicode: what it would become is shown,
// and nothing is converted unless somebody says so.
#include "tui/ime.h"

#include "base/tr.h"
#include "base/xalloc.h"
#include "text/clean.h"
#include "text/legacy.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

enum { PREVIEW_LINES = 4, PREVIEW_BYTES = 2000, ROWS = 2, BOX_COLS = 76 };

typedef struct {
	List list;
	LegacyEncoding encoding;
	char *text;        // owned: as it was pasted
	Buf before, after; // the first lines
} State;

// What is looked at to know the encoding; the rest of a long text is written in the same.
enum { SAMPLE_BYTES = 32 << 10 };

static LegacyEncoding encoding_of(const char *text)
{
	size_t n = strnlen(text, SAMPLE_BYTES);
	bool cut = n == SAMPLE_BYTES;
	while (cut && n > SAMPLE_BYTES - 4 && ((unsigned char)text[n] & 0xC0) == 0x80)
		n--; // not inside a code point
	return legacy_detect(text, n);
}

static void cut_lines(Buf *lines, int count)
{
	char *end = lines->bytes;
	for (int i = 0; i < count && end; i++)
		end = strchr(i ? end + 1 : end, '\n');
	if (end)
		buf_truncate(lines, (size_t)(end - lines->bytes));
}

static void preview(Buf *out, const char *text, LegacyEncoding encoding)
{
	Buf decoded = BUF_INIT;
	legacy_decode(&decoded, text, strnlen(text, PREVIEW_BYTES), encoding);
	text_clean(out, decoded.bytes, decoded.len, CLEAN_TEXT);
	cut_lines(out, PREVIEW_LINES);
	buf_release(&decoded);
}

static bool open_offer(View *view, Err *err)
{
	const char *text = view->args.spec; // lives only while it is being opened
	State *state = view->state;
	(void)err;
	view->args.spec = NULL;
	*state = (State){ .before = BUF_INIT, .after = BUF_INIT };
	state->text = xstrdup(text);
	state->encoding = encoding_of(text);
	preview(&state->before, text, LEGACY_NONE);
	preview(&state->after, text, state->encoding);
	list_set_count(&state->list, ROWS);
	return true;
}

static void close_offer(View *view)
{
	State *state = view->state;
	free(state->text);
	buf_release(&state->before);
	buf_release(&state->after);
}

static List *list_of(View *view)
{
	State *state = view->state;
	return &state->list;
}

static void draw_row(const void *view, Canvas *canvas, Rect rect, int index)
{
	(void)view;
	canvas_text(canvas, rect, 0, 0, STYLE_PLAIN,
		index == 0 ? tr("Không, dán nguyên như vậy") : tr("Có, đổi sang Unicode rồi dán"));
}

// Returns the row after the last line.
static int draw_lines(Canvas *canvas, Rect rect, int row, const char *title, const Buf *lines)
{
	const char *line = lines->bytes;
	canvas_text(canvas, rect, row++, 2, STYLE_DIM, title);
	while (*line) {
		size_t n = strcspn(line, "\n");
		canvas_textn(canvas, rect, row++, 4, STYLE_PLAIN, line, n);
		line += n + (line[n] == '\n');
	}
	return row;
}

static int lines_in(const Buf *text)
{
	int count = text->len > 0;
	for (size_t i = 0; i + 1 < text->len; i++)
		count += text->bytes[i] == '\n';
	return count;
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	State *state = view->state;
	int rows = 6 + ROWS + lines_in(&state->before) + lines_in(&state->after);
	int cols = rect.cols < BOX_COLS ? rect.cols : BOX_COLS;
	Rect box = { .row = rect.row + (rect.rows > rows ? (rect.rows - rows) / 2 : 0),
		.col = rect.col + (rect.cols - cols) / 2,
		.rows = rows,
		.cols = cols };
	Rect inside = { box.row, box.col, box.rows, box.cols - 2 };
	canvas_fill(canvas, box, STYLE_PLAIN, ' ');
	canvas_textf(canvas, inside, 1, 2, STYLE_TITLE,
		tr("Đoạn dán có vẻ gõ bằng bảng mã cũ %s. Đổi không?"),
		legacy_name(state->encoding));
	int row = draw_lines(canvas, inside, 2, tr("Đang là:"), &state->before);
	row = draw_lines(canvas, inside, row, tr("Đổi thành:"), &state->after);
	canvas_box(canvas, box, STYLE_DIM);
	Rect answers = { box.row + row + 1, box.col + 2, ROWS, box.cols - 4 };
	list_draw(&state->list, canvas, answers, LIST_FOCUSED, draw_row, view);
}

static bool answer(View *view, Err *err)
{
	State *state = view->state;
	View *below = view->below;
	Buf text = BUF_INIT;
	LegacyEncoding from = state->list.selected == 1 ? state->encoding : LEGACY_NONE;
	(void)err;
	if (from == LEGACY_NONE)
		buf_adds(&text, state->text);
	else
		legacy_decode(&text, state->text, strlen(state->text), from);
	app_back(view->app);
	below->ops->key(below, (Key){ .code = KEY_PASTE }, text.bytes);
	buf_release(&text);
	return true;
}

static const Op ops[] = {
	{ "paste-answer", N_("Trả lời"), "Enter", NULL, RIGHT_READ,
		N_("Dán theo cách đang chọn; Esc thì không dán gì."), NULL, answer },
	{ 0 },
};

static const ViewOps paste_view = {
	.name = "paste",
	.kind = VIEW_POPUP,
	.state_size = sizeof(State),
	.ops = ops,
	.open = open_offer,
	.draw = draw,
	.list = list_of,
	.close = close_offer,
};

bool paste_asks(View *view, const char *text)
{
	Err err = ERR_INIT;
	ViewArgs args = { .spec = text };
	if (encoding_of(text) == LEGACY_NONE)
		return false;
	if (!app_open(view->app, &paste_view, &args, &err))
		app_fail(view->app, &err);
	return true;
}
