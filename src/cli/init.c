// SPDX-License-Identifier: MIT
// init: a new database for one person on a laptop, or for an office to begin with.
#include "cli/command.h"

#include "base/tr.h"
#include "cli/identity.h"
#include "cli/paths.h"
#include "cli/shipped.h"
#include "core/period.h"
#include "core/person.h"
#include "db/db.h"

#include <ctype.h>
#include <pwd.h>
#include <string.h>
#include <unistd.h>

enum { OFFICE_MAX = 4095 };

typedef struct {
	OptionInt office;
	const char *login, *name, *first;
} Values;

static const Option options[] = {
	{ .name = "office",
		.type = OPTION_INT,
		.offset = offsetof(Values, office),
		.min = 1,
		.max = OFFICE_MAX,
		.value = N_("SỐ"),
		.help = N_("số của văn phòng, 1 đến 4095, không trùng nơi khác; mặc định 1") },
	{ .name = "login",
		.type = OPTION_LINE,
		.offset = offsetof(Values, login),
		.value = N_("TÊN"),
		.help = N_("tên đăng nhập; mặc định là tên trên máy") },
	{ .name = "name",
		.type = OPTION_LINE,
		.offset = offsetof(Values, name),
		.value = N_("HỌ-TÊN"),
		.help = N_("họ và tên; mặc định là tên trên máy") },
	{ .name = "first-period",
		.type = OPTION_LINE,
		.offset = offsetof(Values, first),
		.value = N_("KỲ"),
		.help = N_("kỳ đầu được theo dõi, sơ kết và khép, ví dụ 2021H2; mặc định là kỳ của hôm nay") },
	{ 0 },
};

// Who called sudo, where that is how one comes.
static const struct passwd *own_account(Arena *arena)
{
	const char *caller = identity_of_sudo(arena);
	return *caller ? getpwnam(caller) : getpwuid(getuid());
}

// Names of the machine's accounts may hold what ours may not.
static const char *own_login(Arena *arena)
{
	const struct passwd *user = own_account(arena);
	Err ignored = ERR_INIT;
	char *login = arena_strdup(arena, user ? user->pw_name : "");
	for (char *c = login; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	return login_check(login, &ignored) ? login : "user";
}

static const char *own_name(const char *login, Arena *arena)
{
	const struct passwd *user = own_account(arena);
	const char *name = user && user->pw_gecos ? user->pw_gecos : "";
	size_t n = strcspn(name, ",");
	return n ? arena_strndup(arena, name, n) : login;
}

// A period that is told counts whole; today's from today on, so that nothing before is asked for.
static bool first_day(Cli *cli, const char *typed, Date *out, Err *err)
{
	Period period, now = period_of(core_today(cli->core));
	*out = core_today(cli->core);
	if (!*typed)
		return true;
	if (!period_parse(typed, &period)) {
		err_set(err, ERR_INVALID, tr("Không có kỳ “%s”."), typed);
		err_hint(err, "%s", tr("Ghi năm và nửa năm, ví dụ 2021H2."));
		return err_field(err, "first-period");
	}
	if (period_compare(period, now) > 0) {
		err_set(err, ERR_INVALID, tr("Kỳ %s chưa đến."), typed);
		err_hint(err, "%s", tr("Ghi kỳ này hoặc một kỳ trước."));
		return err_field(err, "first-period");
	}
	*out = period_first_day(period);
	return true;
}

static bool begin_on(Cli *cli, const char *typed, Err *err)
{
	Date day;
	return first_day(cli, typed, &day, err) && core_begin_on(cli->core, day, err);
}

static bool store_owner(Core *core, Person *owner, Err *err)
{
	if (!person_add(core, owner, err) || !db_write_begin(core_db(core), err))
		return false;
	if (!core_setting_store(core, "default_login", owner->login, err))
		return db_write_cancel(core_db(core));
	return db_write_commit(core_db(core), err) && core_act_as_default(core, err);
}

typedef struct {
	RegionSet regions;
	DirectiveSet directives;
} Shipped;

static bool fill(Cli *cli, const Shipped *shipped, Person *owner, Err *err)
{
	return store_owner(cli->core, owner, err) &&
	       regions_store(cli->core, &shipped->regions, &cli->arena, err) &&
	       directives_store(cli->core, &shipped->directives, &cli->arena, err);
}

static void tell(Cli *cli, const char *path, const Shipped *shipped, const Person *owner)
{
	char first[48];
	size_t tasks = 0;
	for (size_t i = 0; i < shipped->directives.n; i++)
		tasks += shipped->directives.files[i].tasks_n;
	buf_addf(&cli->out, tr("Đã tạo %s.\n"), path);
	buf_addf(&cli->out,
		tr("%zu vùng, %zu văn bản chỉ đạo, %zu nhiệm vụ. Người dùng: %s (%s).\n"),
		shipped->regions.regions_n, shipped->directives.n, tasks, owner->name,
		owner->login);
	period_name(period_of(core_first_day(cli->core)), first, sizeof(first));
	buf_addf(&cli->out, tr("Kỳ đầu: %s. Kỳ khác thì tạo lại với --first-period.\n"), first);
	buf_adds(&cli->out, tr("Mở bằng `dieuphoi`; thêm người bằng `dieuphoi user add`.\n"));
}

// The demo is another command's, and a new database knows nobody to act as.
static bool check_global(const GlobalOptions *global, Err *err)
{
	if (!global->demo && !*global->as)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("init: không đi với --demo và --as."));
	err_hint(err, "%s", tr("Dữ liệu mẫu tạo bằng `dieuphoi demo`."));
	return err_field(err, global->demo ? "demo" : "as");
}

// The files are read before anything is made, so that a bad one leaves nothing behind.
static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Shipped shipped;
	const char *login = *given->login ? given->login : own_login(&cli->arena);
	Person owner = {
		.login = login,
		.name = *given->name ? given->name : own_name(login, &cli->arena),
		.roles = ROLE_ALL,
	};
	if (!check_global(&cli->global, err) || !login_check(login, err) ||
		!cli_settings(cli, err) ||
		!regions_read(
			path_data("regions", &cli->arena), &cli->arena, &shipped.regions, err) ||
		!directives_read(path_data("directives", &cli->arena), &cli->arena,
			&shipped.directives, err))
		return false;
	const char *path = cli_db_path(cli);
	int office = given->office.given ? given->office.value : 1;
	if (!database_create(cli, path, CORE_REAL, office, err) || !begin_on(cli, given->first, err) ||
		!fill(cli, &shipped, &owner, err)) {
		database_abandon(cli, path);
		return false;
	}
	tell(cli, path, &shipped, &owner);
	return true;
}

const Command init_command = {
	.name = "init",
	.summary = N_("Tạo cơ sở dữ liệu mới, với các vùng và văn bản đi kèm chương trình"),
	.help = N_("Người tạo là chủ cơ sở dữ liệu và có mọi vai. Không ghi đè tệp đã có."),
	.reach = COMMAND_AT_MACHINE,
	.arguments = no_options,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
