// SPDX-License-Identifier: MIT
#include "cli/split.h"

#include "base/tr.h"

#include <string.h>

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool check_line(const char *line, Err *err)
{
	size_t n = strnlen(line, SPLIT_LINE_MAX + 1);
	if (n > SPLIT_LINE_MAX)
		return err_set(err, ERR_INVALID, tr("Lệnh gửi qua SSH dài quá %d byte."), SPLIT_LINE_MAX);
	for (size_t i = 0; i < n; i++)
		if (((unsigned char)line[i] < ' ' && line[i] != '\t') || line[i] == 0x7F) {
			err_set(err, ERR_INVALID, "%s", tr("Lệnh gửi qua SSH có ký tự điều khiển."));
			return err_hint(err, "%s", tr("Mỗi lần gửi một lệnh, trên một dòng."));
		}
	return true;
}

static bool refuse_end(const char *what, Err *err)
{
	err_set(err, ERR_INVALID, tr("Lệnh gửi qua SSH kết thúc giữa chừng, sau %s."), what);
	return err_hint(err, "%s",
		tr("Giá trị có dấu cách cần hai lần ngoặc: ssh máy 'task list --region \"…\"'"));
}

// Copies one word to out, which has room for all of the line. Returns what follows the word, NULL
// with *err where it does not end.
static const char *take_word(const char *at, char *out, Err *err)
{
	char quote = '\0';
	for (; *at && (quote || !is_blank(*at)); at++) {
		if (quote ? *at == quote : *at == '\'' || *at == '"') {
			quote = quote ? '\0' : *at;
			continue;
		}
		if (*at == '\\' && quote != '\'' && !*++at) {
			refuse_end("\\", err);
			return NULL;
		}
		*out++ = *at;
	}
	*out = '\0';
	if (!quote)
		return at;
	refuse_end(quote == '"' ? "\"" : "'", err);
	return NULL;
}

bool split_line(const char *line, Arena *arena, char ***words, int *n, Err *err)
{
	if (!check_line(line, err))
		return false;
	char *word = arena_alloc(arena, strlen(line) + 1);
	*words = arena_array(arena, SPLIT_WORDS_MAX + 1, sizeof(char *));
	*n = 0;
	for (line += strspn(line, " \t"); *line; line += strspn(line, " \t")) {
		if (*n == SPLIT_WORDS_MAX)
			return err_set(err, ERR_INVALID, tr("Lệnh gửi qua SSH có quá %d từ."), SPLIT_WORDS_MAX);
		line = take_word(line, word, err);
		if (!line)
			return false;
		(*words)[(*n)++] = arena_strdup(arena, word);
	}
	return true;
}
