// SPDX-License-Identifier: MIT
// The shipped regions, exactly; and what is refused, with file, line and what was expected.
#include "unit/config_tools.h"

#include "base/arena.h"
#include "config/region_file.h"

typedef struct {
	const char *code, *name, *kind;
	MembershipKind membership;
} ExpectedDistrict;

typedef struct {
	const char *code, *name, *path;
	int order;
	ExpectedDistrict districts[8];
} ExpectedRegion;

#define CITY "thành phố"
#define RURAL "huyện"

// In the order of the files' names.
static const ExpectedRegion shipped[] = {
	{ "hd", "Hải đảo", "regions/hd.cfg", 4,
		{ { "phu-quoc", "Phú Quốc", CITY, MEMBERSHIP_WHOLE },
			{ "kien-hai", "Kiên Hải", RURAL, MEMBERSHIP_WHOLE } } },
	{ "tglx", "Tứ giác Long Xuyên", "regions/tglx.cfg", 1,
		{ { "rach-gia", "Rạch Giá", CITY, MEMBERSHIP_WHOLE },
			{ "ha-tien", "Hà Tiên", CITY, MEMBERSHIP_WHOLE },
			{ "kien-luong", "Kiên Lương", RURAL, MEMBERSHIP_WHOLE },
			{ "hon-dat", "Hòn Đất", RURAL, MEMBERSHIP_WHOLE },
			{ "giang-thanh", "Giang Thành", RURAL, MEMBERSHIP_WHOLE },
			{ "tan-hiep", "Tân Hiệp", RURAL, MEMBERSHIP_PART },
			{ "chau-thanh", "Châu Thành", RURAL, MEMBERSHIP_PART } } },
	{ "tsh", "Tây Sông Hậu", "regions/tsh.cfg", 2,
		{ { "tan-hiep", "Tân Hiệp", RURAL, MEMBERSHIP_MAIN_PART },
			{ "chau-thanh", "Châu Thành", RURAL, MEMBERSHIP_MAIN_PART },
			{ "giong-rieng", "Giồng Riềng", RURAL, MEMBERSHIP_WHOLE },
			{ "go-quao", "Gò Quao", RURAL, MEMBERSHIP_WHOLE } } },
	{ "umt", "U Minh Thượng", "regions/umt.cfg", 3,
		{ { "an-bien", "An Biên", RURAL, MEMBERSHIP_WHOLE },
			{ "an-minh", "An Minh", RURAL, MEMBERSHIP_WHOLE },
			{ "vinh-thuan", "Vĩnh Thuận", RURAL, MEMBERSHIP_WHOLE },
			{ "u-minh-thuong", "U Minh Thượng", RURAL, MEMBERSHIP_WHOLE } } },
};

static void assert_district(const RegionDistrict *is, const ExpectedDistrict *wanted)
{
	assert_string_equal(is->code, wanted->code);
	assert_string_equal(is->name, wanted->name);
	assert_string_equal(is->kind, wanted->kind);
	assert_int_equal(is->membership, wanted->membership);
	assert_string_equal(is->from, "2021-01-01");
	assert_string_equal(is->to, "");
	assert_int_equal(*is->note != '\0', wanted->membership != MEMBERSHIP_WHOLE);
	assert_true(is->line > 1);
}

static void assert_region(const RegionFile *is, const ExpectedRegion *wanted)
{
	assert_string_equal(is->code, wanted->code);
	assert_string_equal(is->name, wanted->name);
	assert_string_equal(is->path, wanted->path);
	assert_int_equal(is->order, wanted->order);
	size_t n = 0;
	for (; wanted->districts[n].code; n++) {
		assert_true(n < is->districts_n);
		assert_district(&is->districts[n], &wanted->districts[n]);
	}
	assert_int_equal(is->districts_n, n);
}

static void test_shipped(void **state)
{
	(void)state;
	Arena arena = ARENA_INIT;
	RegionSet set;
	Err err = ERR_INIT;
	if (!regions_read("regions", &arena, &set, &err))
		fail_msg("%s", err.message);
	assert_int_equal(set.regions_n, 4);
	for (size_t i = 0; i < set.regions_n; i++)
		assert_region(&set.regions[i], &shipped[i]);
	arena_release(&arena);
}

// The official order is one for the whole province: 1 to 15, each once.
static void test_shipped_order(void **state)
{
	(void)state;
	Arena arena = ARENA_INIT;
	RegionSet set;
	Err err = ERR_INIT;
	unsigned seen = 0;
	assert_true(regions_read("regions", &arena, &set, &err));
	for (size_t i = 0; i < set.regions_n; i++) {
		for (size_t j = 0; j < set.regions[i].districts_n; j++) {
			const RegionDistrict *district = &set.regions[i].districts[j];
			if (district->membership == MEMBERSHIP_PART)
				continue;
			assert_in_range(district->order, 1, 15);
			assert_false(seen & (1u << district->order));
			seen |= 1u << district->order;
		}
	}
	assert_int_equal(seen, 0xFFFE);
	arena_release(&arena);
}

#define BAD "tests/data/bad/regions/"

static void test_bad_file(void **state)
{
	(void)state;
	static const struct {
		const char *path;
		int line;
		const char *expected;
	} files[] = {
		{ BAD "duplicate.cfg", 7, "mã “x” đã dùng ở " BAD "duplicate.cfg:5" },
		{ BAD "own-code.cfg", 6, "mã “va” đã dùng ở " BAD "own-code.cfg:1" },
		{ BAD "reserved.cfg", 1, "mã “province” dành riêng" },
		{ BAD "unknown-key.cfg", 6,
			"không có khóa “partal”, cần một trong: code, name, kind" },
		{ BAD "empty-name.cfg", 2, "khóa “name” để trống" },
		{ BAD "dates.cfg", 7, "ngày cuối 2025-06-30 trước ngày đầu 2025-07-01" },
		{ BAD "no-date.cfg", 4, "khóa “from” là “2021-02-30”, cần một ngày có thật" },
		{ BAD "not-main.cfg", 5, "main = false mà không ghi partial = true" },
		{ BAD "order.cfg", 5, "thứ tự là 0, cần số từ 1" },
		{ BAD "no-kind.cfg", 5, "thiếu khóa “kind”" },
		{ BAD "districts-type.cfg", 4, "khóa “districts” là một chuỗi, cần danh sách" },
		{ BAD "no-districts.cfg", 4, "khóa “districts” để trống" },
		{ BAD "code.cfg", 1, "mã “Gò Quao”, cần 1–40 chữ thường" },
	};
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		Arena arena = ARENA_INIT;
		RegionFile region = { .code = "như cũ" };
		Err err = ERR_INIT;
		if (region_file_read(files[i].path, &arena, &region, &err))
			fail_msg("accepted: %s", files[i].path);
		assert_refused(&err, files[i].path, files[i].line, files[i].expected);
		assert_string_equal(region.code, "như cũ");
		arena_release(&arena);
	}
}

static void test_bad_set(void **state)
{
	(void)state;
	static const struct {
		const char *dir, *path;
		int line;
		const char *expected;
	} sets[] = {
		{ BAD "two-regions", BAD "two-regions/b.cfg", 6,
			"two-regions/a.cfg:6; thuộc hai vùng" },
		{ BAD "half-partial", BAD "half-partial/b.cfg", 5, "cần partial = true" },
		{ BAD "half-partial-first", BAD "half-partial-first/b.cfg", 5,
			"cần partial = true" },
		{ BAD "differ-order", BAD "differ-order/b.cfg", 5,
			"thứ tự, from, to cần giống nhau" },
		{ BAD "two-mains", BAD "two-mains/b.cfg", 5, "đã có vùng chính ở" },
		{ BAD "no-main", BAD "no-main/a.cfg", 6, "chưa có vùng chính" },
		{ BAD "differ", BAD "differ/b.cfg", 5, "khác ở " BAD "differ/a.cfg:5" },
		{ BAD "same-region", BAD "same-region/b.cfg", 1, "same-region/a.cfg:1" },
		{ BAD "region-as-district", BAD "region-as-district/b.cfg", 6,
			"region-as-district/a.cfg:1" },
	};
	for (size_t i = 0; i < sizeof(sets) / sizeof(*sets); i++) {
		Arena arena = ARENA_INIT;
		RegionSet set = { .regions_n = 7 };
		Err err = ERR_INIT;
		if (regions_read(sets[i].dir, &arena, &set, &err))
			fail_msg("accepted: %s", sets[i].dir);
		assert_refused(&err, sets[i].path, sets[i].line, sets[i].expected);
		assert_int_equal(set.regions_n, 7);
		arena_release(&arena);
	}
}

static void test_no_files(void **state)
{
	(void)state;
	Arena arena = ARENA_INIT;
	RegionSet set;
	Err err = ERR_INIT;
	assert_false(regions_read(BAD "empty", &arena, &set, &err));
	assert_int_equal(err.kind, ERR_DATA);
	assert_non_null(strstr(err.message, "*.cfg"));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shipped),
		cmocka_unit_test(test_shipped_order),
		cmocka_unit_test(test_bad_file),
		cmocka_unit_test(test_bad_set),
		cmocka_unit_test(test_no_files),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
