// SPDX-License-Identifier: MIT
#include "db/migrate.h"

#include "base/buf.h"
#include "base/tr.h"

#include <errno.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

// Not a migration: the table in which migrations are recorded must be there before the first.
static const char ledger[] = "CREATE TABLE IF NOT EXISTS migration ("
			     "version INTEGER PRIMARY KEY, name TEXT NOT NULL, "
			     "checksum BLOB NOT NULL, applied_at INTEGER NOT NULL) STRICT";

int migration_count(void)
{
	int n = 0;
	while (migrations[n].name)
		n++;
	return n;
}

static void checksum(const Migration *migration, unsigned char out[crypto_hash_sha256_BYTES])
{
	crypto_hash_sha256(out, (const unsigned char *)migration->script, strlen(migration->script));
}

static bool record(Db *db, int version, int64_t now, Err *err)
{
	unsigned char sum[crypto_hash_sha256_BYTES];
	checksum(&migrations[version - 1], sum);
	Stmt *stmt = db_query(db, Q_MIGRATION_RECORD);
	stmt_int(stmt, version);
	stmt_text(stmt, migrations[version - 1].name);
	stmt_blob(stmt, sum, sizeof(sum));
	stmt_int(stmt, now);
	return stmt_run(stmt, err);
}

static bool applied_version(Db *db, int64_t *out, Err *err)
{
	return db_scalar(db_query(db, Q_MIGRATION_LAST), 0, out, err);
}

static bool refuse_newer(Db *db, int64_t version, Err *err)
{
	err_set(err, ERR_DB, tr("%s: cơ sở dữ liệu ở phiên bản %d, chương trình này chỉ biết đến %d."),
		db_path(db), (int)version, migration_count());
	return err_hint(err, "%s", tr("Hãy dùng bản dieuphoi mới hơn; tệp không bị thay đổi."));
}

bool db_schema_check(Db *db, Err *err)
{
	unsigned char sum[crypto_hash_sha256_BYTES];
	bool same = true;
	int version = 0;
	Stmt *stmt = db_query(db, Q_MIGRATION_ALL);
	while (same && stmt_row(stmt)) {
		size_t n = 0;
		version = (int)stmt_get_int(stmt, 0);
		const void *stored = stmt_get_blob(stmt, 2, &n);
		if (version < 1 || version > migration_count())
			break;
		checksum(&migrations[version - 1], sum);
		same = n == sizeof(sum) && memcmp(stored, sum, n) == 0;
	}
	if (!stmt_done(stmt, err))
		return false;
	if (version > migration_count())
		return refuse_newer(db, version, err);
	if (same)
		return true;
	return err_set(err, ERR_DB, tr("%s: bước nâng cấp %d của tệp khác với bước của chương trình."),
		db_path(db), version);
}

bool db_schema_is_current(Db *db, Err *err)
{
	int64_t have = 0;
	if (!db_schema_check(db, err) || !applied_version(db, &have, err))
		return false;
	if (have == migration_count())
		return true;
	err_set(err, ERR_DB, tr("%s: cần nâng cấp trước khi xem."), db_path(db));
	return err_hint(err, "%s", tr("Mở một lần ở nơi ghi được; bản cũ được giữ bên cạnh."));
}

// The whole file as it was, by another connection: this one is about to write. It takes its name only
// when it is whole; what a process that died has left of one is made anew.
static bool back_up_before(Db *db, int version, Err *err)
{
	Db *reader = NULL;
	Buf path = BUF_INIT, part = BUF_INIT;
	buf_addf(&path, "%s.before-%d", db_path(db), version);
	buf_addf(&part, "%s.part", path.bytes);
	unlink(part.bytes);
	bool ok = db_open(&sqlite_driver, db_path(db), DB_READ_ONLY, &reader, err) &&
		  db_backup(reader, part.bytes, err);
	if (ok && rename(part.bytes, path.bytes) != 0)
		ok = err_set(err, ERR_IO, "%s: %s", path.bytes, strerror(errno));
	db_close(reader);
	buf_release(&part);
	buf_release(&path);
	return ok;
}

// One step. The version is read again under the lock: another process may have been first.
static bool apply(Db *db, int64_t from, int version, int64_t now, Err *err)
{
	int64_t have = 0;
	if (!db_write_begin(db, err))
		return false;
	if (!applied_version(db, &have, err))
		return db_write_cancel(db);
	if (have >= version) {
		db_write_cancel(db);
		return true;
	}
	if (from > 0 && !back_up_before(db, version, err))
		return db_write_cancel(db);
	if (!db_exec(db, migrations[version - 1].script, err) || !record(db, version, now, err)) {
		err_prefix(err, "%s: ", migrations[version - 1].name);
		return db_write_cancel(db);
	}
	return db_write_commit(db, err);
}

bool db_migrate(Db *db, int64_t now, Err *err)
{
	int64_t have = 0;
	if (!db_exec(db, ledger, err) || !db_schema_check(db, err) || !applied_version(db, &have, err))
		return false;
	bool ok = true;
	for (int version = (int)have + 1; ok && version <= migration_count(); version++)
		ok = apply(db, have, version, now, err);
	return ok;
}
