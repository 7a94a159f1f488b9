// SPDX-License-Identifier: MIT
// The words of indicators: as they are stored, and as people read them.
#include "core/indicator.h"

#include "base/tr.h"

#include <string.h>

typedef struct {
	const char *code, *name;
} Word;

static const Word aggregations[AGGREGATIONS] = {
	[AGGREGATE_SUM] = { "sum", N_("cộng") },
	[AGGREGATE_MEAN] = { "mean", N_("bình quân") },
	[AGGREGATE_LAST] = { "last", N_("số mới nhất") },
	[AGGREGATE_RATIO] = { "ratio", N_("tỷ lệ của hai chỉ tiêu") },
};

static const Word directions[DIRECTIONS] = {
	[DIRECTION_HIGHER] = { "higher", N_("cao hơn là tốt") },
	[DIRECTION_LOWER] = { "lower", N_("thấp hơn là tốt") },
};

static const Word rhythms[INDICATOR_RHYTHMS] = {
	[INDICATOR_MONTH] = { "month", N_("tháng") },
	[INDICATOR_QUARTER] = { "quarter", N_("quý") },
	[INDICATOR_HALF] = { "half", N_("6 tháng") },
	[INDICATOR_YEAR] = { "year", N_("năm") },
};

static const Word kinds[READING_KINDS] = {
	[READING_ACTUAL] = { "actual", N_("thực hiện") },
	[READING_ESTIMATE] = { "estimate", N_("ước thực hiện") },
};

static const char *const target_kinds[TARGET_KINDS] = {
	[TARGET_VALUE] = "value",
	[TARGET_LAST_YEAR] = "last-year",
};

const char *aggregation_code(Aggregation aggregation)
{
	return aggregations[aggregation].code;
}

const char *aggregation_name(Aggregation aggregation)
{
	return tr(aggregations[aggregation].name);
}

const char *direction_code(Direction direction)
{
	return directions[direction].code;
}

const char *direction_name(Direction direction)
{
	return tr(directions[direction].name);
}

const char *indicator_rhythm_code(IndicatorRhythm rhythm)
{
	return rhythms[rhythm].code;
}

const char *indicator_rhythm_name(IndicatorRhythm rhythm)
{
	return tr(rhythms[rhythm].name);
}

const char *reading_kind_code(ReadingKind kind)
{
	return kinds[kind].code;
}

const char *reading_kind_name(ReadingKind kind)
{
	return tr(kinds[kind].name);
}

const char *target_kind_code(TargetKind kind)
{
	return target_kinds[kind];
}

static bool find(const Word *words, int n, const char *code, int *out)
{
	for (int i = 0; i < n; i++)
		if (strcmp(words[i].code, code) == 0) {
			*out = i;
			return true;
		}
	return false;
}

bool aggregation_parse(const char *code, Aggregation *out)
{
	int i = 0;
	bool found = find(aggregations, AGGREGATIONS, code, &i);
	*out = (Aggregation)i;
	return found;
}

bool direction_parse(const char *code, Direction *out)
{
	int i = 0;
	bool found = find(directions, DIRECTIONS, code, &i);
	*out = (Direction)i;
	return found;
}

bool indicator_rhythm_parse(const char *code, IndicatorRhythm *out)
{
	int i = 0;
	bool found = find(rhythms, INDICATOR_RHYTHMS, code, &i);
	*out = (IndicatorRhythm)i;
	return found;
}

bool reading_kind_parse(const char *code, ReadingKind *out)
{
	int i = 0;
	bool found = find(kinds, READING_KINDS, code, &i);
	*out = (ReadingKind)i;
	return found;
}

bool target_kind_parse(const char *code, TargetKind *out)
{
	*out = strcmp(code, target_kinds[TARGET_LAST_YEAR]) == 0 ? TARGET_LAST_YEAR : TARGET_VALUE;
	return strcmp(code, target_kinds[*out]) == 0;
}
