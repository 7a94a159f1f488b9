// SPDX-License-Identifier: MIT
// Reporting rounds: when they are due, who is asked, what has come, who is silent, who may.
#include "core/board.h"
#include "core/person.h"
#include "core/report.h"
#include "core/undo.h"
#include "unit/report_tools.h"

#include <stdio.h>
#include <string.h>

// Schedule --------------------------------------------------------------------------------------

static void assert_due(const ReportSeries *series, int round, const char *wanted)
{
	char iso[11];
	date_iso(report_due(series, round), iso);
	assert_string_equal(iso, wanted);
}

static void test_due_days(void **state)
{
	(void)state;
	ReportSeries series = { .first_due = "2021-10-31", .last_due = "", .rhythm = RHYTHM_MONTH };
	assert_due(&series, 1, "2021-10-31");
	assert_due(&series, 2, "2021-11-30");
	assert_due(&series, 5, "2022-02-28");
	assert_due(&series, 6, "2022-03-31"); // the day is the first one's, not the last one's
	assert_due(&series, 29, "2024-02-29");
	assert_due(&series, 0, "");
	series.rhythm = RHYTHM_QUARTER;
	assert_due(&series, 2, "2022-01-31");
	assert_due(&series, 3, "2022-04-30");
	series.rhythm = RHYTHM_HALF_YEAR;
	assert_due(&series, 2, "2022-04-30");
	series.rhythm = RHYTHM_TWO_WEEKS;
	assert_due(&series, 3, "2021-11-28");
	series.last_due = "2021-11-20";
	assert_due(&series, 2, "2021-11-14");
	assert_due(&series, 3, "");
	series.rhythm = RHYTHM_ONCE;
	assert_due(&series, 1, "2021-10-31");
	assert_due(&series, 2, "");
}

// From any first day, ten years of rounds: never back, never skipping a month, the day kept.
static void test_schedule_holds(void **state)
{
	(void)state;
	for (int64_t day = date_days((Date){ 2020, 1, 1 }); day < date_days((Date){ 2021, 3, 1 }); day++) {
		char first[11];
		date_iso(date_from_days(day), first);
		ReportSeries series = { .first_due = first, .last_due = "", .rhythm = RHYTHM_MONTH };
		Date begin = date_from_days(day);
		for (int round = 1; round <= 120; round++) {
			Date due = report_due(&series, round);
			int months = (due.year - begin.year) * 12 + due.month - begin.month;
			int last = date_month_days(due.year, due.month);
			assert_int_equal(months, round - 1);
			assert_int_equal(due.day, begin.day < last ? begin.day : last);
			assert_int_equal(report_round_on(&series, due), round);
			assert_int_equal(report_round_on(&series, date_add_days(due, 1)), round + 1);
		}
	}
}

// What has come ---------------------------------------------------------------------------------

static void test_on_time_late_missing(void **state)
{
	Fixture *fixture = *state;
	int64_t series = add_series(fixture, "bc", "tất cả");
	assert_done(enter(fixture, series, 2, "phu-quoc", "2021-09-30"), &fixture->err);
	assert_done(enter(fixture, series, 2, "kien-hai", "2021-10-02"), &fixture->err);
	assert_false(reporter(fixture, series, 2, "phu-quoc").late);
	Reporter late = reporter(fixture, series, 2, "kien-hai");
	assert_true(late.late);
	assert_int_equal(late.days, 2);
	Reporter missing = reporter(fixture, series, 2, "go-quao");
	assert_true(missing.overdue);
	assert_int_equal(missing.days, 54);
	Vec rounds;
	vec_init(&rounds, sizeof(Round));
	assert_done(round_list(fixture->core, &fixture->arena, &rounds, &fixture->err), &fixture->err);
	assert_int_equal(rounds.len, 4);
	const Round *now = vec_at(&rounds, 0), *second = vec_at(&rounds, 2);
	assert_string_equal(now->code, "bc.4");
	assert_int_equal(now->overdue, 0);
	assert_int_equal(now->missing, 5);
	assert_int_equal(second->sent, 2);
	assert_int_equal(second->late, 1);
	assert_int_equal(second->overdue, 3);
	vec_release(&rounds);
	assert_failed(enter(fixture, series, 4, "phu-quoc", "2021-11-24"), &fixture->err, ERR_INVALID);
	Vec none;
	Round out;
	vec_init(&none, sizeof(Reporter));
	assert_failed(round_get(fixture->core, series, 5, &fixture->arena, &out, &none, &fixture->err),
		&fixture->err, ERR_NOT_FOUND);
	vec_release(&none);
}

static void test_stale_is_refused(void **state)
{
	Fixture *fixture = *state;
	size_t failed;
	int64_t series = add_series(fixture, "bc", "tất cả");
	Reporter before = reporter(fixture, series, 1, "phu-quoc");
	assert_done(enter(fixture, series, 1, "phu-quoc", "2021-08-30"), &fixture->err);
	ReportInput inputs[] = {
		{ .who = reporter(fixture, series, 1, "kien-hai").who, .report = { .state = REPORT_UNCHANGED } },
		{ .who = before.who, .report = { .state = REPORT_UNCHANGED } },
	};
	assert_failed(report_save_many(fixture->core, series, 1, inputs, 2, &failed, &fixture->err),
		&fixture->err, ERR_CONFLICT);
	assert_int_equal(failed, 1);
	// All or nothing, and what was there stays.
	assert_int_equal(reporter(fixture, series, 1, "kien-hai").report.state, REPORT_NONE);
	assert_int_equal(reporter(fixture, series, 1, "phu-quoc").report.state, REPORT_SENT);
	Report stale = reporter(fixture, series, 1, "phu-quoc").report;
	assert_done(enter(fixture, series, 1, "phu-quoc", "2021-08-31"), &fixture->err);
	assert_failed(report_withdraw(fixture->core, stale.id, stale.rev, &fixture->err), &fixture->err,
		ERR_CONFLICT);
}

static void test_withdrawn_and_undone(void **state)
{
	Fixture *fixture = *state;
	const char *what;
	int64_t series = add_series(fixture, "bc", "tất cả");
	assert_done(enter(fixture, series, 3, "phu-quoc", "2021-10-29"), &fixture->err);
	Report sent = reporter(fixture, series, 3, "phu-quoc").report;
	assert_done(report_withdraw(fixture->core, sent.id, sent.rev, &fixture->err), &fixture->err);
	Reporter now = reporter(fixture, series, 3, "phu-quoc");
	assert_true(now.overdue);
	assert_string_equal(now.withdrawn, "BC số 7-BC/HU nhận 29/10");
	assert_done(undo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err);
	assert_string_equal(what, "rút báo cáo");
	assert_int_equal(reporter(fixture, series, 3, "phu-quoc").report.state, REPORT_SENT);
	assert_done(undo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err);
	assert_int_equal(reporter(fixture, series, 3, "phu-quoc").report.state, REPORT_NONE);
	assert_done(redo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err);
	assert_int_equal(reporter(fixture, series, 3, "phu-quoc").report.state, REPORT_SENT);
	assert_failed(report_withdraw(fixture->core, 0, 0, &fixture->err), &fixture->err, ERR_NOT_FOUND);
}

static void test_extensions(void **state)
{
	Fixture *fixture = *state;
	int64_t series = add_series(fixture, "bc", "tất cả");
	ReporterId who = reporter(fixture, series, 3, "phu-quoc").who;
	ReportExtension extension = { "2021-11-30", "chờ số liệu", "đ/c Chánh Văn phòng" };
	assert_done(report_extend(fixture->core, series, 3, who, &extension, &fixture->err), &fixture->err);
	Reporter now = reporter(fixture, series, 3, "phu-quoc");
	assert_false(now.overdue);
	assert_string_equal(now.due, "2021-11-30");
	assert_string_equal(now.due_reason, "chờ số liệu");
	assert_true(reporter(fixture, series, 3, "kien-hai").overdue);
	extension.new_due = "2021-11-30";
	assert_failed(report_extend(fixture->core, series, 3, who, &extension, &fixture->err),
		&fixture->err, ERR_INVALID);
	extension = (ReportExtension){ "2021-12-05", "", "" };
	assert_failed(report_extend(fixture->core, series, 3, who, &extension, &fixture->err),
		&fixture->err, ERR_INVALID);
	assert_done(enter(fixture, series, 3, "phu-quoc", "2021-11-20"), &fixture->err);
	assert_false(reporter(fixture, series, 3, "phu-quoc").late);
}

// Silence ---------------------------------------------------------------------------------------

static int remind(Fixture *fixture, int64_t series, int round, const char *code)
{
	int nth = 0;
	const Reminder reminder = { .channel = CHANNEL_PHONE, .note = "hứa nộp" };
	assert_done(reminder_add(fixture->core, series, round, reporter(fixture, series, round, code).who,
		&reminder, &nth, &fixture->err), &fixture->err);
	return nth;
}

static const BoardLine *line_of(const Vec *lines, const char *place)
{
	for (size_t i = 0; i < lines->len; i++) {
		const BoardLine *line = vec_at(lines, i);
		if (line->target == BOARD_TO_ROUND && strcmp(line->place, place) == 0)
			return line;
	}
	return NULL;
}

static void test_silence_and_reminders(void **state)
{
	Fixture *fixture = *state;
	int64_t series = add_series(fixture, "bc", "phu-quoc, kien-hai");
	assert_done(enter(fixture, series, 3, "phu-quoc", "2021-10-29"), &fixture->err);
	assert_done(enter(fixture, series, 1, "kien-hai", "2021-08-29"), &fixture->err);
	assert_int_equal(remind(fixture, series, 2, "kien-hai"), 1);
	assert_int_equal(remind(fixture, series, 3, "kien-hai"), 2);
	Reporter silent = reporter(fixture, series, 3, "kien-hai");
	assert_int_equal(silent.silent, 2);
	assert_int_equal(silent.reminders, 2);
	assert_string_equal(silent.reminded_on, "2021-11-23");
	// The round that is still open: the silence before it counts.
	assert_int_equal(reporter(fixture, series, 4, "kien-hai").silent, 2);
	assert_int_equal(reporter(fixture, series, 4, "phu-quoc").silent, 0);
	const Reminder more = { .channel = CHANNEL_MESSAGE };
	int nth;
	assert_failed(reminder_add(fixture->core, series, 3,
		reporter(fixture, series, 3, "phu-quoc").who, &more, &nth, &fixture->err), &fixture->err,
		ERR_INVALID);
	Vec lines;
	int total;
	vec_init(&lines, sizeof(BoardLine));
	assert_done(board_list(fixture->core, 40, &fixture->arena, &lines, &total, &fixture->err),
		&fixture->err);
	const BoardLine *line = line_of(&lines, "Kiên Hải");
	assert_non_null(line);
	assert_string_equal(line->text, "chưa nộp báo cáo 2 kỳ, đã đôn đốc 2 lần");
	assert_int_equal(line->id, series);
	assert_int_equal(line->round, 3);
	assert_null(line_of(&lines, "TP Phú Quốc"));
	vec_release(&lines);
}

static void test_a_district_in_a_line(void **state)
{
	Fixture *fixture = *state;
	const char *line;
	int64_t about, district = fixture_place(fixture, "kien-hai").district_id;
	int round;
	assert_done(report_of_district(fixture->core, district, &fixture->arena, &line, &about, &round,
		&fixture->err), &fixture->err);
	assert_string_equal(line, "");
	int64_t series = add_series(fixture, "bc", "phu-quoc, kien-hai");
	remind(fixture, series, 3, "kien-hai");
	assert_done(report_of_district(fixture->core, district, &fixture->arena, &line, &about, &round,
		&fixture->err), &fixture->err);
	assert_string_equal(line, "Báo cáo bc.3: ! chưa nộp 3 kỳ, đã đôn đốc 1 lần");
	assert_done(enter(fixture, series, 3, "kien-hai", "2021-11-02"), &fixture->err);
	assert_done(report_of_district(fixture->core, district, &fixture->arena, &line, &about, &round,
		&fixture->err), &fixture->err);
	assert_string_equal(line, "Báo cáo bc.3: nộp 02/11/2021, chậm 2 ngày");
	assert_int_equal(about, series);
	assert_int_equal(round, 3);
}

// As of another day: what had come by then, and who was silent.
static void test_as_it_stood(void **state)
{
	Fixture *fixture = *state;
	int64_t series = add_series(fixture, "bc", "phu-quoc, kien-hai");
	fixture_today(fixture, "2022-01-10");
	assert_done(enter(fixture, series, 4, "kien-hai", "2021-12-05"), &fixture->err);
	assert_done(core_set_as_of(fixture->core, (Date){ 2021, 12, 4 }, &fixture->err), &fixture->err);
	Reporter then = reporter(fixture, series, 4, "kien-hai");
	assert_int_equal(then.report.state, REPORT_NONE);
	assert_int_equal(then.days, 4);
	assert_int_equal(then.silent, 4);
	assert_done(core_set_as_of(fixture->core, (Date){ 2021, 12, 5 }, &fixture->err), &fixture->err);
	assert_true(reporter(fixture, series, 4, "kien-hai").late);
	assert_done(core_set_as_of(fixture->core, (Date){ 0 }, &fixture->err), &fixture->err);
	assert_int_equal(reporter(fixture, series, 4, "kien-hai").report.state, REPORT_SENT);
}

// Whom it asks ----------------------------------------------------------------------------------

static void test_asked_from_now_on(void **state)
{
	Fixture *fixture = *state;
	ReportSeries series;
	ReportAsked asked;
	int64_t id = add_series(fixture, "bc", "phu-quoc, kien-hai");
	assert_done(report_series_get(fixture->core, id, &fixture->arena, &series, &fixture->err),
		&fixture->err);
	assert_done(report_asked_read(fixture->core, "kien-hai, Gò Quao", "", &fixture->arena, &asked,
		&fixture->err), &fixture->err);
	assert_done(report_series_save(fixture->core, &series, &asked, &fixture->err), &fixture->err);
	// Past rounds keep whom they asked.
	assert_non_null(reporter(fixture, id, 3, "phu-quoc").code);
	assert_null(reporter(fixture, id, 3, "go-quao").code);
	assert_null(reporter(fixture, id, 4, "phu-quoc").code);
	assert_non_null(reporter(fixture, id, 4, "go-quao").code);
	assert_failed(report_series_save(fixture->core, &series, &asked, &fixture->err), &fixture->err,
		ERR_CONFLICT);
}

static void test_what_has_come_stays_in_its_round(void **state)
{
	Fixture *fixture = *state;
	ReportSeries series;
	ReportAsked asked;
	int64_t id = add_series(fixture, "bc", "tất cả");
	assert_done(enter(fixture, id, 3, "phu-quoc", "2021-10-29"), &fixture->err);
	assert_done(report_series_get(fixture->core, id, &fixture->arena, &series, &fixture->err),
		&fixture->err);
	assert_done(report_asked_get(fixture->core, id, &fixture->arena, &asked, &fixture->err),
		&fixture->err);
	assert_true(asked.all_districts);
	ReportSeries moved = series;
	moved.first_due = "2021-08-30";
	assert_failed(report_series_save(fixture->core, &moved, &asked, &fixture->err), &fixture->err,
		ERR_CONFLICT);
	moved = series;
	moved.last_due = "2021-10-15";
	assert_failed(report_series_save(fixture->core, &moved, &asked, &fixture->err), &fixture->err,
		ERR_CONFLICT);
	moved.last_due = "2021-11-15";
	assert_done(report_series_save(fixture->core, &moved, &asked, &fixture->err), &fixture->err);
	Vec rounds;
	vec_init(&rounds, sizeof(Round));
	assert_done(round_list(fixture->core, &fixture->arena, &rounds, &fixture->err), &fixture->err);
	assert_int_equal(rounds.len, 3);
	vec_release(&rounds);
}

static void test_bad_series(void **state)
{
	static const struct {
		const char *code, *name, *first, *last;
		ErrKind kind;
		const char *field;
	} cases[] = {
		{ "", "Tên", "2021-10-31", "", ERR_INVALID, "code" },
		{ "Bc", "Tên", "2021-10-31", "", ERR_INVALID, "code" },
		{ "bao-cao-dai-qua", "Tên", "2021-10-31", "", ERR_INVALID, "code" },
		{ "bc", "Tên", "2021-10-31", "", ERR_CONFLICT, "code" },
		{ "moi", " ", "2021-10-31", "", ERR_INVALID, "name" },
		{ "moi", "Tên", "", "", ERR_INVALID, "first" },
		{ "moi", "Tên", "2021-10-31", "2021-10-30", ERR_INVALID, "last" },
	};
	Fixture *fixture = *state;
	ReportAsked asked = { .all_districts = true }, nobody = { 0 };
	add_series(fixture, "bc", "tất cả");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		ReportSeries series = { .code = cases[i].code, .name = cases[i].name,
			.first_due = cases[i].first, .last_due = cases[i].last };
		bool ok = report_series_add(fixture->core, &series, &asked, &fixture->err);
		assert_string_equal(fixture->err.field, cases[i].field);
		assert_failed(ok, &fixture->err, cases[i].kind);
	}
	ReportSeries series = { .code = "moi", .name = "Tên", .first_due = "2021-10-31" };
	assert_failed(report_series_add(fixture->core, &series, &nobody, &fixture->err), &fixture->err,
		ERR_INVALID);
	assert_failed(report_asked_read(fixture->core, "phu-quoc, atlantis", "", &fixture->arena, &asked,
		&fixture->err), &fixture->err, ERR_NOT_FOUND);
}

// Rights ----------------------------------------------------------------------------------------

static void test_who_may(void **state)
{
	static const char *const others[] = { "leader", "member", "secretary", "admin", "viewer" };
	Fixture *fixture = *state;
	int nth;
	int64_t series = add_series(fixture, "bc", "tất cả");
	assert_done(enter(fixture, series, 1, "kien-hai", "2021-08-29"), &fixture->err);
	Report sent = reporter(fixture, series, 1, "kien-hai").report;
	ReporterId who = reporter(fixture, series, 1, "phu-quoc").who;
	const ReportExtension extension = { "2021-12-30", "lý do", "" };
	const Reminder reminder = { .channel = CHANNEL_PHONE };
	const ReportAsked all = { .all_districts = true };
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		ReportSeries new = { .code = "moi", .name = "Tên", .first_due = "2021-10-31" };
		fixture_as(fixture, others[i]);
		assert_failed(enter(fixture, series, 1, "phu-quoc", ""), &fixture->err, ERR_DENIED);
		assert_failed(report_withdraw(fixture->core, sent.id, sent.rev, &fixture->err),
			&fixture->err, ERR_DENIED);
		assert_failed(report_extend(fixture->core, series, 1, who, &extension, &fixture->err),
			&fixture->err, ERR_DENIED);
		assert_failed(reminder_add(fixture->core, series, 1, who, &reminder, &nth, &fixture->err),
			&fixture->err, ERR_DENIED);
		assert_failed(report_series_add(fixture->core, &new, &all, &fixture->err), &fixture->err,
			ERR_DENIED);
		// Reading is everybody's.
		assert_int_equal(reporter(fixture, series, 1, "kien-hai").report.state, REPORT_SENT);
	}
}

static void test_words(void **state)
{
	static const struct {
		const char *typed;
		ReportState state;
	} cases[] = {
		{ "đ", REPORT_SENT }, { "da nop", REPORT_SENT }, { "x", REPORT_SENT },
		{ "Nộp chậm", REPORT_SENT }, { "k", REPORT_UNCHANGED }, { "khong", REPORT_UNCHANGED },
		{ "Không thay đổi", REPORT_UNCHANGED }, { "unchanged", REPORT_UNCHANGED },
		{ "sent", REPORT_SENT }, { "chưa", REPORT_NONE }, { "", REPORT_NONE }, { "\xff", REPORT_NONE },
	};
	Fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		ReportState read = REPORT_NONE;
		bool ok = report_state_read(cases[i].typed, &read, &fixture->err);
		if (ok != (cases[i].state != REPORT_NONE) || read != cases[i].state)
			fail_msg("“%s” is %d", cases[i].typed, read);
		err_clear(&fixture->err);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_due_days),
		cmocka_unit_test(test_schedule_holds),
		cmocka_unit_test_setup_teardown(test_on_time_late_missing, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_stale_is_refused, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_withdrawn_and_undone, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_extensions, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_silence_and_reminders, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_a_district_in_a_line, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_as_it_stood, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_asked_from_now_on, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_what_has_come_stays_in_its_round, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_bad_series, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_who_may, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_words, fixture_setup, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
