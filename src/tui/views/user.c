// SPDX-License-Identifier: MIT
// One user and the keys that let him in. Administrators'.
#include "tui/views.h"

#include "base/tr.h"
#include "core/role.h"
#include "core/user.h"
#include "core/visit.h"
#include "tui/views/person_screen.h"
#include "tui/views/prose_draw.h"
#include "tui/views/user_screen.h"

enum { FACTS = 5, LABEL = 12, BELOW = 5 };

typedef struct {
	const UserKey *key;
	const char *state;
	Style style;
} KeyRow;

typedef struct {
	Person person;
	Vec keys; // of UserKey
	KeyRow *rows;
	struct {
		const char *label, *text;
	} facts[FACTS];
	List list;
} UserScreen;

static bool open_user(View *view, Err *err)
{
	UserScreen *screen = view->state;
	vec_init(&screen->keys, sizeof(UserKey));
	return right_check(view->core, RIGHT_ADMINISTER, (Place){ 0 }, err);
}

static void close_user(View *view)
{
	UserScreen *screen = view->state;
	vec_release(&screen->keys);
}

// Loading ----------------------------------------------------------------------------------------

static KeyRow describe(View *view, const UserKey *key)
{
	const char *from = view_day(view, key->from), *to = view_day(view, key->to);
	if (key->lets_in)
		return (KeyRow){ key,
			*key->to ? view_printf(view, tr("dùng đến %s"), to) :
				   view_printf(view, tr("dùng từ %s"), from),
			STYLE_GOOD };
	return (KeyRow){ key, *key->to ? view_printf(view, tr("thôi dùng %s"), to) : tr("không vào được"),
		STYLE_DIM };
}

static const char *days_words(View *view, const Person *person)
{
	if (*person->to)
		return view_printf(view, tr("đến %s; sau ngày ấy không vào được"), view_day(view, person->to));
	return *person->from ? view_printf(view, tr("từ %s"), view_day(view, person->from)) : "";
}

static bool serves_words(View *view, const char **out, Err *err)
{
	const UserScreen *screen = view->state;
	Vec lines;
	*out = "";
	vec_init(&lines, sizeof(UserLine));
	bool ok = user_list(view->core, &view->arena, &lines, err);
	for (size_t i = 0; i < lines.len; i++)
		if (((const UserLine *)vec_at(&lines, i))->person.id == screen->person.id)
			*out = ((const UserLine *)vec_at(&lines, i))->serves;
	vec_release(&lines);
	return ok;
}

static bool add_facts(View *view, Err *err)
{
	UserScreen *screen = view->state;
	const Person *person = &screen->person;
	Visit visit;
	const char *serves, *roles = role_list_shown(person->roles, &view->arena);
	if (!serves_words(view, &serves, err) || !visit_of(view->core, person->id, &view->arena, &visit, err))
		return false;
	screen->facts[0].label = tr("Vai");
	screen->facts[0].text = *roles ? roles : tr("không có vai nào: không vào được");
	screen->facts[1].label = tr("Giúp việc");
	screen->facts[1].text = serves;
	screen->facts[2].label = tr("Thời gian");
	screen->facts[2].text = days_words(view, person);
	screen->facts[3].label = tr("Lần vào");
	screen->facts[3].text = visit.last_at ? view_instant(view, visit.last_at) : tr("chưa lần nào");
	screen->facts[4].label = tr("Điện thoại");
	screen->facts[4].text = person->phone;
	return true;
}

static bool load(View *view, Err *err)
{
	UserScreen *screen = view->state;
	vec_clear(&screen->keys);
	if (!person_get(view->core, view->args.id, &view->arena, &screen->person, err) ||
		!user_key_list(view->core, view->args.id, USER_KEY_ALL, &view->arena, &screen->keys, err) ||
		!add_facts(view, err))
		return false;
	screen->rows = arena_array(&view->arena, screen->keys.len + 1, sizeof(*screen->rows));
	for (size_t i = 0; i < screen->keys.len; i++)
		screen->rows[i] = describe(view, vec_at(&screen->keys, i));
	list_set_count(&screen->list, (int)screen->keys.len);
	view->place = (Place){ 0 };
	view->thing = (Thing){ NOUN_PERSON, screen->person.id };
	view->title = *screen->person.login ? screen->person.login : screen->person.name;
	view->note = tr("F2 thêm khóa · F6 vai · F9 thay, bỏ khóa, đóng");
	return true;
}

static List *list_of(View *view)
{
	UserScreen *screen = view->state;
	return &screen->list;
}

static int64_t row_key(const View *view, int index)
{
	const UserScreen *screen = view->state;
	return screen->rows[index].key->id;
}

// Drawing ----------------------------------------------------------------------------------------

static int draw_facts(const UserScreen *screen, Canvas *canvas, Rect rect)
{
	const Person *person = &screen->person;
	int row = 0;
	int used = 1 + canvas_text(canvas, rect, 0, 1, STYLE_TITLE, person->name);
	if (*person->login)
		used += canvas_textf(canvas, rect, 0, used, STYLE_TITLE, " (%s)", person->login);
	if (*person->post && used + 2 < rect.cols) {
		canvas_text(canvas, rect, 0, used, STYLE_PLAIN, ", ");
		canvas_text_clip(canvas, rect, 0, used + 2, rect.cols - used - 3, STYLE_PLAIN, person->post);
	}
	for (int i = 0; i < FACTS; i++) {
		if (!*screen->facts[i].text)
			continue;
		row++;
		canvas_text(canvas, rect, row, 1, STYLE_DIM, screen->facts[i].label);
		canvas_text_clip(canvas, rect, row, LABEL, rect.cols - LABEL - 1, STYLE_PLAIN,
			screen->facts[i].text);
	}
	return row + 1;
}

static void draw_row(const void *opaque, Canvas *canvas, Rect rect, int index)
{
	const UserScreen *screen = ((const View *)opaque)->state;
	const KeyRow *row = &screen->rows[index];
	int state = rect.cols * 62 / 100;
	Style style = row->key->lets_in ? STYLE_PLAIN : STYLE_DIM;
	canvas_text_clip(canvas, rect, 0, 0, state - 2, style,
		*row->key->comment ? row->key->comment : row->key->type);
	canvas_text_clip(canvas, rect, 0, state, rect.cols - state, row->style, row->state);
}

// How one tells a key from another, and what makes a change of keys count.
static void draw_below(const UserScreen *screen, Canvas *canvas, Rect rect)
{
	int row = 1;
	canvas_hline(canvas, rect, 0, 0, rect.cols, STYLE_DIM);
	if (screen->list.count) {
		const UserKey *key = screen->rows[screen->list.selected].key;
		canvas_text_clip(canvas, rect, row++, 1, rect.cols - 2, STYLE_PLAIN, key->fingerprint);
		canvas_text_clip(canvas, rect, row++, 1, rect.cols - 2, STYLE_DIM, key->type);
	}
	prose_draw(canvas, rect, row, 1, 2, STYLE_BANNER,
		tr("Đổi khóa hay đóng người dùng xong, root chạy: dieuphoi key export --to "
		   "/etc/dieuphoi/authorized_keys"));
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	UserScreen *screen = view->state;
	int top = draw_facts(screen, canvas, rect);
	int room = rect.rows - top - 1 - BELOW;
	int rows = screen->list.count < room ? screen->list.count : room;
	rows = rows < 1 ? 1 : rows;
	Rect list = { .row = rect.row + top + 1, .col = rect.col, .rows = rows, .cols = rect.cols };
	Rect below = { .row = list.row + rows, .col = rect.col, .rows = rect.row + rect.rows - list.row - rows,
		.cols = rect.cols };
	canvas_text(canvas, rect, top, LIST_MARGIN, STYLE_TITLE, tr("KHÓA SSH"));
	list_draw(&screen->list, canvas, list, LIST_FOCUSED, draw_row, view);
	if (!screen->list.count)
		canvas_text_clip(canvas, list, 0, LIST_MARGIN, list.cols - LIST_MARGIN, STYLE_WARN,
			tr("Chưa có khóa nào: chưa vào được qua SSH. F2 để dán khóa công khai."));
	draw_below(screen, canvas, below);
}

// Operations ---------------------------------------------------------------------------------------

static const UserKey *selected(const View *view)
{
	const UserScreen *screen = view->state;
	return screen->rows[screen->list.selected].key;
}

static bool has_login(View *view, Err *err)
{
	const UserScreen *screen = view->state;
	if (*screen->person.login)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Người này chưa có tên đăng nhập."));
	return err_hint(err, "%s", tr("F6 ghi tên đăng nhập và vai."));
}

static bool has_key(View *view, Err *err)
{
	if (!list_of(view)->count)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("Chưa có khóa nào để bỏ."));
	return !selected(view)->removed_at ||
	       err_set(err, ERR_CONFLICT, "%s", tr("Khóa này đã thôi dùng."));
}

static bool open_person(View *view, Err *err)
{
	return app_open(view->app, &person_view, &view->args, err);
}

static bool add_key(View *view, Err *err)
{
	return key_add_open(view->app, view->args.id, err);
}

static bool replace_keys(View *view, Err *err)
{
	return key_replace_open(view->app, view->args.id, err);
}

static bool remove_key(View *view, Err *err)
{
	if (!user_key_remove(view->core, selected(view)->id, "", err))
		return false;
	app_reload(view->app);
	app_say(view->app, "%s", tr("Đã thôi dùng khóa; hết vào được khi root chạy lệnh ở cuối màn hình."));
	return true;
}

static bool ask_remove(View *view, Err *err)
{
	const UserKey *key = selected(view);
	return app_confirm(view,
		view_printf(view, tr("Thôi dùng khóa “%s” của %s?"), *key->comment ? key->comment : key->fingerprint,
			key->name),
		remove_key, err);
}

static bool edit(View *view, Err *err)
{
	return person_edit_open(view->app, view->args.id, err);
}

static bool roles(View *view, Err *err)
{
	return user_roles_open(view->app, view->args.id, err);
}

static bool close_it(View *view, Err *err)
{
	return user_close_open(view->app, view->args.id, err);
}

static const Op ops[] = {
	{ "open", N_("Mở phân công, việc"), "Enter", NULL, RIGHT_READ,
		N_("Màn hình của đồng chí này: chức vụ, phân công, việc còn mở."), NULL, open_person },
	{ "key-add", N_("Thêm khóa"), "F2", N_("Khóa"), RIGHT_ADMINISTER,
		N_("Dán một dòng khóa công khai; các khóa khác giữ nguyên."), has_login, add_key },
	{ "person-edit", N_("Sửa chức vụ, liên hệ"), "F4", N_("Sửa"), RIGHT_ADMINISTER,
		N_("Họ tên, chức vụ, điện thoại, thứ tự, nơi công tác."), NULL, edit },
	{ "user-roles", N_("Vai và tên đăng nhập"), "F6", N_("Vai"), RIGHT_ADMINISTER,
		N_("Các vai từ hôm nay; tên đăng nhập, khi chưa có."), NULL, roles },
	{ "key-replace", N_("Thay mọi khóa"), "", NULL, RIGHT_ADMINISTER,
		N_("Một khóa mới; mọi khóa cũ thôi dùng, như khi mất máy."), has_login, replace_keys },
	{ "key-remove", N_("Thôi dùng khóa này"), "", NULL, RIGHT_ADMINISTER,
		N_("Khóa đang chọn hết vào được; chữ ký số đã ký vẫn đúng."), has_key, ask_remove },
	{ "user-close", N_("Đóng người dùng"), "", NULL, RIGHT_ADMINISTER,
		N_("Ngày cuối còn vào được; không ai bị xóa."), has_login, close_it },
	{ 0 },
};

const ViewOps user_view = {
	.name = "user",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(UserScreen),
	.ops = ops,
	.open = open_user,
	.load = load,
	.draw = draw,
	.list = list_of,
	.row_key = row_key,
	.close = close_user,
};
