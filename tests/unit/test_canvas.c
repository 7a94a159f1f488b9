// SPDX-License-Identifier: MIT
#include "term/canvas.h"

#include "text/width.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void assert_picture(const Canvas *canvas, const char *wanted)
{
	Buf dump = BUF_INIT;
	canvas_dump(canvas, &dump);
	assert_string_equal(dump.bytes, wanted);
	buf_release(&dump);
}

static void assert_drawn(CanvasMode mode, const char *text, const char *wanted)
{
	Canvas *canvas = canvas_new(1, 40, mode);
	int used = canvas_text(canvas, canvas_rect(canvas), 0, 0, STYLE_PLAIN, text);
	assert_int_equal(used, text_width(text));
	Buf line = BUF_INIT;
	buf_addf(&line, "%s\n", wanted);
	assert_picture(canvas, line.bytes);
	buf_release(&line);
	canvas_free(canvas);
}

static void test_vietnamese_is_drawn_composed(void **state)
{
	(void)state;
	assert_drawn(CANVAS_UTF8, "Đường Gò Quao", "Đường Gò Quao");
	assert_drawn(CANVAS_UTF8, "e\xCC\x82\xCC\xA3", "ệ");
	assert_drawn(CANVAS_UTF8, "e\xCC\xA3\xCC\x82", "ệ");
	assert_drawn(CANVAS_UTF8, "“a” – b…", "“a” – b…");
}

static void test_nothing_commands_the_terminal(void **state)
{
	(void)state;
	static const struct {
		const char *text, *drawn;
	} cases[] = {
		{ "\033[31mđỏ", "�[31mđỏ" },
		{ "a\x01\x08\x7F.", "a���." },
		{ "\xC2\x9B"
		  "2J.",
			"�2J." },
		{ "a\tb\nc\r\nd", "a b c d" },
		{ "\xE2\x80\xAE.\xE2\x81\xA6.", "�.�." },
		{ "\xE2\x80\x8B.\xEF\xBB\xBF.", "�.�." },
		{ "\xCC\x81.", "�." },
		{ "x\xCC\x80\xCC\x81\xCC\x82\xCC\x83.", "x\xCC\x80\xCC\x81." },
		{ "\xEE\x80\x80.", "�." },
		{ "\xEF\xBF\xBE.", "�." },
		{ "\xFF.\xE1\xBB.", "�.�." },
		{ "\xED\xA0\x80.", "���." },
		{ "a\xC2\xA0"
		  "b",
			"a b" },
		{ "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9.", "� ." },
		{ "\xF0\x9F\x87\xBB\xF0\x9F\x87\xB3.", "� ." },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_drawn(CANVAS_UTF8, cases[i].text, cases[i].drawn);
}

// Whatever bytes come in, every code point that leaves is printable.
static void assert_harmless(const Canvas *canvas)
{
	for (int row = 0; row < canvas_rows(canvas); row++) {
		for (int col = 0; col < canvas_cols(canvas); col++) {
			const Cell *cell = &canvas_cells(canvas, row)[col];
			assert_in_range(cell->width, 0, 2);
			assert_true(cell->width == 0 || cell->cp[0] >= ' ');
			assert_true(cell->cp[0] < 0x7F || cell->cp[0] >= 0xA0 || cell->width == 0);
			if (cell->width == 2)
				assert_int_equal(canvas_cells(canvas, row)[col + 1].width, 0);
		}
	}
}

static void test_any_pair_of_bytes_is_harmless(void **state)
{
	(void)state;
	Canvas *canvas = canvas_new(1, 8, CANVAS_UTF8);
	for (int i = 1; i < 65536; i++) {
		char text[4] = { (char)(i >> 8), (char)(i & 0xFF), 'x', '\0' };
		canvas_clear(canvas);
		canvas_textn(canvas, canvas_rect(canvas), 0, 0, STYLE_PLAIN, text, 3);
		assert_harmless(canvas);
	}
	canvas_free(canvas);
}

static void test_ascii_keeps_columns(void **state)
{
	(void)state;
	assert_drawn(CANVAS_ASCII, "Đường đến ệ Ử", "Duong den e U");
	assert_drawn(CANVAS_ASCII, "“a” – b › ● █░", "\"a\" - b > * #.");
	assert_drawn(CANVAS_ASCII, "┌─┐│└┘", "+-+|++");
	assert_drawn(CANVAS_ASCII, "\033中\xCC\x81.", "?? .");
}

static void test_text_is_clipped_at_the_rect(void **state)
{
	(void)state;
	Canvas *canvas = canvas_new(3, 10, CANVAS_UTF8);
	Rect rect = { 1, 2, 1, 5 };
	assert_int_equal(canvas_text(canvas, rect, 0, 0, STYLE_PLAIN, "Kiên Giang"), 5);
	assert_int_equal(canvas_text(canvas, rect, 0, 1, STYLE_PLAIN, "xyz中"), 3);
	canvas_text(canvas, rect, 1, 0, STYLE_PLAIN, "below");
	canvas_text(canvas, rect, -1, 0, STYLE_PLAIN, "above");
	canvas_text(canvas, (Rect){ 2, -2, 1, 5 }, 0, 0, STYLE_PLAIN, "abcdef");
	assert_picture(canvas, "\n  Kxyz\ncde\n");
	canvas_free(canvas);
}

static void test_wild_rects_draw_nothing_outside(void **state)
{
	(void)state;
	static const int wild[] = { -2147483647 / 2, -5, -1, 0, 1, 3, 100, 2147483647 / 2 };
	enum { N = sizeof(wild) / sizeof(wild[0]) };
	Canvas *canvas = canvas_new(3, 5, CANVAS_UTF8);
	for (int i = 0; i < N * N * N; i++) {
		Rect rect = { wild[i % N], wild[i / N % N], wild[i / N / N], wild[(i + 3) % N] };
		canvas_text(canvas, rect, 0, 0, STYLE_PLAIN, "a中b");
		canvas_text_clip(canvas, rect, 0, 1, wild[i % N], STYLE_PLAIN, "a中b");
		canvas_text_right(canvas, rect, 0, wild[i / N % N], STYLE_PLAIN, "a中b");
		canvas_hline(canvas, rect, 0, 0, 3, STYLE_PLAIN);
		canvas_style(canvas, rect, 0, 0, 3, STYLE_LATE);
	}
	assert_harmless(canvas);
	canvas_free(canvas);
}

static void test_half_a_wide_character_never_stays(void **state)
{
	(void)state;
	Canvas *canvas = canvas_new(1, 6, CANVAS_UTF8);
	Rect all = canvas_rect(canvas);
	canvas_text(canvas, all, 0, 0, STYLE_PLAIN, "中文字");
	canvas_text(canvas, all, 0, 1, STYLE_PLAIN, "ab");
	assert_picture(canvas, " ab 字\n");
	canvas_text(canvas, all, 0, 3, STYLE_PLAIN, "中");
	assert_picture(canvas, " ab中\n");
	assert_harmless(canvas);
	canvas_free(canvas);
}

static void test_right_and_clip(void **state)
{
	(void)state;
	Canvas *canvas = canvas_new(4, 10, CANVAS_UTF8);
	Rect all = canvas_rect(canvas);
	assert_int_equal(canvas_text_right(canvas, all, 0, 10, STYLE_PLAIN, "41%"), 3);
	canvas_text_right(canvas, all, 1, 4, STYLE_PLAIN, "quá dài");
	assert_int_equal(canvas_text_clip(canvas, all, 2, 1, 6, STYLE_PLAIN, "Hoàn thành"), 6);
	assert_int_equal(canvas_text_clip(canvas, all, 3, 1, 6, STYLE_PLAIN, "Hoàn"), 4);
	assert_picture(canvas, "       41%\nquá\n Hoàn …\n Hoàn\n");
	canvas_free(canvas);
}

static void test_clip_in_ascii(void **state)
{
	(void)state;
	Canvas *canvas = canvas_new(1, 10, CANVAS_ASCII);
	Rect all = canvas_rect(canvas);
	assert_int_equal(canvas_text_clip(canvas, all, 0, 0, 8, STYLE_PLAIN, "Hoàn thành"), 8);
	assert_picture(canvas, "Hoan ...\n");
	canvas_free(canvas);
}

static void test_box_fill_and_line(void **state)
{
	(void)state;
	Canvas *canvas = canvas_new(4, 8, CANVAS_UTF8);
	canvas_fill(canvas, canvas_rect(canvas), STYLE_PLAIN, '.');
	canvas_box(canvas, (Rect){ 0, 1, 3, 5 }, STYLE_PLAIN);
	canvas_hline(canvas, canvas_rect(canvas), 3, 6, 9, STYLE_PLAIN);
	canvas_box(canvas, (Rect){ 0, 0, 1, 9 }, STYLE_PLAIN);
	assert_picture(canvas, ".┌───┐..\n.│...│..\n.└───┘..\n......──\n");
	canvas_free(canvas);
}

static void test_style_changes_only_style(void **state)
{
	(void)state;
	Canvas *canvas = canvas_new(1, 8, CANVAS_UTF8);
	Rect all = canvas_rect(canvas);
	canvas_text(canvas, all, 0, 0, STYLE_TITLE, "Gò Quao");
	canvas_style(canvas, all, 0, 3, 2, STYLE_MATCH);
	static const uint8_t wanted[] = { STYLE_TITLE, STYLE_TITLE, STYLE_TITLE, STYLE_MATCH,
		STYLE_MATCH, STYLE_TITLE, STYLE_TITLE, STYLE_PLAIN };
	for (int i = 0; i < 8; i++)
		assert_int_equal(canvas_cells(canvas, 0)[i].style, wanted[i]);
	assert_picture(canvas, "Gò Quao\n");
	canvas_free(canvas);
}

static void test_cursor_is_clamped_and_resize_blanks(void **state)
{
	(void)state;
	Canvas *canvas = canvas_new(3, 5, CANVAS_UTF8);
	canvas_cursor(canvas, 7, -1);
	assert_int_equal(canvas_cursor_row(canvas), 2);
	assert_int_equal(canvas_cursor_col(canvas), 0);
	canvas_text(canvas, canvas_rect(canvas), 0, 0, STYLE_PLAIN, "x");
	canvas_resize(canvas, 2, 0);
	assert_int_equal(canvas_cols(canvas), 1);
	assert_picture(canvas, "\n\n");
	assert_int_equal(
		canvas_textf(canvas, canvas_rect(canvas), 1, 0, STYLE_PLAIN, "%d%%", 7), 1);
	assert_picture(canvas, "\n7\n");
	canvas_free(canvas);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_vietnamese_is_drawn_composed),
		cmocka_unit_test(test_nothing_commands_the_terminal),
		cmocka_unit_test(test_any_pair_of_bytes_is_harmless),
		cmocka_unit_test(test_ascii_keeps_columns),
		cmocka_unit_test(test_text_is_clipped_at_the_rect),
		cmocka_unit_test(test_wild_rects_draw_nothing_outside),
		cmocka_unit_test(test_half_a_wide_character_never_stays),
		cmocka_unit_test(test_right_and_clip),
		cmocka_unit_test(test_clip_in_ascii),
		cmocka_unit_test(test_box_fill_and_line),
		cmocka_unit_test(test_style_changes_only_style),
		cmocka_unit_test(test_cursor_is_clamped_and_resize_blanks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
