// SPDX-License-Identifier: MIT
// Any bytes come out of clean valid, without controls, and the same when cleaned again; fold, the
// sort key and the exact syllables take whatever comes.
#include "base/buf.h"
#include "text/clean.h"
#include "text/fold.h"
#include "text/sort.h"
#include "text/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds)
{
	if (!holds)
		abort();
}

static void check_clean(const char *s, size_t n, CleanKind kind)
{
	Buf once = BUF_INIT, twice = BUF_INIT;
	text_clean(&once, s, n, kind);
	text_clean(&twice, once.bytes, once.len, kind);
	demand(utf8_valid(once.bytes, once.len));
	demand(once.len == twice.len && memcmp(once.bytes, twice.bytes, once.len) == 0);
	for (size_t i = 0; i < once.len; i++) {
		unsigned char c = (unsigned char)once.bytes[i];
		demand((c >= 0x20 && c != 0x7F) || (c == '\n' && kind == CLEAN_TEXT));
	}
	buf_release(&once);
	buf_release(&twice);
}

static void check_fold(const char *s, size_t n)
{
	Buf folded = BUF_INIT, other = BUF_INIT;
	Vec offsets;
	vec_init(&offsets, sizeof(size_t));
	text_fold_map(&folded, &offsets, s, n);
	demand(utf8_valid(folded.bytes, folded.len) && offsets.len == folded.len + 1);
	text_syllables(&other, s, n);
	demand(utf8_valid(other.bytes, other.len));
	vec_release(&offsets);
	buf_release(&folded);
	buf_release(&other);
}

static void check_strings(const char *s, size_t n)
{
	char *string = malloc(n + 1);
	Buf key = BUF_INIT;
	memcpy(string, s, n);
	string[n] = '\0';
	text_sort_key(&key, string);
	name_sort_key(&key, string);
	demand(n > 200 || text_contains(string, string));
	buf_release(&key);
	free(string);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = size ? (const char *)data : "";
	check_clean(s, size, CLEAN_TEXT);
	check_clean(s, size, CLEAN_LINE);
	check_fold(s, size);
	check_strings(s, size);
	return 0;
}
