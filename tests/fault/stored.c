// SPDX-License-Identifier: MIT
#include "fault/stored.h"

#include "fault/common.h"
#include "text/clean.h"
#include "text/utf8.h"

#include <ctype.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The flood --------------------------------------------------------------------------------------

static void add_range(Buf *out, uint32_t first, uint32_t last)
{
	char utf8[4];
	for (uint32_t cp = first; cp <= last; cp++)
		buf_add(out, utf8, utf8_encode(cp, utf8));
}

// What a terminal would do is seen at once by whoever forgets to clean: nothing here is swallowed by
// what stands before it.
static const char sequences[] =
	"\033[5;8m\033[3J\033[6n\033[>c\033[200~\033[?1049h\033c\033#8\033(0\033[8;9;9t"
	"\302\2332J\302\2335;8m\2335;8m"                       // CSI in one character, and in one byte
	"\033]0;t\a\033]52;c;YQ==\033\\\033]8;;http://x\a"     // OSC
	"\302\2350;x\302\234\2350;x\a\033Xx\033\\\302\230x\302\234" // OSC and SOS in one
	"\033P1$r\033\\\302\220x\302\234\220x\234"             // DCS
	"\033_x\033\\\302\237x\302\234\033^x\033\\\302\236x\302\234"; // APC, PM

static const char malformed[] = "\377\300\200\355\240\200\364\220\200\200\342\202";

// Where lines end comes last, so that the rest stands in the first one.
void flood_make(Buf *out)
{
	add_range(out, 0x200B, 0x200F); // zero width, bidi
	add_range(out, 0x202A, 0x202E);
	add_range(out, 0x2060, 0x206F);
	add_range(out, 0xAD, 0xAD);
	add_range(out, 0x61C, 0x61C);
	add_range(out, 0x180E, 0x180E);
	add_range(out, 0xFE00, 0xFE0F);
	add_range(out, 0xFEFF, 0xFEFF);
	add_range(out, 0xE0000, 0xE007F); // tags
	buf_adds(out, "a");
	for (int i = 0; i < 4 * CLEAN_MAX_MARKS; i++)
		add_range(out, 0x301, 0x301);
	add_range(out, 1, '\t' - 1); // C0
	add_range(out, '\r' + 1, '\033' - 1);
	add_range(out, '\033' + 1, ' ' - 1);
	add_range(out, 0x7F, 0x84);
	add_range(out, 0x86, 0x8F); // C1 that introduce nothing
	add_range(out, 0x91, 0x97);
	add_range(out, 0x99, 0x9A);
	buf_adds(out, malformed);
	buf_adds(out, sequences);
	buf_adds(out, "\t\v\f\r\n\302\205\342\200\250\342\200\251");
}

// In a few columns of a line; what is longer would push everything else off the screen.
static const char brief[] = "\033[5;8m\302\2332J\a\342\200\256\342\200\213\363\240\201\201";

// Writing it -------------------------------------------------------------------------------------

static void run_sql(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *stmt = NULL;
	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	return stmt;
}

// $T, $C: the column; $K: the table's key. One row of four gets the whole flood. Days, and what things
// are found by, are written into one of three only: the rest must still be found, and what commands are called with. Small tables get all
// of it. Texts in JSON stay JSON. What a check refuses stays as it is: no program can write it there.
static const char into_texts[] =
	"UPDATE OR IGNORE $T SET $C = CASE"
	" WHEN $C GLOB '{*}' THEN replace($C, ':\"', ':\"' || ?3)"
	" WHEN $K % 4 = 0 OR (SELECT count(*) < 4 FROM $T) THEN CAST(?2 AS TEXT) || $C"
	" ELSE CAST(?1 AS TEXT) || $C END"
	" WHERE $C IS NOT NULL AND $C NOT IN ('vanphong', 'tsh', 'phu-quoc', 'giai-ngan', '2.3b') AND ($K % 3 = 1"
	" OR $K = (SELECT MAX($K) FROM $T) OR (SELECT count(*) < 4 FROM $T)"
	" OR NOT ($C GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' OR ('$C' IN ('\"code\"', '\"login\"') AND $K % 2 = 0)"
	" OR '$T.$C' IN ('\"journal\".\"kind\"', '\"journal\".\"op\"', '\"closing\".\"period\"', '\"district\".\"kind\"',"
	" '\"meeting\".\"number_text\"',"
	" '\"search_document\".\"folded\"')))";

// What nothing has yet, such as a last day.
static const char into_nulls[] =
	"UPDATE OR IGNORE $T SET $C = CASE WHEN $K % 4 = 0 THEN CAST(?2 AS TEXT) ELSE CAST(?1 AS TEXT) || ?3 END"
	" WHERE $C IS NULL AND $K % 3 = 0";

// Table, column, and both statements for it; whether a check names what the column may hold.
static const char statements[] =
	"WITH named AS (SELECT m.name AS t, c.name AS c, m.sql AS sql, printf('\"%w\"', m.name) AS tq,"
	" printf('\"%w\"', c.name) AS cq, (SELECT printf('\"%w\"', name) FROM pragma_table_info(m.name)"
	" WHERE pk > 0 ORDER BY pk DESC LIMIT 1) AS kq FROM sqlite_master m, pragma_table_info(m.name) c"
	" WHERE m.type = 'table' AND m.sql LIKE '%STRICT%' AND c.type = 'TEXT'"
	" AND m.name NOT IN ('setting', 'migration', 'search_word'))"
	" SELECT t, c, replace(replace(replace(?1, '$T', tq), '$C', cq), '$K', kq),"
	" replace(replace(replace(?2, '$T', tq), '$C', cq), '$K', kq),"
	" sql LIKE '%CHECK (' || c || ' IN (%' OR sql LIKE '%CHECK (' || c || ' GLOB %' FROM named";

static sqlite3_stmt *prepare_statements(sqlite3 *db)
{
	sqlite3_stmt *each = prepare(db, statements);
	sqlite3_bind_text(each, 1, into_texts, -1, SQLITE_STATIC);
	sqlite3_bind_text(each, 2, into_nulls, -1, SQLITE_STATIC);
	return each;
}

static void bind_marked(sqlite3_stmt *stmt, int index, const char *mark, const char *text)
{
	Buf bytes = BUF_INIT;
	buf_adds(&bytes, mark);
	buf_adds(&bytes, text);
	sqlite3_bind_blob(stmt, index, bytes.bytes, (int)bytes.len, SQLITE_TRANSIENT);
	buf_release(&bytes);
}

static int write_column(sqlite3 *db, const char *sql, const char *mark, const char *flood)
{
	char in_json[40];
	sqlite3_stmt *update = prepare(db, sql);
	snprintf(in_json, sizeof(in_json), "%s\\u001b[5;8m\\u0007\\u009b2J", mark);
	bind_marked(update, 1, mark, brief);
	bind_marked(update, 2, mark, flood);
	sqlite3_bind_text(update, 3, in_json, -1, SQLITE_TRANSIENT);
	if (sqlite3_step(update) != SQLITE_DONE)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	sqlite3_finalize(update);
	return sqlite3_changes(db);
}

// Where there is nothing yet (a last day), it is written into the empty.
static bool write_either(sqlite3 *db, sqlite3_stmt *each, const char *mark, const char *flood)
{
	return write_column(db, (const char *)sqlite3_column_text(each, 2), mark, flood) ||
	       write_column(db, (const char *)sqlite3_column_text(each, 3), mark, flood);
}

static void name_columns(sqlite3 *db, Vec *columns)
{
	sqlite3_stmt *each = prepare_statements(db);
	while (sqlite3_step(each) == SQLITE_ROW) {
		Stored *stored = vec_push(columns);
		memset(stored, 0, sizeof(*stored));
		stored->refused = true;
		snprintf(stored->table, sizeof(stored->table), "%s", sqlite3_column_text(each, 0));
		snprintf(stored->column, sizeof(stored->column), "%s", sqlite3_column_text(each, 1));
		snprintf(stored->mark, sizeof(stored->mark), "ZQ%03zuZ", columns->len % 1000);
	}
	sqlite3_finalize(each);
}

// What one column refuses, another that it is compared with may let pass once that is written.
static void write_columns(sqlite3 *db, const char *flood, Vec *columns)
{
	for (int turn = 0; turn < 2; turn++) {
		sqlite3_stmt *each = prepare_statements(db);
		for (size_t i = 0; sqlite3_step(each) == SQLITE_ROW; i++) {
			Stored *stored = vec_at(columns, i);
			if (!stored->refused)
				continue;
			stored->refused = !write_either(db, each, stored->mark, flood);
			if (turn && stored->refused && !sqlite3_column_int(each, 4))
				fail_msg("%s.%s: it could be written into no row: see stored_add_rest()",
					stored->table, stored->column);
		}
		sqlite3_finalize(each);
	}
}

// What a change was, as the journal tells it: in bytes, which are not among the columns of text.
static void write_journal(sqlite3 *db, const char *flood, Vec *columns)
{
	// With bytes that are no text it is no JSON, and nothing of it is told.
	static const char sql[] =
		"UPDATE journal_body SET bytes = CAST(json_object('after', json_object('title', what, 'name',"
		" what, 'text', what, what, what)) AS BLOB) FROM (SELECT seq AS n, CASE WHEN seq % 2"
		" THEN CAST(?1 AS TEXT) ELSE CAST(?2 AS TEXT) END AS what FROM journal WHERE seq % 3 = 0)"
		" WHERE seq = n";
	Stored *stored = vec_push(columns);
	*stored = (Stored){ .table = "journal_body", .column = "bytes" };
	snprintf(stored->mark, sizeof(stored->mark), "ZQ%03zuZ", columns->len);
	sqlite3_stmt *update = prepare(db, sql);
	bind_marked(update, 1, stored->mark, brief);
	bind_marked(update, 2, stored->mark, flood);
	assert_int_equal(sqlite3_step(update), SQLITE_DONE);
	assert_true(sqlite3_changes(db) > 100);
	sqlite3_finalize(update);
}

void stored_poison(const char *path, Vec *columns)
{
	sqlite3 *db = NULL;
	Buf flood = BUF_INIT;
	flood_make(&flood);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	run_sql(db, "BEGIN; DROP TRIGGER journal_no_update; DROP TRIGGER journal_body_no_update");
	name_columns(db, columns);
	write_columns(db, flood.bytes, columns);
	write_journal(db, flood.bytes, columns);
	run_sql(db, "COMMIT");
	sqlite3_close(db);
	buf_release(&flood);
}

// Seeing it --------------------------------------------------------------------------------------

// Some headings are in capitals.
void stored_look(const Vec *columns, const char *bytes)
{
	for (const char *at = bytes; (at = strpbrk(at, "Zz")); at++) {
		if (toupper((unsigned char)at[1]) != 'Q' || !isdigit((unsigned char)at[2]) ||
			!isdigit((unsigned char)at[3]) || !isdigit((unsigned char)at[4]))
			continue;
		size_t number = (size_t)(at[2] - '0') * 100 + (size_t)(at[3] - '0') * 10 + (size_t)(at[4] - '0');
		if (number > 0 && number <= columns->len)
			((Stored *)vec_at(columns, number - 1))->seen = true;
	}
}

// Why a column's text may reach no terminal as it stands.
#define DAY "what is no day there is as if there were none"
#define INDEX "is searched; what is found is told from the thing itself"
#define UNTOLD "no screen and no command tells it"
static const struct {
	const char *column, *why;
} unseen[] = {
	{ "body.from_date", DAY },
	{ "body.to_date", DAY },
	{ "region.from_date", DAY },
	{ "role_grant.from_date", DAY },
	{ "role_grant.to_date", DAY },
	{ "assignment.from_date", DAY },
	{ "assignment.to_date", DAY },
	{ "report_series.first_due", DAY },
	{ "report_series.last_due", DAY },
	{ "report_asked.from_date", DAY },
	{ "report_asked.to_date", DAY },
	{ "closing.from_date", DAY },
	{ "target.from_date", DAY },
	{ "level_name.from_date", DAY },
	{ "user_key.from_date", DAY },
	{ "user_key.to_date", DAY },
	{ "membership.from_date", DAY },
	{ "leaf.ended_on", DAY },
	{ "report_extension.decided_on", DAY },
	{ "closing.closed_on", DAY },
	{ "target.to_date", DAY },
	{ "search_document.folded", INDEX },
	{ "search_document.exact", INDEX },
	{ "search_document.place", INDEX },
	{ "task.lead_words", INDEX },
	{ "body.code", UNTOLD },
	{ "closing.note", UNTOLD },
	{ "target.document", UNTOLD },
	{ "signature.text_digest", "is compared" },
	{ "signature.key_line", "is told of a signature that holds, which no such line has" },
	{ "visit.place", "names of screens are looked for in it" },
};

static bool may_be_unseen(const Stored *stored)
{
	char name[80];
	snprintf(name, sizeof(name), "%s.%s", stored->table, stored->column);
	for (size_t i = 0; i < sizeof(unseen) / sizeof(*unseen); i++)
		if (strcmp(unseen[i].column, name) == 0)
			return true;
	return false;
}

void stored_check_seen(const Vec *columns)
{
	int wrong = 0;
	for (size_t i = 0; i < columns->len; i++) {
		const Stored *stored = vec_at(columns, i);
		if (stored->refused || stored->seen || may_be_unseen(stored))
			continue;
		print_error("%s.%s: was never shown\n", stored->table, stored->column);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}
