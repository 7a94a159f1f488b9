// SPDX-License-Identifier: MIT
// user import: everybody of an office at once, from a spreadsheet's file.
#include "cli/command.h"

#include "base/tr.h"
#include "cli/columns.h"
#include "cli/prose.h"
#include "cli/roles.h"
#include "cli/table.h"
#include "config/file.h"
#include "core/org.h"
#include "core/task.h"
#include "core/user.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
	const char *file;
	bool dry_run;
} Values;

static const Option arguments[] = {
	{ .name = N_("TỆP"),
		.type = OPTION_PATH,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, file),
		.help = N_("bảng tính lưu dạng văn bản UTF-8: cột cách bằng tab, “;” hoặc “,”") },
	{ 0 },
};

static const Option options[] = {
	{ .name = "dry-run",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, dry_run),
		.help = N_("chỉ kiểm tra và in kế hoạch, không ghi") },
	{ 0 },
};

typedef enum {
	NAME, LOGIN, ROLES, POST, RANK, BODY, DISTRICT, PHONE, LEADS, CHARGE, SERVES, DOCUMENT, FROM,
	KEY, COLUMNS
} ColumnId;

static const Column column_names[COLUMNS] = {
	[NAME] = { { VN_("họ tên"), "name", VN_("họ và tên"), "" } },
	[LOGIN] = { { VN_("đăng nhập"), "login", VN_("tên đăng nhập"), "" } },
	[ROLES] = { { VN_("vai"), "roles", "role", VN_("vai trò"), "" } },
	[POST] = { { VN_("chức vụ"), "post", "" } },
	[RANK] = { { VN_("thứ tự"), "rank", VN_("thứ tự lễ tân"), "" } },
	[BODY] = { { VN_("cơ quan"), "body", "" } },
	[DISTRICT] = { { VN_("địa phương"), "district", "" } },
	[PHONE] = { { VN_("điện thoại"), "phone", "" } },
	[LEADS] = { { VN_("phụ trách vùng"), "leads", "" } },
	[CHARGE] = { { VN_("phụ trách địa phương"), "in charge", "" } },
	[SERVES] = { { VN_("giúp việc"), "serves", VN_("giúp việc cho"), "" } },
	[DOCUMENT] = { { VN_("văn bản"), "document", VN_("văn bản phân công"), "" } },
	[FROM] = { { VN_("từ ngày"), "from", "" } },
	[KEY] = { { VN_("khóa"), "key", VN_("khóa SSH"), "" } },
};

static const ColumnTable table = {
	.columns = column_names,
	.n = COLUMNS,
	.required = NAME,
	.for_people = { { VN_("ghi chú"), "note", VN_("stt"), "" } },
};

typedef struct {
	Cli *cli;
	const Values *given;
	Sheet sheet;
	int columns[COLUMNS];
	ColumnId at; // what is being read
	Vec users; // of NewUser
	Vec rows;  // of size_t, of the sheet, beside them
} Import;

// One row ---------------------------------------------------------------------------------------

// What core calls the fields that it refuses.
static const struct {
	const char *field;
	ColumnId column;
} fields[] = {
	{ "name", NAME }, { "login", LOGIN }, { "role", ROLES }, { "rank", RANK }, { "from", FROM },
	{ "key", KEY },
};

static const char *cell(const Import *import, size_t row, ColumnId column)
{
	return columns_cell(&import->sheet, row, import->columns[column]);
}

static bool read_rank(const char *typed, int *out, Err *err)
{
	char *end;
	long value = strtol(typed, &end, 10);
	if (!*typed || (end != typed && !*end && value >= 1 && value <= 999)) {
		*out = (int)value;
		return true;
	}
	err_set(err, ERR_INVALID, tr("thứ tự “%s” không phải số từ 1 đến 999"), typed);
	return err_field(err, "rank");
}

static bool read_body(Import *import, const char *typed, int64_t *out, Err *err)
{
	Body body = { .id = 0 };
	import->at = BODY;
	bool ok = !*typed || body_find(import->cli->core, typed, &import->cli->arena, &body, err);
	*out = body.id;
	return ok;
}

static bool read_district(Import *import, const char *typed, int64_t *out, Err *err)
{
	District district = { .id = 0 };
	import->at = DISTRICT;
	bool ok = !*typed || district_by_code(import->cli->core, typed, &import->cli->arena, &district, err);
	*out = district.id;
	return ok;
}

static bool read_from(Import *import, const char *typed, const char **out, Err *err)
{
	Date day;
	char iso[11] = "";
	import->at = FROM;
	if (*typed && !date_read(typed, core_today(import->cli->core), &day, err))
		return false;
	if (*typed)
		date_iso(day, iso);
	*out = arena_strdup(&import->cli->arena, iso);
	return true;
}

static bool read_places(Import *import, size_t row, Person *person, Err *err)
{
	return read_body(import, cell(import, row, BODY), &person->body_id, err) &&
	       read_district(import, cell(import, row, DISTRICT), &person->district_id, err);
}

static bool read_person(Import *import, size_t row, Person *out, Err *err)
{
	*out = (Person){
		.login = cell(import, row, LOGIN),
		.name = cell(import, row, NAME),
		.post = cell(import, row, POST),
		.phone = cell(import, row, PHONE),
	};
	return read_rank(cell(import, row, RANK), &out->rank, err) &&
	       roles_read(cell(import, row, ROLES), "", &import->cli->arena, &out->roles, err) &&
	       read_places(import, row, out, err) &&
	       read_from(import, cell(import, row, FROM), &out->from, err);
}

static bool read_user(Import *import, size_t row, Err *err)
{
	NewUser user = { .key = cell(import, row, KEY) };
	import->at = COLUMNS;
	if (!columns_check(&import->sheet, row, err) || !read_person(import, row, &user.person, err))
		return false;
	*(NewUser *)vec_push(&import->users) = user;
	*(size_t *)vec_push(&import->rows) = row;
	return true;
}

// Assignments, once all people are known --------------------------------------------------------

// Login or name; one of the file before one of the database.
static bool find_member(Import *import, const char *typed, NewAssignment *out, Err *err)
{
	Person member;
	for (size_t i = 0; i < import->users.len; i++) {
		const Person *person = &((const NewUser *)vec_at(&import->users, i))->person;
		if (strcmp(person->login, typed) != 0 && !same_words(person->name, typed))
			continue;
		out->member_row = (int)i;
		return true;
	}
	if (!person_find(import->cli->core, typed, &import->cli->arena, &member, err))
		return false;
	out->assignment.member_id = member.id;
	return true;
}

static bool find_region(Import *import, const char *typed, NewAssignment *out, Err *err)
{
	Region region;
	if (!region_by_code(import->cli->core, typed, &import->cli->arena, &region, err))
		return false;
	out->assignment.region_id = region.id;
	return true;
}

static bool find_district(Import *import, const char *typed, NewAssignment *out, Err *err)
{
	District district;
	if (!district_by_code(import->cli->core, typed, &import->cli->arena, &district, err))
		return false;
	out->assignment.district_id = district.id;
	return true;
}

static const struct {
	ColumnId column;
	bool (*find)(Import *import, const char *typed, NewAssignment *out, Err *err);
} targets[] = {
	{ LEADS, find_region },
	{ CHARGE, find_district },
	{ SERVES, find_member },
};

static bool read_targets(Import *import, size_t row, size_t target, Vec *out, Err *err)
{
	char today[11];
	Arena *arena = &import->cli->arena;
	const char *from = "";
	char *rest = arena_strdup(arena, cell(import, row, targets[target].column));
	core_today_iso(import->cli->core, today);
	if (!read_from(import, cell(import, row, FROM), &from, err))
		return false;
	import->at = targets[target].column;
	for (char *each; (each = strsep(&rest, ",;"));) {
		NewAssignment new = { .member_row = -1 };
		each += strspn(each, " ");
		for (size_t n = strlen(each); n && each[n - 1] == ' ';)
			each[--n] = '\0';
		new.assignment.from = *from ? from : arena_strdup(arena, today);
		new.assignment.document = cell(import, row, DOCUMENT);
		if (*each && !targets[target].find(import, each, &new, err))
			return false;
		if (*each)
			*(NewAssignment *)vec_push(out) = new;
	}
	return true;
}

static bool read_assignments(Import *import, size_t row, NewUser *user, Err *err)
{
	Vec found;
	bool ok = true;
	vec_init(&found, sizeof(NewAssignment));
	for (size_t i = 0; ok && i < sizeof(targets) / sizeof(*targets); i++)
		ok = read_targets(import, row, i, &found, err);
	if (found.len) {
		NewAssignment *all = arena_array(&import->cli->arena, found.len, sizeof(*all));
		memcpy(all, found.items, found.len * sizeof(*all));
		user->assignments = all;
		user->assignments_n = found.len;
	}
	vec_release(&found);
	return ok;
}

// All rows --------------------------------------------------------------------------------------

static ColumnId column_of(const Import *import, const Err *err)
{
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		if (strcmp(fields[i].field, err->field) == 0)
			return fields[i].column;
	return import->at;
}

// The line, and the column by the title that the file gives it.
static bool name_line(const Import *import, size_t row, Err *err)
{
	ColumnId column = column_of(import, err);
	const char *title = column == COLUMNS ? "" : cell(import, 0, column);
	if (*title)
		err_prefix(err, tr("cột “%s”: "), title);
	return err_prefix(
		err, "%s:%d: ", import->given->file, sheet_row(&import->sheet, row)->line);
}

static bool read_rows(Import *import, Err *err)
{
	for (size_t row = 1; row < sheet_rows(&import->sheet); row++)
		if (!sheet_row_is_blank(&import->sheet, row) && !read_user(import, row, err))
			return name_line(import, row, err);
	for (size_t i = 0; i < import->users.len; i++) {
		size_t row = *(const size_t *)vec_at(&import->rows, i);
		if (!read_assignments(import, row, vec_at(&import->users, i), err))
			return name_line(import, row, err);
	}
	if (!import->users.len)
		return config_error_at(import->given->file, 1, err, "%s", tr("không có dòng nào sau tên cột"));
	return true;
}

static bool store(Import *import, Err *err)
{
	import->at = COLUMNS;
	size_t failed, n = import->users.len;
	UserImport how = import->given->dry_run ? USER_IMPORT_CHECK : USER_IMPORT_STORE;
	if (user_import(import->cli->core, import->users.items, n, how, &failed, err))
		return true;
	if (failed < n)
		name_line(import, *(const size_t *)vec_at(&import->rows, failed), err);
	return false;
}

// As typed: what is wrong in it has been told before.
static const char *assignments_words(const Import *import, size_t row)
{
	Arena *arena = &import->cli->arena;
	const char *leads = cell(import, row, LEADS), *charge = cell(import, row, CHARGE);
	const char *serves = cell(import, row, SERVES), *words = "";
	if (*leads)
		words = arena_printf(arena, tr("vùng %s"), leads);
	if (*charge)
		words = arena_printf(arena, "%s%s%s", words, *words ? "; " : "", charge);
	if (*serves)
		words = arena_printf(arena, tr("%s%sgiúp việc %s"), words, *words ? "; " : "", serves);
	return words;
}

static void print_plan(Import *import)
{
	static const TableColumn columns[] = {
		{ N_("Dòng"), ALIGN_RIGHT },
		{ N_("Đăng nhập"), ALIGN_LEFT },
		{ N_("Họ tên"), ALIGN_LEFT },
		{ N_("Chức vụ"), ALIGN_LEFT },
		{ N_("Vai"), ALIGN_LEFT },
		{ N_("Phân công"), ALIGN_LEFT },
		{ N_("Khóa"), ALIGN_LEFT },
	};
	Arena *arena = &import->cli->arena;
	Table plan = table_new(columns, 7);
	for (size_t i = 0; i < import->users.len; i++) {
		const NewUser *user = vec_at(&import->users, i);
		size_t row = *(const size_t *)vec_at(&import->rows, i);
		table_add(&plan, (const char *[]){
					 arena_printf(arena, "%d", sheet_row(&import->sheet, row)->line),
					 user->person.login, user->person.name, user->person.post,
					 role_list_shown(user->person.roles, arena),
					 assignments_words(import, row),
					 *user->key ? tr("có") : "" });
	}
	table_print(&plan, "", &import->cli->out);
}

static size_t count_keys(const Import *import)
{
	size_t n = 0;
	for (size_t i = 0; i < import->users.len; i++)
		n += *((const NewUser *)vec_at(&import->users, i))->key != '\0';
	return n;
}

static void tell(Import *import)
{
	Buf *out = &import->cli->out;
	size_t n = import->users.len;
	if (import->given->dry_run) {
		print_plan(import);
		buf_addf(out, tr("Đúng cả: sẽ thêm %zu người, %zu khóa. Chưa ghi gì.\n"), n,
			count_keys(import));
		return;
	}
	buf_addf(out, tr("Đã thêm %zu người, %zu khóa.\n"), n, count_keys(import));
	if (count_keys(import))
		buf_adds(out, tr("Nay ghi lại tệp khóa: sudo dieuphoi key export --to "
				 "/etc/dieuphoi/authorized_keys\n"));
}

static bool import_text(Import *import, const Buf *text, Err *err)
{
	sheet_read(&import->sheet, text->bytes, text->len, sheet_separator(text->bytes, text->len));
	vec_init(&import->users, sizeof(NewUser));
	vec_init(&import->rows, sizeof(size_t));
	bool ok = columns_find(&table, import->given->file, &import->sheet, import->columns, err) &&
		  read_rows(import, err) && store(import, err);
	if (ok)
		tell(import);
	vec_release(&import->users);
	vec_release(&import->rows);
	sheet_release(&import->sheet);
	return ok;
}

static bool run(Cli *cli, const void *values, Err *err)
{
	Import import = { .cli = cli, .given = values };
	Buf text = BUF_INIT;
	bool ok = config_file_text(import.given->file, &text, err) && cli_open(cli, DB_OPEN, err) &&
		  import_text(&import, &text, err);
	buf_release(&text);
	return ok;
}

const Command user_import_command = {
	.name = "user import",
	.summary = N_("Thêm nhiều người từ một bảng tính: vai, phân công, khóa"),
	.help = N_("Dòng đầu là tên cột: họ tên, đăng nhập, vai, chức vụ, thứ tự, cơ quan, địa phương, điện "
		   "thoại, phụ trách vùng, phụ trách địa phương, giúp việc, văn bản, từ ngày, khóa; chỉ họ tên "
		   "là bắt buộc. Nhiều mã trong một ô cách nhau dấu phẩy. Thêm tất cả hoặc không thêm ai. Phân "
		   "công cần vai office ngoài admin."),
	.arguments = arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
