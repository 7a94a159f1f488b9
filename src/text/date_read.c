// SPDX-License-Identifier: MIT
// What people type for a date, as a table of phrases over tokens.
#include "text/date.h"

#include "base/buf.h"
#include "base/tr.h"
#include "text/clean.h"
#include "text/fold.h"
#include "text/width.h"

#include <stdio.h>
#include <string.h>

enum { TOKENS_MAX = 12, WORD_MAX = 8, NUMBER_MAX = 99999 };
enum { YEAR_FIRST = 1000, YEAR_LAST = 9999 }; // of years that one may type

// kind: 'a' a word, '#' a number, '/' any of / - ., '+', and what words become together:
// 'W' a weekday (value 0 = Sunday), 'U' a unit of time, 'Q' a quarter.
typedef struct {
	char kind;
	char word[WORD_MAX]; // folded; longer words occur in no phrase
	int value, digits;
	bool minus;
} Token;

typedef struct {
	Token tokens[TOKENS_MAX];
	size_t count;
} Phrase;

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

// No phrase has a number that is larger.
static size_t read_number(const char *s, Token *token)
{
	size_t n = 0;
	token->kind = '#';
	for (; is_digit(s[n]); n++)
		if (token->value <= NUMBER_MAX)
			token->value = token->value * 10 + (s[n] - '0');
	token->digits = (int)(n < 9 ? n : 9);
	return token->value <= NUMBER_MAX ? n : 0;
}

static size_t read_word(const char *s, Token *token)
{
	size_t n = 0;
	token->kind = 'a';
	for (; is_letter(s[n]); n++)
		if (n < WORD_MAX - 1)
			token->word[n] = s[n];
	if (n >= WORD_MAX)
		token->word[0] = '\0';
	return n;
}

static size_t read_token(const char *s, Token *token)
{
	*token = (Token){ .kind = '\0' };
	if (is_digit(*s))
		return read_number(s, token);
	if (is_letter(*s))
		return read_word(s, token);
	token->kind = strchr("/-.", *s) ? '/' : *s == '+' ? '+' : '\0';
	token->minus = *s == '-';
	return token->kind ? 1 : 0;
}

// s is folded. False when there is something in it, or too much of it, that is in no phrase.
static bool read_tokens(const char *s, Phrase *out)
{
	for (; *s; s += *s == ' ') {
		if (*s == ' ')
			continue;
		if (out->count == TOKENS_MAX)
			return false;
		size_t used = read_token(s, &out->tokens[out->count]);
		if (!used)
			return false;
		out->count++;
		s += used;
	}
	return true;
}

static bool is_word(const Phrase *phrase, size_t at, const char *word)
{
	return at < phrase->count && phrase->tokens[at].kind == 'a' &&
	       strcmp(phrase->tokens[at].word, word) == 0;
}

// Puts one token of that kind in the place of `count` tokens.
static void merge(Phrase *phrase, size_t at, size_t count, Token token)
{
	phrase->tokens[at] = token;
	memmove(&phrase->tokens[at + 1], &phrase->tokens[at + count],
		(phrase->count - at - count) * sizeof(Token));
	phrase->count -= count - 1;
}

typedef struct {
	const char *word;
	int value;
} Name;

static bool name_find(const Name *names, const char *word, int *value)
{
	for (; names->word; names++) {
		if (strcmp(names->word, word) != 0)
			continue;
		*value = names->value;
		return true;
	}
	return false;
}

static const Name weekday_names[] = {
	{ "hai", 1 },
	{ "ba", 2 },
	{ "tu", 3 },
	{ "nam", 4 },
	{ "sau", 5 },
	{ "bay", 6 },
	{ NULL, 0 },
};

// thứ hai, thứ 2, t2, chủ nhật, cn
static void merge_weekday(Phrase *phrase, size_t at)
{
	Token day = { .kind = 'W' };
	bool named = is_word(phrase, at, "thu");
	if (is_word(phrase, at, "cn")) {
		merge(phrase, at, 1, day);
		return;
	}
	if (at + 1 >= phrase->count)
		return;
	const Token *second = &phrase->tokens[at + 1];
	bool found = is_word(phrase, at, "chu") && is_word(phrase, at + 1, "nhat");
	if (named && second->kind == 'a')
		found = name_find(weekday_names, second->word, &day.value);
	if ((named || is_word(phrase, at, "t")) && second->kind == '#') {
		found = second->value >= 2 && second->value <= 7;
		day.value = second->value - 1;
	}
	if (found)
		merge(phrase, at, 2, day);
}

static const Name quarter_names[] = {
	{ "i", 1 },
	{ "ii", 2 },
	{ "iii", 3 },
	{ "iv", 4 },
	{ NULL, 0 },
};

// quý IV, quý 4
static void merge_quarter(Phrase *phrase, size_t at)
{
	Token quarter = { .kind = 'Q' };
	if (!is_word(phrase, at, "quy") || at + 1 >= phrase->count)
		return;
	const Token *second = &phrase->tokens[at + 1];
	bool found = second->kind == 'a' && name_find(quarter_names, second->word, &quarter.value);
	if (second->kind == '#' && second->value >= 1 && second->value <= 4) {
		found = true;
		quarter.value = second->value;
	}
	if (found)
		merge(phrase, at, 2, quarter);
}

static void merge_names(Phrase *phrase)
{
	for (size_t at = 0; at < phrase->count; at++) {
		merge_weekday(phrase, at);
		merge_quarter(phrase, at);
	}
}

// A match: the numbers of the phrase in their order, and what it is to be read against.
typedef struct {
	int values[3], digits[3];
	size_t count;
	bool minus;
	Date today;
} Match;

static int year_value(const Match *match, size_t index)
{
	int year = match->values[index];
	return match->digits[index] <= 2 ? 2000 + year : year;
}

static Date month_end(int year, int month)
{
	return (Date){ year, month, date_month_days(year, month) };
}

// The last day of the month, in the year given as the second number or the first that is not past.
static Date end_of_month(const Match *match, int month)
{
	if (match->count > 1)
		return month_end(year_value(match, 1), month);
	Date end = month_end(match->today.year, month);
	return date_compare(end, match->today) < 0 ? month_end(end.year + 1, month) : end;
}

// A day without a year: the first year from today's on in which it lies not in the past. The 29th
// of February may have to wait for 8 years.
static Date read_day_month(const Match *match)
{
	Date date = { match->today.year, match->values[1], match->values[0] };
	for (int i = 0; i <= 8; i++, date.year++)
		if (date_valid(date) && date_compare(date, match->today) >= 0)
			return date;
	date.year = end_of_month(&(Match){ .today = match->today }, date.month).year;
	return date;
}

static Date read_day_month_year(const Match *match)
{
	if (match->digits[0] == 4)
		return (Date){ match->values[0], match->values[1], match->values[2] };
	return (Date){ year_value(match, 2), match->values[1], match->values[0] };
}

static Date read_today(const Match *match)
{
	return match->today;
}

static Date read_tomorrow(const Match *match)
{
	return date_add_days(match->today, 1);
}

static Date read_after_tomorrow(const Match *match)
{
	return date_add_days(match->today, 2);
}

static Date read_yesterday(const Match *match)
{
	return date_add_days(match->today, -1);
}

static int signed_count(const Match *match)
{
	return match->minus ? -match->values[0] : match->values[0];
}

// Arithmetic stops at the calendar's ends; a date from there is none that anybody meant.
static Date in_reach(Date date)
{
	if (date.year == YEAR_LAST)
		date.year++;
	return date;
}

static Date read_days(const Match *match)
{
	return in_reach(date_add_days(match->today, signed_count(match)));
}

static Date read_weeks(const Match *match)
{
	return in_reach(date_add_days(match->today, 7 * signed_count(match)));
}

static Date read_months(const Match *match)
{
	return in_reach(date_add_months(match->today, signed_count(match)));
}

static Date read_years(const Match *match)
{
	return in_reach(date_add_months(match->today, 12 * signed_count(match)));
}

static int weekday_of(Date date)
{
	return (int)(((date_days(date) + 4) % 7 + 7) % 7);
}

static Date read_weekday(const Match *match)
{
	int ahead = (match->values[0] - weekday_of(match->today) + 7) % 7;
	return date_add_days(match->today, ahead ? ahead : 7);
}

// Weeks begin on Monday, Sunday being the last day.
static Date read_weekday_this_week(const Match *match)
{
	int from = (weekday_of(match->today) + 6) % 7, to = (match->values[0] + 6) % 7;
	return date_add_days(match->today, to - from);
}

static Date read_weekday_next_week(const Match *match)
{
	return date_add_days(read_weekday_this_week(match), 7);
}

static Date read_month(const Match *match)
{
	return end_of_month(match, match->values[0]);
}

static Date read_this_month(const Match *match)
{
	return month_end(match->today.year, match->today.month);
}

static Date read_quarter(const Match *match)
{
	return end_of_month(match, 3 * match->values[0]);
}

static Date read_this_year(const Match *match)
{
	return month_end(match->today.year, 12);
}

static Date read_year(const Match *match)
{
	return month_end(year_value(match, 0), 12);
}

// Words stand for themselves; # is a number, / any of / - ., + a sign, W a weekday, Q a quarter.
typedef struct {
	const char *pattern;
	Date (*read)(const Match *match);
} Rule;

static const Rule rules[] = {
	{ "# / #", read_day_month },
	{ "# / # / #", read_day_month_year },
	{ "ngay # / #", read_day_month },
	{ "ngay # / # / #", read_day_month_year },
	{ "# thang #", read_day_month },
	{ "# thang # nam #", read_day_month_year },
	{ "ngay # thang #", read_day_month },
	{ "ngay # thang # nam #", read_day_month_year },
	{ "hom nay", read_today },
	{ "nay", read_today },
	{ "ngay mai", read_tomorrow },
	{ "mai", read_tomorrow },
	{ "ngay kia", read_after_tomorrow },
	{ "hom qua", read_yesterday },
	{ "+ # ngay", read_days },
	{ "+ # tuan", read_weeks },
	{ "+ # thang", read_months },
	{ "+ # nam", read_years },
	{ "# ngay nua", read_days },
	{ "# tuan nua", read_weeks },
	{ "# thang nua", read_months },
	{ "# nam nua", read_years },
	{ "W", read_weekday },
	{ "W toi", read_weekday },
	{ "W tuan nay", read_weekday_this_week },
	{ "W tuan toi", read_weekday_next_week },
	{ "W tuan sau", read_weekday_next_week },
	{ "thang #", read_month },
	{ "thang # / #", read_month },
	{ "thang # nam #", read_month },
	{ "cuoi thang", read_this_month },
	{ "cuoi thang #", read_month },
	{ "cuoi thang # / #", read_month },
	{ "# thang dau nam", read_month },
	{ "# thang dau nam #", read_month },
	{ "Q", read_quarter },
	{ "Q / #", read_quarter },
	{ "Q nam #", read_quarter },
	{ "cuoi Q", read_quarter },
	{ "cuoi Q / #", read_quarter },
	{ "cuoi Q nam #", read_quarter },
	{ "cuoi nam", read_this_year },
	{ "cuoi nam #", read_year },
	{ "nam #", read_year },
};

static bool token_fits(const Token *token, const char *wanted, size_t n)
{
	if (n > 1)
		return token->kind == 'a' && strncmp(token->word, wanted, n) == 0 &&
		       token->word[n] == '\0';
	if (*wanted == '+')
		return token->kind == '+' || token->minus;
	return token->kind == *wanted;
}

static void take_value(Match *match, const Token *token)
{
	match->minus = match->minus || (token->minus && match->count == 0);
	if (!strchr("#WQ", token->kind) || match->count == 3)
		return;
	match->values[match->count] = token->value;
	match->digits[match->count] = token->digits;
	match->count++;
}

static bool rule_match(const Rule *rule, const Phrase *phrase, Match *match)
{
	const char *wanted = rule->pattern;
	for (size_t i = 0; i < phrase->count; i++) {
		size_t n = strcspn(wanted, " ");
		if (!n || !token_fits(&phrase->tokens[i], wanted, n))
			return false;
		take_value(match, &phrase->tokens[i]);
		wanted += n;
		wanted += *wanted == ' ';
	}
	return phrase->count > 0 && *wanted == '\0';
}

static bool say_unreadable(Err *err, const char *typed)
{
	Buf shown = BUF_INIT;
	text_clip(&shown, typed, 40);
	err_set(err, ERR_INVALID, tr("không hiểu ngày “%s”"), shown.bytes);
	buf_release(&shown);
	return err_hint(err, "%s",
		tr("gõ như 7/10, 7/10/2021, +15 ngày, +6 tháng, thứ 2 tới, quý IV-2021"));
}

static bool say_out_of_range(Err *err, Date date)
{
	if (date.month < 1 || date.month > 12)
		err_set(err, ERR_INVALID, tr("không có tháng %d"), date.month);
	else
		err_set(err, ERR_INVALID, tr("năm %d ngoài khoảng %d–%d"), date.year, YEAR_FIRST,
			YEAR_LAST);
	return err_hint(err, "%s", tr("ngày đứng trước, rồi tháng, rồi năm: 7/10/2021"));
}

// date was understood but is on no calendar: name the one nearest to it.
static bool say_unreal(Err *err, Date date)
{
	char shown[11];
	int last = date_month_days(date.year, date.month);
	if (!last || date.year < YEAR_FIRST || date.year > YEAR_LAST)
		return say_out_of_range(err, date);
	date_show((Date){ date.year, date.month, date.day < 1 ? 1 : last }, shown);
	err_set(err, ERR_INVALID, tr("không có ngày %02d/%02d/%d; ngày gần nhất là %s"), date.day,
		date.month, date.year, shown);
	return err_hint(err, tr("gõ %s nếu đúng ý"), shown);
}

static bool read_phrase(const Phrase *phrase, Date today, Date *out)
{
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		Match match = { .today = today };
		if (!rule_match(&rules[i], phrase, &match))
			continue;
		*out = rules[i].read(&match);
		return true;
	}
	return false;
}

bool date_read(const char *typed, Date today, Date *out, Err *err)
{
	Buf cleaned = BUF_INIT, folded = BUF_INIT;
	Phrase phrase = { .count = 0 };
	Date date = { 0, 0, 0 };
	text_clean(&cleaned, typed, strlen(typed), CLEAN_LINE);
	text_fold(&folded, cleaned.bytes, cleaned.len);
	bool understood = read_tokens(folded.bytes, &phrase);
	merge_names(&phrase);
	understood = understood && read_phrase(&phrase, today, &date);
	if (!understood)
		say_unreadable(err, cleaned.bytes);
	buf_release(&cleaned);
	buf_release(&folded);
	if (!understood)
		return false;
	if (!date_valid(date) || date.year < YEAR_FIRST)
		return say_unreal(err, date);
	*out = date;
	return true;
}
