// SPDX-License-Identifier: MIT
#include "unit/config_tools.h"

#include "base/arena.h"
#include "config/settings.h"

static void test_defaults(void **state)
{
	(void)state;
	Settings settings = settings_default();
	assert_string_equal(settings.db, "");
	assert_int_equal(settings.utc_offset, 420);
	assert_true(settings.mouse);
	assert_string_equal(settings.composer, "auto");
	assert_string_equal(settings.tone_style, "old");
	assert_string_equal(settings.external_editor, "");
	assert_string_equal(settings.lang, "vi");
	assert_string_equal(settings.first_review, "2021-12-31");
	assert_int_equal(settings.review_cutoff_days, 15);
	assert_int_equal(settings.meeting_gap_days, 45);
	assert_int_equal(settings.due_soon_days, 14);
}

// Names unique, help present, defaults that pass their own checks.
static void test_table(void **state)
{
	(void)state;
	TempFile temp;
	temp_open(&temp, "all.conf");
	char text[2048];
	size_t n = 0;
	for (const Setting *s = settings_table; s->name; s++) {
		assert_true(*s->help);
		for (const Setting *t = settings_table; t < s; t++)
			assert_string_not_equal(t->name, s->name);
		const char *quote = s->type == CFG_LINE || s->type == CFG_DATE ? "\"" : "";
		n += (size_t)snprintf(text + n, sizeof(text) - n, "%s = %s%s%s;\n", s->name, quote,
			s->fallback, quote);
	}
	temp_write(&temp, text, n);
	Arena arena = ARENA_INIT;
	Err err = ERR_INIT;
	Settings settings = settings_default();
	const char *path = temp.path;
	if (!settings_read(&path, 1, &arena, &settings, &err))
		fail_msg("%s", err.message);
	assert_int_equal(settings.due_soon_days, settings_default().due_soon_days);
	arena_release(&arena);
	temp_close(&temp);
}

static void test_later_file_wins(void **state)
{
	(void)state;
	const char *const paths[] = {
		"tests/data/settings/system.conf",
		"tests/data/settings/missing.conf",
		"tests/data/settings/user.conf",
	};
	Arena arena = ARENA_INIT;
	Err err = ERR_INIT;
	Settings settings = settings_default();
	if (!settings_read(paths, 3, &arena, &settings, &err))
		fail_msg("%s", err.message);
	assert_int_equal(err.kind, ERR_NONE);
	assert_string_equal(settings.db, "/var/lib/dieuphoi/dieuphoi.db");
	assert_int_equal(settings.meeting_gap_days, 30);
	assert_false(settings.mouse);
	assert_string_equal(settings.composer, "vni");
	assert_string_equal(settings.tone_style, "new");
	assert_string_equal(settings.external_editor, "/usr/bin/rnano");
	assert_string_equal(settings.first_review, "2022-06-30");
	assert_int_equal(settings.utc_offset, 420);
	arena_release(&arena);
}

#define BAD "tests/data/bad/settings/"

static void test_bad(void **state)
{
	(void)state;
	static const struct {
		const char *path;
		int line;
		const char *expected, *hint;
	} files[] = {
		{ BAD "unknown.conf", 3,
			"không có khóa “meeting_gap_dys”, cần một trong: db, utc_offset",
			"meeting_gap_days" },
		{ BAD "range.conf", 1, "là 900, cần từ -720 đến 840", "phút" },
		{ BAD "type.conf", 2, "là một chuỗi, cần một số nguyên", "" },
		{ BAD "relative.conf", 3, "cần bắt đầu bằng /", "/var/lib" },
		{ BAD "composer.conf", 1, "“viqr” không phải kiểu gõ", "auto, off, telex" },
		{ BAD "tone.conf", 2, "“xưa” không phải cách đặt dấu", "hoà, thuỷ" },
		{ BAD "editor.conf", 1, "“rnano -t” không phải đường dẫn", "/usr/bin/rnano" },
		{ BAD "half-year.conf", 1, "cần 30/06 hoặc 31/12", "2021-12-31" },
		{ BAD "lang.conf", 1, "không có ngôn ngữ “fr”", "vi (tiếng Việt)" },
		{ BAD "no-day.conf", 1, "cần một ngày có thật", "" },
	};
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		Arena arena = ARENA_INIT;
		Err err = ERR_INIT;
		Settings settings = settings_default();
		if (settings_read(&files[i].path, 1, &arena, &settings, &err))
			fail_msg("accepted: %s", files[i].path);
		assert_refused(&err, files[i].path, files[i].line, files[i].expected);
		assert_non_null(strstr(err.hint, files[i].hint));
		assert_string_equal(settings.first_review, "2021-12-31");
		assert_int_equal(settings.utc_offset, 420);
		arena_release(&arena);
	}
}

static void test_not_a_file(void **state)
{
	(void)state;
	const char *path = "/tmp";
	Arena arena = ARENA_INIT;
	Err err = ERR_INIT;
	Settings settings = settings_default();
	assert_false(settings_read(&path, 1, &arena, &settings, &err));
	assert_int_equal(err.kind, ERR_IO);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_later_file_wins),
		cmocka_unit_test(test_bad),
		cmocka_unit_test(test_not_a_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
