// SPDX-License-Identifier: MIT
// Things: how each kind is called and where it belongs.
#include "unit/fixture.h"

#include "core/thing.h"

#include <string.h>

static ThingName name_of(Fixture *fixture, NounKind noun, int64_t id)
{
	ThingName name;
	assert_done(thing_name(fixture->core, (Thing){ noun, id }, &fixture->arena, &name, &fixture->err),
		&fixture->err);
	return name;
}

static void test_a_task_at_a_place(void **state)
{
	Fixture *fixture = *state;
	int64_t leaf = fixture_leaf(fixture, "2.1a", "phu-quoc");
	ThingName name = name_of(fixture, NOUN_LEAF, leaf);
	assert_non_null(strstr(name.title, "nhiệm vụ 2.1a "));
	assert_non_null(strstr(name.title, ", TP Phú Quốc"));
	assert_int_equal(name.place.district_id, fixture_place(fixture, "phu-quoc").district_id);
}

static void test_a_place_is_its_name(void **state)
{
	Fixture *fixture = *state;
	Place place = fixture_place(fixture, "phu-quoc");
	assert_string_equal(name_of(fixture, NOUN_DISTRICT, place.district_id).title, "TP Phú Quốc");
}

static void test_what_is_not_there(void **state)
{
	Fixture *fixture = *state;
	ThingName name;
	for (int noun = 0; noun < NOUN_COUNT; noun++)
		assert_failed(thing_name(fixture->core, (Thing){ (NounKind)noun, 1 }, &fixture->arena, &name,
				      &fixture->err),
			&fixture->err,
			thing_has_screen((NounKind)noun) ? ERR_NOT_FOUND : ERR_INVALID);
}

// As a stored place may hold them, whoever wrote it.
static void test_numbers_that_name_no_kind(void **state)
{
	(void)state;
	assert_int_equal(thing_of_numbers(NOUN_TASK, 5).id, 5);
	assert_int_equal(thing_of_numbers(NOUN_TASK, 5).noun, NOUN_TASK);
	assert_int_equal(thing_of_numbers(NOUN_COUNT, 5).id, 0);
	assert_int_equal(thing_of_numbers(-1, 5).id, 0);
	assert_int_equal(thing_of_numbers(INT64_MAX, 5).id, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_a_task_at_a_place, fixture_setup_directive,
			fixture_teardown),
		cmocka_unit_test_setup_teardown(test_a_place_is_its_name, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_what_is_not_there, fixture_setup, fixture_teardown),
		cmocka_unit_test(test_numbers_that_name_no_kind),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
