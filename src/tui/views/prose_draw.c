// SPDX-License-Identifier: MIT
#include "tui/views/prose_draw.h"

#include "base/tr.h"
#include "text/width.h"
#include "text/wrap.h"

#include <string.h>

static void draw_cut(
	Canvas *canvas, Rect rect, int row, int col, Style style, const char *text, size_t n)
{
	int used = 0;
	size_t fit = text_fit(text, n, rect.cols - col - 1, &used);
	canvas_textn(canvas, rect, row, col, style, text, fit);
	canvas_text(canvas, rect, row, col + used, style, "…");
}

int prose_draw(Canvas *canvas, Rect rect, int row, int col, int rows, Style style, const char *text)
{
	Vec lines;
	int used = 0;
	if (!*text || rows <= 0)
		return 0;
	vec_init(&lines, sizeof(WrapLine));
	text_wrap(&lines, text, strlen(text), rect.cols - col);
	for (; used < rows && (size_t)used < lines.len; used++) {
		const WrapLine *line = vec_at(&lines, (size_t)used);
		const char *start = text + line->start;
		bool cut = used == rows - 1 && lines.len > (size_t)rows;
		if (cut)
			draw_cut(canvas, rect, row + used, col, style, start,
				line->end - line->start);
		else
			canvas_textn(canvas, rect, row + used, col, style, start,
				line->end - line->start);
	}
	vec_release(&lines);
	return used;
}

int prose_rows(const char *text, int cols)
{
	Vec lines;
	if (!*text)
		return 0;
	vec_init(&lines, sizeof(WrapLine));
	int rows = (int)text_wrap(&lines, text, strlen(text), cols);
	vec_release(&lines);
	return rows;
}

const char *prose_start(View *view, const char *text)
{
	return arena_strndup(&view->arena, text, strcspn(text, "\n"));
}

const char *view_day(View *view, const char *iso)
{
	Date day;
	char shown[11];
	if (!date_parse(iso, &day))
		return iso;
	date_show(day, shown);
	return arena_strdup(&view->arena, shown);
}

const char *view_days_left(View *view, const char *due)
{
	Date day;
	if (!date_parse(due, &day))
		return "";
	int left = (int)(date_days(day) - date_days(core_day(view->core)));
	if (left == 0)
		return tr("hết hạn hôm nay");
	return left > 0 ? view_printf(view, tr("còn %d ngày"), left) :
			  view_printf(view, tr("quá hạn %d ngày"), -left);
}

const char *view_instant(View *view, int64_t at)
{
	char day[11], time[6];
	int offset = core_rules(view->core)->utc_offset;
	date_show(date_of_instant(at, offset), day);
	time_show(at, offset, time);
	return view_printf(view, "%s %s", day, time);
}

const char *view_join(View *view, const char *const *parts, size_t n)
{
	const char *all = "";
	for (size_t i = 0; i < n; i++)
		all = view_printf(view, "%s%s%s", all, i ? "; " : "", parts[i]);
	return all;
}
