// SPDX-License-Identifier: MIT
// Closing a period: what must be decided, what is stored, and that nothing later changes the figures.
#include "unit/fixture.h"

#include "core/closing.h"
#include "core/undo.h"

#include <string.h>

typedef Fixture F;

static const Period h2 = { .year = 2021, .half = 2 };
static const Period q1 = { .year = 2022, .half = 1, .quarter = 1 };
static const Period h1 = { .year = 2022, .half = 1 };
enum { DUE = 4 }; // 2.1a at phu-quoc, 2.1b at three places

static Vec due_leaves(F *f)
{
	Vec leaves;
	Period current;
	vec_init(&leaves, sizeof(Leaf));
	assert_done(closing_current(f->core, &current, &f->err), &f->err);
	assert_done(closing_leaves(f->core, current, &f->arena, &leaves, &f->err), &f->err);
	return leaves;
}

// 2.1a done, 2.1b carried at phu-quoc and kien-hai, ended at tan-hiep.
static void decide(F *f, CloseDecision decisions[DUE])
{
	const CloseDecision wanted[DUE] = {
		{ fixture_leaf(f, "2.1a", "phu-quoc"), CLOSE_DONE, "", "" },
		{ fixture_leaf(f, "2.1b", "phu-quoc"), CLOSE_CARRY, "2022-06-30", "chờ vắc xin" },
		{ fixture_leaf(f, "2.1b", "kien-hai"), CLOSE_CARRY, "2022-03-31", "chờ vắc xin" },
		{ fixture_leaf(f, "2.1b", "tan-hiep"), CLOSE_END, "", "gộp vào việc khác" },
	};
	memcpy(decisions, wanted, sizeof(wanted));
}

static void close_it(F *f)
{
	size_t failed;
	CloseDecision decisions[DUE];
	decide(f, decisions);
	assert_done(closing_close(f->core, h2, decisions, DUE, &failed, &f->err), &f->err);
}

static Figures figures_in(F *f, Period period, const char *place)
{
	Closing closing;
	Vec places;
	Figures found = { .all = -1 };
	Place wanted = fixture_place(f, place);
	vec_init(&places, sizeof(PlaceFigures));
	assert_done(closing_get(f->core, period, &f->arena, &closing, &f->err), &f->err);
	assert_done(closing_figures(f->core, closing.id, &f->arena, &places, &f->err), &f->err);
	for (size_t i = 0; i < places.len; i++) {
		const PlaceFigures *each = vec_at(&places, i);
		if (each->place.region_id == wanted.region_id &&
			each->place.district_id == wanted.district_id)
			found = each->figures;
	}
	vec_release(&places);
	return found;
}

static Figures figures_of(F *f, const char *place)
{
	return figures_in(f, h2, place);
}

static Leaf leaf_at(F *f, const char *task, const char *place)
{
	Leaf leaf;
	assert_done(leaf_get(f->core, fixture_leaf(f, task, place), &f->arena, &leaf, &f->err), &f->err);
	return leaf;
}

static void test_what_is_due(void **state)
{
	F *f = *state;
	fixture_today(f, "2022-01-04");
	Vec leaves = due_leaves(f);
	assert_int_equal(leaves.len, DUE);
	assert_string_equal(((const Leaf *)vec_at(&leaves, 0))->code, "2.1a"); // by day
	vec_release(&leaves);
	fixture_report(f, "2.1a", "phu-quoc", STATE_DONE, 100, "2022-01-03");
	leaves = due_leaves(f);
	assert_int_equal(leaves.len, DUE - 1);
	vec_release(&leaves);
}

static void test_closed(void **state)
{
	F *f = *state;
	Period current;
	fixture_report(f, "2.1b", "kien-hai", STATE_DOING, 40, "2021-11-20");
	fixture_today(f, "2022-01-04");
	assert_done(closing_current(f->core, &current, &f->err), &f->err);
	assert_true(closing_is_due(f->core, current));
	close_it(f);
	assert_done(closing_current(f->core, &current, &f->err), &f->err);
	assert_int_equal(period_compare(current, q1), 0);

	Leaf done = leaf_at(f, "2.1a", "phu-quoc"), carried = leaf_at(f, "2.1b", "kien-hai");
	Leaf ended = leaf_at(f, "2.1b", "tan-hiep");
	assert_int_equal(done.state, STATE_DONE);
	assert_string_equal(done.as_of, "2021-12-31");
	assert_string_equal(carried.due, "2022-03-31");
	assert_int_equal(carried.extensions, 1);
	assert_false(carried.late);
	assert_true(ended.ended);
	assert_false(ended.late);
	assert_string_equal(ended.ended_reason, "gộp vào việc khác");
}

// The figures as they stood: what was carried over or ended is late in them.
static void test_figures_are_kept(void **state)
{
	F *f = *state;
	fixture_report(f, "2.1b", "kien-hai", STATE_DOING, 40, "2021-11-20");
	fixture_today(f, "2022-01-04");
	close_it(f);
	Figures before = figures_of(f, "province"), hd = figures_of(f, "hd");
	assert_int_equal(before.all, DUE);
	assert_int_equal(before.done, 1);
	assert_int_equal(before.done_late, 1); // due on 11/11, done as of 31/12
	assert_int_equal(before.late, 3);
	assert_int_equal(before.ended, 0);
	assert_int_equal(before.percent_sum, 140);
	assert_int_equal(hd.all, 3);
	assert_int_equal(figures_of(f, "tan-hiep").late, 1);

	fixture_report(f, "2.1b", "kien-hai", STATE_DONE, 100, "2022-01-04");
	fixture_report(f, "2.1b", "phu-quoc", STATE_BLOCKED, 10, "2022-01-04");
	Figures after = figures_of(f, "province");
	assert_memory_equal(&before, &after, sizeof(before));
	FigureLine now;
	Vec lines;
	vec_init(&lines, sizeof(FigureLine));
	assert_done(figures_of_regions(f->core, &f->arena, &lines, &now, &f->err), &f->err);
	assert_int_equal(now.figures.all, DUE); // the one that ended stays in the total
	assert_int_equal(now.figures.done, 2);
	assert_int_equal(now.figures.ended, 1);
	assert_int_equal(now.figures.late, 0);
	vec_release(&lines);
}

static void test_undone_and_closed_again(void **state)
{
	F *f = *state;
	const char *what;
	Closing closing;
	fixture_today(f, "2022-01-04");
	close_it(f);
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_failed(closing_get(f->core, h2, &f->arena, &closing, &f->err), &f->err, ERR_NOT_FOUND);
	assert_int_equal(leaf_at(f, "2.1a", "phu-quoc").state, STATE_SILENT);
	assert_false(leaf_at(f, "2.1b", "tan-hiep").ended);
	assert_string_equal(leaf_at(f, "2.1b", "kien-hai").due, "2021-12-31");
	close_it(f);
	assert_done(closing_get(f->core, h2, &f->arena, &closing, &f->err), &f->err);
	assert_int_equal(closing.done, 1);
	assert_int_equal(closing.carried, 2);
	assert_int_equal(closing.ended, 1);
}

static void test_refused(void **state)
{
	F *f = *state;
	size_t failed;
	CloseDecision decisions[DUE + 1];
	decide(f, decisions);
	// not at its end
	assert_failed(closing_close(f->core, h2, decisions, DUE, &failed, &f->err), &f->err, ERR_INVALID);
	fixture_today(f, "2022-01-04");
	// one undecided: named
	assert_false(closing_close(f->core, h2, decisions, DUE - 1, &failed, &f->err));
	assert_int_equal(failed, DUE - 1);
	assert_non_null(strstr(f->err.message, "2.1b Tân Hiệp"));
	err_clear(&f->err);
	// no reason, no day, a day in the period
	decisions[3].reason = " ";
	assert_failed(closing_close(f->core, h2, decisions, DUE, &failed, &f->err), &f->err, ERR_INVALID);
	assert_int_equal(failed, 3);
	decisions[3].reason = "gộp";
	decisions[1].new_due = "2021-12-31";
	assert_false(closing_close(f->core, h2, decisions, DUE, &failed, &f->err));
	assert_string_equal(f->err.field, "new_due");
	err_clear(&f->err);
	decisions[1].new_due = "";
	assert_failed(closing_close(f->core, h2, decisions, DUE, &failed, &f->err), &f->err, ERR_INVALID);
	decisions[1].new_due = "2022-06-30";
	// twice the same, and what is not due
	decisions[DUE] = decisions[0];
	assert_failed(closing_close(f->core, h2, decisions, DUE + 1, &failed, &f->err), &f->err,
		ERR_INVALID);
	decisions[DUE].leaf_id = fixture_leaf(f, "2.2a", "province");
	assert_failed(closing_close(f->core, h2, decisions, DUE + 1, &failed, &f->err), &f->err,
		ERR_CONFLICT);
	// the next period before this one, and this one twice
	assert_failed(closing_close(f->core, period_next(h2), NULL, 0, &failed, &f->err), &f->err,
		ERR_INVALID);
	close_it(f);
	assert_failed(closing_close(f->core, h2, decisions, DUE, &failed, &f->err), &f->err, ERR_CONFLICT);
}

static void test_rights(void **state)
{
	static const char *const others[] = { "leader", "member", "secretary", "admin", "viewer" };
	F *f = *state;
	size_t failed;
	CloseDecision decisions[DUE];
	fixture_today(f, "2022-01-04");
	decide(f, decisions);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		fixture_as(f, others[i]);
		assert_failed(closing_close(f->core, h2, decisions, DUE, &failed, &f->err), &f->err,
			ERR_DENIED);
	}
	fixture_as(f, "office");
	close_it(f);
}

static Period current_on(F *f, const char *day)
{
	Period current;
	fixture_today(f, day);
	assert_done(closing_current(f->core, &current, &f->err), &f->err);
	return current;
}

static bool close_alike(F *f, Period period, CloseKind kind, const char *due)
{
	size_t failed;
	Vec leaves, decisions;
	vec_init(&leaves, sizeof(Leaf));
	vec_init(&decisions, sizeof(CloseDecision));
	assert_done(closing_leaves(f->core, period, &f->arena, &leaves, &f->err), &f->err);
	for (size_t i = 0; i < leaves.len; i++)
		*(CloseDecision *)vec_push(&decisions) = (CloseDecision){
			((const Leaf *)vec_at(&leaves, i))->leaf_id, kind, due, "lý do" };
	bool ok = closing_close(f->core, period, decisions.items, decisions.len, &failed, &f->err);
	vec_release(&leaves);
	vec_release(&decisions);
	return ok;
}

// What a quarter carries over is asked for again at the half-year's end; the figures of both are kept.
static void test_quarter_then_half(void **state)
{
	F *f = *state;
	char iso[11];
	Vec closings;
	fixture_today(f, "2022-01-04");
	close_it(f);
	assert_int_equal(period_compare(current_on(f, "2022-02-01"), q1), 0);
	assert_failed(close_alike(f, q1, CLOSE_CARRY, "2022-06-30"), &f->err, ERR_INVALID); // not over
	assert_int_equal(period_compare(current_on(f, "2022-04-02"), q1), 0);
	assert_true(closing_is_due(f->core, q1));
	assert_true(leaf_at(f, "2.1b", "kien-hai").late);
	assert_failed(close_alike(f, h1, CLOSE_END, ""), &f->err, ERR_INVALID); // the quarter first
	date_iso(closing_carry_day(q1), iso);
	assert_string_equal(iso, "2022-06-30");
	assert_done(close_alike(f, q1, CLOSE_CARRY, iso), &f->err);
	assert_false(leaf_at(f, "2.1b", "kien-hai").late);
	assert_failed(close_alike(f, q1, CLOSE_CARRY, iso), &f->err, ERR_CONFLICT); // once
	Figures quarter = figures_in(f, q1, "province");
	assert_int_equal(quarter.late, 1);
	assert_int_equal(period_compare(current_on(f, "2022-07-01"), h1), 0);
	Vec leaves = due_leaves(f);
	assert_int_equal(leaves.len, 2); // kien-hai again, and phu-quoc
	vec_release(&leaves);
	assert_done(close_alike(f, h1, CLOSE_END, ""), &f->err);
	assert_int_equal(figures_in(f, h1, "province").late, 2);
	Figures after = figures_in(f, q1, "province");
	assert_memory_equal(&after, &quarter, sizeof(after));
	vec_init(&closings, sizeof(Closing));
	assert_done(closing_list(f->core, &f->arena, &closings, &f->err), &f->err);
	assert_int_equal(closings.len, 3);
	assert_int_equal(period_compare(((Closing *)vec_at(&closings, 0))->period, h1), 0);
	assert_int_equal(period_compare(((Closing *)vec_at(&closings, 1))->period, q1), 0);
	vec_release(&closings);
}

// A quarter that nobody has closed ends with its half-year, and so does every second one.
static void test_quarters_that_are_not_closed(void **state)
{
	F *f = *state;
	Closing closing;
	const Period q2 = { .year = 2022, .half = 1, .quarter = 2 };
	fixture_today(f, "2022-01-04");
	close_it(f);
	assert_int_equal(period_compare(current_on(f, "2022-06-29"), q1), 0);
	assert_int_equal(period_compare(current_on(f, "2022-06-30"), h1), 0);
	assert_failed(close_alike(f, q1, CLOSE_CARRY, "2022-12-31"), &f->err, ERR_CONFLICT);
	assert_failed(close_alike(f, q2, CLOSE_CARRY, "2022-12-31"), &f->err, ERR_INVALID);
	assert_failed(closing_get(f->core, q2, &f->arena, &closing, &f->err), &f->err, ERR_INVALID);
	assert_done(close_alike(f, h1, CLOSE_CARRY, "2022-12-31"), &f->err);
	const Period q3 = { .year = 2022, .half = 2, .quarter = 3 };
	assert_int_equal(period_compare(current_on(f, "2022-07-02"), q3), 0);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, fixture_setup_directive, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(test_what_is_due), WITH(test_closed), WITH(test_figures_are_kept),
		WITH(test_undone_and_closed_again), WITH(test_refused), WITH(test_rights),
		WITH(test_quarter_then_half), WITH(test_quarters_that_are_not_closed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
