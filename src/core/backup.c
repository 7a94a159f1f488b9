// SPDX-License-Identifier: MIT
#include "core/backup.h"

#include "base/tr.h"
#include "core/right.h"
#include "core/seal.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const endings[] = { ".db", ".db.sealed" };

// Verifying -------------------------------------------------------------------------------------

typedef struct {
	int n;
	char first[256];
} Complaints;

static void hear(void *state, const char *line)
{
	Complaints *complaints = state;
	if (complaints->n++ == 0)
		snprintf(complaints->first, sizeof(complaints->first), "%s", line);
}

static bool verify_open(Core *core, BackupFacts *out, Err *err)
{
	Complaints complaints = { 0 };
	if (!db_integrity(core_db(core), hear, &complaints, err))
		return false;
	if (complaints.n)
		return err_set(err, ERR_DB, tr("%s: không nguyên vẹn: %s"), db_path(core_db(core)),
			complaints.first);
	if (!journal_verify(core, &out->entries, err))
		return err_prefix(err, "%s: ", db_path(core_db(core)));
	out->kind = core_kind(core);
	out->office = core_office(core);
	return journal_head(core, &out->head, err);
}

bool backup_verify(
	const char *path, const CoreRules *rules, Clock clock, BackupFacts *out, Err *err)
{
	Core *core = NULL;
	*out = (BackupFacts){ .entries = 0 };
	bool ok = core_inspect(path, rules, clock, &core, err) && verify_open(core, out, err);
	core_close(core);
	return ok;
}

// Making ----------------------------------------------------------------------------------------

static bool sync_path(const char *path, int flags, Err *err)
{
	int fd = open(path, flags | O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	bool ok = fd >= 0 && fsync(fd) == 0;
	if (!ok)
		err_set(err, ERR_IO, "%s: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
	return ok;
}

// Some file systems cannot refuse an existing name by themselves.
static bool take_name(const char *partial, const char *path, Err *err)
{
	struct stat st;
	int failed = renameat2(AT_FDCWD, partial, AT_FDCWD, path, RENAME_NOREPLACE);
	if (failed && (errno == EINVAL || errno == ENOSYS) && lstat(path, &st) != 0)
		failed = rename(partial, path);
	if (!failed)
		return true;
	if (errno != EEXIST)
		return err_set(err, ERR_IO, "%s: %s", path, strerror(errno));
	err_set(err, ERR_CONFLICT, tr("%s: đã có, không ghi đè."), path);
	return err_hint(err, "%s", tr("Chạy lại sau một giây: tên tệp là giờ sao lưu."));
}

static const char *name_at(const Core *core, int64_t now, const char *ending, Arena *arena)
{
	char time[6];
	int offset = core_rules(core)->utc_offset;
	Date day = date_of_instant(now, offset);
	time_show(now, offset, time);
	return arena_printf(arena, "dieuphoi-%04d%02d%02d-%.2s%.2s%02d%s", day.year, day.month,
		day.day, time, time + 3, (int)(now / 1000 % 60), ending);
}

static bool check_directory(const char *dir, Err *err)
{
	struct stat st;
	if (stat(dir, &st) == 0 && S_ISDIR(st.st_mode))
		return true;
	err_set(err, ERR_NOT_FOUND, tr("%s: không có thư mục này."), dir);
	return err_hint(err, "%s", tr("Tạo thư mục trước, chỉ người quản trị đọc được (0700)."));
}

static bool may(Core *core, Err *err)
{
	return right_check_for(core, RIGHT_ADMINISTER, tr("sao lưu"), err);
}

// A verified copy under a name that rotation and restore do not look for.
static bool copy_verified(Core *core, const char *path, int64_t now, BackupFacts *facts, Err *err)
{
	if (!db_backup(core_db(core), path, err))
		return false;
	if (sync_path(path, 0, err) &&
		backup_verify(path, core_rules(core), clock_fixed(&now), facts, err))
		return true;
	unlink(path);
	return false;
}

static bool seal_copy(const char *plain, const char *path, const unsigned char *key, Err *err)
{
	int from = open(plain, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	int to = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	bool ok = from >= 0 && to >= 0;
	if (!ok)
		err_set(err, ERR_IO, "%s: %s", from < 0 ? plain : path, strerror(errno));
	ok = ok && seal_close(from, to, key, path, err);
	if (to >= 0)
		close(to);
	if (from >= 0)
		close(from);
	if (!ok && to >= 0)
		unlink(path);
	return ok;
}

// What is not sealed yet lies beside the database, where the same people may read it.
static bool copy_sealed(Core *core, const char *path, const unsigned char *key, int64_t now,
	BackupFacts *facts, Arena *arena, Err *err)
{
	const char *plain =
		arena_printf(arena, "%s.sealing-%ld", db_path(core_db(core)), (long)getpid());
	if (!copy_verified(core, plain, now, facts, err))
		return false;
	bool ok = seal_copy(plain, path, key, err);
	unlink(plain);
	return ok;
}

bool backup_make(Core *core, const BackupTarget *target, int64_t now, Arena *arena, const char **name,
	BackupFacts *facts, Err *err)
{
	const char *dir = target->dir;
	*name = name_at(core, now, target->seal_to ? endings[1] : endings[0], arena);
	const char *path = arena_printf(arena, "%s/%s", dir, *name);
	const char *partial = arena_printf(arena, "%s.partial", path);
	if (!may(core, err) || !check_directory(dir, err))
		return false;
	if (target->seal_to ? !copy_sealed(core, partial, target->seal_to, now, facts, arena, err) :
			      !copy_verified(core, partial, now, facts, err))
		return false;
	if (take_name(partial, path, err))
		return sync_path(dir, O_DIRECTORY, err);
	unlink(partial);
	return false;
}

// Rotation --------------------------------------------------------------------------------------

static bool digits(const char *s, int n)
{
	while (n > 0 && *s >= '0' && *s <= '9') {
		s++;
		n--;
	}
	return n == 0;
}

static int number(const char *s, int n)
{
	int value = 0;
	while (n-- > 0)
		value = value * 10 + *s++ - '0';
	return value;
}

static bool is_ending(const char *s)
{
	return strcmp(s, endings[0]) == 0 || strcmp(s, endings[1]) == 0;
}

// dieuphoi-YYYYMMDD-HHMMSS.db of a real day, sealed or not; no other file is ever touched.
static bool read_name(const char *name, Date *day)
{
	static const char prefix[] = "dieuphoi-";
	const char *s = name + sizeof(prefix) - 1;
	if (strncmp(name, prefix, sizeof(prefix) - 1) != 0 || !digits(s, 8) || s[8] != '-' ||
		!digits(s + 9, 6) || !is_ending(s + 15))
		return false;
	*day = (Date){ number(s, 4), number(s + 4, 2), number(s + 6, 2) };
	return date_valid(*day);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// Sorted, oldest first: the names order as their times do.
static bool list_backups(int dir, const char *path, Arena *arena, Vec *out, Err *err)
{
	Date day;
	struct stat st;
	int copy = dup(dir);
	DIR *entries = copy < 0 ? NULL : fdopendir(copy);
	if (!entries) {
		err_set(err, ERR_IO, "%s: %s", path, strerror(errno));
		if (copy >= 0)
			close(copy);
		return false;
	}
	for (const struct dirent *entry; (entry = readdir(entries));)
		if (read_name(entry->d_name, &day) &&
			fstatat(dir, entry->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
			S_ISREG(st.st_mode))
			*(const char **)vec_push(out) = arena_strdup(arena, entry->d_name);
	closedir(entries);
	if (out->len)
		qsort(out->items, out->len, sizeof(const char *), by_name);
	return true;
}

// newer: how many backups are newer than this one.
static bool goes(const char *name, size_t newer, const BackupRotation *rotation, Date today)
{
	Date day;
	if (!read_name(name, &day) || newer == 0)
		return false;
	bool too_many = newer >= (size_t)rotation->keep;
	bool too_old = date_days(today) - date_days(day) > rotation->days;
	return (rotation->keep || rotation->days) && (!rotation->keep || too_many) &&
	       (!rotation->days || too_old);
}

static bool remove_old(int dir, const Vec *names, const char *made, const BackupRotation *rotation,
	Date today, Vec *removed, Err *err)
{
	for (size_t i = 0; i < names->len; i++) {
		const char *name = *(const char **)vec_at(names, i);
		if (strcmp(name, made) == 0 || !goes(name, names->len - i - 1, rotation, today))
			continue;
		if (unlinkat(dir, name, 0) != 0)
			return err_set(err, ERR_IO, tr("%s: không xóa được: %s"), name, strerror(errno));
		*(const char **)vec_push(removed) = name;
	}
	return true;
}

bool backup_rotate(Core *core, const char *dir, const char *made, const BackupRotation *rotation,
	int64_t now, Arena *arena, Vec *removed, Err *err)
{
	Vec names;
	Date today = date_of_instant(now, core_rules(core)->utc_offset);
	if (!may(core, err))
		return false;
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return err_set(err, ERR_IO, "%s: %s", dir, strerror(errno));
	vec_init(&names, sizeof(const char *));
	bool ok = list_backups(fd, dir, arena, &names, err) &&
		  remove_old(fd, &names, made, rotation, today, removed, err);
	vec_release(&names);
	close(fd);
	return ok;
}
