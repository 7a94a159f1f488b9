// SPDX-License-Identifier: MIT
#include "base/buf.h"
#include "text/compose.h"
#include "text/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void apply(Buf *line, const ComposeEdit *edit)
{
	assert_true(edit->erase <= line->len);
	buf_truncate(line, line->len - edit->erase);
	buf_add(line, edit->insert, edit->len);
	assert_true(utf8_valid(line->bytes, line->len));
}

// Types the keys one by one, < being backspace, as a field does.
static void type(Buf *line, Composer *composer, const char *keys)
{
	for (size_t at = 0, n = strlen(keys); at < n;) {
		ComposeEdit edit;
		uint32_t key;
		at += utf8_decode(keys + at, n - at, &key);
		if (key == '<') {
			size_t cut = line->len;
			while (cut > 0 && ((unsigned char)line->bytes[--cut] & 0xC0) == 0x80)
				;
			buf_truncate(line, cut);
			composer_backspace(composer);
			continue;
		}
		composer_key(composer, key, &edit);
		apply(line, &edit);
	}
}

typedef struct {
	const char *keys, *text;
} Vector;

static void check_vectors(ComposeMethod method, ToneStyle style, const Vector *vectors)
{
	for (; vectors->keys; vectors++) {
		Composer composer;
		Buf line = BUF_INIT;
		composer_init(&composer, method, style);
		type(&line, &composer, vectors->keys);
		if (strcmp(line.bytes, vectors->text) != 0)
			fail_msg("%s: %s, not %s", vectors->keys, line.bytes, vectors->text);
		buf_release(&line);
	}
}

static const Vector telex_vectors[] = {
	{ "tieengs", "tiếng" },
	{ "tiengse", "tiếng" },
	{ "vietje", "việt" },
	{ "dduowcj", "được" },
	{ "duocwdj", "được" },
	{ "nguwowif", "người" },
	{ "thuwongf", "thường" },
	{ "huow", "huơ" },
	{ "thuowr", "thuở" },
	{ "hoaf", "hòa" },
	{ "thuyr", "thủy" },
	{ "quyr", "quỷ" },
	{ "quas", "quá" },
	{ "gif", "gì" },
	{ "gias", "giá" },
	{ "giuwx", "giữ" },
	{ "hoanf", "hoàn" },
	{ "toans", "toán" },
	{ "khuyur", "khuỷu" },
	{ "xooongs", "xoóng" },
	{ "cuwar", "cửa" },
	{ "toooi", "tooi" },
	{ "ass", "as" },
	{ "aaa", "aa" },
	{ "dddd", "ddd" },
	{ "express", "express" },
	{ "windows", "windows" },
	{ "text", "text" },
	{ "HDDND", "HĐND" },
	{ "QDD-UBND", "QĐ-UBND" },
	{ "UYR BAN", "ỦY BAN" },
	{ "12-NQ/TW", "12-NQ/TW" },
	// further
	{ "thuowngf", "thường" },
	{ "thuongwf", "thường" },
	{ "duowcdj", "được" },
	{ "dod", "đo" },
	{ "DDarng booj", "Đảng bộ" },
	{ "Ddawsk Lawsk", "Đắk Lắk" },
	{ "cuar", "của" },
	{ "cuaw", "cưa" },
	{ "huuw", "hưu" },
	{ "ruowuj", "rượu" },
	{ "tasz", "ta" },
	{ "tafs", "tá" },
	{ "uww", "uw" },
	{ "uoww", "uow" },
	{ "add", "add" },
	{ "off", "of" },
	{ "is", "í" },
	{ "tiecf", "tiecf" },
	{ "nghieeng", "nghiêng" },
	{ "quoocs", "quốc" },
	{ "quow", "quơ" },
	{ "gieengs", "giếng" },
	{ "yeeu", "yêu" },
	{ "uyr", "ủy" },
	{ "PHUS QUOOCS", "PHÚ QUỐC" },
	{ "hoaf binhf", "hòa bình" },
	{ "mixed.text, as", "mixed.text, á" },
	{ "hoaf<", "hò" },
	{ "hoanf<", "hoà" },
	{ "hoanf<i", "hoài" },
	{ "tieens<<", "ti" },
	{ "tieens<<<<<ays", "áy" },
	{ "winda<<<<ays", "ways" },
	{ NULL, NULL },
};

static void telex_words(void **state)
{
	(void)state;
	check_vectors(COMPOSE_TELEX, TONE_STYLE_OLD, telex_vectors);
}

static void telex_in_the_new_style(void **state)
{
	(void)state;
	static const Vector vectors[] = {
		{ "hoaf", "hoà" },
		{ "thuyr", "thuỷ" },
		{ "khoer", "khoẻ" },
		{ "quyr", "quỷ" },
		{ "mias", "mía" },
		{ "cuar", "của" },
		{ NULL, NULL },
	};
	check_vectors(COMPOSE_TELEX, TONE_STYLE_NEW, vectors);
}

static void vni_words(void **state)
{
	(void)state;
	static const Vector vectors[] = {
		{ "tie61ng", "tiếng" },
		{ "Vie65t", "Việt" },
		{ "d9u7o7c5", "được" },
		{ "duoc975", "được" },
		{ "hoa2", "hòa" },
		{ "gi2", "gì" },
		{ "HD9ND", "HĐND" },
		{ "a66", "a6" },
		{ "so61 12", "số 12" },
		{ "12-NQ/TW", "12-NQ/TW" },
		{ "D9a81k La81k", "Đắk Lắk" },
		{ "thuo73", "thuở" },
		{ "ngu7o7i2", "người" },
		{ "nguoi72", "người" },
		{ "a10", "a" },
		{ "a11", "a1" },
		{ "QD9", "QĐ" },
		{ "windows10", "windows10" },
		{ NULL, NULL },
	};
	check_vectors(COMPOSE_VNI, TONE_STYLE_OLD, vectors);
}

// --- every syllable, in every usual order ------------------------------------------------------

typedef enum { ORDER_INLINE, ORDER_TONE_EARLY, ORDER_MARKS_LATE, ORDER_TONE_THEN_MARKS } Order;

static char mark_key(ComposeMethod method, const Letter *letter)
{
	static const char vni[] = {
		[MARK_HAT] = '6', [MARK_HORN] = '7', [MARK_BREVE] = '8', [MARK_BAR] = '9'
	};
	if (method == COMPOSE_VNI)
		return vni[letter->mark];
	return letter->mark == MARK_HORN || letter->mark == MARK_BREVE ? 'w' : (char)letter->base;
}

static void add_tone(Buf *keys, ComposeMethod method, Tone tone)
{
	static const char *const tone_keys[] = {
		[COMPOSE_TELEX] = "zsfrxj", [COMPOSE_VNI] = "012345"
	};
	if (tone)
		buf_addch(keys, tone_keys[method][tone]);
}

static void add_late_marks(Buf *keys, ComposeMethod method, const Letter *letters, size_t count)
{
	bool hooked = false;
	for (size_t i = 0; i < count; i++) {
		bool horn = letters[i].mark == MARK_HORN;
		if (letters[i].mark && !(horn && hooked))
			buf_addch(keys, mark_key(method, &letters[i]));
		hooked = hooked || horn;
	}
}

static bool is_plain_oo(const Letter *letters, size_t i)
{
	return i > 0 && letters[i].base == 'o' && letters[i - 1].base == 'o';
}

static void make_keys(
	Buf *keys, ComposeMethod method, Order order, const Letter *letters, size_t count)
{
	Tone tone = TONE_NONE;
	bool late = order == ORDER_MARKS_LATE || order == ORDER_TONE_THEN_MARKS;
	for (size_t i = 0; i < count; i++) {
		buf_addch(keys, (char)letters[i].base);
		if (letters[i].mark && !late)
			buf_addch(keys, mark_key(method, &letters[i]));
		if (is_plain_oo(letters, i) && method == COMPOSE_TELEX)
			buf_addch(keys, 'o');
		tone = letters[i].tone ? letters[i].tone : tone;
		if (order == ORDER_TONE_EARLY)
			add_tone(keys, method, letters[i].tone);
	}
	if (order == ORDER_MARKS_LATE)
		add_late_marks(keys, method, letters, count);
	if (order != ORDER_TONE_EARLY)
		add_tone(keys, method, tone);
	if (order == ORDER_TONE_THEN_MARKS)
		add_late_marks(keys, method, letters, count);
}

static void check_typing(const Letter *letters, size_t count, ComposeMethod method, ToneStyle style)
{
	char wanted[64];
	size_t n = 0;
	for (size_t i = 0; i < count; i++)
		n += letter_write(letters[i], wanted + n);
	wanted[n] = '\0';
	for (Order order = ORDER_INLINE; order <= ORDER_TONE_THEN_MARKS; order++) {
		Composer composer;
		Buf keys = BUF_INIT, line = BUF_INIT;
		make_keys(&keys, method, order, letters, count);
		composer_init(&composer, method, style);
		type(&line, &composer, keys.bytes);
		if (strcmp(line.bytes, wanted) != 0)
			fail_msg("%s gives %s, not %s", keys.bytes, line.bytes, wanted);
		buf_release(&keys);
		buf_release(&line);
	}
}

static void check_all(ComposeMethod method)
{
	size_t checked = 0;
	for (size_t i = 0; syllable_onset(i); i++)
		for (size_t k = 0; syllable_rime(k); k++)
			for (Tone tone = TONE_NONE; tone <= TONE_NANG; tone++) {
				Letter letters[SYLLABLE_MAX_LETTERS];
				ToneStyle style = (i + k) % 2 ? TONE_STYLE_NEW : TONE_STYLE_OLD;
				Syllable made = { syllable_onset(i), syllable_rime(k), tone },
					 found;
				size_t count = syllable_letters(&made, style, letters);
				// g + ia is no other than gi + a
				if (!syllable_of_letters(letters, count, &found) ||
					found.onset != made.onset)
					continue;
				check_typing(letters, count, method, style);
				checked++;
			}
	assert_true(checked > 12000);
}

static void every_syllable_can_be_typed_in_telex(void **state)
{
	(void)state;
	check_all(COMPOSE_TELEX);
}

static void every_syllable_can_be_typed_in_vni(void **state)
{
	(void)state;
	check_all(COMPOSE_VNI);
}

static void accented_bytes_turn_it_off(void **state)
{
	(void)state;
	Composer composer;
	Buf line = BUF_INIT;
	composer_init(&composer, COMPOSE_TELEX, TONE_STYLE_OLD);
	type(&line, &composer, "as ệ as");
	assert_string_equal(line.bytes, "á ệ as");
	composer_end(&composer);
	assert_true(composer.off);
	buf_release(&line);
}

static void a_moved_cursor_begins_a_word(void **state)
{
	(void)state;
	Composer composer;
	Buf line = BUF_INIT;
	composer_init(&composer, COMPOSE_TELEX, TONE_STYLE_OLD);
	type(&line, &composer, "ta");
	composer_end(&composer);
	type(&line, &composer, "s");
	assert_string_equal(line.bytes, "tas");
	composer_backspace(&composer);
	composer_backspace(&composer); // there is nothing of a word left
	buf_release(&line);
}

static void any_keys_keep_the_field_in_step(void **state)
{
	(void)state;
	static const char likely[] = "aaeeoouuyyiidwwsfrxjzthngcq0123456789 -<AD";
	srand(8);
	for (int round = 0; round < 3000; round++) {
		Composer composer;
		Buf line = BUF_INIT;
		char keys[40] = "";
		for (size_t i = 0; i + 1 < sizeof keys; i++)
			keys[i] = likely[(size_t)rand() % (sizeof likely - 1)];
		composer_init(&composer, round % 2 ? COMPOSE_VNI : COMPOSE_TELEX, TONE_STYLE_OLD);
		type(&line, &composer, keys);
		assert_true(composer.shown_len <= line.len);
		assert_memory_equal(composer.shown, line.bytes + line.len - composer.shown_len,
			composer.shown_len);
		buf_release(&line);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(telex_words),
		cmocka_unit_test(telex_in_the_new_style),
		cmocka_unit_test(vni_words),
		cmocka_unit_test(every_syllable_can_be_typed_in_telex),
		cmocka_unit_test(every_syllable_can_be_typed_in_vni),
		cmocka_unit_test(accented_bytes_turn_it_off),
		cmocka_unit_test(a_moved_cursor_begins_a_word),
		cmocka_unit_test(any_keys_keep_the_field_in_step),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
