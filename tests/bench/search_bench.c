// SPDX-License-Identifier: MIT
// How long a search takes, from the typed text to the marked hits: search_bench FILE [ROUNDS]
// The file is one of search_data.py's, after `dieuphoi check --reindex`. Beside the time on the
// clock stands the processor's, which a busy machine does not stretch.
#include "core/search.h"
#include "core/task.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const struct {
	const char *what, *typed;
} asked[] = {
	{ "rare", "hiem7" },
	{ "rare, unknown", "khongcotunay" },
	{ "common", "tinh " },
	{ "common, with accents", "tỉnh " },
	{ "common, growing", "nhie" },
	{ "common, growing, accents", "triể" },
	{ "two common", "kinh te " },
	{ "two common, never together", "cam quyt " },
	{ "three common", "tinh huyen cac " },
	{ "common and rare", "tinh hiem7 " },
	{ "two letters", "th" },
	{ "two letters", "ng" },
	{ "two letters, number", "20" },
	{ "common, two letters", "tinh th" },
	{ "phrase", "\"ủy ban nhân dân tỉnh\"" },
	{ "phrase that is not there", "\"tinh cac uy ban\"" },
	{ "number", "259-CV/TU" },
	{ "day", "07/10/2021" },
	{ "region", "vùng:hd tinh " },
	{ "district", "địa phương:kien-hai tinh " },
	{ "days", "từ:1/10/2021 đến:31/10/2021 tinh " },
	{ "kind", "loại:progress tinh " },
	{ "one letter", "a" },
};

typedef struct {
	double wall, processor;
} Times;

static double read_clock(clockid_t clock)
{
	struct timespec ts;
	clock_gettime(clock, &ts);
	return (double)ts.tv_sec * 1e3 + (double)ts.tv_nsec / 1e6;
}

static Times now(void)
{
	return (Times){ read_clock(CLOCK_MONOTONIC), read_clock(CLOCK_PROCESS_CPUTIME_ID) };
}

static Times since(Times start)
{
	Times end = now();
	return (Times){ end.wall - start.wall, end.processor - start.processor };
}

static int by_wall(const void *a, const void *b)
{
	double x = ((const Times *)a)->wall, y = ((const Times *)b)->wall;
	return (x > y) - (x < y);
}

static int by_processor(const void *a, const void *b)
{
	double x = ((const Times *)a)->processor, y = ((const Times *)b)->processor;
	return (x > y) - (x < y);
}

static void print_times(const char *what, const char *typed, size_t hits, Times *times, int n)
{
	qsort(times, (size_t)n, sizeof(*times), by_wall);
	double p50 = times[n / 2].wall, p99 = times[n * 99 / 100].wall;
	qsort(times, (size_t)n, sizeof(*times), by_processor);
	printf("%-26s %-36s %3zu hits  p50 %6.2f  p99 %6.2f  cpu p50 %6.2f  p99 %6.2f ms\n", what,
		typed, hits, p50, p99, times[n / 2].processor, times[n * 99 / 100].processor);
}

static Times once(Core *core, const char *typed, SearchResult *result, Err *err)
{
	Arena arena = ARENA_INIT;
	const SearchLimit limit = { .each = 8, .single = 100 };
	Times start = now();
	bool ok = core_read_begin(core, err) && search_run(core, typed, limit, &arena, result, err);
	core_read_end(core);
	Times spent = since(start);
	arena_release(&arena);
	if (!ok) {
		fprintf(stderr, "%s: %s\n", typed, err->message);
		exit(1);
	}
	return spent;
}

static void measure(Core *core, const char *what, const char *typed, int rounds, Err *err)
{
	SearchResult result;
	Times *times = calloc((size_t)rounds, sizeof(*times));
	search_result_init(&result);
	once(core, typed, &result, err); // the first reads the file
	for (int i = 0; i < rounds; i++)
		times[i] = once(core, typed, &result, err);
	print_times(what, typed, result.hits.len, times, rounds);
	search_result_release(&result);
	free(times);
}

// A change with its part of the index: what a person waits for at Ctrl+S.
static void measure_change(Core *core, int rounds, Err *err)
{
	const LeafFilter filter = { .directive_id = 0 };
	Arena arena = ARENA_INIT;
	Vec leaves;
	Times *times = calloc((size_t)rounds, sizeof(*times));
	vec_init(&leaves, sizeof(Leaf));
	bool ok = leaf_list(core, &filter, &arena, &leaves, err) && leaves.len;
	for (int i = 0; ok && i < rounds; i++) {
		const Leaf *leaf = vec_at(&leaves, (size_t)i % leaves.len);
		const ProgressInput input = { STATE_DOING, 50, "Đã họp dân, thống nhất phương án",
			"", "BC 12-BC/HU", 0 };
		Times start = now();
		ok = progress_record(core, leaf->leaf_id, &input, err);
		times[i] = since(start);
	}
	print_times("a change", "", 0, times, rounds);
	vec_release(&leaves);
	arena_release(&arena);
	free(times);
}

int main(int argc, char **argv)
{
	const CoreRules rules = { .utc_offset = 420,
		.first_review = { 2021, 12, 31 },
		.review_cutoff_days = 15,
		.meeting_gap_days = 45,
		.due_soon_days = 7 };
	int rounds = argc > 2 ? atoi(argv[2]) : 200;
	Core *core = NULL;
	Err err = ERR_INIT;
	if (argc < 2 || rounds < 1 ||
		!core_open(argv[1], DB_OPEN, &rules, clock_system(), &core, &err) ||
		!core_act_as_default(core, &err)) {
		fprintf(stderr, "search_bench FILE [ROUNDS]: %s\n", err.message);
		return 1;
	}
	for (size_t i = 0; i < sizeof(asked) / sizeof(*asked); i++)
		measure(core, asked[i].what, asked[i].typed, rounds, &err);
	measure_change(core, rounds, &err);
	core_close(core);
	return 0;
}
