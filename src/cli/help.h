// SPDX-License-Identifier: MIT
// Help, made from the tables that the commands are read with.
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/command.h"

extern const Option global_options[];

void help_overview(Buf *out);
void help_of_command(const Command *command, Buf *out);
// The commands that begin with this word: "task" of "task list".
void help_of_group(const char *group, Buf *out);

// By both words, or by the only one; *taken is how many words that were. ERR_INVALID names the
// nearest command. NULL in *out with true: the words name a group.
bool command_find(int argc, char *const *argv, Arena *arena, const Command **out, int *taken,
	Err *err) WARN_UNUSED;

#endif
