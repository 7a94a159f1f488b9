// SPDX-License-Identifier: MIT
#include "unit/fixture.h"

#include <string.h>

static Directive find(Fixture *fixture, const char *number)
{
	Directive directive;
	assert_done(directive_find(fixture->core, number, &fixture->arena, &directive, &fixture->err),
		&fixture->err);
	return directive;
}

static void test_stored_whole(void **state)
{
	Fixture *fixture = *state;
	Vec all;
	vec_init(&all, sizeof(Directive));
	assert_done(directive_list(fixture->core, &fixture->arena, &all, &fixture->err), &fixture->err);
	assert_int_equal(all.len, 1);
	const Directive *listed = vec_at(&all, 0);
	assert_null(listed->text);
	assert_int_equal(listed->tasks, 5);
	Directive directive = find(fixture, "01-cv/tu");
	assert_int_equal(directive.id, fixture->directive_id);
	assert_string_equal(directive.text, fixture_text);
	assert_string_equal(directive.issued_on, "2021-10-07");
	assert_string_equal(directive.recipients, "Tỉnh ủy viên\nCác huyện ủy");
	vec_release(&all);
}

static void test_clauses_in_order(void **state)
{
	static const char *const codes[] = { "1", "2", "2.1", "2.2", "3", "4" };
	static const int depths[] = { 0, 0, 1, 1, 0, 0 };
	static const int tasks[] = { 1, 0, 2, 1, 1, 0 };
	Fixture *fixture = *state;
	Vec clauses;
	vec_init(&clauses, sizeof(Clause));
	assert_done(clause_list(fixture->core, fixture->directive_id, &fixture->arena, &clauses,
		&fixture->err), &fixture->err);
	assert_int_equal(clauses.len, 6);
	for (size_t i = 0; i < clauses.len; i++) {
		const Clause *clause = vec_at(&clauses, i);
		assert_string_equal(clause->code, codes[i]);
		assert_int_equal(clause->depth, depths[i]);
		assert_int_equal(clause->tasks, tasks[i]);
	}
	vec_release(&clauses);
}

static void test_tasks_quote_verbatim(void **state)
{
	Fixture *fixture = *state;
	Vec tasks;
	vec_init(&tasks, sizeof(Task));
	assert_done(task_list_of(fixture->core, fixture->directive_id, 0, &fixture->arena, &tasks,
		&fixture->err), &fixture->err);
	assert_int_equal(tasks.len, 5);
	const Task *task = vec_at(&tasks, 1);
	assert_string_equal(task->code, "2.1a");
	assert_string_equal(task->quote, "Đón khách quốc tế đến Phú Quốc");
	assert_string_equal(task->clause_code, "2.1");
	assert_string_equal(task->origin_words, "01-CV/TU");
	assert_string_equal(task->due, "2021-11-11");
	assert_int_equal(task->leads_n, 2);
	assert_string_equal(task->leads[0], "Sở Du lịch");
	assert_int_equal(task->cooperating_n, 1);
	for (size_t i = 0; i < tasks.len; i++)
		assert_non_null(strstr(fixture_text, ((const Task *)vec_at(&tasks, i))->quote));
	vec_clear(&tasks);
	assert_done(task_list_of(fixture->core, fixture->directive_id, task->clause_id, &fixture->arena,
		&tasks, &fixture->err), &fixture->err);
	assert_int_equal(tasks.len, 2);
	vec_release(&tasks);
}

static void test_coverage(void **state)
{
	Fixture *fixture = *state;
	Coverage coverage;
	Directive directive = find(fixture, "01-CV/TU@2021-10-07");
	assert_done(directive_coverage_get(fixture->core, &directive, &fixture->arena, &coverage,
		&fixture->err), &fixture->err);
	// "Khôi phục du lịch:" and the whole of clause 4, without their numbers.
	assert_int_equal(coverage.gaps.len, 2);
	const Range *last = vec_at(&coverage.gaps, 1);
	assert_memory_equal(directive.text + last->start, "Các sở", strlen("Các sở"));
	assert_int_equal(coverage.operative, 9 + (4 + 10 + 9 + 4) + 9 + 7);
	assert_int_equal(coverage.operative - coverage.covered, 4 + 7);
	assert_int_equal(coverage.percent, (int)(coverage.covered * 100 / coverage.operative));
	assert_int_equal(coverage.idle.len, 1);
	assert_string_equal(((const Clause *)vec_at(&coverage.idle, 0))->code, "4");
	coverage_release(&coverage);
}

static void test_found_or_not(void **state)
{
	Fixture *fixture = *state;
	Directive directive;
	assert_failed(directive_find(fixture->core, "99-CV/TU", &fixture->arena, &directive,
		&fixture->err), &fixture->err, ERR_NOT_FOUND);
	assert_failed(directive_find(fixture->core, "01-CV/TU@2021-10-08", &fixture->arena, &directive,
		&fixture->err), &fixture->err, ERR_NOT_FOUND);
}

static void date_later(NewDirective *directive, NewTask *tasks)
{
	(void)tasks;
	directive->directive.issued_on = "2021-10-08";
}

static void test_same_number_twice(void **state)
{
	Fixture *fixture = *state;
	Directive directive;
	Task task;
	assert_failed(fixture_directive_add(fixture, "01-CV/TU", NULL, &fixture->err), &fixture->err,
		ERR_CONFLICT);
	assert_done(fixture_directive_add(fixture, "01-CV/TU", date_later, &fixture->err),
		&fixture->err);
	bool ok = directive_find(fixture->core, "01-CV/TU", &fixture->arena, &directive, &fixture->err);
	assert_non_null(strstr(fixture->err.hint, "01-CV/TU@2021-10-08"));
	assert_failed(ok, &fixture->err, ERR_INVALID);
	assert_failed(task_find(fixture->core, "1a", &fixture->arena, &task, &fixture->err),
		&fixture->err, ERR_INVALID);
	assert_done(task_find(fixture->core, "01-CV/TU@2021-10-08/1a", &fixture->arena, &task,
		&fixture->err), &fixture->err);
	assert_int_equal(task.directive_id, fixture->directive_id);
}

static void unknown_body(NewDirective *directive, NewTask *tasks)
{
	static const char *const nobody[] = { "nobody" };
	(void)directive;
	tasks[4].leads = nobody;
}

static void unknown_place(NewDirective *directive, NewTask *tasks)
{
	static const char *const nowhere[] = { "nowhere" };
	(void)directive;
	tasks[4].places = nowhere;
}

static void no_quote(NewDirective *directive, NewTask *tasks)
{
	(void)directive;
	tasks[4].citations_n = 0;
}

static void range_too_long(NewDirective *directive, NewTask *tasks)
{
	static NewCitation citation = { "quote", { 0, sizeof(int) * 100000 } };
	(void)directive;
	tasks[4].citations = &citation;
}

static void range_in_letter(NewDirective *directive, NewTask *tasks)
{
	static NewCitation citation = { "quote", { 2, 20 } };
	(void)directive;
	tasks[4].citations = &citation;
}

static void continuous_with_day(NewDirective *directive, NewTask *tasks)
{
	(void)directive;
	tasks[0].due = "2021-12-31";
}

static void code_twice(NewDirective *directive, NewTask *tasks)
{
	(void)directive;
	tasks[4].code = tasks[0].code;
}

static void text_not_clean(NewDirective *directive, NewTask *tasks)
{
	(void)tasks;
	directive->directive.text = "1. Tháo\r\n";
}

static void test_refused_whole(void **state)
{
	static void (*const edits[])(NewDirective *, NewTask *) = {
		unknown_body, unknown_place, no_quote, range_too_long, range_in_letter,
		continuous_with_day, code_twice, text_not_clean,
	};
	Fixture *fixture = *state;
	Vec all;
	vec_init(&all, sizeof(Directive));
	for (size_t i = 0; i < sizeof(edits) / sizeof(*edits); i++) {
		bool ok = fixture_directive_add(fixture, "02-CV/TU", edits[i], &fixture->err);
		if (ok || (fixture->err.kind != ERR_INVALID && fixture->err.kind != ERR_NOT_FOUND))
			fail_msg("edit %zu: %s", i, fixture->err.message);
	}
	assert_done(directive_list(fixture->core, &fixture->arena, &all, &fixture->err), &fixture->err);
	assert_int_equal(all.len, 0);
	vec_release(&all);
}

static void test_only_the_office(void **state)
{
	static const char *const others[] = { "leader", "secretary", "admin", "viewer" };
	Fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		fixture_as(fixture, others[i]);
		assert_failed(fixture_directive_add(fixture, "02-CV/TU", NULL, &fixture->err),
			&fixture->err, ERR_DENIED);
	}
}

static void places_overlap(NewDirective *directive, NewTask *tasks)
{
	static const char *const places[] = { "hd", "regions", "phu-quoc", "districts", "province" };
	(void)directive;
	tasks[4].places = places;
	tasks[4].places_n = sizeof(places) / sizeof(*places);
}

static void test_places_once(void **state)
{
	Fixture *fixture = *state;
	Task task;
	Vec leaves;
	assert_done(fixture_directive_add(fixture, "02-CV/TU", places_overlap, &fixture->err),
		&fixture->err);
	assert_done(task_find(fixture->core, "3a", &fixture->arena, &task, &fixture->err),
		&fixture->err);
	const LeafFilter filter = { .task_id = task.id };
	vec_init(&leaves, sizeof(Leaf));
	assert_done(leaf_list(fixture->core, &filter, &fixture->arena, &leaves, &fixture->err),
		&fixture->err);
	assert_int_equal(leaves.len, 3 + 5 + 1);
	vec_release(&leaves);
}

static void test_bodies(void **state)
{
	Fixture *fixture = *state;
	Body body = { .code = "btg", .name = "Ban khác" };
	assert_failed(body_add(fixture->core, &body, &fixture->err), &fixture->err, ERR_CONFLICT);
	body = (Body){ .code = "Ban Tổ chức", .name = "Ban Tổ chức" };
	assert_failed(body_add(fixture->core, &body, &fixture->err), &fixture->err, ERR_INVALID);
	body = (Body){ .code = "btc", .name = "Ban Tổ chức Tỉnh ủy" };
	assert_done(body_add(fixture->core, &body, &fixture->err), &fixture->err);
	int64_t id = body.id;
	assert_done(body_find(fixture->core, "to chuc", &fixture->arena, &body, &fixture->err),
		&fixture->err);
	assert_int_equal(body.id, id);
	assert_done(body_find(fixture->core, "so du lich", &fixture->arena, &body, &fixture->err),
		&fixture->err);
	assert_string_equal(body.code, "so-du-lich");
	assert_failed(body_find(fixture->core, "ban", &fixture->arena, &body, &fixture->err),
		&fixture->err, ERR_INVALID);
	assert_failed(body_find(fixture->core, "", &fixture->arena, &body, &fixture->err),
		&fixture->err, ERR_NOT_FOUND);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, fixture_setup_directive, fixture_teardown)
#define BARE(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(test_stored_whole), WITH(test_clauses_in_order), WITH(test_tasks_quote_verbatim),
		WITH(test_coverage), WITH(test_found_or_not), WITH(test_same_number_twice),
		BARE(test_refused_whole), BARE(test_only_the_office), BARE(test_places_once),
		WITH(test_bodies),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
