// SPDX-License-Identifier: MIT
// Many people at once: all checked, then all in one change.
#include "core/user.h"

#include "base/tr.h"
#include "core/right.h"
#include "core/user_parts.h"

#include <string.h>

typedef struct {
	Core *core;
	NewUser *users;
	size_t n;
	SshKey *keys; // beside users; type NULL: none
	Arena arena;
	char today[11];
} Import;

static bool check_login_once(const Import *import, size_t at, Err *err)
{
	const char *login = import->users[at].person.login;
	for (size_t i = 0; *login && i < at; i++)
		if (strcmp(import->users[i].person.login, login) == 0) {
			err_set(err, ERR_INVALID, tr("Tên đăng nhập “%s” ghi hai lần."), login);
			return err_field(err, "login");
		}
	return true;
}

static bool check_key_once(const Import *import, size_t at, Err *err)
{
	for (size_t i = 0; i < at; i++)
		if (import->keys[i].type &&
			strcmp(import->keys[i].base64, import->keys[at].base64) == 0) {
			err_set(err, ERR_INVALID, "%s", tr("Khóa này đã ghi cho một người ở trên."));
			return err_field(err, "key");
		}
	return true;
}

static bool check_key(Import *import, size_t at, Err *err)
{
	const NewUser *user = &import->users[at];
	if (!*user->key)
		return true;
	if (!*user->person.login) {
		err_set(err, ERR_INVALID, "%s", tr("Người có khóa phải có tên đăng nhập."));
		return err_field(err, "login");
	}
	return ssh_key_read(user->key, &import->arena, &import->keys[at], err) &&
	       check_key_once(import, at, err) &&
	       user_key_check_new(import->core, &import->keys[at], err);
}

static bool check_one(Import *import, size_t at, Err *err)
{
	const Person *person = &import->users[at].person;
	if (person->roles && !*person->login) {
		err_set(err, ERR_INVALID, "%s", tr("Người có vai phải có tên đăng nhập."));
		return err_field(err, "login");
	}
	return person_check_new(import->core, person, err) && check_login_once(import, at, err) &&
	       check_key(import, at, err);
}

static bool check_rights(const Import *import, Err *err)
{
	bool assigns = false;
	for (size_t i = 0; i < import->n; i++)
		assigns |= import->users[i].assignments_n > 0;
	if (!right_check(import->core, RIGHT_ADMINISTER, (Place){ 0 }, err))
		return false;
	if (!assigns || right_check(import->core, RIGHT_DIRECT, (Place){ 0 }, err))
		return true;
	return err->kind == ERR_DENIED && err_hint(err, "%s",
		tr("Phụ trách và giúp việc là của Văn phòng: bỏ các cột ấy, Văn phòng phân công sau bằng `assign`."));
}

static bool check(Import *import, size_t *failed, Err *err)
{
	*failed = import->n;
	if (!check_rights(import, err))
		return false;
	for (size_t i = 0; i < import->n; i++)
		if (!check_one(import, i, err)) {
			*failed = i;
			return false;
		}
	return true;
}

// Whom one serves may stand further down.
static void insert_people(Import *import, Change *change)
{
	for (size_t i = 0; i < import->n; i++) {
		int64_t key_id;
		person_insert(change, &import->users[i].person, &import->arena);
		if (import->keys[i].type)
			user_key_insert(change, import->users[i].person.id, &import->keys[i],
				import->today, &key_id);
	}
}

static void insert_assignments(Import *import, Change *change)
{
	for (size_t i = 0; i < import->n; i++)
		for (size_t k = 0; k < import->users[i].assignments_n; k++) {
			const NewAssignment *new = &import->users[i].assignments[k];
			Assignment assignment = new->assignment;
			assignment.person_id = import->users[i].person.id;
			if (new->member_row >= 0)
				assignment.member_id = import->users[new->member_row].person.id;
			assignment_insert(change, &assignment);
		}
}

static bool store(Import *import, UserImport how, Err *err)
{
	Change *change = change_begin(import->core, "user-import");
	insert_people(import, change);
	insert_assignments(import, change);
	if (how == USER_IMPORT_STORE || change_failed(change))
		return change_commit(change, err);
	change_cancel(change);
	return true;
}

bool user_import(Core *core, NewUser *users, size_t n, UserImport how, size_t *failed, Err *err)
{
	Import import = { .core = core, .users = users, .n = n, .arena = ARENA_INIT };
	import.keys = arena_array(&import.arena, n + 1, sizeof(SshKey));
	core_today_iso(core, import.today);
	bool ok = check(&import, failed, err) && store(&import, how, err);
	arena_release(&import.arena);
	return ok;
}
