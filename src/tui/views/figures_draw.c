// SPDX-License-Identifier: MIT
#include "tui/views/figures_draw.h"

#include "base/tr.h"
#include "text/date.h"
#include "text/width.h"
#include "tui/views/prose_draw.h"

#include <stdio.h>

enum { BAR_MIN = 15, BAR_MAX = 10, WIDE = 100, NARROW = 70 };
enum { BLOCK = 0x2588, SHADE = 0x2591 };

void draw_percent(Canvas *canvas, Rect rect, int col, int cols, const Figures *figures)
{
	int percent = figures_percent(figures);
	if (!figures->all) {
		canvas_text(canvas, rect, 0, col, STYLE_DIM, "-");
		return;
	}
	if (cols >= BAR_MIN) {
		int filled = (percent * BAR_MAX + 50) / 100;
		if (percent < 100 && filled == BAR_MAX)
			filled--; // a full bar is done, and 98 % is not
		Rect done = { .row = rect.row, .col = rect.col + col, .rows = 1, .cols = filled };
		Rect open = { .row = rect.row, .col = rect.col + col + filled, .rows = 1,
			.cols = BAR_MAX - filled };
		canvas_fill(canvas, done, STYLE_PLAIN, BLOCK);
		canvas_fill(canvas, open, STYLE_PLAIN, SHADE);
		col += BAR_MAX + 1;
	}
	canvas_textf(canvas, rect, 0, col, STYLE_PLAIN, "%3d%%", percent);
}

FigureColumns figure_columns(int cols)
{
	int name = cols >= WIDE ? 30 : cols >= NARROW ? 23 : cols >= TIGHT ? 20 : cols - 21;
	int done = cols >= NARROW ? 12 : 8, late = cols >= NARROW ? 9 : 8;
	return (FigureColumns){ .name = 0, .done = name, .late = name + done,
		.rest = name + done + late };
}

void draw_figure_head(Canvas *canvas, Rect rect, int row, const char *title, const char *rest)
{
	Rect line = { .row = rect.row + row, .col = rect.col + LIST_MARGIN, .rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	FigureColumns columns = figure_columns(line.cols);
	canvas_text_clip(canvas, line, 0, columns.name, columns.done - 1, STYLE_TITLE, title);
	canvas_text(canvas, line, 0, columns.done, STYLE_DIM,
		line.cols >= NARROW ? tr("HOÀN THÀNH") : tr("XONG"));
	canvas_text(canvas, line, 0, columns.late, STYLE_DIM, tr("QUÁ HẠN"));
	canvas_text(canvas, line, 0, columns.rest, STYLE_DIM, rest);
}

void draw_steady(Canvas *canvas, Rect rect, int row, int col, const Figures *figures)
{
	char text[200];
	snprintf(text, sizeof(text),
		tr("Thường xuyên: %d triển khai tốt · %d có vướng mắc · %d chưa báo cáo"), figures->good,
		figures->blocked, figures->mute);
	if (text_width(text) > rect.cols - col)
		snprintf(text, sizeof(text), tr("Thường xuyên: %d tốt · %d vướng mắc · %d chưa báo cáo"),
			figures->good, figures->blocked, figures->mute);
	canvas_text_clip(canvas, rect, row, col, rect.cols - col, STYLE_PLAIN, text);
}

void draw_figures(Canvas *canvas, Rect rect, const char *title, const Figures *figures)
{
	FigureColumns columns = figure_columns(rect.cols);
	char number[32];
	canvas_text_clip(canvas, rect, 0, columns.name, columns.done - (rect.cols < TIGHT ? 2 : 1),
		STYLE_PLAIN, title);
	snprintf(number, sizeof(number), "%d/%d", figures->done, figures->all);
	canvas_text_right(canvas, rect, 0, columns.late - 4, STYLE_PLAIN, number);
	if (figures->late)
		canvas_textf(canvas, rect, 0, columns.late, STYLE_LATE, "! %d", figures->late);
	else
		canvas_text(canvas, rect, 0, columns.late, STYLE_DIM, "-");
}

const char *figures_cross(View *view, const Figures *figures)
{
	const char *text = view_printf(view,
		tr("xong %d/%d (đúng hạn %d, trễ hạn %d) · chưa xong %d (quá hạn %d)"), figures->done,
		figures->all, figures->done_in_time, figures->done_late,
		figures->late + figures->open_in_time, figures->late);
	return figures->ended ? view_printf(view, tr("%s · kết thúc %d"), text, figures->ended) : text;
}

// The longest that fits.
void draw_cross(Canvas *canvas, Rect rect, int row, int col, const Figures *figures)
{
	char texts[3][200];
	int n = 0, open = figures->late + figures->open_in_time;
	if (!figures->all) {
		canvas_text_clip(canvas, rect, row, col, rect.cols - col, STYLE_DIM,
			tr("Không có nhiệm vụ nào xác định thời hạn."));
		return;
	}
	snprintf(texts[0], sizeof(texts[0]),
		tr("Có thời hạn: xong %d/%d (đúng hạn %d, trễ hạn %d) · chưa xong %d (quá hạn %d) · %d%%"),
		figures->done, figures->all, figures->done_in_time, figures->done_late, open,
		figures->late, figures_percent(figures));
	snprintf(texts[1], sizeof(texts[1]), tr("Xong %d/%d (trễ %d) · chưa xong %d (quá hạn %d) · %d%%"),
		figures->done, figures->all, figures->done_late, open, figures->late,
		figures_percent(figures));
	snprintf(texts[2], sizeof(texts[2]), tr("Xong %d/%d, quá hạn %d, %d%%"), figures->done,
		figures->all, figures->late, figures_percent(figures));
	while (n < 2 && text_width(texts[n]) > rect.cols - col)
		n++;
	int end = col + canvas_text_clip(canvas, rect, row, col, rect.cols - col, STYLE_PLAIN, texts[n]);
	if (figures->ended)
		canvas_textf(canvas, rect, row, end, STYLE_PLAIN, tr(" · kết thúc %d"), figures->ended);
}

// Leaves ----------------------------------------------------------------------------------------

// First columns and widths; place 0: without. In words rather than in short where there is room.
typedef struct {
	int title, place, state, deadline;
	int place_cols, state_cols, deadline_cols;
	bool in_words;
} LeafColumns;

enum { CODE_COLS = 10 };

// In a tight window the deadline is left out; that it has passed is said with the state.
static LeafColumns leaf_columns(int cols, bool with_place)
{
	LeafColumns columns = { .title = CODE_COLS, .place_cols = 14, .state_cols = 9,
		.deadline_cols = 16 };
	if (cols >= WIDE)
		columns = (LeafColumns){ .title = CODE_COLS, .place_cols = 20, .state_cols = 17,
			.deadline_cols = 20, .in_words = true };
	columns.deadline = cols < TIGHT ? cols : cols - columns.deadline_cols;
	columns.state = columns.deadline - columns.state_cols;
	columns.place = with_place && cols >= NARROW ? columns.state - columns.place_cols : 0;
	return columns;
}

void draw_leaf_head(Canvas *canvas, Rect rect, int row, bool with_place)
{
	Rect line = { .row = rect.row + row, .col = rect.col + LIST_MARGIN, .rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	LeafColumns columns = leaf_columns(line.cols, with_place);
	canvas_text(canvas, line, 0, columns.title, STYLE_TITLE, tr("NHIỆM VỤ"));
	if (columns.place)
		canvas_text(canvas, line, 0, columns.place, STYLE_DIM, tr("NƠI"));
	canvas_text(canvas, line, 0, columns.state, STYLE_DIM, tr("TIẾN ĐỘ"));
	canvas_text(canvas, line, 0, columns.deadline, STYLE_DIM, tr("HẠN"));
}

// Never by colour alone. A word without a format stands for itself, the others tell the percent.
static void draw_state(Canvas *canvas, Rect rect, const LeafColumns *columns, const Leaf *leaf)
{
	static const struct {
		const char *brief, *words;
		Style style;
	} states[STATE_COUNT] = {
		[STATE_SILENT] = { N_("chưa b/c"), N_("chưa báo cáo"), STYLE_PLAIN },
		[STATE_NOT_STARTED] = { N_("chưa làm"), N_("chưa triển khai"), STYLE_PLAIN },
		[STATE_DOING] = { N_("%3d%%"), N_("%3d%%"), STYLE_PLAIN },
		[STATE_DONE] = { N_("xong"), N_("hoàn thành"), STYLE_GOOD },
		[STATE_BLOCKED] = { N_("%3d%% kẹt"), N_("%3d%% vướng mắc"), STYLE_WARN },
	};
	const char *words = columns->in_words ? states[leaf->state].words : states[leaf->state].brief;
	if (leaf->ended)
		canvas_text(canvas, rect, 0, columns->state, STYLE_DIM, tr("kết thúc"));
	else if (leaf->late && rect.cols < TIGHT)
		canvas_text(canvas, rect, 0, columns->state, STYLE_LATE, tr("! quá hạn"));
	else
		canvas_textf(canvas, rect, 0, columns->state, states[leaf->state].style, tr(words),
			leaf->percent);
}

int late_years(int days)
{
	return days * 100 / 36525;
}

static void short_deadline(const Leaf *leaf, char *out, size_t size)
{
	Date due;
	char shown[11];
	if (leaf->late && leaf->days_late > LATE_DAYS_MOST)
		snprintf(out, size, tr("quá hạn %d năm"), late_years(leaf->days_late));
	else if (leaf->late)
		snprintf(out, size, tr("quá hạn %d ngày"), leaf->days_late);
	else if (date_parse(leaf->due, &due)) {
		date_show(due, shown);
		snprintf(out, size, "%s%s", shown, leaf->done_late ? tr(" trễ") : "");
	} else
		snprintf(out, size, "%s", *leaf->deadline_words ? leaf->deadline_words : "-");
}

void draw_leaf(Canvas *canvas, Rect rect, const Leaf *leaf, const char *place)
{
	char deadline[160];
	LeafColumns columns = leaf_columns(rect.cols, *place);
	int title_end = columns.place ? columns.place : columns.state;
	canvas_text_clip(canvas, rect, 0, 0, CODE_COLS - 1, STYLE_PLAIN, leaf->code);
	canvas_text_clip(canvas, rect, 0, columns.title, title_end - columns.title - 1, STYLE_PLAIN,
		leaf->title);
	if (columns.place)
		canvas_text_clip(canvas, rect, 0, columns.place, columns.place_cols - 1, STYLE_PLAIN, place);
	draw_state(canvas, rect, &columns, leaf);
	short_deadline(leaf, deadline, sizeof(deadline));
	canvas_text_clip(canvas, rect, 0, columns.deadline, columns.deadline_cols,
		leaf->late ? STYLE_LATE : STYLE_PLAIN, deadline);
}

const char *leaf_deadline(View *view, const Leaf *leaf)
{
	const char *words = deadline_shown(leaf->deadline_words, leaf->due, &view->arena);
	if (!*leaf->due)
		return words;
	if (leaf->done_late)
		return view_printf(view, tr("%s, hoàn thành trễ %d ngày"), words, leaf->days_late);
	if (leaf->state == STATE_DONE || leaf->ended)
		return words;
	return view_printf(view, "%s, %s", words, view_days_left(view, leaf->due));
}

const char *leaf_state(View *view, const Leaf *leaf)
{
	if (leaf->ended)
		return view_printf(view, tr("kết thúc khi được %d%%"), leaf->percent);
	if (leaf->state == STATE_SILENT || leaf->state == STATE_DONE)
		return state_name(leaf->state);
	return view_printf(view, "%s %d%%", state_name(leaf->state), leaf->percent);
}
