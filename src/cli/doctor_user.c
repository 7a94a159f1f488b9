// SPDX-License-Identifier: MIT
// Whether one person can come in and work, and why not.
#include "cli/doctor_parts.h"

#include "base/tr.h"
#include "cli/moment.h"
#include "cli/prose.h"
#include "core/role.h"
#include "core/user_key.h"
#include "core/visit.h"

#include <string.h>

static Finding check_active(Doctor *doctor)
{
	char today[11];
	const Person *person = doctor->person;
	Arena *arena = &doctor->cli->arena;
	core_today_iso(doctor->cli->core, today);
	const char *title = person_title(arena, person->name, person->post);
	if (*person->to && strcmp(person->to, today) < 0)
		return (Finding){ DOCTOR_BAD,
			arena_printf(arena, tr("%s đã đóng, ngày cuối %s"), title, day_shown(person->to, arena)),
			tr("Không mở lại; người trở lại công tác thì thêm mới, với tên đăng nhập khác.") };
	if (*person->from && strcmp(person->from, today) > 0)
		return (Finding){ DOCTOR_NOTE,
			arena_printf(arena, tr("%s chỉ từ %s"), title, day_shown(person->from, arena)), "" };
	return doctor_good(title);
}

static Finding check_login(Doctor *doctor)
{
	if (*doctor->person->login)
		return doctor_good(doctor->person->login);
	return (Finding){ DOCTOR_BAD, tr("không có, nên không vào được"),
		tr("Ghi tên đăng nhập bằng `dieuphoi user set`.") };
}

static Finding check_roles(Doctor *doctor)
{
	const char *roles = role_list_shown(doctor->person->roles, &doctor->cli->arena);
	if (*roles)
		return doctor_good(roles);
	return (Finding){ DOCTOR_BAD, tr("không có vai nào hôm nay"),
		tr("Giao vai bằng `dieuphoi user set NGƯỜI --role …`.") };
}

// A leader without a place, and a secretary who serves nobody, may write nothing.
static Finding check_assignments(Doctor *doctor)
{
	Vec found;
	Err err = ERR_INIT;
	Cli *cli = doctor->cli;
	vec_init(&found, sizeof(Assignment));
	bool ok = assignment_of_person(cli->core, doctor->person->id, &cli->arena, &found, &err);
	size_t n = found.len;
	vec_release(&found);
	if (!ok)
		return doctor_failed(doctor, &err);
	bool needed = doctor->person->roles & (ROLE_LEADER | ROLE_SECRETARY) &&
		      !(doctor->person->roles & ROLE_OFFICE);
	if (n || !needed)
		return doctor_good(arena_printf(&cli->arena, tr("%zu phân công hôm nay"), n));
	return (Finding){ DOCTOR_NOTE, tr("chưa được phân công, nên chỉ xem được"),
		tr("Văn phòng phân công bằng `dieuphoi assign`.") };
}

static Finding judge_keys(Doctor *doctor, const Vec *keys)
{
	size_t in_file = 0;
	Arena *arena = &doctor->cli->arena;
	for (size_t i = 0; i < keys->len; i++) {
		const UserKey *key = vec_at(keys, i);
		in_file += doctor_key_in_file(doctor, key->base64, key->login) > 0;
	}
	if (!keys->len)
		return (Finding){ DOCTOR_NOTE, tr("chưa có, nên không vào qua SSH được"),
			tr("Thêm bằng `dieuphoi key add`.") };
	if (in_file < keys->len)
		return (Finding){ DOCTOR_BAD,
			arena_printf(arena, tr("%zu khóa chưa có trong tệp khóa"), keys->len - in_file),
			tr("Ghi lại tệp khóa: sudo dieuphoi key export --to /etc/dieuphoi/authorized_keys") };
	return doctor_good(arena_printf(arena, tr("%zu khóa đang dùng"), keys->len));
}

static Finding check_keys(Doctor *doctor)
{
	Vec keys;
	Err err = ERR_INIT;
	Cli *cli = doctor->cli;
	vec_init(&keys, sizeof(UserKey));
	bool ok = user_key_list(
		cli->core, doctor->person->id, USER_KEY_LETS_IN, &cli->arena, &keys, &err);
	Finding found = ok ? judge_keys(doctor, &keys) : doctor_failed(doctor, &err);
	vec_release(&keys);
	return found;
}

static Finding check_visit(Doctor *doctor)
{
	Visit visit;
	Err err = ERR_INIT;
	Cli *cli = doctor->cli;
	if (!visit_of(cli->core, doctor->person->id, &cli->arena, &visit, &err))
		return doctor_failed(doctor, &err);
	if (!visit.last_at)
		return doctor_good(tr("chưa vào lần nào"));
	return doctor_good(arena_printf(&cli->arena, visit.end == VISIT_DROPPED ? tr("%s, rớt mạng") : "%s",
		moment_shown(cli->core, visit.last_at, &cli->arena)));
}

const DoctorCheck doctor_user[] = {
	{ "active", N_("Người dùng"), check_active },
	{ "login", N_("Đăng nhập"), check_login },
	{ "roles", N_("Vai"), check_roles },
	{ "assignments", N_("Phân công"), check_assignments },
	{ "keys", N_("Khóa SSH"), check_keys },
	{ "visit", N_("Lần vào trước"), check_visit },
	{ 0 },
};
