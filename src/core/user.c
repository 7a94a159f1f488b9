// SPDX-License-Identifier: MIT
#include "core/user.h"

#include "base/tr.h"
#include "core/right.h"
#include "core/role.h"
#include "core/user_parts.h"

#include <string.h>

typedef struct {
	int64_t id, rev;
	Role role;
	const char *from, *to;
} Grant;

static bool read_grants(
	Core *core, int64_t person_id, const char *day, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_USER_ROLES);
	stmt_int(stmt, person_id);
	stmt_text(stmt, day);
	while (stmt_row(stmt))
		*(Grant *)vec_push(out) = (Grant){
			.id = stmt_get_int(stmt, 0),
			.rev = stmt_get_int(stmt, 1),
			.role = role_parse(stmt_get_text(stmt, 2)),
			.from = stmt_get_string(stmt, 3, arena),
			.to = stmt_get_string(stmt, 4, arena),
		};
	return stmt_done(stmt, err);
}

// One that would have begun only later never was.
static void end_grant(Change *change, int64_t person_id, const Grant *grant, const char *last_day)
{
	bool began = strcmp(grant->from, last_day) <= 0;
	Stmt *stmt = change_update(change, NOUN_ROLE_GRANT, grant->id, grant->rev);
	stmt_int(stmt, person_id);
	stmt_text(stmt, role_code(grant->role));
	stmt_text_or_null(stmt, grant->from);
	stmt_text_or_null(stmt, began ? last_day : grant->to);
	stmt_int_or_null(stmt, began ? 0 : core_now(change_core(change)));
	change_run(change, stmt);
}

// Nobody could mend it afterwards.
static bool check_admin_left(Core *core, const Person *person, const char *last_day, Err *err)
{
	int64_t other = 0;
	if (!(person->roles & ROLE_ADMIN))
		return true;
	Stmt *stmt = db_query(core_db(core), Q_USER_OTHER_ADMIN);
	stmt_int(stmt, person->id);
	stmt_text(stmt, last_day);
	if (!db_scalar(stmt, 0, &other, err))
		return false;
	if (other)
		return true;
	err_set(err, ERR_CONFLICT, tr("%s là quản trị duy nhất."), person->name);
	return err_hint(err, "%s", tr("Giao vai quản trị cho người khác trước, bằng `dieuphoi user set`."));
}

// Changing ----------------------------------------------------------------------------------------

static const char *chosen(const char *wanted, const char *now)
{
	return wanted ? wanted : now;
}

static int64_t chosen_id(int64_t wanted, int64_t now)
{
	return wanted < 0 ? 0 : wanted ? wanted : now;
}

static Person merged(const Person *now, const UserChange *wanted)
{
	Person person = *now;
	person.rev = wanted->rev ? wanted->rev : now->rev;
	person.login = chosen(wanted->login, now->login);
	person.name = chosen(wanted->name, now->name);
	person.sort_name = chosen(wanted->sort_name, now->sort_name);
	person.post = chosen(wanted->post, now->post);
	person.phone = chosen(wanted->phone, now->phone);
	person.rank = wanted->rank ? wanted->rank : now->rank;
	person.body_id = chosen_id(wanted->body_id, now->body_id);
	person.district_id = chosen_id(wanted->district_id, now->district_id);
	return person;
}

// Drafts, keys and accounts of the machine go by the login.
static bool check_login(Core *core, const Person *now, const Person *person, Err *err)
{
	if (strcmp(now->login, person->login) == 0)
		return true;
	if (!*now->login)
		return person_check_new(core, person, err);
	err_set(err, ERR_CONFLICT, tr("%s đã có tên đăng nhập %s, không đổi được."), now->name, now->login);
	return err_field(err, "login");
}

static bool check_roles(const Person *person, const UserChange *wanted, Err *err)
{
	if (!wanted->roles_given || !wanted->roles || *person->login)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("--role: người có vai phải có --login."));
	return err_field(err, "login");
}

static void change_roles(Change *change, const Person *person, unsigned wanted, const Vec *grants)
{
	char today[11], yesterday[11];
	Core *core = change_core(change);
	unsigned have = 0;
	core_today_iso(core, today);
	date_iso(date_add_days(core_today(core), -1), yesterday);
	for (size_t i = 0; i < grants->len; i++) {
		const Grant *grant = vec_at(grants, i);
		if (wanted & grant->role && strcmp(grant->from, today) <= 0 && !*grant->to)
			have |= grant->role;
		else
			end_grant(change, person->id, grant, yesterday);
	}
	for (const Role *role = role_list; *role; role++)
		if (wanted & *role & ~have)
			role_insert(change, person->id, *role, today, person->to);
}

bool user_change(Core *core, int64_t person_id, const UserChange *wanted, Err *err)
{
	Arena arena = ARENA_INIT;
	Person now, person;
	Vec grants;
	char today[11];
	core_today_iso(core, today);
	vec_init(&grants, sizeof(Grant));
	bool ok = right_check(core, RIGHT_ADMINISTER, (Place){ 0 }, err) &&
		  person_get(core, person_id, &arena, &now, err);
	if (ok) {
		person = merged(&now, wanted);
		bool keeps_admin = !wanted->roles_given || wanted->roles & ROLE_ADMIN;
		ok = check_login(core, &now, &person, err) && check_roles(&person, wanted, err) &&
		     (keeps_admin || check_admin_left(core, &now, today, err)) &&
		     read_grants(core, person_id, today, &arena, &grants, err);
	}
	if (ok) {
		Change *change = change_begin(core, "user-change");
		person_update(change, &person, &arena);
		if (wanted->roles_given)
			change_roles(change, &person, wanted->roles, &grants);
		ok = change_commit(change, err);
	}
	vec_release(&grants);
	arena_release(&arena);
	return ok;
}

// Closing -----------------------------------------------------------------------------------------

static bool check_close(Core *core, const Person *person, const char *day, Err *err)
{
	Date date;
	if (!date_parse(day, &date) || strcmp(day, person->from) < 0) {
		err_set(err, ERR_INVALID, tr("Ngày cuối “%s” không phải là ngày từ %s trở đi."), day,
			person->from);
		return err_field(err, "on");
	}
	if (*person->to && strcmp(person->to, day) <= 0) {
		err_set(err, ERR_CONFLICT, tr("%s đã đóng, ngày cuối là %s."), person->name, person->to);
		return err_field(err, "on");
	}
	return check_admin_left(core, person, day, err);
}

typedef struct {
	Vec grants, keys; // of Grant, of UserKey
} Held;

static bool read_held(Core *core, int64_t person_id, const char *day, Arena *arena, Held *out, Err *err)
{
	return read_grants(core, person_id, day, arena, &out->grants, err) &&
	       user_key_list(core, person_id, USER_KEY_ALL, arena, &out->keys, err);
}

// From the day after the last one they are out of the file of keys, too.
static void end_held(Change *change, const Person *person, const Held *held, const char *day)
{
	char today[11];
	Core *core = change_core(change);
	core_today_iso(core, today);
	for (size_t i = 0; i < held->grants.len; i++)
		end_grant(change, person->id, vec_at(&held->grants, i), day);
	for (size_t i = 0; i < held->keys.len; i++) {
		const UserKey *key = vec_at(&held->keys, i);
		bool begun = strcmp(key->from, day) <= 0;
		if (!key->removed_at)
			user_key_end(change, key, begun ? day : key->from,
				strcmp(day, today) < 0 ? core_now(core) : 0);
	}
}

bool user_close(
	Core *core, int64_t person_id, const char *last_day, Arena *arena, Vec *left, Err *err)
{
	Person person;
	Held held;
	vec_init(&held.grants, sizeof(Grant));
	vec_init(&held.keys, sizeof(UserKey));
	bool ok = right_check(core, RIGHT_ADMINISTER, (Place){ 0 }, err) &&
		  person_get(core, person_id, arena, &person, err) &&
		  check_close(core, &person, last_day, err) &&
		  read_held(core, person_id, last_day, arena, &held, err) &&
		  assignment_of_person(core, person_id, arena, left, err);
	if (ok) {
		Change *change = change_begin(core, "user-close");
		person.to = last_day;
		person_update(change, &person, arena);
		end_held(change, &person, &held, last_day);
		ok = change_commit(change, err);
	}
	vec_release(&held.grants);
	vec_release(&held.keys);
	return ok;
}
