// SPDX-License-Identifier: MIT
// The files: created for one's own session, taken over from dead ones, never followed through links.
#include "core/draft_parts.h"

#include "base/tr.h"
#include "base/xalloc.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAMES_TRIED = 1000, READ_SIZE = 1 << 16 };

static bool fail(Err *err, const char *what)
{
	err_set(err, ERR_IO, tr("Không ghi được bản nháp: %s: %s."), what, strerror(errno));
	return err_hint(err, "%s", tr("Vẫn gõ và ghi (Ctrl+S) được; chữ chưa ghi sẽ mất nếu đứt đường truyền."));
}

bool draft_dir_open(const char *path, DirWanted wanted, int *dir, Err *err)
{
	struct stat info;
	if (wanted == DIR_CREATE && mkdir(path, 0700) != 0 && errno != EEXIST)
		return fail(err, path);
	*dir = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (*dir < 0)
		return (wanted == DIR_EXISTING && errno == ENOENT) || fail(err, path);
	if (fstat(*dir, &info) == 0 && info.st_uid == geteuid() &&
		(!(info.st_mode & 077) || fchmod(*dir, 0700) == 0))
		return true;
	close(*dir);
	*dir = -1;
	errno = EPERM;
	return fail(err, path);
}

char *session_directory(Core *core)
{
	static const char suffix[] = ".open";
	const char *path = db_path(core_db(core));
	size_t size = strlen(path) + sizeof(suffix);
	char *out = xmalloc(size);
	snprintf(out, size, "%s%s", path, suffix);
	return out;
}

// Somebody may have taken it for a dead session's, and removed it, before it was locked.
static bool lock_new(int fd)
{
	struct stat info;
	return flock(fd, LOCK_EX | LOCK_NB) == 0 && fstat(fd, &info) == 0 && info.st_nlink > 0;
}

int session_file_create(int dir, char *name, size_t size, const SessionName *of)
{
	for (int i = 0; i < NAMES_TRIED; i++) {
		snprintf(name, size, "%s%s%ld-%d%s", of->login, *of->login ? "-" : "", (long)getpid(), i, of->suffix);
		int fd = openat(dir, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | of->flags, 0600);
		if (fd < 0 && errno != EEXIST)
			return -1;
		if (fd >= 0 && lock_new(fd))
			return fd;
		if (fd >= 0)
			close(fd);
	}
	errno = EEXIST;
	return -1;
}

bool draft_file_create(DraftFile *file, int dir, const char *login, Err *err)
{
	int fd = session_file_create(dir, file->name, sizeof(file->name),
		&(SessionName){ .login = login, .suffix = ".log", .flags = O_APPEND });
	if (fd < 0)
		return fail(err, file->name);
	file->dir = dir;
	file->fd = fd;
	file->length = 0;
	file->named = false;
	return true;
}

static bool is_ours(int fd)
{
	struct stat info;
	return fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_uid == geteuid() &&
	       info.st_nlink == 1;
}

bool draft_file_claim(DraftFile *file, int dir, const char *name)
{
	*file = (DraftFile)DRAFT_FILE_CLOSED;
	int fd = openat(dir, name, O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0 && (errno == EROFS || errno == EACCES)) // on a disk that is only read now
		fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return false;
	if (flock(fd, LOCK_EX | LOCK_NB) != 0 || !is_ours(fd)) {
		close(fd);
		return false;
	}
	file->dir = dir;
	file->fd = fd;
	snprintf(file->name, sizeof(file->name), "%s", name);
	return true;
}

bool draft_file_read(const DraftFile *file, Buf *out)
{
	char chunk[READ_SIZE];
	ssize_t n;
	while ((n = pread(file->fd, chunk, sizeof(chunk), (off_t)out->len)) != 0) {
		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			buf_add(out, chunk, (size_t)n);
	}
	return true;
}

static bool write_all(int fd, const char *bytes, size_t n)
{
	while (n) {
		ssize_t written = write(fd, bytes, n);
		if (written < 0 && errno != EINTR)
			return false;
		if (written > 0) {
			bytes += written;
			n -= (size_t)written;
		}
	}
	return true;
}

bool draft_file_add(DraftFile *file, const Buf *bytes, Err *err)
{
	struct stat info;
	if (fstat(file->fd, &info) != 0)
		return fail(err, file->name);
	if ((size_t)info.st_size != file->length && ftruncate(file->fd, (off_t)file->length) != 0)
		return fail(err, file->name);
	if (!write_all(file->fd, bytes->bytes, bytes->len))
		return fail(err, file->name);
	file->length += bytes->len;
	return true;
}

// The name too must reach the disk, once.
bool draft_file_sync(DraftFile *file, Err *err)
{
	if (fdatasync(file->fd) != 0 || (!file->named && fsync(file->dir) != 0))
		return fail(err, file->name);
	file->named = true;
	return true;
}

void draft_file_close(DraftFile *file)
{
	if (file->fd >= 0)
		close(file->fd);
	*file = (DraftFile)DRAFT_FILE_CLOSED;
}

void draft_file_remove(DraftFile *file)
{
	if (file->fd >= 0)
		unlinkat(file->dir, file->name, 0);
	draft_file_close(file);
}

static size_t digits(const char *s)
{
	return strspn(s, "0123456789");
}

bool session_name_is_of(const char *name, const char *login, const char *suffix)
{
	size_t n = strlen(login);
	if (strncmp(name, login, n) != 0 || name[n] != '-')
		return false;
	const char *pid = name + n + 1, *count = pid + digits(pid);
	if (count == pid || *count++ != '-')
		return false;
	return digits(count) > 0 && strcmp(count + digits(count), suffix) == 0;
}
