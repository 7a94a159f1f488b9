// SPDX-License-Identifier: MIT
// Rollup: leaves gathered by their task, with what they add up to.
#ifndef CLI_ROLLUP_H
#define CLI_ROLLUP_H

#include "core/task.h"

// Leaves of one task, which stand together in a list. State: done if all are, not-started while
// none is begun, blocked if any is, else doing. Percent: the mean, a silent leaf counting 0.
typedef struct {
	const Leaf *leaves;
	size_t n;
	State state;
	int percent;
	bool late; // any
} Rollup;

// The task whose leaves begin at `first` of a Vec of Leaf in leaf_list()'s order.
Rollup rollup_at(const Vec *leaves, size_t first);

#endif
