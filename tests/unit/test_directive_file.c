// SPDX-License-Identifier: MIT
// The shipped dispatch, all 66 tasks against a table of its own; a second, invented directive; what
// is refused; coverage.
#include "unit/config_tools.h"

#include "base/arena.h"
#include "base/buf.h"
#include "config/directive_file.h"

#define DISPATCH "assets/directives/259-cv-tu.cfg"
#define INVENTED "tests/data/directives/17-kl-tu.cfg"
#define INVENTED_TEXT "tests/data/directives/17-kl-tu.txt"

static void read_directive(const char *path, Arena *arena, DirectiveFile *out)
{
	Err err = ERR_INIT;
	if (!directive_file_read(path, arena, out, &err))
		fail_msg("%s\n%s", err.message, err.hint);
}

static const DirectiveTask *find_task(const DirectiveFile *file, const char *code)
{
	for (size_t i = 0; i < file->tasks_n; i++) {
		if (strcmp(file->tasks[i].code, code) == 0)
			return &file->tasks[i];
	}
	fail_msg("no task %s", code);
	return NULL;
}

static const DirectiveClause *find_clause(const DirectiveFile *file, const char *code)
{
	for (size_t i = 0; i < file->clauses_n; i++) {
		if (strcmp(file->clauses[i].code, code) == 0)
			return &file->clauses[i];
	}
	fail_msg("no clause %s", code);
	return NULL;
}

static void assert_text_at(const DirectiveFile *file, Range range, const char *words)
{
	assert_true(range.end <= file->text_len);
	assert_int_equal(range.end - range.start, strlen(words));
	assert_memory_equal(file->text + range.start, words, strlen(words));
}

// a,b,c, or what "all" of a scope is written as.
static const char *join(Arena *arena, const ConfigTexts *codes)
{
	const char *joined = "";
	for (size_t i = 0; i < codes->n; i++)
		joined = arena_printf(arena, "%s%s%s", joined, i ? "," : "", codes->items[i]);
	return joined;
}

static const char *join_places(Arena *arena, const DirectivePlaces *places)
{
	return places->spread == DIRECTIVE_SPREAD_ALL ? directive_scope_word(places->scope)
						      : join(arena, &places->codes);
}

static void test_header(void **state)
{
	(void)state;
	Arena arena = ARENA_INIT;
	DirectiveFile file;
	read_directive(DISPATCH, &arena, &file);
	assert_string_equal(file.number, "259-CV/TU");
	assert_string_equal(file.date, "2021-10-07");
	assert_string_equal(file.kind, "CV");
	assert_string_equal(file.issuer, "Tỉnh ủy Kiên Giang");
	assert_string_equal(file.signer_post, "Phó Bí thư Thường trực");
	assert_string_equal(file.signer_name, "Mai Văn Huỳnh");
	assert_int_equal(file.recipients.n, 5);
	assert_string_equal(file.recipients.items[0], "Các đồng chí Tỉnh ủy viên");
	assert_string_equal(file.text_file, "259-cv-tu.txt");
	assert_int_equal(file.operative_n, 1);
	assert_int_equal(strncmp(file.text + file.operative[0].start, "1. Các cấp ủy", 13), 0);
	for (size_t i = 0; i < file.recipients.n; i++)
		assert_non_null(strstr(file.text, file.recipients.items[i]));
	assert_non_null(strstr(file.text, file.signer_name));
	arena_release(&arena);
}

static void test_clauses(void **state)
{
	(void)state;
	static const char *const codes[] = { "1", "1.1", "1.2", "1.3", "2", "2.1", "2.2", "2.3",
		"2.4", "2.5", "2.6", "2.7", "3", "4", "5", "6", "7", "8", "VP" };
	Arena arena = ARENA_INIT;
	DirectiveFile file;
	read_directive(DISPATCH, &arena, &file);
	assert_int_equal(file.clauses_n, sizeof(codes) / sizeof(*codes));
	for (size_t i = 0; i < file.clauses_n; i++) {
		const DirectiveClause *clause = &file.clauses[i];
		assert_string_equal(clause->code, codes[i]);
		assert_true(range_contains(file.operative[0], clause->range));
		if (!*clause->parent)
			continue;
		assert_int_equal(clause->parent[0], clause->code[0]);
		assert_true(
			range_contains(find_clause(&file, clause->parent)->range, clause->range));
	}
	arena_release(&arena);
}

// Splits a line of the table at its tabs, in place.
static size_t split(char *line, char *fields[], size_t max)
{
	size_t n = 0;
	line[strcspn(line, "\n")] = '\0';
	for (char *at = line; at && n < max; n++) {
		fields[n] = at;
		at = strchr(at, '\t');
		if (at)
			*at++ = '\0';
	}
	return n;
}

enum { CODE, CLAUSE, TITLE, LEAD, COOPERATING, DEADLINE, WORDS, DUE, PLACES, FIELDS };

static void assert_task(Arena *arena, const DirectiveFile *file, char *const wanted[])
{
	const DirectiveTask *task = find_task(file, wanted[CODE]);
	assert_string_equal(task->clause, wanted[CLAUSE]);
	assert_string_equal(task->title, wanted[TITLE]);
	assert_string_equal(join(arena, &task->lead), wanted[LEAD]);
	assert_string_equal(join(arena, &task->cooperating), wanted[COOPERATING]);
	assert_string_equal(directive_deadline_word(task->deadline.kind), wanted[DEADLINE]);
	assert_string_equal(task->deadline.words.text, wanted[WORDS]);
	assert_string_equal(task->deadline.due, wanted[DUE]);
	assert_string_equal(join_places(arena, &task->places), wanted[PLACES]);
}

static void test_all_tasks(void **state)
{
	(void)state;
	Arena arena = ARENA_INIT;
	DirectiveFile file;
	char line[1024];
	size_t count = 0;
	read_directive(DISPATCH, &arena, &file);
	FILE *table = fopen("tests/data/directives/259-tasks.tsv", "r");
	assert_non_null(table);
	while (fgets(line, sizeof(line), table)) {
		char *fields[FIELDS];
		if (line[0] == '#')
			continue;
		assert_int_equal(split(line, fields, FIELDS), FIELDS);
		assert_string_equal(file.tasks[count++].code, fields[CODE]);
		assert_task(&arena, &file, fields);
	}
	fclose(table);
	assert_int_equal(count, 66);
	assert_int_equal(file.tasks_n, 66);
	arena_release(&arena);
}

static void assert_words(const DirectiveFile *file, Range clause, const DirectiveWords *words)
{
	if (range_is_empty(words->range))
		return;
	assert_true(range_contains(clause, words->range));
	assert_text_at(file, words->range, words->text);
}

static void test_all_quotes_verbatim(void **state)
{
	(void)state;
	Arena arena = ARENA_INIT;
	DirectiveFile file;
	read_directive(DISPATCH, &arena, &file);
	for (size_t i = 0; i < file.tasks_n; i++) {
		const DirectiveTask *task = &file.tasks[i];
		Range clause = find_clause(&file, task->clause)->range;
		assert_false(range_is_empty(task->quote.range));
		assert_words(&file, clause, &task->quote);
		assert_words(&file, clause, &task->deadline.words);
		assert_words(&file, clause, &task->target);
		for (size_t j = 0; j < task->places.words_n; j++)
			assert_words(&file, clause, &task->places.words[j]);
	}
	arena_release(&arena);
}

static void test_particular_words(void **state)
{
	(void)state;
	Arena arena = ARENA_INIT;
	DirectiveFile file;
	read_directive(DISPATCH, &arena, &file);
	const DirectiveTask *disbursing = find_task(&file, "2.5a");
	const DirectiveTask *prices = find_task(&file, "2.5d");
	assert_string_equal(
		disbursing->target.text, "phấn đấu giải ngân đạt 95% vốn theo kế hoạch đề ra");
	assert_true(disbursing->target.range.start > prices->quote.range.end);
	assert_true(range_is_empty(disbursing->deadline.words.range));
	assert_int_equal(find_task(&file, "2.5b")->places.scope, DIRECTIVE_SCOPE_PROVINCE);
	assert_int_equal(find_task(&file, "2.3b")->places.scope, DIRECTIVE_SCOPE_DISTRICTS);
	assert_int_equal(find_task(&file, "4d")->places.scope, DIRECTIVE_SCOPE_REGIONS);
	assert_string_equal(find_task(&file, "4a")->target.text, "4 vùng");
	assert_string_equal(find_task(&file, "3a")->lead_note, "không nêu riêng");
	arena_release(&arena);
}

// Only numbers, "and", and the addressee that point 2 begins with are left.
static void test_coverage(void **state)
{
	(void)state;
	static const char addressee[] =
		"Ban cán sự đảng Ủy ban nhân dân tỉnh chỉ đạo Ủy ban nhân dân tỉnh "
		"tập trung chỉ đạo thực hiện tốt một số nội dung sau";
	const char *const gaps[] = {
		addressee,
		"và",
		"và",
	};
	Arena arena = ARENA_INIT;
	DirectiveFile file;
	DirectiveCoverage coverage;
	read_directive(DISPATCH, &arena, &file);
	directive_coverage(&file, &arena, &coverage);
	assert_int_equal(coverage.gaps_n, sizeof(gaps) / sizeof(*gaps));
	for (size_t i = 0; i < coverage.gaps_n; i++)
		assert_text_at(&file, coverage.gaps[i], gaps[i]);
	assert_int_equal(coverage.idle_n, 0);
	assert_int_equal(coverage.words - coverage.covered, 30);
	assert_true(coverage.words > 1900);
	arena_release(&arena);
}

// The invented directive with one piece of its file replaced.
static const struct {
	const char *from, *to;
	int line;
	const char *expected;
} edits[] = {
	{ "\"Thường xuyên kiểm tra tải trọng xe trên địa bàn huyện Gò Quao\"",
		"\"nạo vét kênh mương trong quý II-2022\"", 51,
		"không thấy “nạo vét kênh mương trong quý II-2022…” trong điểm I.2" },
	{ "hoàn thành cầu Kênh Thử trước ngày", "hoàn thành cầu kênh Thử trước ngày", 38,
		"trong điểm I.1, cần chép nguyên văn" },
	{ "\"báo cáo hằng tháng\";\n\t\tlead", "\"n\";\n\t\tlead", 70,
		"có hơn một chỗ trong điểm II" },
	{ "begins = \"2. Thường xuyên\"", "begins = \"3. Thường xuyên\"", 28,
		"không thấy “3. Thường xuyên…” trong điểm I," },
	{ "{ code = \"II\"; begins = \"II. Về thủy lợi\"",
		"{ code = \"II\"; parent = \"I\"; begins = \"II. Về thủy lợi\"", 29,
		"trong điểm I," },
	{ "ends = \"giải phóng mặt bằng.\"", "ends = \"Không có việc nào khác.\"", 27,
		"không thấy “Không có việc nào khác.…” trong điểm I" },
	{ "{ code = \"II\"; begins = \"II. Về thủy lợi\"",
		"{ code = \"II\"; begins = \"2. Thường xuyên\"", 29, "điểm II chồng lên điểm I" },
	{ "code = \"I.2\"; parent", "code = \"I.1\"; parent", 28, "mã “I.1” đã có ở dòng" },
	{ "parent = \"I\"; begins = \"2.", "parent = \"IV\"; begins = \"2.", 28,
		"chưa có điểm “IV”" },
	{ "{ begins = \"III. Việc khác\"; ends = \"Không có việc nào khác.\"; }\n);\n\nbodies",
		"{ begins = \"2. Thường xuyên\"; ends = \"Không có việc nào khác.\"; "
		"}\n);\n\nbodies",
		16, "chồng lên đoạn trước" },
	{ "lead = [ \"so-nong-nghiep\" ];\n\t\tlead_note",
		"lead = [ \"so-nong-nghep\" ];\n\t\tlead_note", 61,
		"không có cơ quan mã “so-nong-nghep”" },
	{ "code = \"cac-huyen\"; name", "code = \"so-gtvt\"; name", 22,
		"mã “so-gtvt” đã có ở dòng" },
	{ "code = \"IIb\"", "code = \"IIa\"", 67, "nhiệm vụ “IIa” đã có ở dòng" },
	{ "clause = \"I.2\"", "clause = \"I.3\"", 49, "không có điểm “I.3”" },
	{ "title = \"Kiểm tra", "titel = \"Kiểm tra", 50,
		"không có khóa “titel”, cần một trong: code, clause, title" },
	{ "deadline = { kind = \"continuous\"; words = \"Thường xuyên\"; }",
		"deadline = { kind = \"continuous\"; words = \"Thường xuyên\"; due = "
		"\"2022-12-31\"; }",
		53, "loại continuous không có ngày cuối" },
	{ "deadline = { kind = \"date\"; words = \"trước ngày 30-6-2022\"; due = \"2022-06-29\"; }",
		"deadline = { kind = \"date\"; words = \"trước ngày 30-6-2022\"; }", 41,
		"loại date chưa có ngày" },
	{ "deadline = { kind = \"recurring\"; words = \"hằng tháng\"; }",
		"deadline = { kind = \"recurring\"; }", 72, "loại recurring không ghi chữ" },
	{ "deadline = { kind = \"period\"; words = \"quý II-2022\"; due = \"2022-06-30\"; }",
		"deadline = { kind = \"period\"; words = \"quý II-2022\"; due = \"2022-02-14\"; }",
		63, "due trước ngày văn bản" },
	{ "kind = \"recurring\"", "kind = \"monthly\"", 72,
		"cần một trong: none, date, period, recurring, continuous" },
	{ "words = \"quý II-2022\"", "words = \"quý 2-2022\"", 63,
		"không thấy “quý 2-2022…” trong điểm II" },
	{ "target = { words = \"thông xe sớm hơn\"; }",
		"target = { words = \"thông xe sớm hơn\"; implied = \"x\"; }", 42,
		"cả words và implied" },
	{ "target = { implied = \"12 báo cáo một năm\"; }", "target = { }", 73, "chỉ tiêu trống" },
	{ "places = [ \"districts\" ]", "places = [ \"districts\", \"go-quao\" ]", 64,
		"“districts” là mọi nơi" },
	{ "places = [ \"go-quao\" ]", "places = [ \"go-quao\", \"go-quao\" ]", 54, "hai lần" },
	{ "\"vùng Tây Sông Hậu\"", "\"vùng Tứ giác Long Xuyên\"", 45,
		"không thấy “vùng Tứ giác Long Xuyên…” trong điểm I.1" },
	{ "secrecy = \"không\"", "secrecy = \"Mật\"", 11, "độ mật “Mật”" },
	{ "text = \"17-kl-tu.txt\"", "text = \"stamped.txt\"", 12, "độ mật “TUYỆT MẬT”" },
	{ "text = \"17-kl-tu.txt\"", "text = \"../directives/17-kl-tu.txt\"", 12,
		"không phải tên tệp" },
	{ "date = \"2022-02-15\"", "date = \"2022-02-30\"", 4, "cần một ngày có thật" },
	{ "number = \"17-KL/TU\";\n", "", 1, "thiếu khóa “number”" },
};

static void test_invented(void **state)
{
	(void)state;
	Arena arena = ARENA_INIT;
	DirectiveFile file;
	read_directive(INVENTED, &arena, &file);
	assert_string_equal(file.number, "17-KL/TU");
	assert_int_equal(file.operative_n, 2);
	assert_int_equal(file.tasks_n, 4);
	const DirectiveTask *bridge = find_task(&file, "I.1");
	assert_int_equal(bridge->deadline.kind, DIRECTIVE_DEADLINE_DATE);
	assert_string_equal(bridge->deadline.due, "2022-06-29");
	assert_int_equal(bridge->places.scope, DIRECTIVE_SCOPE_REGIONS);
	assert_int_equal(bridge->places.spread, DIRECTIVE_SPREAD_NAMED);
	assert_string_equal(bridge->places.codes.items[0], "tsh");
	assert_text_at(&file, bridge->places.words[0].range, "vùng Tây Sông Hậu");
	arena_release(&arena);
}

static void test_invented_coverage(void **state)
{
	(void)state;
	static const char *const gaps[] = {
		"I. Về giao thông\n1",
		"phấn đấu",
		"Các huyện thuộc",
		"phối hợp giải phóng mặt bằng.\n2",
		"II. Về thủy lợi\nSở Nông nghiệp",
		"và",
		"III. Việc khác\nKhông có việc nào khác",
	};
	Arena arena = ARENA_INIT;
	DirectiveFile file;
	DirectiveCoverage coverage;
	read_directive(INVENTED, &arena, &file);
	directive_coverage(&file, &arena, &coverage);
	assert_int_equal(coverage.gaps_n, sizeof(gaps) / sizeof(*gaps));
	for (size_t i = 0; i < coverage.gaps_n; i++)
		assert_text_at(&file, coverage.gaps[i], gaps[i]);
	assert_int_equal(coverage.idle_n, 1);
	assert_string_equal(coverage.idle[0]->code, "III");
	assert_int_equal(coverage.words - coverage.covered, 5 + 2 + 3 + 7 + 7 + 1 + 8);
	arena_release(&arena);
}

static void read_whole(const char *path, Buf *out)
{
	Err err = ERR_INIT;
	if (!config_file_text(path, out, &err))
		fail_msg("%s", err.message);
}

// Writes the directive with one piece of its file replaced.
static void write_edited(const TempFile *temp, const Buf *good, const char *from, const char *to)
{
	Buf edited = BUF_INIT;
	const char *at = strstr(good->bytes, from);
	assert_non_null(at);
	buf_add(&edited, good->bytes, good->len);
	buf_splice(&edited, (size_t)(at - good->bytes), strlen(from), to, strlen(to));
	temp_write(temp, edited.bytes, edited.len);
	buf_release(&edited);
}

static void put_text(TempFile *text, const TempFile *beside, const char *name, const char *stamp)
{
	Buf bytes = BUF_INIT;
	buf_adds(&bytes, stamp);
	read_whole(INVENTED_TEXT, &bytes);
	*text = *beside;
	snprintf(text->path, sizeof(text->path), "%s/%s", beside->dir, name);
	temp_write(text, bytes.bytes, bytes.len);
	buf_release(&bytes);
}

static void test_edits(void **state)
{
	(void)state;
	TempFile temp, text, stamped;
	Buf good = BUF_INIT;
	read_whole(INVENTED, &good);
	temp_open(&temp, "17-kl-tu.cfg");
	put_text(&text, &temp, "17-kl-tu.txt", "");
	put_text(&stamped, &temp, "stamped.txt", "  TUYỆT MẬT \n");
	for (size_t i = 0; i < sizeof(edits) / sizeof(*edits); i++) {
		Arena arena = ARENA_INIT;
		DirectiveFile file = { .number = "như cũ" };
		Err err = ERR_INIT;
		write_edited(&temp, &good, edits[i].from, edits[i].to);
		if (directive_file_read(temp.path, &arena, &file, &err))
			fail_msg("accepted: %s", edits[i].to);
		assert_refused(&err, temp.path, edits[i].line, edits[i].expected);
		assert_string_equal(file.number, "như cũ");
		arena_release(&arena);
	}
	unlink(text.path);
	unlink(stamped.path);
	temp_close(&temp);
	buf_release(&good);
}

#define BAD "tests/data/bad/directives/"

static void test_bad_files(void **state)
{
	(void)state;
	static const struct {
		const char *path;
		int line;
		const char *expected, *hint;
	} files[] = {
		{ BAD "quote-retyped.cfg", 37, "trong điểm I.1, cần chép nguyên văn",
			"Khớp đến “… vận tải hoàn thành cầu ”, sau đó văn bản viết “Kênh Thử "
			"trước" },
		{ BAD "secret.cfg", 10, "độ mật “Mật”", "Mật trở lên" },
	};
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		Arena arena = ARENA_INIT;
		DirectiveFile file;
		Err err = ERR_INIT;
		assert_false(directive_file_read(files[i].path, &arena, &file, &err));
		assert_refused(&err, files[i].path, files[i].line, files[i].expected);
		if (!strstr(err.hint, files[i].hint))
			fail_msg("hint: %s", err.hint);
		arena_release(&arena);
	}
}

static void test_no_text(void **state)
{
	(void)state;
	TempFile temp;
	Buf good = BUF_INIT;
	Arena arena = ARENA_INIT;
	DirectiveFile file;
	Err err = ERR_INIT;
	read_whole(INVENTED, &good);
	temp_open(&temp, "17-kl-tu.cfg");
	temp_write(&temp, good.bytes, good.len);
	assert_false(directive_file_read(temp.path, &arena, &file, &err));
	assert_int_equal(err.kind, ERR_NOT_FOUND);
	assert_non_null(strstr(err.message, "17-kl-tu.txt"));
	arena_release(&arena);
	buf_release(&good);
	temp_close(&temp);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_header),
		cmocka_unit_test(test_clauses),
		cmocka_unit_test(test_all_tasks),
		cmocka_unit_test(test_all_quotes_verbatim),
		cmocka_unit_test(test_particular_words),
		cmocka_unit_test(test_coverage),
		cmocka_unit_test(test_invented),
		cmocka_unit_test(test_invented_coverage),
		cmocka_unit_test(test_edits),
		cmocka_unit_test(test_bad_files),
		cmocka_unit_test(test_no_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
