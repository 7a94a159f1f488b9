// SPDX-License-Identifier: MIT
#include "config/region_file.h"

#include "base/tr.h"
#include "base/vec.h"
#include "config/node.h"

#include <string.h>

typedef struct {
	RegionDistrict district;
	bool main, partial;
} DistrictEntry;

static const ConfigKey district_keys[] = {
	{ .name = "code", .type = CFG_CODE, .offset = offsetof(DistrictEntry, district.code) },
	{ .name = "name", .type = CFG_LINE, .offset = offsetof(DistrictEntry, district.name) },
	{ .name = "kind", .type = CFG_LINE, .offset = offsetof(DistrictEntry, district.kind) },
	{ .name = "order", .type = CFG_INT, .offset = offsetof(DistrictEntry, district.order) },
	{ .name = "from",
		.type = CFG_DATE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DistrictEntry, district.from) },
	{ .name = "to",
		.type = CFG_DATE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DistrictEntry, district.to) },
	{ .name = "main",
		.type = CFG_BOOL,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DistrictEntry, main) },
	{ .name = "partial",
		.type = CFG_BOOL,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DistrictEntry, partial) },
	{ .name = "note",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DistrictEntry, district.note) },
	{ .type = CFG_END },
};

typedef struct {
	RegionFile region;
	ConfigNode districts;
} RegionEntry;

static const ConfigKey region_keys[] = {
	{ .name = "code", .type = CFG_CODE, .offset = offsetof(RegionEntry, region.code) },
	{ .name = "name", .type = CFG_LINE, .offset = offsetof(RegionEntry, region.name) },
	{ .name = "order", .type = CFG_INT, .offset = offsetof(RegionEntry, region.order) },
	{ .name = "note",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(RegionEntry, region.note) },
	{ .name = "from",
		.type = CFG_DATE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(RegionEntry, region.from) },
	{ .name = "to",
		.type = CFG_DATE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(RegionEntry, region.to) },
	{ .name = "districts", .type = CFG_GROUPS, .offset = offsetof(RegionEntry, districts) },
	{ .type = CFG_END },
};

bool region_code_check(ConfigNode group, const char *code, Err *err)
{
	static const char *const reserved[] = { "province", "regions", "districts" };
	for (size_t i = 0; i < sizeof(reserved) / sizeof(*reserved); i++) {
		if (strcmp(code, reserved[i]) == 0) {
			config_node_error(config_node_key(group, "code"), err,
				tr("mã “%s” dành riêng cho chương trình, cần mã khác"), code);
			return err_hint(err, "%s", tr("Lấy tên địa phương viết không dấu làm mã."));
		}
	}
	return true;
}

static bool check_order(ConfigNode group, int order, Err *err)
{
	if (order >= 1)
		return true;
	config_node_error(config_node_key(group, "order"), err,
		tr("thứ tự là %d, cần số từ 1 trở lên"), order);
	return err_hint(err, "%s", tr("Đánh số theo thứ tự chính thức của tỉnh."));
}

static bool check_days(ConfigNode group, const char *from, const char *to, Err *err)
{
	if (!*from || !*to || strcmp(from, to) <= 0)
		return true;
	config_node_error(config_node_key(group, "to"), err,
		tr("ngày cuối %s trước ngày đầu %s, cần từ ngày đầu trở đi"), to, from);
	return err_hint(err, "%s", tr("Sửa from hoặc to; bỏ to nếu còn hiệu lực."));
}

// Only a district that lies in a region in part can have its main region elsewhere.
static bool set_membership(ConfigNode group, DistrictEntry *entry, Err *err)
{
	if (!entry->main && !entry->partial) {
		config_node_error(config_node_key(group, "main"), err,
			tr("“%s” ghi main = false mà không ghi partial = true"),
			entry->district.code);
		return err_hint(err, "%s",
			tr("Địa phương nằm một phần trong vùng thì ghi partial = true."));
	}
	if (entry->partial)
		entry->district.membership = entry->main ? MEMBERSHIP_MAIN_PART : MEMBERSHIP_PART;
	return true;
}

static bool read_district(ConfigNode group, Arena *arena, RegionDistrict *out, Err *err)
{
	DistrictEntry entry = {
		.district = { .from = "", .to = "", .note = "", .line = config_node_line(group) },
		.main = true,
	};
	if (!config_node_read(group, district_keys, arena, &entry, err) ||
		!region_code_check(group, entry.district.code, err) ||
		!check_order(group, entry.district.order, err) ||
		!check_days(group, entry.district.from, entry.district.to, err) ||
		!set_membership(group, &entry, err))
		return false;
	*out = entry.district;
	return true;
}

static bool read_districts(ConfigNode list, Arena *arena, RegionFile *out, Err *err)
{
	size_t n = config_node_count(list);
	RegionDistrict *districts = arena_array(arena, n, sizeof(*districts));
	for (size_t i = 0; i < n; i++) {
		if (!read_district(config_node_at(list, i), arena, &districts[i], err))
			return false;
	}
	out->districts = districts;
	out->districts_n = n;
	return true;
}

static bool read_region(ConfigNode root, Arena *arena, RegionFile *out, Err *err)
{
	RegionEntry entry = { .region = { .path = out->path, .note = "", .from = "", .to = "" } };
	if (!config_node_read(root, region_keys, arena, &entry, err) ||
		!region_code_check(root, entry.region.code, err) ||
		!check_order(root, entry.region.order, err) ||
		!check_days(root, entry.region.from, entry.region.to, err) ||
		!read_districts(entry.districts, arena, &entry.region, err))
		return false;
	entry.region.line = config_node_line(config_node_key(root, "code"));
	*out = entry.region;
	return true;
}

static bool read_checked(ConfigNode root, const char *path, Arena *arena, RegionFile *out, Err *err)
{
	RegionFile region = { .path = path };
	bool ok = read_region(root, arena, &region, err) && region_codes_check(&region, err);
	if (ok)
		*out = region;
	return ok;
}

bool region_file_read(const char *path, Arena *arena, RegionFile *out, Err *err)
{
	ConfigFile *file = NULL;
	if (!config_file_open(path, &file, err))
		return false;
	bool ok = read_checked(config_file_root(file), arena_strdup(arena, path), arena, out, err);
	config_file_free(file);
	return ok;
}

// A file is a region's, or one of changes.
static bool read_either(const char *path, Arena *arena, Vec *regions, Vec *changes, Err *err)
{
	ConfigFile *file = NULL;
	RegionFile region;
	if (!config_file_open(path, &file, err))
		return false;
	ConfigNode root = config_file_root(file);
	path = arena_strdup(arena, path);
	bool ok = change_file_is(root) ? change_file_read(root, path, arena, changes, err) :
					 read_checked(root, path, arena, &region, err);
	if (ok && !change_file_is(root))
		*(RegionFile *)vec_push(regions) = region;
	config_file_free(file);
	return ok;
}

static const void *kept(const Vec *vec, size_t size, Arena *arena)
{
	void *items = arena_array(arena, vec->len, size);
	if (vec->len)
		memcpy(items, vec->items, vec->len * size);
	return items;
}

bool regions_read(const char *dir, Arena *arena, RegionSet *out, Err *err)
{
	ConfigTexts paths;
	if (!config_dir_list(dir, ".cfg", arena, &paths, err))
		return false;
	Vec regions, changes;
	vec_init(&regions, sizeof(RegionFile));
	vec_init(&changes, sizeof(RegionChange));
	bool ok = true;
	for (size_t i = 0; ok && i < paths.n; i++)
		ok = read_either(paths.items[i], arena, &regions, &changes, err);
	RegionSet set = {
		.regions = kept(&regions, sizeof(RegionFile), arena), .regions_n = regions.len,
		.changes = kept(&changes, sizeof(RegionChange), arena), .changes_n = changes.len,
	};
	vec_release(&regions);
	vec_release(&changes);
	if (!ok || !regions_check(&set, err))
		return false;
	*out = set;
	return true;
}
