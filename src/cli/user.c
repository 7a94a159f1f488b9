// SPDX-License-Identifier: MIT
// user add, user list: people and the roles that they hold.
#include "cli/command.h"

#include "base/tr.h"
#include "cli/json.h"
#include "cli/roles.h"
#include "cli/table.h"
#include "core/org.h"
#include "core/person.h"
#include "core/role.h"

typedef struct {
	const char *login, *name, *sort_name, *roles, *post, *phone, *district, *from, *to;
	OptionInt rank;
} AddValues;

static const Option add_options[] = {
	{ .name = "name",
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(AddValues, name),
		.value = N_("HỌ-TÊN"),
		.help = N_("họ và tên") },
	{ .name = "login",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, login),
		.value = N_("TÊN"),
		.help = N_("tên đăng nhập; không ghi thì không dùng chương trình") },
	{ .name = "role",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, roles),
		.value = N_("VAI,…"),
		.help = N_(
			"các vai, cách nhau dấu phẩy: leader, secretary, office, admin, viewer") },
	{ .name = "post",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, post),
		.value = N_("CHỨC-VỤ"),
		.help = N_("chức vụ") },
	{ .name = "rank",
		.type = OPTION_INT,
		.offset = offsetof(AddValues, rank),
		.min = 1,
		.max = 999,
		.value = N_("SỐ"),
		.help = N_("thứ tự lễ tân, nhỏ đứng trước") },
	{ .name = "phone",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, phone),
		.value = N_("SỐ"),
		.help = N_("điện thoại") },
	{ .name = "district",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, district),
		.value = N_("MÃ"),
		.help = N_("địa phương nơi công tác") },
	{ .name = "sort-name",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, sort_name),
		.value = N_("HỌ-TÊN"),
		.help = N_("tên để xếp thứ tự, khi khác họ tên") },
	{ .name = "from",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, from),
		.value = N_("NGÀY"),
		.help = N_("ngày đầu giữ chức vụ") },
	{ .name = "to",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, to),
		.value = N_("NGÀY"),
		.help = N_("ngày cuối") },
	{ 0 },
};

static bool read_person(Cli *cli, const AddValues *given, Person *out, Err *err)
{
	District district = { .id = 0 };
	*out = (Person){
		.login = given->login,
		.name = given->name,
		.sort_name = given->sort_name,
		.post = given->post,
		.phone = given->phone,
		.rank = given->rank.value,
	};
	if (!roles_read(given->roles, "--role: ", &cli->arena, &out->roles, err) ||
		!cli_date(cli, "from", given->from, &out->from, err) ||
		!cli_date(cli, "to", given->to, &out->to, err))
		return false;
	if (*given->district &&
		!district_by_code(cli->core, given->district, &cli->arena, &district, err))
		return false;
	out->district_id = district.id;
	if (!out->roles || *out->login)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("--role: người có vai phải có --login."));
	return err_field(err, "login");
}

static bool run_add(Cli *cli, const void *values, Err *err)
{
	Person person;
	char id[24];
	if (!cli_open(cli, DB_OPEN, err) || !read_person(cli, values, &person, err) ||
		!person_add(cli->core, &person, err))
		return false;
	id_show(cli->core, person.id, id);
	buf_addf(&cli->out, tr("Đã thêm %s, số %s.\n"),
		person_title(&cli->arena, person.name, person.post), id);
	return true;
}

const Command user_add_command = {
	.name = "user add",
	.summary = N_("Thêm một người, có hay không có tên đăng nhập"),
	.arguments = no_options,
	.options = add_options,
	.values_size = sizeof(AddValues),
	.run = run_add,
};

typedef struct {
	bool all, json;
} ListValues;

static const Option list_options[] = {
	{ .name = "all",
		.type = OPTION_FLAG,
		.offset = offsetof(ListValues, all),
		.help = N_("cả những người nay không còn giữ chức vụ") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(ListValues, json),
		.help = N_("in JSON") },
	{ 0 },
};

static json_t *json_of_person(const Core *core, const Person *person)
{
	char id[24];
	id_show(core, person->id, id);
	json_t *roles = json_array();
	for (const Role *role = role_list; *role; role++)
		if (person->roles & *role)
			json_array_append_new(roles, json_of_text(role_code(*role)));
	return json_pack("{s:s, s:o, s:o, s:o, s:o, s:i, s:o, s:o}", "id", id, "login",
		json_of_known(person->login), "name", json_of_text(person->name), "post",
		json_of_text(person->post), "roles", roles, "rank", person->rank, "from",
		json_of_known(person->from), "to", json_of_known(person->to));
}

static void print_people(Cli *cli, const Vec *people)
{
	static const TableColumn columns[] = {
		{ N_("Số"), ALIGN_RIGHT },
		{ N_("Đăng nhập"), ALIGN_LEFT },
		{ N_("Họ tên"), ALIGN_LEFT },
		{ N_("Chức vụ"), ALIGN_LEFT },
		{ N_("Vai"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 5);
	for (size_t i = 0; i < people->len; i++) {
		const Person *person = vec_at(people, i);
		char *id = arena_alloc(&cli->arena, 24);
		id_show(cli->core, person->id, id);
		table_add(&table, (const char *[]){ id, person->login, person->name, person->post,
					  role_list_shown(person->roles, &cli->arena) });
	}
	table_print(&table, "", &cli->out);
}

static json_t *json_of_people(const Cli *cli, const Vec *people)
{
	json_t *array = json_array();
	for (size_t i = 0; i < people->len; i++)
		json_array_append_new(array, json_of_person(cli->core, vec_at(people, i)));
	return array;
}

static bool run_list(Cli *cli, const void *values, Err *err)
{
	const ListValues *given = values;
	Vec people;
	vec_init(&people, sizeof(Person));
	bool ok = cli_open(cli, DB_OPEN, err) &&
		  person_list(cli->core, given->all ? PERSON_ALL : PERSON_IN_POST, &cli->arena,
			  &people, err);
	if (ok && given->json)
		json_print(json_of_people(cli, &people), &cli->out);
	else if (ok)
		print_people(cli, &people);
	vec_release(&people);
	return ok;
}

const Command user_list_command = {
	.name = "user list",
	.summary = N_("Liệt kê mọi người và các vai"),
	.arguments = no_options,
	.options = list_options,
	.values_size = sizeof(ListValues),
	.run = run_list,
};
