// SPDX-License-Identifier: MIT
#include "unit/roles.h"

#include "core/audit.h"
#include "core/backup.h"
#include "core/restore.h"
#include "core/structure.h"
#include "core/user.h"
#include "core/user_key.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *const keys[] = {
	"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG7desjeKfU7BMUfYZMJ9Fz6dlpeAfq9SyTbndmXEfaF một",
	"sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIAABAgMEB"
	"QYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fAAAABHNzaDo= hai",
};

static bool apply(World *w)
{
	const char *const codes[] = { w->district_code };
	const WantedChange change = { .verb = STRUCTURE_RENAME, .on = "2021-11-23", .document = "",
		.codes = codes, .codes_n = 1, .name = "Tên Mới", .kind = "", .region = "", .level = "",
		.at = "tệp.cfg:1" };
	const WantedStructure want = { .changes = &change, .changes_n = 1 };
	Vec steps;
	vec_init(&steps, sizeof(StructureStep));
	bool ok = structure_apply(w->core, &want, w->arena, &steps, w->err);
	vec_release(&steps);
	return ok;
}

static Person somebody(void)
{
	return (Person){ .login = "", .name = "Người Mới", .sort_name = "", .post = "", .phone = "",
		.from = "", .to = "" };
}

static bool add_person(World *w)
{
	Person person = somebody();
	return person_add(w->core, &person, w->err);
}

static bool import(World *w)
{
	NewUser user = { .person = somebody(), .key = "" };
	size_t failed;
	return user_import(w->core, &user, 1, USER_IMPORT_STORE, &failed, w->err);
}

static bool check_import(World *w)
{
	NewUser user = { .person = somebody(), .key = "" };
	size_t failed;
	return user_import(w->core, &user, 1, USER_IMPORT_CHECK, &failed, w->err);
}

static bool change(World *w)
{
	return user_change(w->core, world_person(w, "viewer"), &(UserChange){ .post = "trưởng phòng" }, w->err);
}

// The lead of the place himself may not make himself more than he is.
static bool raise(World *w)
{
	const UserChange wanted = { .roles = ROLE_OFFICE | ROLE_ADMIN, .roles_given = true };
	return user_change(w->core, core_actor(w->core)->id, &wanted, w->err);
}

static bool close_user(World *w)
{
	Vec left;
	vec_init(&left, sizeof(Assignment));
	bool ok = user_close(w->core, world_person(w, "viewer"), "2021-12-31", w->arena, &left, w->err);
	vec_release(&left);
	return ok;
}

static bool add_key(World *w)
{
	return user_key_add(w->core, world_person(w, "viewer"), keys[0], &w->id, w->err);
}

void world_key(World *w)
{
	world_as(w, "admin");
	assert_done(add_key(w), w->err);
}

static bool remove_key(World *w)
{
	return user_key_remove(w->core, w->id, "", w->err);
}

static bool replace_key(World *w)
{
	int64_t id;
	int removed;
	return user_key_replace(w->core, world_person(w, "viewer"), keys[1], &id, &removed, w->err);
}

static bool list_keys(World *w)
{
	Vec found;
	vec_init(&found, sizeof(UserKey));
	bool ok = user_key_list(w->core, 0, USER_KEY_ALL, w->arena, &found, w->err);
	vec_release(&found);
	return ok;
}

// Whom one serves and how many keys one has come along.
static bool list_users(World *w)
{
	Vec lines;
	bool seen = false;
	vec_init(&lines, sizeof(UserLine));
	bool ok = user_list(w->core, w->arena, &lines, w->err);
	for (size_t i = 0; ok && i < lines.len; i++) {
		const UserLine *line = vec_at(&lines, i);
		bool viewer = line->person.id == world_person(w, "viewer");
		seen |= viewer && line->keys == 1;
		if (strcmp(line->person.login, "secretary") == 0)
			assert_string_equal(line->serves, "Trần Văn Mẫu");
	}
	vec_release(&lines);
	if (ok)
		assert_true(seen);
	return ok;
}

static bool back_up(World *w)
{
	char path[256];
	const char *name;
	BackupFacts facts;
	const BackupTarget target = { .dir = w->f->dir };
	bool ok = backup_make(w->core, &target, core_now(w->core), w->arena, &name, &facts, w->err);
	if (ok) {
		snprintf(path, sizeof(path), "%s/%s", w->f->dir, name);
		unlink(path);
	}
	return ok;
}

static bool read_log(World *w)
{
	Vec entries;
	vec_init(&entries, sizeof(AuditChange));
	bool ok = audit_log(w->core, &(AuditFilter){ .since = 0 }, w->arena, &entries, w->err);
	vec_release(&entries);
	return ok;
}

static bool read_entries(World *w)
{
	Vec entries;
	vec_init(&entries, sizeof(JournalEntry));
	bool ok = audit_thing(w->core, NOUN_REGION, w->region.region_id, w->arena, &entries, w->err);
	vec_release(&entries);
	return ok;
}

const RoleRow roles_of_admin[] = {
	{ "structure-apply", MAY_ADMINISTER, NULL, apply, false, ERR_NONE },
	{ "person-add", MAY_ADMINISTER, NULL, add_person, false, ERR_NONE },
	{ "user-import", MAY_ADMINISTER, NULL, import, false, ERR_NONE },
	{ "checking a list of users", MAY_ADMINISTER, NULL, check_import, true, ERR_NONE },
	{ "user-change", MAY_ADMINISTER, NULL, change, false, ERR_NONE },
	{ "user-change", MAY_ADMINISTER, NULL, raise, false, ERR_NONE },
	{ "user-close", MAY_ADMINISTER, NULL, close_user, false, ERR_NONE },
	{ "key-add", MAY_ADMINISTER, NULL, add_key, false, ERR_NONE },
	{ "key-remove", MAY_ADMINISTER, world_key, remove_key, false, ERR_NONE },
	{ "key-replace", MAY_ADMINISTER, world_key, replace_key, false, ERR_NONE },
	{ "reading keys", MAY_ADMINISTER, world_key, list_keys, true, ERR_NONE },
	{ "listing users", MAY_ADMINISTER, world_key, list_users, true, ERR_NONE },
	{ "backing up", MAY_ADMINISTER, NULL, back_up, true, ERR_NONE },
	{ "reading the journal", MAY_DIRECT, NULL, read_log, true, ERR_NONE },
	{ "reading a thing's entries", MAY_DIRECT, NULL, read_entries, true, ERR_NONE },
	{ 0 },
};
