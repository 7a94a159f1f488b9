// SPDX-License-Identifier: MIT
// Opening, refusing, locking, migrating: what must hold of the file whoever uses it.
#include "core/core.h"
#include "core/change.h"
#include "unit/fixture.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const CoreRules rules = { .utc_offset = 420, .first_review = { 2021, 12, 31 } };

static bool open_path(const char *path, Err *err)
{
	Core *core = NULL;
	bool ok = core_open(path, DB_OPEN, &rules, clock_system(), &core, err);
	core_close(core);
	return ok;
}

static void close_fixture_core(Fixture *fixture)
{
	core_close(fixture->core);
	fixture->core = NULL;
}

static void raw(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void test_missing_file_is_not_found(void **state)
{
	Fixture *fixture = *state;
	char path[160];
	snprintf(path, sizeof(path), "%s/none.db", fixture->dir);
	assert_failed(open_path(path, &fixture->err), &fixture->err, ERR_NOT_FOUND);
	assert_int_equal(access(path, F_OK), -1);
}

static void test_what_is_no_database_is_refused(void **state)
{
	Fixture *fixture = *state;
	char path[160];
	snprintf(path, sizeof(path), "%s/thing", fixture->dir);

	assert_int_equal(mkfifo(path, 0600), 0);
	assert_failed(open_path(path, &fixture->err), &fixture->err, ERR_IO);
	unlink(path);

	assert_int_equal(symlink(fixture->path, path), 0);
	assert_failed(open_path(path, &fixture->err), &fixture->err, ERR_IO);
	unlink(path);

	close(open(path, O_CREAT | O_WRONLY, 0600));
	assert_failed(open_path(path, &fixture->err), &fixture->err, ERR_DB);
	unlink(path);

	assert_int_equal(mkdir(path, 0700), 0);
	assert_failed(open_path(path, &fixture->err), &fixture->err, ERR_IO);
	rmdir(path);
}

static void test_somebody_elses_database_is_refused(void **state)
{
	Fixture *fixture = *state;
	char path[160];
	snprintf(path, sizeof(path), "%s/other.db", fixture->dir);
	raw(path, "CREATE TABLE t (x)");
	assert_failed(open_path(path, &fixture->err), &fixture->err, ERR_DB);
	unlink(path);
}

static void test_an_existing_file_is_not_created_over(void **state)
{
	Fixture *fixture = *state;
	Core *core = NULL;
	assert_failed(core_create(fixture->path, CORE_REAL, 1, &rules, clock_system(), &core,
		&fixture->err), &fixture->err, ERR_CONFLICT);
	assert_done(open_path(fixture->path, &fixture->err), &fixture->err);
}

static void test_a_newer_schema_is_refused_and_left_alone(void **state)
{
	Fixture *fixture = *state;
	close_fixture_core(fixture);
	raw(fixture->path, "INSERT INTO migration VALUES (999, '0999-future.sql', x'00', 1)");
	assert_failed(open_path(fixture->path, &fixture->err), &fixture->err, ERR_DB);
	raw(fixture->path, "DELETE FROM migration WHERE version = 999");
	assert_done(open_path(fixture->path, &fixture->err), &fixture->err);
}

static void test_a_foreign_migration_is_refused(void **state)
{
	Fixture *fixture = *state;
	close_fixture_core(fixture);
	raw(fixture->path, "UPDATE migration SET checksum = x'00' WHERE version = 1");
	assert_failed(open_path(fixture->path, &fixture->err), &fixture->err, ERR_DB);
}

static void test_corrupt_header_is_refused(void **state)
{
	Fixture *fixture = *state;
	close_fixture_core(fixture);
	int fd = open(fixture->path, O_WRONLY);
	assert_int_equal(pwrite(fd, "not SQLite at all", 17, 0), 17);
	close(fd);
	assert_failed(open_path(fixture->path, &fixture->err), &fixture->err, ERR_DB);
}

static void test_the_write_lock_is_waited_for(void **state)
{
	Fixture *fixture = *state;
	char path[160];
	int ready[2];
	snprintf(path, sizeof(path), "%s.lock", fixture->path);
	assert_int_equal(pipe(ready), 0);
	pid_t child = fork();
	if (child == 0) {
		int fd = open(path, O_RDWR);
		flock(fd, LOCK_EX);
		ssize_t told = write(ready[1], "x", 1);
		usleep(told == 1 ? 200000 : 0);
		_exit(0);
	}
	char byte;
	assert_int_equal(read(ready[0], &byte, 1), 1);
	assert_done(db_write_begin(core_db(fixture->core), &fixture->err), &fixture->err);
	db_write_cancel(core_db(fixture->core));
	waitpid(child, NULL, 0);
	close(ready[0]);
	close(ready[1]);
}

static void test_a_lock_that_is_not_given_back_is_busy(void **state)
{
	Fixture *fixture = *state;
	char path[160];
	snprintf(path, sizeof(path), "%s.lock", fixture->path);
	int fd = open(path, O_RDWR);
	assert_int_equal(flock(fd, LOCK_EX), 0);
	assert_failed(db_write_begin(core_db(fixture->core), &fixture->err), &fixture->err, ERR_BUSY);
	close(fd);
	assert_done(db_write_begin(core_db(fixture->core), &fixture->err), &fixture->err);
	db_write_cancel(core_db(fixture->core));
}

static void test_a_failed_change_leaves_nothing(void **state)
{
	Fixture *fixture = *state;
	Err err = ERR_INIT;
	int64_t id, before, after;
	before = db_version(core_db(fixture->core));
	Change *change = change_begin(fixture->core, "body-add");
	Stmt *stmt = change_insert(change, NOUN_BODY, &id);
	stmt_text(stmt, "thu");
	stmt_text(stmt, NULL); // a name must be there: the row is refused
	change_run(change, stmt);
	assert_false(change_commit(change, &err));
	assert_int_not_equal(err.kind, ERR_NONE);
	assert_false(db_writing(core_db(fixture->core)));
	after = db_version(core_db(fixture->core));
	assert_int_equal(before, after);
	assert_done(db_write_begin(core_db(fixture->core), &fixture->err), &fixture->err);
	db_write_cancel(core_db(fixture->core));
}

static void test_a_stale_rev_is_a_conflict(void **state)
{
	Fixture *fixture = *state;
	Err err = ERR_INIT;
	int64_t id = fixture_place(fixture, "hd").region_id;
	Change *change = change_begin(fixture->core, "structure-apply");
	change_remove(change, NOUN_REGION, id, 77);
	assert_failed(change_commit(change, &err), &err, ERR_CONFLICT);
	change = change_begin(fixture->core, "structure-apply");
	change_remove(change, NOUN_REGION, id + 100000, REV_ANY);
	assert_failed(change_commit(change, &err), &err, ERR_NOT_FOUND);
}

static void test_a_backup_is_whole(void **state)
{
	Fixture *fixture = *state;
	char path[160];
	snprintf(path, sizeof(path), "%s/copy.db", fixture->dir);
	assert_done(db_backup(core_db(fixture->core), path, &fixture->err), &fixture->err);
	assert_done(open_path(path, &fixture->err), &fixture->err);
	assert_failed(db_backup(core_db(fixture->core), path, &fixture->err), &fixture->err, ERR_IO);
	unlink(path);
	strcat(path, ".lock");
	unlink(path);
}

static void test_ids_carry_their_office(void **state)
{
	Fixture *fixture = *state;
	char shown[24];
	int64_t id = 0;
	assert_done(id_read(fixture->core, "42", &id, &fixture->err), &fixture->err);
	assert_int_equal(id, (INT64_C(1) << 40) + 42);
	id_show(fixture->core, id, shown);
	assert_string_equal(shown, "42");
	assert_done(id_read(fixture->core, "7-42", &id, &fixture->err), &fixture->err);
	id_show(fixture->core, id, shown);
	assert_string_equal(shown, "7-42");
	static const char *const bad[] = { "", "x", "4x", "-4", "0", "5000-1", "1-", "99999999999999" };
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_failed(id_read(fixture->core, bad[i], &id, &fixture->err), &fixture->err, ERR_INVALID);
}

#define WITH_FIXTURE(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_FIXTURE(test_missing_file_is_not_found),
		WITH_FIXTURE(test_what_is_no_database_is_refused),
		WITH_FIXTURE(test_somebody_elses_database_is_refused),
		WITH_FIXTURE(test_an_existing_file_is_not_created_over),
		WITH_FIXTURE(test_a_newer_schema_is_refused_and_left_alone),
		WITH_FIXTURE(test_a_foreign_migration_is_refused),
		WITH_FIXTURE(test_corrupt_header_is_refused),
		WITH_FIXTURE(test_the_write_lock_is_waited_for),
		WITH_FIXTURE(test_a_lock_that_is_not_given_back_is_busy),
		WITH_FIXTURE(test_a_failed_change_leaves_nothing),
		WITH_FIXTURE(test_a_stale_rev_is_a_conflict),
		WITH_FIXTURE(test_a_backup_is_whole),
		WITH_FIXTURE(test_ids_carry_their_office),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
