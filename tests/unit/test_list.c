// SPDX-License-Identifier: MIT
#include "tui/list.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

static void draw_number(const void *view, Canvas *canvas, Rect rect, int index)
{
	(void)view;
	canvas_textf(canvas, rect, 0, 0, STYLE_PLAIN, "row %d", index);
}

static void draw(List *list, Canvas *canvas, int rows)
{
	Rect rect = { .rows = rows, .cols = 20 };
	canvas_clear(canvas);
	list_draw(list, canvas, rect, LIST_FOCUSED, draw_number, NULL);
}

static void test_selection_stays_within(void **state)
{
	(void)state;
	List list = { 0 };
	list_move(&list, 5);
	assert_int_equal(list.selected, 0);
	list_set_count(&list, 3);
	list_move(&list, 5);
	assert_int_equal(list.selected, 2);
	list_set_count(&list, 2);
	assert_int_equal(list.selected, 1);
	list_select(&list, -4);
	assert_int_equal(list.selected, 0);
}

static void test_selected_row_shows_at_any_height(void **state)
{
	(void)state;
	Canvas *canvas = canvas_new(10, 20, CANVAS_UTF8);
	List list = { 0 };
	list_set_count(&list, 50);
	for (int rows = 1; rows < 10; rows++)
		for (int to = 0; to < 50; to += 7) {
			list_select(&list, to);
			draw(&list, canvas, rows);
			int at = list.selected - list.top;
			assert_in_range(at, 0, rows - 1);
			assert_int_equal(canvas_cursor_row(canvas), at);
			assert_int_equal(canvas_cells(canvas, at)[1].cp[0], '>');
		}
	canvas_free(canvas);
}

static void test_a_page_keeps_one_row_of_the_last(void **state)
{
	(void)state;
	Canvas *canvas = canvas_new(10, 20, CANVAS_UTF8);
	List list = { 0 };
	list_set_count(&list, 50);
	draw(&list, canvas, 10);
	list_page(&list, 1);
	draw(&list, canvas, 10);
	assert_int_equal(list.selected, 9);
	assert_int_equal(list.top, 9);
	list_page(&list, -1);
	draw(&list, canvas, 10);
	assert_int_equal(list.selected, 0);
	canvas_free(canvas);
}

static void test_a_place_on_the_screen_names_its_row(void **state)
{
	(void)state;
	Canvas *canvas = canvas_new(10, 20, CANVAS_UTF8);
	List list = { 0 };
	Rect rect = { .row = 2, .rows = 5, .cols = 20 };
	list_set_count(&list, 3);
	list_draw(&list, canvas, rect, LIST_FOCUSED, draw_number, NULL);
	assert_int_equal(list_at(&list, 3, 4), 1);
	assert_int_equal(list_at(&list, 1, 4), -1);
	assert_int_equal(list_at(&list, 6, 4), -1);
	assert_int_equal(list_at(&list, 3, 40), -1);
	canvas_free(canvas);
}

static void draw_word(const void *view, Canvas *canvas, Rect rect, int index)
{
	static const char *const words[] = { "Gò Quao", "Giồng Riềng", "An Biên", "gò quao hai" };
	(void)view;
	canvas_text(canvas, rect, 0, 60, STYLE_PLAIN, words[index]); // off the screen, found all the same
}

static void test_a_filter_leaves_the_rows_that_say_it(void **state)
{
	(void)state;
	Vec shown;
	List list = { 0 };
	Canvas *canvas = canvas_new(5, 20, CANVAS_UTF8);
	Rect rect = { .rows = 5, .cols = 20 };
	vec_init(&shown, sizeof(int));
	list_set_count(&list, 4);
	list_draw(&list, canvas, rect, LIST_FOCUSED, draw_word, NULL);
	list_select(&list, 1);

	list_filter(&list, "go quao", &shown);
	assert_int_equal(list_shown(&list), 2);
	assert_int_equal(list.selected, 3); // the next that shows
	assert_int_equal(list_position(&list), 1);
	list_move(&list, -1);
	assert_int_equal(list.selected, 0);
	list_last(&list);
	assert_int_equal(list.selected, 3);
	list_draw(&list, canvas, rect, LIST_FOCUSED, draw_word, NULL);
	assert_int_equal(list_at(&list, 0, 5), 0);
	assert_int_equal(list_at(&list, 1, 5), 3);
	assert_int_equal(list_at(&list, 2, 5), -1);

	list_filter(&list, "không có", &shown);
	assert_int_equal(list_shown(&list), 0);
	list_move(&list, 1);
	list_draw(&list, canvas, rect, LIST_FOCUSED, draw_word, NULL);
	assert_int_equal(list_at(&list, 0, 5), -1);

	list_filter(&list, NULL, NULL);
	assert_int_equal(list_shown(&list), 4);
	vec_release(&shown);
	canvas_free(canvas);
}

static void test_a_filter_follows_new_rows(void **state)
{
	(void)state;
	Vec shown;
	List list = { 0 };
	Canvas *canvas = canvas_new(5, 20, CANVAS_UTF8);
	Rect rect = { .rows = 5, .cols = 20 };
	vec_init(&shown, sizeof(int));
	list_set_count(&list, 4);
	list_draw(&list, canvas, rect, LIST_FOCUSED, draw_word, NULL);
	list_filter(&list, "go quao", &shown);
	list_set_count(&list, 2);
	assert_int_equal(list_shown(&list), 1);
	assert_int_equal(list.selected, 0);
	vec_release(&shown);
	canvas_free(canvas);
}

static bool every_tenth(const void *view, int index)
{
	(void)view;
	return index % 10 == 0;
}

static void test_nobody_stands_on_a_heading(void **state)
{
	(void)state;
	Canvas *canvas = canvas_new(10, 20, CANVAS_UTF8);
	List list = { .heads = every_tenth };
	int at, of;
	list_set_count(&list, 25);
	assert_int_equal(list.selected, 1);
	list_select(&list, 9);
	list_move(&list, 1);
	assert_int_equal(list.selected, 11);
	draw(&list, canvas, 4);
	list_move(&list, -1);
	assert_int_equal(list.selected, 9);
	list_first(&list);
	draw(&list, canvas, 4);
	assert_int_equal(list.selected, 1);
	assert_int_equal(list.top, 0); // its heading shows
	assert_int_equal(list_at(&list, 0, 1), -1);
	list_last(&list);
	list_counter(&list, &at, &of);
	assert_int_equal(at, 22);
	assert_int_equal(of, 22);
	canvas_free(canvas);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_selection_stays_within),
		cmocka_unit_test(test_selected_row_shows_at_any_height),
		cmocka_unit_test(test_a_page_keeps_one_row_of_the_last),
		cmocka_unit_test(test_a_place_on_the_screen_names_its_row),
		cmocka_unit_test(test_a_filter_leaves_the_rows_that_say_it),
		cmocka_unit_test(test_a_filter_follows_new_rows),
		cmocka_unit_test(test_nobody_stands_on_a_heading),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
