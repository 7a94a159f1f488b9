// SPDX-License-Identifier: MIT
// Drafts: what is typed is in the log, whatever becomes of the session; the log is read up to where
// it is whole, and only by whose it is.
#include "base/buf.h"
#include "core/draft.h"
#include "core/draft_log.h"
#include "unit/fixture.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PATH_SIZE = 512 };

static const DraftOf minutes = { .form = "minutes", .id = 7, .other_id = 9, .code = "2021H2",
	.place = "home:0:0::0:0;region:5:0::1:0", .rev = 3 };

// A session that dies: whatever it held is let go without a word, as after kill -9.
static void in_dead_session(Fixture *fixture, void (*type)(Drafts *drafts))
{
	pid_t child = fork();
	if (child == 0) {
		type(drafts_open(fixture->core));
		_exit(0);
	}
	int status = 0;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

static void keep(Drafts *drafts, Draft *draft, const char *text)
{
	Err err = ERR_INIT;
	draft_keep(draft, "text", text);
	if (!drafts_write(drafts, 0, &err))
		_exit(1);
}

static Draft *begin(Drafts *drafts, const char *base)
{
	Draft *draft = draft_new(drafts, &minutes);
	draft_base(draft, "text", base);
	return draft;
}

static void type_some(Drafts *drafts)
{
	Draft *draft = begin(drafts, "Đoạn một.");
	keep(drafts, draft, "Đoạn một. T");
	keep(drafts, draft, "Đoạn một. Tô");
	keep(drafts, draft, "Đoạn một. Tố");
	keep(drafts, draft, "A. Đoạn một. Tố");
}

static size_t count_left(Drafts *drafts, Fixture *fixture)
{
	Vec left;
	vec_init(&left, sizeof(const Left *));
	assert_done(drafts_left(drafts, &left, &fixture->err), &fixture->err);
	size_t n = left.len;
	vec_release(&left);
	return n;
}

static const Left *only_left(Drafts *drafts, Fixture *fixture)
{
	Vec left;
	vec_init(&left, sizeof(const Left *));
	assert_done(drafts_left(drafts, &left, &fixture->err), &fixture->err);
	assert_int_equal(left.len, 1);
	const Left *only = *(const Left **)vec_at(&left, 0);
	vec_release(&left);
	return only;
}

static const LeftPart *part_of(const Left *left, size_t index)
{
	return vec_at(&left->parts, index);
}

static void path_of(const Fixture *fixture, const char *name, char *out, size_t size)
{
	snprintf(out, size, "%s.drafts%s%s", fixture->path, *name ? "/" : "", name);
}

// How many files there are, the last one's path in out.
static int files(const Fixture *fixture, char *out, size_t size)
{
	char dir_path[PATH_SIZE];
	int n = 0;
	path_of(fixture, "", dir_path, sizeof(dir_path));
	DIR *dir = opendir(dir_path);
	if (!dir)
		return 0;
	for (const struct dirent *entry; (entry = readdir(dir));) {
		if (entry->d_name[0] == '.')
			continue;
		path_of(fixture, entry->d_name, out, size);
		n++;
	}
	closedir(dir);
	return n;
}

static void test_what_a_dead_session_typed_is_found(void **state)
{
	Fixture *fixture = *state;
	in_dead_session(fixture, type_some);
	Drafts *drafts = drafts_open(fixture->core);
	const Left *left = only_left(drafts, fixture);
	assert_string_equal(left->of.form, "minutes");
	assert_int_equal(left->of.id, 7);
	assert_int_equal(left->of.other_id, 9);
	assert_int_equal(left->of.rev, 3);
	assert_string_equal(left->of.code, "2021H2");
	assert_string_equal(left->of.place, minutes.place);
	assert_int_equal(left->session_at, core_now(fixture->core));
	assert_int_equal(left->parts.len, 1);
	assert_string_equal(part_of(left, 0)->name, "text");
	assert_string_equal(part_of(left, 0)->base, "Đoạn một.");
	assert_string_equal(part_of(left, 0)->text, "A. Đoạn một. Tố");
	assert_int_equal(part_of(left, 0)->cursor, 3);
	drafts_close(drafts);
}

static void test_files_are_one_s_own(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE];
	struct stat info;
	in_dead_session(fixture, type_some);
	assert_int_equal(files(fixture, path, sizeof(path)), 1);
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0600);
	assert_non_null(strstr(path, "/office-"));
	path_of(fixture, "", path, sizeof(path));
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0700);
}

static void test_nothing_is_written_before_something_is_typed(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE];
	Drafts *drafts = drafts_open(fixture->core);
	Draft *draft = begin(drafts, "như cũ");
	keep(drafts, draft, "như cũ");
	assert_false(draft_begun(draft));
	path_of(fixture, "", path, sizeof(path));
	assert_int_equal(access(path, F_OK), -1);
	draft_free(draft);
	drafts_close(drafts);
}

static void test_what_is_stored_or_taken_back_is_no_draft(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE];
	Drafts *drafts = drafts_open(fixture->core);
	Draft *draft = begin(drafts, "cũ");
	keep(drafts, draft, "cũ mới");
	assert_true(drafts_typing(drafts));
	keep(drafts, draft, "cũ");
	assert_false(drafts_typing(drafts));
	keep(drafts, draft, "cũ mới");
	draft_end(draft);
	assert_false(drafts_typing(drafts));
	assert_string_equal(draft_base_text(draft, "text"), "cũ mới");
	keep(drafts, draft, "cũ mới");
	assert_false(drafts_typing(drafts));
	assert_int_equal(files(fixture, path, sizeof(path)), 1);
	draft_free(draft);
	drafts_close(drafts);
	assert_int_equal(files(fixture, path, sizeof(path)), 0);
}

static void test_a_living_session_s_drafts_are_not_offered(void **state)
{
	Fixture *fixture = *state;
	Drafts *drafts = drafts_open(fixture->core), *other = drafts_open(fixture->core);
	Draft *draft = begin(drafts, "");
	keep(drafts, draft, "đang gõ");
	assert_int_equal(count_left(other, fixture), 0);
	draft_free(draft);
	drafts_close(drafts); // with its draft unended, as when the line drops
	assert_int_equal(count_left(other, fixture), 1);
	Drafts *third = drafts_open(fixture->core);
	assert_int_equal(count_left(third, fixture), 0); // the other one holds it
	drafts_close(other);
	assert_int_equal(count_left(third, fixture), 1);
	drafts_close(third);
}

static void test_others_drafts_are_not_offered(void **state)
{
	Fixture *fixture = *state;
	in_dead_session(fixture, type_some);
	fixture_as(fixture, "leader");
	Drafts *drafts = drafts_open(fixture->core);
	assert_int_equal(count_left(drafts, fixture), 0);
	drafts_close(drafts);
	fixture_as(fixture, "office");
	drafts = drafts_open(fixture->core);
	assert_int_equal(count_left(drafts, fixture), 1);
	drafts_close(drafts);
}

// "office-1" is another person.
static void test_a_login_that_begins_alike_is_another(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE], renamed[PATH_SIZE];
	in_dead_session(fixture, type_some);
	assert_int_equal(files(fixture, path, sizeof(path)), 1);
	path_of(fixture, "office-1-4711-0.log", renamed, sizeof(renamed));
	assert_int_equal(rename(path, renamed), 0);
	Drafts *drafts = drafts_open(fixture->core);
	assert_int_equal(count_left(drafts, fixture), 0);
	path_of(fixture, "office-4711-0.log", path, sizeof(path));
	assert_int_equal(rename(renamed, path), 0);
	assert_int_equal(count_left(drafts, fixture), 1);
	drafts_close(drafts);
}

static void type_two(Drafts *drafts)
{
	Draft *a = begin(drafts, "một"), *b = begin(drafts, "hai");
	keep(drafts, a, "một!");
	keep(drafts, b, "hai!");
}

static void test_dropped_ones_do_not_come_back(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE];
	in_dead_session(fixture, type_two);
	Drafts *drafts = drafts_open(fixture->core);
	Vec left;
	vec_init(&left, sizeof(const Left *));
	assert_done(drafts_left(drafts, &left, &fixture->err), &fixture->err);
	assert_int_equal(left.len, 2);
	const Left *first = *(const Left **)vec_at(&left, 0);
	bool is_a = strcmp(part_of(first, 0)->text, "một!") == 0;
	assert_done(drafts_drop(drafts, first, &fixture->err), &fixture->err);
	vec_release(&left);
	drafts_close(drafts);
	drafts = drafts_open(fixture->core);
	const Left *rest = only_left(drafts, fixture);
	assert_string_equal(part_of(rest, 0)->text, is_a ? "hai!" : "một!");
	assert_done(drafts_drop(drafts, rest, &fixture->err), &fixture->err);
	assert_int_equal(count_left(drafts, fixture), 0);
	assert_int_equal(files(fixture, path, sizeof(path)), 0);
	drafts_close(drafts);
}

// Torn and broken logs -----------------------------------------------------------------------------

static void read_file(const char *path, Buf *out)
{
	char chunk[4096];
	size_t n;
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	while ((n = fread(chunk, 1, sizeof(chunk), file)) > 0)
		buf_add(out, chunk, n);
	fclose(file);
}

static void write_file(const char *path, const char *bytes, size_t n)
{
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, n, file), n);
	assert_int_equal(fclose(file), 0);
}

// What must be there when only the first n bytes are: NULL for nothing.
static const char *text_after(const Buf *log, size_t n)
{
	static const char *const texts[] = { "Đoạn một. T", "Đoạn một. Tô", "Đoạn một. Tố",
		"A. Đoạn một. Tố" };
	const char *text = NULL;
	size_t at = 0, splices = 0, used;
	LogRecord record;
	for (uint64_t sequence = 0; at < log->len; sequence++) {
		used = log_read(log->bytes + at, log->len - at, sequence, &record);
		assert_true(used > 0);
		at += used;
		if (at > n)
			break;
		if (record.kind == LOG_SPLICE)
			text = texts[splices++];
	}
	return text;
}

static void check_left(Fixture *fixture, const char *text)
{
	Drafts *drafts = drafts_open(fixture->core);
	if (text)
		assert_string_equal(part_of(only_left(drafts, fixture), 0)->text, text);
	else
		assert_int_equal(count_left(drafts, fixture), 0);
	drafts_close(drafts);
}

static void test_a_torn_end_loses_nothing_before_it(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE];
	Buf log = BUF_INIT;
	in_dead_session(fixture, type_some);
	assert_int_equal(files(fixture, path, sizeof(path)), 1);
	read_file(path, &log);
	for (size_t n = 1; n <= log.len; n++) {
		write_file(path, log.bytes, n);
		check_left(fixture, text_after(&log, n));
		Buf zeroed = BUF_INIT; // as after a power cut: the length is right, the end is not there
		buf_add(&zeroed, log.bytes, log.len);
		memset(zeroed.bytes + n, 0, log.len - n);
		write_file(path, zeroed.bytes, zeroed.len);
		check_left(fixture, text_after(&log, n));
		buf_release(&zeroed);
	}
	buf_release(&log);
}

static void test_a_changed_byte_is_seen(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE];
	Buf log = BUF_INIT;
	in_dead_session(fixture, type_some);
	assert_int_equal(files(fixture, path, sizeof(path)), 1);
	read_file(path, &log);
	for (size_t n = 0; n < log.len; n++) {
		log.bytes[n] ^= 4;
		write_file(path, log.bytes, log.len);
		log.bytes[n] ^= 4;
		check_left(fixture, text_after(&log, n));
	}
	buf_release(&log);
}

static void test_an_end_goes_behind_the_last_whole_record(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE];
	in_dead_session(fixture, type_two);
	assert_int_equal(files(fixture, path, sizeof(path)), 1);
	int fd = open(path, O_WRONLY | O_APPEND);
	assert_int_equal(write(fd, "torn", 4), 4);
	close(fd);
	Drafts *drafts = drafts_open(fixture->core);
	Vec left;
	vec_init(&left, sizeof(const Left *));
	assert_done(drafts_left(drafts, &left, &fixture->err), &fixture->err);
	assert_int_equal(left.len, 2);
	assert_done(drafts_drop(drafts, *(const Left **)vec_at(&left, 0), &fixture->err), &fixture->err);
	vec_release(&left);
	drafts_close(drafts);
	drafts = drafts_open(fixture->core);
	assert_int_equal(count_left(drafts, fixture), 1);
	drafts_close(drafts);
}

static void test_links_and_pipes_are_not_followed(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE], link_path[PATH_SIZE];
	in_dead_session(fixture, type_some);
	assert_int_equal(files(fixture, path, sizeof(path)), 1);
	snprintf(link_path, sizeof(link_path), "%s/elsewhere", fixture->dir);
	assert_int_equal(rename(path, link_path), 0);
	assert_int_equal(symlink(link_path, path), 0);
	path_of(fixture, "office-1-1.log", link_path, sizeof(link_path));
	assert_int_equal(mkfifo(link_path, 0600), 0);
	check_left(fixture, NULL);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(unlink(link_path), 0);
	snprintf(link_path, sizeof(link_path), "%s/elsewhere", fixture->dir);
	assert_int_equal(unlink(link_path), 0);
}

// Trouble -------------------------------------------------------------------------------------------

static void test_trouble_is_told_once_and_nothing_is_forgotten(void **state)
{
	Fixture *fixture = *state;
	char dir[PATH_SIZE], path[PATH_SIZE];
	path_of(fixture, "", dir, sizeof(dir));
	write_file(dir, "", 0); // where the directory should be
	Drafts *drafts = drafts_open(fixture->core);
	Draft *draft = begin(drafts, "");
	draft_keep(draft, "text", "m");
	assert_failed(drafts_write(drafts, 0, &fixture->err), &fixture->err, ERR_IO);
	draft_keep(draft, "text", "mộ");
	assert_done(drafts_write(drafts, 10, &fixture->err), &fixture->err);
	assert_int_equal(unlink(dir), 0);
	draft_keep(draft, "text", "một");
	assert_done(drafts_sync(drafts, &fixture->err), &fixture->err);
	assert_int_equal(files(fixture, path, sizeof(path)), 1);
	draft_free(draft);
	drafts_close(drafts);
	check_left(fixture, "một");
}

// What was half written when the disk was full is cut off again.
static void test_a_full_disk_leaves_no_hole(void **state)
{
	Fixture *fixture = *state;
	struct rlimit before, full = { .rlim_cur = 1 << 16 };
	Buf text = BUF_INIT;
	while (text.len < 1 << 17)
		buf_adds(&text, "một đoạn dài ");
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	full.rlim_max = before.rlim_max;
	signal(SIGXFSZ, SIG_IGN);
	Drafts *drafts = drafts_open(fixture->core);
	Draft *draft = begin(drafts, "");
	keep(drafts, draft, "trước");
	draft_keep(draft, "text", text.bytes);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &full), 0);
	bool written = drafts_write(drafts, 0, &fixture->err);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_failed(written, &fixture->err, ERR_IO);
	draft_keep(draft, "text", "sau");
	assert_done(drafts_write(drafts, 0, &fixture->err), &fixture->err);
	draft_free(draft);
	drafts_close(drafts);
	check_left(fixture, "sau");
	buf_release(&text);
}

static void test_what_could_not_be_written_is_not_wanted_once_stored(void **state)
{
	Fixture *fixture = *state;
	char dir[PATH_SIZE];
	path_of(fixture, "", dir, sizeof(dir));
	write_file(dir, "", 0);
	Drafts *drafts = drafts_open(fixture->core);
	Draft *draft = begin(drafts, "");
	draft_keep(draft, "text", "m");
	assert_failed(drafts_write(drafts, 0, &fixture->err), &fixture->err, ERR_IO);
	draft_end(draft);
	assert_false(drafts_unsynced(drafts));
	draft_free(draft);
	drafts_close(drafts);
	assert_int_equal(unlink(dir), 0);
}

static void test_it_is_synced_after_five_seconds(void **state)
{
	Fixture *fixture = *state;
	Drafts *drafts = drafts_open(fixture->core);
	Draft *draft = begin(drafts, "");
	draft_keep(draft, "text", "a");
	assert_done(drafts_write(drafts, 1000, &fixture->err), &fixture->err);
	assert_true(drafts_unsynced(drafts));
	draft_keep(draft, "text", "ab");
	assert_done(drafts_write(drafts, 5999, &fixture->err), &fixture->err);
	assert_true(drafts_unsynced(drafts));
	assert_done(drafts_write(drafts, 6000, &fixture->err), &fixture->err);
	assert_false(drafts_unsynced(drafts));
	draft_end(draft);
	draft_free(draft);
	drafts_close(drafts);
}

// A megabyte ----------------------------------------------------------------------------------------

static int64_t now_us(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int compare_times(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return (x > y) - (x < y);
}

static void test_a_megabyte_is_recorded_in_no_time(void **state)
{
	Fixture *fixture = *state;
	enum { TIMES = 101 };
	int64_t times[TIMES];
	Buf text = BUF_INIT;
	while (text.len < 1 << 20)
		buf_adds(&text, "Thành ủy Phú Quốc báo cáo tiến độ.\n");
	Drafts *drafts = drafts_open(fixture->core);
	Draft *draft = begin(drafts, text.bytes);
	keep(drafts, draft, "");
	keep(drafts, draft, text.bytes);
	buf_splice(&text, 0, 0, "a", 1);
	keep(drafts, draft, text.bytes);
	for (int i = 0; i < TIMES; i++) {
		buf_splice(&text, text.len / 2, 0, "x", 1);
		int64_t start = now_us();
		keep(drafts, draft, text.bytes);
		times[i] = now_us() - start;
	}
	qsort(times, TIMES, sizeof(*times), compare_times);
	if (times[TIMES / 2] > 3000) // a sanitizer's build is slower; without, some 200
		fail_msg("a key takes %d us", (int)times[TIMES / 2]);
	draft_end(draft);
	draft_free(draft);
	drafts_close(drafts);
	buf_release(&text);
}

int main(void)
{
#define FIXTURE_TEST(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(test_what_a_dead_session_typed_is_found),
		FIXTURE_TEST(test_files_are_one_s_own),
		FIXTURE_TEST(test_nothing_is_written_before_something_is_typed),
		FIXTURE_TEST(test_what_is_stored_or_taken_back_is_no_draft),
		FIXTURE_TEST(test_a_living_session_s_drafts_are_not_offered),
		FIXTURE_TEST(test_others_drafts_are_not_offered),
		FIXTURE_TEST(test_a_login_that_begins_alike_is_another),
		FIXTURE_TEST(test_dropped_ones_do_not_come_back),
		FIXTURE_TEST(test_a_torn_end_loses_nothing_before_it),
		FIXTURE_TEST(test_a_changed_byte_is_seen),
		FIXTURE_TEST(test_an_end_goes_behind_the_last_whole_record),
		FIXTURE_TEST(test_links_and_pipes_are_not_followed),
		FIXTURE_TEST(test_trouble_is_told_once_and_nothing_is_forgotten),
		FIXTURE_TEST(test_a_full_disk_leaves_no_hole),
		FIXTURE_TEST(test_what_could_not_be_written_is_not_wanted_once_stored),
		FIXTURE_TEST(test_it_is_synced_after_five_seconds),
		FIXTURE_TEST(test_a_megabyte_is_recorded_in_no_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
