// SPDX-License-Identifier: MIT
#include "cli/prose.h"

#include "text/date.h"
#include "text/width.h"
#include "text/wrap.h"

#include <string.h>

void prose_print(const char *text, const char *indent, Buf *out)
{
	Vec lines;
	if (!*text)
		return;
	vec_init(&lines, sizeof(WrapLine));
	size_t n = text_wrap(&lines, text, strlen(text), PROSE_COLUMNS - text_width(indent));
	for (size_t i = 0; i < n; i++) {
		const WrapLine *line = vec_at(&lines, i);
		if (line->end > line->start)
			buf_adds(out, indent);
		buf_add(out, text + line->start, line->end - line->start);
		buf_addch(out, '\n');
	}
	vec_release(&lines);
}

void prose_field(const char *label, const char *value, Buf *out)
{
	if (*value)
		buf_addf(out, "%s: %s\n", label, value);
}

const char *day_shown(const char *iso, Arena *arena)
{
	Date date;
	char shown[11];
	if (!date_parse(iso, &date))
		return "";
	date_show(date, shown);
	return arena_strdup(arena, shown);
}
