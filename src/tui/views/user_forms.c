// SPDX-License-Identifier: MIT
// Forms about users: a new one, roles, the last day, keys.
#include "tui/views/user_screen.h"

#include "base/tr.h"
#include "core/role.h"
#include "core/user.h"
#include "tui/views.h"
#include "tui/views/forms.h"
#include "tui/views/prose_draw.h"

#include <string.h>

// A new one -----------------------------------------------------------------------------------------

// In the order of role_list.
static const char *const one_role[] = { N_("(không)"), N_("lãnh đạo"), N_("thư ký"), N_("Văn phòng"),
	N_("quản trị"), N_("người xem"), NULL };

static const Field add_fields[] = {
	{ .name = "name", .label = N_("Họ tên"), .kind = FIELD_LINE, .hint = N_("Họ và tên đầy đủ.") },
	{ .name = "login",
		.label = N_("Tên đăng nhập"),
		.kind = FIELD_LINE,
		.code = true,
		.hint = N_("Chữ thường không dấu, số, - và _; sau này không đổi được.") },
	{ .name = "role",
		.label = N_("Vai"),
		.kind = FIELD_CHOICE,
		.choices = one_role,
		.hint = N_("Mũi tên trái, phải để chọn; nhiều vai thì F6 sau khi thêm.") },
	{ .name = "post", .label = N_("Chức vụ"), .kind = FIELD_LINE, .hint = N_("Như trong văn bản.") },
	{ .name = "phone", .label = N_("Điện thoại"), .kind = FIELD_LINE, .code = true, .hint = N_("Để đôn đốc.") },
	{ .name = "body",
		.label = N_("Cơ quan"),
		.kind = FIELD_PICK,
		.candidates = pick_body,
		.hint = N_("Nơi công tác, với cán bộ của cơ quan.") },
	{ 0 },
};

static bool submit_add(View *form, Err *err)
{
	int role = form_choice(form, "role");
	Person person = {
		.login = form_text(form, "login"),
		.name = form_text(form, "name"),
		.sort_name = "",
		.post = form_text(form, "post"),
		.phone = form_text(form, "phone"),
		.body_id = form_pick(form, "body"),
		.from = "",
		.to = "",
		.roles = role ? role_list[role - 1] : 0,
	};
	if (person.roles && !*person.login) {
		err_set(err, ERR_INVALID, "%s", tr("Người có vai phải có tên đăng nhập."));
		return err_field(err, "login");
	}
	if (!person_add(form->core, &person, err))
		return false;
	form->args.id = person.id;
	return true;
}

static bool open_added(App *app, const ViewArgs *args, Err *err)
{
	ViewArgs of = { .id = args->id };
	return app_open(app, &user_view, &of, err);
}

const FormSpec user_add_form = {
	.name = "user-add",
	.stale = FORM_ADDS,
	.title = N_("Thêm người dùng"),
	.fields = add_fields,
	.submit = submit_add,
	.after = open_added,
	.done = N_("Đã thêm. F2 dán khóa công khai của người này."),
	.need = RIGHT_ADMINISTER,
};

bool user_add_open(App *app, Err *err)
{
	return form_open(app, &user_add_form, NULL, err);
}

// Roles ----------------------------------------------------------------------------------------------

static const char *const yes_no[] = { N_("không"), N_("có"), NULL };
#define ROLE_HINT N_("Mũi tên trái, phải để đổi. Có hiệu lực từ hôm nay; những gì đã ghi không đổi.")

// Named by the role's code.
static const Field role_fields[] = {
	{ .name = "login",
		.label = N_("Tên đăng nhập"),
		.kind = FIELD_LINE,
		.code = true,
		.hint = N_("Đã có thì không đổi được: bản nháp và khóa đi theo tên này.") },
	{ .name = "leader", .label = N_("Lãnh đạo"), .kind = FIELD_CHOICE, .choices = yes_no, .hint = ROLE_HINT },
	{ .name = "secretary", .label = N_("Thư ký"), .kind = FIELD_CHOICE, .choices = yes_no, .hint = ROLE_HINT },
	{ .name = "office", .label = N_("Văn phòng"), .kind = FIELD_CHOICE, .choices = yes_no, .hint = ROLE_HINT },
	{ .name = "admin", .label = N_("Quản trị"), .kind = FIELD_CHOICE, .choices = yes_no, .hint = ROLE_HINT },
	{ .name = "viewer", .label = N_("Người xem"), .kind = FIELD_CHOICE, .choices = yes_no, .hint = ROLE_HINT },
	{ 0 },
};

static bool fill_roles(View *form, Err *err)
{
	Person person;
	if (!person_get(form->core, form->args.id, &form->arena, &person, err))
		return false;
	form->place = (Place){ 0 };
	form_keep_rev(form, person.rev);
	form_set_head(form, person_title(&form->arena, person.name, person.post));
	form_set(form, "login", person.login);
	for (const Role *role = role_list; *role; role++)
		form_set_choice(form, role_code(*role), (person.roles & *role) != 0);
	return true;
}

static bool submit_roles(View *form, Err *err)
{
	const char *login = form_text(form, "login");
	UserChange change = { .rev = form_kept_rev(form), .roles_given = true, .login = *login ? login : NULL };
	for (const Role *role = role_list; *role; role++)
		if (form_choice(form, role_code(*role)))
			change.roles |= *role;
	return user_change(form->core, form->args.id, &change, err);
}

const FormSpec user_roles_form = {
	.name = "user-roles",
	.stale = FORM_MERGES,
	.title = N_("Vai và tên đăng nhập"),
	.fields = role_fields,
	.fill = fill_roles,
	.submit = submit_roles,
	.done = N_("Đã ghi vai; có hiệu lực ngay, kể cả với phiên đang mở."),
	.need = RIGHT_ADMINISTER,
};

bool user_roles_open(App *app, int64_t person_id, Err *err)
{
	ViewArgs args = { .id = person_id };
	return form_open(app, &user_roles_form, &args, err);
}

// The last day ---------------------------------------------------------------------------------------

static const Field close_fields[] = {
	{ .name = "on",
		.label = N_("Ngày cuối"),
		.kind = FIELD_DATE,
		.hint = N_("Ngày cuối còn vào được; hôm qua là ra ngay.") },
	{ 0 },
};

// Closing twice is refused, so that there is nothing to be stale.
static bool fill_close(View *form, Err *err)
{
	Person person;
	char today[11];
	core_today_iso(form->core, today);
	if (!person_get(form->core, form->args.id, &form->arena, &person, err))
		return false;
	form->place = (Place){ 0 };
	form_set_head(form, person_title(&form->arena, person.name, person.post));
	form_set(form, "on", today);
	return true;
}

static bool confirm_close(View *form, Err *err)
{
	char day[11];
	Person person;
	if (!form_date(form, "on", day, err) || !person_get(form->core, form->args.id, &form->arena, &person, err))
		return false;
	return app_confirm(form,
		view_printf(form, tr("Đóng %s? Vai và khóa hết hiệu lực sau %s."), person.name, view_day(form, day)),
		form_go_on, err);
}

static bool submit_close(View *form, Err *err)
{
	char day[11];
	Vec left;
	vec_init(&left, sizeof(Assignment));
	bool ok = form_date(form, "on", day, err) &&
		  user_close(form->core, form->args.id, day, &form->arena, &left, err);
	if (ok && left.len)
		app_say(form->app, tr("Đã đóng. Còn %zu phân công: Văn phòng bàn giao hoặc kết thúc."), left.len);
	else if (ok)
		app_say(form->app, "%s", tr("Đã đóng; những gì người ấy đã ghi giữ nguyên tên."));
	vec_release(&left);
	return ok;
}

const FormSpec user_close_form = {
	.name = "user-close",
	.stale = FORM_ADDS,
	.title = N_("Đóng người dùng"),
	.fields = close_fields,
	.fill = fill_close,
	.confirm = confirm_close,
	.submit = submit_close,
	.need = RIGHT_ADMINISTER,
};

bool user_close_open(App *app, int64_t person_id, Err *err)
{
	ViewArgs args = { .id = person_id };
	return form_open(app, &user_close_form, &args, err);
}

// Keys -----------------------------------------------------------------------------------------------

static const Field key_fields[] = {
	{ .name = "key",
		.label = N_("Khóa công khai"),
		.kind = FIELD_TEXT,
		.rows = 6,
		.code = true,
		.hint = N_("Dán cả dòng “ssh-ed25519 AAAA…” của tệp .pub, hay ô trên cùng ở PuTTYgen.") },
	{ 0 },
};

static bool fill_key(View *form, Err *err)
{
	Person person;
	if (!person_get(form->core, form->args.id, &form->arena, &person, err))
		return false;
	form->place = (Place){ 0 };
	form_set_head(form, person_title(&form->arena, person.name, person.post));
	return true;
}

static bool submit_key(View *form, Err *err)
{
	int64_t id;
	return user_key_add(form->core, form->args.id, form_text(form, "key"), &id, err);
}

static bool submit_replacement(View *form, Err *err)
{
	int64_t id;
	int removed;
	if (!user_key_replace(form->core, form->args.id, form_text(form, "key"), &id, &removed, err))
		return false;
	app_say(form->app, tr("Khóa mới đã nhận, thôi dùng %d khóa; có hiệu lực khi root chạy lệnh ở dưới."),
		removed);
	return true;
}

const FormSpec key_add_form = {
	.name = "key-add",
	.stale = FORM_ADDS,
	.title = N_("Thêm khóa"),
	.fields = key_fields,
	.fill = fill_key,
	.submit = submit_key,
	.done = N_("Đã nhận khóa; vào được khi root chạy lệnh ở cuối màn hình."),
	.need = RIGHT_ADMINISTER,
};

const FormSpec key_replace_form = {
	.name = "key-replace",
	.stale = FORM_ADDS,
	.title = N_("Thay mọi khóa"),
	.fields = key_fields,
	.fill = fill_key,
	.submit = submit_replacement,
	.need = RIGHT_ADMINISTER,
};

bool key_add_open(App *app, int64_t person_id, Err *err)
{
	ViewArgs args = { .id = person_id };
	return form_open(app, &key_add_form, &args, err);
}

bool key_replace_open(App *app, int64_t person_id, Err *err)
{
	ViewArgs args = { .id = person_id };
	return form_open(app, &key_replace_form, &args, err);
}
