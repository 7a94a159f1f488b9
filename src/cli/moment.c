// SPDX-License-Identifier: MIT
#include "cli/moment.h"

#include "base/tr.h"

#include <stdlib.h>

enum { MINUTE = 60 * 1000 };

const char *moment_shown(const Core *core, int64_t at, Arena *arena)
{
	char day[11], time[6];
	int offset = core_rules(core)->utc_offset;
	date_show(date_of_instant(at, offset), day);
	time_show(at, offset, time);
	return arena_printf(arena, "%s %s", day, time);
}

const char *moment_iso(const Core *core, int64_t at, Arena *arena)
{
	char day[11], time[6];
	int offset = core_rules(core)->utc_offset;
	date_iso(date_of_instant(at, offset), day);
	time_show(at, offset, time);
	return arena_printf(arena, "%sT%s:%02d%c%02d:%02d", day, time, (int)(at / 1000 % 60),
		offset < 0 ? '-' : '+', abs(offset) / 60, abs(offset) % 60);
}

int64_t moment_of_day(const Core *core, Date day)
{
	return (date_days(day) * 24 * 60 - core_rules(core)->utc_offset) * MINUTE;
}

const char *moment_person(const char *name)
{
	return *name ? name : tr("(người tạo)");
}
