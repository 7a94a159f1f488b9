// SPDX-License-Identifier: MIT
// The only file that includes libconfig.h.
#include "config/node.h"

#include "base/tr.h"
#include "base/xalloc.h"
#include "config/scan.h"

#include <libconfig.h>
#include <stdlib.h>
#include <string.h>

struct ConfigFile {
	config_t config;
	char *path;
};

// libconfig's messages as it writes them.
static const struct {
	const char *english, *message, *hint;
} syntax_errors[] = {
	{ "duplicate setting name", N_("khóa viết hai lần, mỗi khóa chỉ một lần"),
		N_("Bỏ bớt một dòng.") },
	{ "mismatched element type in array",
		N_("trong [ … ] có giá trị khác loại, cần cùng một loại"),
		N_("Viết các chuỗi trong ngoặc kép, cách nhau bằng dấu phẩy.") },
	{ NULL, N_("sai cú pháp, cần khóa = giá trị;"),
		N_("Xem dòng này và dòng ngay trước: thiếu dấu ngoặc, dấu phẩy hoặc dấu ngoặc "
		   "kép.") },
};

static bool error_syntax(const ConfigFile *file, Err *err)
{
	const char *english = config_error_text(&file->config);
	size_t i = 0;
	while (syntax_errors[i].english &&
		(!english || strcmp(english, syntax_errors[i].english) != 0))
		i++;
	config_error_at(file->path, config_error_line(&file->config), err, "%s",
		tr(syntax_errors[i].message));
	return err_hint(err, "%s", tr(syntax_errors[i].hint));
}

static bool parse(ConfigFile *file, const Buf *text, Err *err)
{
	return config_scan(file->path, text->bytes, text->len, err) &&
	       (config_read_string(&file->config, text->bytes) || error_syntax(file, err));
}

bool config_file_open(const char *path, ConfigFile **out, Err *err)
{
	Buf text = BUF_INIT;
	ConfigFile *file = xcalloc(1, sizeof(*file));
	config_init(&file->config);
	file->path = xstrdup(path);
	bool ok = config_file_text(path, &text, err) && parse(file, &text, err);
	buf_release(&text);
	if (ok)
		*out = file;
	else
		config_file_free(file);
	return ok;
}

void config_file_free(ConfigFile *file)
{
	if (!file)
		return;
	config_destroy(&file->config);
	free(file->path);
	free(file);
}

const char *config_file_path(const ConfigFile *file)
{
	return file->path;
}

ConfigNode config_file_root(const ConfigFile *file)
{
	return (ConfigNode){ file, config_root_setting(&file->config) };
}

static const config_setting_t *setting_of(ConfigNode node)
{
	return node.setting;
}

int config_node_line(ConfigNode node)
{
	int line = node.setting ? (int)config_setting_source_line(setting_of(node)) : 0;
	return line ? line : 1;
}

ConfigKind config_node_kind(ConfigNode node)
{
	static const ConfigKind kinds[] = {
		[CONFIG_TYPE_NONE] = CONFIG_KIND_OTHER,
		[CONFIG_TYPE_GROUP] = CONFIG_KIND_GROUP,
		[CONFIG_TYPE_INT] = CONFIG_KIND_INT,
		[CONFIG_TYPE_INT64] = CONFIG_KIND_OTHER,
		[CONFIG_TYPE_FLOAT] = CONFIG_KIND_OTHER,
		[CONFIG_TYPE_STRING] = CONFIG_KIND_STRING,
		[CONFIG_TYPE_BOOL] = CONFIG_KIND_BOOL,
		[CONFIG_TYPE_ARRAY] = CONFIG_KIND_LIST,
		[CONFIG_TYPE_LIST] = CONFIG_KIND_LIST,
	};
	return node.setting ? kinds[config_setting_type(setting_of(node))] : CONFIG_KIND_OTHER;
}

size_t config_node_count(ConfigNode node)
{
	ConfigKind kind = config_node_kind(node);
	if (kind != CONFIG_KIND_GROUP && kind != CONFIG_KIND_LIST)
		return 0;
	return (size_t)config_setting_length(setting_of(node));
}

ConfigNode config_node_at(ConfigNode node, size_t index)
{
	return (ConfigNode){ node.file,
		config_setting_get_elem(setting_of(node), (unsigned)index) };
}

const char *config_node_name(ConfigNode node)
{
	const char *name = config_setting_name(setting_of(node));
	return name ? name : "";
}

const char *config_node_string(ConfigNode node)
{
	return config_setting_get_string(setting_of(node));
}

int config_node_int(ConfigNode node)
{
	return config_setting_get_int(setting_of(node));
}

bool config_node_bool(ConfigNode node)
{
	return config_setting_get_bool(setting_of(node)) != 0;
}

ConfigNode config_node_key(ConfigNode group, const char *name)
{
	return (ConfigNode){ group.file, config_setting_get_member(setting_of(group), name) };
}

bool config_node_error(ConfigNode node, Err *err, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	config_error_args(node.file->path, config_node_line(node), err, fmt, args);
	va_end(args);
	return false;
}
