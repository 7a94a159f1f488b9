// SPDX-License-Identifier: MIT
#include "cli/cli.h"

#include "base/tr.h"
#include "base/xalloc.h"
#include "cli/convert.h"
#include "cli/help.h"
#include "cli/identity.h"
#include "cli/language.h"
#include "cli/paths.h"
#include "cli/print.h"
#include "core/draft.h"
#include "guard/guard.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const Option global_options[] = {
	{ .name = "db",
		.type = OPTION_PATH,
		.offset = offsetof(GlobalOptions, db),
		.value = N_("TỆP"),
		.help = N_("cơ sở dữ liệu, thay cho DIEUPHOI_DB, cài đặt và chỗ mặc định") },
	{ .name = "demo",
		.type = OPTION_FLAG,
		.offset = offsetof(GlobalOptions, demo),
		.help = N_("dùng dữ liệu mẫu ở chỗ mặc định của nó") },
	{ .name = "as",
		.type = OPTION_LINE,
		.offset = offsetof(GlobalOptions, as),
		.value = N_("NGƯỜI"),
		.help = N_("làm dưới tên đăng nhập này, chỉ với dữ liệu mẫu") },
	{ .name = "as-of",
		.type = OPTION_LINE,
		.offset = offsetof(GlobalOptions, as_of),
		.value = N_("NGÀY"),
		.help = N_("xem mọi thứ như của ngày này; không ghi được") },
	{ .name = "config",
		.type = OPTION_PATH,
		.offset = offsetof(GlobalOptions, config),
		.value = N_("TỆP"),
		.help = N_("chỉ đọc cài đặt từ tệp này") },
	{ .name = "lang",
		.type = OPTION_WORD,
		.offset = offsetof(GlobalOptions, lang),
		.words = tr_names,
		.value = N_("NGÔN-NGỮ"),
		.help = N_("tiếng Việt hay tiếng Anh, thay cho DIEUPHOI_LANG và cài đặt") },
	{ .name = "help",
		.type = OPTION_FLAG,
		.offset = offsetof(GlobalOptions, help),
		.help = N_("nói cách dùng") },
	{ .name = "version",
		.type = OPTION_FLAG,
		.offset = offsetof(GlobalOptions, version),
		.help = N_("nói phiên bản") },
	{ 0 },
};

static const int exit_codes[] = {
	[ERR_NONE] = 0,
	[ERR_INVALID] = 2,
	[ERR_DATA] = 1,
	[ERR_DENIED] = 5,
	[ERR_NOT_FOUND] = 3,
	[ERR_CONFLICT] = 4,
	[ERR_BUSY] = 4,
	[ERR_IO] = 1,
	[ERR_DB] = 1,
};

// Settings that do not matter because the file is not there are no error, unless it was named.
bool cli_settings(Cli *cli, Err *err)
{
	const char *files[SETTINGS_FILES] = { cli->global.config };
	cli->settings = settings_default();
	if (!*cli->global.config) {
		paths_settings(&cli->arena, files);
		return settings_read(files, SETTINGS_FILES, &cli->arena, &cli->settings, err);
	}
	if (access(files[0], F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR)) {
		err_set(err, ERR_NOT_FOUND, tr("--config: không có tệp %s."), files[0]);
		return err_hint(err, "%s", tr("Kiểm tra lại đường dẫn."));
	}
	return settings_read(files, 1, &cli->arena, &cli->settings, err);
}

const char *cli_db_path(Cli *cli)
{
	const char *environment = getenv("DIEUPHOI_DB");
	if (*cli->global.db)
		return cli->global.db;
	if (cli->global.demo)
		return path_user_data("demo.db", &cli->arena);
	if (environment && *environment)
		return environment;
	if (*cli->settings.db)
		return cli->settings.db;
	return path_user_data("dieuphoi.db", &cli->arena);
}

// Other spellings of places are a convenience: without their file, names are found as they stand.
static bool take_aliases(Cli *cli, CoreRules *rules, Err *err)
{
	AliasFile file;
	const char *dir = path_data("search", &cli->arena);
	const char *path = arena_printf(&cli->arena, "%s/aliases.cfg", dir);
	if (!alias_file_read(path, &cli->arena, &file, err)) {
		bool missing = err->kind == ERR_NOT_FOUND;
		if (missing)
			err_clear(err);
		return missing;
	}
	rules->aliases = aliases_of_file(&file, &cli->arena);
	rules->aliases_n = file.n;
	return true;
}

// After the identity, whose roles are those of today.
static bool look_as_of(Cli *cli, Err *err)
{
	Date day;
	if (!*cli->global.as_of)
		return true;
	if (!date_read(cli->global.as_of, core_today(cli->core), &day, err)) {
		err_prefix(err, "--as-of: ");
		return err_field(err, "as-of");
	}
	return core_set_as_of(cli->core, day, err);
}

// What cannot be written, or must not be because it is damaged, may still be read.
static bool open_core(Cli *cli, DbMode mode, Err *err)
{
	const char *path = cli_db_path(cli);
	if (mode == DB_OPEN)
		return core_open_at_least_to_read(path, &cli->rules, cli->clock, &cli->core, err);
	return core_open(path, mode, &cli->rules, cli->clock, &cli->core, err);
}

const char *cli_id(Cli *cli, int64_t id)
{
	char *text = arena_alloc(&cli->arena, 24);
	id_show(cli->core, id, text);
	return text;
}

bool cli_open(Cli *cli, DbMode mode, Err *err)
{
	if (!cli_settings(cli, err))
		return false;
	cli->rules = rules_of_settings(&cli->settings);
	return take_aliases(cli, &cli->rules, err) && open_core(cli, mode, err) &&
	       cli_identity(cli, err) && look_as_of(cli, err);
}

typedef bool ReadDate(const char *typed, Date today, Date *out, Err *err);

static bool read_date(Cli *cli, ReadDate *read, const char *option, const char *typed,
	const char **out, Err *err)
{
	Date date;
	char iso[11];
	*out = "";
	if (!*typed)
		return true;
	if (!read(typed, core_today(cli->core), &date, err)) {
		err_prefix(err, "--%s: ", option);
		return err_field(err, option);
	}
	date_iso(date, iso);
	*out = arena_strdup(&cli->arena, iso);
	return true;
}

bool cli_date(Cli *cli, const char *option, const char *typed, const char **out, Err *err)
{
	return read_date(cli, date_read, option, typed, out, err);
}

bool cli_past_date(Cli *cli, const char *option, const char *typed, const char **out, Err *err)
{
	return read_date(cli, date_read_past, option, typed, out, err);
}

const char *cli_version(void)
{
	return DIEUPHOI_VERSION;
}

static bool show_version(Cli *cli)
{
	buf_addf(&cli->out, "dieuphoi %s\n", DIEUPHOI_VERSION);
	return true;
}

static bool check_global(const GlobalOptions *global, Err *err)
{
	if (!global->demo || !*global->db)
		return identity_options_check(global, err);
	err_set(err, ERR_INVALID, "%s", tr("--db và --demo không đi với nhau."));
	err_hint(err, "%s",
		tr("--demo là dữ liệu mẫu ở chỗ mặc định; ở chỗ khác thì chỉ ghi --db."));
	return err_field(err, "demo");
}

// A screen stays open for long and writes much: what it opens is looked at each time.
static bool look_at_file(Cli *cli, Err *err)
{
	if (core_read_only(cli->core) || db_whole(core_db(cli->core), WHOLE_QUICKLY, err))
		return true;
	Err why = *err;
	core_close(cli->core);
	cli->core = NULL;
	err_clear(err);
	return core_open_to_read(cli_db_path(cli), &why, &cli->rules, cli->clock, &cli->core, err) &&
	       cli_identity(cli, err);
}

static void tell_read_only(const Cli *cli)
{
	Err why = ERR_INIT;
	if (cli->core && !core_check_writable(cli->core, &why))
		print_failure(&why);
}

// Who sits at the machine that holds the data keeps the files of the account at hand.
static void confine(Cli *cli)
{
	bool guest = cli->session || *identity_of_sudo(&cli->arena);
	GuardReach reach = {
		.directory = path_directory(db_path(core_db(cli->core)), &cli->arena),
		.home = guest ? NULL : getenv("HOME"),
		.program = cli->settings.external_editor,
	};
	_Static_assert((int)GUARD_SPARES == (int)DRAFT_SPARES, "all of them");
	draft_spares_make(&cli->arena, reach.spares);
	guard_confine(&reach);
}

bool cli_screen(Cli *cli, Err *err)
{
	if (!check_global(&cli->global, err) || !cli_open(cli, DB_OPEN, err) ||
		!look_at_file(cli, err))
		return false;
	confine(cli);
	return cli->screen(cli->core, &cli->settings, err);
}

// What the file of keys says holds; a client names neither persons nor files of the machine.
static bool check_sent(const Cli *cli, const OptionSet *sets, size_t n, Err *err)
{
	const char *name = *cli->global.as ? "--as" : NULL;
	if (cli->session && cli->global.demo && !cli->session->given.demo)
		name = "--demo";
	for (size_t i = 0; i < n && !name; i++)
		name = options_given(&sets[i], OPTION_PATH);
	if (!cli->session || !name)
		return true;
	err_set(err, ERR_DENIED, tr("%s: không nhận trong lệnh gửi qua SSH."), name);
	return err_hint(err, "%s", tr("Tệp và người dùng là của máy chủ; việc này làm tại đó."));
}

static bool check_reach(const Cli *cli, const Command *command, Err *err)
{
	if (!cli->session || command->reach == COMMAND_ANYWHERE)
		return true;
	err_set(err, ERR_DENIED, tr("%s: không chạy được qua SSH."), command->name);
	return err_hint(err, "%s", tr("Lệnh này làm tại máy chủ."));
}

static bool run_command(
	Cli *cli, const Command *command, OptionSet global, int argc, char *const *argv, Err *err)
{
	void *values = arena_alloc(&cli->arena, command->values_size);
	OptionSet arguments = option_set(command->arguments, values);
	OptionSet sets[] = { option_set(command->options, values), global, { 0 } };
	if (!check_reach(cli, command, err) ||
		!options_read(sets, 2, &arguments, argc, argv, &cli->arena, err) ||
		!language_settle(cli, err))
		return false;
	sets[2] = arguments;
	if (!check_sent(cli, sets, 3, err))
		return false;
	if (cli->global.version)
		return show_version(cli);
	if (cli->global.help) {
		help_of_command(command, &cli->out);
		return true;
	}
	if (!options_complete(&sets[0], &arguments, err) || !check_global(&cli->global, err) ||
		!command->run(cli, values, err))
		return false;
	tell_read_only(cli);
	return true;
}

// "task" alone is asked about, or is half a command.
static bool run_group(
	Cli *cli, OptionSet global, const char *group, int argc, char *const *argv, Err *err)
{
	OptionSet none = option_set(no_options, cli);
	if (!options_read(&global, 1, &none, argc, argv, &cli->arena, err) ||
		!language_settle(cli, err))
		return false;
	if (cli->global.version)
		return show_version(cli);
	if (cli->global.help) {
		help_of_group(group, &cli->out);
		return true;
	}
	err_set(err, ERR_INVALID, tr("Lệnh “%s” còn thiếu từ thứ hai."), group);
	return err_hint(err, tr("Xem các lệnh bằng `dieuphoi %s --help`."), group);
}

// Empties the general options, but for what a session's line in the file of keys has said.
static OptionSet begin_global(Cli *cli)
{
	OptionSet global = option_set(global_options, &cli->global);
	if (cli->session) {
		cli->global = cli->session->given;
		cli->global.as = "";
	}
	return global;
}

bool cli_run(Cli *cli, int argc, char *const *argv, Err *err)
{
	OptionSet global = begin_global(cli);
	const Command *command;
	int next = 0, taken = 0;
	language_begin(cli);
	if (!options_read_leading(&global, 1, argc, argv, &cli->arena, &next, err) ||
		!language_settle(cli, err) || !check_sent(cli, &global, 1, err))
		return false;
	argc -= next;
	argv += next;
	if (cli->global.version)
		return show_version(cli);
	if (argc == 0 && !cli->global.help)
		return cli_screen(cli, err);
	if (argc == 0) {
		help_overview(&cli->out);
		return true;
	}
	if (!command_find(argc, argv, &cli->arena, &command, &taken, err))
		return false;
	if (!command)
		return run_group(cli, global, argv[0], argc - taken, argv + taken, err);
	return run_command(cli, command, global, argc - taken, argv + taken, err);
}

// The database is closed before anything is printed: a reader that stalls holds up nobody.
int cli_main(int argc, char *const *argv, CliScreen *screen)
{
	Cli cli = {
		.screen = screen, .clock = clock_system(), .arena = ARENA_INIT, .out = BUF_INIT
	};
	Err err = ERR_INIT, print_err = ERR_INIT;
	json_set_alloc_funcs(xmalloc, free);
	if (*identity_of_sudo(&cli.arena))
		guard_environment(GUARD_SENT);
	bool ok = cli_run(&cli, argc - 1, argv + 1, &err);
	core_close(cli.core);
	if (!print_bytes(STDOUT_FILENO, &cli.out, &print_err) && ok) {
		err = print_err;
		ok = false;
	}
	if (!ok)
		print_failure(&err);
	buf_release(&cli.out);
	arena_release(&cli.arena);
	return ok ? 0 : exit_codes[err.kind];
}
