// SPDX-License-Identifier: MIT
// indicator list, indicator show.
#include "core/indicator.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/prose.h"
#include "cli/table.h"

static const char *kept(Cli *cli, Buf *text)
{
	const char *copy = arena_strndup(&cli->arena, text->bytes ? text->bytes : "", text->len);
	buf_release(text);
	return copy;
}

static const char *amount_text(Cli *cli, const Amount *amount, int scale, const char *unit)
{
	Buf text = BUF_INIT;
	if (!amount->known)
		return "";
	amount_show(&text, amount->value, scale, unit);
	return kept(cli, &text);
}

static const char *standing_text(Cli *cli, const Indicator *indicator, const Standing *standing)
{
	Buf text = BUF_INIT;
	standing_show(&text, indicator, standing);
	return kept(cli, &text);
}

static const char *target_text(Cli *cli, const Indicator *indicator, const Standing *standing)
{
	Buf text = BUF_INIT;
	standing_target_show(&text, indicator, standing);
	return kept(cli, &text);
}

static const char *missing_text(Cli *cli, const Amount *amount)
{
	Buf text = BUF_INIT;
	missing_show(&text, amount);
	return kept(cli, &text);
}

// JSON ----------------------------------------------------------------------------------------

// Whole numbers with their scale, so that no program has to guess at rounding.
static json_t *json_of_amount(const Amount *amount)
{
	return json_pack("{s:o, s:i, s:i}", "value",
		amount->known ? json_integer(amount->value) : json_null(), "districts_with", amount->with,
		"districts", amount->all);
}

static json_t *json_of_standing(const Standing *standing)
{
	if (!standing->set)
		return json_null();
	return json_pack("{s:s, s:I, s:i, s:o, s:o, s:o}", "kind", target_kind_code(standing->kind), "target",
		(json_int_t)standing->target, "scale", standing->scale, "compared",
		standing->known ? json_integer(standing->compared) : json_null(), "difference",
		standing->known ? json_integer(standing->difference) : json_null(), "met",
		standing->known ? json_boolean(standing->met) : json_null());
}

static json_t *json_of_point(const IndicatorPoint *point)
{
	char from[11], to[11];
	date_iso(point->from, from);
	date_iso(point->to, to);
	return json_pack("{s:s, s:s, s:s, s:o, s:o, s:o, s:o}", "period", point->name, "from", from, "to", to,
		"actual", json_of_amount(&point->of[READING_ACTUAL]), "estimate",
		json_of_amount(&point->of[READING_ESTIMATE]), "percent_of_last_year",
		json_of_amount(&point->last_year[READING_ACTUAL]), "target",
		json_of_standing(&point->standing[READING_ACTUAL]));
}

static json_t *json_of_series(const IndicatorSeries *series)
{
	json_t *points = json_array();
	for (size_t i = 0; i < series->points_n; i++)
		json_array_append_new(points, json_of_point(&series->points[i]));
	return json_pack("{s:s, s:s, s:o, s:o}", "place", series->code, "name", series->title, "current",
		json_of_standing(&series->current), "points", points);
}

static json_t *json_of_indicator(const Indicator *indicator)
{
	return json_pack("{s:s, s:s, s:s, s:i, s:s, s:s, s:s, s:o, s:o, s:o}", "code", indicator->code,
		"name", indicator->name, "unit", indicator->unit, "scale", indicator->scale, "better",
		direction_code(indicator->direction), "aggregation",
		aggregation_code(indicator->aggregation), "rhythm", indicator_rhythm_code(indicator->rhythm),
		"numerator", json_of_known(indicator->numerator), "denominator",
		json_of_known(indicator->denominator), "task", json_of_known(indicator->task_code));
}

// --- indicator list --------------------------------------------------------------------------

typedef struct {
	const char *place;
	bool json;
} ListValues;

static const Option list_options[] = {
	{ .name = "place",
		.type = OPTION_LINE,
		.offset = offsetof(ListValues, place),
		.value = N_("NƠI"),
		.help = N_("mã vùng hay địa phương; mặc định toàn tỉnh") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(ListValues, json),
		.help = N_("in JSON") },
	{ 0 },
};

static void print_list_json(const Vec *lines, Buf *out)
{
	json_t *array = json_array();
	for (size_t i = 0; i < lines->len; i++) {
		const IndicatorLine *line = vec_at(lines, i);
		json_t *object = json_of_indicator(&line->indicator);
		json_object_update_new(object, json_of_series(&line->series));
		json_object_set_new(object, "name", json_of_text(line->indicator.name));
		json_array_append_new(array, object);
	}
	json_print(array, out);
}

static void print_list(Cli *cli, const Vec *lines)
{
	static const TableColumn columns[] = {
		{ N_("Mã"), ALIGN_LEFT },
		{ N_("Chỉ tiêu"), ALIGN_LEFT },
		{ N_("Kỳ"), ALIGN_LEFT },
		{ N_("Kế hoạch"), ALIGN_RIGHT },
		{ N_("Thực hiện"), ALIGN_RIGHT },
		{ N_("So kế hoạch"), ALIGN_LEFT },
		{ N_("Còn thiếu"), ALIGN_LEFT },
	};
	Table table = table_new(columns, sizeof(columns) / sizeof(*columns));
	for (size_t i = 0; i < lines->len; i++) {
		const IndicatorLine *line = vec_at(lines, i);
		const Indicator *indicator = &line->indicator;
		const IndicatorSeries *series = &line->series;
		const IndicatorPoint none = { .name = "" };
		const IndicatorPoint *latest =
			series->latest < 0 ? &none : &series->points[series->latest];
		const Amount *actual = &latest->of[READING_ACTUAL];
		table_add(&table,
			(const char *[]){ indicator->code, indicator->name, latest->name,
				target_text(cli, indicator, &series->current),
				amount_text(cli, actual, indicator->scale, indicator->unit),
				standing_text(cli, indicator, &series->current), missing_text(cli, actual) });
	}
	table_print(&table, "", &cli->out);
}

static bool run_list(Cli *cli, const void *values, Err *err)
{
	const ListValues *given = values;
	Place place;
	Vec lines;
	vec_init(&lines, sizeof(IndicatorLine));
	bool ok = cli_open(cli, DB_OPEN, err) &&
		  place_find(cli->core, *given->place ? given->place : "province", &place, err) &&
		  indicator_lines(cli->core, place, &cli->arena, &lines, err);
	if (ok && given->json)
		print_list_json(&lines, &cli->out);
	else if (ok && !lines.len)
		buf_adds(&cli->out, tr("Chưa có chỉ tiêu nào.\n"));
	else if (ok)
		print_list(cli, &lines);
	vec_release(&lines);
	return ok;
}

const Command indicator_list_command = {
	.name = "indicator list",
	.summary = N_("Liệt kê chỉ tiêu: kế hoạch, thực hiện, chênh lệch"),
	.arguments = no_options,
	.options = list_options,
	.values_size = sizeof(ListValues),
	.run = run_list,
};

// --- indicator show --------------------------------------------------------------------------

typedef struct {
	const char *indicator;
	bool json;
} ShowValues;

static const Option show_arguments[] = {
	{ .name = N_("CHỈ-TIÊU"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(ShowValues, indicator),
		.help = N_("mã chỉ tiêu, hoặc tên, gõ không dấu cũng được") },
	{ 0 },
};

static const Option show_options[] = {
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(ShowValues, json),
		.help = N_("in JSON") },
	{ 0 },
};

static void print_show_json(const Indicator *indicator, const Vec *all, Buf *out)
{
	json_t *object = json_of_indicator(indicator), *places = json_array();
	for (size_t i = 0; i < all->len; i++)
		json_array_append_new(places, json_of_series(vec_at(all, i)));
	json_object_set_new(object, "places", places);
	json_print(object, out);
}

static void print_periods(Cli *cli, const Indicator *indicator, const IndicatorSeries *series)
{
	static const TableColumn columns[] = {
		{ N_("Kỳ"), ALIGN_LEFT },
		{ N_("Thực hiện"), ALIGN_RIGHT },
		{ N_("Ước"), ALIGN_RIGHT },
		{ N_("So cùng kỳ"), ALIGN_RIGHT },
		{ N_("So kế hoạch"), ALIGN_LEFT },
		{ N_("Còn thiếu"), ALIGN_LEFT },
	};
	Table table = table_new(columns, sizeof(columns) / sizeof(*columns));
	for (size_t i = 0; i < series->points_n; i++) {
		const IndicatorPoint *point = &series->points[i];
		const Amount *of = point->of;
		table_add(&table, (const char *[]){ point->name,
			amount_text(cli, &of[READING_ACTUAL], indicator->scale, indicator->unit),
			amount_text(cli, &of[READING_ESTIMATE], indicator->scale, indicator->unit),
			amount_text(cli, &point->last_year[READING_ACTUAL], LAST_YEAR_SCALE, "%"),
			standing_text(cli, indicator, &point->standing[READING_ACTUAL]),
			missing_text(cli, &of[READING_ACTUAL]) });
	}
	table_print(&table, "  ", &cli->out);
}

static void print_places(Cli *cli, const Indicator *indicator, const Vec *all)
{
	for (size_t i = 0; i < all->len; i++) {
		const IndicatorSeries *series = vec_at(all, i);
		Buf words = BUF_INIT;
		series_show(&words, indicator, series);
		buf_addf(&cli->out, "%*s%s, %s\n", 2 + 2 * series->depth, "", series->title, words.bytes);
		buf_release(&words);
	}
}

static void print_show(Cli *cli, const Indicator *indicator, const Vec *all)
{
	buf_addf(&cli->out, "%s (%s), %s\n", indicator->name, indicator->code, indicator->unit);
	prose_field(tr("Cách tính chung"), aggregation_name(indicator->aggregation), &cli->out);
	prose_field(tr("Tử số"), indicator->numerator, &cli->out);
	prose_field(tr("Mẫu số"), indicator->denominator, &cli->out);
	prose_field(tr("Hướng tốt"), direction_name(indicator->direction), &cli->out);
	prose_field(tr("Kỳ số liệu"), indicator_rhythm_name(indicator->rhythm), &cli->out);
	prose_field(tr("Đo nhiệm vụ"), indicator->task_code, &cli->out);
	if (all->len) {
		buf_addf(&cli->out, "\n%s\n", ((const IndicatorSeries *)vec_at(all, 0))->title);
		print_periods(cli, indicator, vec_at(all, 0));
	}
	buf_addf(&cli->out, "\n%s\n", tr("Các nơi"));
	print_places(cli, indicator, all);
}

static bool run_show(Cli *cli, const void *values, Err *err)
{
	const ShowValues *given = values;
	Indicator indicator;
	Vec all;
	vec_init(&all, sizeof(IndicatorSeries));
	bool ok = cli_open(cli, DB_OPEN, err) &&
		  indicator_find(cli->core, given->indicator, &cli->arena, &indicator, err) &&
		  indicator_series_all(cli->core, indicator.id, &cli->arena, &all, err);
	if (ok && given->json)
		print_show_json(&indicator, &all, &cli->out);
	else if (ok)
		print_show(cli, &indicator, &all);
	vec_release(&all);
	return ok;
}

const Command indicator_show_command = {
	.name = "indicator show",
	.summary = N_("Một chỉ tiêu: theo kỳ của toàn tỉnh, và từng vùng, địa phương"),
	.arguments = show_arguments,
	.options = show_options,
	.values_size = sizeof(ShowValues),
	.run = run_show,
};
