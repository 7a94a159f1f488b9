// SPDX-License-Identifier: MIT
// How districts add up: exact, whatever the order, nobody twice, nothing made up for who is missing.
#include "core/indicator_math.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ROUNDS = 4000, SHARES_MAX = 20 };

static uint64_t next_random(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

static int64_t random_value(uint64_t *seed)
{
	static const int64_t sizes[] = { 10, 1000, 1000000, VALUE_MAX };
	int64_t most = sizes[next_random(seed) % 4];
	return (int64_t)(next_random(seed) % (uint64_t)most) - most / 4;
}

static size_t random_shares(uint64_t *seed, Share *out)
{
	size_t n = next_random(seed) % SHARES_MAX;
	for (size_t i = 0; i < n; i++)
		out[i] = (Share){ random_value(seed), random_value(seed), (int64_t)(i * 7 % 23) };
	return n;
}

static void shuffle(uint64_t *seed, Share *shares, size_t n)
{
	for (size_t i = n; i > 1; i--) {
		size_t other = next_random(seed) % i;
		Share kept = shares[i - 1];
		shares[i - 1] = shares[other];
		shares[other] = kept;
	}
}

static AmountRule random_rule(uint64_t *seed)
{
	return (AmountRule){
		.aggregation = (Aggregation)(next_random(seed) % AGGREGATIONS),
		.scale = (int)(next_random(seed) % (SCALE_MAX + 1)),
		.above_scale = (int)(next_random(seed) % (SCALE_MAX + 1)),
		.below_scale = (int)(next_random(seed) % (SCALE_MAX + 1)),
		.factor = next_random(seed) % 2 ? 100 : 1,
	};
}

static void test_the_order_does_not_matter(void **state)
{
	uint64_t seed = 88172645463325252ULL;
	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		Share shares[SHARES_MAX];
		size_t n = random_shares(&seed, shares);
		AmountRule rule = random_rule(&seed);
		Amount first = amount_of(&rule, shares, n, SHARES_MAX);
		shuffle(&seed, shares, n);
		Amount second = amount_of(&rule, shares, n, SHARES_MAX);
		assert_int_equal(first.known, second.known);
		assert_int_equal(first.value, second.value);
		assert_int_equal(first.with, n);
		assert_int_equal(first.all, SHARES_MAX);
	}
}

static void test_parts_add_up_to_the_whole(void **state)
{
	const AmountRule rule = { .aggregation = AGGREGATE_SUM };
	uint64_t seed = 362436069;
	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		Share shares[SHARES_MAX];
		size_t n = random_shares(&seed, shares), cut = n ? next_random(&seed) % n : 0;
		int64_t wanted = 0;
		for (size_t i = 0; i < n; i++)
			wanted += shares[i].value;
		Amount a = amount_of(&rule, shares, cut, 0);
		Amount b = amount_of(&rule, shares + cut, n - cut, 0);
		Amount whole = amount_of(&rule, shares, n, 0);
		assert_int_equal(whole.known, n > 0);
		if (n)
			assert_int_equal(whole.value, wanted);
		assert_int_equal(whole.value, a.value + b.value);
	}
}

// What is rounded lies within half a unit of the exact value, which is told by multiplying back.
static void test_a_mean_is_exact_to_half_a_unit(void **state)
{
	const AmountRule rule = { .aggregation = AGGREGATE_MEAN };
	uint64_t seed = 521288629;
	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		Share shares[SHARES_MAX];
		size_t n = random_shares(&seed, shares);
		int64_t sum = 0;
		for (size_t i = 0; i < n; i++)
			sum += shares[i].value;
		Amount mean = amount_of(&rule, shares, n, 0);
		assert_int_equal(mean.known, n > 0);
		int64_t error = sum - mean.value * (int64_t)n;
		if (n)
			assert_true(2 * llabs(error) <= (int64_t)n);
	}
}

static void test_a_ratio_is_exact_to_half_a_unit(void **state)
{
	uint64_t seed = 886751231;
	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		Share shares[SHARES_MAX];
		size_t n = next_random(&seed) % SHARES_MAX;
		int64_t above = 0, below = 0;
		for (size_t i = 0; i < n; i++) {
			shares[i] = (Share){ (int64_t)(next_random(&seed) % 1000000),
				(int64_t)(next_random(&seed) % 1000), 0 };
			above += shares[i].value;
			below += shares[i].below;
		}
		const AmountRule rule = { .aggregation = AGGREGATE_RATIO, .scale = 1, .above_scale = 2,
			.below_scale = 0, .factor = 100 };
		Amount ratio = amount_of(&rule, shares, n, 0);
		assert_int_equal(ratio.known, n > 0 && below != 0);
		if (!ratio.known)
			continue;
		// value/10 % = above/100 / below, so value · below = 10 · above.
		int64_t error = 10 * above - ratio.value * below;
		assert_true(2 * llabs(error) <= below);
	}
}

static void assert_amount(AmountRule rule, const Share *shares, size_t n, int64_t wanted)
{
	Amount amount = amount_of(&rule, shares, n, 15);
	assert_true(amount.known);
	assert_int_equal(amount.value, wanted);
}

static void test_rules_by_example(void **state)
{
	// 61,2 and 30,0 of 100 and 50; the second is the newer one.
	const Share two[] = { { 612, 100, 1 }, { 300, 50, 2 } };
	const Share halves[] = { { 1, 0, 1 }, { 2, 0, 2 } }, negative[] = { { -1, 0, 1 }, { -2, 0, 2 } };
	(void)state;
	assert_amount((AmountRule){ .aggregation = AGGREGATE_SUM }, two, 2, 912);
	assert_amount((AmountRule){ .aggregation = AGGREGATE_MEAN }, two, 2, 456);
	assert_amount((AmountRule){ .aggregation = AGGREGATE_LAST }, two, 2, 300);
	assert_amount((AmountRule){ .aggregation = AGGREGATE_RATIO, .scale = 1, .above_scale = 1,
			      .factor = 100 }, two, 2, 608); // 91,2 / 150
	assert_amount((AmountRule){ .aggregation = AGGREGATE_MEAN }, halves, 2, 2); // 1,5
	assert_amount((AmountRule){ .aggregation = AGGREGATE_MEAN }, negative, 2, -2);
}

static void test_nothing_is_not_zero(void **state)
{
	const Share zero = { 5, 0, 1 };
	(void)state;
	for (int rule = 0; rule < AGGREGATIONS; rule++) {
		const AmountRule amount_rule = { .aggregation = (Aggregation)rule, .factor = 100 };
		Amount none = amount_of(&amount_rule, NULL, 0, 3);
		assert_false(none.known);
		assert_int_equal(none.all, 3);
		assert_int_equal(none.with, 0);
	}
	const AmountRule ratio = { .aggregation = AGGREGATE_RATIO, .factor = 100 };
	assert_false(amount_of(&ratio, &zero, 1, 1).known);
}

static void test_what_does_not_fit_is_not_known(void **state)
{
	const AmountRule rule = { .aggregation = AGGREGATE_RATIO, .scale = 4, .below_scale = 4,
		.factor = 100 };
	const Share share = { VALUE_MAX, 1, 1 };
	int64_t out;
	(void)state;
	assert_false(amount_of(&rule, &share, 1, 1).known);
	assert_false(amount_percent(1, 0, 1, &out));
	assert_true(amount_percent(964, 1000, 1, &out));
	assert_int_equal(out, 964);
	assert_true(amount_part(2000, 1055, 1, &out));
	assert_int_equal(out, 2110);
}

static void test_standing_goes_by_what_is_better(void **state)
{
	Standing below = { .compared = 612, .target = 950 };
	Standing equal = { .compared = 950, .target = 950 };
	(void)state;
	standing_compare(&below, DIRECTION_HIGHER);
	assert_false(below.met);
	assert_int_equal(below.difference, -338);
	standing_compare(&below, DIRECTION_LOWER);
	assert_true(below.met);
	standing_compare(&equal, DIRECTION_HIGHER);
	assert_true(equal.met);
	standing_compare(&equal, DIRECTION_LOWER);
	assert_true(equal.met);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_order_does_not_matter),
		cmocka_unit_test(test_parts_add_up_to_the_whole),
		cmocka_unit_test(test_a_mean_is_exact_to_half_a_unit),
		cmocka_unit_test(test_a_ratio_is_exact_to_half_a_unit),
		cmocka_unit_test(test_rules_by_example),
		cmocka_unit_test(test_nothing_is_not_zero),
		cmocka_unit_test(test_what_does_not_fit_is_not_known),
		cmocka_unit_test(test_standing_goes_by_what_is_better),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
