// SPDX-License-Identifier: MIT
// What has happened since the last visit, each line leading to its screen.
#include "tui/views.h"

#include "base/tr.h"
#include "core/news.h"
#include "tui/row_key.h"
#include "tui/thing.h"
#include "tui/views/prose_draw.h"

#include <string.h>

typedef struct {
	List list;
	Vec lines; // of NewsLine
	const char *sum;
} NewsScreen;

static bool open_news(View *view, Err *err)
{
	NewsScreen *screen = view->state;
	(void)err;
	vec_init(&screen->lines, sizeof(NewsLine));
	return true;
}

static void close_news(View *view)
{
	NewsScreen *screen = view->state;
	vec_release(&screen->lines);
}

static bool load(View *view, Err *err)
{
	NewsScreen *screen = view->state;
	vec_clear(&screen->lines);
	if (!news_list(view->core, view->args.id, &view->arena, &screen->lines, err))
		return false;
	list_set_count(&screen->list, (int)screen->lines.len);
	screen->sum = news_sum(&screen->lines, &view->arena);
	view->title = view_printf(view, tr("Từ lần vào trước, %s"), view_instant(view, view->args.id));
	view->note = tr("Enter mở nơi xử lý · Esc về");
	return true;
}

static int64_t row_key(const View *view, int index)
{
	const NewsScreen *screen = view->state;
	const NewsLine *line = vec_at(&screen->lines, (size_t)index);
	return row_key_of(line->thing.id, line->kind, 0);
}

static List *list_of(View *view)
{
	NewsScreen *screen = view->state;
	return &screen->list;
}

static void draw_line(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	static const struct {
		const char *mark;
		Style style;
	} looks[NEWS_KINDS] = {
		[NEWS_REVIEW] = { "*", STYLE_TITLE },
		[NEWS_LATE] = { "!", STYLE_LATE },
		[NEWS_BLOCKED] = { "~", STYLE_WARN },
		[NEWS_DONE] = { "x", STYLE_GOOD },
		[NEWS_MEETING] = { " ", STYLE_PLAIN },
	};
	const NewsScreen *screen = ((const View *)opaque)->state;
	const NewsLine *line = vec_at(&screen->lines, (size_t)index);
	int place = rect.cols >= 90 ? 24 : 17;
	int tail = rect.cols >= 70 ? 20 : 15;
	canvas_text(canvas, rect, 0, 0, looks[line->kind].style, looks[line->kind].mark);
	canvas_text_clip(canvas, rect, 0, 2, place - 3, STYLE_PLAIN, line->place);
	canvas_text_clip(canvas, rect, 0, place, rect.cols - place - tail - 1, STYLE_PLAIN, line->text);
	canvas_text_clip(canvas, rect, 0, rect.cols - tail, tail, looks[line->kind].style, line->tail);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	NewsScreen *screen = view->state;
	Rect list = { .row = rect.row + 1, .col = rect.col, .rows = rect.rows - 1, .cols = rect.cols };
	canvas_text_clip(canvas, rect, 0, 1, rect.cols - 2, STYLE_TITLE,
		*screen->sum ? screen->sum : tr("Chưa có gì mới."));
	list_draw(&screen->list, canvas, list, LIST_FOCUSED, draw_line, view);
}

static bool has_line(View *view, Err *err)
{
	return list_of(view)->count || err_set(err, ERR_NOT_FOUND, "%s", tr("Không có dòng nào để mở."));
}

static bool open_line(View *view, Err *err)
{
	const NewsScreen *screen = view->state;
	const NewsLine *line = vec_at(&screen->lines, (size_t)screen->list.selected);
	return thing_open(view->app, line->thing, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Mở nơi xử lý việc đang chọn."), has_line,
		open_line },
	{ 0 },
};

const ViewOps news_view = {
	.name = "news",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(NewsScreen),
	.ops = ops,
	.open = open_news,
	.load = load,
	.draw = draw,
	.list = list_of,
	.row_key = row_key,
	.close = close_news,
};
