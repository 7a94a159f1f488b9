// SPDX-License-Identifier: MIT
// Power cuts. What a process wrote and synced is recorded; then the disk is made again as a cut at any
// instant could have left it: all that was synced is there, and of what was not, in no order, each
// write whole, not at all or torn between sectors. No commit that was acknowledged may be missing.
#include "base/buf.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "fault/common.h"
#include "fault/vfs.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SECTOR = 512, FILES = 2, WRITES = 150 };

static const char *const suffixes[FILES] = { "", "-wal" };

typedef struct {
	DiskStep step; // bytes owned
	int file, acknowledged; // commits before this step
} Recorded;

typedef struct {
	Vec steps;
	int acknowledged;
} Recording;

// A file as it stands on the disk, and what is still on its way there.
typedef struct {
	Buf synced;
	bool there; // its name in the directory
	Vec pending; // const Recorded *
} Disk;

static void record(void *state, const DiskStep *step)
{
	Recording *recording = state;
	size_t n = strlen(step->path);
	Recorded each = { .step = *step, .acknowledged = recording->acknowledged };
	each.file = n > 4 && strcmp(step->path + n - 4, "-wal") == 0;
	if (step->n) {
		void *copy = xmalloc(step->n);
		each.step.bytes = memcpy(copy, step->bytes, step->n);
	}
	*(Recorded *)vec_push(&recording->steps) = each;
}

static void grow(Buf *bytes, size_t size)
{
	static const char zeros[4096];
	while (bytes->len < size)
		buf_add(bytes, zeros, size - bytes->len < sizeof(zeros) ? size - bytes->len :
									 sizeof(zeros));
}

static void put(Buf *bytes, int64_t at, const char *from, size_t n)
{
	grow(bytes, (size_t)at + n);
	memcpy(bytes->bytes + at, from, n);
}

static void settle(Disk *disk, const Recorded *each)
{
	const DiskStep *step = &each->step;
	if (step->kind == DISK_WRITE)
		put(&disk->synced, step->offset, step->bytes, step->n);
	else if (step->kind == DISK_TRUNCATE && (size_t)step->offset < disk->synced.len)
		buf_splice(&disk->synced, (size_t)step->offset,
			disk->synced.len - (size_t)step->offset, "", 0);
}

static void sync_all(Disk *disk)
{
	for (size_t i = 0; i < disk->pending.len; i++)
		settle(disk, *(const Recorded **)vec_at(&disk->pending, i));
	vec_clear(&disk->pending);
	disk->there = true;
}

// Each sector of a torn write by itself.
static void settle_some(Disk *disk, const Recorded *each, unsigned *seed)
{
	unsigned fate = next_random(seed) % 3;
	const DiskStep *step = &each->step;
	if (fate == 0)
		return;
	if (fate == 1 || step->kind != DISK_WRITE) {
		settle(disk, each);
		return;
	}
	for (size_t at = 0; at < step->n;) {
		size_t n = SECTOR - ((size_t)step->offset + at) % SECTOR;
		n = n < step->n - at ? n : step->n - at;
		if (next_random(seed) % 2)
			put(&disk->synced, step->offset + (int64_t)at,
				(const char *)step->bytes + at, n);
		at += n;
	}
}

static void cut(Disk *disk, unsigned *seed)
{
	if (disk->pending.len && !disk->there)
		disk->there = next_random(seed) % 2;
	for (size_t i = 0; i < disk->pending.len; i++)
		settle_some(disk, *(const Recorded **)vec_at(&disk->pending, i), seed);
}

// A removed file may come back as it was synced: nobody synced its directory.
static void remove_file(Disk *disk)
{
	disk->there = false;
	buf_clear(&disk->synced);
	vec_clear(&disk->pending);
}

static void play(Disk disks[FILES], const Recording *recording, size_t until)
{
	for (size_t i = 0; i < until; i++) {
		const Recorded *each = vec_at(&recording->steps, i);
		Disk *disk = &disks[each->file];
		if (each->step.kind == DISK_SYNC)
			sync_all(disk);
		else if (each->step.kind == DISK_REMOVE)
			remove_file(disk);
		else
			*(const Recorded **)vec_push(&disk->pending) = each;
	}
}

static void write_file(const char *path, const Buf *bytes)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes->bytes, bytes->len), (ssize_t)bytes->len);
	close(fd);
}

static void read_file(const char *path, Buf *out)
{
	char piece[4096];
	ssize_t n;
	int fd = open(path, O_RDONLY);
	assert_true(fd >= 0);
	while ((n = read(fd, piece, sizeof(piece))) > 0)
		buf_add(out, piece, (size_t)n);
	close(fd);
}

static void remove_database(const char *path)
{
	static const char *const all[] = { "", "-wal", "-shm", ".lock" };
	char name[200];
	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++) {
		snprintf(name, sizeof(name), "%s%s", path, all[i]);
		unlink(name);
	}
}

typedef struct {
	const Fixture *fixture;
	const Recording *recording;
	const Buf *before; // the database when the recording began
} Scene;

static void cut_at(const Scene *scene, size_t until, unsigned *seed)
{
	char path[160], name[200];
	Disk disks[FILES] = { { .synced = BUF_INIT, .there = true }, { .synced = BUF_INIT } };
	const Recorded *last = vec_at(&scene->recording->steps, until - 1);
	snprintf(path, sizeof(path), "%s/cut.db", scene->fixture->dir);
	buf_add(&disks[0].synced, scene->before->bytes, scene->before->len);
	for (int i = 0; i < FILES; i++)
		vec_init(&disks[i].pending, sizeof(const Recorded *));
	play(disks, scene->recording, until);
	for (int i = 0; i < FILES; i++) {
		cut(&disks[i], seed);
		snprintf(name, sizeof(name), "%s%s", path, suffixes[i]);
		if (disks[i].there)
			write_file(name, &disks[i].synced);
		buf_release(&disks[i].synced);
		vec_release(&disks[i].pending);
	}
	assert_whole(path, &scene->fixture->instant);
	int64_t missing = numbers_missing(path, 1, last->acknowledged);
	if (last->acknowledged && missing)
		fail_msg("%d of %d acknowledged commits lost by a cut after step %zu",
			(int)missing, last->acknowledged, until);
	remove_database(path);
}

// Closed and opened once more on the way: the last to leave takes the log into the file and removes it.
static void write_and_record(Fixture *fixture, int64_t leaf_id, Recording *recording)
{
	disk_watch(record, recording);
	for (int n = 1; n <= WRITES; n++) {
		Core **core = &fixture->core;
		if (!*core)
			assert_done(reopen(fixture->path, &fixture->instant, core, &fixture->err),
				&fixture->err);
		assert_done(write_one(*core, leaf_id, 1, n, &fixture->err), &fixture->err);
		recording->acknowledged = n;
		if (n % 60 == 0 || n == WRITES) {
			core_close(*core);
			*core = NULL;
		}
	}
}

static void ignore(void *state, const DiskStep *step)
{
	(void)state, (void)step;
}

static void test_power_cuts(void **state)
{
	Fixture *fixture = *state;
	Buf before = BUF_INIT;
	Recording recording = { .acknowledged = 0 };
	unsigned seed = 3;
	int64_t leaf_id = fixture_leaf(fixture, "2.1a", "phu-quoc");
	core_close(fixture->core);
	fixture->core = NULL;
	read_file(fixture->path, &before);
	vec_init(&recording.steps, sizeof(Recorded));
	write_and_record(fixture, leaf_id, &recording);
	disk_watch(ignore, NULL);
	const Scene scene = { fixture, &recording, &before };
	for (int i = 0; i < rounds(60, 1000); i++)
		cut_at(&scene, 1 + next_random(&seed) % recording.steps.len, &seed);
	for (size_t i = 0; i < recording.steps.len; i++) {
		union {
			const void *shown;
			void *owned;
		} bytes = { ((Recorded *)vec_at(&recording.steps, i))->step.bytes };
		free(bytes.owned);
	}
	vec_release(&recording.steps);
	buf_release(&before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_power_cuts, fixture_setup_directive, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
