// SPDX-License-Identifier: MIT
#include "screens/words.h"

#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
	const char *at;
	const Vec *variables;
	Buf word;
	bool quoted;
} Reader;

static const char escapes[0x80] = {
	['"'] = '"',
	['\\'] = '\\',
	['n'] = '\n',
	['t'] = '\t',
	['e'] = '\033',
	['$'] = '$',
};

static bool read_escape(Reader *reader, Err *err)
{
	unsigned char c = (unsigned char)*reader->at++;
	if (c == 'x') {
		char hex[3] = { 0 }, *end;
		strncpy(hex, reader->at, 2);
		long byte = strtol(hex, &end, 16);
		if (end != hex + 2)
			return err_set(err, ERR_INVALID, "\\x wants two hexadecimal digits");
		reader->at += 2;
		buf_addch(&reader->word, (char)byte);
		return true;
	}
	if (c >= 0x80 || !escapes[c])
		return err_set(err, ERR_INVALID, "unknown escape \\%c", c);
	buf_addch(&reader->word, escapes[c]);
	return true;
}

// After "${".
static bool read_variable(Reader *reader, Err *err)
{
	size_t n = strcspn(reader->at, "}");
	for (size_t i = 0; i < reader->variables->len; i++) {
		const Variable *variable = vec_at(reader->variables, i);
		if (strlen(variable->name) != n || strncmp(variable->name, reader->at, n) != 0)
			continue;
		buf_adds(&reader->word, variable->value);
		reader->at += n + (reader->at[n] == '}');
		return true;
	}
	return err_set(err, ERR_INVALID, "no variable ${%.*s}", (int)n, reader->at);
}

static bool read_character(Reader *reader, Err *err)
{
	char c = *reader->at++;
	if (c == '"')
		reader->quoted = !reader->quoted;
	else if (c == '\\' && reader->quoted)
		return read_escape(reader, err);
	else if (c == '$' && *reader->at == '{') {
		reader->at++;
		return read_variable(reader, err);
	} else
		buf_addch(&reader->word, c);
	return true;
}

static bool read_word(Reader *reader, Err *err)
{
	while (*reader->at && (reader->quoted || !strchr(" \t", *reader->at)))
		if (!read_character(reader, err))
			return false;
	return !reader->quoted || err_set(err, ERR_INVALID, "a quote is missing");
}

bool words_split(Arena *arena, const char *line, const Vec *variables, Vec *words, Err *err)
{
	Reader reader = { .at = line, .variables = variables, .word = BUF_INIT };
	bool ok = true;
	while (ok) {
		reader.at += strspn(reader.at, " \t");
		if (!*reader.at)
			break;
		buf_clear(&reader.word);
		ok = read_word(&reader, err);
		if (ok)
			*(char **)vec_push(words) = arena_strdup(arena, reader.word.bytes);
	}
	buf_release(&reader.word);
	return ok;
}
