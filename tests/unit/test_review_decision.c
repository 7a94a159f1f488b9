// SPDX-License-Identifier: MIT
#include "unit/review_tools.h"

#include "core/patch.h"
#include "core/person.h"
#include "core/undo.h"

#include <sodium.h>

// What the writer and the lead may do before and after it is submitted.
static void test_submitted(void **state)
{
	F *f = *state;
	write_all(f);
	Review stale = get(f);
	assert_failed(
		review_submit(f->core, stale.id, stale.rev - 1, &f->err), &f->err, ERR_CONFLICT);
	assert_done(submit(f), &f->err);
	assert_string_equal(get(f).submitted_by, "Võ Ví Dụ");
	assert_failed(section(f, 1, "x"), &f->err, ERR_DENIED);
	assert_failed(propose(f, "phu-quoc", MARK_GOOD, ""), &f->err, ERR_DENIED);
	assert_failed(decide(f, "phu-quoc", MARK_GOOD, ""), &f->err, ERR_DENIED);
	assert_failed(submit(f), &f->err, ERR_INVALID);
	fixture_as(f, "office");
	assert_failed(section(f, 1, "x"), &f->err, ERR_DENIED);
	assert_failed(approve(f, "2021H2"), &f->err, ERR_DENIED);
	fixture_as(f, "leader");
	assert_done(section(f, 1, "Lãnh đạo sửa"), &f->err);
	assert_field(decide(f, "phu-quoc", MARK_UNMET, ""), &f->err, "reason");
	assert_done(decide(f, "phu-quoc", MARK_GOOD, ""), &f->err);
	assert_int_equal(mark_of(f, "phu-quoc").mark, MARK_GOOD);
	assert_field(approve(f, "2021H1"), &f->err, "typed");
	assert_field(approve(f, "2021h2"), &f->err, "typed");
	assert_failed(review_approve(f->core, get(f).id, get(f).rev - 1, "2021H2", "", &f->err),
		&f->err, ERR_CONFLICT);
}

static void test_returned(void **state)
{
	F *f = *state;
	submit_all(f);
	fixture_as(f, "leader");
	assert_done(decide(f, "phu-quoc", MARK_GOOD, ""), &f->err);
	Review review = get(f);
	assert_field(review_return(f->core, review.id, review.rev, "", &f->err), &f->err, "reason");
	assert_failed(review_return(f->core, review.id, review.rev + 1, "Bổ sung", &f->err),
		&f->err, ERR_CONFLICT);
	assert_done(review_return(f->core, review.id, review.rev, "Bổ sung nguyên nhân", &f->err),
		&f->err);
	review = get(f);
	assert_int_equal(review.state, REVIEW_RETURNED);
	assert_string_equal(review.return_reason, "Bổ sung nguyên nhân");
	assert_string_equal(review.decided_by, "Trần Văn Mẫu");
	assert_failed(review_return(f->core, review.id, review.rev, "lại", &f->err), &f->err,
		ERR_INVALID);
	assert_failed(approve(f, "2021H2"), &f->err, ERR_INVALID);
	fixture_as(f, "secretary");
	assert_done(section(f, 2, "Khách quan: dịch bệnh"), &f->err);
	assert_done(propose(f, "phu-quoc", MARK_UNMET, "Chưa xong khu cách ly"), &f->err);
	assert_string_equal(mark_of(f, "phu-quoc").marked_by, "");
	assert_done(submit(f), &f->err);
	review = get(f);
	assert_string_equal(review.return_reason, "");
	assert_string_equal(review.decided_by, "");
	fixture_as(f, "office"); // the Office may return too
	assert_done(review_return(f->core, review.id, review.rev, "Sai mẫu", &f->err), &f->err);
}

static void assert_locked(F *f)
{
	const char *what;
	Review review = get(f);
	assert_failed(section(f, 0, "x"), &f->err, ERR_DENIED);
	assert_failed(propose(f, "phu-quoc", MARK_GOOD, ""), &f->err, ERR_DENIED);
	assert_failed(decide(f, "phu-quoc", MARK_GOOD, ""), &f->err, ERR_DENIED);
	assert_failed(submit(f), &f->err, ERR_DENIED);
	assert_failed(approve(f, "2021H2"), &f->err, ERR_DENIED);
	assert_failed(
		review_return(f->core, review.id, review.rev, "x", &f->err), &f->err, ERR_DENIED);
	assert_failed(undo_next(f->core, &f->arena, &what, &f->err), &f->err, ERR_DENIED);
	assert_failed(undo_run(f->core, &f->arena, &what, &f->err), &f->err, ERR_DENIED);
}

static void assert_digest(const Review *review)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	char hex[2 * crypto_hash_sha256_BYTES + 1];
	crypto_hash_sha256(hash, (const unsigned char *)review->frozen, strlen(review->frozen));
	sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
	assert_string_equal(review->digest, hex);
}

static void test_approved(void **state)
{
	F *f = *state;
	submit_all(f);
	fixture_as(f, "leader");
	assert_done(decide(f, "kien-hai", MARK_MET, ""), &f->err);
	assert_done(approve(f, "2021H2"), &f->err);
	Review review = get(f);
	assert_int_equal(review.state, REVIEW_APPROVED);
	assert_string_equal(review.decided_by, "Trần Văn Mẫu");
	assert_string_equal(review.decided_post, "Phó Bí thư");
	assert_string_equal(review.paper_number, "12-BC/TU");
	assert_string_equal(review.submitted_by, "Võ Ví Dụ");
	assert_int_equal(mark_of(f, "phu-quoc").mark, MARK_MET); // as proposed
	assert_string_equal(mark_of(f, "phu-quoc").marked_by, "Trần Văn Mẫu");
	assert_int_equal(mark_of(f, "kien-hai").mark, MARK_MET);
	assert_int_equal(mark_of(f, "kien-hai").proposed, MARK_UNMET);
	assert_digest(&review);
	assert_locked(f);
	fixture_as(f, "viewer");
	assert_string_equal(get(f).sections[1], "Dòng một\n\nMục 9. Dòng hai");
	fixture_today(f, "2022-03-01");
	assert_false(get(f).overdue);
}

static void test_frozen_text(void **state)
{
	static const char *const lines[] = {
		"Sơ kết 6 tháng cuối năm 2021\nVùng: Hải đảo\nMã vùng: hd\nKỳ: 2021H2\n",
		"\nTừ ngày: 2021-10-07\nĐến ngày: 2021-12-31\nChốt số liệu: 2021-12-16\n",
		"\nNgười trình: Võ Ví Dụ\nTrình lúc: 2021-11-23 10:42 (UTC+07:00)\n",
		"\nNgười duyệt: Trần Văn Mẫu\nChức vụ người duyệt: Phó Bí thư\n",
		"\nSố văn bản: 12-BC/TU\n",
		"\nPhụ trách vùng: Trần Văn Mẫu\n  Chức vụ: Phó Bí thư\n  Từ ngày: 2021-10-07\n",
		"\nĐịa phương: TP Phú Quốc\n  Mã: phu-quoc\n",
		"\n  Nhận xét: Chưa đạt yêu cầu\n  Lý do: Chậm tiêm vắc xin\n",
		"\nNhiệm vụ có thời hạn: 3; hoàn thành: 0 (đúng hạn: 0; chậm: 0); trong hạn: 2;",
		"; trong hạn: 2; quá hạn: 1; chưa báo cáo: 3; tiến độ bình quân: 0%\n",
		"\n\nMục 2. Hạn chế, khó khăn, vướng mắc\n    Dòng một\n\n    Mục 9. Dòng hai\n",
		"\n\nMục 6. Kiến nghị, đề xuất\n    Không có.\n",
	};
	F *f = *state;
	submit_all(f);
	fixture_as(f, "leader");
	assert_done(approve(f, "2021H2"), &f->err);
	Review review = get(f);
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		if (!strstr(review.frozen, lines[i]))
			fail_msg("no “%s” in:\n%s", lines[i], review.frozen);
}

static void rename_row(F *f, NounKind noun, int64_t id, const char *name)
{
	Change *change = change_begin(f->core, "structure-apply");
	change_patch(change, noun, id, REV_ANY, json_pack("{s:s}", "name", name));
	assert_done(change_commit(change, &f->err), &f->err);
}

// Nothing later changes what was approved: districts, the region, people, progress, assignments.
static void test_unchanged(void **state)
{
	F *f = *state;
	submit_all(f);
	fixture_as(f, "leader");
	assert_done(approve(f, "2021H2"), &f->err);
	Review before = get(f);
	Person leader, secretary;
	assert_done(person_find(f->core, "leader", &f->arena, &leader, &f->err), &f->err);
	assert_done(person_find(f->core, "secretary", &f->arena, &secretary, &f->err), &f->err);
	fixture_as(f, "office");
	fixture_report(f, "2.1a", "phu-quoc", STATE_DONE, 100, "2021-11-20");
	rename_row(f, NOUN_DISTRICT, fixture_place(f, "phu-quoc").district_id, "Đảo Ngọc");
	rename_row(f, NOUN_REGION, hd(f), "Biển đảo");
	rename_row(f, NOUN_PERSON, leader.id, "Tên Khác");
	rename_row(f, NOUN_PERSON, secretary.id, "Thư Ký Khác");
	Review after = get(f);
	assert_string_equal(after.frozen, before.frozen);
	assert_string_equal(after.digest, before.digest);
	assert_string_equal(after.region, "Hải đảo");
	assert_string_equal(after.decided_by, "Trần Văn Mẫu");
	assert_string_equal(after.submitted_by, "Võ Ví Dụ");
	ReviewMark mark = mark_of(f, "phu-quoc");
	assert_string_equal(mark.district, "TP Phú Quốc");
	assert_string_equal(mark.marked_by, "Trần Văn Mẫu");
	assert_string_equal(mark.proposed_by, "Võ Ví Dụ");
	assert_digest(&after);
}

// Only who leads the region on that day approves: a successor, or a stand-in.
static void test_hand_over(void **state)
{
	F *f = *state;
	Vec leads;
	submit_all(f);
	fixture_as(f, "office");
	vec_init(&leads, sizeof(Assignment));
	assert_done(assignment_of_place(
			    f->core, fixture_place(f, "hd"), "", &f->arena, &leads, &f->err),
		&f->err);
	const Assignment *lead = vec_at(&leads, 0);
	assert_done(assignment_end(f->core, lead->id, lead->rev, "2021-12-14", &f->err), &f->err);
	vec_release(&leads);
	Person member;
	assert_done(person_find(f->core, "member", &f->arena, &member, &f->err), &f->err);
	Assignment stand_in = { .person_id = member.id,
		.region_id = hd(f),
		.stand_in = true,
		.document = "QĐ 15",
		.from = "2021-12-15",
		.to = "" };
	assert_done(assignment_add(f->core, &stand_in, &f->err), &f->err);
	fixture_as(f, "member");
	assert_failed(approve(f, "2021H2"), &f->err, ERR_DENIED);
	fixture_today(f, "2021-12-15");
	fixture_as(f, "leader");
	assert_failed(approve(f, "2021H2"), &f->err, ERR_DENIED);
	fixture_as(f, "member");
	assert_done(approve(f, "2021H2"), &f->err);
	Review review = get(f);
	assert_string_equal(review.decided_by, "Lê Thị Thử");
	assert_non_null(
		strstr(review.frozen, "\nPhụ trách vùng: Trần Văn Mẫu\n  Chức vụ: Phó Bí thư\n"
				      "  Từ ngày: 2021-10-07\n  Đến ngày: 2021-12-14\n"));
	assert_non_null(strstr(review.frozen, "\nPhụ trách thay: Lê Thị Thử\n"));
	assert_non_null(strstr(review.frozen, "\n  Văn bản phân công: QĐ 15\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_submitted, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_returned, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_approved, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_frozen_text, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_unchanged, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_hand_over, fixture_setup, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
