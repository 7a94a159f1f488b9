// SPDX-License-Identifier: MIT
// What the tests of drafts share: sessions that die, and what they left.
#ifndef TESTS_DRAFT_TOOLS_H
#define TESTS_DRAFT_TOOLS_H

#include "core/draft.h"
#include "unit/fixture.h"

enum { PATH_SIZE = 512 };

// What draft_begin()'s drafts are of.
extern const DraftOf draft_minutes;

// A session that dies: whatever it held is let go without a word, as after kill -9.
void in_dead_session(Fixture *fixture, void (*type)(Drafts *drafts));
Draft *draft_begin(Drafts *drafts, const char *base);
// What stands in its part now, written as after a batch of keys.
void draft_type(Drafts *drafts, Draft *draft, const char *text);

// One draft, from "Đoạn một." in four steps to "A. Đoạn một. Tố"; two drafts, "một!" and "hai!".
void draft_type_some(Drafts *drafts);
void draft_type_two(Drafts *drafts);

size_t left_count(Drafts *drafts, Fixture *fixture);
const Left *left_only(Drafts *drafts, Fixture *fixture);
const LeftPart *left_part(const Left *left, size_t index);
// A new session finds exactly this text, or no draft where it is NULL.
void left_check(Fixture *fixture, const char *text);

// In the directory of the drafts; "" for itself.
void draft_path(const Fixture *fixture, const char *name, char *out, size_t size);
// How many files there are, the last one's path in out.
int draft_files(const Fixture *fixture, char *out, size_t size);

#endif
