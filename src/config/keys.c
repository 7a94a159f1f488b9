// SPDX-License-Identifier: MIT
#include "config/node.h"

#include "base/buf.h"
#include "base/tr.h"
#include "config/suggest.h"
#include "text/clean.h"
#include "text/date.h"

#include <string.h>

enum { CODE_MAX = 40 };

// One per ConfigType: what a key of the type holds and how its field is filled.
typedef struct {
	const char *expected;
	ConfigKind kind;
	bool (*read)(ConfigNode node, const ConfigKey *key, Arena *arena, void *field, Err *err);
} Reader;

static bool check_kind(
	ConfigNode node, const char *name, ConfigKind kind, const char *expected, Err *err)
{
	static const char *const found[] = {
		[CONFIG_KIND_STRING] = N_("một chuỗi"),
		[CONFIG_KIND_INT] = N_("một số"),
		[CONFIG_KIND_BOOL] = N_("true hoặc false"),
		[CONFIG_KIND_GROUP] = N_("một nhóm { … }"),
		[CONFIG_KIND_LIST] = N_("một danh sách"),
		[CONFIG_KIND_OTHER] = N_("một giá trị khác"),
	};
	ConfigKind is = config_node_kind(node);
	if (is == kind)
		return true;
	config_node_error(
		node, err, tr("khóa “%s” là %s, cần %s"), name, tr(found[is]), tr(expected));
	return err_hint(err, "%s", tr("Chuỗi viết trong ngoặc kép; số, true, false thì không."));
}

static const char *cleaned(ConfigNode node, Arena *arena, CleanKind kind)
{
	return text_clean_arena(arena, config_node_string(node), kind);
}

static bool refuse_empty(ConfigNode node, const ConfigKey *key, Err *err)
{
	config_node_error(node, err, tr("khóa “%s” để trống, cần có chữ"), key->name);
	return err_hint(err, "%s", tr("Điền giá trị cho khóa này."));
}

static bool store_text(
	ConfigNode node, const ConfigKey *key, const char *text, void *field, Err *err)
{
	if (key->need == CFG_REQUIRED && !*text)
		return refuse_empty(node, key, err);
	*(const char **)field = text;
	return true;
}

static bool read_line(ConfigNode node, const ConfigKey *key, Arena *arena, void *field, Err *err)
{
	return store_text(node, key, cleaned(node, arena, CLEAN_LINE), field, err);
}

static bool read_text(ConfigNode node, const ConfigKey *key, Arena *arena, void *field, Err *err)
{
	return store_text(node, key, cleaned(node, arena, CLEAN_TEXT), field, err);
}

static bool check_code(ConfigNode node, const ConfigKey *key, const char *code, const char *letters,
	const char *expected, Err *err)
{
	size_t n = strlen(code);
	if (n > 0 && n <= CODE_MAX && strspn(code, letters) == n)
		return true;
	config_node_error(
		node, err, tr("khóa “%s” có mã “%s”, cần %s"), key->name, code, tr(expected));
	return err_hint(err, "%s", tr("Mã là tên viết không dấu, nối bằng gạch ngang: go-quao."));
}

static bool store_code(
	ConfigNode node, const ConfigKey *key, Arena *arena, const char **field, Err *err)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
	*field = cleaned(node, arena, CLEAN_LINE);
	return check_code(node, key, *field, letters,
		N_("1–40 chữ thường không dấu, chữ số, gạch ngang"), err);
}

static bool read_code(ConfigNode node, const ConfigKey *key, Arena *arena, void *field, Err *err)
{
	return store_code(node, key, arena, field, err);
}

static bool read_key(ConfigNode node, const ConfigKey *key, Arena *arena, void *field, Err *err)
{
	static const char letters[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./-";
	const char *code = cleaned(node, arena, CLEAN_LINE);
	*(const char **)field = code;
	return check_code(node, key, code, letters,
		N_("1–40 chữ không dấu, chữ số, dấu chấm, gạch ngang"), err);
}

static bool read_date(ConfigNode node, const ConfigKey *key, Arena *arena, void *field, Err *err)
{
	const char *iso = cleaned(node, arena, CLEAN_LINE);
	Date date;
	if (!date_parse(iso, &date)) {
		config_node_error(node, err,
			tr("khóa “%s” là “%s”, cần một ngày có thật dạng NNNN-TT-NN"), key->name,
			iso);
		return err_hint(err, "%s", tr("Viết năm-tháng-ngày, ví dụ 2021-12-31."));
	}
	*(const char **)field = iso;
	return true;
}

static bool read_int(ConfigNode node, const ConfigKey *key, Arena *arena, void *field, Err *err)
{
	(void)key, (void)arena, (void)err;
	*(int *)field = config_node_int(node);
	return true;
}

static bool read_bool(ConfigNode node, const ConfigKey *key, Arena *arena, void *field, Err *err)
{
	(void)key, (void)arena, (void)err;
	*(bool *)field = config_node_bool(node);
	return true;
}

static bool refuse_word(ConfigNode node, const ConfigKey *key, const char *word, Err *err)
{
	Buf list = BUF_INIT;
	for (size_t i = 0; key->words[i]; i++)
		buf_addf(&list, "%s%s", i ? ", " : "", key->words[i]);
	config_node_error(
		node, err, tr("khóa “%s” là “%s”, cần một trong: %s"), key->name, word, list.bytes);
	buf_release(&list);
	return err_hint(err, "%s", tr("Chọn một từ trong danh sách."));
}

static bool read_word(ConfigNode node, const ConfigKey *key, Arena *arena, void *field, Err *err)
{
	const char *word = cleaned(node, arena, CLEAN_LINE);
	for (int i = 0; key->words[i]; i++) {
		if (strcmp(word, key->words[i]) == 0) {
			*(int *)field = i;
			return true;
		}
	}
	return refuse_word(node, key, word, err);
}

// Each item is read as a value of its own under the list's name.
static bool read_items(ConfigNode list, const ConfigKey *key, Arena *arena, ConfigTexts *out,
	bool (*read)(ConfigNode, const ConfigKey *, Arena *, void *, Err *), Err *err)
{
	size_t n = config_node_count(list);
	const char **items = arena_array(arena, n, sizeof(*items));
	const ConfigKey item = { .name = key->name, .need = CFG_REQUIRED };
	for (size_t i = 0; i < n; i++) {
		ConfigNode node = config_node_at(list, i);
		if (!check_kind(
			    node, key->name, CONFIG_KIND_STRING, N_("danh sách các chuỗi"), err) ||
			!read(node, &item, arena, &items[i], err))
			return false;
	}
	*out = (ConfigTexts){ items, n };
	return n > 0 || key->need == CFG_OPTIONAL || refuse_empty(list, key, err);
}

static bool read_lines(ConfigNode node, const ConfigKey *key, Arena *arena, void *field, Err *err)
{
	return read_items(node, key, arena, field, read_line, err);
}

static bool refuse_twice(ConfigNode list, const ConfigKey *key, const char *code, Err *err)
{
	config_node_error(
		list, err, tr("khóa “%s” ghi “%s” hai lần, cần một lần"), key->name, code);
	return err_hint(err, "%s", tr("Bỏ bớt một chỗ."));
}

static bool read_codes(ConfigNode node, const ConfigKey *key, Arena *arena, void *field, Err *err)
{
	ConfigTexts *codes = field;
	if (!read_items(node, key, arena, codes, read_code, err))
		return false;
	for (size_t i = 0; i < codes->n; i++) {
		for (size_t j = 0; j < i; j++) {
			if (strcmp(codes->items[i], codes->items[j]) == 0)
				return refuse_twice(
					config_node_at(node, i), key, codes->items[i], err);
		}
	}
	return true;
}

static bool read_group(ConfigNode node, const ConfigKey *key, Arena *arena, void *field, Err *err)
{
	(void)key, (void)arena, (void)err;
	*(ConfigNode *)field = node;
	return true;
}

static bool read_groups(ConfigNode node, const ConfigKey *key, Arena *arena, void *field, Err *err)
{
	(void)arena;
	size_t n = config_node_count(node);
	for (size_t i = 0; i < n; i++) {
		if (!check_kind(config_node_at(node, i), key->name, CONFIG_KIND_GROUP,
			    N_("danh sách các nhóm ( { … }, { … } )"), err))
			return false;
	}
	*(ConfigNode *)field = node;
	return n > 0 || key->need == CFG_OPTIONAL || refuse_empty(node, key, err);
}

static const Reader readers[] = {
	[CFG_LINE] = { N_("một chuỗi"), CONFIG_KIND_STRING, read_line },
	[CFG_TEXT] = { N_("một chuỗi"), CONFIG_KIND_STRING, read_text },
	[CFG_CODE] = { N_("một mã (chuỗi)"), CONFIG_KIND_STRING, read_code },
	[CFG_KEY] = { N_("một mã (chuỗi)"), CONFIG_KIND_STRING, read_key },
	[CFG_DATE] = { N_("một ngày (chuỗi NNNN-TT-NN)"), CONFIG_KIND_STRING, read_date },
	[CFG_INT] = { N_("một số nguyên"), CONFIG_KIND_INT, read_int },
	[CFG_BOOL] = { N_("true hoặc false"), CONFIG_KIND_BOOL, read_bool },
	[CFG_WORD] = { N_("một từ (chuỗi)"), CONFIG_KIND_STRING, read_word },
	[CFG_LINES] = { N_("danh sách các chuỗi"), CONFIG_KIND_LIST, read_lines },
	[CFG_CODES] = { N_("danh sách các mã"), CONFIG_KIND_LIST, read_codes },
	[CFG_GROUP] = { N_("một nhóm { … }"), CONFIG_KIND_GROUP, read_group },
	[CFG_GROUPS] = { N_("danh sách các nhóm ( { … }, { … } )"), CONFIG_KIND_LIST, read_groups },
};

static const ConfigKey *find_key(const ConfigKey *keys, const char *name)
{
	for (; keys->type != CFG_END; keys++) {
		if (strcmp(keys->name, name) == 0)
			return keys;
	}
	return NULL;
}

static bool refuse_unknown(ConfigNode node, const ConfigKey *keys, Err *err)
{
	const char *name = config_node_name(node);
	Suggest nearest = suggest_begin(name);
	Buf list = BUF_INIT;
	for (const ConfigKey *key = keys; key->type != CFG_END; key++) {
		buf_addf(&list, "%s%s", key == keys ? "" : ", ", key->name);
		suggest_offer(&nearest, key->name);
	}
	config_node_error(
		node, err, tr("không có khóa “%.40s”, cần một trong: %s"), name, list.bytes);
	buf_release(&list);
	if (nearest.best)
		return err_hint(err, tr("Có phải “%s”?"), nearest.best);
	return err_hint(err, "%s", tr("Xóa dòng này hoặc sửa tên khóa."));
}

static bool check_names(ConfigNode group, const ConfigKey *keys, Err *err)
{
	for (size_t i = 0; i < config_node_count(group); i++) {
		ConfigNode node = config_node_at(group, i);
		if (!find_key(keys, config_node_name(node)))
			return refuse_unknown(node, keys, err);
	}
	return true;
}

static bool read_value(ConfigNode group, const ConfigKey *key, Arena *arena, void *out, Err *err)
{
	const Reader *reader = &readers[key->type];
	ConfigNode node = config_node_key(group, key->name);
	if (node.setting)
		return check_kind(node, key->name, reader->kind, reader->expected, err) &&
		       reader->read(node, key, arena, (char *)out + key->offset, err);
	if (key->need == CFG_OPTIONAL)
		return true;
	config_node_error(
		group, err, tr("thiếu khóa “%s”, cần %s"), key->name, tr(reader->expected));
	return err_hint(err, tr("Thêm một dòng: %s = …;"), key->name);
}

bool config_node_read(ConfigNode group, const ConfigKey *keys, Arena *arena, void *out, Err *err)
{
	if (!check_names(group, keys, err))
		return false;
	for (const ConfigKey *key = keys; key->type != CFG_END; key++) {
		if (!read_value(group, key, arena, out, err))
			return false;
	}
	return true;
}
