// SPDX-License-Identifier: MIT
#include "cli/options.h"

#include "base/buf.h"
#include "base/tr.h"
#include "config/suggest.h"
#include "text/clean.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
	OptionSet *sets;
	size_t sets_n;
	int argc;
	char *const *argv;
	int at; // the next word to read
	Arena *arena;
} Reader;

static void *field_of(const OptionSet *set, const Option *option)
{
	return (char *)set->into + option->offset;
}

static bool holds_text(OptionType type)
{
	return type != OPTION_FLAG && type != OPTION_INT;
}

OptionSet option_set(const Option *options, void *into)
{
	OptionSet set = { .options = options, .into = into };
	for (const Option *option = options; option->name; option++)
		if (holds_text(option->type))
			*(const char **)field_of(&set, option) = "";
	return set;
}

// "--percent", or an argument's plain name.
static const char *shown(const Option *option, const char *dashes, Arena *arena)
{
	return arena_printf(arena, "%s%s", dashes, option->name);
}

static bool read_int(
	const Option *option, const char *label, const char *typed, OptionInt *out, Err *err)
{
	char *end;
	errno = 0;
	long value = strtol(typed, &end, 10);
	if (end == typed || *end || errno || value < option->min || value > option->max) {
		err_set(err, ERR_INVALID, tr("%s: “%s” không phải số nguyên từ %d đến %d."), label,
			typed, option->min, option->max);
		return err_field(err, option->name);
	}
	*out = (OptionInt){ .given = true, .value = (int)value };
	return true;
}

static bool check_word(const Option *option, const char *label, const char *typed, Err *err)
{
	Buf all = BUF_INIT;
	for (const char *const *word = option->words; *word; word++) {
		if (strcmp(*word, typed) == 0) {
			buf_release(&all);
			return true;
		}
		buf_addf(&all, "%s%s", all.len ? ", " : "", *word);
	}
	err_set(err, ERR_INVALID, tr("%s: “%s” không dùng được."), label, typed);
	err_field(err, option->name);
	err_hint(err, tr("Dùng một trong: %s."), all.bytes);
	buf_release(&all);
	return false;
}

static bool read_text(const Option *option, const char *label, const char *typed, Arena *arena,
	const char **out, Err *err)
{
	*out = option->type == OPTION_PATH
		       ? arena_strdup(arena, typed)
		       : text_clean_arena(arena, typed,
				 option->type == OPTION_TEXT ? CLEAN_TEXT : CLEAN_LINE);
	if (!**out && option->type != OPTION_TEXT) {
		err_set(err, ERR_INVALID, tr("%s: giá trị để trống."), label);
		return err_field(err, option->name);
	}
	return option->type != OPTION_WORD || check_word(option, label, *out, err);
}

static bool read_value(OptionSet *set, const Option *option, const char *label, const char *typed,
	Arena *arena, Err *err)
{
	void *field = field_of(set, option);
	uint64_t bit = UINT64_C(1) << (option - set->options);
	if (set->seen & bit) {
		err_set(err, ERR_INVALID, tr("%s: ghi hai lần."), label);
		return err_field(err, option->name);
	}
	set->seen |= bit;
	if (option->type == OPTION_INT)
		return read_int(option, label, typed, field, err);
	if (holds_text(option->type))
		return read_text(option, label, typed, arena, field, err);
	*(bool *)field = true;
	return true;
}

static const Option *find(const OptionSet *set, const char *name, size_t n)
{
	for (const Option *option = set->options; option->name; option++)
		if (strlen(option->name) == n && memcmp(option->name, name, n) == 0)
			return option;
	return NULL;
}

static bool unknown(const Reader *reader, const char *word, size_t dashes, size_t n, Err *err)
{
	const char *typed = arena_strndup(reader->arena, word + dashes, n);
	Suggest suggest = suggest_begin(typed);
	for (size_t i = 0; i < reader->sets_n; i++)
		for (const Option *option = reader->sets[i].options; option->name; option++)
			suggest_offer(&suggest, option->name);
	err_set(err, ERR_INVALID, tr("Không có tùy chọn “%s”."),
		text_clean_arena(reader->arena, word, CLEAN_LINE));
	if (suggest.best)
		err_hint(
			err, tr("Có phải là --%s? Thêm --help để xem các tùy chọn."), suggest.best);
	else
		err_hint(err, "%s", tr("Thêm --help để xem các tùy chọn."));
	return false;
}

// The option at reader->at, with its value from the same word or the next one.
static bool read_given(
	Reader *reader, OptionSet *set, const Option *option, const char *equals, Err *err)
{
	const char *label = shown(option, "--", reader->arena);
	const char *typed = equals ? equals + 1 : NULL;
	if (option->type == OPTION_FLAG && equals) {
		err_set(err, ERR_INVALID, tr("%s: không nhận giá trị."), label);
		return err_field(err, option->name);
	}
	if (option->type != OPTION_FLAG && !equals) {
		if (reader->at + 1 >= reader->argc) {
			err_set(err, ERR_INVALID, tr("%s: thiếu giá trị %s."), label,
				tr(option->value));
			return err_field(err, option->name);
		}
		typed = reader->argv[++reader->at];
	}
	reader->at++;
	return read_value(set, option, label, typed, reader->arena, err);
}

static bool read_option(Reader *reader, Err *err)
{
	const char *word = reader->argv[reader->at];
	size_t dashes = word[1] == '-' ? 2 : 1;
	const char *equals = strchr(word, '=');
	size_t n = equals ? (size_t)(equals - word) - dashes : strlen(word + dashes);
	for (size_t i = 0; dashes == 2 && i < reader->sets_n; i++) {
		const Option *option = find(&reader->sets[i], word + dashes, n);
		if (option)
			return read_given(reader, &reader->sets[i], option, equals, err);
	}
	return unknown(reader, word, dashes, n, err);
}

static bool is_option(const char *word)
{
	return word[0] == '-' && word[1] != '\0';
}

bool options_read_leading(OptionSet *sets, size_t sets_n, int argc, char *const *argv, Arena *arena,
	int *next, Err *err)
{
	Reader reader = { sets, sets_n, argc, argv, 0, arena };
	while (reader.at < argc && is_option(argv[reader.at]) && strcmp(argv[reader.at], "--") != 0)
		if (!read_option(&reader, err))
			return false;
	*next = reader.at;
	return true;
}

static bool read_argument(OptionSet *arguments, const char *word, Arena *arena, Err *err)
{
	const Option *option = arguments->options;
	while (option->name && arguments->seen & UINT64_C(1) << (option - arguments->options))
		option++;
	if (option->name)
		return read_value(arguments, option, tr(option->name), word, arena, err);
	err_set(err, ERR_INVALID, tr("Thừa tham số “%s”."),
		text_clean_arena(arena, word, CLEAN_LINE));
	return err_hint(
		err, "%s", tr("Đặt giá trị có dấu cách trong ngoặc kép; thêm --help để xem."));
}

bool options_read(OptionSet *sets, size_t sets_n, OptionSet *arguments, int argc, char *const *argv,
	Arena *arena, Err *err)
{
	Reader reader = { sets, sets_n, argc, argv, 0, arena };
	bool only_arguments = false;
	while (reader.at < argc) {
		const char *word = argv[reader.at];
		if (!only_arguments && strcmp(word, "--") == 0) {
			only_arguments = true;
			reader.at++;
		} else if (!only_arguments && is_option(word)) {
			if (!read_option(&reader, err))
				return false;
		} else {
			if (!read_argument(arguments, word, arena, err))
				return false;
			reader.at++;
		}
	}
	return true;
}

const char *options_given(const OptionSet *set, OptionType type)
{
	for (const Option *option = set->options; option->name; option++)
		if (option->type == type && set->seen & UINT64_C(1) << (option - set->options))
			return tr(option->name);
	return NULL;
}

static const Option *missing(const OptionSet *set)
{
	for (const Option *option = set->options; option->name; option++)
		if (option->need == OPTION_REQUIRED &&
			!(set->seen & UINT64_C(1) << (option - set->options)))
			return option;
	return NULL;
}

bool options_complete(const OptionSet *options, const OptionSet *arguments, Err *err)
{
	const Option *argument = missing(arguments);
	const Option *option = missing(options);
	if (!argument && !option)
		return true;
	if (argument)
		err_set(err, ERR_INVALID, tr("Thiếu tham số %s."), tr(argument->name));
	else
		err_set(err, ERR_INVALID, tr("Thiếu --%s %s."), option->name, tr(option->value));
	err_hint(err, "%s", tr("Thêm --help để xem cách dùng."));
	return err_field(err, argument ? argument->name : option->name);
}
