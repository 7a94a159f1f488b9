// SPDX-License-Identifier: MIT
// The database's files: whether they open, lie on a local disk, are the account's alone, have room.
#include "cli/doctor_parts.h"

#include "base/tr.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>

enum { ROOM_NOTE = 200 * 1024, ROOM_BAD = 20 * 1024 }; // KB
enum { TMPFS = 0x01021994, RAMFS = (int)0x858458f6 };

static Finding check_database(Doctor *doctor)
{
	Arena *arena = &doctor->cli->arena;
	Err err = ERR_INIT;
	if (!doctor->open)
		return (Finding){ DOCTOR_BAD, doctor->open_err.message, doctor->open_err.hint };
	const Err *why = core_read_only(doctor->cli->core);
	if (why)
		err = *why;
	if (why || !db_whole(core_db(doctor->cli->core), WHOLE_SURELY, &err))
		return (Finding){ DOCTOR_BAD, arena_strdup(arena, err.message), arena_strdup(arena, err.hint) };
	return doctor_good(doctor->db);
}

static Finding check_system(Doctor *doctor)
{
	struct statfs fs;
	if (statfs(doctor->directory, &fs) != 0)
		return (Finding){ DOCTOR_UNKNOWN, strerror(errno), "" };
	if (fs.f_type == TMPFS || (uint32_t)fs.f_type == (uint32_t)RAMFS)
		return (Finding){ DOCTOR_NOTE, tr("nằm trong bộ nhớ, mất khi tắt máy"),
			tr("Đặt cơ sở dữ liệu trên đĩa của chính máy chủ.") };
	return doctor_good(tr("đĩa của chính máy này"));
}

static Finding check_room(Doctor *doctor)
{
	struct statvfs fs;
	if (statvfs(doctor->directory, &fs) != 0)
		return (Finding){ DOCTOR_UNKNOWN, strerror(errno), "" };
	long long free_kb = (long long)(fs.f_bavail * (uint64_t)fs.f_frsize / 1024);
	const char *what = arena_printf(&doctor->cli->arena, tr("còn %lld MB"), free_kb / 1024);
	if (free_kb >= ROOM_NOTE)
		return doctor_good(what);
	return (Finding){ free_kb < ROOM_BAD ? DOCTOR_BAD : DOCTOR_NOTE, what,
		tr("Giải phóng dung lượng đĩa; đầy đĩa thì không ghi được gì.") };
}

// Who may write the file can forge with any tool; who may read it reads what is not yet decided.
static bool is_private(Doctor *doctor, const char *path, uid_t owner, const char **why)
{
	struct stat st;
	Arena *arena = &doctor->cli->arena;
	if (lstat(path, &st) != 0)
		return true;
	if (st.st_uid != owner)
		*why = arena_printf(arena, tr("%s thuộc tài khoản khác"), path);
	else if (st.st_mode & 077)
		*why = arena_printf(arena, tr("%s mở cho người khác (%03o)"), path, st.st_mode & 0777);
	else
		return true;
	return false;
}

static Finding check_rights(Doctor *doctor)
{
	static const char *const beside[] = { "", "-wal", "-shm", ".lock", ".drafts" };
	struct stat st;
	const char *why = "";
	Arena *arena = &doctor->cli->arena;
	if (stat(doctor->db, &st) != 0)
		return (Finding){ DOCTOR_UNKNOWN, strerror(errno), "" };
	bool good = is_private(doctor, doctor->directory, st.st_uid, &why);
	for (size_t i = 0; good && i < sizeof(beside) / sizeof(*beside); i++)
		good = is_private(
			doctor, arena_printf(arena, "%s%s", doctor->db, beside[i]), st.st_uid, &why);
	if (good)
		return doctor_good(arena_printf(arena, tr("chỉ tài khoản %s đọc và ghi được"), doctor->account));
	return (Finding){ DOCTOR_BAD, why,
		arena_printf(arena, "chown %s …; chmod go= …, %s", doctor->account,
			tr("cả thư mục lẫn các tệp cạnh cơ sở dữ liệu.")) };
}

const DoctorCheck doctor_files[] = {
	{ "database", N_("Cơ sở dữ liệu"), check_database },
	{ "filesystem", N_("Hệ tệp"), check_system },
	{ "room", N_("Chỗ trống"), check_room },
	{ "permissions", N_("Quyền"), check_rights },
	{ 0 },
};
