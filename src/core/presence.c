// SPDX-License-Identifier: MIT
#include "core/presence.h"

#include "base/xalloc.h"
#include "core/draft_parts.h"
#include "core/visit.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

// A record is one write of fixed length, so that a reader never sees half of it.
enum { RECORD = 256 };

typedef struct {
	char table[24];
	int64_t id;
	int how;
	Other other;
} Record;

struct Presence {
	Core *core;
	char *path; // owned
	int dir, fd; // -1: not open
	char file[64];
	Thing thing;
	PresenceHow how;
	struct timespec seen; // the directory's own time at the last look
	bool look;            // whatever that says
	Vec others;           // of Other
};

Presence *presence_open(Core *core)
{
	Presence *presence = xcalloc(1, sizeof(*presence));
	presence->core = core;
	presence->path = session_directory(core);
	presence->dir = presence->fd = -1;
	vec_init(&presence->others, sizeof(Other));
	return presence;
}

// What others watch: the directory's time, which writing into a file leaves alone.
static void tell(const Presence *presence)
{
	int ignored = futimens(presence->dir, NULL); // they look again with their next change
	(void)ignored;
}

void presence_close(Presence *presence)
{
	if (presence->fd >= 0) {
		unlinkat(presence->dir, presence->file, 0);
		close(presence->fd);
		tell(presence);
	}
	if (presence->dir >= 0)
		close(presence->dir);
	vec_release(&presence->others);
	free(presence->path);
	free(presence);
}

// Writing ---------------------------------------------------------------------------------------

static bool create(Presence *presence)
{
	presence->fd = session_file_create(presence->dir, presence->file, sizeof(presence->file),
		&(SessionName){ .login = "", .suffix = "" });
	return presence->fd >= 0;
}

static bool is_ready(Presence *presence)
{
	Err ignored = ERR_INIT;
	if (presence->dir < 0 &&
		!draft_dir_open(presence->path, DIR_CREATE, &presence->dir, &ignored))
		return false;
	return presence->fd >= 0 || create(presence);
}

static void write_record(Presence *presence)
{
	char record[RECORD];
	const Actor *actor = core_actor(presence->core);
	const char *table = presence->thing.id ? nouns[presence->thing.noun].table : "-";
	memset(record, '\n', sizeof(record));
	int n = snprintf(record, sizeof(record), "%s %lld %d %lld %.95s\n", table,
		(long long)presence->thing.id, (int)presence->how, (long long)actor->id, actor->name);
	if (n < RECORD)
		record[n] = '\n'; // where snprintf() put its NUL
	ssize_t written = pwrite(presence->fd, record, sizeof(record), 0);
	if (written == RECORD)
		tell(presence);
}

void presence_set(Presence *presence, Thing thing, PresenceHow how)
{
	if (thing_same(thing, presence->thing) && (!thing.id || how == presence->how))
		return;
	presence->thing = thing;
	presence->how = how;
	presence->look = true;
	if (is_ready(presence))
		write_record(presence);
}

// Reading ---------------------------------------------------------------------------------------

static bool parse(const char *text, Record *out)
{
	long long id, person_id;
	memset(out, 0, sizeof(*out));
	int n = sscanf(text, "%23s %lld %d %lld %95[^\n]", out->table, &id, &out->how, &person_id,
		out->other.name);
	if (n != 5)
		return false;
	out->id = id;
	out->other.person_id = person_id;
	out->other.how = out->how ? PRESENCE_EDITS : PRESENCE_READS;
	return true;
}

// A file whose lock can be had belongs to nobody who lives.
static bool read_living(const Presence *presence, const char *name, Record *out)
{
	char text[RECORD + 1] = "";
	int fd = openat(presence->dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return false;
	bool living = flock(fd, LOCK_SH | LOCK_NB) != 0;
	bool ok = living && pread(fd, text, RECORD, 0) > 0 && parse(text, out);
	if (!living)
		unlinkat(presence->dir, name, 0);
	close(fd);
	return ok;
}

static int editors_first(const void *a, const void *b)
{
	const Other *x = a, *y = b;
	return x->how != y->how ? (x->how == PRESENCE_READS) - (y->how == PRESENCE_READS) :
				  strcmp(x->name, y->name);
}

static void scan(Presence *presence)
{
	Record record;
	int fd = openat(presence->dir, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
	vec_clear(&presence->others);
	if (!dir) {
		if (fd >= 0)
			close(fd);
		return;
	}
	for (const struct dirent *entry; (entry = readdir(dir));)
		if (entry->d_name[0] != '.' && !strstr(entry->d_name, VISIT_TRACE_SUFFIX) && strcmp(entry->d_name, presence->file) != 0 &&
			read_living(presence, entry->d_name, &record) && record.id == presence->thing.id &&
			strcmp(record.table, nouns[presence->thing.noun].table) == 0)
			*(Other *)vec_push(&presence->others) = record.other;
	closedir(dir);
	if (presence->others.len)
		qsort(presence->others.items, presence->others.len, sizeof(Other), editors_first);
}

static bool has_changed(Presence *presence)
{
	struct stat info;
	if (fstat(presence->dir, &info) != 0)
		return false;
	bool same = info.st_mtim.tv_sec == presence->seen.tv_sec &&
		    info.st_mtim.tv_nsec == presence->seen.tv_nsec;
	presence->seen = info.st_mtim;
	return !same;
}

// A session that was killed changes nothing: whoever is shown is looked at each time.
const Vec *presence_others(Presence *presence)
{
	if (presence->dir < 0 || !presence->thing.id) {
		vec_clear(&presence->others);
		return &presence->others;
	}
	if (has_changed(presence) || presence->look || presence->others.len)
		scan(presence);
	presence->look = false;
	return &presence->others;
}
