// SPDX-License-Identifier: MIT
#include "tui/merge_view.h"

#include "base/tr.h"
#include "base/xalloc.h"
#include "text/merge.h"
#include "tui/typing.h"

#include <stdlib.h>
#include <string.h>

enum { CHOICES = 3, HEAD_ROWS = 3 };

// Its strings live in the state's arena.
typedef struct {
	MergeText text;
	Vec hunks;    // of MergeHunk
	size_t first; // of the conflicts, its own first one
} Part;

typedef struct {
	size_t part;
	const MergeHunk *hunk;
} Conflict;

// Invariant: decisions has one for each conflict, in the same order.
typedef struct {
	View *view, *fresh;
	const Left *left;
	Arena arena;
	Vec parts;     // of Part
	Vec conflicts; // of Conflict, of all parts
	Vec decisions; // of MergeChoice
	size_t at;     // the conflict that is asked about now
	List list;
	Pager pager;
	Arena shown;   // of the pager's strings
} State;

static Part *part_at(const State *state, size_t index)
{
	return vec_at(&state->parts, index);
}

// Life ------------------------------------------------------------------------------------------

static void add_part(State *state, const MergeText *text)
{
	Part *part = vec_push(&state->parts);
	part->text = *text;
	part->text.name = arena_strdup(&state->arena, text->name);
	part->text.label = arena_strdup(&state->arena, text->label);
	part->text.base = arena_strdup(&state->arena, text->base);
	part->text.mine = arena_strdup(&state->arena, text->mine);
	part->text.theirs = arena_strdup(&state->arena, text->theirs);
	part->first = state->conflicts.len;
	vec_init(&part->hunks, sizeof(MergeHunk));
	merge_texts(part->text.base, part->text.mine, part->text.theirs, &part->hunks);
	for (size_t i = 0; i < part->hunks.len; i++) {
		const MergeHunk *hunk = vec_at(&part->hunks, i);
		if (hunk->kind != MERGE_CONFLICT)
			continue;
		*(Conflict *)vec_push(&state->conflicts) = (Conflict){ state->parts.len - 1, hunk };
		*(MergeChoice *)vec_push(&state->decisions) = MERGE_TAKE_MINE;
	}
}

static void state_init(State *state, Merge *merge)
{
	state->view = merge->view;
	state->fresh = merge->fresh;
	state->left = merge->left;
	vec_init(&state->parts, sizeof(Part));
	vec_init(&state->conflicts, sizeof(Conflict));
	vec_init(&state->decisions, sizeof(MergeChoice));
	pager_init(&state->pager);
	for (size_t i = 0; i < merge->texts.len; i++)
		add_part(state, vec_at(&merge->texts, i));
	vec_release(&merge->texts);
}

static void state_release(State *state)
{
	for (size_t i = 0; i < state->parts.len; i++)
		vec_release(&part_at(state, i)->hunks);
	vec_release(&state->parts);
	vec_release(&state->conflicts);
	vec_release(&state->decisions);
	pager_release(&state->pager);
	arena_release(&state->arena);
	arena_release(&state->shown);
	if (state->fresh)
		view_free(state->fresh);
}

// The result ------------------------------------------------------------------------------------

static bool theirs_changed(const State *state)
{
	for (size_t i = 0; i < state->parts.len; i++) {
		const MergeText *text = &part_at(state, i)->text;
		if (strcmp(text->base, text->theirs) != 0)
			return true;
	}
	return false;
}

// What was not touched by them keeps the cursor where it was.
static void put_part(const State *state, const Part *part)
{
	Buf merged = BUF_INIT;
	const MergeChoice *decisions = state->decisions.items;
	merge_join(&part->hunks, state->conflicts.len ? decisions + part->first : NULL, &merged);
	bool mine = strcmp(merged.bytes, part->text.mine) == 0;
	const LeftPart put = { .name = part->text.name, .text = merged.bytes,
		.cursor = mine ? part->text.cursor : merged.len };
	bool stands = strcmp(merged.bytes, state->fresh ? part->text.mine : part->text.theirs) == 0;
	if (!stands)
		state->view->ops->typing->put(state->view, &put);
	buf_release(&merged);
}

// From now on the draft says what differs from what they have stored.
static void rebase(const State *state)
{
	View *view = state->view;
	view->ops->typing->adopt(view, state->fresh);
	typing_end(view);
	for (size_t i = 0; i < state->parts.len; i++)
		draft_base(view->draft, part_at(state, i)->text.name, part_at(state, i)->text.theirs);
	draft_rev(view->draft, view->ops->typing->rev ? view->ops->typing->rev(view) : 0);
}

// The old record goes only when the new one is on the disk.
static bool drop_left(const State *state, Err *err)
{
	Drafts *drafts = state->view->app->drafts;
	typing_keep(state->view);
	return drafts_sync(drafts, err) && (drafts_unsynced(drafts) || drafts_drop(drafts, state->left, err));
}

static bool finish(State *state, Err *err)
{
	App *app = state->view->app;
	if (state->fresh)
		rebase(state);
	for (size_t i = 0; i < state->parts.len; i++)
		put_part(state, part_at(state, i));
	if (theirs_changed(state))
		app_say(app, "%s", tr("Đã gộp với bản đang lưu, chưa ghi: xem lại rồi Ctrl+S."));
	else if (state->left)
		app_say(app, "%s", tr("Đã mở lại bản nháp, chưa ghi: Ctrl+S để ghi."));
	else
		app_say(app, "%s", tr("Vừa có người khác sửa chỗ này: xem lại rồi Ctrl+S lần nữa."));
	return !state->left || drop_left(state, err);
}

// Asking ----------------------------------------------------------------------------------------

static const Conflict *asked(const State *state)
{
	return vec_at(&state->conflicts, state->at);
}

static const MergeText *asked_text(const State *state)
{
	return &part_at(state, asked(state)->part)->text;
}

static MergeChoice *decision(const State *state)
{
	return vec_at(&state->decisions, state->at);
}

static void add_side(State *state, const char *title, MergeSide side)
{
	bool gone = side.lines == 0;
	pager_add(&state->pager, STYLE_TITLE, 1, NULL, title);
	pager_add(&state->pager, gone ? STYLE_DIM : STYLE_PLAIN, 3, NULL,
		gone ? tr("(không có đoạn này)") : arena_strndup(&state->shown, side.bytes, side.n));
	pager_space(&state->pager);
}

// A line cannot hold both.
static void show(State *state, size_t at)
{
	state->at = at;
	const MergeHunk *hunk = asked(state)->hunk;
	pager_clear(&state->pager);
	pager_home(&state->pager);
	arena_clear(&state->shown);
	list_set_count(&state->list, asked_text(state)->kind == TYPED_TEXT ? CHOICES : CHOICES - 1);
	list_select(&state->list, (int)*decision(state));
	add_side(state, tr("BẢN CỦA ĐỒNG CHÍ, chưa ghi"), hunk->mine);
	add_side(state, tr("BẢN ĐANG LƯU, người khác đã sửa"), hunk->theirs);
	add_side(state, tr("TRƯỚC ĐÓ"), hunk->base);
}

static const State *given(const View *view)
{
	return view->args.spec; // lives only while it is being opened
}

static bool open_merge(View *view, Err *err)
{
	State *state = view->state;
	(void)err;
	*state = *given(view);
	view->args.spec = NULL;
	show(state, 0);
	return true;
}

static bool load(View *view, Err *err)
{
	(void)err;
	view->note = tr("Enter chọn · PgUp PgDn cuộn · Esc để sau, cả hai bản đều còn");
	return true;
}

static void close_merge(View *view)
{
	state_release(view->state);
}

static List *list_of(View *view)
{
	State *state = view->state;
	return &state->list;
}

static const char *const choices[CHOICES] = {
	[MERGE_TAKE_MINE] = N_("Lấy bản của tôi"),
	[MERGE_TAKE_THEIRS] = N_("Lấy bản đang lưu"),
	[MERGE_TAKE_BOTH] = N_("Giữ cả hai, bản của tôi trước"),
};

static void draw_choice(const void *view, Canvas *canvas, Rect rect, int index)
{
	(void)view;
	canvas_text(canvas, rect, 0, 0, STYLE_PLAIN, tr(choices[index]));
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	State *state = view->state;
	canvas_fill(canvas, rect, STYLE_PLAIN, ' ');
	canvas_textf(canvas, rect, 0, 1, STYLE_TITLE, tr("HAI BẢN KHÁC NHAU, chỗ %zu/%zu: %s"),
		state->at + 1, state->conflicts.len, asked_text(state)->label);
	canvas_text_clip(canvas, rect, 1, 1, rect.cols - 2, STYLE_DIM,
		tr("Hai người cùng sửa một đoạn. Chưa bản nào bị ghi đè."));
	Rect body = { .row = rect.row + HEAD_ROWS - 1, .col = rect.col,
		.rows = rect.rows - HEAD_ROWS - CHOICES, .cols = rect.cols - 1 };
	Rect rows = { .row = rect.row + rect.rows - CHOICES, .col = rect.col, .rows = CHOICES,
		.cols = rect.cols };
	pager_draw(&state->pager, canvas, body);
	list_draw(&state->list, canvas, rows, LIST_FOCUSED, draw_choice, view);
}

// Operations ------------------------------------------------------------------------------------

static bool decide(View *view, Err *err)
{
	State *state = view->state;
	*decision(state) = (MergeChoice)state->list.selected;
	if (state->at + 1 < state->conflicts.len) {
		show(state, state->at + 1);
		return true;
	}
	bool ok = finish(state, err);
	app_back(view->app);
	return ok;
}

static bool has_before(View *view, Err *err)
{
	const State *state = view->state;
	return state->at > 0 || err_set(err, ERR_INVALID, "%s", tr("Đây là chỗ đầu tiên."));
}

static bool before(View *view, Err *err)
{
	State *state = view->state;
	(void)err;
	show(state, state->at - 1);
	return true;
}

static bool scroll_up(View *view, Err *err)
{
	State *state = view->state;
	(void)err;
	pager_page(&state->pager, -1);
	return true;
}

static bool scroll_down(View *view, Err *err)
{
	State *state = view->state;
	(void)err;
	pager_page(&state->pager, 1);
	return true;
}

static const Op ops[] = {
	{ "merge-take", N_("Chọn"), "Enter", NULL, RIGHT_READ,
		N_("Lấy cách đang chọn cho chỗ này, rồi sang chỗ kế tiếp; chưa ghi gì."), NULL, decide },
	{ "merge-before", N_("Chỗ trước"), "Shift+Tab", NULL, RIGHT_READ, N_("Về chỗ khác nhau trước đó."),
		has_before, before },
	{ "merge-up", N_("Cuộn lên"), "PgUp", NULL, RIGHT_READ, N_("Xem phần trên của hai bản."), NULL,
		scroll_up },
	{ "merge-down", N_("Cuộn xuống"), "PgDn", NULL, RIGHT_READ, N_("Xem phần dưới của hai bản."), NULL,
		scroll_down },
	{ 0 },
};

const ViewOps merge_view = {
	.name = "merge",
	.kind = VIEW_POPUP,
	.state_size = sizeof(State),
	.ops = ops,
	.open = open_merge,
	.load = load,
	.draw = draw,
	.list = list_of,
	.close = close_merge,
};

bool merge_open(Merge *merge, Err *err)
{
	State state = { .arena = ARENA_INIT, .shown = ARENA_INIT };
	state_init(&state, merge);
	ViewArgs args = { .spec = &state };
	if (state.conflicts.len) // what the state holds goes over to the popup
		return app_open(merge->view->app, &merge_view, &args, err);
	bool ok = finish(&state, err);
	state_release(&state);
	return ok;
}
