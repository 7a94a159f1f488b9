// SPDX-License-Identifier: MIT
#include "unit/fixture.h"

#include "core/change.h"
#include "core/figures.h"

#include <stdio.h>
#include <string.h>

typedef struct {
	Vec lines; // of FigureLine
	FigureLine total;
} Lines;

static Lines of_regions(Fixture *fixture)
{
	Lines all;
	vec_init(&all.lines, sizeof(FigureLine));
	assert_done(figures_of_regions(fixture->core, &fixture->arena, &all.lines, &all.total,
		&fixture->err), &fixture->err);
	return all;
}

static Lines of_districts(Fixture *fixture, const char *region)
{
	Lines all;
	vec_init(&all.lines, sizeof(FigureLine));
	assert_done(figures_of_districts(fixture->core, fixture_place(fixture, region).region_id,
		&fixture->arena, &all.lines, &all.total, &fixture->err), &fixture->err);
	return all;
}

static const FigureLine *line_of(const Lines *lines, const char *code)
{
	for (size_t i = 0; i < lines->lines.len; i++) {
		const FigureLine *line = vec_at(&lines->lines, i);
		if (strcmp(line->code, code) == 0)
			return line;
	}
	fail_msg("no line %s", code);
	return NULL;
}

static void assert_same(const Figures *a, const Figures *b)
{
	assert_int_equal(a->all, b->all);
	assert_int_equal(a->done, b->done);
	assert_int_equal(a->late, b->late);
	assert_int_equal(a->done_in_time, b->done_in_time);
	assert_int_equal(a->done_late, b->done_late);
	assert_int_equal(a->open_in_time, b->open_in_time);
	assert_int_equal(a->percent_sum, b->percent_sum);
	assert_int_equal(a->silent, b->silent);
	assert_int_equal(a->good, b->good);
	assert_int_equal(a->blocked, b->blocked);
	assert_int_equal(a->mute, b->mute);
	assert_int_equal(a->unstarted, b->unstarted);
}

static void test_percent(void **state)
{
	(void)state;
	assert_int_equal(figures_percent(&(Figures){ 0 }), 0);
	assert_int_equal(figures_percent(&(Figures){ .all = 3, .percent_sum = 100 }), 33);
	assert_int_equal(figures_percent(&(Figures){ .all = 3, .percent_sum = 200 }), 67);
	assert_int_equal(figures_percent(&(Figures){ .all = 2, .percent_sum = 101 }), 51);
}

static void test_one_leaf(void **state)
{
	static const struct {
		Leaf leaf;
		Figures expected;
	} cases[] = {
		{ { .dated = true, .state = STATE_SILENT }, { .all = 1, .silent = 1, .open_in_time = 1 } },
		{ { .dated = true, .state = STATE_SILENT, .late = true },
			{ .all = 1, .silent = 1, .late = 1 } },
		{ { .dated = true, .state = STATE_DONE, .percent = 100 },
			{ .all = 1, .done = 1, .done_in_time = 1, .percent_sum = 100 } },
		{ { .dated = true, .state = STATE_DONE, .percent = 100, .done_late = true },
			{ .all = 1, .done = 1, .done_late = 1, .percent_sum = 100 } },
		{ { .dated = true, .state = STATE_BLOCKED, .percent = 40, .late = true },
			{ .all = 1, .late = 1, .percent_sum = 40 } },
		{ { .state = STATE_DOING, .percent = 40 }, { .good = 1 } },
		{ { .state = STATE_DONE, .percent = 100 }, { .good = 1 } },
		{ { .state = STATE_BLOCKED }, { .blocked = 1 } },
		{ { .state = STATE_SILENT }, { .mute = 1 } },
		{ { .state = STATE_NOT_STARTED }, { .unstarted = 1 } },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		Figures figures = { 0 };
		figures_add_leaf(&figures, &cases[i].leaf);
		assert_same(&figures, &cases[i].expected);
	}
}

// 2.1a (phu-quoc, past due) and 2.1b (phu-quoc, kien-hai, tan-hiep) are dated.
static void test_lines(void **state)
{
	Fixture *fixture = *state;
	fixture_report(fixture, "2.1b", "tan-hiep", STATE_DONE, 100, "2021-11-20");
	fixture_report(fixture, "2.1b", "kien-hai", STATE_DOING, 50, "2021-11-20");
	fixture_report(fixture, "2.2a", "province", STATE_DOING, 50, "2021-11-20");
	Lines regions = of_regions(fixture);
	assert_int_equal(regions.lines.len, 3);
	const FigureLine *hd = vec_at(&regions.lines, 0);
	assert_string_equal(hd->code, "hd");
	assert_int_equal(hd->figures.all, 3);
	assert_int_equal(hd->figures.late, 1);
	assert_int_equal(figures_percent(&hd->figures), 17);
	assert_string_equal(hd->person, "Trần Văn Mẫu");
	assert_string_equal(hd->review, "đến kỳ");
	assert_int_equal(line_of(&regions, "tsh")->figures.done, 1);
	assert_string_equal(line_of(&regions, "tsh")->person, "");
	assert_int_equal(line_of(&regions, "tglx")->figures.all, 0);
	assert_int_equal(regions.total.figures.all, 4);
	assert_int_equal(regions.total.figures.good, 1);
	vec_release(&regions.lines);
}

static void test_partial_district(void **state)
{
	Fixture *fixture = *state;
	Lines tsh = of_districts(fixture, "tsh"), tglx = of_districts(fixture, "tglx");
	const FigureLine *main = line_of(&tsh, "tan-hiep"), *part = line_of(&tglx, "tan-hiep");
	assert_true(main->main && main->partial);
	assert_true(!part->main && part->partial);
	assert_same(&main->figures, &part->figures);
	assert_int_equal(main->figures.all, 1);
	assert_int_equal(tsh.total.figures.all, 1);
	assert_int_equal(tglx.total.figures.all, 0);
	vec_release(&tsh.lines);
	vec_release(&tglx.lines);
}

// --- property: the figures are the sum over the leaves, none of them twice, in any order ---------

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1664525U + 1013904223U;
	return *seed >> 16;
}

static void add_tasks(Fixture *fixture, unsigned *seed)
{
	static const char *const codes[] = { "phu-quoc", "kien-hai", "tan-hiep", "go-quao", "rach-gia",
		"hd", "tsh", "tglx", "province" };
	static const char *const dues[] = { "", "2021-11-01", "2021-11-22", "2021-11-23", "2021-12-31" };
	Change *change = change_begin(fixture->core, "conclusion-add");
	change_allow(change, true); // what is there, whoever wrote it
	for (int n = 0; n < 20; n++) {
		Place places[9];
		char code[16];
		int64_t id;
		size_t count = 0;
		for (size_t i = 0; i < 9; i++)
			if (i == 0 || next_random(seed) % 2)
				places[count++] = fixture_place(fixture, codes[i]);
		snprintf(code, sizeof(code), "YK-%d", n);
		const TaskDraft draft = {
			.origin = "remark", .code = code, .title = "việc", .places = places,
			.due = dues[next_random(seed) % 5], .places_n = count,
		};
		task_draft_add(change, &draft, &id);
	}
	assert_done(change_commit(change, &fixture->err), &fixture->err);
}

static Vec all_leaves(Fixture *fixture)
{
	Vec leaves;
	const LeafFilter filter = { 0 };
	vec_init(&leaves, sizeof(Leaf));
	assert_done(leaf_list(fixture->core, &filter, &fixture->arena, &leaves, &fixture->err),
		&fixture->err);
	return leaves;
}

static void report_some(Fixture *fixture, unsigned *seed)
{
	static const ProgressInput inputs[] = {
		{ STATE_DONE, 100, "", "2021-11-10", "", 0 }, { STATE_DONE, 100, "", "2021-11-23", "", 0 },
		{ STATE_DOING, 55, "", "2021-11-20", "", 0 }, { STATE_BLOCKED, 30, "", "2021-11-21", "", 0 },
		{ STATE_NOT_STARTED, 0, "", "2021-11-21", "", 0 },
	};
	Vec leaves = all_leaves(fixture);
	for (size_t i = 0; i < leaves.len; i++) {
		unsigned pick = next_random(seed) % 7;
		if (pick < 5)
			assert_done(progress_record(fixture->core,
				((const Leaf *)vec_at(&leaves, i))->leaf_id, &inputs[pick], &fixture->err),
				&fixture->err);
	}
	vec_release(&leaves);
}

static void assert_sums(Fixture *fixture, const Vec *leaves)
{
	Lines regions = of_regions(fixture);
	Figures all = { 0 }, backwards = { 0 }, province = { 0 }, sum = { 0 };
	for (size_t i = 0; i < leaves->len; i++) {
		const Leaf *leaf = vec_at(leaves, i);
		figures_add_leaf(&all, leaf);
		figures_add_leaf(&backwards, vec_at(leaves, leaves->len - 1 - i));
		if (!leaf->place.region_id && !leaf->place.district_id)
			figures_add_leaf(&province, leaf);
	}
	for (size_t i = 0; i < regions.lines.len; i++)
		figures_add(&sum, &((const FigureLine *)vec_at(&regions.lines, i))->figures);
	figures_add(&sum, &province);
	assert_same(&all, &backwards);
	assert_same(&regions.total.figures, &all);
	assert_same(&sum, &all);
	assert_int_equal(all.done_in_time + all.done_late + all.open_in_time + all.late, all.all);
	assert_int_equal(all.done_in_time + all.done_late, all.done);
	assert_int_equal(all.all + all.good + all.blocked + all.mute + all.unstarted, leaves->len);
	vec_release(&regions.lines);
}

static void assert_region_sums(Fixture *fixture, const char *region, const Vec *leaves)
{
	int64_t id = fixture_place(fixture, region).region_id;
	Lines districts = of_districts(fixture, region), regions = of_regions(fixture);
	Figures sum = { 0 };
	for (size_t i = 0; i < leaves->len; i++)
		if (((const Leaf *)vec_at(leaves, i))->place.region_id == id)
			figures_add_leaf(&sum, vec_at(leaves, i));
	for (size_t i = 0; i < districts.lines.len; i++) {
		const FigureLine *line = vec_at(&districts.lines, i);
		Figures own, counted = { 0 };
		assert_done(figures_of_district(fixture->core, line->id, &own, &fixture->err),
			&fixture->err);
		assert_same(&own, &line->figures);
		for (size_t k = 0; k < leaves->len; k++)
			if (((const Leaf *)vec_at(leaves, k))->place.district_id == line->id)
				figures_add_leaf(&counted, vec_at(leaves, k));
		assert_same(&own, &counted);
		if (line->main)
			figures_add(&sum, &own);
	}
	assert_same(&districts.total.figures, &sum);
	assert_same(&line_of(&regions, region)->figures, &sum);
	vec_release(&districts.lines);
	vec_release(&regions.lines);
}

static void test_sums_hold(void **state)
{
	Fixture *fixture = *state;
	unsigned seed = 259;
	add_tasks(fixture, &seed);
	for (int round = 0; round < 3; round++) {
		report_some(fixture, &seed);
		Vec leaves = all_leaves(fixture);
		for (size_t i = 0; i < leaves.len; i++)
			for (size_t k = 0; k < i; k++)
				assert_true(((const Leaf *)vec_at(&leaves, i))->leaf_id !=
					    ((const Leaf *)vec_at(&leaves, k))->leaf_id);
		assert_sums(fixture, &leaves);
		assert_region_sums(fixture, "hd", &leaves);
		assert_region_sums(fixture, "tsh", &leaves);
		assert_region_sums(fixture, "tglx", &leaves);
		vec_release(&leaves);
	}
}

// A second main membership by mistake must not count a leaf twice.
static void test_two_main_regions(void **state)
{
	Fixture *fixture = *state;
	int64_t id;
	Change *change = change_begin(fixture->core, "structure-apply");
	Stmt *stmt = change_insert(change, NOUN_MEMBERSHIP, &id);
	stmt_int(stmt, fixture_place(fixture, "tglx").region_id);
	stmt_int(stmt, fixture_place(fixture, "phu-quoc").district_id);
	stmt_int(stmt, 1);
	stmt_int(stmt, 0);
	stmt_int(stmt, 9);
	stmt_text(stmt, "");
	for (int i = 0; i < 3; i++)
		stmt_text(stmt, NULL);
	change_run(change, stmt);
	assert_done(change_commit(change, &fixture->err), &fixture->err);
	Vec leaves = all_leaves(fixture);
	assert_sums(fixture, &leaves);
	vec_release(&leaves);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, fixture_setup_directive, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_percent), cmocka_unit_test(test_one_leaf), WITH(test_lines),
		WITH(test_partial_district), WITH(test_sums_hold), WITH(test_two_main_regions),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
