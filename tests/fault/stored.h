// SPDX-License-Identifier: MIT
// What no field would take, written into every text of the database by another program, and which of
// it has been shown since.
#ifndef TESTS_FAULT_STORED_H
#define TESTS_FAULT_STORED_H

#include "base/buf.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stddef.h>

// Before everything stored stands a mark of its column: ZQ, three digits, Z.
enum { MARK_SIZE = 8 };

typedef struct {
	char table[40], column[40], mark[MARK_SIZE];
	bool refused; // a CHECK of the schema takes nothing but its own words
	bool seen;
} Stored;

// Every control and invisible character; what begins a sequence, with one that ends.
void flood_make(Buf *out);

// Rows for what the demo has none of, and all roles for its office.
void stored_add_rest(const char *path);
// Writes it into each column of text that the schema has; columns gets one Stored each. The database
// must have rows with something in all of them.
void stored_poison(const char *path, Vec *columns);
// Notes which columns' marks are among the bytes.
void stored_look(const Vec *columns, const char *bytes);
// Fails where a column was never shown and nothing says why.
void stored_check_seen(const Vec *columns);

#endif
