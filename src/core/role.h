// SPDX-License-Identifier: MIT
// Roles by name, as stored and as shown.
#ifndef CORE_ROLE_H
#define CORE_ROLE_H

#include "core/core.h"

unsigned role_parse(const char *code); // 0 for a name that is none
const char *role_code(Role role);      // leader, secretary, office, admin, viewer
const char *role_name(Role role);      // lãnh đạo, thư ký …
const char *role_list_shown(unsigned roles, Arena *arena); // "thư ký, người xem"
// The roles in the order of the table; ends with 0.
extern const Role role_list[];

#endif
