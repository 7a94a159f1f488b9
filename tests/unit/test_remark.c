// SPDX-License-Identifier: MIT
#include "unit/meeting_tools.h"

#include "core/board.h"
#include "core/org.h"
#include "core/person.h"
#include "core/remark.h"
#include "core/search.h"
#include "core/thing.h"
#include "core/undo.h"

#include <stdio.h>

static Thing district(F *f, const char *code)
{
	return (Thing){ NOUN_DISTRICT, fixture_place(f, code).district_id };
}

static Thing person(F *f, const char *login)
{
	Person found;
	assert_done(person_find(f->core, login, &f->arena, &found, &f->err), &f->err);
	return (Thing){ NOUN_PERSON, found.id };
}

static Remark read_remark(F *f, int64_t id)
{
	Remark remark;
	assert_done(remark_get(f->core, id, &f->arena, &remark, &f->err), &f->err);
	return remark;
}

static Remark say_to(F *f, Thing about, Thing to, const char *text, const char *due)
{
	Remark remark = { .thing = about, .to = to, .text = text, .due = due };
	assert_done(remark_add(f->core, &remark, &f->err), &f->err);
	return read_remark(f, remark.id);
}

static Remark say_of(F *f, const char *place, const char *text, const char *due)
{
	return say_to(f, district(f, place), district(f, place), text, due);
}

static size_t how_many(F *f, RemarkFilter filter)
{
	Vec found;
	vec_init(&found, sizeof(Remark));
	assert_done(remark_list(f->core, &filter, &f->arena, &found, &f->err), &f->err);
	size_t n = found.len;
	vec_release(&found);
	return n;
}

static bool answer(F *f, Remark remark, const char *text)
{
	return remark_answer(f->core, remark.id, remark.rev, text, "BC số 1-BC/TU", &f->err);
}

static void test_say(void **state)
{
	F *f = *state;
	fixture_as(f, "leader");
	Remark remark = say_of(f, "phu-quoc", " Báo cáo\n phương án. ", "2021-11-30");
	assert_string_equal(remark.text, "Báo cáo\n phương án.");
	assert_string_equal(remark.author, "Trần Văn Mẫu");
	assert_string_equal(remark.said_on, "2021-11-23");
	assert_string_equal(remark.about, "TP Phú Quốc");
	assert_string_equal(remark.to_words, "cấp ủy TP Phú Quốc");
	assert_string_equal(remark.due, "2021-11-30");
	assert_int_equal(remark.state, REMARK_OPEN);
	assert_int_equal(remark.days_past, -7);
	assert_true(remark.mine);
	assert_false(remark.late || remark.to_me);
	fixture_today(f, "2021-12-01");
	assert_true(read_remark(f, remark.id).late);
	fixture_as(f, "office");
	assert_false(read_remark(f, remark.id).mine);
}

static void test_refused(void **state)
{
	F *f = *state;
	Thing about = district(f, "phu-quoc");
	Remark good = { .thing = about, .to = about, .text = "Nhắc", .due = "" };
	static const char *const others[] = { "secretary", "office", "admin", "viewer" };
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		fixture_as(f, others[i]);
		assert_failed(remark_add(f->core, &good, &f->err), &f->err, ERR_DENIED);
	}
	fixture_as(f, "leader");
	Remark bad = good;
	bad.text = " \n ";
	assert_field(remark_add(f->core, &bad, &f->err), &f->err, "text");
	bad = good;
	bad.to = (Thing){ 0 };
	assert_field(remark_add(f->core, &bad, &f->err), &f->err, "to");
	bad = good;
	bad.due = "2021-11-22";
	assert_field(remark_add(f->core, &bad, &f->err), &f->err, "due");
	bad.due = "mai";
	assert_field(remark_add(f->core, &bad, &f->err), &f->err, "due");
	bad = good;
	bad.thing = (Thing){ NOUN_MEETING, 7 };
	assert_failed(remark_add(f->core, &bad, &f->err), &f->err, ERR_NOT_FOUND);
	bad.thing = (Thing){ 0 };
	assert_failed(remark_add(f->core, &bad, &f->err), &f->err, ERR_INVALID);
	bad.thing = (Thing){ NOUN_REMARK, say_of(f, "phu-quoc", "Nhắc", "").id };
	assert_failed(remark_add(f->core, &bad, &f->err), &f->err, ERR_INVALID);
	assert_int_equal(how_many(f, (RemarkFilter){ 0 }), 1);
}

// Who may answer: the place's own leaders and their secretaries, the Office, the person it is given to.
static void test_who_answers(void **state)
{
	F *f = *state;
	fixture_as(f, "leader");
	Remark here = say_of(f, "phu-quoc", "Ở đây", "");
	Remark there = say_of(f, "go-quao", "Nơi khác", "");
	Remark to_member = say_to(f, district(f, "go-quao"), person(f, "member"), "Đồng chí", "");
	Remark to_leader = say_to(f, district(f, "go-quao"), person(f, "leader"), "Tôi", "");
	static const struct {
		const char *login;
		bool here, there, member, leader;
	} who[] = {
		{ "leader", true, false, false, true },
		{ "member", true, false, true, false },
		{ "secretary", true, false, false, true },
		{ "office", true, true, true, true },
		{ "admin", false, false, false, false },
		{ "viewer", false, false, false, false },
	};
	for (size_t i = 0; i < sizeof(who) / sizeof(*who); i++) {
		fixture_as(f, who[i].login);
		const struct {
			int64_t id;
			bool may;
		} asked[] = { { here.id, who[i].here }, { there.id, who[i].there },
			{ to_member.id, who[i].member }, { to_leader.id, who[i].leader } };
		for (size_t k = 0; k < 4; k++) {
			Remark remark = read_remark(f, asked[k].id);
			bool may = remark_may_answer(f->core, &remark, &f->err);
			if (may != asked[k].may)
				fail_msg("%s, remark %zu: %d", who[i].login, k, (int)may);
			if (!may)
				assert_failed(may, &f->err, ERR_DENIED);
		}
	}
	assert_failed(answer(f, here, "Tôi xem"), &f->err, ERR_DENIED);
}

static void test_answer_and_see(void **state)
{
	F *f = *state;
	fixture_as(f, "leader");
	Remark remark = say_of(f, "phu-quoc", "Báo cáo", "2021-11-30");
	assert_failed(remark_acknowledge(f->core, remark.id, remark.rev, &f->err), &f->err, ERR_INVALID);
	fixture_as(f, "member");
	assert_failed(answer(f, remark, "  "), &f->err, ERR_INVALID);
	assert_done(answer(f, remark, "Đã xong"), &f->err);
	assert_failed(answer(f, remark, "Lần nữa"), &f->err, ERR_CONFLICT);
	Remark told = read_remark(f, remark.id);
	assert_int_equal(told.state, REMARK_ANSWERED);
	assert_string_equal(told.answer, "Đã xong");
	assert_string_equal(told.document, "BC số 1-BC/TU");
	assert_string_equal(told.answered_by, "Lê Thị Thử");
	assert_failed(remark_acknowledge(f->core, told.id, told.rev, &f->err), &f->err, ERR_DENIED);
	// Until it is seen it may be mended.
	assert_done(answer(f, told, "Đã xong hẳn"), &f->err);
	fixture_as(f, "leader");
	told = read_remark(f, remark.id);
	assert_done(remark_acknowledge(f->core, told.id, told.rev, &f->err), &f->err);
	told = read_remark(f, remark.id);
	assert_true(told.seen_at > 0);
	assert_failed(remark_acknowledge(f->core, told.id, told.rev, &f->err), &f->err, ERR_INVALID);
	fixture_as(f, "member");
	assert_failed(answer(f, told, "Thêm"), &f->err, ERR_INVALID);
	assert_failed(remark_withdraw(f->core, told.id, told.rev, &f->err), &f->err, ERR_INVALID);
}

static Task make_task(F *f, Remark remark, const RemarkTask *given)
{
	int64_t task_id;
	Task task;
	assert_done(remark_make_task(f->core, remark.id, remark.rev, given, &task_id, &f->err), &f->err);
	assert_done(task_get(f->core, task_id, &f->arena, &task, &f->err), &f->err);
	return task;
}

static void test_task(void **state)
{
	F *f = *state;
	char code[32], shown[24];
	Body body = { .code = "cu-phu-quoc", .name = "Thành ủy Phú Quốc",
		.short_name = "Thành ủy Phú Quốc" };
	fixture_as(f, "office");
	assert_done(body_add(f->core, &body, &f->err), &f->err);
	fixture_as(f, "leader");
	Remark remark = say_of(f, "phu-quoc", "Làm đường\nngay", "2021-11-30");
	fixture_as(f, "member");
	int64_t none;
	assert_failed(remark_make_task(f->core, remark.id, remark.rev, NULL, &none, &f->err), &f->err,
		ERR_DENIED);
	fixture_as(f, "secretary");
	Task task = make_task(f, remark, NULL);
	id_show(f->core, remark.id, shown);
	snprintf(code, sizeof(code), "YK-%s", shown);
	assert_string_equal(task.code, code);
	assert_string_equal(task.title, "Làm đường ngay");
	assert_string_equal(task.origin, "remark");
	assert_string_equal(task.origin_words, "Ý kiến đ/c Trần Văn Mẫu 23/11/2021");
	assert_string_equal(task.due, "2021-11-30");
	assert_int_equal(task.leads_n, 1);
	assert_string_equal(task.leads[0], "Thành ủy Phú Quốc");
	assert_true(task.remark_id == remark.id);
	Remark after = read_remark(f, remark.id);
	assert_int_equal(after.state, REMARK_TASK);
	assert_string_equal(after.task_code, code);
	fixture_leaf(f, code, "phu-quoc");
	assert_failed(remark_make_task(f->core, after.id, after.rev, NULL, &none, &f->err), &f->err,
		ERR_INVALID);
	assert_failed(answer(f, after, "Xong"), &f->err, ERR_INVALID);
}

// The task may say otherwise than the remark; undone and made again it has another code.
static void test_task_again(void **state)
{
	F *f = *state;
	const char *what;
	char shown[24];
	fixture_as(f, "leader");
	Remark remark = say_of(f, "phu-quoc", "Nhắc", "2021-11-30");
	Place places[] = { fixture_place(f, "phu-quoc"), fixture_place(f, "kien-hai") };
	make_task(f, remark, NULL);
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_string_equal(what, "giao ý kiến thành nhiệm vụ");
	Remark back = read_remark(f, remark.id);
	assert_int_equal(back.state, REMARK_OPEN);
	assert_int_equal(back.task_id, 0);
	RemarkTask given = { .due = "2021-12-20", .places = places, .places_n = 2 };
	Task task = make_task(f, back, &given);
	id_show(f->core, remark.id, shown);
	assert_string_equal(task.code, arena_printf(&f->arena, "YK-%s.2", shown));
	assert_string_equal(task.due, "2021-12-20");
	fixture_leaf(f, task.code, "kien-hai");
}

static void test_withdraw(void **state)
{
	F *f = *state;
	const char *what;
	fixture_as(f, "leader");
	Remark remark = say_of(f, "phu-quoc", "Thôi", "");
	fixture_as(f, "member");
	assert_failed(remark_withdraw(f->core, remark.id, remark.rev, &f->err), &f->err, ERR_DENIED);
	fixture_as(f, "leader");
	assert_done(remark_withdraw(f->core, remark.id, remark.rev, &f->err), &f->err);
	assert_int_equal(how_many(f, (RemarkFilter){ 0 }), 0);
	assert_int_equal(how_many(f, (RemarkFilter){ .states = 1u << REMARK_WITHDRAWN }), 1);
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_int_equal(how_many(f, (RemarkFilter){ 0 }), 1);
}

static void test_list(void **state)
{
	F *f = *state;
	fixture_as(f, "member");
	say_of(f, "phu-quoc", "Không hạn", "");
	fixture_as(f, "leader");
	say_of(f, "phu-quoc", "Sau", "2021-12-20");
	say_of(f, "kien-hai", "Trước", "2021-11-30");
	say_to(f, district(f, "go-quao"), person(f, "member"), "Đồng chí", "2021-12-01");
	Vec all;
	vec_init(&all, sizeof(Remark));
	assert_done(remark_list(f->core, &(RemarkFilter){ 0 }, &f->arena, &all, &f->err), &f->err);
	static const char *const order[] = { "Trước", "Đồng chí", "Sau", "Không hạn" };
	assert_int_equal(all.len, 4);
	for (size_t i = 0; i < 4; i++)
		assert_string_equal(((const Remark *)vec_at(&all, i))->text, order[i]);
	vec_release(&all);
	assert_int_equal(how_many(f, (RemarkFilter){ .own = true }), 3);
	assert_int_equal(how_many(f, (RemarkFilter){ .thing = district(f, "phu-quoc") }), 2);
	fixture_as(f, "member");
	assert_int_equal(how_many(f, (RemarkFilter){ .own = true }), 2);
	fixture_as(f, "secretary");
	assert_int_equal(how_many(f, (RemarkFilter){ .own = true }), 0);
	fixture_as(f, "viewer");
	assert_int_equal(how_many(f, (RemarkFilter){ 0 }), 4);
}

// Of open minutes, only who may read those sees what was said of them.
static void test_closed(void **state)
{
	F *f = *state;
	Meeting meeting = add(f, "2021-11-20");
	fixture_as(f, "leader");
	Remark remark =
		say_to(f, (Thing){ NOUN_MEETING, meeting.id }, person(f, "member"), "Ghi rõ hơn", "");
	assert_string_equal(remark.about, "buổi làm việc 20/11/2021, Hải đảo");
	fixture_as(f, "viewer");
	assert_int_equal(how_many(f, (RemarkFilter){ 0 }), 0);
	assert_failed(remark_get(f->core, remark.id, &f->arena, &remark, &f->err), &f->err, ERR_DENIED);
	fixture_as(f, "member");
	assert_int_equal(how_many(f, (RemarkFilter){ 0 }), 1);
	fixture_as(f, "office");
	assert_int_equal(how_many(f, (RemarkFilter){ 0 }), 1);
	assert_failed(remark_get(f->core, 7, &f->arena, &remark, &f->err), &f->err, ERR_NOT_FOUND);
}

static const BoardLine *board_line(F *f, int64_t remark_id)
{
	Vec lines;
	int total;
	BoardLine *found = NULL;
	vec_init(&lines, sizeof(BoardLine));
	assert_done(board_list(f->core, 99, &f->arena, &lines, &total, &f->err), &f->err);
	for (size_t i = 0; i < lines.len; i++) {
		const BoardLine *line = vec_at(&lines, i);
		if (line->target != BOARD_TO_REMARK || line->id != remark_id)
			continue;
		found = arena_alloc(&f->arena, sizeof(*found));
		*found = *line;
	}
	vec_release(&lines);
	return found;
}

static void assert_board(F *f, const char *login, int64_t remark_id, BoardKind kind, const char *tail)
{
	fixture_as(f, login);
	const BoardLine *line = board_line(f, remark_id);
	assert_non_null(line);
	assert_int_equal(line->kind, kind);
	assert_string_equal(line->tail, tail);
}

static void test_boards(void **state)
{
	F *f = *state;
	fixture_as(f, "member"); // who leads nothing there
	Remark remark = say_to(f, district(f, "go-quao"), person(f, "leader"), "Làm rõ", "2021-12-30");
	assert_board(f, "member", remark.id, BOARD_GAP, "còn 37 ngày");
	assert_board(f, "office", remark.id, BOARD_GAP, "còn 37 ngày");
	assert_board(f, "leader", remark.id, BOARD_WAITING, "còn 37 ngày");
	assert_board(f, "secretary", remark.id, BOARD_WAITING, "còn 37 ngày");
	fixture_as(f, "viewer");
	assert_null(board_line(f, remark.id));
	fixture_today(f, "2021-12-28");
	assert_board(f, "member", remark.id, BOARD_SOON, "còn 2 ngày");
	fixture_today(f, "2022-01-02");
	assert_board(f, "office", remark.id, BOARD_LATE, "quá hạn 3 ngày");
	fixture_as(f, "leader");
	assert_done(answer(f, remark, "Đã rõ"), &f->err);
	assert_null(board_line(f, remark.id));
	assert_board(f, "member", remark.id, BOARD_WAITING, "báo cáo 02/01");
	Remark told = read_remark(f, remark.id);
	assert_done(remark_acknowledge(f->core, told.id, told.rev, &f->err), &f->err);
	assert_null(board_line(f, remark.id));
}

static void test_addressees(void **state)
{
	F *f = *state;
	Thing to;
	Body body = { .code = "so-y-te", .name = "Sở Y tế", .short_name = "SYT" };
	assert_done(body_add(f->core, &body, &f->err), &f->err);
	assert_done(addressee_find(f->core, "so y te", &f->arena, &to, &f->err), &f->err);
	assert_true(to.noun == NOUN_BODY && to.id == body.id);
	assert_done(addressee_find(f->core, "phu-quoc", &f->arena, &to, &f->err), &f->err);
	assert_true(thing_same(to, district(f, "phu-quoc")));
	assert_done(addressee_find(f->core, "member", &f->arena, &to, &f->err), &f->err);
	assert_true(thing_same(to, person(f, "member")));
	assert_failed(addressee_find(f->core, "xyz", &f->arena, &to, &f->err), &f->err, ERR_NOT_FOUND);
	// The committee of a district, the lead of a region but not oneself, nobody for the province.
	assert_done(addressee_default(f->core, district(f, "kien-hai"), &f->arena, &to, &f->err), &f->err);
	assert_true(thing_same(to, district(f, "kien-hai")));
	Thing region = { NOUN_REGION, fixture_place(f, "hd").region_id };
	assert_done(addressee_default(f->core, region, &f->arena, &to, &f->err), &f->err);
	assert_true(thing_same(to, person(f, "leader")));
	fixture_as(f, "leader");
	assert_done(addressee_default(f->core, region, &f->arena, &to, &f->err), &f->err);
	assert_int_equal(to.id, 0);
	// Whoever leads a task comes before its place.
	Thing leaf = { NOUN_LEAF, fixture_leaf(f, "2.1a", "phu-quoc") };
	assert_done(addressee_default(f->core, leaf, &f->arena, &to, &f->err), &f->err);
	assert_int_equal(to.noun, NOUN_BODY);
}

static void test_search(void **state)
{
	F *f = *state;
	SearchResult result;
	SearchLimit limit = { 9, 9 };
	fixture_as(f, "leader");
	Remark remark = say_of(f, "phu-quoc", "Phao báo hiệu luồng", "");
	search_result_init(&result);
	assert_done(search_run(f->core, "bao hieu luong", limit, &f->arena, &result, &f->err), &f->err);
	assert_int_equal(result.hits.len, 1);
	const SearchHit *hit = vec_at(&result.hits, 0);
	assert_int_equal(hit->kind, SEARCH_REMARK);
	assert_true(hit->target_id == remark.id);
	search_result_release(&result);
	assert_done(remark_withdraw(f->core, remark.id, remark.rev, &f->err), &f->err);
	search_result_init(&result);
	assert_done(search_run(f->core, "bao hieu luong", limit, &f->arena, &result, &f->err), &f->err);
	assert_int_equal(result.hits.len, 0);
	search_result_release(&result);
}

// As of an earlier day it had not been answered, or not been said.
static void test_as_of(void **state)
{
	F *f = *state;
	Date day;
	fixture_as(f, "leader");
	Remark remark = say_of(f, "phu-quoc", "Báo cáo", "2021-11-30");
	fixture_today(f, "2021-11-28");
	assert_done(answer(f, remark, "Đã xong"), &f->err);
	assert_true(date_parse("2021-11-25", &day));
	assert_done(core_set_as_of(f->core, day, &f->err), &f->err);
	Remark then = read_remark(f, remark.id);
	assert_int_equal(then.state, REMARK_OPEN);
	assert_string_equal(then.answer, "");
	assert_int_equal(then.days_past, -5);
	assert_true(date_parse("2021-11-22", &day));
	assert_done(core_set_as_of(f->core, day, &f->err), &f->err);
	assert_int_equal(how_many(f, (RemarkFilter){ 0 }), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_say, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_refused, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_who_answers, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_answer_and_see, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_task, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_task_again, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_withdraw, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_list, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_closed, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_boards, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			test_addressees, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_search, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(test_as_of, fixture_setup, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
