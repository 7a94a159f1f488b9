// SPDX-License-Identifier: MIT
// The settings file that is installed in /etc says what the table of settings says: each setting
// with its help, at its default, commented out.
#include "base/buf.h"
#include "config/settings.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SAMPLE "assets/etc/dieuphoi.conf"

static void read_sample(Buf *out)
{
	char piece[4096];
	size_t n;
	FILE *file = fopen(SAMPLE, "r");
	assert_non_null(file);
	while ((n = fread(piece, 1, sizeof(piece), file)) > 0)
		buf_add(out, piece, n);
	fclose(file);
}

static void add_setting(Buf *out, const Setting *setting, const char *comment)
{
	const char *quote = setting->type == CFG_LINE || setting->type == CFG_DATE ? "\"" : "";
	buf_addf(out, "\n# %s\n%s%s = %s%s%s;\n", setting->help, comment, setting->name, quote,
		setting->fallback, quote);
}

static void the_sample_shows_each_setting_at_its_default(void **state)
{
	Buf sample = BUF_INIT, wanted = BUF_INIT;
	(void)state;
	read_sample(&sample);
	for (const Setting *setting = settings_table; setting->name; setting++)
		add_setting(&wanted, setting, "#");
	const char *first = strstr(sample.bytes, "\n\n");
	assert_non_null(first);
	assert_string_equal(first + 1, wanted.bytes);
	buf_release(&sample);
	buf_release(&wanted);
}

static void what_the_sample_shows_can_be_read(void **state)
{
	Buf text = BUF_INIT;
	Arena arena = ARENA_INIT;
	Err err = ERR_INIT;
	Settings settings = settings_default(), before = settings;
	char path[] = "/tmp/dieuphoi-sample-XXXXXX";
	const char *paths[] = { path };
	int fd = mkstemp(path);
	(void)state;
	assert_true(fd >= 0);
	for (const Setting *setting = settings_table; setting->name; setting++)
		add_setting(&text, setting, "");
	assert_int_equal(write(fd, text.bytes, text.len), (ssize_t)text.len);
	close(fd);
	assert_true(settings_read(paths, 1, &arena, &settings, &err));
	assert_int_equal(settings.due_soon_days, before.due_soon_days);
	assert_string_equal(settings.first_review, before.first_review);
	unlink(path);
	buf_release(&text);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_sample_shows_each_setting_at_its_default),
		cmocka_unit_test(what_the_sample_shows_can_be_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
