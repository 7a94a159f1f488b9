// SPDX-License-Identifier: MIT
// Rights: who may do what, enforced here so that screen and command line obey alike. One table, the
// one in the manual. "Own": the regions one leads, the districts one is in charge of or whose region
// one leads, and for a secretary those of the members served, today.
#ifndef CORE_RIGHT_H
#define CORE_RIGHT_H

#include "core/place.h"

typedef enum {
	RIGHT_READ,           // tasks, progress, final minutes, approved reviews
	RIGHT_READ_OPEN,      // drafts, open minutes, marks not yet approved
	RIGHT_PROGRESS,       // progress and readings
	RIGHT_MEETING,        // meetings and minutes
	RIGHT_REMARK,
	RIGHT_REVIEW_WRITE,   // draft and submit
	RIGHT_REVIEW_MARK,    // propose a mark for a district
	RIGHT_REVIEW_APPROVE, // the region's lead or a stand-in only
	RIGHT_REVIEW_RETURN,  // those, or the Office
	RIGHT_FINALISE,       // minutes: finalise and reopen
	RIGHT_DIRECT,         // directives, tasks, assignments, rounds, closing of periods
	RIGHT_ADMINISTER,     // users, structure, backup, restore, settings
	RIGHT_COUNT,
} Right;

// Whether for anybody it reaches as far as his assignments.
bool right_rests_on_assignments(Right right);

// ERR_DENIED with a reason that names who may.
bool right_check(Core *core, Right right, Place place, Err *err) WARN_UNUSED;
// The same over everything, saying in the refusal what was wanted ("sao lưu"): it completes "Đồng chí
// không có quyền …".
bool right_check_for(Core *core, Right right, const char *what, Err *err) WARN_UNUSED;

#endif
