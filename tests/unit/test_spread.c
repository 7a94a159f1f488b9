// SPDX-License-Identifier: MIT
// Spreading and gathering: what is made, that nothing reported is lost, and that figures keep adding up.
#include "unit/fixture.h"

#include "core/figures.h"
#include "core/spread.h"
#include "core/undo.h"

#include <stdlib.h>
#include <string.h>

typedef Fixture F;

static int64_t task_id(F *f, const char *code)
{
	Task task;
	assert_done(task_find(f->core, code, &f->arena, &task, &f->err), &f->err);
	return task.id;
}

static bool spread_to(F *f, const char *code, const char *const *places, size_t n, const char *due)
{
	Place to[8];
	int64_t id = task_id(f, code);
	for (size_t i = 0; i < n; i++)
		to[i] = fixture_place(f, places[i]);
	const Spread wanted = { .task_ids = &id, .tasks_n = 1, .places = to, .places_n = n, .due = due };
	return spread_run(f->core, &wanted, &f->err);
}

static bool gather(F *f, const char *code)
{
	int64_t id = task_id(f, code);
	return gather_run(f->core, &id, 1, &f->err);
}

static size_t count_leaves(F *f, const char *code)
{
	Vec leaves;
	LeafFilter filter = { .task_id = task_id(f, code) };
	vec_init(&leaves, sizeof(Leaf));
	assert_done(leaf_list(f->core, &filter, &f->arena, &leaves, &f->err), &f->err);
	size_t n = leaves.len;
	vec_release(&leaves);
	return n;
}

static size_t count_updates(F *f, const char *code)
{
	Vec updates;
	vec_init(&updates, sizeof(TaskUpdate));
	assert_done(progress_list_of_task(f->core, task_id(f, code), &f->arena, &updates, &f->err),
		&f->err);
	size_t n = updates.len;
	vec_release(&updates);
	return n;
}

static Leaf leaf_at(F *f, const char *code, const char *place)
{
	Leaf leaf;
	assert_done(leaf_find(f->core, code, fixture_place(f, place), &f->arena, &leaf, &f->err), &f->err);
	return leaf;
}

static const char *const two[] = { "phu-quoc", "go-quao" };

static void test_plan(void **state)
{
	F *f = *state;
	Vec lines, aside;
	int64_t ids[] = { task_id(f, "2.1b"), task_id(f, "2.2a") };
	Place to[] = { fixture_place(f, "phu-quoc"), fixture_place(f, "go-quao") };
	const Spread wanted = { .task_ids = ids, .tasks_n = 2, .places = to, .places_n = 2,
		.due = "2022-03-31" };
	vec_init(&lines, sizeof(SpreadLine));
	vec_init(&aside, sizeof(AsideLine));
	assert_done(spread_plan(f->core, &wanted, &f->arena, &lines, &aside, &f->err), &f->err);
	assert_int_equal(lines.len, 4);
	assert_int_equal(((const SpreadLine *)vec_at(&lines, 0))->kind, SPREAD_THERE);
	assert_string_equal(((const SpreadLine *)vec_at(&lines, 0))->due, "2021-12-31");
	assert_int_equal(((const SpreadLine *)vec_at(&lines, 1))->kind, SPREAD_NEW);
	assert_string_equal(((const SpreadLine *)vec_at(&lines, 1))->due, "2022-03-31");
	assert_int_equal(aside.len, 1);
	assert_int_equal(count_leaves(f, "2.1b"), 3); // nothing was made
	vec_release(&lines);
	vec_release(&aside);
}

static void test_there_and_back(void **state)
{
	F *f = *state;
	const char *what;
	fixture_report(f, "2.2a", "province", STATE_DOING, 40, "2021-11-10");
	assert_done(spread_to(f, "2.2a", two, 2, "2022-03-31"), &f->err);
	assert_int_equal(count_leaves(f, "2.2a"), 2);
	assert_int_equal(count_updates(f, "2.2a"), 1); // the province's, set aside
	assert_string_equal(leaf_at(f, "2.2a", "go-quao").due, "2022-03-31");
	assert_true(leaf_at(f, "2.2a", "go-quao").own_due);
	fixture_report(f, "2.2a", "phu-quoc", STATE_DONE, 100, "2021-11-20");

	assert_done(gather(f, "2.2a"), &f->err);
	assert_int_equal(count_leaves(f, "2.2a"), 1);
	Leaf province = leaf_at(f, "2.2a", "province");
	assert_int_equal(province.percent, 50); // the mean: go-quao is silent
	assert_int_equal(province.state, STATE_DOING);
	assert_string_equal(province.as_of, "2021-11-20");
	assert_int_equal(count_updates(f, "2.2a"), 3);

	// again, with what was told there
	assert_done(spread_to(f, "2.2a", two, 2, ""), &f->err);
	assert_int_equal(leaf_at(f, "2.2a", "phu-quoc").state, STATE_DONE);
	assert_int_equal(count_updates(f, "2.2a"), 3);

	for (int i = 0; i < 3; i++)
		assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_int_equal(count_leaves(f, "2.2a"), 2);
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_int_equal(leaf_at(f, "2.2a", "province").percent, 40);
}

// 100 % is only told where every place is done.
static void test_mean_is_not_done(void **state)
{
	F *f = *state;
	assert_done(spread_to(f, "2.2a", two, 2, ""), &f->err);
	fixture_report(f, "2.2a", "phu-quoc", STATE_DONE, 100, "2021-11-20");
	fixture_report(f, "2.2a", "go-quao", STATE_BLOCKED, 99, "2021-11-21");
	assert_done(gather(f, "2.2a"), &f->err);
	assert_int_equal(leaf_at(f, "2.2a", "province").percent, 99);
	assert_int_equal(leaf_at(f, "2.2a", "province").state, STATE_BLOCKED);
}

static void test_refused(void **state)
{
	static const char *const province[] = { "province" };
	static const char *const there[] = { "phu-quoc" };
	F *f = *state;
	bool ok = spread_to(f, "2.2a", province, 1, "");
	assert_failed(ok, &f->err, ERR_INVALID);
	ok = spread_to(f, "2.1b", there, 1, "");
	assert_failed(ok, &f->err, ERR_INVALID);
	ok = spread_to(f, "2.2a", two, 2, "31/02");
	assert_failed(ok, &f->err, ERR_INVALID);
	ok = spread_to(f, "2.2a", two, 0, "");
	assert_failed(ok, &f->err, ERR_INVALID);
	ok = gather(f, "2.2a");
	assert_failed(ok, &f->err, ERR_INVALID);
	fixture_as(f, "leader");
	ok = spread_to(f, "2.2a", two, 2, "");
	assert_failed(ok, &f->err, ERR_DENIED);
	ok = gather(f, "2.1b");
	assert_failed(ok, &f->err, ERR_DENIED);
}

// Whatever is spread, gathered, ended or told, in any order: the province is the sum of its leaves, each
// once, every region the sum of what counts in it, and no report is ever lost.

static Figures sum_of_leaves(F *f)
{
	Vec leaves;
	Figures sum = { 0 };
	LeafFilter all = { 0 };
	vec_init(&leaves, sizeof(Leaf));
	assert_done(leaf_list(f->core, &all, &f->arena, &leaves, &f->err), &f->err);
	for (size_t i = 0; i < leaves.len; i++) {
		const Leaf *leaf = vec_at(&leaves, i);
		for (size_t k = 0; k < i; k++)
			assert_true(((const Leaf *)vec_at(&leaves, k))->leaf_id != leaf->leaf_id);
		figures_add_leaf(&sum, leaf);
	}
	vec_release(&leaves);
	return sum;
}

static void assert_adds_up(F *f)
{
	char today[11];
	Vec places;
	Figures sum = sum_of_leaves(f), regions = { 0 }, districts = { 0 };
	vec_init(&places, sizeof(PlaceFigures));
	core_today_iso(f->core, today);
	assert_done(figures_snapshot(f->core, today, &f->arena, &places, &f->err), &f->err);
	const PlaceFigures *province = vec_at(&places, 0);
	assert_memory_equal(&province->figures, &sum, sizeof(sum));
	assert_int_equal(sum.all, sum.done_in_time + sum.done_late + sum.open_in_time + sum.late +
					  sum.ended);
	for (size_t i = 1; i < places.len; i++) {
		const PlaceFigures *place = vec_at(&places, i);
		figures_add(place->place.region_id ? &regions : &districts, &place->figures);
	}
	assert_true(districts.all <= regions.all && regions.all <= sum.all);
	assert_true(districts.late <= regions.late && regions.late <= sum.late);
	vec_release(&places);
}

static int64_t count_reports(F *f)
{
	static const char *const tasks[] = { "1a", "2.1a", "2.1b", "2.2a", "3a" };
	int64_t count = 0;
	for (size_t i = 0; i < sizeof(tasks) / sizeof(*tasks); i++)
		count += (int64_t)count_updates(f, tasks[i]);
	return count;
}

static void random_report(F *f, unsigned *seed)
{
	Vec leaves;
	LeafFilter open = { .states = (1U << STATE_COUNT) - 1 };
	vec_init(&leaves, sizeof(Leaf));
	assert_done(leaf_list(f->core, &open, &f->arena, &leaves, &f->err), &f->err);
	const Leaf *leaf = vec_at(&leaves, (size_t)rand_r(seed) % leaves.len);
	int percent = rand_r(seed) % 101;
	const ProgressInput input = { .state = percent == 100 ? STATE_DONE : STATE_DOING,
		.percent = percent, .as_of = rand_r(seed) % 2 ? "2021-11-01" : "2021-11-23" };
	assert_done(progress_record(f->core, leaf->leaf_id, &input, &f->err), &f->err);
	vec_release(&leaves);
}

static void random_end(F *f, unsigned *seed)
{
	Vec leaves;
	LeafFilter open = { .pick = LEAF_OPEN };
	vec_init(&leaves, sizeof(Leaf));
	assert_done(leaf_list(f->core, &open, &f->arena, &leaves, &f->err), &f->err);
	if (leaves.len > 2) {
		const Leaf *leaf = vec_at(&leaves, (size_t)rand_r(seed) % leaves.len);
		assert_done(leaf_end(f->core, &leaf->leaf_id, 1, "thôi", &f->err), &f->err);
	}
	vec_release(&leaves);
}

static void test_any_order_adds_up(void **state)
{
	static const char *const tasks[] = { "1a", "2.1b", "2.2a", "3a" };
	static const char *const places[] = { "phu-quoc", "kien-hai", "tan-hiep", "go-quao", "rach-gia",
		"hd", "tsh" };
	F *f = *state;
	unsigned seed = 259;
	for (int step = 0; step < 120; step++) {
		const char *task = tasks[rand_r(&seed) % 4];
		int64_t before = count_reports(f);
		int what = rand_r(&seed) % 8;
		size_t first = (size_t)rand_r(&seed) % 7, n = 1 + (size_t)rand_r(&seed) % (7 - first);
		if (what == 0)
			(void)!spread_to(f, task, places + first, n, "");
		else if (what == 1)
			(void)!gather(f, task);
		else if (what == 2)
			random_end(f, &seed);
		else
			random_report(f, &seed);
		err_clear(&f->err);
		assert_true(count_reports(f) >= before);
		assert_adds_up(f);
	}
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, fixture_setup_directive, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(test_plan), WITH(test_there_and_back), WITH(test_mean_is_not_done),
		WITH(test_refused), WITH(test_any_order_adds_up),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
