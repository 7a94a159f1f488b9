// SPDX-License-Identifier: MIT
// user set, user close: what changes about people. Nobody is deleted.
#include "cli/command.h"

#include "base/tr.h"
#include "cli/prose.h"
#include "cli/roles.h"
#include "core/org.h"
#include "core/task.h"
#include "core/user.h"

#include <string.h>

typedef struct {
	const char *person, *login, *name, *sort_name, *roles, *post, *phone, *body, *district;
	OptionInt rank;
} SetValues;

static const Option set_arguments[] = {
	{ .name = N_("NGƯỜI"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(SetValues, person),
		.help = N_("tên đăng nhập hoặc họ tên") },
	{ 0 },
};

static const Option set_options[] = {
	{ .name = "name",
		.type = OPTION_LINE,
		.offset = offsetof(SetValues, name),
		.value = N_("HỌ-TÊN"),
		.help = N_("họ và tên") },
	{ .name = "login",
		.type = OPTION_LINE,
		.offset = offsetof(SetValues, login),
		.value = N_("TÊN"),
		.help = N_("tên đăng nhập, cho người chưa có") },
	{ .name = "role",
		.type = OPTION_LINE,
		.offset = offsetof(SetValues, roles),
		.value = N_("VAI,…"),
		.help = N_("các vai từ hôm nay, thay cho mọi vai đang có; “-” là không vai nào") },
	{ .name = "post",
		.type = OPTION_LINE,
		.offset = offsetof(SetValues, post),
		.value = N_("CHỨC-VỤ"),
		.help = N_("chức vụ; “-” là bỏ trống") },
	{ .name = "rank",
		.type = OPTION_INT,
		.offset = offsetof(SetValues, rank),
		.min = 1,
		.max = 999,
		.value = N_("SỐ"),
		.help = N_("thứ tự lễ tân, nhỏ đứng trước") },
	{ .name = "phone",
		.type = OPTION_LINE,
		.offset = offsetof(SetValues, phone),
		.value = N_("SỐ"),
		.help = N_("điện thoại; “-” là bỏ trống") },
	{ .name = "body",
		.type = OPTION_LINE,
		.offset = offsetof(SetValues, body),
		.value = N_("CƠ-QUAN"),
		.help = N_("cơ quan nơi công tác; “-” là bỏ trống") },
	{ .name = "district",
		.type = OPTION_LINE,
		.offset = offsetof(SetValues, district),
		.value = N_("MÃ"),
		.help = N_("địa phương nơi công tác; “-” là bỏ trống") },
	{ .name = "sort-name",
		.type = OPTION_LINE,
		.offset = offsetof(SetValues, sort_name),
		.value = N_("HỌ-TÊN"),
		.help = N_("tên để xếp thứ tự, khi khác họ tên; “-” là bỏ trống") },
	{ 0 },
};

static bool is_dash(const char *typed)
{
	return strcmp(typed, "-") == 0;
}

// NULL: as it is.
static const char *text_of(const char *typed)
{
	return !*typed ? NULL : is_dash(typed) ? "" : typed;
}

static bool read_places(Cli *cli, const SetValues *given, UserChange *out, Err *err)
{
	Body body = { .id = 0 };
	District district = { .id = 0 };
	if (*given->body && !is_dash(given->body) &&
		!body_find(cli->core, given->body, &cli->arena, &body, err))
		return false;
	if (*given->district && !is_dash(given->district) &&
		!district_by_code(cli->core, given->district, &cli->arena, &district, err))
		return false;
	out->body_id = is_dash(given->body) ? -1 : body.id;
	out->district_id = is_dash(given->district) ? -1 : district.id;
	return true;
}

static bool read_change(Cli *cli, const SetValues *given, UserChange *out, Err *err)
{
	*out = (UserChange){
		.login = *given->login ? given->login : NULL,
		.name = *given->name ? given->name : NULL,
		.sort_name = text_of(given->sort_name),
		.post = text_of(given->post),
		.phone = text_of(given->phone),
		.rank = given->rank.value,
		.roles_given = *given->roles,
	};
	return (is_dash(given->roles) ||
		       roles_read(given->roles, "--role: ", &cli->arena, &out->roles, err)) &&
	       read_places(cli, given, out, err);
}

static bool is_empty(const UserChange *change)
{
	return !change->login && !change->name && !change->sort_name && !change->post &&
	       !change->phone && !change->rank && !change->body_id && !change->district_id &&
	       !change->roles_given;
}

static bool run_set(Cli *cli, const void *values, Err *err)
{
	const SetValues *given = values;
	Person person;
	UserChange change;
	if (!cli_open(cli, DB_OPEN, err) ||
		!person_find(cli->core, given->person, &cli->arena, &person, err) ||
		!read_change(cli, given, &change, err))
		return false;
	if (is_empty(&change)) {
		err_set(err, ERR_INVALID, "%s", tr("Chưa ghi thay đổi gì."));
		return err_hint(err, "%s", tr("Thêm --help để xem cách dùng."));
	}
	if (!user_change(cli->core, person.id, &change, err) ||
		!person_get(cli->core, person.id, &cli->arena, &person, err))
		return false;
	const char *roles = role_list_shown(person.roles, &cli->arena);
	buf_addf(&cli->out, tr("Đã sửa %s"), person_title(&cli->arena, person.name, person.post));
	buf_addf(&cli->out, tr("; vai: %s.\n"), *roles ? roles : tr("không có"));
	return true;
}

const Command user_set_command = {
	.name = "user set",
	.summary = N_("Sửa chức vụ, vai, điện thoại… của một người"),
	.help = N_("Vai cũ hết hiệu lực từ hôm qua; những gì người ấy đã ghi không đổi. Dành cho quản trị."),
	.arguments = set_arguments,
	.options = set_options,
	.values_size = sizeof(SetValues),
	.run = run_set,
};

// -------------------------------------------------------------------------------------------------

typedef struct {
	const char *person, *on;
} CloseValues;

static const Option close_arguments[] = {
	{ .name = N_("NGƯỜI"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(CloseValues, person),
		.help = N_("tên đăng nhập hoặc họ tên") },
	{ 0 },
};

static const Option close_options[] = {
	{ .name = "on",
		.type = OPTION_LINE,
		.offset = offsetof(CloseValues, on),
		.value = N_("NGÀY"),
		.help = N_("ngày cuối còn vào được; mặc định hôm nay, hôm qua là ra ngay") },
	{ 0 },
};

static bool name_target(Cli *cli, const Assignment *assignment, const char **out, Err *err)
{
	Person member;
	const char *code;
	const Place place = { assignment->region_id, assignment->district_id };
	if (!assignment->member_id)
		return place_name(cli->core, place, &cli->arena, out, &code, err);
	if (!person_get(cli->core, assignment->member_id, &cli->arena, &member, err))
		return false;
	*out = arena_printf(&cli->arena, tr("giúp việc cho %s"), member.name);
	return true;
}

static bool tell_left(Cli *cli, const Vec *left, Err *err)
{
	if (left->len)
		buf_adds(&cli->out, tr("Phân công còn lại, Văn phòng kết thúc hoặc giao người khác:\n"));
	for (size_t i = 0; i < left->len; i++) {
		const char *name;
		if (!name_target(cli, vec_at(left, i), &name, err))
			return false;
		buf_addf(&cli->out, "  %s\n", name);
	}
	return true;
}

static bool run_close(Cli *cli, const void *values, Err *err)
{
	const CloseValues *given = values;
	Person person;
	Vec left;
	char today[11];
	const char *day;
	vec_init(&left, sizeof(Assignment));
	bool ok = cli_open(cli, DB_OPEN, err) && cli_date(cli, "on", given->on, &day, err) &&
		  person_find(cli->core, given->person, &cli->arena, &person, err);
	if (ok) {
		core_today_iso(cli->core, today);
		day = *day ? day : today;
		ok = user_close(cli->core, person.id, day, &cli->arena, &left, err);
	}
	if (ok) {
		buf_addf(&cli->out, tr("Đã đóng %s; ngày cuối %s.\n"),
			person_title(&cli->arena, person.name, person.post), day_shown(day, &cli->arena));
		ok = tell_left(cli, &left, err);
	}
	vec_release(&left);
	return ok;
}

const Command user_close_command = {
	.name = "user close",
	.summary = N_("Đóng một người dùng; không ai bị xóa"),
	.help = N_("Vai và khóa hết hiệu lực sau ngày cuối; những gì người ấy đã ghi giữ nguyên tên. Phân công "
		   "còn lại được liệt kê, không tự kết thúc. Dành cho quản trị."),
	.arguments = close_arguments,
	.options = close_options,
	.values_size = sizeof(CloseValues),
	.run = run_close,
};
