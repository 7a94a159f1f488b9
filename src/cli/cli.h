// SPDX-License-Identifier: MIT
// The command line: reads the arguments, prepares what a command needs, prints what it made.
// Exit codes: 0 ok, 1 failed, 2 usage, 3 not found, 4 busy or conflict, 5 denied.
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "base/arena.h"
#include "base/buf.h"
#include "config/settings.h"
#include "core/core.h"

// What every command takes besides its own options. Text is "" where it was not given.
typedef struct {
	const char *db, *as, *as_of, *config, *lang;
	bool demo, help, version;
} GlobalOptions;

// A session over SSH: as the file of keys has it, whatever the client sends.
typedef struct {
	const char *login;
	GlobalOptions given; // on the line of the file of keys
} Session;

typedef struct Cli Cli;

// Opens the full screen for the acting person; handed in because this room lies beside the
// screen's.
typedef bool CliScreen(Core *core, const Settings *settings, Err *err);

// What a command works with. Everything lives until the program's end.
struct Cli {
	GlobalOptions global;
	CliScreen *screen;
	const Session *session; // NULL: not over SSH
	Settings settings; // once cli_settings() has read them
	CoreRules rules;   // once cli_open() has put them together
	Clock clock;
	Arena arena;
	Buf out;    // what goes to standard output, made harmless on the way
	Core *core; // once cli_open() has opened it; NULL before
};

// The whole program: returns the exit code.
int cli_main(int argc, char *const *argv, CliScreen *screen);

const char *cli_version(void);

// Reads the settings files.
bool cli_settings(Cli *cli, Err *err) WARN_UNUSED;
// Where the database is; settings must have been read.
const char *cli_db_path(Cli *cli);
// Settings, database and identity (see identity.h).
bool cli_open(Cli *cli, DbMode mode, Err *err) WARN_UNUSED;
// The full screen on it.
bool cli_screen(Cli *cli, Err *err) WARN_UNUSED;
// The words of a command, or of none: then the full screen.
bool cli_run(Cli *cli, int argc, char *const *argv, Err *err) WARN_UNUSED;
// The same identity, in cli->core as it is; cli_open() has done this already.
bool cli_identity(Cli *cli, Err *err) WARN_UNUSED;
// id_show() as a text that lasts.
const char *cli_id(Cli *cli, int64_t id);
// A date as people type it, as YYYY-MM-DD; "" stays "". option names it in errors.
bool cli_date(
	Cli *cli, const char *option, const char *typed, const char **out, Err *err) WARN_UNUSED;
// The same of what has been: without a year the last such day.
bool cli_past_date(
	Cli *cli, const char *option, const char *typed, const char **out, Err *err) WARN_UNUSED;

#endif
