// SPDX-License-Identifier: MIT
#include "cli/json.h"

#include "text/clean.h"

#include <stdlib.h>
#include <string.h>

// The library refuses what is no UTF-8; stored text is clean, but a damaged file may hold anything.
json_t *json_of_text(const char *text)
{
	json_t *value = json_string(text);
	if (value)
		return value;
	Buf clean = BUF_INIT;
	text_clean(&clean, text, strlen(text), CLEAN_TEXT);
	value = json_string(clean.bytes);
	buf_release(&clean);
	return value;
}

json_t *json_of_known(const char *text)
{
	return *text ? json_of_text(text) : json_null();
}

json_t *json_of_texts(const char *const *texts, size_t n)
{
	json_t *array = json_array();
	for (size_t i = 0; i < n; i++)
		json_array_append_new(array, json_of_text(texts[i]));
	return array;
}

void json_print(json_t *value, Buf *out)
{
	char *text = json_dumps(value, JSON_INDENT(2));
	buf_adds(out, text ? text : "");
	buf_addch(out, '\n');
	free(text);
	json_decref(value);
}
