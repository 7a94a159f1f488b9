// SPDX-License-Identifier: MIT
// What the fault tests share. FAULT=long makes them as long as the design asks; else they are short
// enough for every `make test`.
#ifndef TESTS_FAULT_COMMON_H
#define TESTS_FAULT_COMMON_H

#include "unit/fixture.h"

int rounds(int short_form, int long_form);
int64_t now_ms(void); // monotonic
unsigned next_random(unsigned *seed);

// The fixture's database as one of several processes opens it; as office.
bool reopen(const char *path, const int64_t *instant, Core **out, Err *err) WARN_UNUSED;

// One acknowledged write: a report of progress whose note names its writer and its number, from 1.
bool write_one(Core *core, int64_t leaf_id, int writer, int number, Err *err) WARN_UNUSED;

// Whether everything that a writer wrote up to a number is there.
int64_t numbers_missing(const char *path, int writer, int up_to);

// The file, the journal's chain and the index are whole, and the write lock is free.
void assert_whole(const char *path, const int64_t *instant);

#endif
