// SPDX-License-Identifier: MIT
#include "db/db.h"

#include "base/buf.h"
#include "base/tr.h"
#include "base/xalloc.h"
#include "db/beside.h"
#include "db/lock.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { JOIN_MAX = 8 };
// A file of this size takes a tenth of a second to look through; nobody should wait longer for a screen.
enum { WHOLE_QUICK_MAX = 16 * 1024 * 1024 };

// Invariant: a statement in use belongs to one caller; a query that is asked for again meanwhile
// gets a second statement, so that nested loops over one query work.
struct Stmt {
	Stmt *next;
	Db *db;
	QueryId pieces[JOIN_MAX];
	size_t piece_count;
	Prepared *prepared;
	int bound;
	bool in_use;
	Err err;
};

struct Db {
	const DbDriver *driver;
	Conn *conn;
	char *path;
	WriteLock *lock;
	bool left_unclean; // when it was opened
	Stmt *statements;
};

static bool same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino &&
	       a->st_ctim.tv_sec == b->st_ctim.tv_sec && a->st_ctim.tv_nsec == b->st_ctim.tv_nsec;
}

// A restore may have put another file in place between the engine's opening and the lock's: then
// what was opened is the file set aside, and is opened anew.
static bool open_writable(Db *db, DbMode mode, Err *err)
{
	struct stat before = { .st_ino = 0 }, after = { .st_ino = 0 };
	stat(db->path, &before);
	// The engine removes the -wal when the last one closes: one that holds something, and that nobody
	// has open, was left by who was killed, or by a machine that stopped.
	bool wal = file_has_wal(db->path);
	if (!db->driver->open(db->path, mode, &db->conn, err) ||
		!write_lock_open(db->path, &db->lock, err))
		return false;
	db->left_unclean = wal && write_lock_is_alone(db->lock);
	if (mode == DB_CREATE || (stat(db->path, &after) == 0 && same_file(&before, &after)))
		return true;
	db->driver->close(db->conn);
	db->conn = NULL;
	return db->driver->open(db->path, mode, &db->conn, err);
}

bool db_open(const DbDriver *driver, const char *path, DbMode mode, Db **out, Err *err)
{
	Db *db = xcalloc(1, sizeof(*db));
	db->driver = driver;
	db->path = xstrdup(path);
	if (mode == DB_READ_ONLY ? !driver->open(path, mode, &db->conn, err) :
				   !open_writable(db, mode, err)) {
		db_close(db);
		return false;
	}
	*out = db;
	return true;
}

void db_close(Db *db)
{
	if (!db)
		return;
	for (Stmt *stmt = db->statements; stmt;) {
		Stmt *next = stmt->next;
		if (stmt->prepared)
			db->driver->finalize(stmt->prepared);
		free(stmt);
		stmt = next;
	}
	if (db->conn)
		db->driver->close(db->conn);
	write_lock_close(db->lock);
	free(db->path);
	free(db);
}

const char *db_path(const Db *db)
{
	return db->path;
}

static Stmt *find_free(Db *db, const QueryId *pieces, size_t count)
{
	for (Stmt *stmt = db->statements; stmt; stmt = stmt->next)
		if (!stmt->in_use && stmt->piece_count == count &&
			memcmp(stmt->pieces, pieces, count * sizeof(*pieces)) == 0)
			return stmt;
	return NULL;
}

static Stmt *statement_new(Db *db, const QueryId *pieces, size_t count)
{
	Stmt *stmt = xcalloc(1, sizeof(*stmt));
	stmt->db = db;
	stmt->piece_count = count;
	memcpy(stmt->pieces, pieces, count * sizeof(*pieces));
	stmt->next = db->statements;
	db->statements = stmt;
	return stmt;
}

static void prepare(Stmt *stmt)
{
	Buf sql = BUF_INIT;
	for (size_t i = 0; i < stmt->piece_count; i++) {
		buf_adds(&sql, i ? " " : "");
		buf_adds(&sql, queries[stmt->pieces[i]].sql);
	}
	if (!stmt->db->driver->prepare(stmt->db->conn, sql.bytes, &stmt->prepared, &stmt->err))
		err_prefix(&stmt->err, "%s: ", queries[stmt->pieces[0]].name);
	buf_release(&sql);
}

Stmt *db_query_join(Db *db, const QueryId *pieces, size_t count)
{
	if (count > JOIN_MAX)
		abort();
	Stmt *stmt = find_free(db, pieces, count);
	if (!stmt)
		stmt = statement_new(db, pieces, count);
	if (!stmt->prepared)
		prepare(stmt);
	stmt->in_use = true;
	stmt->bound = 0;
	return stmt;
}

Stmt *db_query(Db *db, QueryId query)
{
	return db_query_join(db, &query, 1);
}

void stmt_int(Stmt *stmt, int64_t value)
{
	if (stmt->prepared)
		stmt->db->driver->bind_int(stmt->prepared, ++stmt->bound, value);
}

void stmt_int_or_null(Stmt *stmt, int64_t value)
{
	if (value)
		stmt_int(stmt, value);
	else
		stmt_text(stmt, NULL);
}

void stmt_text(Stmt *stmt, const char *text)
{
	if (stmt->prepared)
		stmt->db->driver->bind_text(stmt->prepared, ++stmt->bound, text);
}

void stmt_text_or_null(Stmt *stmt, const char *text)
{
	stmt_text(stmt, text && *text ? text : NULL);
}

void stmt_blob(Stmt *stmt, const void *bytes, size_t n)
{
	if (stmt->prepared)
		stmt->db->driver->bind_blob(stmt->prepared, ++stmt->bound, bytes, n);
}

bool stmt_row(Stmt *stmt)
{
	if (!stmt->prepared || stmt->err.kind != ERR_NONE)
		return false;
	DbStep step = stmt->db->driver->step(stmt->prepared);
	if (step == STEP_FAILED)
		stmt->db->driver->classify(stmt->db->conn, &stmt->err);
	return step == STEP_ROW;
}

bool stmt_done(Stmt *stmt, Err *err)
{
	bool ok = stmt->err.kind == ERR_NONE;
	if (!ok)
		*err = stmt->err;
	if (stmt->prepared)
		stmt->db->driver->reset(stmt->prepared);
	err_clear(&stmt->err);
	stmt->in_use = false;
	return ok;
}

bool stmt_run(Stmt *stmt, Err *err)
{
	stmt_row(stmt);
	return stmt_done(stmt, err);
}

int stmt_columns(const Stmt *stmt)
{
	return stmt->prepared ? stmt->db->driver->column_count(stmt->prepared) : 0;
}

const char *stmt_column_name(Stmt *stmt, int column)
{
	return stmt->db->driver->column_name(stmt->prepared, column);
}

bool stmt_is_null(Stmt *stmt, int column)
{
	return stmt->db->driver->column_is_null(stmt->prepared, column);
}

bool stmt_is_int(Stmt *stmt, int column)
{
	return stmt->db->driver->column_is_int(stmt->prepared, column);
}

int64_t stmt_get_int(Stmt *stmt, int column)
{
	return stmt->db->driver->column_int(stmt->prepared, column);
}

const char *stmt_get_text(Stmt *stmt, int column)
{
	return stmt->db->driver->column_text(stmt->prepared, column);
}

const void *stmt_get_blob(Stmt *stmt, int column, size_t *n)
{
	return stmt->db->driver->column_blob(stmt->prepared, column, n);
}

char *stmt_get_string(Stmt *stmt, int column, Arena *arena)
{
	return arena_strdup(arena, stmt_get_text(stmt, column));
}

bool db_scalar(Stmt *stmt, int64_t otherwise, int64_t *out, Err *err)
{
	*out = stmt_row(stmt) ? stmt_get_int(stmt, 0) : otherwise;
	return stmt_done(stmt, err);
}

bool db_write_begin(Db *db, Err *err)
{
	if (!db->lock)
		return err_set(err, ERR_DB, tr("%s: mở chỉ để đọc, không ghi được"), db->path);
	if (!write_lock_take(db->lock, err))
		return false;
	if (db->driver->exec(db->conn, "BEGIN IMMEDIATE", err))
		return true;
	return db_write_cancel(db);
}

bool db_write_commit(Db *db, Err *err)
{
	if (!db->driver->exec(db->conn, "COMMIT", err))
		return db_write_cancel(db);
	write_lock_give(db->lock);
	return true;
}

bool db_write_cancel(Db *db)
{
	Err ignored = ERR_INIT;
	// The engine may have rolled back by itself (disk full): asking first avoids a second error.
	if (db->driver->in_transaction(db->conn))
		db->driver->exec(db->conn, "ROLLBACK", &ignored);
	if (db->lock)
		write_lock_give(db->lock);
	return false;
}

bool db_writing(const Db *db)
{
	return db->lock && write_lock_held(db->lock);
}

bool db_read_begin(Db *db, Err *err)
{
	if (db->driver->in_transaction(db->conn))
		return true; // a load inside a write sees that write's own snapshot
	return db->driver->exec(db->conn, "BEGIN", err);
}

void db_read_end(Db *db)
{
	Err ignored = ERR_INIT;
	if (!db_writing(db) && db->driver->in_transaction(db->conn))
		db->driver->exec(db->conn, "COMMIT", &ignored);
}

int64_t db_version(Db *db)
{
	return db->driver->data_version(db->conn);
}

bool db_backup(Db *db, const char *path, Err *err)
{
	return db->driver->backup(db->conn, path, err);
}

bool db_integrity(Db *db, DbComplaint *report, void *state, Err *err)
{
	return db->driver->integrity(db->conn, report, state, err);
}

bool db_whole(Db *db, DbWhole how, Err *err)
{
	return db->driver->whole(db->conn, how == WHOLE_QUICKLY ? WHOLE_QUICK_MAX : 0, err);
}

bool db_look_is_due(const Db *db)
{
	return db->lock && (db->left_unclean || write_lock_day_is_over(db->lock));
}

void db_looked(Db *db)
{
	db->left_unclean = false;
	if (db->lock)
		write_lock_begin_day(db->lock);
}

bool db_shadow(Db *db, Err *err)
{
	return db->driver->shadow(db->conn, err);
}

bool db_unshadow(Db *db, Err *err)
{
	return db->driver->unshadow(db->conn, err);
}

bool db_exec(Db *db, const char *script, Err *err)
{
	return db->driver->exec(db->conn, script, err);
}
