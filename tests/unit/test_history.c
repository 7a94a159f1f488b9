// SPDX-License-Identifier: MIT
// History: what each change made of a thing and its parts, by whom it may be read, and what is left out.
#include "unit/meeting_tools.h"

#include "core/history.h"
#include "core/indicator.h"
#include "core/remark.h"
#include "core/review.h"
#include "core/undo.h"

// "op: part label=before>after, …; …" of all changes, newest first; "…" for what is hidden.
static const char *told(F *f, Thing thing)
{
	Vec changes;
	const char *text = "";
	vec_init(&changes, sizeof(HistoryChange));
	assert_done(history_of(f->core, thing, &f->arena, &changes, &f->err), &f->err);
	for (size_t i = 0; i < changes.len; i++) {
		const HistoryChange *change = vec_at(&changes, i);
		text = arena_printf(&f->arena, "%s%s%s:", text, change->undoes ? "undo " : "", change->op);
		for (size_t k = 0; k < change->parts.len; k++) {
			const HistoryPart *part = vec_at(&change->parts, k);
			text = arena_printf(&f->arena, "%s %s", text, part->part);
			for (size_t m = 0; m < part->fields_n; m++)
				text = arena_printf(&f->arena, "%s %s=%s>%s,", text, part->fields[m].column,
					part->fields[m].before, part->fields[m].after);
			text = arena_printf(&f->arena, "%s%s", text, part->hidden ? "…" : "");
		}
		text = arena_printf(&f->arena, "%s; ", text);
	}
	history_clear(&changes);
	vec_release(&changes);
	return text;
}

static void says(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("“%s” is not in: %s", part, text);
}

static void says_not(const char *text, const char *part)
{
	if (strstr(text, part))
		fail_msg("“%s” is in: %s", part, text);
}

static Meeting meeting_once_rewritten(F *f)
{
	Meeting meeting = add(f, "2021-11-20");
	say(f, meeting.id, "Bản nháp đầu.");
	say(f, meeting.id, "Bản cuối cùng.");
	note(f, meeting.id, "Thống nhất.");
	meeting = get(f, meeting.id);
	assert_done(meeting_finalise(f->core, meeting.id, meeting.rev, 0, &f->err), &f->err);
	return meeting;
}

static void test_parts_of_a_meeting(void **state)
{
	F *f = *state;
	Meeting meeting = meeting_once_rewritten(f);
	const char *text = told(f, (Thing){ NOUN_MEETING, meeting.id });
	assert_int_equal(strncmp(text, "meeting-finalise:", 17), 0); // newest first
	says(text, "nội dung Đón khách quốc tế proceedings=Bản nháp đầu.>Bản cuối cùng.,");
	says(text, "conclusion-add: kết luận 1 text=>Thống nhất.,");
	says(text, "meeting-add: ");
	says(text, "thành phần dự Trần Văn Mẫu");
}

// Minutes that are final may be read by all; what stood in the draft before may not.
static void test_drafts_are_left_out(void **state)
{
	F *f = *state;
	Meeting meeting = meeting_once_rewritten(f);
	Thing thing = { NOUN_MEETING, meeting.id };
	static const char *const shut[] = { "viewer", "admin" }, *const open[] = { "leader", "secretary" };
	for (size_t i = 0; i < 2; i++) {
		fixture_as(f, shut[i]);
		const char *text = told(f, thing);
		says_not(text, "Bản nháp");
		says_not(text, "Thống nhất");
		says_not(text, "Trần Văn Mẫu"); // who was invited first is of the draft too
		says(text, "state=biên bản nháp>biên bản đã hoàn tất,");
		says(text, "agenda-save: nội dung…");
		fixture_as(f, open[i]);
		says(told(f, thing), "Bản nháp đầu.");
	}
}

static void test_open_minutes_are_refused(void **state)
{
	F *f = *state;
	Vec changes;
	Meeting meeting = add(f, "2021-11-20");
	vec_init(&changes, sizeof(HistoryChange));
	fixture_as(f, "viewer");
	assert_failed(history_of(f->core, (Thing){ NOUN_MEETING, meeting.id }, &f->arena, &changes, &f->err),
		&f->err, ERR_DENIED);
	assert_int_equal(changes.len, 0);
	vec_release(&changes);
}

static void test_a_review(void **state)
{
	F *f = *state;
	int64_t id;
	assert_done(review_begin(f->core, fixture_place(f, "hd").region_id, (Period){ .year = 2021, .half = 2 }, &id, &f->err),
		&f->err);
	assert_done(review_save_section(f->core, id, 0, 2, "Thiếu vốn.", &f->err), &f->err);
	Thing thing = { NOUN_REVIEW, id };
	says(told(f, thing), "section3=>Thiếu vốn.,");
	fixture_as(f, "viewer");
	const char *text = told(f, thing);
	says_not(text, "Thiếu vốn.");
	says(text, "review-save-section: …");
}

static void test_a_task_at_a_place(void **state)
{
	F *f = *state;
	const char *what;
	int64_t leaf = fixture_leaf(f, "2.1a", "phu-quoc");
	Thing thing = { NOUN_LEAF, leaf };
	fixture_report(f, "2.1a", "phu-quoc", STATE_DOING, 40, "2021-11-20");
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	fixture_as(f, "viewer"); // progress is for everybody
	const char *text = told(f, thing);
	says(text, "undo progress-record: tiến độ");
	says(text, "progress-record: tiến độ state=>đang triển khai, percent=>40,");
	Leaf row;
	assert_done(leaf_get(f->core, leaf, &f->arena, &row, &f->err), &f->err);
	says(told(f, (Thing){ NOUN_TASK, row.task_id }), "tiến độ Phú Quốc state=");
}

// A figure is read as it was typed: with its decimals and unit.
static void test_an_indicator(void **state)
{
	F *f = *state;
	Indicator indicator = { .code = "gn", .name = "Giải ngân", .unit = "%", .scale = 1,
		.aggregation = AGGREGATE_MEAN };
	assert_done(indicator_add(f->core, &indicator, &f->err), &f->err);
	const IndicatorTarget target = { .indicator_id = indicator.id, .value = 950, .from = "2021-01-01",
		.to = "2021-12-31" };
	IndicatorTarget share = target;
	share.kind = TARGET_LAST_YEAR;
	share.value = 1005;
	assert_done(target_set(f->core, &target, &f->err), &f->err);
	assert_done(target_set(f->core, &share, &f->err), &f->err);
	const ReadingInput reading = { .indicator_id = indicator.id,
		.district_id = fixture_place(f, "phu-quoc").district_id, .value = 612, .as_of = "2021-11-20" };
	size_t failed;
	assert_done(reading_record(f->core, &reading, 1, &failed, &f->err), &f->err);
	const char *text = told(f, (Thing){ NOUN_INDICATOR, indicator.id });
	says(text, "value=>61,2%,");
	says(text, "100,5%");
}

static void test_remarks(void **state)
{
	F *f = *state;
	Place hd = fixture_place(f, "hd");
	Remark remark = { .thing = { NOUN_REGION, hd.region_id },
		.to = { NOUN_DISTRICT, fixture_place(f, "kien-hai").district_id },
		.text = "Nêu rõ vì sao chậm.", .due = "" };
	fixture_as(f, "leader");
	assert_done(remark_add(f->core, &remark, &f->err), &f->err);
	says(told(f, (Thing){ NOUN_REGION, hd.region_id }), "ý kiến chỉ đạo Trần Văn Mẫu");
}

static void test_what_has_no_history(void **state)
{
	F *f = *state;
	Vec changes;
	vec_init(&changes, sizeof(HistoryChange));
	assert_failed(history_of(f->core, (Thing){ NOUN_TASK, 1 }, &f->arena, &changes, &f->err), &f->err,
		ERR_NOT_FOUND);
	assert_failed(history_of(f->core, (Thing){ NOUN_CITATION, 1 }, &f->arena, &changes, &f->err), &f->err,
		ERR_INVALID);
	vec_release(&changes);
}

// What came after the day that is looked at has not happened.
static void test_as_of_a_day(void **state)
{
	F *f = *state;
	Thing thing = { NOUN_LEAF, fixture_leaf(f, "2.1a", "phu-quoc") };
	fixture_today(f, "2021-11-25");
	fixture_report(f, "2.1a", "phu-quoc", STATE_DOING, 40, "2021-11-24");
	says(told(f, thing), "progress-record");
	assert_done(core_set_as_of(f->core, (Date){ 2021, 11, 24 }, &f->err), &f->err);
	says_not(told(f, thing), "progress-record");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_an_indicator, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_remarks, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_parts_of_a_meeting, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_drafts_are_left_out, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_open_minutes_are_refused, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_a_review, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_a_task_at_a_place, fixture_setup_directive,
			fixture_teardown),
		cmocka_unit_test_setup_teardown(test_what_has_no_history, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_as_of_a_day, fixture_setup_directive, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
