// SPDX-License-Identifier: MIT
#include "core/user_key.h"

#include "base/tr.h"
#include "core/right.h"
#include "core/user_parts.h"

#include <string.h>

static UserKey key_row(Stmt *stmt, Arena *arena)
{
	return (UserKey){
		.id = stmt_get_int(stmt, 0),
		.rev = stmt_get_int(stmt, 1),
		.person_id = stmt_get_int(stmt, 2),
		.type = stmt_get_string(stmt, 3, arena),
		.base64 = stmt_get_string(stmt, 4, arena),
		.fingerprint = stmt_get_string(stmt, 5, arena),
		.comment = stmt_get_string(stmt, 6, arena),
		.from = stmt_get_string(stmt, 7, arena),
		.to = stmt_get_string(stmt, 8, arena),
		.removed_at = stmt_get_int(stmt, 9),
		.login = stmt_get_string(stmt, 10, arena),
		.name = stmt_get_string(stmt, 11, arena),
		.lets_in = stmt_get_int(stmt, 12),
	};
}

static bool check_right(Core *core, Err *err)
{
	return right_check(core, RIGHT_ADMINISTER, (Place){ 0 }, err);
}

bool user_key_list(Core *core, int64_t person_id, UserKeyScope scope, Arena *arena, Vec *out, Err *err)
{
	char today[11];
	const QueryId pieces[] = { Q_USER_KEY_COLUMNS, Q_USER_KEY_SOME };
	if (person_id != core_actor(core)->id && !check_right(core, err))
		return false;
	core_today_iso(core, today);
	Stmt *stmt = db_query_join(core_db(core), pieces, 2);
	stmt_text(stmt, today);
	stmt_int(stmt, person_id);
	stmt_int(stmt, scope == USER_KEY_ALL);
	while (stmt_row(stmt))
		*(UserKey *)vec_push(out) = key_row(stmt, arena);
	return stmt_done(stmt, err);
}

bool user_key_find(Core *core, const char *typed, Arena *arena, UserKey *out, Err *err)
{
	char today[11];
	int64_t id = 0;
	const QueryId pieces[] = { Q_USER_KEY_COLUMNS, Q_USER_KEY_ONE };
	if (!check_right(core, err) ||
		(strncmp(typed, "SHA256:", 7) != 0 && !id_read(core, typed, &id, err)))
		return false;
	core_today_iso(core, today);
	Stmt *stmt = db_query_join(core_db(core), pieces, 2);
	stmt_text(stmt, today);
	stmt_int(stmt, id);
	stmt_text(stmt, typed);
	bool found = stmt_row(stmt);
	if (found)
		*out = key_row(stmt, arena);
	if (!stmt_done(stmt, err))
		return false;
	if (found)
		return true;
	err_set(err, ERR_NOT_FOUND, tr("Không có khóa “%s”."), typed);
	return err_hint(err, "%s", tr("Xem số và dấu vân tay bằng `dieuphoi key list --all`."));
}

bool user_key_check_new(Core *core, const SshKey *key, Err *err)
{
	char name[128] = "", login[40] = "";
	Stmt *stmt = db_query(core_db(core), Q_USER_KEY_OWNER);
	stmt_text(stmt, key->base64);
	bool known = stmt_row(stmt);
	if (known) {
		strncpy(name, stmt_get_text(stmt, 0), sizeof(name) - 1);
		strncpy(login, stmt_get_text(stmt, 1), sizeof(login) - 1);
	}
	if (!stmt_done(stmt, err))
		return false;
	if (!known)
		return true;
	err_set(err, ERR_CONFLICT, tr("Khóa này là, hoặc đã từng là, của %s (%s)."), name, login);
	err_hint(err, "%s", tr("Mỗi khóa chỉ của một người và chỉ cấp một lần; hãy tạo khóa mới."));
	return err_field(err, "key");
}

static void bind(Stmt *stmt, int64_t person_id, const SshKey *key, const char *from, const char *to)
{
	stmt_int(stmt, person_id);
	stmt_text(stmt, key->type);
	stmt_text(stmt, key->base64);
	stmt_text(stmt, key->fingerprint);
	stmt_text(stmt, key->comment);
	stmt_text(stmt, from);
	stmt_text_or_null(stmt, to);
}

void user_key_insert(Change *change, int64_t person_id, const SshKey *key, const char *from, int64_t *id)
{
	Stmt *stmt = change_insert(change, NOUN_USER_KEY, id);
	bind(stmt, person_id, key, from, "");
	stmt_int_or_null(stmt, 0);
	change_run(change, stmt);
}

void user_key_end(Change *change, const UserKey *key, const char *last_day, int64_t removed_at)
{
	const SshKey same = { key->type, key->base64, key->comment, key->fingerprint };
	const char *to = *key->to && strcmp(key->to, last_day) < 0 ? key->to : last_day;
	Stmt *stmt = change_update(change, NOUN_USER_KEY, key->id, key->rev);
	bind(stmt, key->person_id, &same, key->from, to);
	stmt_int_or_null(stmt, removed_at);
	change_run(change, stmt);
}

// A key that nobody could come in with would be a puzzle.
static bool check_person(Core *core, int64_t person_id, Arena *arena, Err *err)
{
	Person person;
	if (!person_get(core, person_id, arena, &person, err))
		return false;
	if (*person.login)
		return true;
	err_set(err, ERR_INVALID, tr("%s không có tên đăng nhập nên không dùng khóa."), person.name);
	return err_hint(err, tr("Ghi tên đăng nhập bằng `dieuphoi user set`."));
}

// What is checked before the lock is taken.
static bool prepare(Core *core, int64_t person_id, const char *line, Arena *arena, SshKey *out, Err *err)
{
	return check_right(core, err) && check_person(core, person_id, arena, err) &&
	       ssh_key_read(line, arena, out, err) && user_key_check_new(core, out, err);
}

bool user_key_add(Core *core, int64_t person_id, const char *line, int64_t *id, Err *err)
{
	Arena arena = ARENA_INIT;
	SshKey key;
	char today[11];
	core_today_iso(core, today);
	bool ok = prepare(core, person_id, line, &arena, &key, err);
	if (ok) {
		Change *change = change_begin(core, "key-add");
		user_key_insert(change, person_id, &key, today, id);
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}

static bool check_last_day(const UserKey *key, const char *day, const char *today, Err *err)
{
	Date date;
	if (date_parse(day, &date) && strcmp(day, key->from) >= 0 && strcmp(day, today) <= 0)
		return true;
	err_set(err, ERR_INVALID, tr("Ngày cuối của khóa phải từ %s đến hôm nay."), key->from);
	return err_field(err, "on");
}

bool user_key_remove(Core *core, int64_t id, const char *last_day, Err *err)
{
	Arena arena = ARENA_INIT;
	UserKey key;
	char typed[24], today[11];
	core_today_iso(core, today);
	id_show(core, id, typed);
	const char *day = *last_day ? last_day : today;
	bool ok = user_key_find(core, typed, &arena, &key, err) && check_last_day(&key, day, today, err);
	if (ok && key.removed_at)
		ok = err_set(err, ERR_CONFLICT, tr("Khóa %s đã thôi dùng trước đây."), typed);
	if (ok) {
		Change *change = change_begin(core, "key-remove");
		user_key_end(change, &key, day, core_now(core));
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}

bool user_key_replace(
	Core *core, int64_t person_id, const char *line, int64_t *id, int *removed, Err *err)
{
	Arena arena = ARENA_INIT;
	SshKey key;
	Vec old;
	char today[11];
	core_today_iso(core, today);
	vec_init(&old, sizeof(UserKey));
	*removed = 0;
	bool ok = prepare(core, person_id, line, &arena, &key, err) &&
		  user_key_list(core, person_id, USER_KEY_ALL, &arena, &old, err);
	if (ok) {
		Change *change = change_begin(core, "key-replace");
		for (size_t i = 0; i < old.len; i++) {
			const UserKey *each = vec_at(&old, i);
			if (each->removed_at)
				continue;
			user_key_end(change, each, today, core_now(core));
			++*removed;
		}
		user_key_insert(change, person_id, &key, today, id);
		ok = change_commit(change, err);
	}
	vec_release(&old);
	arena_release(&arena);
	return ok;
}
