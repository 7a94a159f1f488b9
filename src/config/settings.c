// SPDX-License-Identifier: MIT
#include "config/settings.h"

#include "base/tr.h"

#include <stdlib.h>
#include <string.h>

// The program's directory may be any, so a relative path would name another file each time.
static bool valid_db(const char *path, Err *err)
{
	if (!*path || *path == '/')
		return true;
	err_set(err, ERR_INVALID, tr("“%s” không phải đường dẫn đầy đủ, cần bắt đầu bằng /"), path);
	return err_hint(err, "%s", tr("Ví dụ: /var/lib/dieuphoi/dieuphoi.db"));
}

static bool valid_lang(const char *name, Err *err)
{
	TrLanguage language;
	return tr_language_named(name, &language, err);
}

static bool is_one_of(const char *word, const char *const *words)
{
	while (*words && strcmp(*words, word) != 0)
		words++;
	return *words;
}

static bool valid_composer(const char *word, Err *err)
{
	static const char *const words[] = { "auto", "off", "telex", "vni", NULL };
	if (is_one_of(word, words))
		return true;
	err_set(err, ERR_INVALID, tr("“%s” không phải kiểu gõ"), word);
	return err_hint(err, "%s", tr("Viết auto, off, telex hoặc vni."));
}

static bool valid_tone_style(const char *word, Err *err)
{
	static const char *const words[] = { "old", "new", NULL };
	if (is_one_of(word, words))
		return true;
	err_set(err, ERR_INVALID, tr("“%s” không phải cách đặt dấu"), word);
	return err_hint(err, "%s", tr("Viết old (hòa, thủy) hoặc new (hoà, thuỷ)."));
}

// It is run as it stands, by no shell and along no PATH.
static bool valid_editor(const char *path, Err *err)
{
	if (!*path || *path == '/')
		return true;
	err_set(err, ERR_INVALID, tr("“%s” không phải đường dẫn đầy đủ, cần bắt đầu bằng /"), path);
	return err_hint(err, "%s", tr("Ví dụ: /usr/bin/rnano; không kèm tham số."));
}

static bool valid_half_year_end(const char *day, Err *err)
{
	size_t n = strlen(day);
	if (n == 10 && (strcmp(day + 4, "-06-30") == 0 || strcmp(day + 4, "-12-31") == 0))
		return true;
	err_set(err, ERR_INVALID, tr("“%s” không phải ngày cuối nửa năm, cần 30/06 hoặc 31/12"),
		day);
	return err_hint(err, "%s", tr("Viết 2021-12-31 hoặc 2022-06-30."));
}

const Setting settings_table[] = {
	{ .name = "db",
		.type = CFG_LINE,
		.fallback = "",
		.offset = offsetof(Settings, db),
		.valid = valid_db,
		.help = N_("Đường dẫn đầy đủ của cơ sở dữ liệu; để trống là chỗ mặc định") },
	{ .name = "utc_offset",
		.type = CFG_INT,
		.fallback = "420",
		.offset = offsetof(Settings, utc_offset),
		.min = -720,
		.max = 840,
		.help = N_("Giờ địa phương lệch UTC bao nhiêu phút (Việt Nam: 420)") },
	{ .name = "lang",
		.type = CFG_LINE,
		.fallback = "vi",
		.offset = offsetof(Settings, lang),
		.valid = valid_lang,
		.help = N_("Ngôn ngữ của màn hình và lời báo: vi hoặc en") },
	{ .name = "mouse",
		.type = CFG_BOOL,
		.fallback = "true",
		.offset = offsetof(Settings, mouse),
		.help = N_("Nhận chuột (true) hay để chuột cho cửa sổ dòng lệnh (false)") },
	{ .name = "composer",
		.type = CFG_LINE,
		.fallback = "auto",
		.offset = offsetof(Settings, composer),
		.valid = valid_composer,
		.help = N_("Kiểu gõ trong ô chữ: off, telex, vni; auto là telex ở console, off ở "
			   "nơi khác") },
	{ .name = "tone_style",
		.type = CFG_LINE,
		.fallback = "old",
		.offset = offsetof(Settings, tone_style),
		.valid = valid_tone_style,
		.help = N_("Đặt dấu thanh khi gõ: old (hòa, thủy) hay new (hoà, thuỷ)") },
	{ .name = "external_editor",
		.type = CFG_LINE,
		.fallback = "",
		.offset = offsetof(Settings, external_editor),
		.valid = valid_editor,
		// Whoever can open a shell in it can do all that the account can.
		.help = N_("Trình soạn thảo ngoài được phép dùng, như /usr/bin/rnano; "
			   "để trống là không") },
	{ .name = "first_review",
		.type = CFG_DATE,
		.fallback = "2021-12-31",
		.offset = offsetof(Settings, first_review),
		.valid = valid_half_year_end,
		.help = N_("Ngày cuối của nửa năm sơ kết đầu tiên") },
	{ .name = "review_cutoff_days",
		.type = CFG_INT,
		.fallback = "15",
		.offset = offsetof(Settings, review_cutoff_days),
		.min = 0,
		.max = 90,
		.help = N_("Chốt số liệu trước hạn sơ kết bao nhiêu ngày") },
	{ .name = "meeting_gap_days",
		.type = CFG_INT,
		.fallback = "45",
		.offset = offsetof(Settings, meeting_gap_days),
		.min = 1,
		.max = 366,
		.help = N_(
			"Vùng không có buổi làm việc bao nhiêu ngày thì nêu ở mục cần đôn đốc") },
	{ .name = "due_soon_days",
		.type = CFG_INT,
		.fallback = "14",
		.offset = offsetof(Settings, due_soon_days),
		.min = 0,
		.max = 366,
		.help = N_("Còn bao nhiêu ngày thì coi là sắp đến hạn") },
	{ 0 },
};

enum { SETTINGS_N = sizeof(settings_table) / sizeof(*settings_table) };

static void set_default(const Setting *setting, Settings *out)
{
	void *field = (char *)out + setting->offset;
	if (setting->type == CFG_INT)
		*(int *)field = (int)strtol(setting->fallback, NULL, 10);
	else if (setting->type == CFG_BOOL)
		*(bool *)field = strcmp(setting->fallback, "true") == 0;
	else
		*(const char **)field = setting->fallback;
}

Settings settings_default(void)
{
	Settings settings;
	memset(&settings, 0, sizeof(settings));
	for (const Setting *setting = settings_table; setting->name; setting++)
		set_default(setting, &settings);
	return settings;
}

static bool check_range(ConfigNode node, const Setting *setting, int value, Err *err)
{
	if (value >= setting->min && value <= setting->max)
		return true;
	config_node_error(node, err, tr("khóa “%s” là %d, cần từ %d đến %d"), setting->name, value,
		setting->min, setting->max);
	return err_hint(err, "%s: %s", setting->name, tr(setting->help));
}

static bool check_value(ConfigNode root, const Setting *setting, const Settings *settings, Err *err)
{
	ConfigNode node = config_node_key(root, setting->name);
	const void *field = (const char *)settings + setting->offset;
	if (!node.setting)
		return true;
	if (setting->type == CFG_INT)
		return check_range(node, setting, *(const int *)field, err);
	if (!setting->valid || setting->valid(*(const char *const *)field, err))
		return true;
	Err reason = *err;
	config_node_error(node, err, tr("khóa “%s”: %s"), setting->name, reason.message);
	return err_hint(err, "%s", reason.hint);
}

static void make_keys(ConfigKey keys[SETTINGS_N])
{
	for (size_t i = 0; i < SETTINGS_N; i++)
		keys[i] = (ConfigKey){
			.name = settings_table[i].name,
			.type = settings_table[i].type,
			.need = CFG_OPTIONAL,
			.offset = settings_table[i].offset,
		};
}

static bool read_root(ConfigNode root, Arena *arena, Settings *out, Err *err)
{
	ConfigKey keys[SETTINGS_N];
	make_keys(keys);
	if (!config_node_read(root, keys, arena, out, err))
		return false;
	for (const Setting *setting = settings_table; setting->name; setting++) {
		if (!check_value(root, setting, out, err))
			return false;
	}
	return true;
}

static bool read_file(const char *path, Arena *arena, Settings *out, Err *err)
{
	ConfigFile *file = NULL;
	Err why = ERR_INIT;
	if (!config_file_open(path, &file, &why)) {
		if (why.kind == ERR_NOT_FOUND)
			return true;
		*err = why;
		return false;
	}
	bool ok = read_root(config_file_root(file), arena, out, err);
	config_file_free(file);
	return ok;
}

bool settings_read(const char *const *paths, size_t n, Arena *arena, Settings *out, Err *err)
{
	Settings settings = *out;
	for (size_t i = 0; i < n; i++) {
		if (!read_file(paths[i], arena, &settings, err))
			return false;
	}
	*out = settings;
	return true;
}
