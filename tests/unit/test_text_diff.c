// SPDX-License-Identifier: MIT
// What changed of a text, in words.
#include "text/diff.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void check(const char *before, const char *after, const char *wanted)
{
	Buf out = BUF_INIT;
	diff_words(before, after, &out);
	assert_string_equal(out.bytes, wanted);
	buf_release(&out);
}

static void test_words(void **state)
{
	(void)state;
	check("Hạn là ngày 30/11 nhé.", "Hạn là ngày 15/12 nhé.", "Hạn là ngày [30/11 → 15/12] nhé.");
	check("Thống nhất đầu tư cảng", "Thống nhất chủ trương đầu tư cảng",
		"Thống nhất [+ chủ trương] đầu tư cảng");
	check("Rất cần đầu tư cảng", "Cần đầu tư cảng", "[Rất cần → Cần] đầu tư cảng");
	check("đầu tư cảng Bãi Vòng", "đầu tư cảng", "đầu tư cảng [- Bãi Vòng]");
}

static void test_only_lines_that_differ(void **state)
{
	(void)state;
	check("một\nhai con gà\nba", "một\nhai con vịt\nba", "hai con [gà → vịt]");
	check("một\nba", "một\nhai\nba", "+ hai");
	check("một\nhai\nba", "một\nba", "- hai");
	check("", "một\nhai", "+ một\n+ hai");
	check("một", "", "- một");
	check("như nhau", "như nhau", "");
	check("", "", "");
}

static void test_hardly_alike(void **state)
{
	(void)state;
	check("một hai ba", "bốn năm ba sáu", "- một hai ba\n+ bốn năm ba sáu");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_only_lines_that_differ),
		cmocka_unit_test(test_hardly_alike),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
