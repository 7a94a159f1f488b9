// SPDX-License-Identifier: MIT
// The story's readings and targets of indicators.
#include "cli/demo_play.h"

#include "core/indicator.h"

static bool read_value(DemoPlayer *player, const Indicator *indicator, const DemoReadings *readings,
	const DemoValue *value, ReadingInput *out, Err *err)
{
	Place place;
	if (!demo_place(player, value->district, &place, err))
		return false;
	*out = (ReadingInput){
		.indicator_id = indicator->id,
		.district_id = place.district_id,
		.as_of = readings->as_of,
		.document = readings->document,
	};
	bool known = reading_kind_parse(readings->kind, &out->kind);
	(void)known; // the reader takes no other
	return reading_value_read(indicator, value->number, &out->value, err);
}

bool demo_play_readings(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	const DemoReadings *readings = event->readings;
	Indicator indicator;
	size_t failed;
	if (!indicator_find(player->core, readings->indicator, &player->scratch, &indicator, err))
		return false;
	ReadingInput *inputs = arena_array(&player->scratch, readings->values_n, sizeof(*inputs));
	for (size_t i = 0; i < readings->values_n; i++)
		if (!read_value(player, &indicator, readings, &readings->values[i], &inputs[i], err))
			return false;
	return reading_record(player->core, inputs, readings->values_n, &failed, err);
}

bool demo_play_target(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	const DemoTarget *given = event->target;
	Indicator indicator;
	char from[11], to[11];
	IndicatorTarget target = { .kind = TARGET_VALUE, .from = from, .to = to,
		.document = given->document };
	if (!indicator_find(player->core, given->indicator, &player->scratch, &indicator, err) ||
		!target_value_read(&indicator, target.kind, given->value, &target.value, err) ||
		!target_period_read(given->period, from, to, err))
		return false;
	target.indicator_id = indicator.id;
	return target_set(player->core, &target, err);
}
