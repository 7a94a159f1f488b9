// SPDX-License-Identifier: MIT
// What a database engine must be able to do. Everything above speaks to db.h.
#ifndef DB_DRIVER_H
#define DB_DRIVER_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

typedef struct Conn Conn;       // an engine's connection
typedef struct Prepared Prepared; // an engine's statement

typedef enum { STEP_ROW, STEP_DONE, STEP_FAILED } DbStep;

typedef enum {
	DB_CREATE,    // the file must not exist
	DB_OPEN,      // the file must be a database of this program
	DB_READ_ONLY, // the same, never written
} DbMode;

// Parameters count from 1, columns from 0. Text is UTF-8; a text or blob that is read stays valid
// until the next step, reset or finalize. Parameters are copied.
typedef struct {
	const char *name;
	bool (*open)(const char *path, DbMode mode, Conn **out, Err *err);
	void (*close)(Conn *conn);
	bool (*exec)(Conn *conn, const char *script, Err *err);
	bool (*prepare)(Conn *conn, const char *sql, Prepared **out, Err *err);
	void (*bind_int)(Prepared *stmt, int index, int64_t value);
	void (*bind_text)(Prepared *stmt, int index, const char *text); // NULL binds null
	void (*bind_blob)(Prepared *stmt, int index, const void *bytes, size_t n);
	DbStep (*step)(Prepared *stmt);
	int (*column_count)(Prepared *stmt);
	const char *(*column_name)(Prepared *stmt, int column);
	bool (*column_is_null)(Prepared *stmt, int column);
	bool (*column_is_int)(Prepared *stmt, int column);
	int64_t (*column_int)(Prepared *stmt, int column);
	const char *(*column_text)(Prepared *stmt, int column); // "" for null
	const void *(*column_blob)(Prepared *stmt, int column, size_t *n);
	void (*reset)(Prepared *stmt); // forgets the parameters too
	void (*finalize)(Prepared *stmt);
	bool (*in_transaction)(Conn *conn);
	int64_t (*data_version)(Conn *conn); // changes when another connection has committed
	bool (*classify)(Conn *conn, Err *err); // the last failure as an Err; returns false
	bool (*backup)(Conn *conn, const char *path, Err *err);
	bool (*integrity)(Conn *conn, void (*report)(void *state, const char *line), void *state,
		Err *err);
	// In short: every page can be read. A file over so many bytes passes unseen; 0: none does.
	bool (*whole)(Conn *conn, int64_t most, Err *err);
	// Temporary copies of all views, which then read temporary tables and views of the same names as
	// theirs; and their end.
	bool (*shadow)(Conn *conn, Err *err);
	bool (*unshadow)(Conn *conn, Err *err);
} DbDriver;

extern const DbDriver sqlite_driver;
const char *db_engine_version(void); // of the library that is loaded

#endif
