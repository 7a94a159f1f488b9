// SPDX-License-Identifier: MIT
#include "unit/roles_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char *const suffixes[] = { "-wal", "-shm" };

static void keep(const char *path, Buf *out)
{
	char block[65536];
	size_t n;
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	buf_clear(out);
	while ((n = fread(block, 1, sizeof(block), file)) > 0)
		buf_add(out, block, n);
	fclose(file);
}

static void reopen(Fixture *fixture)
{
	const CoreRules rules = {
		.utc_offset = 420, .first_review = { 2021, 12, 31 }, .review_cutoff_days = 15,
		.meeting_gap_days = 45, .due_soon_days = 7,
	};
	assert_done(core_open(fixture->path, DB_OPEN, &rules, clock_fixed(&fixture->instant),
		&fixture->core, &fixture->err), &fixture->err);
}

// Closed, so that nothing of it stands beside the file.
void store_save(Fixture *fixture, Buf *out)
{
	core_close(fixture->core);
	keep(fixture->path, out);
	reopen(fixture);
}

static void write_file(Fixture *fixture, const Buf *bytes)
{
	FILE *file = fopen(fixture->path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes->bytes, 1, bytes->len, file), bytes->len);
	assert_int_equal(fclose(file), 0);
}

void store_bring_back(Fixture *fixture, const Buf *bytes)
{
	char name[160];
	core_close(fixture->core);
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(*suffixes); i++) {
		snprintf(name, sizeof(name), "%s%s", fixture->path, suffixes[i]);
		unlink(name);
	}
	write_file(fixture, bytes);
	reopen(fixture);
}

// Hundreds of changes, each waiting for a disk, would be most of the time.
void store_move_to_memory(Fixture *fixture, const Buf *bytes)
{
	char dir[sizeof(fixture->dir)] = "/dev/shm/dieuphoi-test-XXXXXX";
	if (!mkdtemp(dir))
		return;
	fixture_close(fixture);
	fixture->arena = (Arena)ARENA_INIT;
	snprintf(fixture->dir, sizeof(fixture->dir), "%s", dir);
	snprintf(fixture->path, sizeof(fixture->path), "%s/test.db", dir);
	write_file(fixture, bytes);
	reopen(fixture);
}
