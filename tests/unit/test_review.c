// SPDX-License-Identifier: MIT
#include "unit/review_tools.h"

#include "core/meeting.h"
#include "core/undo.h"

static void test_words(void **state)
{
	(void)state;
	for (int i = 0; i < MARK_COUNT; i++) {
		Mark back;
		assert_true(mark_parse(mark_code((Mark)i), &back));
		assert_int_equal(back, i);
		assert_true(*mark_name((Mark)i));
	}
	Mark none;
	assert_false(mark_parse("best", &none));
	for (int i = REVIEW_DUE; i <= REVIEW_APPROVED; i++)
		assert_true(
			*review_state_code((ReviewState)i) && *review_state_name((ReviewState)i));
	assert_string_equal(review_section_title(3), "Kinh nghiệm rút ra");
}

static void test_schedule(void **state)
{
	F *f = *state;
	Review review = get(f);
	assert_int_equal(review.id, 0);
	assert_int_equal(review.state, REVIEW_DUE);
	assert_string_equal(review.from, "2021-07-01");
	fixture_directive(f);
	review = get(f);
	assert_string_equal(review.from, "2021-10-07");
	assert_string_equal(review.to, "2021-12-31");
	assert_string_equal(review.due, "2021-12-31");
	assert_string_equal(review.cutoff, "2021-12-16");
	assert_false(review.overdue);
	assert_string_equal(review.region, "Hải đảo");
	assert_done(
		review_get(f->core, hd(f), period_next(h2), &f->arena, &review, &f->err), &f->err);
	assert_string_equal(review.from, "2022-01-01");
	assert_string_equal(review.cutoff, "2022-06-15");
	fixture_today(f, "2021-12-31");
	assert_false(get(f).overdue);
	fixture_today(f, "2022-01-01");
	assert_true(get(f).overdue);
}

// From any day of ten years: as many reviews as half-years have begun, the last one today's.
static void test_ten_years(void **state)
{
	F *f = *state;
	Date day = { 2021, 1, 15 };
	for (int i = 0; i < 130; i++, day = date_add_days(day, 29)) {
		Vec reviews;
		char iso[11];
		Period now = period_of(day);
		int halves = (now.year - 2021) * 2 + now.half - 2;
		date_iso(day, iso);
		fixture_today(f, iso);
		vec_init(&reviews, sizeof(Review));
		assert_done(review_list(f->core, hd(f), &f->arena, &reviews, &f->err), &f->err);
		assert_int_equal(reviews.len, halves < 0 ? 1 : halves + 1);
		const Review *newest = vec_at(&reviews, 0);
		const Review *oldest = vec_at(&reviews, reviews.len - 1);
		assert_int_equal(period_compare(oldest->period, h2), 0);
		assert_int_equal(period_compare(newest->period, halves < 0 ? h2 : now), 0);
		vec_release(&reviews);
		arena_clear(&f->arena);
	}
}

static void approve_all_regions(F *f)
{
	static const char sql[] = "UPDATE review SET state = 'approved', frozen = 'x', digest = "
				  "'x' WHERE period = '2021H2'";
	static const char *const regions[] = { "hd", "tsh", "tglx" };
	int64_t id;
	fixture_as(f, "office");
	for (size_t i = 0; i < 3; i++)
		assert_done(review_begin(f->core, fixture_place(f, regions[i]).region_id, h2, &id,
				    &f->err),
			&f->err);
	assert_done(db_exec(core_db(f->core), sql, &f->err), &f->err);
}

static void test_current(void **state)
{
	F *f = *state;
	char code[7];
	static const struct {
		const char *today, *open, *approved;
	} cases[] = {
		{ "2021-03-01", "2021H2", "2021H2" },
		{ "2021-11-23", "2021H2", "2021H2" },
		{ "2022-01-05", "2021H2", "2022H1" },
		{ "2022-06-14", "2021H2", "2022H1" },
		{ "2022-06-15", "2022H1", "2022H1" },
		{ "2022-06-30", "2022H1", "2022H1" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		fixture_today(f, cases[i].today);
		period_code(review_current(f->core), code);
		assert_string_equal(code, cases[i].open);
	}
	approve_all_regions(f);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		fixture_today(f, cases[i].today);
		period_code(review_current(f->core), code);
		assert_string_equal(code, cases[i].approved);
	}
}

static void test_list_all(void **state)
{
	F *f = *state;
	Vec reviews;
	fixture_today(f, "2022-01-05");
	begin(f);
	vec_init(&reviews, sizeof(Review));
	assert_done(review_list(f->core, 0, &f->arena, &reviews, &f->err), &f->err);
	assert_int_equal(reviews.len, 6);
	const Review *first = vec_at(&reviews, 0), *stored = vec_at(&reviews, 3);
	assert_int_equal(first->period.year, 2022);
	assert_string_equal(first->region, "Hải đảo");
	assert_int_equal(stored->state, REVIEW_DRAFTING);
	assert_true(stored->overdue);
	vec_release(&reviews);
}

static void test_begin(void **state)
{
	F *f = *state;
	int64_t id;
	ReviewState now;
	fixture_report(f, "2.1a", "phu-quoc", STATE_DONE, 100, "2021-11-10");
	fixture_report(f, "2.1b", "kien-hai", STATE_DOING, 40, "2021-11-20");
	fixture_as(f, "secretary");
	assert_field(
		review_begin(f->core, hd(f), period_next(h2), &id, &f->err), &f->err, "period");
	assert_field(
		review_begin(f->core, hd(f), period_previous(h2), &id, &f->err), &f->err, "period");
	assert_failed(review_begin(f->core, 7, h2, &id, &f->err), &f->err, ERR_NOT_FOUND);
	id = begin(f);
	assert_int_equal(begin(f), id);
	Review review;
	assert_done(review_by_id(f->core, id, &f->arena, &review, &f->err), &f->err);
	assert_string_equal(review.sections[0],
		"Kỳ sơ kết tính từ ngày 07/10/2021 đến ngày 31/12/2021. Vùng Hải đảo có 3 nhiệm vụ "
		"xác "
		"định thời hạn; đã hoàn thành 1/3 nhiệm vụ, trong đó 1 nhiệm vụ đúng hạn, 0 nhiệm "
		"vụ "
		"chậm so với thời hạn; đang thực hiện trong hạn 2 nhiệm vụ, quá hạn chưa hoàn "
		"thành 0 "
		"nhiệm vụ; tiến độ bình quân đạt 47% (số liệu thực hiện đến ngày 23/11/2021, theo cập nhật "
		"trên "
		"hệ thống).\n"
		"Còn 1 nhiệm vụ xác định thời hạn chưa có báo cáo, tính là 0% (số liệu thực hiện đến ngày "
		"23/11/2021, theo cập nhật trên hệ thống).\n"
		"Ước thực hiện cả kỳ đến ngày 31/12/2021: hoàn thành 3/3 nhiệm vụ có hạn trong kỳ, gồm 1 "
		"nhiệm vụ đã hoàn thành và 2 nhiệm vụ còn trong hạn (tiến độ đến ngày 23/11/2021, theo cập "
		"nhật trên hệ thống).\n"
		"Đối với nhiệm vụ thường xuyên, không xác định thời hạn: 0 nhiệm vụ triển khai "
		"tốt, 0 "
		"nhiệm vụ có khó khăn, vướng mắc, 0 nhiệm vụ chưa triển khai, 3 nhiệm vụ chưa có "
		"báo cáo "
		"(số liệu thực hiện đến ngày 23/11/2021, theo cập nhật trên hệ thống).\n"
		"\n"
		"Kết quả theo từng địa phương:\n"
		"- TP Phú Quốc: hoàn thành 1/2 nhiệm vụ xác định thời hạn, tiến độ bình quân 50%, "
		"quá hạn "
		"0 nhiệm vụ (số liệu thực hiện đến ngày 23/11/2021, theo cập nhật trên hệ thống).\n"
		"- Kiên Hải: hoàn thành 0/1 nhiệm vụ xác định thời hạn, tiến độ bình quân 40%, quá "
		"hạn 0 "
		"nhiệm vụ (số liệu thực hiện đến ngày 23/11/2021, theo cập nhật trên hệ thống).");
	assert_done(review_state_of(f->core, hd(f), h2, &now, &f->err), &f->err);
	assert_int_equal(now, REVIEW_DRAFTING);
	assert_failed(
		review_by_id(f->core, 999, &f->arena, &review, &f->err), &f->err, ERR_NOT_FOUND);
}

static bool tells(F *f, const char *words)
{
	Review review = get(f);
	bool told = strstr(review.sections[0], words) != NULL;
	if (!told)
		print_message("# %s\n", review.sections[0]);
	return told;
}

// What was done of days after the cut-off is no thực hiện, however early it was entered before the
// draft; what is told late of a day before is. The estimate knows all.
static void test_cut_off(void **state)
{
	F *f = *state;
	fixture_today(f, "2021-12-28");
	fixture_report(f, "2.1b", "kien-hai", STATE_DOING, 60, "2021-12-15");
	fixture_report(f, "2.1b", "phu-quoc", STATE_DONE, 100, "2021-12-20");
	fixture_as(f, "secretary");
	begin(f);
	assert_true(tells(f, "đã hoàn thành 0/3 nhiệm vụ"));
	assert_true(tells(f, "(số liệu thực hiện đến ngày 16/12/2021, theo cập nhật trên hệ thống)"));
	assert_true(tells(f, "- Kiên Hải: hoàn thành 0/1 nhiệm vụ xác định thời hạn, tiến độ bình quân 60%"));
	assert_true(tells(f, "Ước thực hiện cả kỳ đến ngày 31/12/2021: hoàn thành 2/3 nhiệm vụ có hạn "
			      "trong kỳ, gồm 1 nhiệm vụ đã hoàn thành và 1 nhiệm vụ còn trong hạn; không tính "
			      "1 nhiệm vụ đã quá hạn (tiến độ đến ngày 28/12/2021"));
}

static void test_draft_tells_meetings(void **state)
{
	F *f = *state;
	Meeting meeting = { .region_id = hd(f) };
	assert_done(meeting_add(f->core, &meeting, &f->err), &f->err);
	Conclusion conclusion = { .meeting_id = meeting.id, .text = "Thống nhất lộ trình" };
	assert_done(conclusion_add(f->core, &conclusion, NULL, &f->err), &f->err);
	begin(f);
	assert_non_null(strstr(get(f).sections[0], "Trong kỳ đã tổ chức 1 buổi làm việc với vùng, "
						   "có 1 kết luận, trong đó 0 kết luận được giao"));
}

// Undone, a beginning leaves nothing; begun again, it starts anew.
static void test_begin_again(void **state)
{
	F *f = *state;
	const char *what;
	int64_t id = begin(f);
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_int_equal(get(f).state, REVIEW_DUE);
	assert_int_equal(begin(f), id);
	assert_done(propose(f, "phu-quoc", MARK_GOOD, ""), &f->err);
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_string_equal(mark_of(f, "phu-quoc").proposed_by, "");
	assert_done(propose(f, "phu-quoc", MARK_MET, ""), &f->err);
	assert_int_equal(mark_of(f, "phu-quoc").proposed, MARK_MET);
}

static void test_write(void **state)
{
	F *f = *state;
	begin(f);
	Review review = get(f);
	assert_done(section(f, 1, "  Một\r\nHai\033[2J"), &f->err);
	assert_string_equal(get(f).sections[1], "  Một\nHai");
	assert_failed(review_save_section(f->core, review.id, review.rev, 2, "x", &f->err), &f->err,
		ERR_CONFLICT);
	assert_field(section(f, 6, "x"), &f->err, "section");
	assert_string_equal(gaps(f),
		"mục 3 (Nguyên nhân (khách quan, chủ quan)); mục 4 (Kinh nghiệm "
		"rút ra); mục 5 (Phương hướng, nhiệm vụ, giải pháp 6 tháng tới); dự kiến nhận xét "
		"TP Phú "
		"Quốc; dự kiến nhận xét Kiên Hải");
	assert_failed(submit(f), &f->err, ERR_INVALID);
	assert_field(propose(f, "kien-hai", MARK_UNMET, " "), &f->err, "reason");
	assert_field(propose(f, "rach-gia", MARK_MET, ""), &f->err, "district");
	assert_failed(decide(f, "kien-hai", MARK_MET, ""), &f->err, ERR_DENIED);
}

static void test_rights(void **state)
{
	static const char *const strangers[] = { "member", "admin", "viewer" };
	F *f = *state;
	int64_t id;
	for (size_t i = 0; i < 3; i++) {
		fixture_as(f, strangers[i]);
		assert_failed(review_begin(f->core, hd(f), h2, &id, &f->err), &f->err, ERR_DENIED);
	}
	submit_all(f);
	for (size_t i = 0; i < 3; i++) {
		Vec out;
		Review review;
		fixture_as(f, strangers[i]);
		review = get(f);
		vec_init(&out, sizeof(const char *));
		assert_int_equal(review.state, REVIEW_SUBMITTED);
		assert_string_equal(review.sections[0], "");
		assert_int_equal(mark_of(f, "kien-hai").proposed, MARK_NONE);
		assert_failed(section(f, 0, "x"), &f->err, ERR_DENIED);
		assert_failed(review_gaps(f->core, &review, &f->arena, &out, &f->err), &f->err,
			ERR_DENIED);
		assert_failed(approve(f, "2021H2"), &f->err, ERR_DENIED);
		assert_failed(review_return(f->core, review.id, review.rev, "x", &f->err), &f->err,
			ERR_DENIED);
		vec_release(&out);
	}
	fixture_as(f, "member"); // in charge of TP Phú Quốc: sees that mark only
	assert_int_equal(mark_of(f, "phu-quoc").proposed, MARK_MET);
}

static void test_proposals(void **state)
{
	F *f = *state;
	begin(f);
	fixture_as(f, "member");
	assert_done(propose(f, "phu-quoc", MARK_GOOD, ""), &f->err);
	assert_failed(propose(f, "kien-hai", MARK_GOOD, ""), &f->err, ERR_DENIED);
	assert_string_equal(mark_of(f, "phu-quoc").proposed_by, "Lê Thị Thử");
	fixture_as(f, "viewer");
	assert_failed(propose(f, "phu-quoc", MARK_GOOD, ""), &f->err, ERR_DENIED);
	fixture_as(f, "office");
	assert_done(propose(f, "kien-hai", MARK_NONE, ""), &f->err);
	assert_null(strstr(gaps(f), "nhận xét"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test_setup_teardown(test_schedule, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_ten_years, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_current, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_list_all, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_begin, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_cut_off, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_draft_tells_meetings, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_begin_again, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_write, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_rights, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_proposals, fixture_setup, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
