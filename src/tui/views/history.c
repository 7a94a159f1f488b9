// SPDX-License-Identifier: MIT
// The history of a thing and its parts: the changes, newest first, and below them what the selected
// one made of what.
#include "tui/views.h"

#include "base/tr.h"
#include "core/history.h"
#include "core/journal_op.h"
#include "text/diff.h"
#include "text/width.h"
#include "tui/views/prose_draw.h"

#include <stdio.h>
#include <string.h>

enum { PANE_CHANGES, PANE_FIELDS, PANES };
enum { WHEN_COLS = 17, PERSON_COLS = 24, LABEL = 3, SHORT_FIELD = 50 };

typedef struct {
	Vec changes;       // of HistoryChange
	const char **when; // of each change, and what it is about in a word
	const char **about;
	const char *name;  // of the thing
	List list;
	Pager pager;
	Arena shown; // of the pager's strings
	int shown_of; // the change that the pager shows; -1: none
} HistoryScreen;

static bool open_history(View *view, Err *err)
{
	HistoryScreen *screen = view->state;
	(void)err;
	vec_init(&screen->changes, sizeof(HistoryChange));
	pager_init(&screen->pager);
	return true;
}

static void close_history(View *view)
{
	HistoryScreen *screen = view->state;
	history_clear(&screen->changes);
	vec_release(&screen->changes);
	pager_release(&screen->pager);
	arena_release(&screen->shown);
}

static const HistoryChange *change_at(const HistoryScreen *screen, int index)
{
	return vec_at(&screen->changes, (size_t)index);
}

static const HistoryPart *part_at(const HistoryChange *change, size_t index)
{
	return vec_at(&change->parts, index);
}

static const char *field_words(View *view, const AuditField *field)
{
	if (strchr(field->after, '\n') || strchr(field->before, '\n') ||
		strlen(field->after) + strlen(field->before) > SHORT_FIELD)
		return field->label;
	if (!*field->before)
		return view_printf(view, "%s: %s", field->label, field->after);
	return view_printf(view, "%s: %s → %s", field->label, field->before,
		*field->after ? field->after : tr("(trống)"));
}

// The first field that tells something, so that a filter finds it.
static const char *about(View *view, const HistoryChange *change)
{
	const HistoryPart *part = part_at(change, 0);
	const char *words = *part->part ? view_printf(view, "%s %s", history_verb(part), part->part) : "";
	if (part->fields_n)
		words = view_printf(view, "%s%s%s", words, *words ? ": " : "",
			field_words(view, &part->fields[0]));
	if (change->parts.len == 1)
		return words;
	return view_printf(view, tr("%s, và %d mục khác"), words, (int)change->parts.len - 1);
}

static bool load(View *view, Err *err)
{
	HistoryScreen *screen = view->state;
	ThingName name;
	Thing thing = { noun_by_table(view->args.code), view->args.id };
	history_clear(&screen->changes);
	screen->shown_of = -1;
	if (thing.noun == NOUN_COUNT)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("Màn hình này không có lịch sử riêng."));
	if (!thing_name(view->core, thing, &view->arena, &name, err) ||
		!history_of(view->core, thing, &view->arena, &screen->changes, err))
		return false;
	size_t n = screen->changes.len;
	screen->when = arena_array(&view->arena, n + 1, sizeof(*screen->when));
	screen->about = arena_array(&view->arena, n + 1, sizeof(*screen->about));
	for (size_t i = 0; i < n; i++) {
		screen->when[i] = view_instant(view, change_at(screen, (int)i)->at);
		screen->about[i] = about(view, change_at(screen, (int)i));
	}
	list_set_count(&screen->list, (int)n);
	screen->name = name.title;
	view->title = tr("Lịch sử");
	view->place = name.place;
	view->thing = thing;
	view->note = tr("[cũ → mới] [+ thêm] [- bỏ] · F5 lọc · Tab xuống phần dưới");
	return true;
}

static List *list_of(View *view)
{
	HistoryScreen *screen = view->state;
	return view->pane == PANE_CHANGES ? &screen->list : NULL;
}

static Pager *pager_of(View *view)
{
	HistoryScreen *screen = view->state;
	return &screen->pager;
}

// What a change made of what ---------------------------------------------------------------------

static void add_long(HistoryScreen *screen, const AuditField *field)
{
	Buf words = BUF_INIT;
	diff_words(field->before, field->after, &words);
	pager_add(&screen->pager, STYLE_PLAIN, LABEL, NULL,
		arena_printf(&screen->shown, "%s:", field->label));
	pager_add(&screen->pager, STYLE_PLAIN, LABEL + 2, NULL, arena_strdup(&screen->shown, words.bytes));
	buf_release(&words);
}

static bool takes_lines(const AuditField *field)
{
	return strchr(field->before, '\n') || strchr(field->after, '\n') ||
	       text_width(field->before) + text_width(field->after) > SHORT_FIELD;
}

static void add_field(HistoryScreen *screen, const HistoryPart *part, const AuditField *field)
{
	const char *text;
	if (!part->is_new && takes_lines(field)) {
		add_long(screen, field);
		return;
	}
	if (part->is_new || !*field->before)
		text = arena_printf(&screen->shown, "%s: %s", field->label, field->after);
	else
		text = arena_printf(&screen->shown, "%s: %s → %s", field->label, field->before,
			*field->after ? field->after : tr("(trống)"));
	pager_add(&screen->pager, STYLE_PLAIN, LABEL, NULL, text);
}

static void add_part(HistoryScreen *screen, const HistoryPart *part)
{
	if (*part->part)
		pager_add(&screen->pager, STYLE_TITLE, 1, NULL,
			arena_printf(&screen->shown, "%s %s", history_verb(part), part->part));
	for (size_t i = 0; i < part->fields_n; i++)
		add_field(screen, part, &part->fields[i]);
	if (part->hidden)
		pager_add(&screen->pager, STYLE_DIM, LABEL, NULL,
			tr("(lời của bản chưa hoàn tất: chỉ người phụ trách, thư ký và Văn phòng xem)"));
	if (part->erased)
		pager_add(&screen->pager, STYLE_DIM, LABEL, NULL, tr("(nội dung đã xóa vì bảo mật)"));
}

static const char *person_of(const HistoryChange *change)
{
	return *change->person ? change->person : tr("(lúc khởi tạo)");
}

// The pager follows the list's cursor, so it is filled when it is drawn.
static void show_selected(HistoryScreen *screen)
{
	int index = screen->list.selected;
	if (!screen->list.count || screen->shown_of == index)
		return;
	const HistoryChange *change = change_at(screen, index);
	if (screen->shown_of >= 0)
		pager_home(&screen->pager);
	screen->shown_of = index;
	pager_clear(&screen->pager);
	arena_clear(&screen->shown);
	if (change->undoes)
		pager_add(&screen->pager, STYLE_DIM, 1, NULL, tr("Hoàn tác một thay đổi trước đó."));
	for (size_t i = 0; i < change->parts.len; i++)
		add_part(screen, part_at(change, i));
}

// Drawing ----------------------------------------------------------------------------------------

// In a narrow window what it is about is left to the part below.
static int about_col(int cols)
{
	return cols < 70 ? cols : cols >= 100 ? 74 : 62;
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const HistoryScreen *screen = ((const View *)opaque)->state;
	const HistoryChange *change = change_at(screen, index);
	int op = WHEN_COLS + PERSON_COLS, words = about_col(rect.cols);
	char title[160];
	snprintf(title, sizeof(title), "%s%s", change->undoes ? tr("hoàn tác: ") : "", op_name(change->op));
	canvas_text(canvas, rect, 0, 0, STYLE_PLAIN, screen->when[index]);
	canvas_text_clip(canvas, rect, 0, WHEN_COLS, PERSON_COLS - 1, STYLE_PLAIN, person_of(change));
	canvas_text_clip(canvas, rect, 0, op, words - op - 1, STYLE_PLAIN, title);
	canvas_text_clip(canvas, rect, 0, words, rect.cols - words, STYLE_DIM, screen->about[index]);
}

static int list_rows(const HistoryScreen *screen, int rows)
{
	int most = rows / 2 - 1;
	most = most < 3 ? 3 : most;
	return screen->list.count < most ? screen->list.count + !screen->list.count : most;
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	HistoryScreen *screen = view->state;
	int rows = list_rows(screen, rect.rows);
	Rect list = { .row = rect.row + 1, .col = rect.col, .rows = rows, .cols = rect.cols };
	Rect below = { .row = list.row + rows + 1, .col = rect.col, .rows = rect.rows - rows - 2,
		.cols = rect.cols - 1 };
	show_selected(screen);
	canvas_text_clip(canvas, rect, 0, 1, rect.cols - 2, STYLE_TITLE, screen->name);
	canvas_hline(canvas, rect, rows + 1, 0, rect.cols, STYLE_DIM);
	if (screen->list.count)
		pager_draw(&screen->pager, canvas, below);
	else
		canvas_text(canvas, list, 0, LIST_MARGIN, STYLE_DIM, tr("Chưa có thay đổi nào."));
	// Last: the real cursor stands where it was put last.
	list_draw(&screen->list, canvas, list, view->pane == PANE_CHANGES ? LIST_FOCUSED : LIST_UNFOCUSED,
		draw_row, view);
}

static int pane_at(View *view, int row, int col)
{
	HistoryScreen *screen = view->state;
	const Rect *area = &screen->list.area;
	(void)col;
	return row > area->row + area->rows ? PANE_FIELDS : PANE_CHANGES;
}

static int64_t row_key(const View *view, int index)
{
	return change_at(view->state, index)->seq;
}

static const Op ops[] = { { 0 } };

const ViewOps history_view = {
	.name = "history",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(HistoryScreen),
	.ops = ops,
	.open = open_history,
	.load = load,
	.draw = draw,
	.list = list_of,
	.row_key = row_key,
	.pager = pager_of,
	.panes = PANES,
	.pane_at = pane_at,
	.close = close_history,
};
