// SPDX-License-Identifier: MIT
// Loaded before the C library (LD_PRELOAD) it makes a healthy machine fail. The environment says how:
//	FAULT_DISK=ERRNO   writes, truncations and syncs of files below FAULT_UNDER fail with it
//	FAULT_READ=ERRNO   such files can be opened, but not read
//	FAULT_OPEN=ERRNO   such files cannot be opened for writing
//	FAULT_UNDER=PATH   beginnings of paths, parted by colons
//	FAULT_WHEN=FILE    these only while this file is there
//	FAULT_CLOCK=N      the wall clock is N seconds ahead
//	FAULT_INSTANT=N    the wall clock stands still, so many seconds after 1970
//	FAULT_MALLOC=N     the N-th allocation and every later one fail; FAULT_MALLOC_ONCE: that one alone
//	FAULT_PEEK=FILE    whether it can still be read at the end: "yes" or "no" in FAULT_PEEK_TO
//	FAULT_SYSLOG=FILE  what goes to the system's log goes there
//	FAULT_COUNT=FILE   how many allocations there were, at the end
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *ptr, size_t size);

int clock_gettime(clockid_t clock, struct timespec *now);

// Read once: getenv() is no more to be trusted when the program has changed its environment.
static struct {
	bool read;
	int disk, read_error, open;
	const char *under, *when, *count, *peek, *peek_to, *log;
	long clock, instant, fail_at, fail_once;
} fault;
static long allocations;
#ifdef FAULT_MEMORY
static int spared; // one call may make another
#endif

__attribute__((constructor)) static void read_faults(void)
{
	const char *disk = getenv("FAULT_DISK"), *open_error = getenv("FAULT_OPEN");
	const char *seconds = getenv("FAULT_CLOCK"), *n = getenv("FAULT_MALLOC");
	const char *once = getenv("FAULT_MALLOC_ONCE"), *instant = getenv("FAULT_INSTANT");
	const char *read_error = getenv("FAULT_READ");
	fault.under = getenv("FAULT_UNDER");
	fault.when = getenv("FAULT_WHEN");
	fault.count = getenv("FAULT_COUNT");
	fault.peek = getenv("FAULT_PEEK");
	fault.peek_to = getenv("FAULT_PEEK_TO");
	fault.log = getenv("FAULT_SYSLOG");
	fault.disk = disk ? atoi(disk) : 0;
	fault.read_error = read_error ? atoi(read_error) : 0;
	fault.open = open_error ? atoi(open_error) : 0;
	fault.clock = seconds ? atol(seconds) : 0;
	fault.instant = instant ? atol(instant) : 0;
	fault.fail_at = n ? atol(n) : 0;
	fault.fail_once = once ? atol(once) : 0;
	allocations = 0;
	fault.read = true;
}

__attribute__((destructor)) static void tell_peek(void)
{
	if (!fault.peek || !fault.peek_to)
		return;
	int peek = open(fault.peek, O_RDONLY | O_CLOEXEC);
	int fd = open(fault.peek_to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	const char *text = peek >= 0 ? "yes\n" : "no\n";
	if (fd >= 0 && write(fd, text, strlen(text)) > 0)
		close(fd);
}

__attribute__((destructor)) static void tell_count(void)
{
	char text[24];
	if (!fault.count)
		return;
	int fd = open(fault.count, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	int n = snprintf(text, sizeof(text), "%ld\n", allocations);
	if (fd >= 0 && write(fd, text, (size_t)n) == n)
		close(fd);
}

// --- disk ------------------------------------------------------------------------------------

// One of the beginnings of paths, parted by colons.
static bool is_under(const char *path)
{
	for (const char *at = fault.under; at && *at;) {
		size_t n = strcspn(at, ":");
		if (strncmp(path, at, n) == 0)
			return true;
		at += n + (at[n] == ':');
	}
	return false;
}

static bool fails_now(const char *path)
{
	return is_under(path) && (!fault.when || syscall(SYS_access, fault.when, F_OK) == 0);
}

// error: what such files fail with, 0 for nothing
static bool fails_with(int fd, int error)
{
	char link[40], path[4096];
	if (!error)
		return false;
	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	ssize_t n = readlink(link, path, sizeof(path) - 1);
	if (n <= 0)
		return false;
	path[n] = '\0';
	if (!fails_now(path))
		return false;
	errno = error;
	return true;
}

static bool fails(int fd)
{
	return fails_with(fd, fault.disk);
}

ssize_t read(int fd, void *bytes, size_t n)
{
	return fails_with(fd, fault.read_error) ? -1 : syscall(SYS_read, fd, bytes, n);
}

ssize_t pread(int fd, void *bytes, size_t n, off_t at)
{
	return fails_with(fd, fault.read_error) ? -1 : syscall(SYS_pread64, fd, bytes, n, at);
}

ssize_t pread64(int fd, void *bytes, size_t n, off64_t at)
{
	return fails_with(fd, fault.read_error) ? -1 : syscall(SYS_pread64, fd, bytes, n, at);
}

ssize_t write(int fd, const void *bytes, size_t n)
{
	return fails(fd) ? -1 : syscall(SYS_write, fd, bytes, n);
}

ssize_t pwrite(int fd, const void *bytes, size_t n, off_t at)
{
	return fails(fd) ? -1 : syscall(SYS_pwrite64, fd, bytes, n, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t n, off64_t at)
{
	return fails(fd) ? -1 : syscall(SYS_pwrite64, fd, bytes, n, at);
}

int ftruncate(int fd, off_t size)
{
	return fails(fd) ? -1 : (int)syscall(SYS_ftruncate, fd, size);
}

int ftruncate64(int fd, off64_t size)
{
	return fails(fd) ? -1 : (int)syscall(SYS_ftruncate, fd, size);
}

int fsync(int fd)
{
	return fails(fd) ? -1 : (int)syscall(SYS_fsync, fd);
}

int fdatasync(int fd)
{
	return fails(fd) ? -1 : (int)syscall(SYS_fdatasync, fd);
}

static int open_unless(const char *path, int flags, unsigned mode)
{
	if (fault.open && (flags & O_ACCMODE) != O_RDONLY && fails_now(path)) {
		errno = fault.open;
		return -1;
	}
	return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open(const char *path, int flags, ...)
{
	va_list args;
	va_start(args, flags);
	unsigned mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(args, unsigned) : 0;
	va_end(args);
	return open_unless(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
	va_list args;
	va_start(args, flags);
	unsigned mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(args, unsigned) : 0;
	va_end(args);
	return open_unless(path, flags, mode);
}

// --- the system's log --------------------------------------------------------------------------

void syslog(int priority, const char *format, ...);
void __syslog_chk(int priority, int flag, const char *format, ...);

static void add_line(const char *format, va_list args)
{
	char line[400];
	int n = vsnprintf(line, sizeof(line) - 1, format, args);
	int fd = fault.log ? (int)syscall(SYS_openat, AT_FDCWD, fault.log, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
	if (fd < 0 || n < 0)
		return;
	line[n] = '\n';
	syscall(SYS_write, fd, line, n + 1);
	close(fd);
}

void syslog(int priority, const char *format, ...)
{
	va_list args;
	(void)priority;
	va_start(args, format);
	add_line(format, args);
	va_end(args);
}

void __syslog_chk(int priority, int flag, const char *format, ...)
{
	va_list args;
	(void)priority, (void)flag;
	va_start(args, format);
	add_line(format, args);
	va_end(args);
}

// --- clock -----------------------------------------------------------------------------------

int clock_gettime(clockid_t clock, struct timespec *now)
{
	int code = (int)syscall(SYS_clock_gettime, clock, now);
	if (clock == CLOCK_REALTIME && fault.instant)
		*now = (struct timespec){ .tv_sec = fault.instant };
	else if (clock == CLOCK_REALTIME)
		now->tv_sec += fault.clock;
	return code;
}

// --- memory ----------------------------------------------------------------------------------

#ifdef FAULT_MEMORY
static bool exhausted(void)
{
	if (!fault.read || spared)
		return false;
	allocations++;
	bool now = (fault.fail_at && allocations >= fault.fail_at) || allocations == fault.fail_once;
	if (now)
		errno = ENOMEM;
	return now;
}

// libconfig 1.5 trusts every allocation of its own; nothing above it could mend that, so it is spared.
typedef struct config_t config_t;
void config_init(config_t *config);
int config_read_string(config_t *config, const char *text);

void config_init(config_t *config)
{
	union {
		void *found;
		void (*call)(config_t *);
	} real = { dlsym(RTLD_NEXT, "config_init") };
	spared++;
	real.call(config);
	spared--;
}

int config_read_string(config_t *config, const char *text)
{
	union {
		void *found;
		int (*call)(config_t *, const char *);
	} real = { dlsym(RTLD_NEXT, "config_read_string") };
	spared++;
	int code = real.call(config, text);
	spared--;
	return code;
}

void *malloc(size_t size)
{
	return exhausted() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return exhausted() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *ptr, size_t size)
{
	return exhausted() ? NULL : __libc_realloc(ptr, size);
}
#endif
