// SPDX-License-Identifier: MIT
#include "db/lock.h"

#include "base/tr.h"
#include "base/xalloc.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { WAIT_SECONDS = 5, DAY_SECONDS = 24 * 60 * 60 };

struct WriteLock {
	int fd;
	bool held;
	char *path;
};

// Whether the database is in use is told by a lock of another kind on the same file: shared by all
// who have it open, exclusive for who replaces it. It belongs to the open descriptor, so that the
// kernel takes it back however a process ends, and never meets the flock of the writers.
static bool mark_use(const WriteLock *lock, short type)
{
	struct flock use = { .l_type = type, .l_whence = SEEK_SET, .l_len = 1 };
	return fcntl(lock->fd, F_OFD_SETLK, &use) == 0;
}

static void set_time(const WriteLock *lock, time_t at)
{
	const struct timespec times[2] = { { .tv_sec = at }, { .tv_sec = at } };
	futimens(lock->fd, times); // where it fails, one looks again the next time
}

static bool open_file(const char *db_path, WriteLock **out, Err *err)
{
	size_t size = strlen(db_path) + sizeof(".lock");
	WriteLock *lock = xcalloc(1, sizeof(*lock));
	lock->path = xmalloc(size);
	snprintf(lock->path, size, "%s.lock", db_path);
	const int flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
	lock->fd = open(lock->path, flags | O_EXCL, 0600);
	if (lock->fd >= 0)
		set_time(lock, 0);
	else
		lock->fd = open(lock->path, flags, 0600);
	if (lock->fd < 0) {
		err_set(err, ERR_IO, tr("%s: không mở được tệp khóa: %s"), lock->path, strerror(errno));
		err_hint(err, "%s", tr("Kiểm tra quyền ghi của thư mục chứa cơ sở dữ liệu."));
		write_lock_close(lock);
		return false;
	}
	*out = lock;
	return true;
}

static bool refuse(WriteLock *lock, WriteLock **out, Err *err, const char *message, const char *hint)
{
	*out = NULL;
	if (errno == EAGAIN || errno == EACCES) {
		err_set(err, ERR_BUSY, "%s", message);
		err_hint(err, "%s", hint);
	} else {
		err_set(err, ERR_IO, tr("%s: không khóa được: %s"), lock->path, strerror(errno));
	}
	write_lock_close(lock);
	return false;
}

bool write_lock_open(const char *db_path, WriteLock **out, Err *err)
{
	if (!open_file(db_path, out, err))
		return false;
	return mark_use(*out, F_RDLCK) ||
	       refuse(*out, out, err, tr("Cơ sở dữ liệu đang được khôi phục từ bản sao lưu."),
		       tr("Hãy mở lại sau ít giây."));
}

bool write_lock_open_alone(const char *db_path, WriteLock **out, Err *err)
{
	if (!open_file(db_path, out, err))
		return false;
	if (!mark_use(*out, F_WRLCK))
		return refuse(*out, out, err, tr("Cơ sở dữ liệu đang có người mở, chưa khôi phục."),
			tr("Đợi mọi người thoát chương trình (F10) rồi chạy lại; chưa thay đổi gì."));
	if (write_lock_take(*out, err))
		return true;
	write_lock_close(*out);
	*out = NULL;
	return false;
}

bool write_lock_is_alone(const WriteLock *lock)
{
	struct flock use = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = 1 };
	return fcntl(lock->fd, F_OFD_GETLK, &use) == 0 && use.l_type == F_UNLCK;
}

bool write_lock_day_is_over(const WriteLock *lock)
{
	struct stat st;
	time_t now = time(NULL);
	return fstat(lock->fd, &st) != 0 || st.st_mtime > now || now - st.st_mtime >= DAY_SECONDS;
}

void write_lock_begin_day(WriteLock *lock)
{
	set_time(lock, time(NULL));
}

void write_lock_close(WriteLock *lock)
{
	if (!lock)
		return;
	if (lock->fd >= 0)
		close(lock->fd);
	free(lock->path);
	free(lock);
}

static void on_alarm(int signal_number)
{
	(void)signal_number; // its arrival alone ends flock() with EINTR
}

// A blocking flock keeps the order of those who wait, which polling would not. The timer repeats
// after the deadline, lest one that fires just before flock() begins be lost.
static int flock_until_deadline(int fd)
{
	struct sigaction quiet = { .sa_handler = on_alarm }, before;
	struct itimerval timer = { .it_interval = { .tv_usec = 50000 },
		.it_value = { .tv_sec = WAIT_SECONDS } };
	struct itimerval off = { .it_value = { .tv_sec = 0 } };
	struct timeval start, now;
	int result;

	sigaction(SIGALRM, &quiet, &before);
	setitimer(ITIMER_REAL, &timer, NULL);
	gettimeofday(&start, NULL);
	do {
		result = flock(fd, LOCK_EX);
		gettimeofday(&now, NULL);
	} while (result != 0 && errno == EINTR && now.tv_sec - start.tv_sec < WAIT_SECONDS);
	int saved = errno;
	setitimer(ITIMER_REAL, &off, NULL);
	sigaction(SIGALRM, &before, NULL);
	errno = saved;
	return result;
}

bool write_lock_take(WriteLock *lock, Err *err)
{
	if (lock->held)
		return true;
	if (flock(lock->fd, LOCK_EX | LOCK_NB) != 0 && flock_until_deadline(lock->fd) != 0) {
		if (errno != EINTR)
			return err_set(err, ERR_IO, tr("%s: không khóa được: %s"), lock->path, strerror(errno));
		err_set(err, ERR_BUSY, "%s", tr("Người khác đang ghi lâu hơn 5 giây, chưa ghi được."));
		return err_hint(err, "%s", tr("Nội dung còn nguyên; hãy ghi lại sau ít giây."));
	}
	lock->held = true;
	return true;
}

void write_lock_give(WriteLock *lock)
{
	if (!lock->held)
		return;
	flock(lock->fd, LOCK_UN);
	lock->held = false;
}

bool write_lock_held(const WriteLock *lock)
{
	return lock->held;
}
