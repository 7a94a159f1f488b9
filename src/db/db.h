// SPDX-License-Identifier: MIT
// The database as core sees it: cached statements by name, transactions, the write lock.
#ifndef DB_DB_H
#define DB_DB_H

#include "base/arena.h"
#include "base/err.h"
#include "db/driver.h"
#include "db/queries.h"

#include <stddef.h>
#include <stdint.h>

typedef enum { QUERY_WHOLE, QUERY_FRAGMENT } QueryKind;

typedef struct {
	const char *name;
	QueryKind kind;
	const char *sql;
} Query;

extern const Query queries[QUERY_COUNT];

typedef struct Db Db;
typedef struct Stmt Stmt;

bool db_open(const DbDriver *driver, const char *path, DbMode mode, Db **out, Err *err) WARN_UNUSED;
void db_close(Db *db);
const char *db_path(const Db *db);

// A statement ready for its parameters, which are bound in their order. Never NULL: whatever fails
// on the way is kept in the statement and comes out of stmt_done(). Always end with stmt_done():
//
//	Stmt *stmt = db_query(db, Q_TASK_GET);
//	stmt_int(stmt, id);
//	while (stmt_row(stmt))
//		…;
//	return stmt_done(stmt, err);
Stmt *db_query(Db *db, QueryId query);

// The same for a query put together from at most 8 named pieces, joined by blanks.
Stmt *db_query_join(Db *db, const QueryId *pieces, size_t count);

void stmt_int(Stmt *stmt, int64_t value);
void stmt_int_or_null(Stmt *stmt, int64_t value); // 0 is bound as null: no id is 0
void stmt_text(Stmt *stmt, const char *text);     // NULL is bound as null
void stmt_text_or_null(Stmt *stmt, const char *text); // "" too
void stmt_blob(Stmt *stmt, const void *bytes, size_t n);

bool stmt_row(Stmt *stmt); // true while there is a row; false at the end and on failure
bool stmt_done(Stmt *stmt, Err *err) WARN_UNUSED;
// For a statement without rows: step once, then done.
bool stmt_run(Stmt *stmt, Err *err) WARN_UNUSED;

int stmt_columns(const Stmt *stmt);
const char *stmt_column_name(Stmt *stmt, int column);
bool stmt_is_null(Stmt *stmt, int column);
bool stmt_is_int(Stmt *stmt, int column);
int64_t stmt_get_int(Stmt *stmt, int column);
const char *stmt_get_text(Stmt *stmt, int column); // until the next row; "" for null
const void *stmt_get_blob(Stmt *stmt, int column, size_t *n);
char *stmt_get_string(Stmt *stmt, int column, Arena *arena); // "" for null

// One row with one integer: the count or id that a query yields; `otherwise` without a row.
bool db_scalar(Stmt *stmt, int64_t otherwise, int64_t *out, Err *err) WARN_UNUSED;

// A write: takes the lock file in turn (at most 5 s, then ERR_BUSY), then begins. Prepare the work
// first and hold it briefly; nothing is drawn in between. Reads begin and end a snapshot.
bool db_write_begin(Db *db, Err *err) WARN_UNUSED;
bool db_write_commit(Db *db, Err *err) WARN_UNUSED;
bool db_write_cancel(Db *db); // returns false; harmless where nothing is open
bool db_writing(const Db *db);
bool db_read_begin(Db *db, Err *err) WARN_UNUSED;
void db_read_end(Db *db);

// Changes whenever somebody else has committed.
int64_t db_version(Db *db);

// Copies the database while it is in use to a file that must not exist.
bool db_backup(Db *db, const char *path, Err *err) WARN_UNUSED;

// Asks the engine whether the file is whole; each complaint is reported.
typedef void DbComplaint(void *state, const char *line);
bool db_integrity(Db *db, DbComplaint *report, void *state, Err *err) WARN_UNUSED;

// The short form, for whoever is about to write: a damaged file takes writes, and loses them. ERR_DB
// where a page cannot be read. Quickly: files that would keep one waiting (over 16 MB) are not looked
// at, but once a day.
typedef enum { WHOLE_QUICKLY, WHOLE_SURELY } DbWhole;
bool db_whole(Db *db, DbWhole how, Err *err) WARN_UNUSED;
// Whether it has to be looked at before anything is written: the last to use it did not end well, or
// nobody has looked for a day. After a look that found it whole, db_looked().
bool db_look_is_due(const Db *db);
void db_looked(Db *db);

// From now on the views read temporary views and tables before lasting ones of the same names, as
// every other query does; until db_unshadow().
bool db_shadow(Db *db, Err *err) WARN_UNUSED;
bool db_unshadow(Db *db, Err *err) WARN_UNUSED;

// For migrations only.
bool db_exec(Db *db, const char *script, Err *err) WARN_UNUSED;

#endif
