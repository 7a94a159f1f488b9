// SPDX-License-Identifier: MIT
// demo: an invented province to try the program on.
#include "cli/demo.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/convert.h"
#include "cli/demo_play.h"
#include "cli/paths.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const Date first_today = { 2021, 11, 23 };

enum { DEMO_OFFICE = 1, SKIPPED_SHOWN = 5, NAMES_TRIED = 100 };

static const Option options[] = {
	{ .name = "today",
		.type = OPTION_LINE,
		.offset = offsetof(DemoOptions, today),
		.value = N_("NGÀY"),
		.help = N_("ngày hôm nay của dữ liệu mẫu; mặc định 23/11/2021, chỉ đi tới") },
	{ .name = "reset",
		.type = OPTION_FLAG,
		.offset = offsetof(DemoOptions, reset),
		.help = N_("làm lại từ đầu, bỏ những gì đã sửa trong dữ liệu mẫu") },
	{ 0 },
};

// Everything that is read before anything is made, so that a bad file leaves nothing behind.
typedef struct {
	DemoStory story;
	RegionSet regions;
	DirectiveSet directives;
	const char *path;
	Date today;
	bool unreadable; // what stands at the path does not say what it is
} Demo;

// The environment and the settings name the real database; the demo never takes it from there.
static const char *demo_path(Cli *cli)
{
	return *cli->global.db ? cli->global.db : path_user_data("demo.db", &cli->arena);
}

static bool read_today(const DemoOptions *given, const DemoStory *story, Date *out, Err *err)
{
	Date start;
	*out = first_today;
	if (*given->today && !date_read(given->today, first_today, out, err)) {
		err_prefix(err, "--today: ");
		return err_field(err, "today");
	}
	if (!date_parse(story->start.day, &start) || date_compare(*out, start) >= 0)
		return true;
	err_set(err, ERR_INVALID, tr("--today: “%s” trước ngày câu chuyện mẫu bắt đầu."),
		given->today);
	err_hint(err, "%s", tr("Thử 23/11/2021, 31/12/2021, 05/01/2022 hoặc 30/06/2022."));
	return err_field(err, "today");
}

static bool read_files(Cli *cli, const DemoOptions *given, Demo *demo, Err *err)
{
	Arena *arena = &cli->arena;
	return demo_read(path_data("demo", arena), arena, &demo->story, err) &&
	       read_today(given, &demo->story, &demo->today, err) &&
	       regions_read(path_data("regions", arena), arena, &demo->regions, err) &&
	       directives_read(path_data("directives", arena), arena, &demo->directives, err);
}

static void tell_skipped(Cli *cli, const DemoPlayer *player)
{
	if (!player->skipped.len)
		return;
	buf_addf(&cli->out, tr("Bỏ qua %zu việc vì dữ liệu mẫu đã được sửa:\n"),
		player->skipped.len);
	for (size_t i = 0; i < player->skipped.len && i < SKIPPED_SHOWN; i++)
		buf_addf(&cli->out, "  %s\n", *(const char *const *)vec_at(&player->skipped, i));
}

static void tell_today(Cli *cli, const char *path)
{
	char today[11];
	date_show(core_today(cli->core), today);
	buf_addf(&cli->out, tr("Dữ liệu mẫu: %s, hôm nay ở đó là %s.\n"), path, today);
	if (*cli->global.db)
		buf_addf(&cli->out, tr("Mở bằng `dieuphoi --db %s`"), path);
	else
		buf_adds(&cli->out, tr("Mở bằng `dieuphoi --demo`"));
	buf_adds(&cli->out, tr("; thêm `--as mau` (lãnh đạo), `--as thidu` (thư ký) hoặc "
			       "`--as xem` (người xem).\n"));
}

static bool play_new(Cli *cli, const Demo *demo, Err *err)
{
	DemoPlayer player;
	demo_player_init(&player, cli->core, &demo->story, &cli->arena);
	bool ok = demo_play_start(&player, &demo->regions, &demo->directives, err) &&
		  demo_play(&player, DEMO_FRESH, demo->today, err);
	if (ok)
		buf_addf(&cli->out, tr("Đã diễn %zu việc.\n"), player.played);
	demo_player_release(&player);
	return ok;
}

static void remove_leftovers(Cli *cli, const char *path)
{
	static const char *const leftovers[] = { "-wal", "-shm" };
	for (size_t i = 0; i < sizeof(leftovers) / sizeof(*leftovers); i++)
		unlink(arena_printf(&cli->arena, "%s%s", path, leftovers[i]));
}

// Whatever it was, it may be wanted: linked, so that at each moment a file stands in the place.
static bool keep_aside(Cli *cli, const char *path, Err *err)
{
	for (int i = 1; i <= NAMES_TRIED; i++) {
		const char *name = arena_printf(&cli->arena, "%s.before-reset-%d", path, i);
		if (link(path, name) == 0) {
			buf_addf(&cli->out, tr("Tệp cũ còn ở %s\n"), name);
			return true;
		}
		if (errno != EEXIST)
			return err_set(err, ERR_IO, "%s: %s", name, strerror(errno));
	}
	return err_set(err, ERR_CONFLICT, tr("%s: tên này đã có quá nhiều lần."), path);
}

static bool put_in_place(Cli *cli, const char *made, const Demo *demo, Err *err)
{
	const char *path = demo->path;
	if (demo->unreadable && !keep_aside(cli, path, err)) {
		unlink(made);
		return false;
	}
	remove_leftovers(cli, path);
	if (rename(made, path) == 0)
		return true;
	err_set(err, ERR_IO, tr("Không đặt được %s vào chỗ: %s."), path, strerror(errno));
	unlink(made);
	return false;
}

// A real database is never touched, whatever was asked.
static bool check_kind(CoreKind kind, const char *path, Err *err)
{
	if (kind == CORE_DEMO)
		return true;
	err_set(err, ERR_DENIED, tr("%s là dữ liệu thật, không phải dữ liệu mẫu."), path);
	return err_hint(
		err, "%s", tr("Chọn tệp khác bằng --db, hoặc bỏ --db để dùng chỗ mặc định."));
}

// A demo of another version of the program cannot be opened, and is nothing to mourn.
static bool tell_reset(const char *path, Err *err)
{
	CoreKind kind;
	Err why = ERR_INIT;
	if (err->kind == ERR_DB && core_kind_of(path, &kind, &why) && kind == CORE_DEMO)
		err_hint(err, "%s", tr("Thêm --reset để làm lại từ đầu."));
	err_clear(&why);
	return false;
}

static bool open_demo(Cli *cli, const char *path, Err *err)
{
	CoreRules rules = rules_of_settings(&cli->settings);
	if (!core_open(path, DB_OPEN, &rules, cli->clock, &cli->core, err))
		return tell_reset(path, err);
	return check_kind(core_kind(cli->core), path, err) && core_act_as_default(cli->core, err);
}

// A directory for this once, in memory where the system has such a place: a thousand and more
// changes are each written through to the disk otherwise.
static const char *open_workshop(Cli *cli, const char *path, Err *err)
{
	const char *const places[] = { getenv("XDG_RUNTIME_DIR"), "/dev/shm",
		path_directory(path, &cli->arena) };
	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
		if (!places[i] || !*places[i])
			continue;
		char *made = arena_printf(&cli->arena, "%s/dieuphoi-demo-XXXXXX", places[i]);
		if (mkdtemp(made))
			return made;
	}
	err_set(err, ERR_IO, tr("Không ghi được vào %s: %s."), path_directory(path, &cli->arena),
		strerror(errno));
	return NULL;
}

// The copy is whole and on the disk before it takes its name: half a story is never opened.
static bool play_aside(Cli *cli, const Demo *demo, const char *aside, Err *err)
{
	const char *workshop = open_workshop(cli, demo->path, err);
	if (!workshop)
		return false;
	const char *file = arena_printf(&cli->arena, "%s/demo.db", workshop);
	bool ok = database_create(cli, file, CORE_DEMO, DEMO_OFFICE, err) &&
		  play_new(cli, demo, err) && db_backup(core_db(cli->core), aside, err);
	database_abandon(cli, file);
	rmdir(workshop);
	if (!ok)
		unlink(aside);
	return ok;
}

static bool make_new(Cli *cli, const Demo *demo, Err *err)
{
	const char *aside = arena_printf(&cli->arena, "%s.%ld", demo->path, (long)getpid());
	return path_make_directory(path_directory(demo->path, &cli->arena), err) &&
	       play_aside(cli, demo, aside, err) && put_in_place(cli, aside, demo, err) &&
	       open_demo(cli, demo->path, err);
}

static bool move_forward(Cli *cli, const Demo *demo, Err *err)
{
	DemoPlayer player;
	char shown[11];
	if (date_compare(demo->today, core_today(cli->core)) < 0) {
		date_show(core_today(cli->core), shown);
		err_set(err, ERR_INVALID, tr("--today: dữ liệu mẫu đã ở ngày %s, không lùi lại."),
			shown);
		err_hint(err, "%s", tr("Thêm --reset để làm lại từ đầu."));
		return err_field(err, "today");
	}
	demo_player_init(&player, cli->core, &demo->story, &cli->arena);
	bool ok = demo_play_resume(&player, err) &&
		  demo_play(&player, DEMO_TOUCHED, demo->today, err);
	if (ok) {
		buf_addf(&cli->out, tr("Đã diễn thêm %zu việc.\n"), player.played);
		tell_skipped(cli, &player);
	}
	demo_player_release(&player);
	return ok;
}

static bool go_on(Cli *cli, const DemoOptions *given, Demo *demo, Err *err)
{
	return open_demo(cli, demo->path, err) &&
	       (!*given->today ||
		       (read_files(cli, given, demo, err) && move_forward(cli, demo, err)));
}

// Of any schema and in any state. One that does not say what it is could be anybody's: only where the
// program itself keeps its demo is it moved out of the way.
static bool check_replaceable(Cli *cli, Demo *demo, const struct stat *st, Err *err)
{
	CoreKind kind;
	if (core_kind_of(demo->path, &kind, err))
		return check_kind(kind, demo->path, err);
	if (*cli->global.db || !S_ISREG(st->st_mode) ||
		(err->kind != ERR_DB && err->kind != ERR_DATA))
		return false;
	err_clear(err);
	demo->unreadable = true;
	return true;
}

bool demo_fill(Cli *cli, const DemoOptions *given, Err *err)
{
	struct stat st;
	Demo demo = { .path = demo_path(cli) };
	if (!cli_settings(cli, err))
		return false;
	bool there = lstat(demo.path, &st) == 0, ok;
	if (there && !given->reset)
		ok = go_on(cli, given, &demo, err);
	else
		ok = (!there || check_replaceable(cli, &demo, &st, err)) &&
		     read_files(cli, given, &demo, err) && make_new(cli, &demo, err);
	if (ok)
		tell_today(cli, demo.path);
	return ok;
}

static bool run(Cli *cli, const void *values, Err *err)
{
	return demo_fill(cli, values, err);
}

const Command demo_command = {
	.name = "demo",
	.summary = N_("Tạo dữ liệu mẫu để dùng thử, hoặc đưa ngày của nó đi tới"),
	.help = N_("Một tỉnh với người và việc bịa ra, ở cơ sở dữ liệu riêng. Dữ liệu mẫu đã có "
		   "thì giữ nguyên; --today đưa nó đến một ngày sau, --reset làm lại."),
	.reach = COMMAND_AT_MACHINE,
	.arguments = no_options,
	.options = options,
	.values_size = sizeof(DemoOptions),
	.run = run,
};
