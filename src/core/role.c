// SPDX-License-Identifier: MIT
#include "core/role.h"

#include "base/tr.h"

#include <string.h>

static const struct {
	Role role;
	const char *code, *name;
} table[] = {
	{ ROLE_LEADER, "leader", N_("lãnh đạo") },
	{ ROLE_SECRETARY, "secretary", N_("thư ký") },
	{ ROLE_OFFICE, "office", N_("Văn phòng") },
	{ ROLE_ADMIN, "admin", N_("quản trị") },
	{ ROLE_VIEWER, "viewer", N_("người xem") },
};

enum { COUNT = sizeof(table) / sizeof(*table) };

const Role role_list[] = { ROLE_LEADER, ROLE_SECRETARY, ROLE_OFFICE, ROLE_ADMIN, ROLE_VIEWER, 0 };

unsigned role_parse(const char *code)
{
	for (int i = 0; i < COUNT; i++)
		if (strcmp(table[i].code, code) == 0)
			return table[i].role;
	return 0;
}

const char *role_code(Role role)
{
	for (int i = 0; i < COUNT; i++)
		if (table[i].role == role)
			return table[i].code;
	return "";
}

const char *role_name(Role role)
{
	for (int i = 0; i < COUNT; i++)
		if (table[i].role == role)
			return tr(table[i].name);
	return "";
}

const char *role_list_shown(unsigned roles, Arena *arena)
{
	const char *names = "";
	for (const Role *role = role_list; *role; role++)
		if (roles & *role)
			names = arena_printf(
				arena, "%s%s%s", names, *names ? ", " : "", role_name(*role));
	return names;
}
