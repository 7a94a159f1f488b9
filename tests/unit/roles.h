// SPDX-License-Identifier: MIT
// Who may do what, run: every operation of core as every role, at an own place and at another's.
#ifndef TESTS_ROLES_H
#define TESTS_ROLES_H

#include "unit/fixture.h"

#include "core/directive.h"
#include "core/indicator.h"
#include "core/meeting.h"
#include "core/person.h"
#include "core/remark.h"
#include "core/report.h"
#include "core/review.h"

enum { OWN, OTHERS, WHERE };

// A database and what a row has prepared in it, as somebody who may.
typedef struct {
	Fixture *f;
	Core *core;
	Err *err;
	Arena *arena;
	const char *region_code, *district_code, *lead; // lead: the login of who leads that region
	Place region, district;
	int64_t id, rev, other_id;
	Meeting meeting;
	AgendaItem item;
	Attendance person;
	Conclusion conclusion;
	Review review;
	Remark remark;
	Report report;
	ReportSeries series;
	IndicatorTarget target;
} World;

// The rows of the manual's table, and what the text beside it says of single things.
typedef enum {
	MAY_READ,
	MAY_READ_OPEN,
	MAY_PROGRESS,
	MAY_MEETING,
	MAY_REMARK,
	MAY_REVIEW_WRITE,
	MAY_REVIEW_MARK,
	MAY_APPROVE,
	MAY_RETURN,
	MAY_FINALISE,
	MAY_DIRECT,
	MAY_ADMINISTER,
	MAY_PAPER,      // a review's paper: who approves, and the Office
	MAY_TAKE_BACK,  // another's row of progress
	MAY_TAKE_OWN,   // a leader's own row
	MAY_AS_AUTHOR,  // a remark of the leader's
	MAY_MAKE_TASK,  // of that remark: its author, whoever serves him, the Office
	MAY_COUNT,
} May;

typedef struct {
	const char *name; // the journal's, where it writes
	May may;
	void (*prepare)(World *w); // acts as whoever may; NULL: nothing
	bool (*run)(World *w);
	bool reads;                // nothing is written
	ErrKind otherwise;         // what stops who may, where he cannot be let through here
} RoleRow;

// Rows without a name end a table.
extern const RoleRow roles_of_meetings[], roles_of_reviews[], roles_of_tasks[], roles_of_office[],
	roles_of_admin[], roles_of_reading[];

// Who leads the region that is not leader's: login other, tsh.
void world_add_lead(Fixture *fixture);
void world_as(World *w, const char *login);
int64_t world_person(World *w, const char *login);
void world_meeting(World *w);       // planned, whole, w->meeting
void world_final(World *w);         // the same, final
void world_review(World *w);        // drafting, whole, w->review
void world_submitted(World *w);
void world_approved(World *w);
void world_remark(World *w);        // of the leader's, about the district and to it
void world_answered(World *w);
void world_planned(World *w);       // a meeting on 1/12, which is today then
void world_started(World *w);
void world_offered(World *w);       // planned, after one that has left a task open
void world_recorded(World *w);      // by the Office, w->id: a leaf
void world_recorded_by_lead(World *w);
void world_ended(World *w);
void world_reading(World *w);       // w->id: an indicator
void world_target(World *w);
void world_report(World *w);        // w->id: a series, with one report of the district
void world_key(World *w);           // viewer's, w->id
void world_period_over(World *w);
void world_succeeded(World *w);     // the district has an heir
void world_body_succeeded(World *w);
// false with ERR_DENIED where what should be seen is not.
bool world_seen(World *w, bool seen);

#endif
