// SPDX-License-Identifier: MIT
#include "tui/picks.h"

#include "base/tr.h"
#include "tui/op.h"

static List *list_of(View *view)
{
	return view->ops->list ? view->ops->list(view) : NULL;
}

static bool find(const View *view, int64_t id, size_t *at)
{
	for (*at = 0; *at < view->picked.len; ++*at)
		if (*(const int64_t *)vec_at(&view->picked, *at) == id)
			return true;
	return false;
}

size_t view_picked(const View *view)
{
	return view->picked.len;
}

bool view_row_picked(const View *view, int index)
{
	size_t at;
	return view->picked.len && find(view, view->ops->row_id(view, index), &at);
}

static bool row_is_picked(const void *view, int index)
{
	return view_row_picked(view, index);
}

void view_pick(View *view, int64_t id)
{
	size_t at;
	view->ops->list(view)->picked = row_is_picked;
	if (id && !find(view, id, &at))
		*(int64_t *)vec_push(&view->picked) = id;
}

void view_unpick(View *view)
{
	vec_clear(&view->picked);
}

const int64_t *view_targets(View *view, size_t *n)
{
	List *list = list_of(view);
	int rows = list ? list->count : 1;
	int64_t *ids = arena_array(&view->arena, (size_t)rows + 1, sizeof(*ids));
	*n = 0;
	// A form that a list of drafts only names stands over no such screen.
	if (!view->ops->row_id)
		return ids;
	for (int i = 0; list && view->picked.len && i < rows; i++)
		if (view_row_picked(view, i))
			ids[(*n)++] = view->ops->row_id(view, i);
	if (*n || !rows)
		return ids;
	int64_t id = view->ops->row_id(view, list ? list->selected : 0);
	if (id)
		ids[(*n)++] = id;
	return ids;
}

void view_picks_settle(View *view)
{
	List *list = list_of(view);
	if (!view->picked.len || !list)
		return;
	size_t kept = 0;
	int64_t *picked = view->picked.items;
	for (size_t at = 0; at < view->picked.len; at++)
		for (int i = 0; i < list->count; i++)
			if (view->ops->row_id(view, i) == picked[at]) {
				picked[kept++] = picked[at];
				break;
			}
	vec_remove(&view->picked, kept, view->picked.len - kept);
}

// Operations ------------------------------------------------------------------------------------


static bool on_row(View *view, Err *err)
{
	const List *list = list_of(view);
	return (list && list->count && view->ops->row_id(view, list->selected)) ||
	       err_set(err, ERR_INVALID, "%s", tr("Dòng này không chọn được."));
}

// As in a file manager: the row, and on to the next.
static bool toggle(View *view, Err *err)
{
	size_t at;
	List *list = view->ops->list(view);
	(void)err;
	if (find(view, view->ops->row_id(view, list->selected), &at))
		vec_remove(&view->picked, at, 1);
	else
		view_pick(view, view->ops->row_id(view, list->selected));
	list_move(list, 1);
	return true;
}

// Those that a filter lets through.
static bool pick_all(View *view, Err *err)
{
	List *list = view->ops->list(view);
	(void)err;
	for (int i = 0; i < list_shown(list); i++)
		view_pick(view, view->ops->row_id(view, list_row(list, i)));
	app_say(view->app, tr("Đã chọn %zu dòng."), view->picked.len);
	return true;
}

static bool has_groups(View *view, Err *err)
{
	return view->ops->list(view)->heads || err_set(err, ERR_INVALID, "%s", tr("Danh sách này không chia nhóm."));
}

// The rows from the heading above the selected one to the next.
static bool pick_group(View *view, Err *err)
{
	List *list = list_of(view);
	int first = list_position(list), shown = list_shown(list);
	(void)err;
	while (first > 0 && !list_is_head(list, list_row(list, first - 1)))
		first--;
	for (int i = first; i < shown && !list_is_head(list, list_row(list, i)); i++)
		view_pick(view, view->ops->row_id(view, list_row(list, i)));
	app_say(view->app, tr("Đã chọn %zu dòng."), view->picked.len);
	return true;
}

static bool unpick_all(View *view, Err *err)
{
	(void)err;
	view_unpick(view);
	return true;
}

static bool has_picked(View *view, Err *err)
{
	return view->picked.len || err_set(err, ERR_INVALID, "%s", tr("Chưa chọn dòng nào."));
}

const Op pick_ops[] = {
	{ "pick", N_("Chọn, thôi chọn dòng này"), "Space", NULL, RIGHT_READ,
		N_("Chọn nhiều dòng rồi làm một việc cho tất cả."), on_row, toggle },
	{ "pick-all", N_("Chọn mọi dòng đang thấy"), "Ctrl+A", NULL, RIGHT_READ,
		N_("Khi đang lọc thì chỉ những dòng lọc được."), NULL, pick_all },
	{ "pick-group", N_("Chọn cả nhóm"), "Ctrl+K", NULL, RIGHT_READ,
		N_("Mọi dòng của nhóm đang đứng; khi đang lọc thì chỉ những dòng lọc được."), has_groups,
		pick_group },
	{ "pick-none", N_("Thôi chọn tất cả"), "", NULL, RIGHT_READ, N_("Không dòng nào được chọn nữa."),
		has_picked, unpick_all },
	{ 0 },
};
