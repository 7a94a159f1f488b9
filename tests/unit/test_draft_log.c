// SPDX-License-Identifier: MIT
// Logs of drafts that are torn, broken, or not to be written: what is whole in them counts.
#include "unit/draft_tools.h"

#include "base/buf.h"
#include "core/draft_log.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

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

static void test_a_torn_end_loses_nothing_before_it(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE];
	Buf log = BUF_INIT;
	in_dead_session(fixture, draft_type_some);
	assert_int_equal(draft_files(fixture, path, sizeof(path)), 1);
	read_file(path, &log);
	for (size_t n = 1; n <= log.len; n++) {
		write_file(path, log.bytes, n);
		left_check(fixture, text_after(&log, n));
		Buf zeroed = BUF_INIT; // as after a power cut: the length is right, the end is not there
		buf_add(&zeroed, log.bytes, log.len);
		memset(zeroed.bytes + n, 0, log.len - n);
		write_file(path, zeroed.bytes, zeroed.len);
		left_check(fixture, text_after(&log, n));
		buf_release(&zeroed);
	}
	buf_release(&log);
}

static void test_a_changed_byte_is_seen(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE];
	Buf log = BUF_INIT;
	in_dead_session(fixture, draft_type_some);
	assert_int_equal(draft_files(fixture, path, sizeof(path)), 1);
	read_file(path, &log);
	for (size_t n = 0; n < log.len; n++) {
		log.bytes[n] ^= 4;
		write_file(path, log.bytes, log.len);
		log.bytes[n] ^= 4;
		left_check(fixture, text_after(&log, n));
	}
	buf_release(&log);
}

static void test_an_end_goes_behind_the_last_whole_record(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE];
	in_dead_session(fixture, draft_type_two);
	assert_int_equal(draft_files(fixture, path, sizeof(path)), 1);
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
	assert_int_equal(left_count(drafts, fixture), 1);
	drafts_close(drafts);
}

static void test_links_and_pipes_are_not_followed(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE], link_path[PATH_SIZE];
	in_dead_session(fixture, draft_type_some);
	assert_int_equal(draft_files(fixture, path, sizeof(path)), 1);
	snprintf(link_path, sizeof(link_path), "%s/elsewhere", fixture->dir);
	assert_int_equal(rename(path, link_path), 0);
	assert_int_equal(symlink(link_path, path), 0);
	draft_path(fixture, "office-1-1.log", link_path, sizeof(link_path));
	assert_int_equal(mkfifo(link_path, 0600), 0);
	left_check(fixture, NULL);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(unlink(link_path), 0);
	snprintf(link_path, sizeof(link_path), "%s/elsewhere", fixture->dir);
	assert_int_equal(unlink(link_path), 0);
}

// Trouble -------------------------------------------------------------------------------------------

// No file takes a byte, wherever it lies.
static struct rlimit fill_disks(void)
{
	struct rlimit before, full = { .rlim_cur = 0 };
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	full.rlim_max = before.rlim_max;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &full), 0);
	return before;
}

static void test_trouble_is_told_once_and_nothing_is_forgotten(void **state)
{
	Fixture *fixture = *state;
	char path[PATH_SIZE];
	struct rlimit before = fill_disks();
	Drafts *drafts = drafts_open(fixture->core);
	Draft *draft = draft_begin(drafts, "");
	draft_keep(draft, "text", "m");
	assert_failed(drafts_write(drafts, 0, &fixture->err), &fixture->err, ERR_IO);
	draft_keep(draft, "text", "mộ");
	assert_done(drafts_write(drafts, 10, &fixture->err), &fixture->err);
	assert_int_equal(draft_files(fixture, path, sizeof(path)), 0); // no empty ones are left
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	draft_keep(draft, "text", "một");
	assert_done(drafts_sync(drafts, &fixture->err), &fixture->err);
	assert_int_equal(draft_files(fixture, path, sizeof(path)), 1);
	draft_free(draft);
	drafts_close(drafts);
	left_check(fixture, "một");
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
	Draft *draft = draft_begin(drafts, "");
	draft_type(drafts, draft, "trước");
	draft_keep(draft, "text", text.bytes);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &full), 0);
	bool written = drafts_write(drafts, 0, &fixture->err);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_failed(written, &fixture->err, ERR_IO);
	draft_keep(draft, "text", "sau");
	assert_done(drafts_write(drafts, 0, &fixture->err), &fixture->err);
	draft_free(draft);
	drafts_close(drafts);
	left_check(fixture, "sau");
	buf_release(&text);
}

static void test_what_could_not_be_written_is_not_wanted_once_stored(void **state)
{
	Fixture *fixture = *state;
	struct rlimit before = fill_disks();
	Drafts *drafts = drafts_open(fixture->core);
	Draft *draft = draft_begin(drafts, "");
	draft_keep(draft, "text", "m");
	assert_failed(drafts_write(drafts, 0, &fixture->err), &fixture->err, ERR_IO);
	draft_end(draft);
	assert_false(drafts_unsynced(drafts));
	draft_free(draft);
	drafts_close(drafts);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
}

int main(void)
{
#define FIXTURE_TEST(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(test_a_torn_end_loses_nothing_before_it),
		FIXTURE_TEST(test_a_changed_byte_is_seen),
		FIXTURE_TEST(test_an_end_goes_behind_the_last_whole_record),
		FIXTURE_TEST(test_links_and_pipes_are_not_followed),
		FIXTURE_TEST(test_trouble_is_told_once_and_nothing_is_forgotten),
		FIXTURE_TEST(test_a_full_disk_leaves_no_hole),
		FIXTURE_TEST(test_what_could_not_be_written_is_not_wanted_once_stored),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
