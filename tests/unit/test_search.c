// SPDX-License-Identifier: MIT
// Search: what is found, in which order, by whom; and that the index follows every change.
#include "unit/search_tools.h"

#include "core/meeting.h"
#include "core/review.h"
#include "core/search.h"
#include "core/undo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void count_complaint(void *state, const char *line)
{
	(void)line;
	++*(int *)state;
}

static int complaints(Fixture *fixture)
{
	int n = 0;
	int64_t looked_at;
	assert_done(search_check(fixture->core, count_complaint, &n, &looked_at, &fixture->err),
		&fixture->err);
	return n;
}

static void assert_index_right(Fixture *fixture)
{
	assert_int_equal(complaints(fixture), 0);
}

static void note(Fixture *fixture, const char *place, const char *day, const char *text)
{
	const ProgressInput input = { STATE_DOING, 50, text, day, "BC số 12-BC/HU", 0 };
	assert_done(progress_record(fixture->core, fixture_leaf(fixture, "2.1b", place), &input,
		&fixture->err), &fixture->err);
}

static int64_t add_meeting(Fixture *fixture, const char *region, const char *subject)
{
	Meeting meeting = {
		.region_id = fixture_place(fixture, region).region_id, .kind = MEETING_WORK,
		.subject = subject, .held_on = "2021-11-20", .starts = "14:00", .ends = "16:00",
		.place = "Trụ sở",
	};
	assert_done(meeting_add(fixture->core, &meeting, &fixture->err), &fixture->err);
	return meeting.id;
}

static void add_proceedings(Fixture *fixture, int64_t meeting_id, const char *text)
{
	AgendaItem item = { .meeting_id = meeting_id, .title = "Việc khác", .proceedings = text };
	assert_done(agenda_add(fixture->core, &item, &fixture->err), &fixture->err);
}

// What is found ---------------------------------------------------------------------------------

static void test_every_kind(void **state)
{
	Fixture *fixture = *state;
	int64_t meeting = add_meeting(fixture, "hd", "Cảng Bãi Vòng");
	add_proceedings(fixture, meeting, "Thảo luận về tàu khách");
	Conclusion conclusion = { .meeting_id = meeting, .text = "Thống nhất tăng chuyến" };
	assert_done(conclusion_add(fixture->core, &conclusion, NULL, &fixture->err), &fixture->err);
	note(fixture, "phu-quoc", "2021-11-01", "Đã tiêm mũi hai");
	assert_int_equal(count_kind(fixture, "hai dao", SEARCH_REGION), 1);
	assert_int_equal(count_kind(fixture, "phu quoc", SEARCH_DISTRICT), 1);
	assert_int_equal(count_kind(fixture, "mau", SEARCH_PERSON), 1);
	assert_int_equal(count_kind(fixture, "don khach", SEARCH_TASK), 1);
	assert_int_equal(count_kind(fixture, "phuc hoi kinh te", SEARCH_DIRECTIVE), 1);
	assert_int_equal(count_kind(fixture, "nhan dan", SEARCH_CLAUSE), 1);
	assert_int_equal(count_kind(fixture, "bai vong", SEARCH_MEETING), 1);
	assert_int_equal(count_kind(fixture, "tau khach", SEARCH_MINUTES), 1);
	assert_int_equal(count_kind(fixture, "tang chuyen", SEARCH_CONCLUSION), 1);
	assert_int_equal(count_kind(fixture, "mui hai", SEARCH_PROGRESS), 1);
	assert_index_right(fixture);
}

static void test_numbers_and_days_as_they_stand(void **state)
{
	Fixture *fixture = *state;
	note(fixture, "phu-quoc", "2021-11-01", "Theo Nghị quyết 12-NQ/TW ngày 5/9/2021");
	assert_int_equal(count_kind(fixture, "12-NQ/TW", SEARCH_PROGRESS), 1);
	assert_int_equal(count_kind(fixture, "12-nq/t", SEARCH_PROGRESS), 1);
	assert_int_equal(count_kind(fixture, "13-NQ/TW", SEARCH_PROGRESS), 0);
	assert_int_equal(count_kind(fixture, "01-CV/TU", SEARCH_DIRECTIVE), 1);
	assert_int_equal(count_kind(fixture, "12-BC/HU", SEARCH_PROGRESS), 1);
	assert_int_equal(count_kind(fixture, "07/10/2021", SEARCH_DIRECTIVE), 1);
	assert_int_equal(count_kind(fixture, "05/09/2021", SEARCH_PROGRESS), 1);
	assert_int_equal(count_kind(fixture, "01/11/2021", SEARCH_PROGRESS), 1);
	assert_int_equal(count_kind(fixture, "2.1b", SEARCH_TASK), 1);
}

static void test_prefix_from_two_letters(void **state)
{
	Fixture *fixture = *state;
	note(fixture, "phu-quoc", "2021-11-01", "Nghiêng ngả xyz");
	assert_int_equal(count_kind(fixture, "ng", SEARCH_PROGRESS), 1);
	assert_int_equal(count_kind(fixture, "nghie", SEARCH_PROGRESS), 1);
	assert_int_equal(count_kind(fixture, "nghien ", SEARCH_PROGRESS), 0); // no longer growing
	assert_int_equal(count_kind(fixture, "nghien nga", SEARCH_PROGRESS), 0);
	assert_int_equal(count_kind(fixture, "n", SEARCH_PROGRESS), 0);
	assert_int_equal(count_kind(fixture, "xyz n", SEARCH_PROGRESS), 1); // n is only begun
}

static void test_phrases(void **state)
{
	Fixture *fixture = *state;
	note(fixture, "phu-quoc", "2021-11-01", "ủy ban nhân dân tỉnh");
	assert_int_equal(count_kind(fixture, "\"uy ban nhan dan\"", SEARCH_PROGRESS), 1);
	assert_int_equal(count_kind(fixture, "\"ban uy\"", SEARCH_PROGRESS), 0);
	assert_int_equal(count_kind(fixture, "“nhân dân”", SEARCH_PROGRESS), 1);
	assert_int_equal(count_kind(fixture, "\"uy ban nh", SEARCH_PROGRESS), 1); // not closed yet
	assert_int_equal(count_kind(fixture, "dan uy", SEARCH_PROGRESS), 1);
}

static void test_accents_come_first(void **state)
{
	Fixture *fixture = *state;
	note(fixture, "phu-quoc", "2021-11-01", "Ngày hòa giải");
	note(fixture, "kien-hai", "2021-11-20", "Đốt hoa đăng");
	note(fixture, "tan-hiep", "2021-11-10", "Ngày hoà giải");
	const char *const typed[] = { "loại:progress hòa ", "loại:progress hoà " };
	for (size_t i = 0; i < 2; i++) {
		SearchResult result = search(fixture, typed[i]);
		const SearchHit *hits = result.hits.items;
		assert_int_equal(result.hits.len, 3);
		assert_true(hits[0].exact && hits[1].exact && !hits[2].exact);
		assert_string_equal(hits[0].day, "2021-11-10"); // the newer one of the exact ones
		assert_string_equal(hits[2].day, "2021-11-20");
		search_result_release(&result);
	}
	assert_string_equal(first_hit(fixture, "loại:progress hoa").day, "2021-11-20");
	assert_string_equal(first_hit(fixture, "loại:progress hò").day, "2021-11-10");
}

static void test_hits_are_marked_in_the_original(void **state)
{
	Fixture *fixture = *state;
	note(fixture, "phu-quoc", "2021-11-01", "Dòng đầu\nĐường về Gò Quao đã thông, qua phà");
	SearchHit hit = first_hit(fixture, "loại:progress duong qu");
	assert_string_equal(hit.line.text, "Đường về Gò Quao đã thông, qua phà");
	assert_int_equal(hit.line.marks_n, 3);
	const char *const wanted[] = { "Đường", "Qu", "qu" };
	for (size_t i = 0; i < 3; i++) {
		Range mark = hit.line.marks[i];
		assert_int_equal(mark.end - mark.start, strlen(wanted[i]));
		assert_memory_equal(hit.line.text + mark.start, wanted[i], strlen(wanted[i]));
	}
}

static void test_a_clause_opens_at_the_byte(void **state)
{
	Fixture *fixture = *state;
	SearchHit hit = first_hit(fixture, "loại:clause \"quoc te\"");
	assert_int_equal(hit.thing_id, fixture->directive_id);
	assert_memory_equal(fixture_text + hit.at, "quốc tế", strlen("quốc tế"));
	assert_true(hit.target_id != 0);
}

// Filters ---------------------------------------------------------------------------------------

static void test_filters(void **state)
{
	Fixture *fixture = *state;
	note(fixture, "phu-quoc", "2021-10-15", "chung một lời");
	note(fixture, "kien-hai", "2021-11-01", "chung một lời");
	note(fixture, "tan-hiep", "2021-11-15", "chung một lời");
	const struct {
		const char *typed;
		int wanted;
	} cases[] = {
		{ "mot loi", 3 }, { "vùng:hd mot loi", 2 }, { "vung:hải đảo mot loi", 2 },
		{ "vung:\"Hải đảo\" mot loi", 2 }, { "VÙNG:tay mot loi", 1 },
		{ "địa phương:phu-quoc mot loi", 1 }, { "dia phuong:kiên hải mot loi", 1 },
		{ "mot loi dia phuong:\"huyện Kiên Hải\"", 1 }, { "mot loi địa phương:tan", 1 },
		{ "từ:2021-11-01 mot loi", 2 }, { "tu:1/11/2021 mot loi", 2 },
		{ "den:31/10/2021 mot loi", 1 }, { "từ:16/10/2021 đến:14/11/2021 mot loi", 1 },
		{ "loai:tiến độ mot loi", 3 }, { "loại:progress mot loi", 3 },
		{ "loại:nhiệm vụ mot loi", 0 }, { "vung:tglx mot loi", 1 },
		{ "vùng:hd loại:progress", 2 }, { "vùng:hd địa phương:kien-hai mot loi", 1 },
		{ "region:hd kind:progress mot loi", 2 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int found = count_kind(fixture, cases[i].typed, SEARCH_PROGRESS);
		if (found != cases[i].wanted)
			fail_msg("%s: %d instead of %d", cases[i].typed, found, cases[i].wanted);
	}
}

static void test_filters_that_say_nothing(void **state)
{
	Fixture *fixture = *state;
	assert_problem(fixture, "vùng:xyz don", "Không có vùng “xyz”");
	assert_problem(fixture, "địa phương:xyz", "Không có địa phương “xyz”");
	assert_problem(fixture, "loại:xyz", "Không có loại “xyz”");
	assert_problem(fixture, "từ:31/02/2021", "không phải là một ngày");
	assert_int_equal(count(fixture, ""), 0);
	assert_int_equal(count(fixture, "vùng:"), 0);
}

static void assert_completion(Fixture *fixture, const char *typed, const char *wanted)
{
	Vec texts;
	vec_init(&texts, sizeof(const char *));
	assert_done(search_complete(fixture->core, typed, &fixture->arena, &texts, &fixture->err),
		&fixture->err);
	const char *first = texts.len ? *(const char **)vec_at(&texts, 0) : "";
	if (strcmp(first, wanted) != 0)
		fail_msg("%s: “%s” instead of “%s”", typed, first, wanted);
	vec_release(&texts);
}

static void test_completion(void **state)
{
	Fixture *fixture = *state;
	assert_completion(fixture, "vu", "vùng:");
	assert_completion(fixture, "cảng dia ph", "cảng địa phương:");
	assert_completion(fixture, "cảng vung:ta", "cảng vung:\"Tây Sông Hậu\" ");
	assert_completion(fixture, "vùng:tây s", "vùng:\"Tây Sông Hậu\" ");
	assert_completion(fixture, "địa phương:go", "địa phương:\"Gò Quao\" ");
	assert_completion(fixture, "loại:ke", "loại:\"Kết luận\" ");
	assert_completion(fixture, "cảng ", "");
	assert_completion(fixture, "", "");
}

static void test_other_spellings(void **state)
{
	static const char *const spellings[] = { "Gò Quao", "Gò Oao", "GQ" };
	const SearchAlias alias = { spellings, 3 };
	Fixture *fixture = *state;
	CoreRules rules = *core_rules(fixture->core);
	note(fixture, "tan-hiep", "2021-11-15", "qua Gò Oao, về Gò Quao");
	assert_int_equal(count_kind(fixture, "gq", SEARCH_DISTRICT), 0);
	rules.aliases = &alias;
	rules.aliases_n = 1;
	core_close(fixture->core);
	assert_done(core_open(fixture->path, DB_OPEN, &rules, clock_fixed(&fixture->instant),
		&fixture->core, &fixture->err), &fixture->err);
	fixture_as(fixture, "office");
	assert_int_equal(count_kind(fixture, "gq", SEARCH_DISTRICT), 1);
	assert_int_equal(count_kind(fixture, "go oao", SEARCH_DISTRICT), 1);
	assert_int_equal(count_kind(fixture, "gò quao", SEARCH_DISTRICT), 1);
	assert_true(first_hit(fixture, "gò quao ").exact);
	assert_int_equal(first_hit(fixture, "loại:progress gq").line.marks_n, 2);
	assert_int_equal(count_kind(fixture, "địa phương:gq loại:district", SEARCH_DISTRICT), 1);
}

// Rights ----------------------------------------------------------------------------------------

static void test_what_is_open_is_for_few(void **state)
{
	Fixture *fixture = *state;
	int64_t review;
	Review draft;
	add_proceedings(fixture, add_meeting(fixture, "hd", "Kín đáo"), "Chưa công bố alpha");
	add_proceedings(fixture, add_meeting(fixture, "tsh", "Kín đáo"), "Chưa công bố alpha");
	Place hd = fixture_place(fixture, "hd");
	assert_done(review_begin(fixture->core, hd.region_id, (Period){ .year = 2021, .half = 2 }, &review,
		&fixture->err), &fixture->err);
	assert_done(review_by_id(fixture->core, review, &fixture->arena, &draft, &fixture->err),
		&fixture->err);
	assert_done(review_save_section(fixture->core, review, draft.rev, 1, "Hạn chế beta",
		&fixture->err), &fixture->err);
	const struct {
		const char *login;
		int minutes, reviews;
	} cases[] = { { "office", 2, 1 }, { "leader", 1, 1 }, { "secretary", 1, 1 },
		{ "viewer", 0, 0 }, { "admin", 0, 0 } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		fixture_as(fixture, cases[i].login);
		assert_int_equal(count(fixture, "alpha"), cases[i].minutes);
		assert_int_equal(count_kind(fixture, "kin dao", SEARCH_MEETING), cases[i].minutes);
		assert_int_equal(count(fixture, "beta"), cases[i].reviews);
	}
	assert_index_right(fixture);
}

// The index follows -----------------------------------------------------------------------------

static void undo(Fixture *fixture)
{
	const char *what;
	assert_done(undo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err);
}

static void redo(Fixture *fixture)
{
	const char *what;
	assert_done(redo_run(fixture->core, &fixture->arena, &what, &fixture->err), &fixture->err);
}

static void test_index_follows_changes(void **state)
{
	Fixture *fixture = *state;
	note(fixture, "phu-quoc", "2021-11-01", "gammaray");
	assert_int_equal(count(fixture, "gammaray"), 1);
	undo(fixture);
	assert_int_equal(count(fixture, "gammaray"), 0);
	redo(fixture);
	assert_int_equal(count(fixture, "gammaray"), 1);
	int64_t id = add_meeting(fixture, "hd", "deltawing");
	add_proceedings(fixture, id, "epsilon");
	Meeting meeting;
	assert_done(meeting_get(fixture->core, id, &fixture->arena, &meeting, &fixture->err),
		&fixture->err);
	meeting.subject = "zetaform";
	meeting.held_on = "2021-10-10";
	assert_done(meeting_save(fixture->core, &meeting, &fixture->arena, &(AttendanceMoved){ 0 },
			    &fixture->err), &fixture->err);
	assert_int_equal(count_kind(fixture, "deltawing", SEARCH_MEETING), 0);
	assert_int_equal(count_kind(fixture, "zetaform", SEARCH_MEETING), 1);
	assert_string_equal(first_hit(fixture, "epsilon").day, "2021-10-10");
	assert_int_equal(count(fixture, "epsilon từ:11/10/2021"), 0);
	undo(fixture);
	assert_int_equal(count_kind(fixture, "deltawing", SEARCH_MEETING), 1);
	assert_string_equal(first_hit(fixture, "epsilon").day, "2021-11-20");
	assert_index_right(fixture);
}

// A change that fails leaves no trace in the index either.
static void test_index_rolls_back(void **state)
{
	Fixture *fixture = *state;
	const ProgressInput wrong = { STATE_DONE, 50, "etapage", "2021-11-01", "", 0 };
	int64_t leaf = fixture_leaf(fixture, "2.1b", "phu-quoc");
	assert_failed(progress_record(fixture->core, leaf, &wrong, &fixture->err), &fixture->err,
		ERR_INVALID);
	assert_int_equal(count(fixture, "etapage"), 0);
	assert_index_right(fixture);
}

static void test_rebuild_says_the_same(void **state)
{
	Fixture *fixture = *state;
	note(fixture, "phu-quoc", "2021-11-01", "thetamark");
	int before = count(fixture, "phu quoc");
	assert_done(search_rebuild(fixture->core, &fixture->err), &fixture->err);
	assert_index_right(fixture);
	assert_int_equal(count(fixture, "phu quoc"), before);
	assert_int_equal(count(fixture, "thetamark"), 1);
}

static void spoil(Fixture *fixture, const char *sql)
{
	Db *db = core_db(fixture->core);
	assert_done(db_write_begin(db, &fixture->err), &fixture->err);
	assert_done(db_exec(db, sql, &fixture->err), &fixture->err);
	assert_done(db_write_commit(db, &fixture->err), &fixture->err);
}

static void test_a_stale_index_is_told(void **state)
{
	static const char *const writes[] = {
		"UPDATE progress SET note = 'khác hẳn'",
		("UPDATE search_document SET folded = folded || ' x' "
		 "WHERE id = (SELECT MAX(id) FROM search_document)"),
		"DELETE FROM search_document WHERE id = (SELECT MAX(id) FROM search_document)",
		"INSERT INTO search_document VALUES (5, 1, 0, 'a', 'a0', '')",
	};
	Fixture *fixture = *state;
	note(fixture, "phu-quoc", "2021-11-01", "iota");
	for (size_t i = 0; i < sizeof(writes) / sizeof(*writes); i++) {
		spoil(fixture, writes[i]);
		if (!complaints(fixture))
			fail_msg("not seen: %s", writes[i]);
		assert_done(search_rebuild(fixture->core, &fixture->err), &fixture->err);
		assert_index_right(fixture);
	}
}

// As after a migration: the rows are there, the index is not this program's.
static void test_an_older_file_gets_its_index(void **state)
{
	Fixture *fixture = *state;
	const CoreRules rules = *core_rules(fixture->core);
	spoil(fixture, "DELETE FROM setting WHERE key = 'search_index';"
		       "INSERT INTO search (search) VALUES ('delete-all');"
		       "DELETE FROM search_document; DELETE FROM search_word");
	assert_int_equal(count(fixture, "don khach"), 0);
	core_close(fixture->core);
	assert_done(core_open(fixture->path, DB_OPEN, &rules, clock_fixed(&fixture->instant),
		&fixture->core, &fixture->err), &fixture->err);
	fixture_as(fixture, "office");
	assert_int_equal(count_kind(fixture, "don khach", SEARCH_TASK), 1);
	assert_index_right(fixture);
}

// Whatever is typed -----------------------------------------------------------------------------

static void test_anything_can_be_typed(void **state)
{
	static const char *const typed[] = {
		"\"", "\"\"", "\"\"\"", "*", "a*", "AND", "OR", "NOT", "NEAR(", "a AND", "(", ")", "^",
		"folded : x", "{folded}:x", "-", "--", "'; DROP TABLE search; --", ":", "vùng::", "từ:từ:",
		"\xff\xfe", "\xC3", "a\x01b", "đ", "Đ", "“", "”", "a\"b\"c", "x:y", "…", "1/1/1", "0/0/0000",
		"99/99/9999", "😀", "loại:loại:loại:", "a b c d e f g h i j k l m n o p q r s t u v w x y z",
	};
	Fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(typed) / sizeof(*typed); i++)
		count(fixture, typed[i]);
	char *big = malloc(10241);
	for (size_t c = 0; c < 4; c++) {
		memset(big, "a \"*"[c], 10240);
		big[10240] = '\0';
		count(fixture, big);
	}
	for (size_t i = 0; i < 10240; i++)
		big[i] = "vung:\"x\" "[i % 9];
	count(fixture, big);
	free(big);
}

static void test_more_than_asked_for(void **state)
{
	Fixture *fixture = *state;
	const SearchLimit small = { .each = 2, .single = 3 };
	SearchResult result;
	for (int day = 1; day < 6; day++) {
		char iso[11];
		snprintf(iso, sizeof(iso), "2021-11-%02d", day);
		note(fixture, "phu-quoc", iso, "kappa");
	}
	search_result_init(&result);
	assert_done(search_run(fixture->core, "kappa", small, &fixture->arena, &result,
		&fixture->err), &fixture->err);
	assert_int_equal(result.hits.len, 2);
	assert_true(result.more & 1U << SEARCH_PROGRESS);
	assert_string_equal(((const SearchHit *)vec_at(&result.hits, 0))->day, "2021-11-05");
	assert_done(search_run(fixture->core, "kappa loại:progress", small, &fixture->arena, &result,
		&fixture->err), &fixture->err);
	assert_int_equal(result.hits.len, 3);
	search_result_release(&result);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup_directive, fixture_teardown)
		TEST(test_every_kind),
		TEST(test_numbers_and_days_as_they_stand),
		TEST(test_prefix_from_two_letters),
		TEST(test_phrases),
		TEST(test_accents_come_first),
		TEST(test_hits_are_marked_in_the_original),
		TEST(test_a_clause_opens_at_the_byte),
		TEST(test_filters),
		TEST(test_filters_that_say_nothing),
		TEST(test_completion),
		TEST(test_other_spellings),
		TEST(test_what_is_open_is_for_few),
		TEST(test_index_follows_changes),
		TEST(test_index_rolls_back),
		TEST(test_rebuild_says_the_same),
		TEST(test_a_stale_index_is_told),
		TEST(test_an_older_file_gets_its_index),
		TEST(test_anything_can_be_typed),
		TEST(test_more_than_asked_for),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
