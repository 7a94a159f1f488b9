// SPDX-License-Identifier: MIT
// Options: typed tables of what a command takes, read into a struct of the command's own.
//
//	typedef struct { const char *region; bool json; OptionInt percent; } Values;
//	static const Option options[] = {
//		{ .name = "region", .type = OPTION_LINE, .offset = offsetof(Values, region),
//			.value = N_("MÃ"), .help = N_("chỉ vùng này") },
//		{ 0 },
//	};
//
// Taken: --name VALUE, --name=VALUE, --flag, arguments in between, and -- after which all are
// arguments. Names are never abbreviated. All errors are ERR_INVALID with the option as field.
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/arena.h"
#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What an option holds, and the C type of the field at its offset. Text that was not given is "".
typedef enum {
	OPTION_FLAG, // bool
	OPTION_LINE, // const char *: one line, cleaned, not empty
	OPTION_TEXT, // const char *: cleaned, may hold line feeds, may be empty
	OPTION_PATH, // const char *: as it was given, not empty
	OPTION_WORD, // const char *: one of words
	OPTION_INT,  // OptionInt: a whole number from min to max
} OptionType;

typedef enum { OPTION_OPTIONAL, OPTION_REQUIRED } OptionNeed;

typedef struct {
	bool given;
	int value;
} OptionInt;

// A table is ended by a row without name. An argument is an option without dashes: its name is what
// the usage line calls it.
typedef struct {
	const char *name;
	OptionType type;
	OptionNeed need;
	size_t offset;
	int min, max;             // OPTION_INT
	const char *const *words; // OPTION_WORD, ended by NULL
	const char *value;        // what the help calls the value; NULL for a flag
	const char *help;
} Option;

enum { OPTIONS_MAX = 64 }; // of one table

// A table and the struct that it fills. seen: bit i is set once row i was given.
typedef struct {
	const Option *options;
	void *into;
	uint64_t seen;
} OptionSet;

OptionSet option_set(const Option *options, void *into); // empties the text fields

// Reads the options at the start of argv and stops at the first argument, whose index is *next.
bool options_read_leading(OptionSet *sets, size_t sets_n, int argc, char *const *argv, Arena *arena,
	int *next, Err *err) WARN_UNUSED;

// Reads all of argv; what is no option goes to the arguments, in order.
bool options_read(OptionSet *sets, size_t sets_n, OptionSet *arguments, int argc, char *const *argv,
	Arena *arena, Err *err) WARN_UNUSED;

// The name of an option of that type that was given, NULL where none was.
const char *options_given(const OptionSet *set, OptionType type);

// Whether everything required was given.
bool options_complete(const OptionSet *options, const OptionSet *arguments, Err *err) WARN_UNUSED;

#endif
