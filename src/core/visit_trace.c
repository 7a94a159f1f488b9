// SPDX-License-Identifier: MIT
#include "core/visit.h"

#include "base/buf.h"
#include "base/xalloc.h"
#include "core/draft_parts.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

// A record is one write of fixed length, so that a reader never sees half of it: the instant, the place,
// line feeds.
enum { RECORD = 2048 };

struct VisitTrace {
	Core *core;
	char *path;  // owned
	int dir, fd; // -1: not open
	char file[80];
	Buf place; // what the file says
};

VisitTrace *visit_trace_open(Core *core)
{
	VisitTrace *trace = xcalloc(1, sizeof(*trace));
	trace->core = core;
	trace->path = session_directory(core);
	trace->dir = trace->fd = -1;
	trace->place = (Buf)BUF_INIT;
	return trace;
}

void visit_trace_close(VisitTrace *trace)
{
	if (trace->fd >= 0) {
		unlinkat(trace->dir, trace->file, 0);
		close(trace->fd);
	}
	if (trace->dir >= 0)
		close(trace->dir);
	buf_release(&trace->place);
	free(trace->path);
	free(trace);
}

static bool is_ready(VisitTrace *trace)
{
	Err ignored = ERR_INIT;
	if (core_read_only(trace->core))
		return false;
	if (trace->dir < 0 && !draft_dir_open(trace->path, DIR_CREATE, &trace->dir, &ignored))
		return false;
	if (trace->fd < 0)
		trace->fd = session_file_create(trace->dir, trace->file, sizeof(trace->file),
			&(SessionName){ core_actor(trace->core)->login, VISIT_TRACE_SUFFIX, 0 });
	return trace->fd >= 0;
}

void visit_trace_set(VisitTrace *trace, const char *place)
{
	char record[RECORD];
	if (strcmp(place, trace->place.bytes) == 0 || !is_ready(trace))
		return;
	memset(record, '\n', sizeof(record));
	int n = snprintf(record, sizeof(record), "%lld %s", (long long)core_now(trace->core), place);
	if (n >= RECORD)
		return; // one stood near there
	record[n] = '\n'; // where snprintf() put its NUL
	if (pwrite(trace->fd, record, sizeof(record), 0) != RECORD)
		return;
	buf_clear(&trace->place);
	buf_adds(&trace->place, place);
}

// What was left ---------------------------------------------------------------------------------

static void read_record(int fd, Arena *arena, Visit *visit)
{
	char record[RECORD + 1] = "", *end = NULL;
	if (pread(fd, record, RECORD, 0) <= 0)
		return;
	long long at = strtoll(record, &end, 10);
	if (*end != ' ' || at < visit->last_at)
		return;
	char *place = arena_strndup(arena, end + 1, strcspn(end + 1, "\n"));
	*visit = (Visit){ .place = place, .last_at = at, .end = VISIT_DROPPED };
}

// A file whose lock cannot be had belongs to a session that lives.
static void take(int dir, const char *name, Arena *arena, Visit *visit)
{
	int fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return;
	if (flock(fd, LOCK_EX | LOCK_NB) == 0) {
		read_record(fd, arena, visit);
		unlinkat(dir, name, 0);
	}
	close(fd);
}

void visit_trace_left(Core *core, Arena *arena, Visit *visit)
{
	Err ignored = ERR_INIT;
	char *path = session_directory(core);
	int fd = -1;
	bool there = draft_dir_open(path, DIR_EXISTING, &fd, &ignored) && fd >= 0;
	DIR *dir = there ? fdopendir(fd) : NULL;
	for (const struct dirent *entry; dir && (entry = readdir(dir));)
		if (session_name_is_of(entry->d_name, core_actor(core)->login, VISIT_TRACE_SUFFIX))
			take(fd, entry->d_name, arena, visit);
	if (dir)
		closedir(dir);
	else if (there)
		close(fd);
	free(path);
}
