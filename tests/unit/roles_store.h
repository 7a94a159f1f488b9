// SPDX-License-Identifier: MIT
// A fixture's database as bytes: kept, and brought back after each cell that has written.
#ifndef TESTS_ROLES_STORE_H
#define TESTS_ROLES_STORE_H

#include "base/buf.h"
#include "unit/fixture.h"

void store_save(Fixture *fixture, Buf *out);
void store_bring_back(Fixture *fixture, const Buf *bytes);
// Hundreds of changes, each waiting for a disk, would be most of the time.
void store_move_to_memory(Fixture *fixture, const Buf *bytes);

#endif
