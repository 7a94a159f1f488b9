// SPDX-License-Identifier: MIT
// The operation tables: names unique, keys readable, no two alike in one view, everything explained.
#include "core/draft.h"
#include "tui/form.h"
#include "tui/op.h"
#include "tui/text_view.h"
#include "tui/views.h"
#include "tui/views/forms.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

typedef void EachOp(const ViewOps *view, const Op *op);

static void each_table(const ViewOps *ops, const Op *tables[OP_TABLES])
{
	View view = { .ops = ops };
	op_tables(&view, tables);
}

static void each_op(EachOp *check)
{
	for (const ViewOps *const *view = view_list; *view; view++) {
		const Op *tables[OP_TABLES];
		each_table(*view, tables);
		for (int t = 0; tables[t]; t++)
			for (const Op *op = tables[t]; op->name; op++)
				check(*view, op);
	}
}

static void check_explained(const ViewOps *view, const Op *op)
{
	if (!op->title || !*op->title || !op->help || !*op->help || !op->run)
		fail_msg("%s: %s lacks a title, a help line or a function", view->name, op->name);
}

// Each key in the words of key_name(): they are found by comparing names.
static void check_keys(const ViewOps *view, const Op *op)
{
	char copy[128];
	char own[KEY_NAME_SIZE];
	Key key;
	snprintf(copy, sizeof(copy), "%s", op->keys);
	for (char *name = strtok(copy, " "); name; name = strtok(NULL, " ")) {
		if (!key_parse(name, &key))
			fail_msg("%s: %s has a key that is none: %s", view->name, op->name, name);
		if (strcmp(key_name(key, own), name) != 0)
			fail_msg("%s: %s writes %s as %s", view->name, op->name, own, name);
	}
}

// An input method on the user's side mangles bare letters and digits.
static void check_no_letter(const ViewOps *view, const Op *op)
{
	char copy[128];
	Key key;
	snprintf(copy, sizeof(copy), "%s", op->keys);
	for (char *name = strtok(copy, " "); name; name = strtok(NULL, " "))
		if (key_parse(name, &key) && key.code == KEY_CHAR &&
			((key.cp | 32) >= 'a' && (key.cp | 32) <= 'z'))
			fail_msg("%s: %s is on the bare letter %s", view->name, op->name, name);
}

static void test_every_operation_is_explained(void **state)
{
	(void)state;
	each_op(check_explained);
}

static void test_keys_are_keys(void **state)
{
	(void)state;
	each_op(check_keys);
}

static void test_no_action_on_a_bare_letter(void **state)
{
	(void)state;
	each_op(check_no_letter);
}

static void compare(const ViewOps *view, const Op *a, const Op *b)
{
	char copy[128];
	Key key;
	if (strcmp(a->name, b->name) == 0)
		fail_msg("%s: two operations are called %s", view->name, a->name);
	snprintf(copy, sizeof(copy), "%s", a->keys);
	for (char *name = strtok(copy, " "); name; name = strtok(NULL, " "))
		if (key_parse(name, &key) && op_has_key(b, key))
			fail_msg("%s: %s and %s share the key %s", view->name, a->name, b->name, name);
}

// Within one table; a view's own table may take a global key over on purpose.
static void test_no_two_alike_in_a_table(void **state)
{
	(void)state;
	for (const ViewOps *const *view = view_list; *view; view++) {
		const Op *tables[OP_TABLES];
		each_table(*view, tables);
		for (int t = 0; tables[t]; t++)
			for (const Op *a = tables[t]; a->name; a++)
				for (const Op *b = a + 1; b->name; b++)
					compare(*view, a, b);
	}
}

static void test_views_have_names_of_their_own(void **state)
{
	(void)state;
	for (const ViewOps *const *a = view_list; *a; a++)
		for (const ViewOps *const *b = a + 1; *b; b++)
			assert_string_not_equal((*a)->name, (*b)->name);
	for (const ViewOps *const *view = view_list; *view; view++)
		assert_ptr_equal(view_by_name((*view)->name), *view);
	assert_null(view_by_name("no-such-view"));
}

static void check_typed(const char *name, const ViewOps *ops, const void *spec)
{
	const void *found = NULL;
	assert_non_null(name);
	assert_string_not_equal(draft_form_words(name), ""); // told in a hand-over
	assert_ptr_equal(typed_by_name(name, &found), ops);
	assert_ptr_equal(found, spec); // nothing before it is called the same
}

// Else what is typed into it is no draft, or is taken for another's.
static void test_forms_and_texts_have_names_of_their_own(void **state)
{
	const void *spec = NULL;
	(void)state;
	for (const FormSpec *const *form = form_list; *form; form++)
		check_typed((*form)->name, &form_view, *form);
	for (const TextSpec *const *text = text_list; *text; text++)
		check_typed((*text)->name, &text_view, *text);
	check_typed(progress_grid_view.name, &progress_grid_view, NULL);
	check_typed(round_grid_view.name, &round_grid_view, NULL);
	check_typed(reading_grid_view.name, &reading_grid_view, NULL);
	check_typed(closing_view.name, &closing_view, NULL);
	assert_null(typed_by_name("no-such-form", &spec));
}

// Those that only add, and why nothing of another's can be lost by them. All others keep the revision
// that they were filled from: a form that does not say so, or that keeps none, stops the program when it
// is opened.
static const char *const only_add[] = {
	"attendance-add", "task-add", "conclusion-add", "meeting-add", "agenda-add", "review-follow-up",
	"remark-add", "assign", "reminder", "series-add", "indicator-add", "body-add", "user-add",
	"key-add",
	"user-close",    // refused where somebody has closed it
	"key-replace",   // takes whatever keys there are away, as it says
	"handover",      // planned and checked anew inside its change
	"report-extend", "leaf-extend", // a dated extension more; it must lie after the one in force
	"leaf-end",      // what is done or has ended meanwhile is refused
	"progress-many", // a row of progress more for each; the one before stays to be seen
	"closing-carry", "closing-end", // a decision on the screen below, checked when the period is closed
	NULL,
};

static bool may_only_add(const char *name)
{
	for (const char *const *each = only_add; *each; each++)
		if (strcmp(*each, name) == 0)
			return true;
	return false;
}

static void test_forms_that_change_say_how_they_are_never_stale(void **state)
{
	(void)state;
	for (const FormSpec *const *form = form_list; *form; form++) {
		bool adds = may_only_add((*form)->name);
		if ((*form)->stale == FORM_UNSAID || adds != ((*form)->stale == FORM_ADDS))
			fail_msg("%s does not say what becomes of a stale save", (*form)->name);
		if (!adds && !(*form)->fill)
			fail_msg("%s changes what it has not read", (*form)->name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_operation_is_explained),
		cmocka_unit_test(test_keys_are_keys),
		cmocka_unit_test(test_no_action_on_a_bare_letter),
		cmocka_unit_test(test_no_two_alike_in_a_table),
		cmocka_unit_test(test_views_have_names_of_their_own),
		cmocka_unit_test(test_forms_and_texts_have_names_of_their_own),
		cmocka_unit_test(test_forms_that_change_say_how_they_are_never_stale),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
