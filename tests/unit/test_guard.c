// SPDX-License-Identifier: MIT
// What a process may still do once it has given power away. Each case in a child of its own, since
// there is no way back.
#include "guard/guard.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

typedef struct {
	char own[64], other[64]; // directories
} Places;

static int set_up(void **state)
{
	static Places places;
	strcpy(places.own, "/tmp/guard-own-XXXXXX");
	strcpy(places.other, "/tmp/guard-other-XXXXXX");
	*state = &places;
	return mkdtemp(places.own) && mkdtemp(places.other) ? 0 : -1;
}

static int tear_down(void **state)
{
	const Places *places = *state;
	char path[96];
	static const char *const names[] = { "new", "moved" };
	for (size_t i = 0; i < 2; i++) {
		snprintf(path, sizeof(path), "%s/%s", places->own, names[i]);
		unlink(path);
	}
	rmdir(places->own);
	rmdir(places->other);
	return 0;
}

// The number of the first thing that is not so, 0 for none.
static int in_child(int (*run)(const Places *places), const Places *places)
{
	int status = -1;
	pid_t child = fork();
	if (child == 0)
		_exit(run(places));
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static bool opens(const char *path, int flags)
{
	int fd = open(path, flags | O_CLOEXEC, 0600);
	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

static int confined(const Places *places)
{
	char inside[96], moved[96], outside[96];
	const GuardReach reach = { .directory = places->own };
	snprintf(inside, sizeof(inside), "%s/new", places->own);
	snprintf(moved, sizeof(moved), "%s/moved", places->own);
	snprintf(outside, sizeof(outside), "%s/new", places->other);
	if (!opens("/etc/passwd", O_RDONLY) || guard_confine(&reach) != GUARD_CONFINED)
		return 1;
	if (opens("/etc/passwd", O_RDONLY) || opens("/proc/self/environ", O_RDONLY) ||
		opens("/", O_RDONLY | O_DIRECTORY))
		return 2;
	if (opens(outside, O_WRONLY | O_CREAT))
		return 3;
	if (!opens(inside, O_RDWR | O_CREAT) || rename(inside, moved) != 0 || !opens(moved, O_RDWR | O_TRUNC))
		return 4;
	if (rename(moved, outside) == 0)
		return 5;
	if (!opens("/dev/null", O_RDWR) || !opens("/usr/share/terminfo", O_RDONLY | O_DIRECTORY))
		return 6;
	execl("/bin/false", "false", (char *)NULL); // by its exit code it would be seen
	return 0;
}

static int signals_nobody(const Places *places)
{
	const GuardReach reach = { .directory = places->own };
	guard_confine(&reach);
	return kill(getppid(), 0) == 0;
}

static int connects_nowhere(const Places *places)
{
	const GuardReach reach = { .directory = places->own };
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	guard_confine(&reach);
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	return fd >= 0 && bind(fd, (struct sockaddr *)&address, sizeof(address)) == 0;
}

static int runs_a_program(const Places *places)
{
	const GuardReach reach = { .directory = places->own, .program = "/bin/true" };
	guard_confine(&reach);
	execl("/bin/true", "true", (char *)NULL);
	return 1;
}

static int home_too(const Places *places)
{
	char path[96];
	const GuardReach reach = { .directory = places->own, .home = places->other };
	snprintf(path, sizeof(path), "%s/new", places->other);
	guard_confine(&reach);
	bool ok = opens(path, O_RDWR | O_CREAT) && !opens("/etc/passwd", O_RDONLY);
	unlink(path);
	return !ok;
}

static void the_screen_opens_the_database_alone(void **state)
{
	GuardConfined can = guard_try_confine();
	if (can != GUARD_CONFINED) {
		print_message("# no Landlock here (%d): not tried\n", can);
		skip();
	}
	assert_int_equal(in_child(confined, *state), 0);
	assert_int_equal(in_child(runs_a_program, *state), 0);
	assert_int_equal(in_child(home_too, *state), 0);
}

// Networks are of its fourth version, signals of its sixth.
static void it_reaches_no_process_and_no_network(void **state)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	if (guard_try_confine() != GUARD_CONFINED || version < 4)
		skip();
	assert_int_equal(in_child(connects_nowhere, *state), 0);
	if (version >= 6)
		assert_int_equal(in_child(signals_nobody, *state), 0);
}

static int started(const Places *places)
{
	struct rlimit core;
	struct stat st;
	(void)places;
	int inherited = open("/dev/null", O_RDONLY);
	close(STDOUT_FILENO);
	guard_start();
	mode_t mask = umask(0);
	if (fcntl(inherited, F_GETFD) >= 0 && inherited > STDERR_FILENO)
		return 1;
	if (fstat(STDOUT_FILENO, &st) != 0 || !S_ISCHR(st.st_mode))
		return 2;
	if (mask != 077 || getrlimit(RLIMIT_CORE, &core) != 0 || core.rlim_max != 0)
		return 3;
	if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1)
		return 4;
#if !defined(__SANITIZE_ADDRESS__)
	if (prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0)
		return 5;
#endif
	return 0;
}

static void the_start_gives_power_away(void **state)
{
	assert_int_equal(in_child(started, *state), 0);
}

static int sent(const Places *places)
{
	(void)places;
	clearenv();
	setenv("LD_PRELOAD", "x", 1);
	setenv("DIEUPHOI_DB", "/tmp/x", 1);
	setenv("HOME", "/nowhere", 1);
	setenv("PATH", "/tmp", 1);
	setenv("TERM", "../../etc/passwd", 1);
	setenv("SSH_ORIGINAL_COMMAND", "whoami", 1);
	setenv("TERMINFO", "/tmp", 1);
	guard_environment(GUARD_SENT);
	if (getenv("LD_PRELOAD") || getenv("DIEUPHOI_DB") || getenv("TERMINFO") || getenv("TERM"))
		return 1;
	if (strcmp(getenv("SSH_ORIGINAL_COMMAND"), "whoami") != 0)
		return 2;
	if (strcmp(getenv("PATH"), "/usr/bin:/bin") != 0 || strcmp(getenv("HOME"), "/nowhere") == 0)
		return 3;
	return 0;
}

static int own(const Places *places)
{
	(void)places;
	setenv("LD_PRELOAD", "x", 1);
	setenv("DIEUPHOI_DB", "/tmp/x", 1);
	setenv("HOME", "/mine", 1);
	setenv("TERM", "xterm-256color", 1);
	guard_environment(GUARD_OWN);
	return getenv("LD_PRELOAD") || strcmp(getenv("DIEUPHOI_DB"), "/tmp/x") != 0 ||
	       strcmp(getenv("HOME"), "/mine") != 0 || strcmp(getenv("TERM"), "xterm-256color") != 0;
}

static void the_environment_is_a_short_list(void **state)
{
	assert_int_equal(in_child(sent, *state), 0);
	assert_int_equal(in_child(own, *state), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_screen_opens_the_database_alone, set_up, tear_down),
		cmocka_unit_test_setup_teardown(it_reaches_no_process_and_no_network, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_start_gives_power_away, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_environment_is_a_short_list, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
