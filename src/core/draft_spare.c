// SPDX-License-Identifier: MIT
// Where drafts go when they cannot lie beside the database. Whoever else uses the machine can neither read
// them nor put a link there: each base is a directory of one's own that nobody else enters.
#include "core/draft_parts.h"

#include "base/buf.h"
#include "base/xalloc.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *state_home(Arena *arena)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
	if (state && *state == '/')
		return arena_strdup(arena, state);
	return home && *home == '/' ? arena_printf(arena, "%s/.local/state", home) : "";
}

static void find_bases(Arena *arena, const char *out[DRAFT_SPARES])
{
	const char *state = state_home(arena);
	long uid = (long)geteuid();
	out[0] = *state ? arena_printf(arena, "%s/dieuphoi", state) : "";
	out[1] = arena_printf(arena, "/var/tmp/dieuphoi-%ld", uid);
	out[2] = arena_printf(arena, "/dev/shm/dieuphoi-%ld", uid);
}

// What is missing above it, as the standard of these places has it.
static void make_above(Arena *arena, const char *path)
{
	char *above = arena_strdup(arena, path);
	for (char *slash = strchr(above + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		int ignored = mkdir(above, 0700); // what cannot be made is missed below
		(void)ignored;
		*slash = '/';
	}
}

void draft_spares_make(Arena *arena, const char *out[DRAFT_SPARES])
{
	find_bases(arena, out);
	if (*out[0])
		make_above(arena, out[0]);
	for (int i = 0; i < DRAFT_SPARES; i++) {
		Err ignored = ERR_INIT;
		int dir = -1;
		if (*out[i] && draft_dir_open(out[i], DIR_CREATE, &dir, &ignored))
			close(dir);
		else
			out[i] = ""; // somebody else's, or none
	}
}

// Which database it is: its name, and the sum of where it lies.
static void name_of(const char *db_path, char *out, size_t size)
{
	char whole[PATH_MAX];
	const char *path = realpath(db_path, whole) ? whole : db_path;
	const char *slash = strrchr(path, '/');
	snprintf(out, size, "%.60s-%08x.drafts", slash ? slash + 1 : path, log_crc(path, strlen(path)));
}

void draft_paths(const char *db_path, char *out[DRAFT_DIRS])
{
	char name[96];
	Buf path = BUF_INIT;
	Arena arena = ARENA_INIT;
	const char *bases[DRAFT_SPARES];
	find_bases(&arena, bases);
	name_of(db_path, name, sizeof(name));
	buf_addf(&path, "%s.drafts", db_path);
	out[0] = xstrdup(path.bytes);
	for (int i = 0; i < DRAFT_SPARES; i++) {
		buf_clear(&path);
		buf_addf(&path, "%s/%s", bases[i], name);
		out[i + 1] = *bases[i] ? xstrdup(path.bytes) : NULL;
	}
	buf_release(&path);
	arena_release(&arena);
}

bool draft_spare_open(const char *path, DirWanted wanted, int *dir, Err *err)
{
	Arena arena = ARENA_INIT;
	int base = -1;
	const char *above = arena_strndup(&arena, path, (size_t)(strrchr(path, '/') - path));
	if (wanted == DIR_CREATE)
		make_above(&arena, above);
	bool ok = draft_dir_open(above, wanted, &base, err);
	if (ok && base >= 0) {
		ok = draft_dir_open(path, wanted, dir, err);
		close(base);
	}
	arena_release(&arena);
	return ok;
}

void draft_paths_free(char *paths[DRAFT_DIRS])
{
	for (int i = 0; i < DRAFT_DIRS; i++)
		free(paths[i]);
}
