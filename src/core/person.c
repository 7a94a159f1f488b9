// SPDX-License-Identifier: MIT
#include "core/person.h"

#include "base/buf.h"
#include "base/tr.h"
#include "core/change.h"
#include "core/right.h"
#include "core/role.h"
#include "core/user_parts.h"
#include "text/clean.h"
#include "text/fold.h"
#include "text/sort.h"

#include <string.h>

enum { LOGIN_MAX = 32 };

static Person person_row(Stmt *stmt, Arena *arena)
{
	return (Person){
		.id = stmt_get_int(stmt, 0),
		.rev = stmt_get_int(stmt, 1),
		.login = stmt_get_string(stmt, 2, arena),
		.name = stmt_get_string(stmt, 3, arena),
		.sort_name = stmt_get_string(stmt, 4, arena),
		.post = stmt_get_string(stmt, 5, arena),
		.phone = stmt_get_string(stmt, 6, arena),
		.rank = (int)stmt_get_int(stmt, 7),
		.body_id = stmt_get_int(stmt, 8),
		.district_id = stmt_get_int(stmt, 9),
		.from = stmt_get_string(stmt, 10, arena),
		.to = stmt_get_string(stmt, 11, arena),
	};
}

static bool read_roles(Core *core, int64_t person_id, Person *people, size_t n, Err *err)
{
	char today[11];
	core_day_iso(core, today);
	Stmt *stmt = db_query(core_db(core), Q_PERSON_ROLES);
	stmt_text(stmt, today);
	stmt_int_or_null(stmt, person_id);
	while (stmt_row(stmt))
		for (size_t i = 0; i < n; i++)
			if (people[i].id == stmt_get_int(stmt, 0))
				people[i].roles |= role_parse(stmt_get_text(stmt, 1));
	return stmt_done(stmt, err);
}

bool person_list(Core *core, PersonScope scope, Arena *arena, Vec *out, Err *err)
{
	char today[11];
	size_t first = out->len;
	core_day_iso(core, today);
	Stmt *stmt = db_query(core_db(core), Q_PERSON_ALL);
	stmt_text(stmt, today);
	stmt_int(stmt, scope == PERSON_ALL);
	while (stmt_row(stmt))
		*(Person *)vec_push(out) = person_row(stmt, arena);
	if (!stmt_done(stmt, err))
		return false;
	return out->len == first ||
	       read_roles(core, 0, vec_at(out, first), out->len - first, err);
}

bool person_get(Core *core, int64_t id, Arena *arena, Person *out, Err *err)
{
	char shown[24];
	Stmt *stmt = db_query(core_db(core), Q_PERSON_BY_ID);
	stmt_int(stmt, id);
	bool found = stmt_row(stmt);
	if (found)
		*out = person_row(stmt, arena);
	if (!stmt_done(stmt, err))
		return false;
	if (found)
		return read_roles(core, id, out, 1, err);
	id_show(core, id, shown);
	return err_set(err, ERR_NOT_FOUND, tr("Không có đồng chí số %s."), shown);
}

static bool several(const Vec *people, const char *typed, Err *err)
{
	Buf names = BUF_INIT;
	for (size_t i = 0; i < people->len; i++) {
		const Person *person = vec_at(people, i);
		if (text_contains(person->name, typed))
			buf_addf(&names, "%s%s (%s)", names.len ? ", " : "", person->name,
				*person->login ? person->login : person->post);
	}
	err_set(err, ERR_INVALID, tr("“%s” có nhiều người."), typed);
	err_hint(err, tr("Chọn một: %s."), names.bytes);
	buf_release(&names);
	return false;
}

bool person_find(Core *core, const char *typed, Arena *arena, Person *out, Err *err)
{
	Vec people;
	int matches = 0;
	vec_init(&people, sizeof(Person));
	bool ok = person_list(core, PERSON_ALL, arena, &people, err);
	bool exact = false;
	for (size_t i = 0; ok && !exact && i < people.len; i++) {
		const Person *person = vec_at(&people, i);
		exact = strcmp(person->login, typed) == 0 || strcmp(person->name, typed) == 0;
		if (!exact && !text_contains(person->name, typed))
			continue;
		*out = *person;
		matches++;
	}
	if (ok && !exact && matches > 1)
		ok = several(&people, typed, err);
	if (ok && matches == 0) {
		err_set(err, ERR_NOT_FOUND, tr("Không có người nào tên “%s”."), typed);
		ok = err_hint(err, "%s", tr("Xem danh sách bằng `dieuphoi user list`."));
	}
	vec_release(&people);
	return ok;
}

const char *person_title(Arena *arena, const char *name, const char *post)
{
	if (!*name)
		return "";
	return arena_printf(arena, "%s%s%s%s", tr("đ/c "), name, *post ? ", " : "", post);
}

bool login_check(const char *login, Err *err)
{
	size_t n = strlen(login);
	size_t good = strspn(login, "abcdefghijklmnopqrstuvwxyz0123456789_-");
	if (n >= 1 && n <= LOGIN_MAX && good == n)
		return true;
	err_set(err, ERR_INVALID, tr("Tên đăng nhập “%.40s” không hợp lệ."), login);
	err_hint(err, "%s", tr("Dùng 1 đến 32 chữ thường không dấu, chữ số, “_” hoặc “-”."));
	return err_field(err, "login");
}

bool person_check_new(Core *core, const Person *person, Err *err)
{
	int64_t taken = 0;
	if (!*person->name) {
		err_set(err, ERR_INVALID, "%s", tr("Họ tên để trống."));
		return err_field(err, "name");
	}
	if (!*person->login)
		return true;
	if (!login_check(person->login, err))
		return false;
	Stmt *stmt = db_query(core_db(core), Q_PERSON_LOGIN_TAKEN);
	stmt_text(stmt, person->login);
	if (!db_scalar(stmt, 0, &taken, err))
		return false;
	if (!taken)
		return true;
	err_set(err, ERR_CONFLICT, tr("Tên đăng nhập “%s” đã có người dùng."), person->login);
	return err_hint(err, "%s", tr("Chọn tên khác; tên đã dùng không cấp lại."));
}

static void bind_person(Change *change, Stmt *stmt, const Person *person)
{
	Buf key = BUF_INIT;
	name_sort_key(&key, *person->sort_name ? person->sort_name : person->name);
	stmt_text_or_null(stmt, person->login);
	stmt_text(stmt, person->name);
	stmt_text(stmt, person->sort_name);
	stmt_blob(stmt, key.bytes, key.len);
	stmt_text(stmt, person->post);
	stmt_int(stmt, person->rank);
	stmt_int_or_null(stmt, person->body_id);
	stmt_int_or_null(stmt, person->district_id);
	stmt_text(stmt, person->phone);
	stmt_text_or_null(stmt, person->from);
	stmt_text_or_null(stmt, person->to);
	stmt_text(stmt, NULL);
	change_run(change, stmt);
	buf_release(&key);
}

void role_insert(Change *change, int64_t person_id, Role role, const char *from, const char *to)
{
	int64_t id;
	Stmt *stmt = change_insert(change, NOUN_ROLE_GRANT, &id);
	stmt_int(stmt, person_id);
	stmt_text(stmt, role_code(role));
	stmt_text_or_null(stmt, from);
	stmt_text_or_null(stmt, to);
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

static Person cleaned(Arena *arena, const Person *person)
{
	Person copy = *person;
	copy.login = copy.login ? copy.login : "";
	copy.name = text_clean_arena(arena, copy.name ? copy.name : "", CLEAN_LINE);
	copy.sort_name = text_clean_arena(arena, copy.sort_name ? copy.sort_name : "", CLEAN_LINE);
	copy.post = text_clean_arena(arena, copy.post ? copy.post : "", CLEAN_LINE);
	copy.phone = text_clean_arena(arena, copy.phone ? copy.phone : "", CLEAN_LINE);
	copy.rank = copy.rank ? copy.rank : 999;
	return copy;
}

void person_insert(Change *change, Person *person, Arena *arena)
{
	Person new = cleaned(arena, person);
	bind_person(change, change_insert(change, NOUN_PERSON, &person->id), &new);
	for (const Role *role = role_list; *role; role++)
		if (new.roles & *role)
			role_insert(change, person->id, *role, new.from, new.to);
}

void person_update(Change *change, const Person *person, Arena *arena)
{
	Person new = cleaned(arena, person);
	bind_person(change, change_update(change, NOUN_PERSON, person->id, person->rev), &new);
}

bool person_add(Core *core, Person *person, Err *err)
{
	Arena arena = ARENA_INIT;
	Person new = cleaned(&arena, person);
	bool ok = right_check(core, RIGHT_ADMINISTER, (Place){ 0 }, err) &&
		  person_check_new(core, &new, err);
	if (ok) {
		Change *change = change_begin(core, "person-add");
		person_insert(change, person, &arena);
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}
