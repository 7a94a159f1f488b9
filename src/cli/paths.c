// SPDX-License-Identifier: MIT
#include "cli/paths.h"

#include "base/buf.h"
#include "base/tr.h"

#include <errno.h>
#include <limits.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// The XDG base directories must be absolute; others are to be ignored.
static const char *base_directory(const char *variable, const char *below_home, Arena *arena)
{
	const char *dir = getenv(variable);
	const char *home = getenv("HOME");
	if (dir && *dir == '/')
		return dir;
	if (!home || *home != '/') {
		const struct passwd *user = getpwuid(getuid());
		home = user ? user->pw_dir : "/";
	}
	return arena_printf(arena, "%s/%s", home, below_home);
}

const char *path_user_data(const char *name, Arena *arena)
{
	const char *base = base_directory("XDG_DATA_HOME", ".local/share", arena);
	return arena_printf(arena, "%s/dieuphoi/%s", base, name);
}

static bool is_directory(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

const char *path_directory(const char *path, Arena *arena)
{
	const char *slash = strrchr(path, '/');
	if (!slash)
		return ".";
	return slash == path ? "/" : arena_strndup(arena, path, (size_t)(slash - path));
}

// The tree that a program under …/build/ was built from; NULL for an installed one.
static const char *own_tree(Arena *arena)
{
	char program[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", program, sizeof(program) - 1);
	if (n <= 0)
		return NULL;
	program[n] = '\0';
	const char *dir = path_directory(program, arena);
	while (strcmp(dir, "/") != 0 && strcmp(dir, ".") != 0) {
		const char *above = path_directory(dir, arena);
		if (strcmp(strrchr(dir, '/'), "/build") == 0 &&
			is_directory(arena_printf(arena, "%s/regions", above)))
			return above;
		dir = above;
	}
	return NULL;
}

// What is tried out in a tree, its tests among it, is not to come upon the machine's real data.
void paths_settings(Arena *arena, const char *out[SETTINGS_FILES])
{
	const char *tree = own_tree(arena), *base = base_directory("XDG_CONFIG_HOME", ".config", arena);
	out[0] = tree ? arena_printf(arena, "%s/assets/etc/dieuphoi.conf", tree) :
			DIEUPHOI_SYSCONFDIR "/dieuphoi.conf";
	out[1] = arena_printf(arena, "%s/dieuphoi/dieuphoi.conf", base);
}

const char *path_data(const char *name, Arena *arena)
{
	const char *root = getenv("DIEUPHOI_DATA");
	if (!root || !*root)
		root = own_tree(arena);
	if (!root)
		root = DIEUPHOI_DATADIR;
	const char *plain = arena_printf(arena, "%s/%s", root, name);
	const char *asset = arena_printf(arena, "%s/assets/%s", root, name);
	return !is_directory(plain) && is_directory(asset) ? asset : plain;
}

static bool make_one(const char *dir, Err *err)
{
	if (mkdir(dir, 0700) == 0 || (errno == EEXIST && is_directory(dir)))
		return true;
	err_set(err, ERR_IO, tr("%s: không tạo được thư mục: %s"), dir, strerror(errno));
	return err_hint(err, "%s", tr("Chọn nơi khác ở --db, hoặc kiểm tra quyền ghi."));
}

bool path_make_directory(const char *dir, Err *err)
{
	Arena arena = ARENA_INIT;
	bool ok = is_directory(dir);
	if (!ok) {
		const char *above = path_directory(dir, &arena);
		ok = (strcmp(above, dir) == 0 || path_make_directory(above, err)) &&
		     make_one(dir, err);
	}
	arena_release(&arena);
	return ok;
}
