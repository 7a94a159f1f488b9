// SPDX-License-Identifier: MIT
// What an administrator changes holds at once in the sessions that are open.
#include "unit/fixture.h"

#include "core/change.h"
#include "core/person.h"
#include "core/right.h"
#include "core/task.h"
#include "core/user.h"

#include <string.h>

static Core *second(Fixture *f, const char *login)
{
	Core *core = NULL;
	assert_done(core_open(f->path, DB_OPEN, core_rules(f->core), clock_fixed(&f->instant), &core, &f->err),
		&f->err);
	assert_done(core_act_as(core, login, &f->err), &f->err);
	return core;
}

static int64_t person_named(Core *core, const char *login, Arena *arena)
{
	Vec people;
	Err err = ERR_INIT;
	int64_t id = 0;
	vec_init(&people, sizeof(Person));
	assert_done(person_list(core, PERSON_IN_POST, arena, &people, &err), &err);
	for (size_t i = 0; i < people.len; i++) {
		const Person *person = vec_at(&people, i);
		id = strcmp(person->login, login) == 0 ? person->id : id;
	}
	vec_release(&people);
	assert_true(id);
	return id;
}

static void set_roles(Fixture *f, Core *admin, const char *login, unsigned roles)
{
	const UserChange wanted = { .roles = roles, .roles_given = true };
	assert_done(user_change(admin, person_named(admin, login, &f->arena), &wanted, &f->err), &f->err);
}

static void close_user(Fixture *f, Core *admin, const char *login, const char *last_day)
{
	Vec left;
	vec_init(&left, sizeof(Assignment));
	assert_done(user_close(admin, person_named(admin, login, &f->arena), last_day, &f->arena, &left,
			    &f->err), &f->err);
	vec_release(&left);
}

static bool may_direct(Fixture *f)
{
	Err err = ERR_INIT;
	return right_check(f->core, RIGHT_DIRECT, (Place){ 0 }, &err);
}

static void test_a_role_that_is_taken_away(void **state)
{
	Fixture *f = *state;
	Core *admin = second(f, "admin");
	fixture_as(f, "office");
	assert_true(may_direct(f));
	set_roles(f, admin, "office", ROLE_VIEWER);
	assert_false(may_direct(f));
	const ProgressInput input = { STATE_DOING, 10, "x", "", "", 0 };
	assert_failed(progress_record(f->core, fixture_leaf(f, "2.1a", "phu-quoc"), &input, &f->err), &f->err,
		ERR_DENIED);
	core_close(admin);
}

static void test_a_role_that_is_given(void **state)
{
	Fixture *f = *state;
	Core *admin = second(f, "admin");
	fixture_as(f, "viewer");
	assert_false(may_direct(f));
	set_roles(f, admin, "viewer", ROLE_OFFICE);
	assert_true(may_direct(f));
	core_close(admin);
}

// Between the question and the lock.
static void test_a_change_that_has_been_allowed_is_asked_again(void **state)
{
	Fixture *f = *state;
	Core *admin = second(f, "admin");
	fixture_as(f, "office");
	assert_true(may_direct(f));
	set_roles(f, admin, "office", ROLE_VIEWER);
	Change *change = change_begin(f->core, "task-save");
	assert_true(change_failed(change));
	assert_int_equal(change_err(change)->kind, ERR_DENIED);
	assert_non_null(strstr(change_err(change)->message, "vừa thay đổi"));
	change_cancel(change);
	core_close(admin);
}

static void test_who_is_closed_does_nothing_more(void **state)
{
	Fixture *f = *state;
	Core *admin = second(f, "admin");
	fixture_as(f, "office");
	close_user(f, admin, "office", "2021-11-22");
	assert_failed(core_renew_actor(f->core, &f->err), &f->err, ERR_DENIED);
	assert_failed(right_check(f->core, RIGHT_READ, (Place){ 0 }, &f->err), &f->err, ERR_DENIED);
	Change *change = change_begin(f->core, "task-save");
	assert_true(change_failed(change));
	assert_non_null(strstr(change_err(change)->message, "đã đóng"));
	change_cancel(change);
	assert_string_equal(core_actor(f->core)->login, "office"); // whose drafts these are
	core_close(admin);
}

// The last day is one on which one still works; the next is not, though nobody writes in between.
static void test_the_day_ends(void **state)
{
	Fixture *f = *state;
	Core *admin = second(f, "admin");
	fixture_as(f, "office");
	close_user(f, admin, "office", "2021-11-23");
	assert_true(may_direct(f));
	fixture_today(f, "2021-11-24");
	assert_failed(core_renew_actor(f->core, &f->err), &f->err, ERR_DENIED);
	core_close(admin);
}

// One's own change is not another's, by which the database tells.
static void test_an_administrator_ends_his_own_role(void **state)
{
	Fixture *f = *state;
	Core *admin = second(f, "admin");
	set_roles(f, admin, "office", ROLE_ADMIN);
	set_roles(f, admin, "admin", ROLE_VIEWER);
	assert_failed(right_check(admin, RIGHT_ADMINISTER, (Place){ 0 }, &f->err), &f->err, ERR_DENIED);
	core_close(admin);
}

int main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, fixture_setup_directive, fixture_teardown)
	const struct CMUnitTest tests[] = {
		CASE(test_a_role_that_is_taken_away),
		CASE(test_a_role_that_is_given),
		CASE(test_a_change_that_has_been_allowed_is_asked_again),
		CASE(test_who_is_closed_does_nothing_more),
		CASE(test_the_day_ends),
		CASE(test_an_administrator_ends_his_own_role),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
