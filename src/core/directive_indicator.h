// SPDX-License-Identifier: MIT
// The indicators that come with a directive: between the files that store it.
#ifndef CORE_DIRECTIVE_INDICATOR_H
#define CORE_DIRECTIVE_INDICATOR_H

#include "core/change.h"
#include "core/directive.h"

// What is looked up before the write begins: ids in the order of the list, 0 for those that are new.
typedef struct {
	Core *core;
	const NewDirective *wanted;
	Arena *arena;
	int64_t *ids;
	Place **places; // of each one's targets
} DirectiveIndicators;

bool directive_indicators_look_up(DirectiveIndicators *indicators, Core *core,
	const NewDirective *wanted, Arena *arena, Err *err) WARN_UNUSED;
// task_ids beside wanted->tasks.
void directive_indicators_store(
	DirectiveIndicators *indicators, Change *change, const int64_t *task_ids);

#endif
