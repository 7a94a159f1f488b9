// SPDX-License-Identifier: MIT
// News since a moment: what has changed, for whom, and nothing that was there before.
#include "unit/fixture.h"

#include "core/news.h"

static const char *news(Fixture *fixture, const char *since)
{
	Date day;
	Vec lines;
	const char *shown = "";
	assert_true(date_parse(since, &day));
	vec_init(&lines, sizeof(NewsLine));
	assert_done(news_list(fixture->core, core_first_instant(fixture->core, day), &fixture->arena,
			    &lines, &fixture->err),
		&fixture->err);
	for (size_t i = 0; i < lines.len; i++) {
		const NewsLine *line = vec_at(&lines, i);
		shown = arena_printf(&fixture->arena, "%s%s %s | %s | %s\n", shown,
			news_kind_code(line->kind), line->place, line->text, line->tail);
	}
	shown = arena_printf(&fixture->arena, "%s%s", shown, news_sum(&lines, &fixture->arena));
	vec_release(&lines);
	return shown;
}

static void test_late_since_then(void **state)
{
	Fixture *fixture = *state; // 2.1a was due on 11/11
	assert_string_equal(news(fixture, "2021-11-10"),
		"late TP Phú Quốc | 2.1a Đón khách quốc tế | hạn 11/11\n1 quá hạn mới");
	assert_string_equal(news(fixture, "2021-11-12"), "");
	fixture_report(fixture, "2.1a", "phu-quoc", STATE_DONE, 100, "2021-11-20");
	assert_string_equal(news(fixture, "2021-11-10"),
		"done TP Phú Quốc | 2.1a Đón khách quốc tế | hoàn thành\n1 hoàn thành");
}

// What counts is how it stands now: news that were overtaken are none.
static void test_the_latest_word(void **state)
{
	Fixture *fixture = *state;
	fixture_report(fixture, "2.1b", "kien-hai", STATE_DONE, 100, "2021-11-20");
	fixture_report(fixture, "2.1b", "kien-hai", STATE_BLOCKED, 60, "2021-11-22");
	assert_string_equal(news(fixture, "2021-11-20"),
		"blocked Kiên Hải | 2.1b Tiêm vắc xin | vướng mắc 60%\n1 vướng mắc");
	fixture_today(fixture, "2021-11-25");
	assert_string_equal(news(fixture, "2021-11-24"), "");
}

static void test_of_ones_own(void **state)
{
	Fixture *fixture = *state;
	fixture_report(fixture, "2.1b", "kien-hai", STATE_DONE, 100, "2021-11-20");
	fixture_report(fixture, "2.1b", "phu-quoc", STATE_DONE, 100, "2021-11-20");
	fixture_report(fixture, "2.1b", "tan-hiep", STATE_DONE, 100, "2021-11-20");
	fixture_as(fixture, "member"); // in charge of TP Phú Quốc
	assert_string_equal(news(fixture, "2021-11-20"),
		"done TP Phú Quốc | 2.1b Tiêm vắc xin | hoàn thành\n1 hoàn thành");
	fixture_as(fixture, "leader"); // of Hải đảo
	assert_string_equal(news(fixture, "2021-11-20"),
		"done TP Phú Quốc | 2.1b Tiêm vắc xin | hoàn thành\n"
		"done Kiên Hải | 2.1b Tiêm vắc xin | hoàn thành\n2 hoàn thành");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_late_since_then, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_the_latest_word, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_of_ones_own, fixture_setup_directive, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
