// SPDX-License-Identifier: MIT
// Handing over: one change, old names kept, open work listed and passed on; who may; who is in charge.
#include "unit/meeting_tools.h"

#include "core/charge.h"
#include "core/draft.h"
#include "core/handover.h"
#include "core/remark.h"
#include "core/review.h"
#include "core/undo.h"
#include "core/user.h"

static int64_t id_of(F *f, const char *login)
{
	Person person;
	assert_done(person_find(f->core, login, &f->arena, &person, &f->err), &f->err);
	return person.id;
}

static Handover of_region(F *f, const char *successor, const char *day)
{
	return (Handover){ .from = { .person_id = id_of(f, "leader"), .place = fixture_place(f, "hd") },
		.successor_id = id_of(f, successor), .first_day = day, .document = "QĐ 99" };
}

static const char *lead_on(F *f, const char *place, const char *day)
{
	Vec leads;
	vec_init(&leads, sizeof(Assignment));
	assert_done(assignment_of_place(f->core, fixture_place(f, place), day, &f->arena, &leads, &f->err),
		&f->err);
	const char *name = leads.len ? ((const Assignment *)vec_at(&leads, 0))->name : "";
	vec_release(&leads);
	return name;
}

static const char *plan(F *f, const Handover *handover)
{
	Vec assignments, works;
	const char *text = "";
	vec_init(&assignments, sizeof(Assignment));
	vec_init(&works, sizeof(Work));
	assert_done(handover_plan(f->core, handover, &f->arena, &assignments, &works, &f->err), &f->err);
	for (size_t i = 0; i < works.len; i++) {
		const Work *work = vec_at(&works, i);
		text = arena_printf(&f->arena, "%s%s%s: %s%s", text, i ? "; " : "", work->title,
			work->state, work->passes ? ", passes" : "");
	}
	vec_release(&assignments);
	vec_release(&works);
	return text;
}

static void refused(F *f, const Handover *handover, ErrKind kind)
{
	assert_failed(handover_run(f->core, handover, &f->err), &f->err, kind);
}

static void test_one_change(void **state)
{
	F *f = *state;
	Meeting draft = add(f, "2021-11-20"), planned = add(f, "2021-12-20");
	int64_t review_id;
	const char *what;
	assert_done(review_begin(f->core, fixture_place(f, "hd").region_id, (Period){ .year = 2021, .half = 2 }, &review_id,
			    &f->err),
		&f->err);
	Handover handover = of_region(f, "member", "2021-12-15");
	assert_string_equal(plan(f, &handover),
		"buổi làm việc 20/11/2021, Hải đảo: biên bản nháp; "
		"buổi làm việc 20/12/2021, Hải đảo: dự kiến, passes; "
		"sơ kết 2021H2, Hải đảo: đang soạn");
	assert_string_equal(lead_on(f, "hd", "2021-12-15"), "Trần Văn Mẫu"); // nothing was done
	assert_done(handover_run(f->core, &handover, &f->err), &f->err);
	assert_string_equal(lead_on(f, "hd", "2021-12-14"), "Trần Văn Mẫu");
	assert_string_equal(lead_on(f, "hd", "2021-12-15"), "Lê Thị Thử");
	assert_string_equal(get(f, draft.id).chair, "Trần Văn Mẫu");
	assert_string_equal(get(f, planned.id).chair, "Lê Thị Thử");
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_string_equal(what, "bàn giao");
	assert_string_equal(lead_on(f, "hd", "2021-12-15"), "Trần Văn Mẫu");
	assert_string_equal(get(f, planned.id).chair, "Trần Văn Mẫu");
}

static void test_only_what_is_named(void **state)
{
	F *f = *state;
	Meeting planned = add(f, "2021-12-20");
	Handover district = { .from = { .person_id = id_of(f, "member"), .place = fixture_place(f, "phu-quoc") },
		.successor_id = id_of(f, "leader"), .first_day = "2021-12-01", .document = "" };
	assert_string_equal(plan(f, &district), "");
	assert_done(handover_run(f->core, &district, &f->err), &f->err);
	assert_string_equal(lead_on(f, "phu-quoc", "2021-12-01"), "Trần Văn Mẫu");
	assert_string_equal(get(f, planned.id).chair, "Trần Văn Mẫu");
	// Everything that one has, at once.
	Handover all = { .from = { .person_id = id_of(f, "leader") }, .successor_id = id_of(f, "member"),
		.first_day = "2021-12-05", .document = "" };
	assert_done(handover_run(f->core, &all, &f->err), &f->err);
	assert_string_equal(lead_on(f, "phu-quoc", "2021-12-05"), "Lê Thị Thử");
	assert_string_equal(lead_on(f, "hd", "2021-12-05"), "Lê Thị Thử");
}

static int64_t remark_of(F *f, const char *author, Thing to, const char *place)
{
	Remark remark = { .thing = { NOUN_REGION, fixture_place(f, "hd").region_id }, .to = to,
		.text = "Nêu rõ vì sao chậm.", .due = "" };
	if (*place)
		remark.thing = (Thing){ NOUN_DISTRICT, fixture_place(f, place).district_id };
	fixture_as(f, author);
	assert_done(remark_add(f->core, &remark, &f->err), &f->err);
	fixture_as(f, "office");
	return remark.id;
}

static Remark remark_now(F *f, int64_t id)
{
	Remark remark;
	assert_done(remark_get(f->core, id, &f->arena, &remark, &f->err), &f->err);
	return remark;
}

// To be answered by him: given to the successor. His own: its answer waits for the successor.
static void test_remarks(void **state)
{
	F *f = *state;
	const char *what;
	int64_t leader = id_of(f, "leader"), member = id_of(f, "member");
	int64_t to_him = remark_of(f, "member", (Thing){ NOUN_PERSON, leader }, "");
	int64_t own = remark_of(f, "leader", (Thing){ NOUN_DISTRICT, fixture_place(f, "kien-hai").district_id },
		"kien-hai");
	Handover handover = of_region(f, "viewer", "2021-11-23");
	assert_string_equal(plan(f, &handover),
		"ý kiến chỉ đạo 23/11/2021, Hải đảo: chưa trả lời, passes; "
		"ý kiến chỉ đạo 23/11/2021, Kiên Hải: chưa trả lời");
	// Nobody is given his own remark to answer.
	handover = of_region(f, "member", "2021-11-23");
	assert_string_equal(plan(f, &handover),
		"ý kiến chỉ đạo 23/11/2021, Hải đảo: chưa trả lời; "
		"ý kiến chỉ đạo 23/11/2021, Kiên Hải: chưa trả lời");
	handover = of_region(f, "viewer", "2021-11-23");
	assert_done(handover_run(f->core, &handover, &f->err), &f->err);
	Remark passed = remark_now(f, to_him), kept = remark_now(f, own);
	assert_int_equal(passed.to.id, id_of(f, "viewer"));
	assert_int_equal(passed.author_id, member);
	assert_int_equal(kept.author_id, leader);
	assert_false(kept.follows);
	fixture_as(f, "viewer");
	assert_true(remark_now(f, own).follows);
	assert_false(remark_now(f, own).mine);
	fixture_as(f, "member");
	assert_false(remark_now(f, own).follows);
	fixture_as(f, "office");
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_int_equal(remark_now(f, to_him).to.id, leader);
}

// That they are there, and of what; not a word of them.
static void test_drafts_are_named(void **state)
{
	F *f = *state;
	fixture_as(f, "leader");
	Drafts *drafts = drafts_open(f->core);
	Draft *draft = draft_new(drafts, &(DraftOf){ .form = "review-section", .code = "", .place = "" });
	draft_base(draft, "text", "");
	draft_keep(draft, "text", "bí mật");
	assert_done(drafts_sync(drafts, &f->err), &f->err);
	fixture_as(f, "office");
	Handover handover = of_region(f, "member", "2021-12-15");
	assert_string_equal(plan(f, &handover), "bản nháp: sơ kết: gõ dở 23/11/2021");
	fixture_as(f, "leader");
	draft_end(draft);
	draft_free(draft);
	drafts_close(drafts);
}

static void test_a_secretary(void **state)
{
	F *f = *state;
	AttendanceMoved moved;
	Meeting planned = add(f, "2021-12-20");
	planned.recorder_id = id_of(f, "secretary");
	assert_done(meeting_save(f->core, &planned, &f->arena, &moved, &f->err), &f->err);
	Handover handover = { .from = { .person_id = id_of(f, "secretary"), .member_id = id_of(f, "leader") },
		.successor_id = id_of(f, "viewer"), .first_day = "2021-12-01", .document = "" };
	assert_string_equal(plan(f, &handover), "buổi làm việc 20/12/2021, Hải đảo: dự kiến, passes");
	assert_done(handover_run(f->core, &handover, &f->err), &f->err);
	assert_string_equal(get(f, planned.id).recorder, "Đỗ Xem");
	assert_string_equal(get(f, planned.id).chair, "Trần Văn Mẫu");
}

static void test_refusals(void **state)
{
	F *f = *state;
	Handover handover = of_region(f, "leader", "2021-12-15");
	refused(f, &handover, ERR_INVALID); // to oneself
	handover = of_region(f, "member", "2021-10-01");
	refused(f, &handover, ERR_NOT_FOUND); // before he had it
	handover = of_region(f, "member", "hôm nay");
	refused(f, &handover, ERR_INVALID);
	handover = of_region(f, "member", "2021-12-15");
	assert_done(handover_run(f->core, &handover, &f->err), &f->err);
	handover.first_day = "2021-12-20";
	refused(f, &handover, ERR_NOT_FOUND); // he has it no more
	handover.from.person_id = id_of(f, "secretary");
	refused(f, &handover, ERR_NOT_FOUND);
}

static void test_who_has_it_already(void **state)
{
	F *f = *state;
	Assignment second = { .person_id = id_of(f, "member"), .region_id = fixture_place(f, "hd").region_id,
		.document = "", .from = "2021-11-01", .to = "", .stand_in = true };
	Handover handover = of_region(f, "member", "2021-12-15");
	assert_done(assignment_add(f->core, &second, &f->err), &f->err);
	assert_done(handover_run(f->core, &handover, &f->err), &f->err); // stands in no longer
	assert_string_equal(lead_on(f, "hd", "2021-12-15"), "Lê Thị Thử");
	Assignment ended;
	assert_done(assignment_get(f->core, second.id, &f->arena, &ended, &f->err), &f->err);
	assert_string_equal(ended.to, "2021-12-14");
	handover = of_region(f, "leader", "2022-01-10");
	handover.from.person_id = id_of(f, "member");
	assert_done(handover_run(f->core, &handover, &f->err), &f->err);
	second = (Assignment){ .person_id = id_of(f, "member"),
		.region_id = fixture_place(f, "hd").region_id, .document = "", .from = "2022-01-11", .to = "" };
	assert_done(assignment_add(f->core, &second, &f->err), &f->err);
	handover = of_region(f, "member", "2022-02-01");
	refused(f, &handover, ERR_CONFLICT);
}

static void test_who_may(void **state)
{
	F *f = *state;
	static const char *const others[] = { "leader", "member", "secretary", "admin", "viewer" };
	Handover handover = of_region(f, "member", "2021-12-15");
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		fixture_as(f, others[i]);
		refused(f, &handover, ERR_DENIED);
	}
}

// A form that was opened before somebody else changed the person overwrites nothing.
static void test_a_stale_person(void **state)
{
	F *f = *state;
	Person person;
	fixture_as(f, "admin");
	assert_done(person_get(f->core, id_of(f, "leader"), &f->arena, &person, &f->err), &f->err);
	UserChange change = { .post = "Phó Bí thư Thường trực", .rev = person.rev };
	assert_done(user_change(f->core, person.id, &change, &f->err), &f->err);
	change.post = "Bí thư";
	assert_failed(user_change(f->core, person.id, &change, &f->err), &f->err, ERR_CONFLICT);
	assert_done(person_get(f->core, person.id, &f->arena, &person, &f->err), &f->err);
	assert_string_equal(person.post, "Phó Bí thư Thường trực");
}

static void test_charges(void **state)
{
	F *f = *state;
	Vec charges;
	const char *text = "";
	vec_init(&charges, sizeof(Charge));
	assert_done(charge_list(f->core, "", &f->arena, &charges, &f->err), &f->err);
	for (size_t i = 0; i < charges.len; i++) {
		const Charge *charge = vec_at(&charges, i);
		text = arena_printf(&f->arena, "%s%s%s=%s", text, i ? "; " : "", charge->title,
			charge->assignment.id ? charge->assignment.name : "-");
	}
	assert_string_equal(text, "Hải đảo=Trần Văn Mẫu; TP Phú Quốc=Lê Thị Thử; Kiên Hải=-; "
				  "Tây Sông Hậu=-; Tân Hiệp=-; Gò Quao=-; Tứ giác Long Xuyên=-; "
				  "TP Rạch Giá=-; Trần Văn Mẫu=Võ Ví Dụ");
	vec_clear(&charges);
	assert_done(charge_list(f->core, "2021-10-06", &f->arena, &charges, &f->err), &f->err);
	for (size_t i = 0; i < charges.len; i++)
		assert_int_equal(((const Charge *)vec_at(&charges, i))->assignment.id, 0);
	vec_release(&charges);
}

// The draft of others' minutes is nothing that a viewer is told of.
static void test_open_work_by_role(void **state)
{
	F *f = *state;
	static const struct {
		const char *login;
		size_t works;
	} rows[] = { { "office", 1 }, { "leader", 1 }, { "secretary", 1 }, { "viewer", 0 }, { "admin", 0 } };
	add(f, "2021-11-20");
	WorkOf of = { .person_id = id_of(f, "leader") };
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		Vec works;
		vec_init(&works, sizeof(Work));
		fixture_as(f, rows[i].login);
		assert_done(work_list(f->core, &of, "", &f->arena, &works, &f->err), &f->err);
		assert_int_equal(works.len, rows[i].works);
		vec_release(&works);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_one_change, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_only_what_is_named, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_remarks, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_drafts_are_named, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_a_secretary, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_refusals, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_who_has_it_already, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_who_may, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_a_stale_person, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_charges, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_open_work_by_role, fixture_setup, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
