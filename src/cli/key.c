// SPDX-License-Identifier: MIT
// key add, replace, remove, list: the SSH keys that people come in with.
#include "cli/command.h"
#include "cli/prose.h"

#include "base/tr.h"
#include "cli/json.h"
#include "cli/table.h"
#include "config/file.h"
#include "core/person.h"
#include "core/user_key.h"

typedef struct {
	const char *person, *key, *file;
} NewValues;

static const Option new_arguments[] = {
	{ .name = N_("NGƯỜI"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(NewValues, person),
		.help = N_("tên đăng nhập hoặc họ tên") },
	{ 0 },
};

static const Option new_options[] = {
	{ .name = "key",
		.type = OPTION_TEXT,
		.offset = offsetof(NewValues, key),
		.value = N_("DÒNG"),
		.help = N_("khóa công khai, nguyên một dòng: \"ssh-ed25519 AAAA… ghi chú\"") },
	{ .name = "file",
		.type = OPTION_PATH,
		.offset = offsetof(NewValues, file),
		.value = N_("TỆP"),
		.help = N_("tệp .pub chứa dòng ấy") },
	{ 0 },
};

static bool read_line(const NewValues *given, Arena *arena, const char **out, Err *err)
{
	Buf text = BUF_INIT;
	if (!*given->key == !*given->file) {
		err_set(err, ERR_INVALID, "%s", tr("Ghi đúng một trong --key và --file."));
		return err_field(err, "key");
	}
	*out = given->key;
	bool ok = !*given->file || config_file_text(given->file, &text, err);
	if (ok && *given->file)
		*out = arena_strdup(arena, text.bytes);
	buf_release(&text);
	return ok;
}

static bool prepare(Cli *cli, const NewValues *given, Person *person, const char **line, Err *err)
{
	return read_line(given, &cli->arena, line, err) && cli_open(cli, DB_OPEN, err) &&
	       person_find(cli->core, given->person, &cli->arena, person, err);
}

// The file of keys belongs to root and is not written along.
static void remind(Cli *cli)
{
	buf_adds(&cli->out, tr("Nay ghi lại tệp khóa: sudo dieuphoi key export --to "
			       "/etc/dieuphoi/authorized_keys\n"));
}

static bool tell_new(Cli *cli, int64_t id, const char *said, const Person *person, Err *err)
{
	UserKey key;
	char number[24];
	id_show(cli->core, id, number);
	if (!user_key_find(cli->core, number, &cli->arena, &key, err))
		return false;
	buf_addf(&cli->out, said, person_title(&cli->arena, person->name, person->post), number,
		key.fingerprint);
	remind(cli);
	return true;
}

static bool run_add(Cli *cli, const void *values, Err *err)
{
	Person person;
	const char *line;
	int64_t id;
	return prepare(cli, values, &person, &line, err) &&
	       user_key_add(cli->core, person.id, line, &id, err) &&
	       tell_new(cli, id, tr("Đã thêm khóa cho %s: số %s, %s.\n"), &person, err);
}

const Command key_add_command = {
	.name = "key add",
	.summary = N_("Thêm khóa SSH cho một người"),
	.help = N_("Khóa được đọc đến byte cuối và viết lại: không tùy chọn, không xuống dòng. Mỗi khóa của "
		   "một người. Dành cho quản trị."),
	.arguments = new_arguments,
	.options = new_options,
	.values_size = sizeof(NewValues),
	.run = run_add,
};

static bool run_replace(Cli *cli, const void *values, Err *err)
{
	Person person;
	const char *line;
	int64_t id;
	int removed;
	if (!prepare(cli, values, &person, &line, err) ||
		!user_key_replace(cli->core, person.id, line, &id, &removed, err))
		return false;
	buf_addf(&cli->out, tr("Thôi dùng %d khóa cũ.\n"), removed);
	return tell_new(cli, id, tr("Khóa mới của %s: số %s, %s.\n"), &person, err);
}

const Command key_replace_command = {
	.name = "key replace",
	.summary = N_("Thay mọi khóa SSH của một người bằng một khóa mới"),
	.arguments = new_arguments,
	.options = new_options,
	.values_size = sizeof(NewValues),
	.run = run_replace,
};

// -------------------------------------------------------------------------------------------------

typedef struct {
	const char *key, *on;
} RemoveValues;

static const Option remove_arguments[] = {
	{ .name = N_("KHÓA"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(RemoveValues, key),
		.help = N_("số của khóa, hoặc dấu vân tay SHA256:…") },
	{ 0 },
};

static const Option remove_options[] = {
	{ .name = "on",
		.type = OPTION_LINE,
		.offset = offsetof(RemoveValues, on),
		.value = N_("NGÀY"),
		.help = N_("ngày cuối mà chữ ký bằng khóa này còn giá trị, khi khóa đã lộ trước hôm nay") },
	{ 0 },
};

static bool run_remove(Cli *cli, const void *values, Err *err)
{
	const RemoveValues *given = values;
	UserKey key;
	const char *day;
	if (!cli_open(cli, DB_OPEN, err) || !cli_date(cli, "on", given->on, &day, err) ||
		!user_key_find(cli->core, given->key, &cli->arena, &key, err) ||
		!user_key_remove(cli->core, key.id, day, err))
		return false;
	buf_addf(&cli->out, tr("%s thôi dùng khóa %s.\n"), key.name, key.fingerprint);
	remind(cli);
	return true;
}

const Command key_remove_command = {
	.name = "key remove",
	.summary = N_("Thôi dùng một khóa SSH"),
	.help = N_("Khóa không vào được nữa kể từ khi tệp khóa được ghi lại; lịch sử của nó vẫn còn."),
	.arguments = remove_arguments,
	.options = remove_options,
	.values_size = sizeof(RemoveValues),
	.run = run_remove,
};

// -------------------------------------------------------------------------------------------------

typedef struct {
	const char *person;
	bool all, json;
} ListValues;

static const Option list_arguments[] = {
	{ .name = N_("NGƯỜI"),
		.type = OPTION_LINE,
		.offset = offsetof(ListValues, person),
		.help = N_("tên đăng nhập hoặc họ tên; không ghi là mọi người") },
	{ 0 },
};

static const Option list_options[] = {
	{ .name = "all",
		.type = OPTION_FLAG,
		.offset = offsetof(ListValues, all),
		.help = N_("cả những khóa đã thôi dùng") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(ListValues, json),
		.help = N_("in JSON") },
	{ 0 },
};

static json_t *json_of_key(const Core *core, const UserKey *key)
{
	char id[24];
	id_show(core, key->id, id);
	return json_pack("{s:s, s:s, s:o, s:s, s:s, s:s, s:o, s:s, s:o, s:b}", "id", id, "login",
		key->login, "name", json_of_text(key->name), "type", key->type, "key", key->base64,
		"fingerprint", key->fingerprint, "comment", json_of_text(key->comment), "from", key->from,
		"to", json_of_known(key->to), "lets_in", key->lets_in);
}

static void print_keys(Cli *cli, const Vec *keys)
{
	static const TableColumn columns[] = {
		{ N_("Số"), ALIGN_RIGHT },
		{ N_("Đăng nhập"), ALIGN_LEFT },
		{ N_("Họ tên"), ALIGN_LEFT },
		{ N_("Từ ngày"), ALIGN_LEFT },
		{ N_("Đến ngày"), ALIGN_LEFT },
		{ N_("Kiểu khóa"), ALIGN_LEFT },
		{ N_("Dấu vân tay"), ALIGN_LEFT },
		{ N_("Chú thích"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 8);
	for (size_t i = 0; i < keys->len; i++) {
		const UserKey *key = vec_at(keys, i);
		char *id = arena_alloc(&cli->arena, 24);
		id_show(cli->core, key->id, id);
		table_add(&table, (const char *[]){ id, key->login, key->name,
					  day_shown(key->from, &cli->arena), day_shown(key->to, &cli->arena),
					  key->type, key->fingerprint, key->comment });
	}
	table_print(&table, "", &cli->out);
}

static void list(Cli *cli, const ListValues *given, const Vec *keys)
{
	if (given->json) {
		json_t *array = json_array();
		for (size_t i = 0; i < keys->len; i++)
			json_array_append_new(array, json_of_key(cli->core, vec_at(keys, i)));
		json_print(array, &cli->out);
	} else if (keys->len) {
		print_keys(cli, keys);
	} else {
		buf_adds(&cli->out, tr("Chưa có khóa nào.\n"));
	}
}

static bool run_list(Cli *cli, const void *values, Err *err)
{
	const ListValues *given = values;
	Person person = { .id = 0 };
	Vec keys;
	vec_init(&keys, sizeof(UserKey));
	bool ok = cli_open(cli, DB_OPEN, err) &&
		  (!*given->person ||
			  person_find(cli->core, given->person, &cli->arena, &person, err)) &&
		  user_key_list(cli->core, person.id, given->all ? USER_KEY_ALL : USER_KEY_LETS_IN,
			  &cli->arena, &keys, err);
	if (ok)
		list(cli, given, &keys);
	vec_release(&keys);
	return ok;
}

const Command key_list_command = {
	.name = "key list",
	.summary = N_("Liệt kê các khóa SSH: của ai, từ bao giờ"),
	.help = N_("Dấu vân tay như `ssh-keygen -lf` in ra. Khóa của người khác chỉ quản trị xem."),
	.arguments = list_arguments,
	.options = list_options,
	.values_size = sizeof(ListValues),
	.run = run_list,
};
