// SPDX-License-Identifier: MIT
#include "fault/common.h"

#include "core/journal.h"
#include "core/search.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int rounds(int short_form, int long_form)
{
	const char *form = getenv("FAULT");
	return form && strcmp(form, "long") == 0 ? long_form : short_form;
}

int64_t now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1664525U + 1013904223U;
	return *seed >> 8;
}

bool reopen(const char *path, const int64_t *instant, Core **out, Err *err)
{
	const CoreRules rules = { .utc_offset = 420, .first_review = { 2021, 12, 31 },
		.review_cutoff_days = 15, .meeting_gap_days = 45, .due_soon_days = 7 };
	*out = NULL;
	return core_open(path, DB_OPEN, &rules, clock_fixed(instant), out, err) &&
	       core_act_as(*out, "office", err);
}

bool write_one(Core *core, int64_t leaf_id, int writer, int number, Err *err)
{
	char note[40];
	snprintf(note, sizeof(note), "w%d-%d", writer, number);
	const ProgressInput input = { STATE_DOING, number % 100, note, "", "", 0 };
	return progress_record(core, leaf_id, &input, err);
}

int64_t numbers_missing(const char *path, int writer, int up_to)
{
	static const char sql[] =
		"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2) "
		"SELECT count(*) FROM n WHERE i <= ?2 AND NOT EXISTS "
		"(SELECT 1 FROM progress WHERE note = printf('w%d-%d', ?1, i))";
	sqlite3 *db = NULL;
	sqlite3_stmt *stmt = NULL;
	assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	sqlite3_bind_int(stmt, 1, writer);
	sqlite3_bind_int(stmt, 2, up_to);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	int64_t missing = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return missing;
}

static void complain(void *state, const char *line)
{
	(void)state;
	fail_msg("%s", line);
}

void assert_whole(const char *path, const int64_t *instant)
{
	Core *core = NULL;
	Err err = ERR_INIT;
	int64_t count = 0;
	assert_done(reopen(path, instant, &core, &err), &err);
	assert_done(db_integrity(core_db(core), complain, NULL, &err), &err);
	assert_done(journal_verify(core, &count, &err), &err);
	assert_true(count > 0);
	assert_done(search_check(core, complain, NULL, &count, &err), &err);
	assert_done(db_write_begin(core_db(core), &err), &err);
	db_write_cancel(core_db(core));
	core_close(core);
}
