// SPDX-License-Identifier: MIT
// What holds between region files. A place that is named twice is told with both its lines.
#include "config/region_file.h"

#include "base/tr.h"
#include "config/file.h"

#include <string.h>

typedef struct {
	const RegionFile *region;
	const RegionDistrict *district;
} Place;

static bool refuse_code(const RegionFile *region, int line, const char *code,
	const RegionFile *other, int other_line, Err *err)
{
	config_error_at(region->path, line, err, tr("mã “%s” đã dùng ở %s:%d, cần mã khác"), code,
		other->path, other_line);
	return err_hint(
		err, "%s", tr("Vùng và địa phương dùng chung một bộ mã, mỗi mã chỉ một nơi."));
}

static const RegionDistrict *find_district(const RegionFile *region, const char *code)
{
	for (size_t i = 0; i < region->districts_n; i++) {
		if (strcmp(region->districts[i].code, code) == 0)
			return &region->districts[i];
	}
	return NULL;
}

static bool check_region_code(const RegionFile *region, const RegionFile *other, Err *err)
{
	const RegionDistrict *district = find_district(other, region->code);
	if (district)
		return refuse_code(other, district->line, region->code, region, region->line, err);
	if (other != region && strcmp(other->code, region->code) == 0)
		return refuse_code(other, other->line, region->code, region, region->line, err);
	return true;
}

bool region_codes_check(const RegionFile *region, Err *err)
{
	for (size_t i = 0; i < region->districts_n; i++) {
		const RegionDistrict *district = &region->districts[i];
		const RegionDistrict *first = find_district(region, district->code);
		if (first && first != district)
			return refuse_code(
				region, district->line, district->code, region, first->line, err);
	}
	return check_region_code(region, region, err);
}

static const char *membership_problem(Place first, Place second)
{
	if (first.district->membership == MEMBERSHIP_WHOLE ||
		second.district->membership == MEMBERSHIP_WHOLE)
		return N_("“%s” đã thuộc vùng ở %s:%d; thuộc hai vùng thì cả hai nơi cần partial = "
			  "true");
	if (first.district->membership == MEMBERSHIP_MAIN_PART &&
		second.district->membership == MEMBERSHIP_MAIN_PART)
		return N_("“%s” đã có vùng chính ở %s:%d; một nơi cần main = false");
	return NULL;
}

static bool described_alike(const RegionDistrict *a, const RegionDistrict *b)
{
	return strcmp(a->name, b->name) == 0 && strcmp(a->kind, b->kind) == 0 &&
	       a->order == b->order && strcmp(a->from, b->from) == 0 && strcmp(a->to, b->to) == 0;
}

static bool check_pair(Place first, Place second, Err *err)
{
	const char *problem = membership_problem(first, second);
	if (!problem && !described_alike(first.district, second.district))
		problem = N_("“%s” khác ở %s:%d; tên, loại, thứ tự, from, to cần giống nhau");
	if (!problem)
		return true;
	config_error_at(second.region->path, second.district->line, err, tr(problem),
		second.district->code, first.region->path, first.district->line);
	return err_hint(err, "%s", tr("Sửa cho hai tệp khớp nhau."));
}

// Compares the district with the same one in the regions before its own, and finds its main region.
static bool check_district(
	const RegionSet *set, size_t region_at, const RegionDistrict *district, Err *err)
{
	bool has_main = false;
	for (size_t i = 0; i < set->regions_n; i++) {
		const RegionFile *other = &set->regions[i];
		const RegionDistrict *same = find_district(other, district->code);
		if (!same)
			continue;
		has_main = has_main || same->membership != MEMBERSHIP_PART;
		if (i < region_at && !check_pair((Place){ other, same },
					     (Place){ &set->regions[region_at], district }, err))
			return false;
	}
	if (has_main)
		return true;
	config_error_at(set->regions[region_at].path, district->line, err,
		tr("“%s” chưa có vùng chính, cần một vùng ghi main = true"), district->code);
	return err_hint(err, "%s", tr("Số liệu của địa phương chỉ tính ở vùng chính."));
}

static bool check_region(const RegionSet *set, size_t at, Err *err)
{
	const RegionFile *region = &set->regions[at];
	for (size_t i = 0; i < set->regions_n; i++) {
		if (!check_region_code(region, &set->regions[i], err))
			return false;
	}
	for (size_t i = 0; i < region->districts_n; i++) {
		if (!check_district(set, at, &region->districts[i], err))
			return false;
	}
	return true;
}

bool regions_check(const RegionSet *set, Err *err)
{
	for (size_t i = 0; i < set->regions_n; i++) {
		if (!region_codes_check(&set->regions[i], err))
			return false;
	}
	for (size_t i = 0; i < set->regions_n; i++) {
		if (!check_region(set, i, err))
			return false;
	}
	return true;
}
