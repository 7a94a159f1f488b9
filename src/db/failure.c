// SPDX-License-Identifier: MIT
#include "db/failure.h"

#include "base/tr.h"

#include <errno.h>
#include <stddef.h>

static const struct {
	int code;
	ErrKind kind;
	const char *message, *hint;
} failures[] = {
	{ SQLITE_BUSY, ERR_BUSY, N_("Cơ sở dữ liệu đang bận."), N_("Hãy thử lại sau ít giây.") },
	{ SQLITE_LOCKED, ERR_BUSY, N_("Cơ sở dữ liệu đang bận."), N_("Hãy thử lại sau ít giây.") },
	{ SQLITE_FULL, ERR_IO, N_("Đĩa đầy, chưa ghi được."),
		N_("Giải phóng dung lượng đĩa rồi ghi lại; nội dung còn nguyên trên màn hình.") },
	{ SQLITE_READONLY, ERR_IO, N_("Cơ sở dữ liệu chỉ đọc, chưa ghi được."),
		N_("Kiểm tra quyền ghi của tệp và thư mục.") },
	{ SQLITE_IOERR, ERR_IO, N_("Lỗi đọc ghi đĩa, chưa ghi được."),
		N_("Kiểm tra đĩa; nội dung còn nguyên trên màn hình.") },
	{ SQLITE_IOERR_READ, ERR_IO, N_("Lỗi đọc đĩa, chưa đọc được."),
		N_("Kiểm tra đĩa rồi thử lại; nội dung còn nguyên trên màn hình.") },
	{ SQLITE_CORRUPT, ERR_DB, N_("Tệp cơ sở dữ liệu bị hỏng."),
		N_("Chạy `dieuphoi check`, rồi khôi phục từ bản sao lưu.") },
	{ SQLITE_NOTADB, ERR_DB, N_("Tệp không phải là cơ sở dữ liệu của dieuphoi."),
		N_("Kiểm tra lại đường dẫn ở --db.") },
	{ SQLITE_CANTOPEN, ERR_IO, N_("Không mở được tệp cơ sở dữ liệu."),
		N_("Kiểm tra đường dẫn và quyền đọc ghi.") },
};

// Asked of the engine's own handle: another one, closed, would take its locks away.
static bool can_be_read(sqlite3 *db, int which)
{
	char chunk[16 * 1024];
	sqlite3_file *file = NULL;
	sqlite3_int64 size = 0, at = 0;
	int code = sqlite3_file_control(db, NULL, which, (void *)&file);
	if (code != SQLITE_OK || !file || !file->pMethods || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
		return true;
	for (; at < size && code == SQLITE_OK; at += (sqlite3_int64)sizeof(chunk))
		code = file->pMethods->xRead(file, chunk, (int)sizeof(chunk), at);
	return code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ;
}

// The engine calls a full disk an I/O error where it is not the file itself that has no room; and a
// file that the disk does not give, a malformed one.
int failure_code(sqlite3 *db)
{
	int code = sqlite3_errcode(db) & 0xFF, error = sqlite3_system_errno(db);
	bool full = error == ENOSPC || error == EDQUOT;
	if (sqlite3_extended_errcode(db) == SQLITE_IOERR_READ ||
		(code == SQLITE_CORRUPT && (!can_be_read(db, SQLITE_FCNTL_FILE_POINTER) ||
						   !can_be_read(db, SQLITE_FCNTL_JOURNAL_POINTER))))
		return SQLITE_IOERR_READ;
	return full && (code == SQLITE_IOERR || code == SQLITE_CANTOPEN) ? SQLITE_FULL : code;
}

bool failure_tell(sqlite3 *db, const char *path, int code, Err *err)
{
	for (size_t i = 0; i < sizeof(failures) / sizeof(*failures); i++)
		if (failures[i].code == code) {
			err_set(err, failures[i].kind, "%s: %s", path, tr(failures[i].message));
			return err_hint(err, "%s", tr(failures[i].hint));
		}
	return err_set(err, ERR_DB, "%s: %s", path, sqlite3_errmsg(db));
}
