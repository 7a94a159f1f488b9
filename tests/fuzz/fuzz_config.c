// SPDX-License-Identifier: MIT
// Any bytes as a settings, region, directive, alias and demo file: an answer and no crash, and an error always
// has a message and a hint. The file lies in a directory of its own, with a text beside it that a
// directive of the corpus can name.
#include "base/arena.h"
#include "config/alias_file.h"
#include "config/demo_file.h"
#include "config/directive_file.h"
#include "config/region_file.h"
#include "config/settings.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// libconfig 1.5 forgets its buffers where the syntax breaks inside a value: a refused file costs
// that.
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libconfig\n";
}

static char dir[64] = "/dev/shm/dieuphoi-fuzz-XXXXXX";
static char path[96], text_path[96];

static void require(bool ok)
{
	if (!ok)
		abort();
}

static void write_file(const char *to, const void *bytes, size_t n)
{
	int fd = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	require(fd >= 0 && write(fd, bytes, n) == (ssize_t)n);
	close(fd);
}

static void remove_files(void)
{
	unlink(path);
	unlink(text_path);
	rmdir(dir);
}

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	static const char text[] = "1. Giao Sở A làm việc B trong năm 2021.\n2. Việc khác.\n";
	require(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/f.cfg", dir);
	snprintf(text_path, sizeof(text_path), "%s/t.txt", dir);
	write_file(text_path, text, sizeof(text) - 1);
	atexit(remove_files);
	return 0;
}

static void check(bool ok, const Err *err)
{
	require(ok == (err->kind == ERR_NONE));
	require(ok || (*err->message && *err->hint));
}

static void fuzz_settings(Arena *arena)
{
	const char *paths[] = { path };
	Err err = ERR_INIT;
	Settings settings = settings_default();
	check(settings_read(paths, 1, arena, &settings, &err), &err);
	require(settings.utc_offset >= -720 && settings.utc_offset <= 840);
}

static void fuzz_regions(Arena *arena)
{
	Err err = ERR_INIT;
	RegionFile region;
	bool ok = region_file_read(path, arena, &region, &err);
	check(ok, &err);
	if (!ok)
		return;
	RegionSet set = { .regions = &region, .regions_n = 1 };
	err_clear(&err);
	check(regions_check(&set, &err), &err);
}

static void fuzz_directive(Arena *arena)
{
	Err err = ERR_INIT;
	DirectiveFile file;
	DirectiveCoverage coverage;
	bool ok = directive_file_read(path, arena, &file, &err);
	check(ok, &err);
	if (!ok)
		return;
	directive_coverage(&file, arena, &coverage);
	require(coverage.covered <= coverage.words);
	for (size_t i = 0; i < coverage.gaps_n; i++)
		require(coverage.gaps[i].end <= file.text_len);
}

static void fuzz_others(Arena *arena)
{
	Err err = ERR_INIT;
	AliasFile aliases;
	DemoStory story;
	check(alias_file_read(path, arena, &aliases, &err), &err);
	err_clear(&err);
	check(demo_read(dir, arena, &story, &err), &err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena arena = ARENA_INIT;
	write_file(path, data, size);
	fuzz_settings(&arena);
	fuzz_regions(&arena);
	fuzz_directive(&arena);
	fuzz_others(&arena);
	arena_release(&arena);
	return 0;
}
