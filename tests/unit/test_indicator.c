// SPDX-License-Identifier: MIT
// Indicators: rights, what a definition may be, and what follows from readings.
#include "unit/fixture.h"

#include "core/indicator.h"
#include "core/undo.h"

#include <stdlib.h>
#include <string.h>

static int64_t add(Fixture *fixture, const char *code, Aggregation aggregation, Indicator more)
{
	Indicator indicator = more;
	indicator.code = code;
	indicator.name = code;
	indicator.unit = more.unit ? more.unit : "tỷ đồng";
	indicator.aggregation = aggregation;
	assert_done(indicator_add(fixture->core, &indicator, &fixture->err), &fixture->err);
	return indicator.id;
}

static bool record(Fixture *fixture, int64_t indicator, const char *district, const char *day,
	ReadingKind kind, int64_t value)
{
	size_t failed;
	const ReadingInput input = { .indicator_id = indicator, .kind = kind, .as_of = day, .value = value,
		.district_id = fixture_place(fixture, district).district_id };
	return reading_record(fixture->core, &input, 1, &failed, &fixture->err);
}

static void tell(Fixture *fixture, int64_t indicator, const char *district, const char *day,
	int64_t value)
{
	assert_done(record(fixture, indicator, district, day, READING_ACTUAL, value), &fixture->err);
}

// "place: value with/all" of the latest period.
static void assert_latest(Fixture *fixture, int64_t indicator, const char *place, int64_t value, int with,
	int all)
{
	Vec series;
	vec_init(&series, sizeof(IndicatorSeries));
	assert_done(indicator_series_all(fixture->core, indicator, &fixture->arena, &series, &fixture->err),
		&fixture->err);
	for (size_t i = 0; i < series.len; i++) {
		const IndicatorSeries *one = vec_at(&series, i);
		if (strcmp(one->code, place) != 0)
			continue;
		assert_true(one->latest >= 0);
		const Amount *amount = &one->points[one->latest].of[READING_ACTUAL];
		assert_int_equal(amount->value, value);
		assert_int_equal(amount->with, with);
		assert_int_equal(amount->all, all);
		vec_release(&series);
		return;
	}
	fail_msg("no series of %s", place);
}

static IndicatorSeries series_at(Fixture *fixture, int64_t indicator, const char *place)
{
	Vec lines;
	IndicatorSeries found = { .latest = -2 };
	vec_init(&lines, sizeof(IndicatorLine));
	assert_done(indicator_lines(fixture->core, fixture_place(fixture, place), &fixture->arena, &lines,
			    &fixture->err),
		&fixture->err);
	for (size_t i = 0; i < lines.len; i++) {
		const IndicatorLine *line = vec_at(&lines, i);
		if (line->indicator.id == indicator)
			found = line->series;
	}
	vec_release(&lines);
	assert_int_not_equal(found.latest, -2);
	return found;
}

static const char *words_at(Fixture *fixture, int64_t indicator, const char *place)
{
	Buf text = BUF_INIT;
	Indicator row;
	IndicatorSeries series = series_at(fixture, indicator, place);
	assert_done(indicator_get(fixture->core, indicator, &fixture->arena, &row, &fixture->err),
		&fixture->err);
	series_show(&text, &row, &series);
	const char *copy = arena_strdup(&fixture->arena, text.bytes);
	buf_release(&text);
	return copy;
}

// Rights ----------------------------------------------------------------------------------------

static void test_who_may_define(void **state)
{
	static const struct {
		const char *login;
		bool may;
	} cases[] = { { "office", true }, { "leader", false }, { "member", false }, { "secretary", false },
		{ "admin", false }, { "viewer", false } };
	Fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		Indicator indicator = { .name = "Số khách", .unit = "người",
			.code = arena_printf(&fixture->arena, "khach-%s", cases[i].login) };
		IndicatorTarget target = { .from = "2021-01-01", .to = "2021-12-31", .value = 1 };
		fixture_as(fixture, "office");
		target.indicator_id = add(fixture, arena_printf(&fixture->arena, "cho-%s", cases[i].login),
			AGGREGATE_SUM, (Indicator){ 0 });
		fixture_as(fixture, cases[i].login);
		bool defined = indicator_add(fixture->core, &indicator, &fixture->err);
		assert_int_equal(defined, cases[i].may);
		err_clear(&fixture->err);
		bool aimed = target_set(fixture->core, &target, &fixture->err);
		assert_int_equal(aimed, cases[i].may);
		err_clear(&fixture->err);
	}
}

static void test_who_may_record(void **state)
{
	static const struct {
		const char *login, *district;
		bool may;
	} cases[] = {
		{ "office", "go-quao", true }, { "leader", "phu-quoc", true }, { "leader", "go-quao", false },
		{ "member", "phu-quoc", true }, { "member", "kien-hai", false },
		{ "secretary", "kien-hai", true }, { "secretary", "rach-gia", false },
		{ "admin", "phu-quoc", false }, { "viewer", "phu-quoc", false },
	};
	Fixture *fixture = *state;
	int64_t id = add(fixture, "von", AGGREGATE_SUM, (Indicator){ 0 });
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		fixture_as(fixture, cases[i].login);
		bool done = record(fixture, id, cases[i].district, "2021-11-20", READING_ACTUAL, 5);
		assert_int_equal(done, cases[i].may);
		assert_int_equal(fixture->err.kind, cases[i].may ? ERR_NONE : ERR_DENIED);
		err_clear(&fixture->err);
	}
	fixture_as(fixture, "viewer");
	assert_latest(fixture, id, "hd", 10, 2, 2); // reading is everybody's
}

// Definitions -----------------------------------------------------------------------------------

static void test_what_a_definition_may_be(void **state)
{
	Fixture *fixture = *state;
	Core *core = fixture->core;
	int64_t a = add(fixture, "a", AGGREGATE_SUM, (Indicator){ 0 });
	int64_t b = add(fixture, "b", AGGREGATE_SUM, (Indicator){ 0 });
	int64_t ratio = add(fixture, "r", AGGREGATE_RATIO,
		(Indicator){ .unit = "%", .numerator_id = a, .denominator_id = b });
	const struct {
		Indicator indicator;
		ErrKind kind;
		const char *field;
	} cases[] = {
		{ { .code = "Hoa", .name = "x", .unit = "%" }, ERR_INVALID, "code" },
		{ { .code = "a", .name = "x", .unit = "%" }, ERR_CONFLICT, "code" },
		{ { .code = "c", .name = " ", .unit = "%" }, ERR_INVALID, "name" },
		{ { .code = "c", .name = "x", .unit = "" }, ERR_INVALID, "unit" },
		{ { .code = "c", .name = "x", .unit = "%", .scale = 5 }, ERR_INVALID, "scale" },
		{ { .code = "c", .name = "x", .unit = "%", .numerator_id = a }, ERR_INVALID, "aggregation" },
		{ { .code = "c", .name = "x", .unit = "%", .aggregation = AGGREGATE_RATIO }, ERR_INVALID,
			"numerator" },
		{ { .code = "c", .name = "x", .unit = "%", .aggregation = AGGREGATE_RATIO, .numerator_id = a,
			  .denominator_id = a }, ERR_INVALID, "denominator" },
		{ { .code = "c", .name = "x", .unit = "%", .aggregation = AGGREGATE_RATIO,
			  .numerator_id = ratio, .denominator_id = a }, ERR_INVALID, "numerator" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		Indicator indicator = cases[i].indicator;
		bool done = indicator_add(core, &indicator, &fixture->err);
		assert_string_equal(fixture->err.field, cases[i].field);
		assert_failed(done, &fixture->err, cases[i].kind);
	}
}

static void test_what_was_written_goes_on_meaning_the_same(void **state)
{
	Fixture *fixture = *state;
	Indicator before;
	int64_t id = add(fixture, "von", AGGREGATE_SUM, (Indicator){ .scale = 1 });
	assert_done(indicator_get(fixture->core, id, &fixture->arena, &before, &fixture->err), &fixture->err);
	tell(fixture, id, "phu-quoc", "2021-11-20", 5);
	Indicator after = before;
	after.scale = 2;
	assert_failed(indicator_save(fixture->core, &after, &fixture->err), &fixture->err, ERR_INVALID);
	after = before;
	after.unit = "triệu đồng";
	assert_failed(indicator_save(fixture->core, &after, &fixture->err), &fixture->err, ERR_INVALID);
	after = before;
	after.name = "Vốn đã giải ngân";
	assert_done(indicator_save(fixture->core, &after, &fixture->err), &fixture->err);
	assert_failed(indicator_save(fixture->core, &after, &fixture->err), &fixture->err, ERR_CONFLICT);
	assert_done(indicator_find(fixture->core, "von da giai", &fixture->arena, &after, &fixture->err),
		&fixture->err);
	assert_int_equal(after.id, id);
}

// Readings --------------------------------------------------------------------------------------

static void test_what_a_reading_may_be(void **state)
{
	Fixture *fixture = *state;
	int64_t a = add(fixture, "a", AGGREGATE_SUM, (Indicator){ 0 });
	int64_t ratio = add(fixture, "r", AGGREGATE_RATIO,
		(Indicator){ .unit = "%", .numerator_id = a,
			.denominator_id = add(fixture, "b", AGGREGATE_SUM, (Indicator){ 0 }) });
	assert_failed(record(fixture, ratio, "phu-quoc", "", READING_ACTUAL, 1), &fixture->err, ERR_INVALID);
	assert_failed(record(fixture, a, "phu-quoc", "2021-11-24", READING_ACTUAL, 1), &fixture->err,
		ERR_INVALID);
	assert_failed(record(fixture, a, "phu-quoc", "1821-11-24", READING_ACTUAL, 1), &fixture->err,
		ERR_INVALID);
	assert_failed(record(fixture, a, "phu-quoc", "2021-02-30", READING_ESTIMATE, 1), &fixture->err,
		ERR_INVALID);
	assert_failed(record(fixture, a, "phu-quoc", "2023-01-01", READING_ESTIMATE, 1), &fixture->err,
		ERR_INVALID);
	assert_failed(record(fixture, a, "phu-quoc", "", READING_ACTUAL, VALUE_MAX + 1), &fixture->err,
		ERR_INVALID);
	assert_done(record(fixture, a, "phu-quoc", "2021-12-31", READING_ESTIMATE, 1), &fixture->err);
	assert_done(record(fixture, a, "phu-quoc", "", READING_ACTUAL, -1), &fixture->err);
}

static void test_numbers_as_people_write_them(void **state)
{
	const Indicator percent = { .unit = "%", .scale = 1 }, money = { .unit = "tỷ đồng", .scale = 1 };
	int64_t value;
	Err err = ERR_INIT;
	(void)state;
	assert_true(reading_value_read(&percent, "61,2%", &value, &err));
	assert_int_equal(value, 612);
	assert_true(reading_value_read(&percent, " 61 % ", &value, &err));
	assert_int_equal(value, 610);
	assert_true(reading_value_read(&money, "1.234,5 tỷ đồng", &value, &err));
	assert_int_equal(value, 12345);
	assert_failed(reading_value_read(&money, "1.5", &value, &err), &err, ERR_INVALID);
	assert_failed(reading_value_read(&money, "", &value, &err), &err, ERR_INVALID);
	assert_failed(reading_value_read(&money, "9999999999999999", &value, &err), &err, ERR_INVALID);
}

static void test_the_newest_counts(void **state)
{
	Fixture *fixture = *state;
	const char *what;
	int64_t id = add(fixture, "von", AGGREGATE_SUM, (Indicator){ 0 });
	tell(fixture, id, "phu-quoc", "2021-11-20", 50);
	tell(fixture, id, "phu-quoc", "2021-11-10", 40); // an earlier day
	assert_latest(fixture, id, "phu-quoc", 50, 1, 1);
	tell(fixture, id, "phu-quoc", "2021-11-20", 55); // the same day again
	assert_latest(fixture, id, "phu-quoc", 55, 1, 1);
	assert_done(undo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err);
	assert_string_equal(what, "nhập số liệu chỉ tiêu");
	assert_latest(fixture, id, "phu-quoc", 50, 1, 1);
	assert_done(redo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err);
	assert_latest(fixture, id, "phu-quoc", 55, 1, 1);
}

static void test_withdrawing(void **state)
{
	Fixture *fixture = *state;
	Vec readings;
	int64_t id = add(fixture, "von", AGGREGATE_SUM, (Indicator){ 0 });
	tell(fixture, id, "phu-quoc", "2021-11-10", 40);
	tell(fixture, id, "phu-quoc", "2021-11-20", 50);
	vec_init(&readings, sizeof(Reading));
	assert_done(reading_list(fixture->core, id, fixture_place(fixture, "hd"), &fixture->arena, &readings,
			    &fixture->err),
		&fixture->err);
	assert_int_equal(readings.len, 2);
	int64_t newest = ((const Reading *)vec_at(&readings, 0))->id;
	fixture_as(fixture, "member"); // another's reading
	assert_failed(reading_withdraw(fixture->core, newest, &fixture->err), &fixture->err, ERR_DENIED);
	fixture_as(fixture, "office");
	assert_done(reading_withdraw(fixture->core, newest, &fixture->err), &fixture->err);
	assert_failed(reading_withdraw(fixture->core, newest, &fixture->err), &fixture->err, ERR_CONFLICT);
	assert_latest(fixture, id, "phu-quoc", 40, 1, 1);
	vec_release(&readings);
}

static void test_all_or_none(void **state)
{
	Fixture *fixture = *state;
	size_t failed;
	int64_t id = add(fixture, "von", AGGREGATE_SUM, (Indicator){ 0 });
	const ReadingInput inputs[] = {
		{ .indicator_id = id, .district_id = fixture_place(fixture, "phu-quoc").district_id, .value = 1 },
		{ .indicator_id = id, .district_id = fixture_place(fixture, "kien-hai").district_id,
			.as_of = "2021-12-01", .value = 2 },
	};
	assert_failed(reading_record(fixture->core, inputs, 2, &failed, &fixture->err), &fixture->err,
		ERR_INVALID);
	assert_int_equal(failed, 1);
	assert_int_equal(series_at(fixture, id, "hd").points_n, 0);
}

// What follows ----------------------------------------------------------------------------------

// Tân Hiệp lies in two regions in part and counts in its main one.
static void test_each_district_once(void **state)
{
	static const char *const districts[] = { "phu-quoc", "kien-hai", "tan-hiep", "go-quao", "rach-gia" };
	Fixture *fixture = *state;
	int64_t id = add(fixture, "von", AGGREGATE_SUM, (Indicator){ 0 });
	for (int i = 0; i < 5; i++)
		tell(fixture, id, districts[i], "2021-11-20", 1 << i);
	assert_latest(fixture, id, "province", 31, 5, 5);
	assert_latest(fixture, id, "hd", 3, 2, 2);
	assert_latest(fixture, id, "tsh", 12, 2, 2);
	assert_latest(fixture, id, "tglx", 16, 1, 1);
}

static void test_missing_is_said(void **state)
{
	Fixture *fixture = *state;
	int64_t id = add(fixture, "von", AGGREGATE_MEAN, (Indicator){ .unit = "%" });
	tell(fixture, id, "phu-quoc", "2021-11-20", 40);
	assert_latest(fixture, id, "province", 40, 1, 5);
	assert_string_equal(words_at(fixture, id, "province"),
		"11/2021: 40%; 4/5 địa phương chưa có số liệu");
	assert_string_equal(words_at(fixture, id, "tglx"), "chưa có số liệu");
}

static void test_a_ratio_and_its_target(void **state)
{
	Fixture *fixture = *state;
	int64_t spent = add(fixture, "giai-ngan", AGGREGATE_SUM, (Indicator){ .scale = 1 });
	int64_t plan = add(fixture, "ke-hoach", AGGREGATE_SUM, (Indicator){ 0 });
	int64_t ratio = add(fixture, "ty-le", AGGREGATE_RATIO,
		(Indicator){ .unit = "%", .scale = 1, .numerator_id = spent, .denominator_id = plan });
	const IndicatorTarget target = { .indicator_id = ratio, .value = 950, .from = "2021-01-01",
		.to = "2021-12-31" };
	assert_done(target_set(fixture->core, &target, &fixture->err), &fixture->err);
	tell(fixture, plan, "phu-quoc", "2021-01-15", 1000); // holds
	tell(fixture, plan, "kien-hai", "2021-01-15", 100);
	tell(fixture, spent, "phu-quoc", "2021-10-31", 3000);
	tell(fixture, spent, "phu-quoc", "2021-11-15", 4000);
	tell(fixture, spent, "kien-hai", "2021-11-15", 505);
	tell(fixture, spent, "go-quao", "2021-11-15", 100); // no plan: cannot count
	assert_latest(fixture, ratio, "hd", 410, 2, 2); // 450,5 / 1.100 = 40,95…
	assert_string_equal(words_at(fixture, ratio, "hd"),
		"11/2021: 41%; kế hoạch 95%, thấp hơn 54 điểm phần trăm");
	assert_string_equal(words_at(fixture, ratio, "province"),
		"11/2021: 41%; kế hoạch 95%, thấp hơn 54 điểm phần trăm; 3/5 địa phương chưa có số liệu");
	assert_done(record(fixture, spent, "phu-quoc", "2021-12-31", READING_ESTIMATE, 9600), &fixture->err);
	assert_string_equal(words_at(fixture, ratio, "phu-quoc"),
		"11/2021: 40%; kế hoạch 95%, thấp hơn 55 điểm phần trăm; ước 12/2021: 96%");
}

static void test_the_same_period_last_year(void **state)
{
	Fixture *fixture = *state;
	int64_t id = add(fixture, "ban-le", AGGREGATE_SUM, (Indicator){ 0 });
	const IndicatorTarget target = { .indicator_id = id, .kind = TARGET_LAST_YEAR, .value = 1000,
		.from = "2021-10-07" };
	assert_done(target_set(fixture->core, &target, &fixture->err), &fixture->err);
	tell(fixture, id, "phu-quoc", "2020-10-31", 1000);
	tell(fixture, id, "phu-quoc", "2021-10-31", 964);
	tell(fixture, id, "kien-hai", "2021-10-31", 500); // nothing to compare with
	assert_string_equal(words_at(fixture, id, "hd"),
		"10/2021: 1.464 tỷ đồng, bằng 96,4% cùng kỳ (tính trên 1 địa phương có đủ hai kỳ); "
		"kế hoạch 100% cùng kỳ, thấp hơn 3,6 điểm phần trăm");
	tell(fixture, id, "phu-quoc", "2021-11-20", 900); // no November before
	IndicatorSeries series = series_at(fixture, id, "hd");
	assert_true(series.current.set);
	assert_false(series.current.known);
}

static void test_which_target_is_in_force(void **state)
{
	Fixture *fixture = *state;
	int64_t mean = add(fixture, "mean", AGGREGATE_MEAN, (Indicator){ .unit = "%" });
	int64_t sum = add(fixture, "sum", AGGREGATE_SUM, (Indicator){ 0 });
	const Place hd = fixture_place(fixture, "hd");
	const IndicatorTarget targets[] = {
		{ .indicator_id = mean, .value = 90, .from = "2021-01-01", .to = "2021-12-31" },
		{ .indicator_id = mean, .value = 70, .from = "2021-10-01", .to = "2021-12-31" },
		{ .indicator_id = mean, .value = 50, .from = "2021-01-01", .place = hd },
		{ .indicator_id = sum, .value = 1000, .from = "2021-01-01" },
	};
	for (size_t i = 0; i < sizeof(targets) / sizeof(*targets); i++)
		assert_done(target_set(fixture->core, &targets[i], &fixture->err), &fixture->err);
	tell(fixture, mean, "phu-quoc", "2021-11-20", 60);
	tell(fixture, mean, "go-quao", "2021-11-20", 60);
	tell(fixture, sum, "phu-quoc", "2021-11-20", 60);
	assert_int_equal(series_at(fixture, mean, "province").current.target, 70); // the shorter time
	assert_int_equal(series_at(fixture, mean, "phu-quoc").current.target, 50); // of its region
	assert_int_equal(series_at(fixture, mean, "go-quao").current.target, 70); // of the province
	assert_true(series_at(fixture, mean, "phu-quoc").current.met);
	assert_false(series_at(fixture, mean, "go-quao").current.met);
	assert_true(series_at(fixture, sum, "province").current.set);
	assert_false(series_at(fixture, sum, "phu-quoc").current.set); // nobody's share is known
}

static void test_a_target_is_set_again_or_removed(void **state)
{
	Fixture *fixture = *state;
	Vec targets;
	int64_t id = add(fixture, "von", AGGREGATE_SUM, (Indicator){ 0 });
	IndicatorTarget target = { .indicator_id = id, .value = 10, .from = "2021-01-01", .to = "2021-12-31" };
	assert_done(target_set(fixture->core, &target, &fixture->err), &fixture->err);
	target.value = 20;
	assert_done(target_set(fixture->core, &target, &fixture->err), &fixture->err);
	target.to = "2020-12-31";
	assert_failed(target_set(fixture->core, &target, &fixture->err), &fixture->err, ERR_INVALID);
	vec_init(&targets, sizeof(IndicatorTarget));
	assert_done(target_list(fixture->core, id, &fixture->arena, &targets, &fixture->err), &fixture->err);
	assert_int_equal(targets.len, 1);
	const IndicatorTarget *stored = vec_at(&targets, 0);
	assert_int_equal(stored->value, 20);
	assert_failed(target_remove(fixture->core, stored->id, stored->rev - 1, &fixture->err), &fixture->err,
		ERR_CONFLICT);
	assert_done(target_remove(fixture->core, stored->id, stored->rev, &fixture->err), &fixture->err);
	vec_release(&targets);
}

static void test_periods_as_people_write_them(void **state)
{
	static const struct {
		const char *typed, *from, *to, *words;
	} cases[] = {
		{ "2021", "2021-01-01", "2021-12-31", "năm 2021" },
		{ "2021H2", "2021-07-01", "2021-12-31", "6 tháng cuối năm 2021" },
		{ "2021q4", "2021-10-01", "2021-12-31", "quý IV-2021" },
		{ "2021-2", "2021-02-01", "2021-02-28", "tháng 02/2021" },
	};
	static const char *const wrong[] = { "", "21", "2021Q5", "2021-13", "2021-0", "2021H", "2021Q41", "x" };
	Fixture *fixture = *state;
	char from[11], to[11];
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_done(target_period_read(cases[i].typed, from, to, &fixture->err), &fixture->err);
		assert_string_equal(from, cases[i].from);
		assert_string_equal(to, cases[i].to);
		const IndicatorTarget target = { .from = from, .to = to };
		assert_string_equal(target_period_words(&target, &fixture->arena), cases[i].words);
	}
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_failed(target_period_read(wrong[i], from, to, &fixture->err), &fixture->err, ERR_INVALID);
}

// Whatever is told in whatever order, a place's figure is that of its districts' newest readings.
static void test_any_readings_add_up(void **state)
{
	static const char *const districts[] = { "phu-quoc", "kien-hai", "tan-hiep", "go-quao", "rach-gia" };
	static const char *const regions[] = { "hd", "hd", "tsh", "tsh", "tglx" };
	Fixture *fixture = *state;
	unsigned seed = 259;
	int64_t id = add(fixture, "von", AGGREGATE_SUM, (Indicator){ 0 });
	int64_t values[5] = { 0 };
	int days[5] = { 0 };
	for (int round = 0; round < 60; round++) {
		int d = (int)(rand_r(&seed) % 5), day = 1 + (int)(rand_r(&seed) % 20);
		int64_t value = (int64_t)(rand_r(&seed) % 100000) - 20000;
		tell(fixture, id, districts[d], arena_printf(&fixture->arena, "2021-11-%02d", day), value);
		if (day >= days[d]) {
			days[d] = day;
			values[d] = value;
		}
		int64_t total = 0, region = 0;
		int with = 0, with_region = 0, all_region = 0;
		for (int i = 0; i < 5; i++) {
			bool same = strcmp(regions[i], regions[d]) == 0;
			total += values[i];
			with += days[i] > 0;
			region += same ? values[i] : 0;
			with_region += same && days[i] > 0;
			all_region += same;
		}
		assert_latest(fixture, id, "province", total, with, 5);
		assert_latest(fixture, id, regions[d], region, with_region, all_region);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_who_may_define),
		TEST(test_who_may_record),
		TEST(test_what_a_definition_may_be),
		TEST(test_what_was_written_goes_on_meaning_the_same),
		TEST(test_what_a_reading_may_be),
		cmocka_unit_test(test_numbers_as_people_write_them),
		TEST(test_the_newest_counts),
		TEST(test_withdrawing),
		TEST(test_all_or_none),
		TEST(test_each_district_once),
		TEST(test_missing_is_said),
		TEST(test_a_ratio_and_its_target),
		TEST(test_the_same_period_last_year),
		TEST(test_which_target_is_in_force),
		TEST(test_a_target_is_set_again_or_removed),
		TEST(test_periods_as_people_write_them),
		TEST(test_any_readings_add_up),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
