// SPDX-License-Identifier: MIT
// Every named query prepares on a fresh schema, and so does every list that is put together.
#include "unit/fixture.h"

static void test_named(void **state)
{
	Fixture *fixture = *state;
	for (int query = 0; query < QUERY_COUNT; query++) {
		if (queries[query].kind == QUERY_FRAGMENT)
			continue;
		Stmt *stmt = db_query(core_db(fixture->core), (QueryId)query);
		if (!stmt_done(stmt, &fixture->err))
			fail_msg("%s: %s", queries[query].name, fixture->err.message);
	}
}

static void test_leaf_filters(void **state)
{
	Fixture *fixture = *state;
	Vec leaves;
	vec_init(&leaves, sizeof(Leaf));
	for (int bits = 0; bits < 32; bits++)
		for (int pick = LEAF_ANY; pick <= LEAF_UNTOLD; pick++) {
			const LeafFilter filter = {
				.region_id = bits & 1, .district_id = bits >> 1 & 1,
				.task_id = bits >> 2 & 1, .directive_id = bits >> 3 & 1,
				.without_province = bits >> 4 & 1, .pick = (LeafPick)pick,
			};
			assert_done(leaf_list(fixture->core, &filter, &fixture->arena, &leaves,
				&fixture->err), &fixture->err);
		}
	vec_release(&leaves);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_named, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_leaf_filters, fixture_setup, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
