// SPDX-License-Identifier: MIT
// Roles as people write them: "leader, office", "thư ký; người xem", with or without accents.
#ifndef CLI_ROLES_H
#define CLI_ROLES_H

#include "core/role.h"

// ERR_INVALID names the nearest role; label is put before it ("--role: ").
bool roles_read(const char *typed, const char *label, Arena *arena, unsigned *out, Err *err) WARN_UNUSED;

#endif
