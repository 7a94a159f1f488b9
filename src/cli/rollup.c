// SPDX-License-Identifier: MIT
#include "cli/rollup.h"

static size_t run_length(const Vec *leaves, size_t first)
{
	const Leaf *leaf = vec_at(leaves, first);
	size_t n = 1;
	while (first + n < leaves->len && leaf[n].task_id == leaf->task_id)
		n++;
	return n;
}

static State state_of(const size_t counts[STATE_COUNT], size_t n)
{
	if (counts[STATE_DONE] == n)
		return STATE_DONE;
	if (counts[STATE_SILENT] + counts[STATE_NOT_STARTED] == n)
		return STATE_NOT_STARTED;
	return counts[STATE_BLOCKED] ? STATE_BLOCKED : STATE_DOING;
}

Rollup rollup_at(const Vec *leaves, size_t first)
{
	size_t counts[STATE_COUNT] = { 0 };
	int sum = 0;
	Rollup rollup = { .leaves = vec_at(leaves, first), .n = run_length(leaves, first) };
	for (size_t i = 0; i < rollup.n; i++) {
		const Leaf *leaf = &rollup.leaves[i];
		counts[leaf->state]++;
		sum += leaf->percent;
		rollup.late = rollup.late || leaf->late;
	}
	int n = (int)rollup.n;
	rollup.state = state_of(counts, rollup.n);
	rollup.percent = n ? (sum + n / 2) / n : 0;
	return rollup;
}
