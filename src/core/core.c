// SPDX-License-Identifier: MIT
#include "core/core.h"

#include "base/tr.h"
#include "base/xalloc.h"
#include "core/core_parts.h"
#include "core/period.h"
#include "core/role.h"
#include "core/search.h"
#include "db/migrate.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The demo stands still at this minute of its day, so that it reads the same whenever it is shown.
enum { DEMO_HOUR = 10, DEMO_MINUTE = 42 };

struct Core {
	Db *db;
	CoreRules rules;
	CoreKind kind;
	int office;
	Clock clock;
	int64_t demo_instant;
	Date as_of;     // not valid: today
	Date first_day; // not valid: none of its own
	Err read_only; // why; none: it is not
	Actor actor;
	Arena actor_arena;
	int64_t actor_version; // of the database when the roles were read
	Date actor_day;        // and the day
};

static int64_t local_instant(const CoreRules *rules, Date day, int hour, int minute)
{
	int64_t minutes = (date_days(day) * 24 + hour) * 60 + minute - rules->utc_offset;
	return minutes * 60 * 1000;
}

static void move_demo_clock(Core *core, Date today)
{
	core->demo_instant = local_instant(&core->rules, today, DEMO_HOUR, DEMO_MINUTE);
}

bool core_setting(Core *core, const char *key, Arena *arena, const char **out, Err *err)
{
	Stmt *stmt = db_query(core->db, Q_SETTING_GET);
	stmt_text(stmt, key);
	*out = stmt_row(stmt) ? stmt_get_string(stmt, 0, arena) : "";
	return stmt_done(stmt, err);
}

bool core_setting_store(Core *core, const char *key, const char *value, Err *err)
{
	Stmt *stmt = db_query(core->db, Q_SETTING_SET);
	stmt_text(stmt, key);
	stmt_text(stmt, value);
	return stmt_run(stmt, err);
}

static void count_from(Core *core, Date day)
{
	core->first_day = day;
	core->rules.first_review = period_last_day(period_of(day));
}

static bool load_settings(Core *core, Err *err)
{
	Arena arena = ARENA_INIT;
	const char *office, *kind, *today, *first;
	Date day;
	bool ok = core_setting(core, "office", &arena, &office, err) &&
		  core_setting(core, "kind", &arena, &kind, err) &&
		  core_setting(core, "today", &arena, &today, err) &&
		  core_setting(core, "first_day", &arena, &first, err);
	if (ok && date_parse(first, &day))
		count_from(core, day);
	if (ok) {
		core->office = atoi(office);
		core->kind = strcmp(kind, "demo") == 0 ? CORE_DEMO : CORE_REAL;
		if (core->office < 1 || core->office > 4095)
			ok = err_set(err, ERR_DB, tr("%s: số văn phòng “%s” không từ 1 đến 4095."),
				db_path(core->db), office);
	}
	if (ok && core->kind == CORE_DEMO) {
		if (!date_parse(today, &day))
			ok = err_set(err, ERR_DB, tr("%s: ngày của dữ liệu mẫu “%s” không đúng."),
				db_path(core->db), today);
		else
			move_demo_clock(core, day);
	}
	arena_release(&arena);
	return ok;
}

static bool start_settings(Core *core, CoreKind kind, int office, Err *err)
{
	char number[8], today[11];
	snprintf(number, sizeof(number), "%d", office);
	date_iso(date_of_instant(clock_now(&core->clock), core->rules.utc_offset), today);
	if (!db_write_begin(core->db, err))
		return false;
	Stmt *stmt = db_query(core->db, Q_COUNTER_START);
	stmt_int(stmt, office);
	if (!stmt_run(stmt, err) || !core_setting_store(core, "office", number, err) ||
		!core_setting_store(core, "kind", kind == CORE_DEMO ? "demo" : "real", err) ||
		!core_setting_store(core, "today", kind == CORE_DEMO ? today : "", err))
		return db_write_cancel(core->db);
	return db_write_commit(core->db, err);
}

static Core *core_new(const CoreRules *rules, Clock clock)
{
	Core *core = xcalloc(1, sizeof(*core));
	core->rules = *rules;
	core->clock = clock;
	core->actor = (Actor){ .login = "", .name = "", .post = "" };
	return core;
}

static void remove_created(const char *path)
{
	static const char *const suffixes[] = { "", "-wal", "-shm", ".lock" };
	char name[4096];
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(*suffixes); i++)
		if (snprintf(name, sizeof(name), "%s%s", path, suffixes[i]) < (int)sizeof(name))
			unlink(name);
}

bool core_create(const char *path, CoreKind kind, int office, const CoreRules *rules, Clock clock,
	Core **out, Err *err)
{
	if (sodium_init() < 0)
		return err_set(err, ERR_IO, "%s", tr("Không khởi động được thư viện mã hóa."));
	Core *core = core_new(rules, clock);
	if (!db_open(&sqlite_driver, path, DB_CREATE, &core->db, err)) {
		core_close(core);
		return false;
	}
	if (!db_migrate(core->db, clock_now(&clock), err) || !start_settings(core, kind, office, err) ||
		!load_settings(core, err) || !search_prepare(core, err)) {
		core_close(core);
		remove_created(path);
		return false;
	}
	*out = core;
	return true;
}

// Before anything is written: a damaged file would take it.
static bool look_when_due(Db *db, Err *err)
{
	if (!db_look_is_due(db))
		return true;
	if (!db_whole(db, WHOLE_SURELY, err))
		return false;
	db_looked(db);
	return true;
}

// What fails before the schema is known to be ours says nothing against reading the file.
typedef enum { OPEN_FAILED_FILE, OPEN_FAILED_CONTENT } OpenFailure;

static bool open_steps(Core *core, const char *path, DbMode mode, OpenFailure *failure, Err *err)
{
	*failure = OPEN_FAILED_FILE;
	if (!db_open(&sqlite_driver, path, mode, &core->db, err) || !look_when_due(core->db, err))
		return false;
	if (!db_migrate(core->db, clock_now(&core->clock), err)) {
		*failure = err->kind == ERR_IO ? OPEN_FAILED_FILE : OPEN_FAILED_CONTENT;
		return false;
	}
	*failure = OPEN_FAILED_CONTENT;
	return load_settings(core, err) && (mode == DB_READ_ONLY || search_prepare(core, err));
}

static bool open_or_close(const char *path, DbMode mode, const CoreRules *rules, Clock clock,
	Core **out, OpenFailure *failure, Err *err)
{
	*failure = OPEN_FAILED_CONTENT;
	if (sodium_init() < 0)
		return err_set(err, ERR_IO, "%s", tr("Không khởi động được thư viện mã hóa."));
	Core *core = core_new(rules, clock);
	if (open_steps(core, path, mode, failure, err)) {
		*out = core;
		return true;
	}
	core_close(core);
	return false;
}

bool core_open(const char *path, DbMode mode, const CoreRules *rules, Clock clock, Core **out,
	Err *err)
{
	OpenFailure failure;
	return open_or_close(path, mode, rules, clock, out, &failure, err);
}

bool core_open_at_least_to_read(const char *path, const CoreRules *rules, Clock clock, Core **out,
	Err *err)
{
	OpenFailure failure;
	Err second = ERR_INIT;
	if (open_or_close(path, DB_OPEN, rules, clock, out, &failure, err))
		return true;
	// The first failure says more than the second.
	if (failure != OPEN_FAILED_FILE || (err->kind != ERR_IO && err->kind != ERR_DB) ||
		!core_open_to_read(path, err, rules, clock, out, &second))
		return false;
	err_clear(err);
	return true;
}

bool core_open_to_read(const char *path, const Err *why, const CoreRules *rules, Clock clock,
	Core **out, Err *err)
{
	if (sodium_init() < 0)
		return err_set(err, ERR_IO, "%s", tr("Không khởi động được thư viện mã hóa."));
	Core *core = core_new(rules, clock);
	core->read_only = *why;
	if (db_open(&sqlite_driver, path, DB_READ_ONLY, &core->db, err) &&
		db_schema_is_current(core->db, err) && load_settings(core, err)) {
		*out = core;
		return true;
	}
	core_close(core);
	return false;
}

const Err *core_read_only(const Core *core)
{
	return core->read_only.kind == ERR_NONE ? NULL : &core->read_only;
}

bool core_check_writable(const Core *core, Err *err)
{
	const Err *why = core_read_only(core);
	if (!why)
		return true;
	*err = *why;
	return err_prefix(err, "%s: ", tr("Chỉ đọc"));
}

bool core_inspect(const char *path, const CoreRules *rules, Clock clock, Core **out, Err *err)
{
	if (sodium_init() < 0)
		return err_set(err, ERR_IO, "%s", tr("Không khởi động được thư viện mã hóa."));
	Core *core = core_new(rules, clock);
	if (db_open(&sqlite_driver, path, DB_READ_ONLY, &core->db, err) &&
		db_schema_check(core->db, err) && load_settings(core, err)) {
		*out = core;
		return true;
	}
	core_close(core);
	return false;
}

static bool read_kind(Db *db, CoreKind *out, Err *err)
{
	Stmt *stmt = db_query(db, Q_SETTING_GET);
	stmt_text(stmt, "kind");
	const char *kind = stmt_row(stmt) ? stmt_get_text(stmt, 0) : "";
	bool demo = strcmp(kind, "demo") == 0, real = strcmp(kind, "real") == 0;
	*out = demo ? CORE_DEMO : CORE_REAL;
	if (!stmt_done(stmt, err) || demo || real)
		return err->kind == ERR_NONE;
	return err_set(err, ERR_DATA, tr("%s: không nói là dữ liệu thật hay dữ liệu mẫu."), db_path(db));
}

bool core_kind_of(const char *path, CoreKind *out, Err *err)
{
	Db *db = NULL;
	bool ok = db_open(&sqlite_driver, path, DB_READ_ONLY, &db, err) && read_kind(db, out, err);
	db_close(db);
	return ok;
}

void core_close(Core *core)
{
	if (!core)
		return;
	db_close(core->db);
	arena_release(&core->actor_arena);
	free(core);
}

Db *core_db(Core *core)
{
	return core->db;
}

const CoreRules *core_rules(const Core *core)
{
	return &core->rules;
}

CoreKind core_kind(const Core *core)
{
	return core->kind;
}

int core_office(const Core *core)
{
	return core->office;
}

int64_t core_now(const Core *core)
{
	return core->kind == CORE_DEMO ? core->demo_instant : clock_now(&core->clock);
}

Date core_today(const Core *core)
{
	return date_of_instant(core_now(core), core->rules.utc_offset);
}

int64_t core_first_instant(const Core *core, Date day)
{
	return local_instant(&core->rules, day, 0, 0);
}

void core_keep_as_of(Core *core, Date day)
{
	core->as_of = day;
}

bool core_is_as_of(const Core *core)
{
	return date_valid(core->as_of);
}

Date core_day(const Core *core)
{
	return core_is_as_of(core) ? core->as_of : core_today(core);
}

void core_today_iso(const Core *core, char out[11])
{
	date_iso(core_today(core), out);
}

Date core_first_day(const Core *core)
{
	return core->first_day;
}

bool core_begin_on(Core *core, Date day, Err *err)
{
	char iso[11];
	date_iso(day, iso);
	if (!db_write_begin(core->db, err))
		return false;
	if (!core_setting_store(core, "first_day", iso, err))
		return db_write_cancel(core->db);
	if (!db_write_commit(core->db, err))
		return false;
	count_from(core, day);
	return true;
}

bool core_set_today(Core *core, Date today, Err *err)
{
	char iso[11];
	if (core->kind != CORE_DEMO) {
		err_set(err, ERR_DENIED, "%s", tr("--today: chỉ dùng với dữ liệu mẫu."));
		return err_hint(err, "%s", tr("Dữ liệu thật luôn theo ngày của máy."));
	}
	date_iso(today, iso);
	if (!db_write_begin(core->db, err))
		return false;
	if (!core_setting_store(core, "today", iso, err))
		return db_write_cancel(core->db);
	if (!db_write_commit(core->db, err))
		return false;
	move_demo_clock(core, today);
	return true;
}

static bool read_roles(Core *core, const char *today, unsigned *out, Err *err)
{
	*out = 0;
	Stmt *stmt = db_query(core->db, Q_ACTOR_ROLES);
	stmt_int(stmt, core->actor.id);
	stmt_text(stmt, today);
	while (stmt_row(stmt))
		*out |= role_parse(stmt_get_text(stmt, 0));
	return stmt_done(stmt, err);
}

static void note_actor(Core *core)
{
	core->actor_version = db_version(core->db);
	core->actor_day = core_today(core);
}

static bool load_roles(Core *core, const char *today, Err *err)
{
	note_actor(core);
	return read_roles(core, today, &core->actor.roles, err);
}

static bool is_in_post(Core *core, const char *today, Err *err)
{
	Stmt *stmt = db_query(core->db, Q_ACTOR_GET);
	stmt_text(stmt, core->actor.login);
	stmt_text(stmt, today);
	bool in_post = stmt_row(stmt) && stmt_get_int(stmt, 0) == core->actor.id;
	if (!stmt_done(stmt, err) || in_post)
		return in_post;
	err_set(err, ERR_DENIED, tr("Tài khoản “%s” đã đóng."), core->actor.login);
	return err_hint(err, "%s", tr("Chưa ghi gì; chữ đang gõ còn trong bản nháp. Đồng chí hỏi người quản trị."));
}

bool core_renew_actor(Core *core, Err *err)
{
	char today[11];
	unsigned roles = 0;
	bool same_day = date_days(core->actor_day) == date_days(core_today(core));
	if (!core->actor.id || (same_day && core->actor_version == db_version(core->db)))
		return true;
	core_today_iso(core, today);
	if (!is_in_post(core, today, err) || !read_roles(core, today, &roles, err))
		return false;
	note_actor(core);
	core->actor.roles = roles;
	return true;
}

void core_doubt_actor(Core *core)
{
	core->actor_version = -1;
}

bool core_act_as(Core *core, const char *login, Err *err)
{
	char today[11];
	core_today_iso(core, today);
	arena_clear(&core->actor_arena);
	core->actor = (Actor){ .login = "", .name = "", .post = "" };
	Stmt *stmt = db_query(core->db, Q_ACTOR_GET);
	stmt_text(stmt, login);
	stmt_text(stmt, today);
	if (stmt_row(stmt)) {
		core->actor.id = stmt_get_int(stmt, 0);
		core->actor.login = stmt_get_string(stmt, 1, &core->actor_arena);
		core->actor.name = stmt_get_string(stmt, 2, &core->actor_arena);
		core->actor.post = stmt_get_string(stmt, 3, &core->actor_arena);
	}
	if (!stmt_done(stmt, err))
		return false;
	if (!core->actor.id) {
		err_set(err, ERR_NOT_FOUND, tr("Không có người dùng “%s” đang hoạt động."), login);
		return err_hint(err, "%s", tr("Xem danh sách bằng `dieuphoi user list`."));
	}
	return load_roles(core, today, err);
}

bool core_act_as_default(Core *core, Err *err)
{
	Arena arena = ARENA_INIT;
	const char *login = "";
	bool ok = core_setting(core, "default_login", &arena, &login, err);
	if (ok && !*login) {
		err_set(err, ERR_DENIED, "%s", tr("Cơ sở dữ liệu chưa có người dùng."));
		ok = err_hint(err, "%s", tr("Tạo mới bằng `dieuphoi init`."));
	}
	ok = ok && core_act_as(core, login, err);
	arena_release(&arena);
	return ok;
}

bool core_act_as_founder(Core *core, Err *err)
{
	int64_t people = 0;
	if (!db_scalar(db_query(core->db, Q_ACTOR_ANYBODY), 0, &people, err))
		return false;
	if (people)
		return err_set(err, ERR_DENIED, "%s", tr("Cơ sở dữ liệu đã có người dùng."));
	core->actor = (Actor){ .login = "", .name = "", .post = "", .roles = ROLE_ALL };
	return true;
}

const Actor *core_actor(const Core *core)
{
	return &core->actor;
}

bool core_read_begin(Core *core, Err *err)
{
	return db_read_begin(core->db, err);
}

void core_read_end(Core *core)
{
	db_read_end(core->db);
}
