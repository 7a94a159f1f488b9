// SPDX-License-Identifier: MIT
// Many leaves at once, leaves that end, tasks that the Office enters or mends, filters and groups.
#include "unit/fixture.h"

#include "core/journal.h"
#include "core/leaf_group.h"
#include "core/task_edit.h"
#include "core/undo.h"

#include <string.h>

typedef Fixture F;

static Leaf leaf_at(F *f, const char *task, const char *place)
{
	Leaf leaf;
	assert_done(leaf_find(f->core, task, fixture_place(f, place), &f->arena, &leaf, &f->err), &f->err);
	return leaf;
}

static void test_extend_many(void **state)
{
	F *f = *state;
	const char *what;
	int64_t ids[] = { fixture_leaf(f, "2.1a", "phu-quoc"), fixture_leaf(f, "2.1b", "kien-hai") };
	Extension wanted = { .new_due = "2021-12-15", .reason = "chờ vắc xin" };
	// one of the two would go backwards: neither is extended, and which is said
	assert_false(leaf_extend_many(f->core, ids, 2, &wanted, &f->err));
	assert_non_null(strstr(f->err.message, "2.1b, Kiên Hải"));
	err_clear(&f->err);
	assert_int_equal(leaf_at(f, "2.1a", "phu-quoc").extensions, 0);
	wanted.new_due = "2022-01-31";
	assert_done(leaf_extend_check(f->core, ids, 2, &wanted, &f->err), &f->err);
	assert_int_equal(leaf_at(f, "2.1a", "phu-quoc").extensions, 0);
	assert_done(leaf_extend_many(f->core, ids, 2, &wanted, &f->err), &f->err);
	assert_string_equal(leaf_at(f, "2.1b", "kien-hai").due, "2022-01-31");
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err); // both in one step
	assert_int_equal(leaf_at(f, "2.1a", "phu-quoc").extensions, 0);
	assert_int_equal(leaf_at(f, "2.1b", "kien-hai").extensions, 0);
}

static void test_end_and_resume(void **state)
{
	F *f = *state;
	int64_t ids[] = { fixture_leaf(f, "2.1a", "phu-quoc"), fixture_leaf(f, "1a", "phu-quoc") };
	const ProgressInput input = { .state = STATE_DOING, .percent = 5, .as_of = "" };
	assert_failed(leaf_end(f->core, ids, 2, "  ", &f->err), &f->err, ERR_INVALID);
	assert_true(leaf_at(f, "2.1a", "phu-quoc").late);
	assert_done(leaf_end(f->core, ids, 2, "đã gộp", &f->err), &f->err);
	Leaf ended = leaf_at(f, "2.1a", "phu-quoc");
	assert_true(ended.ended && !ended.late);
	assert_string_equal(ended.ended_on, "2021-11-23");
	assert_failed(leaf_end(f->core, ids, 1, "nữa", &f->err), &f->err, ERR_CONFLICT);
	assert_failed(progress_record(f->core, ids[0], &input, &f->err), &f->err, ERR_CONFLICT);
	Figures figures;
	assert_done(figures_of_district(f->core, ended.place.district_id, &figures, &f->err), &f->err);
	assert_int_equal(figures.all, 2);
	assert_int_equal(figures.ended, 1);
	assert_int_equal(figures.stopped, 1);
	assert_int_equal(figures.late, 0);
	assert_done(leaf_resume(f->core, ids, 2, &f->err), &f->err);
	assert_true(leaf_at(f, "2.1a", "phu-quoc").late);
	assert_failed(leaf_resume(f->core, ids, 1, &f->err), &f->err, ERR_CONFLICT);
	fixture_as(f, "leader");
	assert_failed(leaf_end(f->core, ids, 1, "x", &f->err), &f->err, ERR_DENIED);
}

static void test_own_lead_and_due(void **state)
{
	F *f = *state;
	Body body;
	Leaf leaf = leaf_at(f, "2.1b", "kien-hai");
	assert_done(body_find(f->core, "btg", &f->arena, &body, &f->err), &f->err);
	assert_done(leaf_set(f->core, leaf.leaf_id, leaf.leaf_rev, body.id, "2022-02-28", &f->err), &f->err);
	Leaf now = leaf_at(f, "2.1b", "kien-hai");
	assert_string_equal(now.due, "2022-02-28");
	assert_true(now.own_due);
	assert_int_equal(now.lead_id, body.id);
	assert_string_equal(leaf_at(f, "2.1b", "phu-quoc").due, "2021-12-31");
	// stale
	assert_failed(leaf_set(f->core, leaf.leaf_id, leaf.leaf_rev, 0, "", &f->err), &f->err,
		ERR_CONFLICT);
	// what was extended is only extended further
	const Extension more = { .new_due = "2022-03-31", .reason = "mưa" };
	assert_done(leaf_extend(f->core, leaf.leaf_id, &more, &f->err), &f->err);
	now = leaf_at(f, "2.1b", "kien-hai");
	assert_failed(leaf_set(f->core, now.leaf_id, now.leaf_rev, 0, "", &f->err), &f->err, ERR_CONFLICT);
}

static void test_task_saved(void **state)
{
	F *f = *state;
	Task task;
	const char *what;
	assert_done(task_find(f->core, "2.1a", &f->arena, &task, &f->err), &f->err);
	TaskEdit edit = task_edit_of(&task, &f->arena);
	edit.title = "Đón khách quốc tế đợt một";
	edit.leads = "Ban Tuyên giáo Tỉnh ủy; so-du-lich";
	edit.cooperating = "";
	edit.due = "2021-12-20";
	assert_done(task_save(f->core, task.id, task.rev, &edit, &f->err), &f->err);
	Task now;
	assert_done(task_get(f->core, task.id, &f->arena, &now, &f->err), &f->err);
	assert_string_equal(now.title, "Đón khách quốc tế đợt một");
	assert_string_equal(now.quote, task.quote);
	assert_int_equal(now.leads_n, 2);
	assert_string_equal(now.leads[0], "Sở Du lịch"); // it was there, and stays first
	assert_int_equal(now.cooperating_n, 0);
	assert_false(leaf_at(f, "2.1a", "phu-quoc").late);
	assert_failed(task_save(f->core, task.id, task.rev, &edit, &f->err), &f->err, ERR_CONFLICT);
	edit.deadline_kind = "continuous";
	assert_failed(task_save(f->core, task.id, now.rev, &edit, &f->err), &f->err, ERR_INVALID);
	edit.deadline_kind = "date";
	edit.due = "";
	assert_failed(task_save(f->core, task.id, now.rev, &edit, &f->err), &f->err, ERR_INVALID);
	edit.due = "2021-12-20";
	edit.leads = "không có cơ quan này";
	assert_failed(task_save(f->core, task.id, now.rev, &edit, &f->err), &f->err, ERR_NOT_FOUND);
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_done(task_get(f->core, task.id, &f->arena, &now, &f->err), &f->err);
	assert_string_equal(now.title, task.title);
	assert_int_equal(now.cooperating_n, 1);
}

static void test_task_added(void **state)
{
	F *f = *state;
	Task like, added;
	int64_t id;
	const Place places[] = { fixture_place(f, "hd"), fixture_place(f, "go-quao") };
	const TaskEdit edit = { .title = "Việc thêm", .leads = "btg", .cooperating = "",
		.deadline_kind = "period", .deadline_words = "quý I-2022", .due = "2022-03-31",
		.target = "80%" };
	assert_done(task_find(f->core, "2.2a", &f->arena, &like, &f->err), &f->err);
	assert_done(task_add(f->core, (TaskHome){ like.directive_id, like.clause_id }, "2.2b", &edit, places, 2, &id,
			    &f->err), &f->err);
	assert_done(task_find(f->core, "2.2b", &f->arena, &added, &f->err), &f->err);
	assert_string_equal(added.clause_code, "2.2");
	assert_string_equal(added.quote, "");
	assert_string_equal(leaf_at(f, "2.2b", "hd").due, "2022-03-31");
	assert_failed(task_add(f->core, (TaskHome){ like.directive_id, like.clause_id }, "2.2b", &edit, places, 2, &id,
			      &f->err), &f->err, ERR_CONFLICT);
	assert_failed(task_add(f->core, (TaskHome){ like.directive_id, like.clause_id }, "a/b", &edit, places, 2, &id,
			      &f->err), &f->err, ERR_INVALID);
	assert_failed(task_add(f->core, (TaskHome){ like.directive_id, like.clause_id }, "2.2c", &edit, places, 0, &id,
			      &f->err), &f->err, ERR_INVALID);
	fixture_as(f, "secretary");
	assert_failed(task_add(f->core, (TaskHome){ like.directive_id, like.clause_id }, "2.2c", &edit, places, 1, &id,
			      &f->err), &f->err, ERR_DENIED);
}

// Filters and groups ----------------------------------------------------------------------------

static size_t count(F *f, LeafFilter filter)
{
	Vec leaves;
	vec_init(&leaves, sizeof(Leaf));
	assert_done(leaf_list(f->core, &filter, &f->arena, &leaves, &f->err), &f->err);
	size_t n = leaves.len;
	vec_release(&leaves);
	return n;
}

static void test_filters(void **state)
{
	F *f = *state;
	Body body;
	Task task;
	size_t all = count(f, (LeafFilter){ 0 });
	assert_int_equal(all, 5 + 1 + 3 + 1 + 3);
	assert_done(body_find(f->core, "so-du-lich", &f->arena, &body, &f->err), &f->err);
	assert_done(task_find(f->core, "2.1a", &f->arena, &task, &f->err), &f->err);
	assert_int_equal(count(f, (LeafFilter){ .body_id = body.id }), 1);
	assert_int_equal(count(f, (LeafFilter){ .clause_id = task.clause_id }), 4);
	assert_int_equal(count(f, (LeafFilter){ .origin = "directive" }), all);
	assert_int_equal(count(f, (LeafFilter){ .origin = "meeting" }), 0);
	assert_int_equal(count(f, (LeafFilter){ .deadline_kind = "recurring" }), 3);
	assert_int_equal(count(f, (LeafFilter){ .states = 1U << STATE_SILENT }), all);
	fixture_report(f, "2.1b", "kien-hai", STATE_DOING, 40, "2021-11-20");
	assert_int_equal(count(f, (LeafFilter){ .states = 1U << STATE_DOING }), 1);
	assert_int_equal(count(f, (LeafFilter){ .states = 1U << STATE_SILENT }), all - 1);
	assert_int_equal(
		count(f, (LeafFilter){ .states = 1U << STATE_SILENT | 1U << STATE_DOING }), all);
	assert_int_equal(count(f, (LeafFilter){ .pick = LEAF_OPEN }), 4);
	assert_int_equal(count(f, (LeafFilter){ .pick = LEAF_DUE_BY, .due_by = "2021-11-30" }), 1);
	int64_t id = fixture_leaf(f, "2.1b", "kien-hai");
	assert_done(leaf_end(f->core, &id, 1, "thôi", &f->err), &f->err);
	assert_int_equal(count(f, (LeafFilter){ .pick = LEAF_ENDED }), 1);
	assert_int_equal(count(f, (LeafFilter){ .states = 1U << STATE_DOING }), 0);
	assert_int_equal(count(f, (LeafFilter){ .pick = LEAF_OPEN }), 3);
}

// Every leaf in one group, groups adding up to all, and in each what presses first.
static void test_groups(void **state)
{
	F *f = *state;
	Vec leaves, groups;
	fixture_report(f, "2.1b", "kien-hai", STATE_DONE, 100, "2021-11-20");
	vec_init(&leaves, sizeof(Leaf));
	vec_init(&groups, sizeof(LeafGroup));
	for (int kind = 0; kind < GROUP_KINDS; kind++) {
		size_t n = 0;
		vec_clear(&leaves);
		vec_clear(&groups);
		LeafFilter all = { 0 };
		assert_done(leaf_list(f->core, &all, &f->arena, &leaves, &f->err), &f->err);
		size_t before = leaves.len;
		assert_done(leaf_group(f->core, &leaves, (GroupKind)kind, &f->arena, &groups, &f->err),
			&f->err);
		for (size_t i = 0; i < groups.len; i++) {
			const LeafGroup *group = vec_at(&groups, i);
			assert_int_equal(group->first, n);
			assert_true(group->n > 0 && *group->title);
			n += group->n;
		}
		assert_int_equal(n, before);
		assert_int_equal(leaves.len, before);
	}
	vec_clear(&leaves);
	vec_clear(&groups);
	LeafFilter all = { 0 };
	assert_done(leaf_list(f->core, &all, &f->arena, &leaves, &f->err), &f->err);
	assert_done(leaf_group(f->core, &leaves, GROUP_NONE, &f->arena, &groups, &f->err), &f->err);
	assert_true(((const Leaf *)vec_at(&leaves, 0))->late);
	assert_int_equal(((const Leaf *)vec_at(&leaves, leaves.len - 1))->state, STATE_DONE);
	vec_clear(&groups);
	// a district that lies in two regions is in its main one
	assert_done(leaf_group(f->core, &leaves, GROUP_REGION, &f->arena, &groups, &f->err), &f->err);
	for (size_t i = 0; i < groups.len; i++) {
		const LeafGroup *group = vec_at(&groups, i);
		for (size_t k = 0; k < group->n; k++)
			if (strcmp(((const Leaf *)vec_at(&leaves, group->first + k))->place_code,
				    "tan-hiep") == 0)
				assert_string_equal(group->title, "Tây Sông Hậu");
	}
	vec_release(&leaves);
	vec_release(&groups);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, fixture_setup_directive, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(test_extend_many), WITH(test_end_and_resume), WITH(test_own_lead_and_due),
		WITH(test_task_saved), WITH(test_task_added), WITH(test_filters), WITH(test_groups),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
