// SPDX-License-Identifier: MIT
// Bodies over time: named by the day, ended with those that follow, found all the same.
#include "unit/structure_tools.h"

#include "core/board.h"
#include "core/remark.h"
#include "core/undo.h"

static bool change_body(F *f, WantedChange change)
{
	size_t n;
	change.subject = STRUCTURE_BODIES;
	change.document = change.document ? change.document : "";
	change.name = change.name ? change.name : "";
	change.kind = change.kind ? change.kind : "";
	change.region = "";
	change.level = "";
	change.at = "tệp.cfg:7";
	const WantedStructure want = { .changes = &change, .changes_n = 1 };
	fixture_as(f, "admin");
	bool ok = apply(f, &want, &n);
	fixture_as(f, "office");
	return ok;
}

static Body body(F *f, const char *typed)
{
	Body out;
	assert_done(body_find(f->core, typed, &f->arena, &out, &f->err), &f->err);
	return out;
}

static const char *const btg[] = { "btg" };
static const char *const bcsd[] = { "bcsd-ubnd" };
static const char *const both[] = { "btg", "so-du-lich" };
static const WantedHeir one[] = { { "tgdv", "Ban Tuyên giáo và Dân vận", "TGDV", "", 0 } };
static const WantedHeir halves[] = { { "dang-uy", "Đảng ủy UBND tỉnh", "", "", 0 },
	{ "dang-uy-so", "Đảng ủy các sở", "", "", 9 } };

static void merge(F *f, const char *on)
{
	const WantedChange change = { .verb = STRUCTURE_SUCCEED, .on = on, .codes = both, .codes_n = 2,
		.into = one, .into_n = 1, .document = "QĐ 1" };
	assert_done(change_body(f, change), &f->err);
}

static void split(F *f, const char *on)
{
	const WantedChange change = { .verb = STRUCTURE_SUCCEED, .on = on, .codes = bcsd, .codes_n = 1,
		.into = halves, .into_n = 2 };
	assert_done(change_body(f, change), &f->err);
}

static size_t count_listed(F *f)
{
	Vec bodies;
	vec_init(&bodies, sizeof(Body));
	assert_done(body_list(f->core, &f->arena, &bodies, &f->err), &f->err);
	size_t n = bodies.len;
	vec_release(&bodies);
	return n;
}

static void named_by_the_day(void **state)
{
	F *f = *state;
	Vec names;
	const WantedChange change = { .verb = STRUCTURE_RENAME, .on = "2021-12-10", .codes = btg,
		.codes_n = 1, .name = "Ban Tuyên huấn", .document = "QĐ 2" };
	assert_done(change_body(f, change), &f->err);
	assert_string_equal(body(f, "btg").name, "Ban Tuyên giáo Tỉnh ủy");
	look(f, "2021-12-10");
	assert_string_equal(body(f, "btg").name, "Ban Tuyên huấn");
	assert_string_equal(body(f, "btg").short_name, "Ban Tuyên huấn");
	assert_int_equal(body(f, "tuyên huấn").id, body(f, "btg").id);
	look(f, "2021-12-09");
	assert_string_equal(body(f, "btg").name, "Ban Tuyên giáo Tỉnh ủy");
	look(f, NULL);
	vec_init(&names, sizeof(BodyName));
	assert_done(body_names(f->core, body(f, "btg").id, &f->arena, &names, &f->err), &f->err);
	assert_int_equal(names.len, 2);
	assert_string_equal(((BodyName *)vec_at(&names, 0))->document, "QĐ 2");
	assert_string_equal(((BodyName *)vec_at(&names, 1))->name, "Ban Tuyên giáo Tỉnh ủy");
	vec_release(&names);
	assert_failed(change_body(f, (WantedChange){ .verb = STRUCTURE_RENAME, .on = "2021-12-10",
					     .codes = btg, .codes_n = 1, .name = "Khác" }),
		&f->err, ERR_DATA);
}

static void merged(void **state)
{
	F *f = *state;
	const char *kin;
	size_t before = count_listed(f);
	merge(f, "2021-12-01");
	assert_int_equal(count_listed(f), before);
	fixture_today(f, "2021-12-01");
	assert_int_equal(count_listed(f), before - 1);
	Body old = body(f, "btg"), new = body(f, "tgdv");
	assert_true(old.ended);
	assert_string_equal(old.to, "2021-11-30");
	assert_string_equal(new.from, "2021-12-01");
	assert_string_equal(new.short_name, "TGDV");
	assert_done(body_kin_words(f->core, &old, &f->arena, &kin, &f->err), &f->err);
	assert_string_equal(kin, "đã kết thúc 30/11/2021, kế thừa: Ban Tuyên giáo và Dân vận");
	assert_done(body_kin_words(f->core, &new, &f->arena, &kin, &f->err), &f->err);
	assert_string_equal(kin, "kế thừa Ban Tuyên giáo Tỉnh ủy, Sở Du lịch");
	// A part of both names means the one that is there.
	assert_int_equal(body(f, "tuyên giáo").id, new.id);
	assert_int_equal(body(f, "Ban Tuyên giáo Tỉnh ủy").id, old.id);
	assert_failed(body_check_in_force(f->core, old.id, &f->err), &f->err, ERR_INVALID);
	assert_done(body_check_in_force(f->core, new.id, &f->err), &f->err);
}

static void a_plan_of_what_cannot_be(void **state)
{
	F *f = *state;
	static const char *const none[] = { "khong-co" };
	static const char *const place[] = { "phu-quoc" };
	static const WantedHeir bare[] = { { "moi", "", "", "", 0 } };
	static const WantedHeir taken[] = { { "so-du-lich", "Mới", "", "", 0 } };
	const WantedChange bad[] = {
		{ .verb = STRUCTURE_CLOSE, .on = "2022-01-01", .codes = none, .codes_n = 1 },
		{ .verb = STRUCTURE_CLOSE, .on = "2022-01-01", .codes = place, .codes_n = 1 },
		{ .verb = STRUCTURE_SUCCEED, .on = "2022-01-01", .codes = btg, .codes_n = 1, .into = bare,
			.into_n = 1 },
		{ .verb = STRUCTURE_SUCCEED, .on = "2022-01-01", .codes = btg, .codes_n = 1, .into = taken,
			.into_n = 1 },
		{ .verb = STRUCTURE_RENAME, .on = "2022-01-01", .codes = btg, .codes_n = 1,
			.name = "Ban Tuyên giáo Tỉnh ủy" },
	};
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		bool ok = change_body(f, bad[i]);
		assert_false(ok);
		assert_true(strncmp(f->err.message, "tệp.cfg:7: ", strlen("tệp.cfg:7: ")) == 0);
		assert_failed(ok, &f->err, ERR_DATA);
	}
}

static Leaf leaf_at(F *f, const char *task, const char *place)
{
	Leaf leaf;
	assert_done(leaf_find(f->core, task, fixture_place(f, place), &f->arena, &leaf, &f->err), &f->err);
	return leaf;
}

static void handed_on(void **state)
{
	F *f = *state;
	BodySpread made;
	const char *what;
	split(f, "2021-12-01");
	fixture_today(f, "2021-12-02");
	Body old = body(f, "bcsd-ubnd"), heir = body(f, "dang-uy-so");
	assert_done(body_load_led(f->core, &old, &f->err), &f->err);
	assert_int_equal(old.open, 12); // 1a: 5 districts, 2.1a, 2.1b: 3, 3a: 3 regions
	assert_failed(body_spread(f->core, old.id, 0, &made, &f->err), &f->err, ERR_INVALID);
	assert_failed(body_spread(f->core, old.id, body(f, "btg").id, &made, &f->err), &f->err, ERR_INVALID);
	assert_failed(body_spread(f->core, heir.id, 0, &made, &f->err), &f->err, ERR_INVALID);
	assert_done(body_spread(f->core, old.id, heir.id, &made, &f->err), &f->err);
	assert_int_equal(made.made, old.open - 1);
	assert_int_equal(made.shared, 1); // 2.1a, with Sở Du lịch
	assert_string_equal(leaf_at(f, "2.1a", "phu-quoc").lead, "Sở Du lịch; BCSĐ UBND tỉnh");
	assert_string_equal(leaf_at(f, "2.1b", "kien-hai").lead, "Đảng ủy các sở");
	look(f, "2021-11-30");
	assert_string_equal(leaf_at(f, "2.1b", "kien-hai").lead, "BCSĐ UBND tỉnh");
	look(f, NULL);
	assert_done(undo_run(f->core, &f->arena, &what, &f->err), &f->err);
	assert_string_equal(leaf_at(f, "2.1b", "kien-hai").lead, "BCSĐ UBND tỉnh");
	fixture_as(f, "leader");
	assert_failed(body_spread(f->core, old.id, heir.id, &made, &f->err), &f->err, ERR_DENIED);
}

static void nothing_new_for_the_ended(void **state)
{
	F *f = *state;
	merge(f, "2021-12-01");
	fixture_today(f, "2021-12-02");
	Leaf leaf = leaf_at(f, "2.1b", "kien-hai");
	assert_failed(leaf_set(f->core, leaf.leaf_id, leaf.leaf_rev, body(f, "btg").id, "", &f->err),
		&f->err, ERR_INVALID);
	assert_done(leaf_set(f->core, leaf.leaf_id, leaf.leaf_rev, body(f, "tgdv").id, "", &f->err), &f->err);
	fixture_as(f, "leader");
	Remark remark = { .thing = { NOUN_LEAF, leaf.leaf_id }, .text = "Báo cáo", .due = "",
		.to = { NOUN_BODY, body(f, "btg").id } };
	assert_failed(remark_add(f->core, &remark, &f->err), &f->err, ERR_INVALID);
	remark.to.id = body(f, "tgdv").id;
	assert_done(remark_add(f->core, &remark, &f->err), &f->err);
	remark.thing = (Thing){ NOUN_BODY, body(f, "tgdv").id }; // a remark is about work
	assert_failed(remark_add(f->core, &remark, &f->err), &f->err, ERR_INVALID);
}

static void the_board_tells_of_it(void **state)
{
	F *f = *state;
	Vec lines;
	int total, found = 0;
	split(f, "2021-12-01");
	fixture_today(f, "2021-12-02");
	vec_init(&lines, sizeof(BoardLine));
	assert_done(board_list(f->core, 400, &f->arena, &lines, &total, &f->err), &f->err);
	for (size_t i = 0; i < lines.len; i++) {
		const BoardLine *line = vec_at(&lines, i);
		found += strcmp(line->text, "cơ quan đã kết thúc còn 12 việc") == 0 &&
			 line->target == BOARD_TO_BODY;
	}
	assert_int_equal(found, 1);
	vec_release(&lines);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup_directive, fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(named_by_the_day), TEST(merged), TEST(a_plan_of_what_cannot_be), TEST(handed_on),
		TEST(nothing_new_for_the_ended), TEST(the_board_tells_of_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
