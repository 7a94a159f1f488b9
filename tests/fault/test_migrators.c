// SPDX-License-Identifier: MIT
// Many processes open a file of an older schema at once, and some of them die in the midst of bringing
// it up: whoever is left does it, once, after a whole copy of the old file was put aside.
#include "db/migrate.h"
#include "fault/common.h"
#include "fault/vfs.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MIGRATORS = 20, CRASHING = 4 };

static void run_sql(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	sqlite3_close(db);
}

static int64_t number(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *stmt = NULL;
	assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	int64_t value = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return value;
}

// The first schema with the rows of today's: whatever only later steps know is not taken along.
static void make_old(const char *path, const char *from)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *tables = NULL;
	char *attach = sqlite3_mprintf("ATTACH %Q AS today; PRAGMA main.application_id = %d;", from,
		0x64706869);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, attach, NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, migrations[0].script, NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db,
		"SELECT printf('INSERT OR IGNORE INTO main.\"%w\" SELECT %s FROM today.\"%w\"', name,"
		" (SELECT group_concat('\"' || c.name || '\"') FROM pragma_table_info(m.name, 'main') c),"
		" name) FROM main.sqlite_master m WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
		-1, &tables, NULL), SQLITE_OK);
	while (sqlite3_step(tables) == SQLITE_ROW) {
		const char *sql = (const char *)sqlite3_column_text(tables, 0);
		if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
			fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	}
	sqlite3_finalize(tables);
	assert_int_equal(sqlite3_exec(db,
		"CREATE TABLE main.migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, "
		"checksum BLOB NOT NULL, applied_at INTEGER NOT NULL) STRICT; "
		"INSERT INTO main.migration SELECT * FROM today.migration WHERE version = 1; "
		"DELETE FROM main.setting WHERE key = 'search_index'; DETACH today; PRAGMA journal_mode = WAL", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	sqlite3_free(attach);
}

static void die_in_time(void *state, const DiskStep *step)
{
	int *left = state;
	(void)step;
	if (--*left == 0)
		raise(SIGKILL);
}

// Child i of a round; it dies at its `left`-th step on the disk, 0 for never.
static int migrate(const char *path, const int64_t *instant, int left)
{
	Core *core = NULL;
	Err err = ERR_INIT;
	if (left)
		disk_watch(die_in_time, &left);
	bool ok = reopen(path, instant, &core, &err);
	if (!ok)
		printf("# %s\n", err.message);
	fflush(stdout);
	core_close(core);
	return !ok;
}

static void check_copy(const char *path, const char *old)
{
	char copy[260], journal[] = "SELECT count(*) FROM journal";
	snprintf(copy, sizeof(copy), "%s.before-2", path);
	assert_int_equal(number(copy, "SELECT max(version) FROM migration"), 1);
	assert_int_equal(number(copy, "SELECT count(*) FROM pragma_quick_check WHERE quick_check = 'ok'"), 1);
	assert_int_equal(number(copy, journal), number(old, journal));
}

static void remove_like(const char *path)
{
	char command[420];
	snprintf(command, sizeof(command), "rm -f '%s' '%s'[-.]*", path, path);
	assert_int_equal(system(command), 0);
}

static void one_round(const Fixture *fixture, const char *old, const char *path, unsigned *seed)
{
	char copy[600];
	snprintf(copy, sizeof(copy), "cp '%s' '%s'", old, path);
	assert_int_equal(system(copy), 0);
	fflush(stdout);
	for (int i = 0; i < MIGRATORS; i++) {
		int left = i < CRASHING ? 1 + (int)(next_random(seed) % 150) : 0;
		pid_t pid = fork();
		assert_true(pid >= 0);
		if (pid == 0)
			_exit(migrate(path, &fixture->instant, left));
	}
	int failed = 0;
	for (int status; wait(&status) > 0;)
		failed += WIFEXITED(status) && WEXITSTATUS(status) != 0;
	assert_int_equal(failed, 0);
	check_copy(path, old);
	assert_whole(path, &fixture->instant);
	assert_int_equal(number(path, "SELECT max(version) FROM migration"), migration_count());
	assert_int_equal(number(path, "SELECT count(*) FROM migration"), migration_count());
	remove_like(path);
}

static void test_migrators_and_crashes(void **state)
{
	Fixture *fixture = *state;
	char old[160], path[160];
	unsigned seed = 8;
	snprintf(old, sizeof(old), "%s/old.db", fixture->dir);
	snprintf(path, sizeof(path), "%s/several.db", fixture->dir);
	core_close(fixture->core);
	fixture->core = NULL;
	run_sql(fixture->path, "PRAGMA wal_checkpoint(TRUNCATE)");
	make_old(old, fixture->path);
	for (int i = 0; i < rounds(4, 50); i++)
		one_round(fixture, old, path, &seed);
	remove_like(old);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_migrators_and_crashes, fixture_setup_directive, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
