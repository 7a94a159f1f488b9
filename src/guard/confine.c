// SPDX-License-Identifier: MIT
// Landlock (Linux 5.13 and later), without a library: the C library has no names for its calls.
#include "guard/guard.h"

#include "base/arena.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// What later kernels than the headers' may know, by number.
enum {
	FS_FIRST = (1 << 13) - 1, // the rights of the first version
	FS_REFER = 1 << 13,
	FS_TRUNCATE = 1 << 14,
	NET_TCP = 3,   // bind, connect
	SCOPE_ALL = 3, // abstract sockets, signals
};
enum { ABI_REFER = 2, ABI_TRUNCATE = 3, ABI_NET = 4, ABI_SCOPE = 6 };

// As the kernel has it now; an older one takes the longer form where the rest is 0.
typedef struct {
	uint64_t files, network, scope;
} Rules;

enum {
	READ = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
	RUN = READ | LANDLOCK_ACCESS_FS_EXECUTE,
	DEVICE = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE,
	FILE_ONLY = RUN | DEVICE | FS_TRUNCATE,
	ALL = FS_FIRST | FS_REFER | FS_TRUNCATE,
	WORK = ALL & ~(LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
			     LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM |
			     LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO),
};

// What a terminal and the libraries need.
static const struct {
	const char *path;
	uint64_t rights;
} always[] = {
	{ "/usr/share/terminfo", READ },
	{ "/usr/lib/terminfo", READ },
	{ "/lib/terminfo", READ },
	{ "/etc/terminfo", READ },
	{ "/usr/lib/locale", READ },
	{ "/usr/share/locale", READ },
	{ "/dev/null", DEVICE },
	{ "/dev/urandom", LANDLOCK_ACCESS_FS_READ_FILE },
};

// A program of others, where the administrator allows one.
static const struct {
	const char *path;
	uint64_t rights;
} for_programs[] = {
	{ "/usr", RUN },
	{ "/lib", RUN },
	{ "/lib64", RUN },
	{ "/bin", RUN },
	{ "/etc", READ },
	{ "/tmp", WORK },
	{ "/run/user", WORK },
	{ "/dev/tty", DEVICE },
	{ "/proc", READ },
};

static int version(void)
{
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	return abi < 0 ? 0 : (int)abi;
}

static Rules rules_of(int abi)
{
	Rules rules = { .files = FS_FIRST };
	rules.files |= abi >= ABI_REFER ? FS_REFER : 0;
	rules.files |= abi >= ABI_TRUNCATE ? FS_TRUNCATE : 0;
	rules.network = abi >= ABI_NET ? NET_TCP : 0;
	rules.scope = abi >= ABI_SCOPE ? SCOPE_ALL : 0;
	return rules;
}

// What is not there needs no permission.
static void allow(int set, const Rules *rules, const char *path, uint64_t rights)
{
	int fd = open(path, O_PATH | O_CLOEXEC);
	struct landlock_path_beneath_attr beneath = { rights & rules->files, fd };
	if (fd < 0)
		return;
	if (syscall(SYS_landlock_add_rule, set, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) != 0) {
		// A file takes no rights of directories.
		beneath.allowed_access &= FILE_ONLY & ~(uint64_t)LANDLOCK_ACCESS_FS_READ_DIR;
		syscall(SYS_landlock_add_rule, set, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
	}
	close(fd);
}

static void allow_terminfo(int set, const Rules *rules, const char *home)
{
	Arena arena = ARENA_INIT;
	const char *own = getenv("TERMINFO"), *dirs = getenv("TERMINFO_DIRS");
	char *rest = dirs ? arena_strdup(&arena, dirs) : NULL;
	if (own && *own)
		allow(set, rules, own, READ);
	for (const char *dir; (dir = strsep(&rest, ":"));)
		if (*dir)
			allow(set, rules, dir, READ);
	if (home && *home)
		allow(set, rules, arena_printf(&arena, "%s/.terminfo", home), READ);
	arena_release(&arena);
}

static void allow_all(int set, const Rules *rules, const GuardReach *reach)
{
	for (size_t i = 0; i < sizeof(always) / sizeof(*always); i++)
		allow(set, rules, always[i].path, always[i].rights);
	bool program = reach->program && *reach->program;
	for (size_t i = 0; program && i < sizeof(for_programs) / sizeof(*for_programs); i++)
		allow(set, rules, for_programs[i].path, for_programs[i].rights);
	if (program)
		allow(set, rules, reach->program, RUN);
	allow_terminfo(set, rules, getenv("HOME"));
	allow(set, rules, reach->directory, WORK);
	if (reach->home && *reach->home)
		allow(set, rules, reach->home, WORK);
	for (int i = 0; i < GUARD_SPARES; i++)
		if (reach->spares[i] && *reach->spares[i])
			allow(set, rules, reach->spares[i], WORK);
}

static bool built_for_tests(void)
{
#if defined(__SANITIZE_ADDRESS__) || defined(DIEUPHOI_COVERAGE)
	return true;
#else
	return false;
#endif
}

GuardConfined guard_confine(const GuardReach *reach)
{
	int abi = version();
	if (built_for_tests())
		return GUARD_NOT_BUILT;
	if (!abi)
		return GUARD_NO_KERNEL;
	const Rules rules = rules_of(abi);
	int set = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof(rules), 0);
	if (set < 0)
		return GUARD_NO_KERNEL;
	allow_all(set, &rules, reach);
	bool done = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
		    syscall(SYS_landlock_restrict_self, set, 0) == 0;
	close(set);
	return done ? GUARD_CONFINED : GUARD_NO_KERNEL;
}

// The child says by its exit code what it could; the root directory is what nobody's reach names.
GuardConfined guard_try_confine(void)
{
	int status = 0;
	pid_t child = fork();
	if (child == 0) {
		const GuardReach nothing = { .directory = "/dev/null" };
		GuardConfined done = guard_confine(&nothing);
		int root = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC); // goes with the child
		_exit(done == GUARD_CONFINED && root >= 0 ? GUARD_NO_KERNEL : (int)done);
	}
	if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status))
		return GUARD_NO_KERNEL;
	return (GuardConfined)WEXITSTATUS(status);
}
