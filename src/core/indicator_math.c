// SPDX-License-Identifier: MIT
#include "core/indicator_math.h"

// Wide enough for VALUE_MAX · 1000 districts · 10^(2 · SCALE_MAX) · 100.
__extension__ typedef __int128 Wide;

static Wide power_of_ten(int exponent)
{
	Wide power = 1;
	while (exponent-- > 0)
		power *= 10;
	return power;
}

// Half away from zero. below is not 0.
static Wide divide(Wide above, Wide below)
{
	bool negative = (above < 0) != (below < 0);
	Wide size = above < 0 ? -above : above, unit = below < 0 ? -below : below;
	Wide quotient = (2 * size + unit) / (2 * unit);
	return negative ? -quotient : quotient;
}

static bool narrow(Wide value, int64_t *out)
{
	const Wide most = INT64_MAX / 2; // a difference of two must fit too
	if (value > most || value < -most)
		return false;
	*out = (int64_t)value;
	return true;
}

typedef struct {
	Wide above, below;
	int64_t newest, newest_value;
} Total;

static Total total_of(const Share *shares, size_t n)
{
	Total total = { .newest = INT64_MIN };
	for (size_t i = 0; i < n; i++) {
		total.above += shares[i].value;
		total.below += shares[i].below;
		if (shares[i].order < total.newest)
			continue;
		total.newest = shares[i].order;
		total.newest_value = shares[i].value;
	}
	return total;
}

typedef bool Rule(const AmountRule *rule, const Total *total, size_t n, int64_t *out);

static bool sum(const AmountRule *rule, const Total *total, size_t n, int64_t *out)
{
	(void)rule, (void)n;
	return narrow(total->above, out);
}

static bool mean(const AmountRule *rule, const Total *total, size_t n, int64_t *out)
{
	(void)rule;
	return narrow(divide(total->above, (Wide)n), out);
}

static bool last(const AmountRule *rule, const Total *total, size_t n, int64_t *out)
{
	(void)rule, (void)n;
	*out = total->newest_value;
	return true;
}

static bool ratio(const AmountRule *rule, const Total *total, size_t n, int64_t *out)
{
	(void)n;
	if (total->below == 0)
		return false;
	Wide above = total->above * rule->factor * power_of_ten(rule->scale + rule->below_scale);
	return narrow(divide(above, total->below * power_of_ten(rule->above_scale)), out);
}

static Rule *const rules[AGGREGATIONS] = {
	[AGGREGATE_SUM] = sum,
	[AGGREGATE_MEAN] = mean,
	[AGGREGATE_LAST] = last,
	[AGGREGATE_RATIO] = ratio,
};

Amount amount_of(const AmountRule *rule, const Share *shares, size_t n, int all)
{
	Amount amount = { .with = (int)n, .all = all };
	Total total = total_of(shares, n);
	amount.known = n > 0 && rules[rule->aggregation](rule, &total, n, &amount.value);
	return amount;
}

bool amount_percent(int64_t value, int64_t below, int scale_out, int64_t *out)
{
	return below != 0 && narrow(divide((Wide)value * 100 * power_of_ten(scale_out), below), out);
}

bool amount_part(int64_t value, int64_t percent, int percent_scale, int64_t *out)
{
	return narrow(divide((Wide)value * percent, 100 * power_of_ten(percent_scale)), out);
}

void standing_compare(Standing *standing, Direction direction)
{
	standing->difference = standing->compared - standing->target;
	standing->met = direction == DIRECTION_HIGHER ? standing->difference >= 0
						      : standing->difference <= 0;
}
