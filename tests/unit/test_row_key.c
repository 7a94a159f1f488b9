// SPDX-License-Identifier: MIT
// In every list each row says what it is, and no two say the same: else others' changes move the cursor to
// another thing.
#include "core/draft.h"
#include "tui/row_key.h"
#include "tui/views.h"
#include "unit/roles_app.h"
#include "unit/roles_screens.h"
#include "unit/roles_store.h"

#include <string.h>

static int wrong, compared;

// Whose rows need none: the words of a text keep their place by the byte, and while one types the first
// hit is the one that is meant.
static bool may_lack(const View *view)
{
	return view->ops == &clause_view || view->ops == &search_view;
}

static int64_t key_of(const View *view, int row)
{
	return view->ops->row_key ? view->ops->row_key(view, row) : view->ops->row_id(view, row);
}

static void check_row(const View *view, const List *list, int row)
{
	int64_t key = key_of(view, row);
	if (list_is_head(list, row) || (!key && may_lack(view)))
		return;
	bool alone = key != 0;
	for (int other = 0; other < row; other++)
		alone &= list_is_head(list, other) || key_of(view, other) != key;
	compared += row > 0;
	if (alone)
		return;
	print_error("%s, pane %d: row %d is %s\n", view->ops->name, view->pane, row,
		key ? "the same as another" : "nothing");
	wrong++;
}

static void check_panes(View *view)
{
	for (view->pane = 0; view->pane == 0 || view->pane < view->ops->panes; view->pane++) {
		const List *list = view->ops->list ? view->ops->list(view) : NULL;
		for (int row = 0; list && row < list->count; row++)
			check_row(view, list, row);
	}
	view->pane = 0;
}

static void check_as(World *w, const RoleScreen *screen, const ViewArgs *args, const char *login)
{
	Err err = ERR_INIT;
	fixture_as(w->f, login);
	App *app = roles_app_new(w->core, screen->ops, args, &err);
	if (!app)
		return;
	check_panes(app_top(app));
	roles_app_free(app);
}

static void test_every_row_says_what_it_is(void **state)
{
	Fixture *f = *state;
	Buf base = BUF_INIT;
	world_add_lead(f);
	store_save(f, &base);
	store_move_to_memory(f, &base);
	World w = { .f = f, .core = f->core, .err = &f->err, .arena = &f->arena,
		.region_code = "hd", .district_code = "kien-hai", .lead = "leader" };
	w.region = fixture_place(f, "hd");
	w.district = fixture_place(f, "kien-hai");
	for (const RoleScreen *screen = role_screens; screen->ops; screen++) {
		ViewArgs args = { 0 };
		store_bring_back(f, &base);
		w.core = f->core;
		if (screen->prepare)
			screen->prepare(&w);
		if (screen->args)
			screen->args(&w, &args);
		check_as(&w, screen, &args, "office");
		check_as(&w, screen, &args, "leader");
		check_as(&w, screen, &args, "admin");
	}
	buf_release(&base);
	assert_int_equal(wrong, 0);
	assert_true(compared > 100);
}

static void test_parts_make_keys(void **state)
{
	(void)state;
	assert_true(row_key_of(0, 0, 0) != 0);
	assert_true(row_key_of(7, 1, 0) == row_key_of(7, 1, 0));
	assert_true(row_key_of(7, 1, 0) != row_key_of(1, 7, 0));
	assert_true(row_key_of(7, 1, 2) != row_key_of(7, 2, 1));
	assert_true(row_key_words("2021H2") != row_key_words("2021H1"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_every_row_says_what_it_is, fixture_setup_directive,
			fixture_teardown),
		cmocka_unit_test(test_parts_make_keys),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
