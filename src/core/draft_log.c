// SPDX-License-Identifier: MIT
#include "core/draft_log.h"

#include <string.h>

enum { FRAME = 8, SEQUENCE_AND_KIND = 9 };

static const char magic[] = "dieuphoi drafts 1";

LogString log_string(const char *s)
{
	return (LogString){ s, strlen(s) };
}

// Four bits at a time: fast enough for what people type, and small.
uint32_t log_crc(const char *bytes, size_t n)
{
	static const uint32_t table[16] = { 0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190,
		0x6b6b51f4, 0x4db26158, 0x5005713c, 0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c,
		0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c };
	uint32_t crc = ~0U;
	for (size_t i = 0; i < n; i++) {
		crc ^= (uint8_t)bytes[i];
		crc = crc >> 4 ^ table[crc & 15];
		crc = crc >> 4 ^ table[crc & 15];
	}
	return ~crc;
}

// Fields ----------------------------------------------------------------------------------------

typedef enum { FIELD_END, FIELD_U32, FIELD_U64, FIELD_STRING } FieldType;

typedef struct {
	FieldType type;
	size_t offset; // in LogRecord
} Field;

// Writing and reading both follow this table.
static const Field fields[LOG_KINDS][9] = {
	[LOG_HEAD] = { { FIELD_U64, offsetof(LogRecord, at) },
		{ FIELD_STRING, offsetof(LogRecord, login) } },
	[LOG_BEGIN] = { { FIELD_U32, offsetof(LogRecord, draft) }, { FIELD_U64, offsetof(LogRecord, at) },
		{ FIELD_U64, offsetof(LogRecord, id) }, { FIELD_U64, offsetof(LogRecord, other_id) },
		{ FIELD_U64, offsetof(LogRecord, rev) }, { FIELD_STRING, offsetof(LogRecord, form) },
		{ FIELD_STRING, offsetof(LogRecord, code) },
		{ FIELD_STRING, offsetof(LogRecord, place) } },
	[LOG_PART] = { { FIELD_U32, offsetof(LogRecord, draft) },
		{ FIELD_STRING, offsetof(LogRecord, name) }, { FIELD_STRING, offsetof(LogRecord, base) } },
	[LOG_SPLICE] = { { FIELD_U32, offsetof(LogRecord, draft) },
		{ FIELD_U32, offsetof(LogRecord, part) }, { FIELD_U64, offsetof(LogRecord, at) },
		{ FIELD_U64, offsetof(LogRecord, offset) }, { FIELD_U64, offsetof(LogRecord, removed) },
		{ FIELD_STRING, offsetof(LogRecord, inserted) } },
	[LOG_END] = { { FIELD_U32, offsetof(LogRecord, draft) } },
};

static void put(char *out, uint64_t value, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++)
		out[i] = (char)(value >> 8 * i & 0xff);
}

static uint64_t get(const char *bytes, size_t n)
{
	uint64_t value = 0;
	for (size_t i = 0; i < n; i++)
		value |= (uint64_t)(uint8_t)bytes[i] << 8 * i;
	return value;
}

static void add_number(Buf *out, uint64_t value, size_t bytes)
{
	char raw[8];
	put(raw, value, bytes);
	buf_add(out, raw, bytes);
}

static void add_string(Buf *out, LogString string)
{
	add_number(out, string.n, 4);
	buf_add(out, string.bytes, string.n);
}

static void add_field(Buf *out, const Field *field, const LogRecord *record)
{
	const char *at = (const char *)record + field->offset;
	uint32_t small;
	uint64_t big;
	LogString string;
	if (field->type == FIELD_U32) {
		memcpy(&small, at, sizeof(small));
		add_number(out, small, 4);
	} else if (field->type == FIELD_U64) {
		memcpy(&big, at, sizeof(big));
		add_number(out, big, 8);
	} else {
		memcpy(&string, at, sizeof(string));
		add_string(out, string);
	}
}

void log_add(Buf *out, const LogRecord *record)
{
	size_t start = out->len;
	static const char frame[FRAME];
	buf_add(out, frame, FRAME);
	add_number(out, record->sequence, 8);
	buf_addch(out, (char)record->kind);
	if (record->kind == LOG_HEAD)
		buf_add(out, magic, sizeof(magic));
	for (const Field *field = fields[record->kind]; field->type; field++)
		add_field(out, field, record);
	size_t n = out->len - start - FRAME;
	put(out->bytes + start, n, 4);
	put(out->bytes + start + 4, log_crc(out->bytes + start + FRAME, n), 4);
}

// Reading ---------------------------------------------------------------------------------------

typedef struct {
	const char *bytes;
	size_t n;
	bool ok;
} Cursor;

static const char *take(Cursor *cursor, size_t n)
{
	const char *at = cursor->bytes;
	if (!cursor->ok || n > cursor->n) {
		cursor->ok = false;
		return NULL;
	}
	cursor->bytes += n;
	cursor->n -= n;
	return at;
}

static uint64_t take_number(Cursor *cursor, size_t bytes)
{
	const char *at = take(cursor, bytes);
	return at ? get(at, bytes) : 0;
}

static void read_field(Cursor *cursor, const Field *field, LogRecord *record)
{
	char *at = (char *)record + field->offset;
	if (field->type == FIELD_U32) {
		uint32_t small = (uint32_t)take_number(cursor, 4);
		memcpy(at, &small, sizeof(small));
	} else if (field->type == FIELD_U64) {
		uint64_t big = take_number(cursor, 8);
		memcpy(at, &big, sizeof(big));
	} else {
		LogString string = { .n = (size_t)take_number(cursor, 4) };
		string.bytes = take(cursor, string.n);
		memcpy(at, &string, sizeof(string));
	}
}

static bool has_magic(Cursor *cursor)
{
	const char *at = take(cursor, sizeof(magic));
	return at && memcmp(at, magic, sizeof(magic)) == 0;
}

static bool read_body(Cursor cursor, LogRecord *record)
{
	if (record->kind == LOG_HEAD && !has_magic(&cursor))
		return false;
	for (const Field *field = fields[record->kind]; field->type; field++)
		read_field(&cursor, field, record);
	return cursor.ok && cursor.n == 0;
}

size_t log_read(const char *bytes, size_t n, uint64_t sequence, LogRecord *record)
{
	*record = (LogRecord){ .sequence = sequence };
	size_t length = n < FRAME ? 0 : (size_t)get(bytes, 4);
	if (length < SEQUENCE_AND_KIND || length > n - FRAME)
		return 0;
	const char *body = bytes + FRAME;
	uint8_t kind = (uint8_t)body[8];
	if (log_crc(body, length) != get(bytes + 4, 4) || get(body, 8) != sequence ||
		kind >= LOG_KINDS || (sequence == 0) != (kind == LOG_HEAD))
		return 0;
	record->kind = (LogKind)kind;
	Cursor cursor = { body + SEQUENCE_AND_KIND, length - SEQUENCE_AND_KIND, true };
	return read_body(cursor, record) ? FRAME + length : 0;
}
