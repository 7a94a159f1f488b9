// SPDX-License-Identifier: MIT
#include "config/change_file.h"

#include "base/tr.h"
#include "config/region_file.h"

#include <string.h>

// What a change's group may hold. One verb fills codes (or code, or level).
typedef struct {
	RegionChange change;
	const char *rename, *split, *close, *move;
	ConfigTexts merge, replace;
	ConfigNode into;
} Entry;

static const ConfigKey keys[] = {
	{ .name = "on", .type = CFG_DATE, .offset = offsetof(Entry, change.on) },
	{ .name = "document",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(Entry, change.document) },
	{ .name = "rename", .type = CFG_CODE, .need = CFG_OPTIONAL, .offset = offsetof(Entry, rename) },
	{ .name = "split", .type = CFG_CODE, .need = CFG_OPTIONAL, .offset = offsetof(Entry, split) },
	{ .name = "merge", .type = CFG_CODES, .need = CFG_OPTIONAL, .offset = offsetof(Entry, merge) },
	{ .name = "replace",
		.type = CFG_CODES,
		.need = CFG_OPTIONAL,
		.offset = offsetof(Entry, replace) },
	{ .name = "close", .type = CFG_CODE, .need = CFG_OPTIONAL, .offset = offsetof(Entry, close) },
	{ .name = "move", .type = CFG_CODE, .need = CFG_OPTIONAL, .offset = offsetof(Entry, move) },
	{ .name = "level",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(Entry, change.level) },
	{ .name = "name",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(Entry, change.name) },
	{ .name = "kind",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(Entry, change.kind) },
	{ .name = "short",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(Entry, change.kind) },
	{ .name = "region",
		.type = CFG_CODE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(Entry, change.region) },
	{ .name = "into", .type = CFG_GROUPS, .need = CFG_OPTIONAL, .offset = offsetof(Entry, into) },
	{ .type = CFG_END },
};

static const ConfigKey heir_keys[] = {
	{ .name = "code", .type = CFG_CODE, .offset = offsetof(ChangeHeir, code) },
	{ .name = "name",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(ChangeHeir, name) },
	{ .name = "kind",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(ChangeHeir, kind) },
	{ .name = "short",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(ChangeHeir, kind) },
	{ .name = "order",
		.type = CFG_INT,
		.need = CFG_OPTIONAL,
		.offset = offsetof(ChangeHeir, order) },
	{ .name = "region",
		.type = CFG_CODE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(ChangeHeir, region) },
	{ .type = CFG_END },
};

enum { MANY = 1000 };

// What goes with each verb: the other keys, and how many there are on both sides.
static const struct {
	const char *key;
	const char *with[4]; // beside on and document
	size_t codes_min, into_min, into_max;
	const char *expected; // where the numbers are others
} verbs[] = {
	[CHANGE_RENAME] = { "rename", { "name", "kind", "short" }, 1, 0, 0, NULL },
	[CHANGE_SPLIT] = { "split", { "into" }, 1, 2, MANY,
		N_("split chia một nơi thành hai nơi trở lên, cần into có ít nhất hai nhóm") },
	[CHANGE_MERGE] = { "merge", { "into" }, 2, 1, 1,
		N_("merge gộp hai nơi trở lên thành một, cần hai mã và into có một nhóm") },
	[CHANGE_REPLACE] = { "replace", { "into" }, 1, 1, MANY,
		N_("replace thay các nơi này bằng các nơi khác, cần into có ít nhất một nhóm") },
	[CHANGE_CLOSE] = { "close", { NULL }, 1, 0, 0, NULL },
	[CHANGE_MOVE] = { "move", { "region" }, 1, 0, 0, NULL },
	[CHANGE_LEVEL] = { "level", { NULL }, 0, 0, 0, NULL },
};

enum { VERBS = sizeof(verbs) / sizeof(*verbs) };

static bool find_verb(ConfigNode group, ChangeVerb *out, Err *err)
{
	int found = 0;
	for (int verb = 0; verb < VERBS; verb++)
		if (config_node_key(group, verbs[verb].key).setting) {
			*out = (ChangeVerb)verb;
			found++;
		}
	if (found == 1)
		return true;
	config_node_error(group, err, "%s",
		tr("cần đúng một trong: rename, split, merge, replace, close, move, level"));
	return err_hint(err, "%s", tr("Mỗi nhóm là một thay đổi; việc khác thì ghi thành nhóm khác."));
}

static bool goes_with(ChangeVerb verb, const char *key)
{
	static const char *const always[] = { "on", "document" };
	if (strcmp(key, always[0]) == 0 || strcmp(key, always[1]) == 0 ||
		strcmp(key, verbs[verb].key) == 0)
		return true;
	for (int i = 0; verbs[verb].with[i]; i++)
		if (strcmp(key, verbs[verb].with[i]) == 0)
			return true;
	return false;
}

// A key of the other list: places have a kind and lie somewhere, bodies have a short name.
static bool belongs(ChangeSubject subject, const char *key)
{
	static const struct {
		const char *key;
		ChangeSubject only;
	} own[] = {
		{ "kind", CHANGE_PLACES },
		{ "region", CHANGE_PLACES },
		{ "move", CHANGE_PLACES },
		{ "level", CHANGE_PLACES },
		{ "short", CHANGE_BODIES },
	};
	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++)
		if (strcmp(own[i].key, key) == 0)
			return own[i].only == subject;
	return true;
}

static bool check_subject(ConfigNode group, ChangeSubject subject, Err *err)
{
	static const char *const lists[] = { [CHANGE_PLACES] = "changes",
		[CHANGE_BODIES] = "body_changes" };
	for (size_t i = 0; i < config_node_count(group); i++) {
		ConfigNode node = config_node_at(group, i);
		if (belongs(subject, config_node_name(node)))
			continue;
		config_node_error(node, err, tr("khóa “%s” không có trong %s"), config_node_name(node),
			lists[subject]);
		return err_hint(err, "%s",
			tr("Địa phương có kind và region, ghi ở changes; cơ quan có short, ghi ở body_changes."));
	}
	return true;
}

static bool check_company(ConfigNode group, ChangeVerb verb, Err *err)
{
	for (size_t i = 0; i < config_node_count(group); i++) {
		ConfigNode node = config_node_at(group, i);
		if (goes_with(verb, config_node_name(node)))
			continue;
		config_node_error(node, err, tr("khóa “%s” không đi với “%s”"),
			config_node_name(node), verbs[verb].key);
		return err_hint(err, "%s", tr("Xóa khóa này, hoặc ghi thành một thay đổi khác."));
	}
	return true;
}

// The codes of whichever verb was given.
static void settle_codes(Entry *entry, Arena *arena)
{
	const char *const single[] = { [CHANGE_RENAME] = entry->rename, [CHANGE_SPLIT] = entry->split,
		[CHANGE_CLOSE] = entry->close, [CHANGE_MOVE] = entry->move, [CHANGE_LEVEL] = NULL };
	RegionChange *change = &entry->change;
	if (change->verb == CHANGE_MERGE) {
		change->codes = entry->merge;
	} else if (change->verb == CHANGE_REPLACE) {
		change->codes = entry->replace;
	} else if (single[change->verb]) {
		const char **one = arena_array(arena, 1, sizeof(*one));
		one[0] = single[change->verb];
		change->codes = (ConfigTexts){ one, 1 };
	}
}

static bool refuse_twice(ConfigNode list, size_t at, const char *code, Err *err)
{
	config_node_error(config_node_at(list, at), err, tr("into ghi “%s” hai lần, cần một lần"), code);
	return err_hint(err, "%s", tr("Bỏ bớt một chỗ."));
}

static bool read_heirs(ConfigNode list, Arena *arena, RegionChange *out, Err *err)
{
	size_t n = config_node_count(list);
	ChangeHeir *heirs = arena_array(arena, n, sizeof(*heirs));
	for (size_t i = 0; i < n; i++) {
		heirs[i] = (ChangeHeir){ .name = "", .kind = "", .region = "" };
		if (!config_node_read(config_node_at(list, i), heir_keys, arena, &heirs[i], err) ||
			!check_subject(config_node_at(list, i), out->subject, err) ||
			!region_code_check(config_node_at(list, i), heirs[i].code, err))
			return false;
		for (size_t k = 0; k < i; k++)
			if (strcmp(heirs[k].code, heirs[i].code) == 0)
				return refuse_twice(list, i, heirs[i].code, err);
	}
	out->into = heirs;
	out->into_n = n;
	return true;
}

static bool check_numbers(ConfigNode group, const RegionChange *change, Err *err)
{
	bool renames = change->verb == CHANGE_RENAME && !*change->name && !*change->kind;
	bool moves = change->verb == CHANGE_MOVE && !*change->region;
	if (renames || moves) {
		config_node_error(group, err, "%s", renames ? tr(change->subject == CHANGE_BODIES ? N_("rename cần name, short, hoặc cả hai") : N_("rename cần name, kind, hoặc cả hai")) :
							      tr("move cần region, mã của vùng mới"));
		return err_hint(err, "%s", tr("Thêm dòng còn thiếu."));
	}
	if (change->codes.n >= verbs[change->verb].codes_min &&
		change->into_n >= verbs[change->verb].into_min &&
		change->into_n <= verbs[change->verb].into_max)
		return true;
	config_node_error(group, err, "%s", tr(verbs[change->verb].expected));
	return err_hint(err, "%s", tr("Nhiều nơi thành nhiều nơi thì dùng replace."));
}

typedef struct {
	const char *path;
	ChangeSubject subject;
	Vec *out;
} ChangeList;

static bool read_change(ConfigNode group, const ChangeList *list, Arena *arena, Err *err)
{
	Entry entry = { .change = { .subject = list->subject, .document = "", .name = "", .kind = "", .region = "", .level = "",
				.path = list->path, .line = config_node_line(group) } };
	if (!config_node_read(group, keys, arena, &entry, err) ||
		!find_verb(group, &entry.change.verb, err) ||
		!check_subject(group, list->subject, err) || !check_company(group, entry.change.verb, err))
		return false;
	settle_codes(&entry, arena);
	if (!read_heirs(entry.into, arena, &entry.change, err) ||
		!check_numbers(group, &entry.change, err))
		return false;
	*(RegionChange *)vec_push(list->out) = entry.change;
	return true;
}

bool change_file_is(ConfigNode root)
{
	return config_node_key(root, "changes").setting || config_node_key(root, "body_changes").setting;
}

static bool read_list(ConfigNode node, const ChangeList *list, Arena *arena, Err *err)
{
	for (size_t i = 0; i < config_node_count(node); i++)
		if (!read_change(config_node_at(node, i), list, arena, err))
			return false;
	return true;
}

bool change_file_read(ConfigNode root, const char *path, Arena *arena, Vec *out, Err *err)
{
	typedef struct {
		ConfigNode places, bodies;
	} Root;
	static const ConfigKey root_keys[] = {
		{ .name = "changes",
			.type = CFG_GROUPS,
			.need = CFG_OPTIONAL,
			.offset = offsetof(Root, places) },
		{ .name = "body_changes",
			.type = CFG_GROUPS,
			.need = CFG_OPTIONAL,
			.offset = offsetof(Root, bodies) },
		{ .type = CFG_END },
	};
	Root entry = { 0 };
	return config_node_read(root, root_keys, arena, &entry, err) &&
	       read_list(entry.places, &(ChangeList){ path, CHANGE_PLACES, out }, arena, err) &&
	       read_list(entry.bodies, &(ChangeList){ path, CHANGE_BODIES, out }, arena, err);
}
