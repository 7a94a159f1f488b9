// SPDX-License-Identifier: MIT
#include "core/restore.h"

#include "base/tr.h"
#include "base/xalloc.h"
#include "core/right.h"
#include "db/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 1 << 16, NAMES_TRIED = 100 };

// Invariant: staged is a file of ours beside the database until it has taken the database's name.
struct Restore {
	Arena arena; // of the strings
	const char *file, *db, *staged, *aside;
	const SealSecret *secret;
	CoreRules rules;
	Clock clock;
	BackupFacts facts;
	CoreKind wanted;
	bool allowed, has_staged;
};

// What the engine keeps beside a file, and would read into another file of that name.
static const char *const companions[] = { "-wal", "-journal", "-shm" };
enum { COMPANIONS = 3, KEPT_COMPANIONS = 2 }; // -shm is only an index of the -wal

static const char *beside(Restore *restore, const char *path, int companion)
{
	return arena_printf(&restore->arena, "%s%s", path, companions[companion]);
}

static bool fail(Err *err, const char *path)
{
	return err_set(err, ERR_IO, "%s: %s", path, strerror(errno));
}

// Staging ---------------------------------------------------------------------------------------

static bool copy_bytes(const Restore *restore, int from, int to, Err *err)
{
	char chunk[CHUNK];
	ssize_t n;
	while ((n = read(from, chunk, sizeof(chunk))) != 0) {
		if (n < 0 && errno != EINTR)
			return fail(err, restore->file);
		for (ssize_t done = 0, written; n > 0 && done < n; done += written)
			if ((written = write(to, chunk + done, (size_t)(n - done))) < 0)
				return fail(err, restore->staged);
	}
	return fsync(to) == 0 || fail(err, restore->staged);
}

static bool open_regular(const char *path, int *out, Err *err)
{
	struct stat st;
	*out = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (*out < 0 && errno == ENOENT)
		return err_set(err, ERR_NOT_FOUND, tr("%s: không có tệp này."), path);
	if (*out >= 0 && fstat(*out, &st) == 0 && S_ISREG(st.st_mode))
		return true;
	if (*out < 0 && errno != ELOOP)
		return fail(err, path);
	if (*out >= 0)
		close(*out);
	return err_set(err, ERR_IO, tr("%s: phải là một tệp thường (không phải liên kết, thư mục, ống)."),
		path);
}

static bool check_key(const Restore *restore, bool sealed, Err *err)
{
	if (sealed == (restore->secret != NULL))
		return true;
	if (sealed) {
		err_set(err, ERR_INVALID, tr("%s: đã mã hóa."), restore->file);
		err_hint(err, "%s", tr("Ghi tệp khóa bí mật ở --key."));
	} else {
		err_set(err, ERR_INVALID, tr("%s: không mã hóa, không cần --key."), restore->file);
		err_hint(err, "%s", tr("Bỏ --key nếu đúng là tệp này; người giữ khóa không làm ra nó."));
	}
	return err_field(err, "key");
}

static bool copy_from(Restore *restore, int from, int to, Err *err)
{
	bool sealed = seal_is(from);
	if (!check_key(restore, sealed, err))
		return false;
	if (sealed)
		return seal_open(from, to, restore->secret, restore->file, err);
	return copy_bytes(restore, from, to, err);
}

static bool stage(Restore *restore, Err *err)
{
	int from, to = open(restore->staged,
			  O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (to < 0)
		return fail(err, restore->staged);
	restore->has_staged = true;
	bool ok = open_regular(restore->file, &from, err);
	if (ok) {
		ok = copy_from(restore, from, to, err);
		close(from);
	}
	close(to);
	return ok;
}

// With its -wal the file is a database in use, not a copy: without it, it would lack commits.
static bool stands_alone(Restore *restore, Err *err)
{
	struct stat st;
	for (int i = 0; i < KEPT_COMPANIONS; i++) {
		const char *path = beside(restore, restore->file, i);
		if (stat(path, &st) != 0 || st.st_size == 0)
			continue;
		err_set(err, ERR_DATA, tr("%s: có %s đi kèm, chưa phải là một bản sao trọn vẹn."),
			restore->file, path);
		return err_hint(err, "%s",
			tr("Sao lưu nó bằng `dieuphoi backup DIR --db TỆP` rồi khôi phục từ bản sao ấy."));
	}
	return true;
}

// The complaint is about what was copied, which the person knows by the name that he gave.
static bool blame_file(const Restore *restore, Err *err)
{
	size_t n = strlen(restore->staged);
	char rest[sizeof(err->message)];
	if (strncmp(err->message, restore->staged, n) == 0) {
		snprintf(rest, sizeof(rest), "%s", err->message + n);
		err_set(err, err->kind, "%s%s", restore->file, rest);
	}
	return err_hint(err, "%s",
		tr("Chọn bản sao lưu khác; cơ sở dữ liệu đang dùng không bị thay đổi."));
}

static void remove_companions(Restore *restore, const char *path)
{
	for (int i = 0; i < COMPANIONS; i++)
		unlink(beside(restore, path, i));
}

bool restore_open(const RestoreFile *file, const char *db, const CoreRules *rules, Clock clock,
	Restore **out, Err *err)
{
	Restore *restore = xcalloc(1, sizeof(*restore));
	restore->file = arena_strdup(&restore->arena, file->path);
	restore->secret = file->secret;
	restore->db = arena_strdup(&restore->arena, db);
	restore->staged = arena_printf(&restore->arena, "%s.restoring-%ld", db, (long)getpid());
	restore->aside = "";
	restore->rules = *rules;
	restore->clock = clock;
	if (stands_alone(restore, err) && stage(restore, err)) {
		if (backup_verify(restore->staged, rules, clock, &restore->facts, err)) {
			*out = restore;
			return true;
		}
		blame_file(restore, err);
	}
	restore_close(restore);
	return false;
}

const BackupFacts *restore_facts(const Restore *restore)
{
	return &restore->facts;
}

void restore_close(Restore *restore)
{
	if (!restore)
		return;
	if (restore->has_staged) {
		unlink(restore->staged);
		remove_companions(restore, restore->staged);
	}
	arena_release(&restore->arena);
	free(restore);
}

// Who may ---------------------------------------------------------------------------------------

// A file that cannot be read, whatever ails it, may be replaced; a link or a directory may not.
static bool says_nothing(const Restore *restore, const Err *err)
{
	struct stat st;
	return err->kind == ERR_NOT_FOUND || err->kind == ERR_DB ||
	       (err->kind == ERR_IO && lstat(restore->db, &st) == 0 && S_ISREG(st.st_mode));
}

bool restore_authority(Restore *restore, CoreKind wanted, Core **out, Err *err)
{
	if (core_inspect(restore->db, &restore->rules, restore->clock, out, err)) {
		restore->wanted = core_kind(*out);
		return true;
	}
	if (!says_nothing(restore, err))
		return false;
	err_clear(err);
	restore->wanted = wanted;
	return core_inspect(restore->staged, &restore->rules, restore->clock, out, err);
}

bool restore_allow(Restore *restore, Core *authority, Err *err)
{
	if (!right_check_for(authority, RIGHT_ADMINISTER, tr("khôi phục từ bản sao lưu"), err))
		return false;
	if (restore->facts.kind == restore->wanted) {
		restore->allowed = true;
		return true;
	}
	err_set(err, ERR_DATA, restore->wanted == CORE_REAL ?
		tr("%s: là dữ liệu mẫu, không đặt vào chỗ dữ liệu thật.") :
		tr("%s: là dữ liệu thật, không đặt vào chỗ dữ liệu mẫu."), restore->file);
	return err_hint(err, "%s", tr("Dữ liệu mẫu khôi phục với --demo, dữ liệu thật không có --demo."));
}

// Putting in place ------------------------------------------------------------------------------

static bool sync_directory(Restore *restore, Err *err)
{
	char *dir = arena_strdup(&restore->arena, restore->db);
	char *slash = strrchr(dir, '/');
	if (slash)
		slash[slash == dir] = '\0';
	int fd = open(slash ? dir : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = (fd >= 0 && fsync(fd) == 0) || fail(err, slash ? dir : ".");
	if (fd >= 0)
		close(fd);
	return ok;
}

// A second name for the old file: the first never stops naming a whole database.
static bool link_aside(Restore *restore, Err *err)
{
	struct stat st;
	if (lstat(restore->db, &st) != 0)
		return errno == ENOENT || fail(err, restore->db);
	char time[6];
	int64_t now = clock_now(&restore->clock);
	int offset = restore->rules.utc_offset;
	Date day = date_of_instant(now, offset);
	time_show(now, offset, time);
	for (int i = 1; i <= NAMES_TRIED; i++) {
		const char *name = arena_printf(&restore->arena,
			"%s.before-restore-%04d%02d%02d-%.2s%.2s%02d%s", restore->db, day.year,
			day.month, day.day, time, time + 3, (int)(now / 1000 % 60),
			i == 1 ? "" : arena_printf(&restore->arena, "-%d", i));
		if (link(restore->db, name) == 0) {
			restore->aside = name;
			return true;
		}
		if (errno != EEXIST)
			return fail(err, name);
	}
	return fail(err, restore->db);
}

// The companions hold commits of the old file: they go where it goes.
static bool move_companions(Restore *restore, const char *from, const char *to, Err *err)
{
	struct stat st;
	for (int i = 0; i < KEPT_COMPANIONS; i++) {
		const char *name = beside(restore, from, i);
		if (stat(name, &st) == 0 && st.st_size > 0 && rename(name, beside(restore, to, i)) != 0)
			return fail(err, name);
	}
	return true;
}

static bool same_content(Restore *restore, Err *err)
{
	BackupFacts now;
	if (!backup_verify(restore->db, &restore->rules, restore->clock, &now, err))
		return false;
	if (now.entries == restore->facts.entries && now.head.seq == restore->facts.head.seq &&
		memcmp(now.head.hash, restore->facts.head.hash, JOURNAL_HASH) == 0)
		return true;
	return err_set(err, ERR_DB, tr("%s: sau khi khôi phục không giống bản sao lưu."), restore->db);
}

// Whatever was done so far, backwards. The old file never lost its second name.
static bool put_back(Restore *restore)
{
	Err ignored = ERR_INIT;
	bool ok = true;
	if (!*restore->aside) {
		if (!restore->has_staged)
			unlink(restore->db);
		return false;
	}
	if (!restore->has_staged) {
		remove_companions(restore, restore->db);
		ok = rename(restore->aside, restore->db) == 0;
	} else {
		unlink(restore->aside);
	}
	ok = ok && move_companions(restore, restore->aside, restore->db, &ignored) &&
	     sync_directory(restore, &ignored);
	(void)ok; // the first failure is what is told
	restore->aside = "";
	return false;
}

static bool replace(Restore *restore, Err *err)
{
	if (!link_aside(restore, err))
		return false;
	if (*restore->aside && !move_companions(restore, restore->db, restore->aside, err))
		return put_back(restore);
	remove_companions(restore, restore->db);
	remove_companions(restore, restore->staged);
	if (rename(restore->staged, restore->db) != 0) {
		fail(err, restore->db);
		return put_back(restore);
	}
	restore->has_staged = false;
	if (sync_directory(restore, err) && same_content(restore, err))
		return true;
	return put_back(restore);
}

bool restore_run(Restore *restore, const char **aside, Err *err)
{
	WriteLock *lock = NULL;
	if (!restore->allowed)
		return err_set(err, ERR_DENIED, "%s", tr("Chưa hỏi quyền khôi phục."));
	if (!write_lock_open_alone(restore->db, &lock, err))
		return false;
	bool ok = replace(restore, err);
	*aside = restore->aside;
	write_lock_close(lock);
	return ok;
}
