// SPDX-License-Identifier: MIT
// A list, a text and a field on nothing but the term room, so that keys, drawing and the harness
// can be tested and measured without the program.
//   sample [unsafe]     unsafe: the list shows text that would command a terminal
#include "base/xalloc.h"
#include "term/screen.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 1000 };

typedef enum { MODE_LIST, MODE_TEXT, MODE_FIELD } Mode;

typedef struct {
	Screen *screen;
	Canvas *canvas;
	Mode mode;
	int selected, top, offset;
	bool unsafe;
	bool quit;
	Buf field;
	char last_key[KEY_NAME_SIZE];
} Sample;

static const char *const words[] = {
	"Khẩn trương phối hợp với Bộ, ngành Trung ương",
	"Rà soát, bổ sung quy hoạch sử dụng đất",
	"Tiêm vắc xin phòng Covid-19 cho người dân",
	"Đẩy nhanh tiến độ giải ngân vốn đầu tư công",
	"Thí điểm đón khách quốc tế đến Phú Quốc",
	"Chỉ đạo sản xuất vụ lúa Đông Xuân 2021–2022",
	"Xử lý nghiêm các vi phạm về khai thác thủy sản",
};

static const char *const unsafe_words[] = {
	"\033[2J\033[31mđỏ",
	"\xC2\x9B\x33\x31m C1",
	"\xE2\x80\xAEngược\xE2\x80\xAC",
	"\xFF\xFE sai",
	"\xCC\x81 dấu lẻ",
	"a\xCC\x80\xCC\x80\xCC\x80\xCC\x80\xCC\x80\xCC\x80 chồng",
	"\033]0;tên\a\r\n\b\x7F",
};

static int body_rows(const Sample *sample)
{
	return screen_rows(sample->screen) - 2;
}

static const char *row_text(const Sample *sample, int row)
{
	return (sample->unsafe ? unsafe_words : words)[row % 7];
}

static void draw_list(const Sample *sample)
{
	Canvas *canvas = sample->canvas;
	Rect body = canvas_rect(canvas);
	body.rows = body_rows(sample);
	for (int i = 0; i < body.rows && sample->top + i < ROWS; i++) {
		int row = sample->top + i;
		canvas_text(canvas, body, i, 0, STYLE_PLAIN, row == sample->selected ? ">" : " ");
		canvas_textf(canvas, body, i, 2, STYLE_PLAIN, "%-4d", row + 1);
		canvas_text_clip(
			canvas, body, i, 8, body.cols - 20, STYLE_PLAIN, row_text(sample, row));
		if (row % 5 == 0)
			canvas_text(canvas, body, i, body.cols - 11, STYLE_LATE, "! quá hạn");
	}
	canvas_cursor(canvas, sample->selected - sample->top, 0);
}

static void draw_text(const Sample *sample)
{
	Rect body = canvas_rect(sample->canvas);
	body.rows = body_rows(sample);
	for (int i = 0; i < body.rows; i++) {
		int row = sample->offset + i;
		canvas_textf(sample->canvas, body, i, 0, STYLE_PLAIN, "%d. %s; %s", row,
			row_text(sample, row), row_text(sample, row + 3));
	}
	canvas_cursor(sample->canvas, 0, 0);
}

static void draw_field(const Sample *sample)
{
	Rect all = canvas_rect(sample->canvas);
	canvas_box(sample->canvas, (Rect){ 2, 1, 5, all.cols - 2 }, STYLE_PLAIN);
	int used = canvas_text(sample->canvas, (Rect){ 4, 3, 1, all.cols - 6 }, 0, 0, STYLE_FIELD,
		sample->field.bytes);
	canvas_cursor(sample->canvas, 4, 3 + used);
}

static void (*const draws[])(const Sample *) = {
	[MODE_LIST] = draw_list,
	[MODE_TEXT] = draw_text,
	[MODE_FIELD] = draw_field,
};

static void draw(const Sample *sample)
{
	canvas_clear(sample->canvas);
	Rect all = canvas_rect(sample->canvas);
	draws[sample->mode](sample);
	canvas_hline(sample->canvas, all, all.rows - 2, 0, all.cols, STYLE_PLAIN);
	canvas_text(sample->canvas, all, all.rows - 1, 0, STYLE_PLAIN, sample->last_key);
	if (sample->mode == MODE_LIST)
		canvas_textf(sample->canvas, all, all.rows - 1, 20, STYLE_PLAIN, "%d/%d",
			sample->selected + 1, ROWS);
	screen_draw(sample->screen, sample->canvas);
}

static int clamp(int value, int low, int high)
{
	return value < low ? low : value > high ? high : value;
}

static void move_to(Sample *sample, int row)
{
	int page = body_rows(sample);
	sample->selected = clamp(row, 0, ROWS - 1);
	if (sample->selected >= sample->top + page)
		sample->top = sample->selected - page + 1;
	if (sample->selected < sample->top)
		sample->top = sample->selected;
}

static void list_key(Sample *sample, Key key)
{
	static const int steps[KEY_EOF + 1] = {
		[KEY_DOWN] = 1, [KEY_UP] = -1, [KEY_HOME] = -ROWS, [KEY_END] = ROWS
	};
	int page = body_rows(sample);
	if (key.code == KEY_PGDN) {
		sample->top = clamp(sample->top + page, 0, ROWS - page);
		move_to(sample, sample->selected + page);
	} else if (key.code == KEY_ENTER) {
		sample->mode = MODE_TEXT;
	} else if (key.code == KEY_F1 + 2) {
		sample->mode = MODE_FIELD;
	} else if (key.code == KEY_F1 + 9) {
		sample->quit = true;
	} else {
		move_to(sample, sample->selected + steps[key.code]);
	}
}

static void text_key(Sample *sample, Key key)
{
	sample->offset += (key.code == KEY_DOWN) - (key.code == KEY_UP && sample->offset > 0);
	if (key.code == KEY_ESC)
		sample->mode = MODE_LIST;
}

static void field_key(Sample *sample, Key key)
{
	char utf8[4];
	Buf *field = &sample->field;
	if (key.code == KEY_CHAR)
		buf_add(field, utf8, utf8_encode(key.cp, utf8));
	else if (key.code == KEY_PASTE)
		buf_add(field, screen_paste(sample->screen, key), key.paste_len);
	else if (key.code == KEY_BACKSPACE)
		buf_truncate(field, grapheme_prev(field->bytes, field->len, field->len));
	else if (key.code == KEY_ESC)
		sample->mode = MODE_LIST;
}

static void (*const handlers[])(Sample *, Key) = {
	[MODE_LIST] = list_key,
	[MODE_TEXT] = text_key,
	[MODE_FIELD] = field_key,
};

static void handle(Sample *sample, Key key)
{
	key_name(key, sample->last_key);
	if (key.code == KEY_EOF)
		sample->quit = true;
	else if (key.code == KEY_RESIZE)
		canvas_resize(sample->canvas, key.row, key.col);
	else if (key.code == KEY_CTRL && key.cp == 'l')
		screen_forget(sample->screen);
	else
		handlers[sample->mode](sample, key);
	move_to(sample, sample->selected);
}

static void loop(Sample *sample)
{
	Vec keys;
	vec_init(&keys, sizeof(Key));
	draw(sample);
	while (!sample->quit) {
		vec_clear(&keys);
		screen_keys(sample->screen, -1, &keys);
		for (size_t i = 0; i < keys.len && !sample->quit; i++)
			handle(sample, *(const Key *)vec_at(&keys, i));
		draw(sample);
	}
	vec_release(&keys);
}

int main(int argc, char **argv)
{
	Err err = ERR_INIT;
	Sample sample = { .unsafe = argc > 1 && strcmp(argv[1], "unsafe") == 0, .field = BUF_INIT };
	sample.screen = screen_open(&err);
	if (!sample.screen) {
		fprintf(stderr, "%s\n%s\n", err.message, err.hint);
		return 1;
	}
	xalloc_on_exhaustion(screen_emergency);
	sample.canvas = canvas_new(
		screen_rows(sample.screen), screen_cols(sample.screen), screen_mode(sample.screen));
	loop(&sample);
	screen_close(sample.screen);
	canvas_free(sample.canvas);
	buf_release(&sample.field);
	return 0;
}
