// SPDX-License-Identifier: MIT
// Structure over time: the reform of 1 July 2025 from its shipped file, each verb, and what is refused.
#include "unit/structure_tools.h"

#include "cli/convert.h"
#include "core/board.h"
#include "core/figures.h"
#include "core/succession.h"

static bool apply_one(F *f, WantedChange change)
{
	size_t n;
	change.document = change.document ? change.document : "";
	change.name = change.name ? change.name : "";
	change.kind = change.kind ? change.kind : "";
	change.region = change.region ? change.region : "";
	change.at = "tệp.cfg:7";
	const WantedStructure want = { .changes = &change, .changes_n = 1 };
	return apply(f, &want, &n);
}

// The shipped example, as the command line reads it.
static size_t apply_reform(F *f)
{
	size_t n;
	RegionSet set;
	assert_done(regions_read("regions/examples", &f->arena, &set, &f->err), &f->err);
	const WantedStructure want = structure_of_regions(&set, &f->arena);
	fixture_as(f, "admin");
	assert_done(apply(f, &want, &n), &f->err);
	fixture_as(f, "office");
	return n;
}

static District district(F *f, const char *code)
{
	District out;
	assert_done(district_by_code(f->core, code, &f->arena, &out, &f->err), &f->err);
	return out;
}

static void assert_day(F *f, const char *day, const char *expected)
{
	Buf out = BUF_INIT;
	write_day(f, day, &out);
	if (!strstr(out.bytes, expected))
		fail_msg("no “%s” in %s", expected, out.bytes);
	buf_release(&out);
}

// The reform --------------------------------------------------------------------------------------

static void the_reform(void **state)
{
	F *f = *state;
	Vec heirs;
	Buf before = BUF_INIT, after = BUF_INIT;
	write_day(f, "2025-06-30", &before);
	assert_int_equal(apply_reform(f), 6);
	assert_int_equal(apply_reform(f), 0);
	write_day(f, "2025-06-30", &after);
	assert_string_equal(after.bytes, before.bytes);
	assert_day(f, "2025-07-01", "2025-07-01 xã, phường, đặc khu:");
	assert_day(f, "2025-07-01", " phu-quoc-2025=đặc khu Phú Quốc@");
	assert_day(f, "2025-07-01", " tho-chau=đặc khu Thổ Châu@");
	assert_day(f, "2025-07-01", " kien-hai-2025=đặc khu Kiên Hải@");
	buf_clear(&after);
	write_day(f, "2025-07-01", &after);
	assert_null(strstr(after.bytes, "TP Phú Quốc"));
	vec_init(&heirs, sizeof(District));
	District old = district(f, "phu-quoc");
	assert_string_equal(old.to, "2025-06-30");
	assert_false(old.ended); // it is 2021
	assert_done(district_successors(f->core, old.id, &f->arena, &heirs, &f->err), &f->err);
	assert_int_equal(heirs.len, 2);
	vec_clear(&heirs);
	assert_done(district_predecessors(
			    f->core, district(f, "tho-chau").id, &f->arena, &heirs, &f->err),
		&f->err);
	assert_int_equal(heirs.len, 1);
	assert_string_equal(((District *)vec_at(&heirs, 0))->title, "TP Phú Quốc");
	vec_release(&heirs);
	buf_release(&before);
	buf_release(&after);
}

static void an_approved_review_reads_the_same(void **state)
{
	F *f = *state;
	submit_all(f);
	fixture_as(f, "leader");
	assert_done(approve(f, "2021H2"), &f->err);
	Review before = get(f);
	apply_reform(f);
	fixture_today(f, "2025-07-02");
	Review after = get(f);
	assert_string_equal(after.frozen, before.frozen);
	assert_string_equal(after.digest, before.digest);
	assert_string_equal(mark_of(f, "phu-quoc").district, "TP Phú Quốc");
	look(f, "2025-07-05");
	assert_string_equal(get(f).frozen, before.frozen);
}

// Leaves stay where they are and count where they counted, until they are handed on.
static void leaves_of_the_ended(void **state)
{
	F *f = *state;
	int made, open;
	Vec lines;
	FigureLine total;
	apply_reform(f);
	fixture_today(f, "2025-07-02");
	vec_init(&lines, sizeof(FigureLine));
	assert_done(figures_of_districts(f->core, hd(f), &f->arena, &lines, &total, &f->err), &f->err);
	assert_int_equal(lines.len, 5);
	assert_true(((FigureLine *)vec_at(&lines, 3))->ended);
	assert_int_equal(total.figures.all, 3);
	vec_release(&lines);
	District old = district(f, "phu-quoc");
	assert_true(old.ended);
	assert_done(succession_left_of(f->core, old.id, &open, &f->err), &f->err);
	assert_int_equal(open, 3); // 1a, 2.1a, 2.1b
	assert_failed(succession_spread(f->core, district(f, "tho-chau").id, &made, &f->err), &f->err,
		ERR_INVALID);
	assert_done(succession_spread(f->core, old.id, &made, &f->err), &f->err);
	assert_int_equal(made, 6);
	assert_done(succession_left_of(f->core, old.id, &open, &f->err), &f->err);
	assert_int_equal(open, 0);
	Leaf leaf;
	assert_done(leaf_find(f->core, "2.1a", fixture_place(f, "tho-chau"), &f->arena, &leaf, &f->err),
		&f->err);
	assert_string_equal(leaf.due, "2021-11-11");
	assert_string_equal(leaf.place_title, "đặc khu Thổ Châu");
	assert_done(leaf_find(f->core, "2.1a", fixture_place(f, "phu-quoc"), &f->arena, &leaf, &f->err),
		&f->err);
	assert_string_equal(leaf.place_title, "TP Phú Quốc");
	assert_string_equal(leaf.ended_on, "2025-07-02");
	fixture_as(f, "leader");
	assert_failed(succession_spread(f->core, old.id, &made, &f->err), &f->err, ERR_DENIED);
}

static void the_board_tells_of_the_ended(void **state)
{
	F *f = *state;
	Vec lines;
	int total, found = 0;
	apply_reform(f);
	fixture_today(f, "2025-07-02");
	vec_init(&lines, sizeof(BoardLine));
	assert_done(board_list(f->core, 400, &f->arena, &lines, &total, &f->err), &f->err);
	for (size_t i = 0; i < lines.len; i++) {
		const BoardLine *line = vec_at(&lines, i);
		found += strcmp(line->text, "địa phương đã kết thúc còn 3 việc") == 0 &&
			 strcmp(line->place, "TP Phú Quốc") == 0 && line->target == BOARD_TO_DISTRICT;
	}
	assert_int_equal(found, 1);
	vec_release(&lines);
}

// Each verb ---------------------------------------------------------------------------------------

static const char *const one_phu_quoc[] = { "phu-quoc" };
static const char *const one_go_quao[] = { "go-quao" };
static const char *const one_hd[] = { "hd" };
static const char *const two[] = { "phu-quoc", "kien-hai" };

static void renaming(void **state)
{
	F *f = *state;
	fixture_as(f, "admin");
	WantedChange change = { .verb = STRUCTURE_RENAME, .on = "2022-01-01", .codes = one_go_quao,
		.codes_n = 1, .name = "Gò Quao Mới", .kind = "thành phố" };
	assert_done(apply_one(f, change), &f->err);
	assert_day(f, "2021-12-31", " go-quao=Gò Quao@");
	assert_day(f, "2022-01-01", " go-quao=TP Gò Quao Mới@");
	change.name = "Tên khác"; // of the same day
	assert_failed(apply_one(f, change), &f->err, ERR_DATA);
	WantedChange region = { .verb = STRUCTURE_RENAME, .on = "2022-01-01", .codes = one_hd,
		.codes_n = 1, .name = "Biển đảo" };
	assert_done(apply_one(f, region), &f->err);
	assert_day(f, "2021-12-31", "[Hải đảo]");
	assert_day(f, "2022-01-01", "[Biển đảo]");
}

static void moving_and_closing(void **state)
{
	F *f = *state;
	fixture_as(f, "admin");
	WantedChange move = { .verb = STRUCTURE_MOVE, .on = "2022-01-01", .codes = one_go_quao,
		.codes_n = 1, .region = "hd" };
	int64_t before = district(f, "go-quao").main_region_id;
	assert_done(apply_one(f, move), &f->err);
	assert_int_equal(district(f, "go-quao").main_region_id, before);
	look(f, "2022-01-01");
	assert_int_equal(district(f, "go-quao").main_region_id, fixture_place(f, "hd").region_id);
	look(f, NULL);
	move.on = "2021-12-01"; // before what is known of the days after
	assert_failed(apply_one(f, move), &f->err, ERR_DATA);
	WantedChange close = { .verb = STRUCTURE_CLOSE, .on = "2022-03-01", .codes = one_go_quao,
		.codes_n = 1 };
	assert_done(apply_one(f, close), &f->err);
	assert_day(f, "2022-02-28", "go-quao");
	Buf out = BUF_INIT;
	write_day(f, "2022-03-01", &out);
	assert_null(strstr(out.bytes, "go-quao"));
	buf_release(&out);
	close.on = "2022-04-01";
	assert_failed(apply_one(f, close), &f->err, ERR_DATA);
}

static void merging(void **state)
{
	F *f = *state;
	fixture_as(f, "admin");
	const WantedHeir new = { "dao-2022", "Đảo", "huyện", "", 9 };
	const WantedHeir absorbing = { "kien-hai", "", "", "", 0 };
	WantedChange merge = { .verb = STRUCTURE_SUCCEED, .on = "2022-01-01", .codes = two, .codes_n = 2,
		.into = &absorbing, .into_n = 1 };
	assert_done(apply_one(f, merge), &f->err); // Phú Quốc into Kiên Hải, which goes on
	assert_day(f, "2022-01-01", " kien-hai=Kiên Hải@");
	assert_string_equal(district(f, "phu-quoc").to, "2021-12-31");
	assert_string_equal(district(f, "kien-hai").to, "");
	merge.into = &new;
	merge.on = "2022-02-01";
	assert_failed(apply_one(f, merge), &f->err, ERR_DATA); // one of the two is gone
}

static void refusals(void **state)
{
	F *f = *state;
	static const char *const none[] = { "khong-co" };
	static const WantedHeir reused[] = { { "go-quao", "Gò Quao", "huyện", "", 9 } };
	static const WantedHeir region[] = { { "tsh", "Tây", "huyện", "", 9 } };
	static const WantedHeir bare[] = { { "moi-2022", "", "", "", 0 } };
	static const WantedHeir apart[] = { { "moi-2022", "Mới", "huyện", "", 9 } };
	static const char *const across[] = { "phu-quoc", "go-quao" };
	const WantedChange bad[] = {
		{ .verb = STRUCTURE_CLOSE, .on = "2022-01-01", .codes = none, .codes_n = 1 },
		{ .verb = STRUCTURE_CLOSE, .on = "2022-01-01", .codes = one_hd, .codes_n = 1 },
		{ .verb = STRUCTURE_MOVE, .on = "2022-01-01", .codes = one_go_quao, .codes_n = 1,
			.region = "tsh" },
		{ .verb = STRUCTURE_MOVE, .on = "2022-01-01", .codes = one_go_quao, .codes_n = 1,
			.region = "kien-hai" },
		{ .verb = STRUCTURE_RENAME, .on = "2022-01-01", .codes = one_go_quao, .codes_n = 1,
			.name = "Gò Quao" },
		{ .verb = STRUCTURE_SUCCEED, .on = "2022-01-01", .codes = one_phu_quoc, .codes_n = 1,
			.into = reused, .into_n = 1 },
		{ .verb = STRUCTURE_SUCCEED, .on = "2022-01-01", .codes = one_phu_quoc, .codes_n = 1,
			.into = region, .into_n = 1 },
		{ .verb = STRUCTURE_SUCCEED, .on = "2022-01-01", .codes = one_phu_quoc, .codes_n = 1,
			.into = bare, .into_n = 1 },
		{ .verb = STRUCTURE_SUCCEED, .on = "2022-01-01", .codes = across, .codes_n = 2,
			.into = apart, .into_n = 1 },
	};
	fixture_as(f, "admin");
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		bool ok = apply_one(f, bad[i]);
		assert_false(ok);
		assert_string_equal(
			arena_strndup(&f->arena, f->err.message, strlen("tệp.cfg:7: ")), "tệp.cfg:7: ");
		assert_failed(ok, &f->err, ERR_DATA);
	}
	fixture_as(f, "office");
	WantedChange close = { .verb = STRUCTURE_CLOSE, .on = "2022-01-01", .codes = one_go_quao,
		.codes_n = 1 };
	assert_failed(apply_one(f, close), &f->err, ERR_DENIED);
}

// Files of regions that differ count from a day on; they bring back nothing that has ended.
static void files_that_differ(void **state)
{
	F *f = *state;
	size_t n;
	WantedDistrict places[] = { { "phu-quoc", "Đảo Ngọc", "thành phố", "", "", 1, true, false, "", "" },
		{ "go-quao", "Gò Quao", "huyện", "", "", 4, true, false, "", "" } };
	const WantedRegion region = { "hd", "Hải đảo", "", "", "", 1, places, 2 };
	const WantedStructure want = { .regions = &region, .regions_n = 1, .from = "2021-12-01" };
	fixture_as(f, "admin");
	assert_done(apply(f, &want, &n), &f->err);
	assert_int_equal(n, 2);
	assert_day(f, "2021-11-30", " phu-quoc=TP Phú Quốc@");
	assert_day(f, "2021-12-01", " phu-quoc=TP Đảo Ngọc@");
	look(f, "2021-12-01");
	assert_int_equal(district(f, "go-quao").main_region_id, fixture_place(f, "hd").region_id);
	look(f, NULL);
	assert_done(apply(f, &want, &n), &f->err);
	assert_int_equal(n, 0);
	WantedChange close = { .verb = STRUCTURE_CLOSE, .on = "2022-03-01", .codes = one_go_quao,
		.codes_n = 1 };
	assert_done(apply_one(f, close), &f->err);
	assert_done(apply(f, &want, &n), &f->err);
	assert_int_equal(n, 0);
	assert_string_equal(district(f, "go-quao").to, "2022-02-28");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup_directive, fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(the_reform), TEST(an_approved_review_reads_the_same), TEST(leaves_of_the_ended),
		TEST(the_board_tells_of_the_ended), TEST(renaming), TEST(moving_and_closing),
		TEST(merging), TEST(refusals), TEST(files_that_differ),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
