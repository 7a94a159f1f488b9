// SPDX-License-Identifier: MIT
// The language of what is said, and the table of English.
#include "base/tr.h"

#include "base/tr_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static int back_to_vietnamese(void **state)
{
	(void)state;
	tr_set_language(TR_VIETNAMESE);
	return 0;
}

static void vietnamese_is_the_source(void **state)
{
	(void)state;
	assert_string_equal(tr("Thoát"), "Thoát");
	tr_set_language(TR_ENGLISH);
	assert_string_equal(tr("Thoát"), "Quit");
	tr_set_language(TR_VIETNAMESE);
	assert_string_equal(tr("Thoát"), "Thoát");
}

static void what_has_no_english_stays(void **state)
{
	(void)state;
	tr_set_language(TR_ENGLISH);
	assert_string_equal(tr("Trần Văn Mẫu"), "Trần Văn Mẫu");
	assert_string_equal(tr(""), "");
	assert_string_equal(tr("Quit"), "Quit");
}

static void every_pair_is_found(void **state)
{
	(void)state;
	tr_set_language(TR_ENGLISH);
	assert_true(tr_english_n > 1000);
	for (size_t i = 0; i < tr_english_n; i++) {
		const TrPair *pair = &tr_english[i];
		if (i > 0 && strcmp(pair[-1].vietnamese, pair->vietnamese) >= 0)
			fail_msg("“%s” is out of order", pair->vietnamese);
		assert_ptr_equal(tr(pair->vietnamese), pair->english);
	}
}

static void words_of_papers_are_the_same(void **state)
{
	(void)state;
	tr_set_language(TR_ENGLISH);
	assert_string_equal(VN_("Kết quả theo từng địa phương"), "Kết quả theo từng địa phương");
}

static void languages_have_names(void **state)
{
	(void)state;
	TrLanguage language = TR_VIETNAMESE;
	Err err = ERR_INIT;
	assert_true(tr_language_named("en", &language, &err));
	assert_int_equal(language, TR_ENGLISH);
	assert_true(tr_language_named("vi", &language, &err));
	assert_int_equal(language, TR_VIETNAMESE);
	static const char *const none[] = { "", "fr", "EN", "english" };
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++) {
		err_clear(&err);
		assert_false(tr_language_named(none[i], &language, &err));
		assert_int_equal(err.kind, ERR_INVALID);
		assert_non_null(strstr(err.hint, "en"));
	}
	assert_int_equal(language, TR_VIETNAMESE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(vietnamese_is_the_source, back_to_vietnamese),
		cmocka_unit_test_teardown(what_has_no_english_stays, back_to_vietnamese),
		cmocka_unit_test_teardown(every_pair_is_found, back_to_vietnamese),
		cmocka_unit_test_teardown(words_of_papers_are_the_same, back_to_vietnamese),
		cmocka_unit_test_teardown(languages_have_names, back_to_vietnamese),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
