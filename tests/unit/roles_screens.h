// SPDX-License-Identifier: MIT
// Every screen, opened on something that stands at a place.
#ifndef TESTS_ROLES_SCREENS_H
#define TESTS_ROLES_SCREENS_H

#include "tui/view.h"
#include "unit/roles.h"

typedef enum { ASK_OWN_OPS, ASK_EVERY_OP } Asked;
// Where what stands there denies some of it to who may elsewhere: final minutes, another's row.
typedef enum { ALL_THERE_IS, SOME_IS_CLOSED } Closed;
typedef enum { OPEN_TO_ALL, OPEN_TO_OURS, OPEN_TO_ADMIN } Opened; // whom the table lets see it

typedef struct {
	const ViewOps *ops;
	void (*prepare)(World *w);         // NULL: nothing
	void (*args)(World *w, ViewArgs *out); // NULL: none
	int64_t (*only)(World *w);         // the row that is meant where it lists everybody's; NULL: any
	Asked asked;                       // also what every screen has
	Opened to;
	Closed closed;
	const char *as; // another name for what is expected of it; NULL: the screen's own
} RoleScreen;

extern const RoleScreen role_screens[]; // ends with one without ops

#endif
