// SPDX-License-Identifier: MIT
#include "text/legacy.h"
#include "text/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char tcvn_taken_for_latin[] =
	"Uy ban nh©n d©n tØnh Kiªn Giang, ngµy 07 th¸ng 10 n¨m 2021, vÒ viÖc "
	"thùc hiÖn ChØ thÞ 12-NQ/TW; ®· ®\xC2\xAD"
	"îc giao nhiÖm vô quý IV, kü thuËt, "
	"mü thuËt, sÏ ®Èy m¹nh tuyªn truyÒn ë c¬ së";
static const char vni_taken_for_latin[] =
	"Uy ban nhaân daân tænh Kieân Giang, ngaøy 07 thaùng 10 naêm 2021, veà "
	"vieäc thöïc hieän Chæ thò 12-NQ/TW; ñaõ ñöôïc giao nhieäm vuï quyù "
	"IV, kyõ thuaät, myõ thuaät, seõ ñaåy maïnh tuyeân truyeàn ôû cô sôû";
static const char meant[] = "Uy ban nhân dân tỉnh Kiên Giang, ngày 07 tháng 10 năm 2021, về việc "
			    "thực hiện Chỉ thị 12-NQ/TW; đã được giao nhiệm vụ quý IV, kỹ thuật, "
			    "mỹ thuật, sẽ đẩy mạnh tuyên truyền ở cơ sở";

// The mojibake as the bytes it once was.
static size_t to_bytes(const char *s, char *out)
{
	size_t n = strlen(s), count = 0;
	for (size_t at = 0; at < n; count++) {
		uint32_t cp;
		at += utf8_decode(s + at, n - at, &cp);
		out[count] = (char)cp;
	}
	return count;
}

static void check_decoded(const char *s, size_t n, LegacyEncoding encoding, const char *wanted)
{
	Buf out = BUF_INIT;
	assert_int_equal(legacy_detect(s, n), encoding);
	legacy_decode(&out, s, n, encoding);
	assert_string_equal(out.bytes, wanted);
	buf_release(&out);
}

static void texts_are_told_apart_and_decoded(void **state)
{
	(void)state;
	static const struct {
		const char *mojibake;
		LegacyEncoding encoding;
		const char *wanted;
	} rows[] = {
		{ tcvn_taken_for_latin, LEGACY_TCVN3, meant },
		{ vni_taken_for_latin, LEGACY_VNI, meant },
		{ "TiÕng ViÖt", LEGACY_TCVN3, "Tiếng Việt" },
		{ "Tieáng Vieät", LEGACY_VNI, "Tiếng Việt" },
		{ "ÑAÛNG BOÄ KIEÂN GIANG", LEGACY_VNI, "ĐẢNG BỘ KIÊN GIANG" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char bytes[1024];
		size_t n = to_bytes(rows[i].mojibake, bytes);
		check_decoded(rows[i].mojibake, strlen(rows[i].mojibake), rows[i].encoding,
			rows[i].wanted);
		check_decoded(bytes, n, rows[i].encoding, rows[i].wanted);
	}
}

static void what_is_well_is_left_alone(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "plain ASCII, 12-NQ/TW", meant, "ViÖt",
		"“Đảng bộ” – Kiên Giang…", "Tie\xCC\x82\xCC\x81ng Vie\xCC\xA3\xCC\x82t",
		"café crème à la carte, où est-il né", "Größe über Straße schön",
		"日本語 한국어 日本", "đ đ đ đ" };
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		LegacyEncoding found = legacy_detect(texts[i], strlen(texts[i]));
		if (found != LEGACY_NONE)
			fail_msg("%s: %s", texts[i], legacy_name(found));
	}
}

static void any_bytes_decode_to_valid_text(void **state)
{
	(void)state;
	srand(9);
	for (int round = 0; round < 5000; round++) {
		char s[64];
		size_t n = (size_t)rand() % sizeof s;
		for (size_t i = 0; i < n; i++)
			s[i] = (char)rand();
		legacy_detect(s, n);
		for (LegacyEncoding e = LEGACY_NONE; e <= LEGACY_VNI; e++) {
			Buf out = BUF_INIT;
			legacy_decode(&out, s, n, e);
			assert_true(utf8_valid(out.bytes, out.len));
			buf_release(&out);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_told_apart_and_decoded),
		cmocka_unit_test(what_is_well_is_left_alone),
		cmocka_unit_test(any_bytes_decode_to_valid_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
