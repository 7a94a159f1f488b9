// SPDX-License-Identifier: MIT
#include "tui/external.h"

#include "base/tr.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATH_SIZE = 128, OPEN_AT_ONCE = 8 };

typedef struct {
	char directory[PATH_SIZE];
	char file[PATH_SIZE + 16];
} Desk;

// The directory -----------------------------------------------------------------------------------

// In memory where the system offers that. TMPDIR is the other end's to choose.
static void choose_directory(char out[PATH_SIZE])
{
	struct stat st;
	char own[PATH_SIZE];
	snprintf(own, sizeof(own), "/run/user/%lu", (unsigned long)geteuid());
	bool safe = lstat(own, &st) == 0 && S_ISDIR(st.st_mode) && st.st_uid == geteuid() &&
		    (st.st_mode & 077) == 0;
	snprintf(out, PATH_SIZE, "%.60s/dieuphoi-XXXXXX", safe ? own : "/tmp");
}

static bool write_all(int fd, const char *text)
{
	size_t n = strlen(text);
	while (n) {
		ssize_t done = write(fd, text, n);
		if (done < 0 && errno != EINTR)
			return false;
		if (done > 0) {
			text += done;
			n -= (size_t)done;
		}
	}
	return true;
}

static bool fail(const char *what, Err *err)
{
	return err_set(err, ERR_IO, "%s: %s", what, strerror(errno));
}

static bool lay_out(Desk *desk, const char *text, Err *err)
{
	choose_directory(desk->directory);
	if (!mkdtemp(desk->directory)) {
		fail(desk->directory, err);
		desk->directory[0] = '\0';
		return false;
	}
	snprintf(desk->file, sizeof(desk->file), "%s/dieuphoi.txt", desk->directory);
	int fd = open(desk->file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return fail(desk->file, err);
	bool ok = write_all(fd, text) || fail(desk->file, err);
	close(fd);
	return ok;
}

static bool read_back(const Desk *desk, Buf *out, Err *err)
{
	char piece[8192];
	struct stat st;
	int fd = open(desk->file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return fail(desk->file, err);
	bool ok = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size <= PASTE_MAX;
	if (!ok)
		err_set(err, ERR_INVALID, "%s",
			tr("Văn bản sửa xong dài quá 1 MB, hoặc không còn là tệp."));
	for (ssize_t n = 1; ok && n > 0 && out->len <= PASTE_MAX;) {
		n = read(fd, piece, sizeof(piece));
		buf_add(out, piece, n > 0 ? (size_t)n : 0);
	}
	close(fd);
	return ok;
}

static int remove_entry(const char *path, const struct stat *st, int type, struct FTW *walk)
{
	(void)st, (void)type, (void)walk;
	return remove(path);
}

static void clear_away(const Desk *desk)
{
	if (*desk->directory)
		nftw(desk->directory, remove_entry, OPEN_AT_ONCE, FTW_DEPTH | FTW_PHYS);
}

// The process -------------------------------------------------------------------------------------

static int spawn(const Desk *desk, const char *program, const sigset_t *mask, pid_t *pid)
{
	const char *terminal = getenv("TERM");
	char term[80], home[PATH_SIZE + 8], path[] = "PATH=/usr/bin:/bin", lang[] = "LANG=C.UTF-8";
	snprintf(term, sizeof(term), "TERM=%s", terminal ? terminal : "dumb");
	snprintf(home, sizeof(home), "HOME=%s", desk->directory);
	char name[PATH_SIZE * 2], file[sizeof(desk->file)];
	snprintf(name, sizeof(name), "%s", program);
	memcpy(file, desk->file, sizeof(file));
	char *const argv[] = { name, file, NULL }, *const envp[] = { term, home, path, lang, NULL };
	posix_spawnattr_t attributes;
	posix_spawn_file_actions_t actions;
	sigset_t ordinary;
	sigfillset(&ordinary);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigdefault(&attributes, &ordinary);
	posix_spawnattr_setsigmask(&attributes, mask);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
	posix_spawn_file_actions_addchdir_np(&actions, desk->directory);
	int failed = posix_spawn(pid, program, &actions, &attributes, argv, envp);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	return failed;
}

// Returns the signal that told this program to end meanwhile, 0 for none. One that stops itself
// would leave nobody at the terminal.
static int wait_end(pid_t pid, const sigset_t *wanted, int *status)
{
	int end = 0;
	for (;;) {
		pid_t changed = waitpid(pid, status, WNOHANG | WUNTRACED);
		if (changed == pid && WIFSTOPPED(*status))
			kill(pid, SIGCONT);
		else if (changed != 0)
			return end;
		int number = sigwaitinfo(wanted, NULL);
		if (number == SIGHUP || number == SIGTERM) {
			end = number;
			kill(pid, SIGHUP);
		}
	}
}

static int run(const Desk *desk, const char *program, int *status)
{
	sigset_t wanted, before;
	pid_t pid;
	sigemptyset(&wanted);
	sigaddset(&wanted, SIGCHLD);
	sigaddset(&wanted, SIGHUP);
	sigaddset(&wanted, SIGTERM);
	sigprocmask(SIG_BLOCK, &wanted, &before);
	int failed = spawn(desk, program, &before, &pid);
	int end = failed ? 0 : wait_end(pid, &wanted, status);
	sigprocmask(SIG_SETMASK, &before, NULL);
	if (end)
		raise(end);
	return failed;
}

static bool run_on(Screen *screen, const Desk *desk, const char *program, Err *err)
{
	int status = 0;
	screen_suspend(screen);
	int failed = run(desk, program, &status);
	screen_resume(screen);
	if (failed) {
		err_set(err, ERR_IO, tr("Không chạy được %s: %s."), program, strerror(failed));
		return err_hint(err, "%s", tr("Người quản trị xem lại thiết lập external_editor."));
	}
	return (WIFEXITED(status) && WEXITSTATUS(status) == 0) ||
	       err_set(err, ERR_INVALID, "%s",
		       tr("Trình soạn thảo báo không xong; văn bản giữ nguyên."));
}

bool external_edit(Screen *screen, const char *program, const char *text, Buf *out, Err *err)
{
	Desk desk = { .directory = "" };
	bool ok = lay_out(&desk, text, err) && run_on(screen, &desk, program, err) &&
		  read_back(&desk, out, err);
	clear_away(&desk);
	return ok;
}
