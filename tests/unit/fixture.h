// SPDX-License-Identifier: MIT
// What the tests of the domain share: a demo database of a moment, on 23/11/2021, with three
// regions, five districts (Tân Hiệp lies in two regions in part), a person of each role and a small
// directive.
#ifndef TESTS_FIXTURE_H
#define TESTS_FIXTURE_H

#include "core/core.h"
#include "core/directive.h"
#include "core/place.h"
#include "core/task.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

typedef struct {
	char dir[64], path[128];
	int64_t instant;
	Core *core;
	Arena arena; // of whatever a test reads
	Err err;
	int64_t directive_id; // 0 until fixture_directive()
} Fixture;

// Logins, each with the role of its name: office, leader (leads Hải đảo), member (a leader, in charge
// of TP Phú Quốc), secretary (serves leader), admin, viewer. The fixture acts as office.
void fixture_open(Fixture *fixture);
void fixture_close(Fixture *fixture);

// For cmocka's set-up and tear-down: *state is the fixture.
int fixture_setup(void **state);
int fixture_setup_directive(void **state);
int fixture_teardown(void **state);

// Fails the test with err's message unless ok.
void assert_done(bool ok, const Err *err);
// ok must be false with that kind; the error is cleared.
void assert_failed(bool ok, Err *err, ErrKind kind);

void fixture_as(Fixture *fixture, const char *login);
void fixture_today(Fixture *fixture, const char *iso);
Place fixture_place(Fixture *fixture, const char *code);

// 01-CV/TU: tasks 1a (continuous, every district), 2.1a (11/11/2021, phu-quoc), 2.1b (quý IV-2021,
// phu-quoc, kien-hai, tan-hiep), 2.2a (no deadline, the province), 3a (recurring, every region).
// A clause 4 has no task.
extern const char fixture_text[];
void fixture_directive(Fixture *fixture);
// The same under another number, given what differs through `edit`.
bool fixture_directive_add(Fixture *fixture, const char *number,
	void (*edit)(NewDirective *directive, NewTask *tasks), Err *err);

int64_t fixture_leaf(Fixture *fixture, const char *task, const char *place);
void fixture_report(Fixture *fixture, const char *task, const char *place, State state, int percent,
	const char *as_of);

#endif
