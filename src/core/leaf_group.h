// SPDX-License-Identifier: MIT
// Leaves in another order than their tasks': by deadline, or in groups with what each adds up to.
#ifndef CORE_LEAF_GROUP_H
#define CORE_LEAF_GROUP_H

#include "core/figures.h"

typedef enum {
	GROUP_NONE, // by deadline alone
	GROUP_TASK, // as leaf_list() has them
	GROUP_REGION,
	GROUP_DISTRICT,
	GROUP_BODY,
	GROUP_CLAUSE,
	GROUP_DEADLINE,
	GROUP_STATE,
	GROUP_ORIGIN,
	GROUP_KINDS,
} GroupKind;

const char *group_name(GroupKind kind); // "theo vùng"
bool group_parse(const char *code, GroupKind *out) WARN_UNUSED; // none, task, region …

// Leaves first … first + n - 1 of the list.
typedef struct {
	const char *title;
	size_t first, n;
	Figures figures;
} LeafGroup;

// Orders a Vec of Leaf by group and within it by deadline: what is late or due first, then what has no
// day (định kỳ, thường xuyên, không nêu), then what is done, then what has ended. out: Vec of LeafGroup,
// one for all where nothing is grouped. Each leaf is in one group: a district's in its main region.
bool leaf_group(Core *core, Vec *leaves, GroupKind kind, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;

#endif
