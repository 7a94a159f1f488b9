// SPDX-License-Identifier: MIT
// What the commands about meetings share: which one is meant.
#ifndef CLI_MEETING_PARTS_H
#define CLI_MEETING_PARTS_H

#include "base/tr.h"
#include "cli/command.h"
#include "core/meeting.h"

// The first member of a command's values.
typedef struct {
	const char *id;
} MeetingOf;

// The first row of a command's table of arguments.
#define MEETING_ARGUMENT \
	{ .name = N_("SỐ"), \
		.type = OPTION_LINE, \
		.need = OPTION_REQUIRED, \
		.offset = offsetof(MeetingOf, id), \
		.help = N_("số ở cột đầu của meeting list") }

extern const Option of_meeting[]; // that row alone

// Opens the database. ERR_INVALID for what is no number, ERR_NOT_FOUND for no meeting.
bool meeting_find(Cli *cli, const MeetingOf *of, Meeting *out, Err *err) WARN_UNUSED;
// An item by its number as minutes print it, from 1.
bool meeting_find_item(
	Cli *cli, const Meeting *meeting, int nth, AgendaItem *out, Err *err) WARN_UNUSED;

#endif
