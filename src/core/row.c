// SPDX-License-Identifier: MIT
#include "core/row.h"

#include "base/buf.h"
#include "base/xalloc.h"

#include <stdlib.h>
#include <string.h>

static const char blob_prefix[] = "blob:";

// STRICT columns hold integers, text or blobs only. The one blob column is a sort key, which starts
// with a byte that text never does, but the column's name is the plainer sign.
static bool is_blob_column(const char *name)
{
	return strcmp(name, "sort_key") == 0;
}

static json_t *blob_json(Stmt *stmt, int column)
{
	static const char digits[] = "0123456789abcdef";
	size_t n = 0;
	const unsigned char *bytes = stmt_get_blob(stmt, column, &n);
	Buf hex = BUF_INIT;
	buf_adds(&hex, blob_prefix);
	for (size_t i = 0; i < n; i++) {
		buf_addch(&hex, digits[bytes[i] >> 4]);
		buf_addch(&hex, digits[bytes[i] & 15]);
	}
	json_t *json = json_string(hex.bytes);
	buf_release(&hex);
	return json;
}

static json_t *column_json(Stmt *stmt, int column)
{
	if (stmt_is_null(stmt, column))
		return json_null();
	if (stmt_is_int(stmt, column))
		return json_integer(stmt_get_int(stmt, column));
	if (is_blob_column(stmt_column_name(stmt, column)))
		return blob_json(stmt, column);
	return json_string_nocheck(stmt_get_text(stmt, column));
}

json_t *row_read(Core *core, NounKind noun, int64_t id, int64_t *rev, Err *err)
{
	json_t *row = NULL;
	Stmt *stmt = db_query(core_db(core), nouns[noun].row);
	stmt_int(stmt, id);
	if (stmt_row(stmt)) {
		row = json_object();
		*rev = stmt_get_int(stmt, 0);
		for (int i = 1; i < stmt_columns(stmt); i++)
			json_object_set_new(row, stmt_column_name(stmt, i), column_json(stmt, i));
	}
	if (stmt_done(stmt, err))
		return row;
	json_decref(row);
	return NULL;
}

json_t *row_difference(const json_t *before, const json_t *after)
{
	json_t *was = json_object(), *is = json_object();
	const char *name;
	json_t *value;
	json_object_foreach((json_t *)(uintptr_t)after, name, value)
	{
		json_t *old = before ? json_object_get(before, name) : NULL;
		if (before && json_equal(old, value))
			continue;
		json_object_set(is, name, value);
		if (before)
			json_object_set(was, name, old);
	}
	if (before && json_object_size(is) == 0) {
		json_decref(was);
		json_decref(is);
		return NULL;
	}
	json_t *difference = json_object();
	json_object_set_new(difference, "before", before ? was : json_null());
	if (!before)
		json_decref(was);
	json_object_set_new(difference, "after", is);
	return difference;
}

static unsigned hex_digit(char c)
{
	return (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10) & 15;
}

static void bind_hex(Stmt *stmt, const char *hex)
{
	size_t n = strlen(hex) / 2;
	unsigned char *bytes = xmalloc(n);
	for (size_t i = 0; i < n; i++)
		bytes[i] = (unsigned char)(hex_digit(hex[2 * i]) << 4 | hex_digit(hex[2 * i + 1]));
	stmt_blob(stmt, bytes, n);
	free(bytes);
}

static void bind_value(Stmt *stmt, const char *name, const json_t *value)
{
	const char *text = json_string_value(value);
	if (json_is_integer(value))
		stmt_int(stmt, json_integer_value(value));
	else if (text && is_blob_column(name) && strncmp(text, blob_prefix, strlen(blob_prefix)) == 0)
		bind_hex(stmt, text + strlen(blob_prefix));
	else
		stmt_text(stmt, text);
}

void row_bind(Stmt *stmt, const json_t *row)
{
	const char *name;
	json_t *value;
	json_object_foreach((json_t *)(uintptr_t)row, name, value)
		bind_value(stmt, name, value);
}
