// SPDX-License-Identifier: MIT
// Between the files that read a directive: nobody outside includes this.
#ifndef CONFIG_DIRECTIVE_PARTS_H
#define CONFIG_DIRECTIVE_PARTS_H

#include "config/directive_file.h"

// file has its text, bodies and clauses; tasks are added.
bool directive_tasks_read(ConfigNode list, Arena *arena, DirectiveFile *file, Err *err) WARN_UNUSED;

// The same of indicators, once the tasks are there.
bool directive_indicators_read(
	ConfigNode list, Arena *arena, DirectiveFile *file, Err *err) WARN_UNUSED;

const DirectiveTask *directive_task_find(const DirectiveFile *file, const char *code);
const DirectiveClause *directive_clause_find(const DirectiveFile *file, const char *code);
const DirectiveBody *directive_body_find(const DirectiveFile *file, const char *code);

#endif
