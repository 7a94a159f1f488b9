// SPDX-License-Identifier: MIT
// Everybody who has a login: roles, whom they serve, keys, the last visit. Administrators'.
#include "tui/views.h"

#include "base/tr.h"
#include "core/role.h"
#include "core/user.h"
#include "tui/views/person_screen.h"
#include "tui/views/prose_draw.h"
#include "tui/views/user_screen.h"

typedef struct {
	const UserLine *line;
	const char *roles, *last;
} UserRow;

typedef struct {
	Vec lines; // of UserLine
	UserRow *rows;
	List list;
} UsersScreen;

static bool open_users(View *view, Err *err)
{
	UsersScreen *screen = view->state;
	vec_init(&screen->lines, sizeof(UserLine));
	return right_check(view->core, RIGHT_ADMINISTER, (Place){ 0 }, err);
}

static void close_users(View *view)
{
	UsersScreen *screen = view->state;
	vec_release(&screen->lines);
}

static UserRow describe(View *view, const UserLine *line)
{
	const char *roles = role_list_shown(line->person.roles, &view->arena);
	return (UserRow){
		.line = line,
		.roles = line->closed ? view_printf(view, tr("đóng %s"), view_day(view, line->person.to)) :
			 *roles	      ? roles :
					tr("(không có vai)"),
		.last = line->last_at ? view_printf(view, "%.10s", view_instant(view, line->last_at)) : "-",
	};
}

static bool load(View *view, Err *err)
{
	UsersScreen *screen = view->state;
	vec_clear(&screen->lines);
	view->place = (Place){ 0 };
	view->title = tr("Người dùng và khóa");
	view->note = tr("Enter mở, thêm khóa · F2 thêm người dùng");
	if (!user_list(view->core, &view->arena, &screen->lines, err))
		return false;
	screen->rows = arena_array(&view->arena, screen->lines.len + 1, sizeof(*screen->rows));
	for (size_t i = 0; i < screen->lines.len; i++)
		screen->rows[i] = describe(view, vec_at(&screen->lines, i));
	list_set_count(&screen->list, (int)screen->lines.len);
	return true;
}

static List *list_of(View *view)
{
	UsersScreen *screen = view->state;
	return &screen->list;
}

static int64_t row_key(const View *view, int index)
{
	const UsersScreen *screen = view->state;
	return screen->rows[index].line->person.id;
}

// Drawing ------------------------------------------------------------------------------------------

// First columns; serves 0: no room for it.
typedef struct {
	int name, roles, serves, keys, last;
} Columns;

enum { LOGIN_COLS = 11, KEYS_COLS = 5, LAST_COLS = 11, SERVES_MIN = 76 };

static Columns columns_of(int cols)
{
	int room = cols - LOGIN_COLS - KEYS_COLS - LAST_COLS;
	Columns columns = { .name = LOGIN_COLS, .last = cols - LAST_COLS, .keys = cols - LAST_COLS - KEYS_COLS };
	if (cols < SERVES_MIN) {
		columns.roles = LOGIN_COLS + room * 3 / 5;
		return columns;
	}
	columns.roles = LOGIN_COLS + room * 41 / 100;
	columns.serves = LOGIN_COLS + room * 72 / 100;
	return columns;
}

static void clip(Canvas *canvas, Rect rect, int from, int to, Style style, const char *text)
{
	canvas_text_clip(canvas, rect, 0, from, to - from - 1, style, text);
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const UsersScreen *screen = ((const View *)opaque)->state;
	const UserRow *row = &screen->rows[index];
	const UserLine *line = row->line;
	Columns columns = columns_of(rect.cols);
	Style style = line->closed ? STYLE_DIM : STYLE_PLAIN;
	clip(canvas, rect, 0, columns.name, style, line->person.login);
	clip(canvas, rect, columns.name, columns.roles, style, line->person.name);
	clip(canvas, rect, columns.roles, columns.serves ? columns.serves : columns.keys, style, row->roles);
	if (columns.serves)
		clip(canvas, rect, columns.serves, columns.keys, style, line->serves);
	if (line->keys)
		canvas_textf(canvas, rect, 0, columns.keys + 1, style, "%d", line->keys);
	else
		canvas_text(canvas, rect, 0, columns.keys + 1, STYLE_DIM, "-");
	clip(canvas, rect, columns.last, rect.cols + 1, style, row->last);
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	UsersScreen *screen = view->state;
	Rect head = { .row = rect.row, .col = rect.col + LIST_MARGIN, .rows = 1,
		.cols = rect.cols - LIST_MARGIN };
	Rect area = { .row = rect.row + 1, .col = rect.col, .rows = rect.rows - 1, .cols = rect.cols };
	Columns columns = columns_of(head.cols);
	canvas_text(canvas, head, 0, 0, STYLE_DIM, tr("ĐĂNG NHẬP"));
	canvas_text(canvas, head, 0, columns.name, STYLE_DIM, tr("HỌ TÊN"));
	canvas_text(canvas, head, 0, columns.roles, STYLE_DIM, tr("VAI"));
	if (columns.serves)
		canvas_text(canvas, head, 0, columns.serves, STYLE_DIM, tr("GIÚP VIỆC"));
	canvas_text(canvas, head, 0, columns.keys, STYLE_DIM, tr("KHÓA"));
	canvas_text(canvas, head, 0, columns.last, STYLE_DIM, tr("LẦN VÀO"));
	list_draw(&screen->list, canvas, area, LIST_FOCUSED, draw_row, view);
}

// Operations -----------------------------------------------------------------------------------------

static const Person *selected(const View *view)
{
	const UsersScreen *screen = view->state;
	return &screen->rows[screen->list.selected].line->person;
}

static bool has_row(View *view, Err *err)
{
	return list_of(view)->count || err_set(err, ERR_NOT_FOUND, "%s", tr("Chưa có người dùng nào; F2 để thêm."));
}

static bool open_row(View *view, Err *err)
{
	ViewArgs args = { .id = selected(view)->id };
	return app_open(view->app, &user_view, &args, err);
}

static bool add(View *view, Err *err)
{
	return user_add_open(view->app, err);
}

static bool edit(View *view, Err *err)
{
	return person_edit_open(view->app, selected(view)->id, err);
}

static const Op ops[] = {
	{ "open", N_("Mở"), "Enter", NULL, RIGHT_READ, N_("Vai, khóa và lần vào của người đang chọn."), has_row,
		open_row },
	{ "user-add", N_("Thêm người dùng"), "F2", N_("Thêm"), RIGHT_ADMINISTER,
		N_("Họ tên, tên đăng nhập, vai; khóa thêm ở màn hình của người ấy."), NULL, add },
	{ "person-edit", N_("Sửa chức vụ, liên hệ"), "F4", N_("Sửa"), RIGHT_ADMINISTER,
		N_("Họ tên, chức vụ, điện thoại, thứ tự, nơi công tác."), has_row, edit },
	{ 0 },
};

const ViewOps users_view = {
	.name = "users",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(UsersScreen),
	.ops = ops,
	.open = open_users,
	.load = load,
	.draw = draw,
	.list = list_of,
	.row_key = row_key,
	.close = close_users,
};
