// SPDX-License-Identifier: MIT
#include "unit/fixture.h"

#include "core/change.h"

#include <string.h>

static Leaf get(Fixture *fixture, const char *task, const char *place)
{
	Leaf leaf;
	assert_done(leaf_find(fixture->core, task, fixture_place(fixture, place), &fixture->arena,
		&leaf, &fixture->err), &fixture->err);
	return leaf;
}

static Vec list(Fixture *fixture, LeafFilter filter)
{
	Vec leaves;
	vec_init(&leaves, sizeof(Leaf));
	assert_done(leaf_list(fixture->core, &filter, &fixture->arena, &leaves, &fixture->err),
		&fixture->err);
	return leaves;
}

// "2.1a@phu-quoc 3a@hd …", for comparing a list at a glance.
static void assert_list(Fixture *fixture, LeafFilter filter, const char *expected)
{
	Vec leaves = list(fixture, filter);
	const char *shown = "";
	for (size_t i = 0; i < leaves.len; i++) {
		const Leaf *leaf = vec_at(&leaves, i);
		shown = arena_printf(&fixture->arena, "%s%s%s@%s", shown, i ? " " : "", leaf->code,
			leaf->place_code);
	}
	assert_string_equal(shown, expected);
	vec_release(&leaves);
}

static void test_words(void **state)
{
	(void)state;
	for (int i = 0; i < STATE_COUNT; i++) {
		State back;
		assert_true(state_parse(state_code((State)i), &back));
		assert_int_equal(back, i);
		assert_true(*state_name((State)i));
	}
	State none;
	assert_false(state_parse("late", &none));
	assert_string_equal(deadline_kind_name("recurring"), "định kỳ");
	assert_string_equal(deadline_kind_name("x"), "");
}

static void test_progress_rules(void **state)
{
	static const struct {
		ProgressInput input;
		const char *field; // "" where it is right
	} cases[] = {
		{ { STATE_DOING, 0, "", "", "", 0 }, "" },
		{ { STATE_DOING, 99, "", "2021-11-23", "", 0 }, "" },
		{ { STATE_DONE, 100, "", "2021-10-01", "", 0 }, "" },
		{ { STATE_BLOCKED, 40, NULL, NULL, NULL, 0 }, "" },
		{ { STATE_NOT_STARTED, 0, "", "", "", 0 }, "" },
		{ { STATE_SILENT, 0, "", "", "", 0 }, "state" },
		{ { STATE_COUNT, 0, "", "", "", 0 }, "state" },
		{ { STATE_DOING, -1, "", "", "", 0 }, "percent" },
		{ { STATE_DOING, 101, "", "", "", 0 }, "percent" },
		{ { STATE_DOING, 100, "", "", "", 0 }, "percent" },
		{ { STATE_BLOCKED, 100, "", "", "", 0 }, "percent" },
		{ { STATE_DONE, 99, "", "", "", 0 }, "percent" },
		{ { STATE_NOT_STARTED, 1, "", "", "", 0 }, "percent" },
		{ { STATE_DOING, 50, "", "2021-11-24", "", 0 }, "as_of" },
		{ { STATE_DOING, 50, "", "2021-02-30", "", 0 }, "as_of" },
		{ { STATE_DOING, 50, "", "23/11", "", 0 }, "as_of" },
	};
	Fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		bool ok = progress_check(fixture->core, &cases[i].input, &fixture->err);
		if (ok != !*cases[i].field || strcmp(fixture->err.field, cases[i].field) != 0)
			fail_msg("case %zu: %d %s", i, ok, fixture->err.field);
		err_clear(&fixture->err);
	}
}

static void test_newest_day_counts(void **state)
{
	Fixture *fixture = *state;
	Vec rows;
	assert_int_equal(get(fixture, "2.1a", "phu-quoc").state, STATE_SILENT);
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_DOING, 70, "2021-11-20");
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_DOING, 25, "2021-11-01");
	Leaf leaf = get(fixture, "2.1a", "phu-quoc");
	assert_int_equal(leaf.percent, 70);
	assert_string_equal(leaf.as_of, "2021-11-20");
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_BLOCKED, 60, "2021-11-20");
	assert_int_equal(get(fixture, "2.1a", "phu-quoc").state, STATE_BLOCKED);
	vec_init(&rows, sizeof(Progress));
	assert_done(progress_list(fixture->core, leaf.leaf_id, &fixture->arena, &rows, &fixture->err),
		&fixture->err);
	assert_int_equal(rows.len, 3);
	const Progress *first = vec_at(&rows, 0);
	assert_int_equal(first->percent, 60);
	assert_string_equal(first->person, "Ngô Thí Dụ");
	assert_string_equal(first->document, "BC số 41-BC/TU");
	vec_release(&rows);
}

static int64_t newest_row(Fixture *fixture, int64_t leaf_id)
{
	Vec rows;
	vec_init(&rows, sizeof(Progress));
	assert_done(progress_list(fixture->core, leaf_id, &fixture->arena, &rows, &fixture->err),
		&fixture->err);
	int64_t id = ((const Progress *)vec_at(&rows, 0))->id;
	vec_release(&rows);
	return id;
}

static void test_withdrawn(void **state)
{
	Fixture *fixture = *state;
	int64_t leaf = fixture_leaf(fixture, "2.1a", "phu-quoc");
	fixture_as(fixture, "member");
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_DOING, 30, "2021-11-01");
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_DONE, 100, "2021-11-20");
	int64_t row = newest_row(fixture, leaf);
	fixture_as(fixture, "leader");
	assert_failed(progress_withdraw(fixture->core, row, &fixture->err), &fixture->err, ERR_DENIED);
	fixture_as(fixture, "member");
	assert_done(progress_withdraw(fixture->core, row, &fixture->err), &fixture->err);
	assert_failed(progress_withdraw(fixture->core, row, &fixture->err), &fixture->err,
		ERR_CONFLICT);
	assert_int_equal(get(fixture, "2.1a", "phu-quoc").percent, 30);
	assert_int_equal(newest_row(fixture, leaf), row);
	fixture_as(fixture, "office");
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_DOING, 40, "2021-11-21");
	assert_failed(progress_withdraw(fixture->core, 7, &fixture->err), &fixture->err, ERR_NOT_FOUND);
}

static void test_who_may_report(void **state)
{
	static const struct {
		const char *who, *task, *place;
		bool may;
	} cases[] = {
		{ "office", "2.2a", "province", true }, { "office", "2.1b", "tan-hiep", true },
		{ "leader", "2.1b", "kien-hai", true }, { "leader", "3a", "hd", true },
		{ "leader", "2.1b", "tan-hiep", false }, { "leader", "2.2a", "province", false },
		{ "member", "2.1b", "phu-quoc", true }, { "member", "2.1b", "kien-hai", false },
		{ "secretary", "2.1b", "kien-hai", true }, { "secretary", "3a", "tsh", false },
		{ "admin", "2.1b", "kien-hai", false }, { "viewer", "2.1b", "kien-hai", false },
	};
	Fixture *fixture = *state;
	const ProgressInput input = { .state = STATE_DOING, .percent = 10 };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int64_t leaf = fixture_leaf(fixture, cases[i].task, cases[i].place);
		fixture_as(fixture, cases[i].who);
		bool ok = progress_record(fixture->core, leaf, &input, &fixture->err);
		if (ok != cases[i].may || (!ok && fixture->err.kind != ERR_DENIED))
			fail_msg("case %zu: %d %s", i, ok, fixture->err.message);
		err_clear(&fixture->err);
	}
}

static void test_note_is_cleaned(void **state)
{
	Fixture *fixture = *state;
	Vec rows;
	int64_t leaf = fixture_leaf(fixture, "2.1a", "phu-quoc");
	const ProgressInput input = { STATE_DOING, 10, "mot\033[31m\r\nhai", "", "BC\nsố", 0 };
	assert_done(progress_record(fixture->core, leaf, &input, &fixture->err), &fixture->err);
	vec_init(&rows, sizeof(Progress));
	assert_done(progress_list(fixture->core, leaf, &fixture->arena, &rows, &fixture->err),
		&fixture->err);
	const Progress *row = vec_at(&rows, 0);
	assert_string_equal(row->note, "mot\nhai");
	assert_string_equal(row->document, "BC số");
	assert_string_equal(row->as_of, "2021-11-23");
	vec_release(&rows);
}

static void test_late(void **state)
{
	Fixture *fixture = *state;
	Leaf leaf = get(fixture, "2.1a", "phu-quoc");
	assert_true(leaf.dated && leaf.late && !leaf.done_late);
	assert_int_equal(leaf.days_late, 12);
	fixture_today(fixture, "2021-11-11");
	assert_false(get(fixture, "2.1a", "phu-quoc").late);
	fixture_today(fixture, "2021-11-23");
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_DONE, 100, "2021-11-14");
	leaf = get(fixture, "2.1a", "phu-quoc");
	assert_true(leaf.done_late && !leaf.late);
	assert_int_equal(leaf.days_late, 3);
	leaf = get(fixture, "1a", "phu-quoc");
	assert_true(!leaf.dated && !leaf.late && leaf.days_late == 0);
}

static void test_extended(void **state)
{
	Fixture *fixture = *state;
	Vec extensions;
	int64_t leaf = fixture_leaf(fixture, "2.1a", "phu-quoc");
	Extension wanted = { .new_due = "2021-11-30", .reason = "chờ vắc xin", .agreed_by = "TTTU" };
	assert_done(leaf_extend(fixture->core, leaf, &wanted, &fixture->err), &fixture->err);
	Leaf now = get(fixture, "2.1a", "phu-quoc");
	assert_string_equal(now.due, "2021-11-30");
	assert_int_equal(now.extensions, 1);
	assert_false(now.late);
	assert_failed(leaf_extend(fixture->core, leaf, &wanted, &fixture->err), &fixture->err,
		ERR_INVALID);
	wanted.new_due = "2021-12-15";
	wanted.decided_on = "2021-11-22";
	assert_done(leaf_extend(fixture->core, leaf, &wanted, &fixture->err), &fixture->err);
	vec_init(&extensions, sizeof(Extension));
	assert_done(extension_list(fixture->core, leaf, &fixture->arena, &extensions, &fixture->err),
		&fixture->err);
	assert_int_equal(extensions.len, 2);
	const Extension *first = vec_at(&extensions, 0), *second = vec_at(&extensions, 1);
	assert_string_equal(first->old_due, "2021-11-11");
	assert_string_equal(first->decided_on, "2021-11-23");
	assert_string_equal(second->old_due, "2021-11-30");
	vec_release(&extensions);
}

static void test_extension_refused(void **state)
{
	static const struct {
		const char *task, *place;
		Extension wanted;
		const char *field;
	} cases[] = {
		{ "2.1a", "phu-quoc", { .new_due = "2021-11-11", .reason = "x" }, "new_due" },
		{ "2.1a", "phu-quoc", { .new_due = "30/11", .reason = "x" }, "new_due" },
		{ "2.1a", "phu-quoc", { .new_due = "2021-11-30", .reason = " " }, "reason" },
		{ "2.1a", "phu-quoc",
			{ .new_due = "2021-11-30", .reason = "x", .decided_on = "2021-11-24" }, "decided_on" },
		{ "1a", "phu-quoc", { .new_due = "2021-11-30", .reason = "x" }, "new_due" },
	};
	Fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int64_t leaf = fixture_leaf(fixture, cases[i].task, cases[i].place);
		bool ok = leaf_extend(fixture->core, leaf, &cases[i].wanted, &fixture->err);
		assert_string_equal(fixture->err.field, cases[i].field);
		assert_failed(ok, &fixture->err, ERR_INVALID);
	}
	const Extension right = { .new_due = "2021-11-30", .reason = "x" };
	int64_t leaf = fixture_leaf(fixture, "2.1a", "phu-quoc");
	fixture_as(fixture, "leader");
	assert_failed(leaf_extend(fixture->core, leaf, &right, &fixture->err), &fixture->err,
		ERR_DENIED);
}

static void test_filters(void **state)
{
	Fixture *fixture = *state;
	int64_t hd = fixture_place(fixture, "hd").region_id;
	int64_t tglx = fixture_place(fixture, "tglx").region_id;
	int64_t pq = fixture_place(fixture, "phu-quoc").district_id;
	assert_list(fixture, (LeafFilter){ .region_id = hd },
		"1a@phu-quoc 1a@kien-hai 2.1a@phu-quoc 2.1b@phu-quoc 2.1b@kien-hai 2.2a@province 3a@hd");
	assert_list(fixture, (LeafFilter){ .region_id = hd, .without_province = true },
		"1a@phu-quoc 1a@kien-hai 2.1a@phu-quoc 2.1b@phu-quoc 2.1b@kien-hai 3a@hd");
	assert_list(fixture, (LeafFilter){ .region_id = tglx },
		"1a@tan-hiep 1a@rach-gia 2.1b@tan-hiep 2.2a@province 3a@tglx");
	assert_list(fixture, (LeafFilter){ .district_id = pq },
		"1a@phu-quoc 2.1a@phu-quoc 2.1b@phu-quoc 2.2a@province");
	assert_list(fixture, (LeafFilter){ .district_id = pq, .region_id = tglx }, "2.2a@province");
	assert_list(fixture, (LeafFilter){ .pick = LEAF_LATE }, "2.1a@phu-quoc");
	assert_list(fixture, (LeafFilter){ .pick = LEAF_LATE, .region_id = tglx }, "");
	assert_list(fixture, (LeafFilter){ .directive_id = fixture->directive_id + 1 }, "");
	assert_list(fixture,
		(LeafFilter){ .directive_id = fixture->directive_id, .region_id = hd, .pick = LEAF_LATE },
		"2.1a@phu-quoc");
	assert_list(fixture, (LeafFilter){ .task_id = get(fixture, "2.2a", "province").task_id },
		"2.2a@province");
	assert_list(fixture,
		(LeafFilter){ .task_id = get(fixture, "2.2a", "province").task_id,
			.without_province = true }, "");
	assert_list(fixture, (LeafFilter){ .task_id = get(fixture, "3a", "hd").task_id },
		"3a@hd 3a@tsh 3a@tglx");
	Vec all = list(fixture, (LeafFilter){ .region_id = 0 });
	assert_int_equal(all.len, 5 + 1 + 3 + 1 + 3);
	vec_release(&all);
}

static void test_due_soon(void **state)
{
	Fixture *fixture = *state;
	fixture_today(fixture, "2021-12-23");
	assert_list(fixture, (LeafFilter){ .pick = LEAF_DUE_SOON }, "");
	fixture_today(fixture, "2021-12-24");
	fixture_report(fixture, "2.1b", "phu-quoc", STATE_DONE, 100, "");
	assert_list(fixture, (LeafFilter){ .pick = LEAF_DUE_SOON }, "2.1b@kien-hai 2.1b@tan-hiep");
	assert_list(fixture, (LeafFilter){ .pick = LEAF_PRESSING },
		"2.1a@phu-quoc 2.1b@kien-hai 2.1b@tan-hiep");
	fixture_today(fixture, "2021-12-31");
	assert_list(fixture, (LeafFilter){ .pick = LEAF_DUE_SOON }, "2.1b@kien-hai 2.1b@tan-hiep");
	fixture_today(fixture, "2022-01-01");
	assert_list(fixture, (LeafFilter){ .pick = LEAF_DUE_SOON }, "");
}

static void test_leaf_fields(void **state)
{
	Fixture *fixture = *state;
	Leaf leaf = get(fixture, "2.1a", "phu-quoc");
	assert_string_equal(leaf.lead, "Sở Du lịch; BCSĐ UBND tỉnh");
	assert_string_equal(leaf.origin_words, "01-CV/TU");
	assert_string_equal(leaf.place_title, "TP Phú Quốc");
	assert_string_equal(leaf.deadline_words, "trước ngày 11-11-2021");
	assert_string_equal(get(fixture, "2.2a", "province").place_title, "toàn tỉnh");
	bool ok = leaf_find(fixture->core, "2.1b", fixture_place(fixture, "rach-gia"), &fixture->arena,
		&leaf, &fixture->err);
	assert_non_null(strstr(fixture->err.hint, "phu-quoc, kien-hai, tan-hiep"));
	assert_failed(ok, &fixture->err, ERR_NOT_FOUND);
}

// A meeting to hang tasks on; its own room is tested elsewhere.
static int64_t add_meeting(Change *change, int64_t region_id)
{
	int64_t id;
	Stmt *stmt = change_insert(change, NOUN_MEETING, &id);
	stmt_int(stmt, region_id);
	stmt_text(stmt, "meeting");
	stmt_text(stmt, "");
	stmt_text(stmt, "2021-11-20");
	for (int i = 0; i < 3; i++)
		stmt_text(stmt, "");
	for (int i = 0; i < 2; i++)
		stmt_text(stmt, NULL);
	stmt_text(stmt, "draft");
	stmt_text(stmt, NULL);
	stmt_text(stmt, "");
	for (int i = 0; i < 3; i++)
		stmt_text(stmt, NULL);
	change_run(change, stmt);
	return id;
}

static void test_drafted_tasks(void **state)
{
	static const char *const codes[] = { "BB-9.2", "BB-9.10", "BB-9.1" };
	Fixture *fixture = *state;
	int64_t task_id;
	const Place places[] = { fixture_place(fixture, "phu-quoc"), fixture_place(fixture, "hd") };
	Change *change = change_begin(fixture->core, "conclusion-add");
	change_allow(change, true); // what is there, whoever wrote it
	int64_t meeting = add_meeting(change, places[1].region_id);
	for (size_t i = 0; i < 3; i++) {
		const TaskDraft draft = {
			.origin = "meeting", .code = codes[i], .title = " Hoàn thành\nkhu cách ly",
			.meeting_id = meeting, .due = i ? "" : "2021-12-10", .deadline_words = "",
			.places = places, .places_n = i ? 1 : 2,
		};
		task_draft_add(change, &draft, &task_id);
	}
	assert_done(change_commit(change, &fixture->err), &fixture->err);
	assert_list(fixture, (LeafFilter){ .pick = LEAF_UNTOLD },
		"BB-9.1@phu-quoc BB-9.2@hd BB-9.2@phu-quoc BB-9.10@phu-quoc");
	Leaf leaf = get(fixture, "BB-9.2", "hd");
	assert_string_equal(leaf.title, "Hoàn thành khu cách ly");
	assert_string_equal(leaf.origin_words, "Buổi làm việc 20/11/2021");
	assert_string_equal(leaf.deadline_kind, "date");
	assert_string_equal(get(fixture, "BB-9.1", "phu-quoc").deadline_kind, "none");
	fixture_report(fixture, "BB-9.2", "hd", STATE_DOING, 10, "");
	assert_list(fixture, (LeafFilter){ .pick = LEAF_UNTOLD, .region_id = places[1].region_id },
		"BB-9.1@phu-quoc BB-9.2@phu-quoc BB-9.10@phu-quoc");
}

static void test_bad_drafts(void **state)
{
	Fixture *fixture = *state;
	const Place place = { 0 };
	const TaskDraft drafts[] = {
		{ .origin = "remark", .code = "YK-1", .title = " ", .places = &place, .places_n = 1 },
		{ .origin = "remark", .code = "YK-1", .title = "x", .due = "mai", .places = &place,
			.places_n = 1 },
		{ .origin = "remark", .code = "YK-1", .title = "x", .places = &place },
	};
	for (size_t i = 0; i < sizeof(drafts) / sizeof(*drafts); i++) {
		int64_t id;
		Change *change = change_begin(fixture->core, "conclusion-add");
		change_allow(change, true); // what is there, whoever wrote it
		task_draft_add(change, &drafts[i], &id);
		assert_failed(change_commit(change, &fixture->err), &fixture->err, ERR_INVALID);
	}
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, fixture_setup_directive, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words), WITH(test_progress_rules), WITH(test_newest_day_counts),
		WITH(test_withdrawn), WITH(test_who_may_report), WITH(test_note_is_cleaned),
		WITH(test_late), WITH(test_extended), WITH(test_extension_refused), WITH(test_filters),
		WITH(test_due_soon), WITH(test_leaf_fields), WITH(test_drafted_tasks),
		WITH(test_bad_drafts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
