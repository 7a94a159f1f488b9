// SPDX-License-Identifier: MIT
// Any line that comes over SSH is words or refused. Words hold no control character but a tab, and
// written in quotes they are split into the same again.
#include "cli/split.h"

#include "base/buf.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(bool ok)
{
	if (!ok)
		abort();
}

static void add_quoted(Buf *line, const char *word)
{
	buf_addch(line, '"');
	for (; *word; word++) {
		need((unsigned char)*word >= ' ' || *word == '\t');
		if (*word == '"' || *word == '\\')
			buf_addch(line, '\\');
		buf_addch(line, *word);
	}
	buf_adds(line, "\" ");
}

static void check(char *const *words, int n, Arena *arena)
{
	Buf line = BUF_INIT;
	Err err = ERR_INIT;
	char **again;
	int again_n;
	for (int i = 0; i < n; i++)
		add_quoted(&line, words[i]);
	need(!words[n]);
	if (line.len <= SPLIT_LINE_MAX) {
		need(split_line(line.bytes, arena, &again, &again_n, &err) && again_n == n);
		for (int i = 0; i < n; i++)
			need(strcmp(again[i], words[i]) == 0);
	}
	buf_release(&line);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena arena = ARENA_INIT;
	Err err = ERR_INIT;
	char **words;
	int n = 0;
	if (split_line(arena_strndup(&arena, (const char *)data, size), &arena, &words, &n, &err))
		check(words, n, &arena);
	else
		need(err.kind == ERR_INVALID);
	arena_release(&arena);
	return 0;
}
