// SPDX-License-Identifier: MIT
// The embedded engine. Settings and their reasons: WAL with FULL so that no acknowledged commit is
// lost, defensive and untrusted schema because the file may have been edited by others.
#include "db/driver.h"

#include "base/tr.h"
#include "base/xalloc.h"
#include "db/beside.h"
#include "db/failure.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

enum { APPLICATION_ID = 0x64706869 }; // "dphi"

struct Conn {
	sqlite3 *db;
	sqlite3_stmt *data_version;
	char *path;
};

const char *db_engine_version(void)
{
	return sqlite3_libversion();
}

static sqlite3_stmt *raw(Prepared *stmt)
{
	return (sqlite3_stmt *)(void *)stmt;
}

// A text that finds no memory would go on as null: another row, or none.
static void insist(int code)
{
	if (code == SQLITE_NOMEM)
		xalloc_exhausted();
}

static bool sqlite_classify(Conn *conn, Err *err)
{
	int code = failure_code(conn->db);
	insist(code);
	return failure_tell(conn->db, conn->path, code, err);
}

static bool sqlite_exec(Conn *conn, const char *script, Err *err)
{
	if (sqlite3_exec(conn->db, script, NULL, NULL, NULL) == SQLITE_OK)
		return true;
	return sqlite_classify(conn, err);
}

// File systems on which locks of several machines cannot be trusted.
static const unsigned long network_magics[] = {
	0x6969 /* NFS */, 0x517B /* SMB */, 0xFF534D42 /* CIFS */, 0xFE534D42 /* SMB2 */,
	0x5346414F /* AFS */, 0x73757245 /* Coda */, 0x564C /* NCP */, 0x00C36400 /* Ceph */,
};

static bool check_file_system(const char *path, Err *err)
{
	struct statfs fs;
	if (statfs(path, &fs) != 0)
		return err_set(err, ERR_IO, "%s: %s", path, strerror(errno));
	for (size_t i = 0; i < sizeof(network_magics) / sizeof(*network_magics); i++)
		if (((unsigned long)fs.f_type & 0xFFFFFFFFUL) == network_magics[i]) {
			err_set(err, ERR_IO, tr("%s: nằm trên ổ mạng, nơi khóa tệp không đáng tin."), path);
			return err_hint(err, "%s", tr("Đặt cơ sở dữ liệu trên đĩa của chính máy chủ."));
		}
	return true;
}

static bool check_header(const char *path, int fd, Err *err)
{
	char header[100] = { 0 };
	ssize_t n = read(fd, header, sizeof(header));
	unsigned id = 0;
	if (n < 0) {
		err_set(err, ERR_IO, tr("%s: không đọc được: %s."), path, strerror(errno));
		return err_hint(err, "%s", tr("Kiểm tra đĩa; tệp chưa bị đổi. Đĩa hỏng thì khôi phục từ bản sao lưu."));
	}
	for (int i = 68; i < 72; i++)
		id = id << 8 | (unsigned char)header[i];
	if (n == (ssize_t)sizeof(header) && memcmp(header, "SQLite format 3", 16) == 0 &&
		id == APPLICATION_ID)
		return true;
	err_set(err, ERR_DB, tr("%s: không phải là cơ sở dữ liệu của dieuphoi."), path);
	return err_hint(err, "%s", tr("Kiểm tra lại --db, hoặc tạo mới bằng `dieuphoi init`."));
}

// Looks at an existing file before the engine does: it would follow links, hang on a FIFO and take
// an empty file for a new database.
static bool check_existing(const char *path, Err *err)
{
	struct stat st;
	if (lstat(path, &st) != 0) {
		if (errno == ENOENT) {
			err_set(err, ERR_NOT_FOUND, tr("%s: chưa có cơ sở dữ liệu."), path);
			return err_hint(err, "%s",
				tr("Tạo mới bằng `dieuphoi init`, hoặc xem thử bằng `dieuphoi demo`."));
		}
		return err_set(err, ERR_IO, "%s: %s", path, strerror(errno));
	}
	if (!S_ISREG(st.st_mode)) {
		err_set(err, ERR_IO, tr("%s: phải là một tệp thường (không phải liên kết, thư mục, ống)."),
			path);
		return err_hint(err, "%s", tr("Ghi đường dẫn thật của tệp ở --db."));
	}
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return err_set(err, ERR_IO, "%s: %s", path, strerror(errno));
	bool ok = check_header(path, fd, err);
	close(fd);
	return ok && check_file_system(path, err);
}

static bool create_file(const char *path, Err *err)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0 && errno == EEXIST) {
		err_set(err, ERR_CONFLICT, tr("%s: đã có, không ghi đè."), path);
		return err_hint(err, "%s", tr("Chọn đường dẫn khác ở --db, hoặc dùng tệp đang có."));
	}
	if (fd < 0)
		return err_set(err, ERR_IO, "%s: %s", path, strerror(errno));
	close(fd);
	return check_file_system(path, err);
}

static int forbid_attach(void *state, int action, const char *a, const char *b, const char *c,
	const char *d)
{
	(void)state, (void)a, (void)b, (void)c, (void)d;
	return action == SQLITE_ATTACH || action == SQLITE_DETACH ? SQLITE_DENY : SQLITE_OK;
}

static void harden(sqlite3 *db)
{
	sqlite3_busy_timeout(db, 5000);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
	sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, 256 * 1024);
	sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
	sqlite3_limit(db, SQLITE_LIMIT_VARIABLE_NUMBER, 64);
}

static const char pragmas[] = "PRAGMA foreign_keys = ON;"
			      "PRAGMA cell_size_check = ON;"
			      "PRAGMA temp_store = MEMORY;"
			      "PRAGMA synchronous = FULL;"
			      "PRAGMA cache_size = -2000;";

static bool set_up(Conn *conn, DbMode mode, Err *err)
{
	char script[96];
	harden(conn->db);
	if (!sqlite_exec(conn, pragmas, err))
		return false;
	snprintf(script, sizeof(script), "PRAGMA application_id = %d", APPLICATION_ID);
	if (mode == DB_CREATE && !sqlite_exec(conn, script, err))
		return false;
	if (mode != DB_READ_ONLY && !sqlite_exec(conn, "PRAGMA journal_mode = WAL", err))
		return false;
	// The backup of another process attaches nothing here, so this connection never needs to.
	sqlite3_set_authorizer(conn->db, forbid_attach, NULL);
	return true;
}

static void sqlite_close(Conn *conn)
{
	sqlite3_finalize(conn->data_version);
	sqlite3_close(conn->db);
	free(conn->path);
	free(conn);
}

// Where nothing can be written beside the file (a read-only or full disk), the engine cannot share it
// with others: it is read as one that nobody changes, unless it lacks what a -wal holds.
static bool open_unshared(Conn *conn, const char *resolved)
{
	if (file_has_wal(resolved))
		return false;
	char *uri = file_unshared_uri(resolved);
	sqlite3_close(conn->db);
	conn->db = NULL;
	int code = sqlite3_open_v2(uri, &conn->db,
		SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
	free(uri);
	return code == SQLITE_OK;
}

static bool can_read(const Conn *conn)
{
	int code = sqlite3_exec(conn->db, "SELECT COUNT(*) FROM sqlite_master", NULL, NULL, NULL);
	return code != SQLITE_CANTOPEN && code != SQLITE_READONLY && code != SQLITE_IOERR &&
	       code != SQLITE_FULL;
}

static bool sqlite_open(const char *path, DbMode mode, Conn **out, Err *err)
{
	if (mode == DB_CREATE ? !create_file(path, err) : !check_existing(path, err))
		return false;
	Conn *conn = xcalloc(1, sizeof(*conn));
	conn->path = xstrdup(path);
	int flags = SQLITE_OPEN_NOFOLLOW |
		    (mode == DB_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
	// NOFOLLOW minds links anywhere in the path, and a home reached through one is common: the
	// directory is resolved here, the file itself was checked above.
	char *resolved = realpath(path, NULL);
	int code = sqlite3_open_v2(resolved ? resolved : path, &conn->db, flags, NULL);
	if (code == SQLITE_OK && mode == DB_READ_ONLY && !can_read(conn) && resolved)
		code = open_unshared(conn, resolved) ? SQLITE_OK : SQLITE_CANTOPEN;
	free(resolved);
	if (code != SQLITE_OK)
		sqlite_classify(conn, err);
	if (code != SQLITE_OK || !set_up(conn, mode, err)) {
		sqlite_close(conn);
		if (mode == DB_CREATE)
			unlink(path);
		return false;
	}
	*out = conn;
	return true;
}

static bool sqlite_prepare(Conn *conn, const char *sql, Prepared **out, Err *err)
{
	sqlite3_stmt *stmt = NULL;
	if (sqlite3_prepare_v3(conn->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
		return sqlite_classify(conn, err);
	*out = (Prepared *)(void *)stmt;
	return true;
}

static void sqlite_bind_int(Prepared *stmt, int index, int64_t value)
{
	sqlite3_bind_int64(raw(stmt), index, value);
}

static void sqlite_bind_text(Prepared *stmt, int index, const char *text)
{
	insist(sqlite3_bind_text(raw(stmt), index, text, -1, SQLITE_TRANSIENT));
}

static void sqlite_bind_blob(Prepared *stmt, int index, const void *bytes, size_t n)
{
	insist(sqlite3_bind_blob64(raw(stmt), index, bytes ? bytes : "", n, SQLITE_TRANSIENT));
}

static DbStep sqlite_step(Prepared *stmt)
{
	int code = sqlite3_step(raw(stmt));
	if (code == SQLITE_ROW)
		return STEP_ROW;
	return code == SQLITE_DONE ? STEP_DONE : STEP_FAILED;
}

static int sqlite_column_count(Prepared *stmt)
{
	return sqlite3_column_count(raw(stmt));
}

static const char *sqlite_column_name(Prepared *stmt, int column)
{
	return sqlite3_column_name(raw(stmt), column);
}

static bool sqlite_column_is_null(Prepared *stmt, int column)
{
	return sqlite3_column_type(raw(stmt), column) == SQLITE_NULL;
}

static bool sqlite_column_is_int(Prepared *stmt, int column)
{
	return sqlite3_column_type(raw(stmt), column) == SQLITE_INTEGER;
}

static int64_t sqlite_column_int(Prepared *stmt, int column)
{
	return sqlite3_column_int64(raw(stmt), column);
}

static const char *sqlite_column_text(Prepared *stmt, int column)
{
	const unsigned char *text = sqlite3_column_text(raw(stmt), column);
	if (!text)
		insist(sqlite3_errcode(sqlite3_db_handle(raw(stmt))));
	return text ? (const char *)text : "";
}

static const void *sqlite_column_blob(Prepared *stmt, int column, size_t *n)
{
	const void *bytes = sqlite3_column_blob(raw(stmt), column);
	*n = (size_t)sqlite3_column_bytes(raw(stmt), column);
	if (!bytes)
		insist(sqlite3_errcode(sqlite3_db_handle(raw(stmt))));
	return bytes ? bytes : "";
}

static void sqlite_reset(Prepared *stmt)
{
	sqlite3_reset(raw(stmt));
	sqlite3_clear_bindings(raw(stmt));
}

static void sqlite_finalize(Prepared *stmt)
{
	sqlite3_finalize(raw(stmt));
}

static bool sqlite_in_transaction(Conn *conn)
{
	return !sqlite3_get_autocommit(conn->db);
}

static int64_t sqlite_data_version(Conn *conn)
{
	int64_t version = 0;
	if (!conn->data_version && sqlite3_prepare_v2(conn->db, "PRAGMA data_version", -1,
					   &conn->data_version, NULL) != SQLITE_OK)
		return 0;
	if (sqlite3_step(conn->data_version) == SQLITE_ROW)
		version = sqlite3_column_int64(conn->data_version, 0);
	sqlite3_reset(conn->data_version);
	return version;
}

static bool sqlite_backup(Conn *conn, const char *path, Err *err)
{
	sqlite3 *copy = NULL;
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return err_set(err, ERR_IO, "%s: %s", path, strerror(errno));
	close(fd);
	int code = sqlite3_open_v2(path, &copy, SQLITE_OPEN_READWRITE, NULL);
	if (code == SQLITE_OK) {
		sqlite3_backup *backup = sqlite3_backup_init(copy, "main", conn->db, "main");
		if (backup)
			sqlite3_backup_step(backup, -1);
		code = backup ? sqlite3_backup_finish(backup) : sqlite3_errcode(copy);
		// One file that needs no other beside it, so that it may be read where nothing is
		// written.
		if (code == SQLITE_OK)
			code = sqlite3_exec(copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
	}
	sqlite3_close(copy);
	if (code == SQLITE_OK)
		return true;
	unlink(path);
	return err_set(err, ERR_IO, tr("%s: không sao lưu được: %s"), path, sqlite3_errstr(code));
}

static bool report_rows(Conn *conn, const char *sql, const char *fine,
	void (*report)(void *state, const char *line), void *state, Err *err)
{
	sqlite3_stmt *stmt = NULL;
	int code = sqlite3_prepare_v2(conn->db, sql, -1, &stmt, NULL);
	while (code == SQLITE_OK && (code = sqlite3_step(stmt)) == SQLITE_ROW) {
		const char *text = (const char *)sqlite3_column_text(stmt, 0);
		if (text && strcmp(text, fine) != 0)
			report(state, text);
		code = SQLITE_OK;
	}
	sqlite3_finalize(stmt);
	return code == SQLITE_DONE ? true : sqlite_classify(conn, err);
}

static bool sqlite_integrity(Conn *conn, void (*report)(void *state, const char *line), void *state,
	Err *err)
{
	return report_rows(conn, "PRAGMA integrity_check", "ok", report, state, err) &&
	       report_rows(conn, "PRAGMA foreign_key_check", "", report, state, err);
}

static bool sqlite_whole(Conn *conn, int64_t most, Err *err)
{
	struct stat st;
	sqlite3_stmt *stmt = NULL;
	if (most && stat(conn->path, &st) == 0 && st.st_size > most)
		return true;
	int code = sqlite3_prepare_v2(conn->db, "PRAGMA quick_check(1)", -1, &stmt, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_step(stmt);
	const char *verdict = code == SQLITE_ROW ? (const char *)sqlite3_column_text(stmt, 0) : NULL;
	bool whole = verdict && strcmp(verdict, "ok") == 0;
	bool answered = verdict != NULL;
	sqlite3_finalize(stmt);
	sqlite3_db_release_memory(conn->db); // every page has been read, few are wanted again
	if (whole)
		return true;
	return answered ? failure_tell(conn->db, conn->path, SQLITE_CORRUPT, err) : sqlite_classify(conn, err);
}

// Runs each text that a query yields.
static bool run_each(Conn *conn, const char *sql, Err *err)
{
	sqlite3_stmt *stmt = NULL;
	bool ok = sqlite3_prepare_v2(conn->db, sql, -1, &stmt, NULL) == SQLITE_OK ||
		  sqlite_classify(conn, err);
	int code = SQLITE_ROW;
	while (ok && (code = sqlite3_step(stmt)) == SQLITE_ROW)
		ok = sqlite_exec(conn, (const char *)sqlite3_column_text(stmt, 0), err);
	if (ok && code != SQLITE_DONE)
		ok = sqlite_classify(conn, err);
	sqlite3_finalize(stmt);
	return ok;
}

static bool sqlite_shadow(Conn *conn, Err *err)
{
	return run_each(conn, "SELECT 'CREATE TEMP ' || substr(sql, 8) FROM main.sqlite_schema "
			      "WHERE type = 'view'", err);
}

// What is dropped may not be read meanwhile: the list is the lasting views' own.
static bool sqlite_unshadow(Conn *conn, Err *err)
{
	return run_each(conn, "SELECT 'DROP VIEW IF EXISTS temp.' || name FROM main.sqlite_schema "
			      "WHERE type = 'view'", err);
}

const DbDriver sqlite_driver = {
	.name = "sqlite",
	.open = sqlite_open,
	.close = sqlite_close,
	.exec = sqlite_exec,
	.prepare = sqlite_prepare,
	.bind_int = sqlite_bind_int,
	.bind_text = sqlite_bind_text,
	.bind_blob = sqlite_bind_blob,
	.step = sqlite_step,
	.column_count = sqlite_column_count,
	.column_name = sqlite_column_name,
	.column_is_null = sqlite_column_is_null,
	.column_is_int = sqlite_column_is_int,
	.column_int = sqlite_column_int,
	.column_text = sqlite_column_text,
	.column_blob = sqlite_column_blob,
	.reset = sqlite_reset,
	.finalize = sqlite_finalize,
	.in_transaction = sqlite_in_transaction,
	.data_version = sqlite_data_version,
	.classify = sqlite_classify,
	.backup = sqlite_backup,
	.integrity = sqlite_integrity,
	.whole = sqlite_whole,
	.shadow = sqlite_shadow,
	.unshadow = sqlite_unshadow,
};
