// SPDX-License-Identifier: MIT
#include "text/sheet.h"

#include "text/clean.h"

#include <string.h>

typedef struct {
	Sheet *sheet;
	const char *s;
	size_t n, at;
	char separator;
	int line;
	Buf quoted; // what a quoted cell holds
} Reader;

static bool ends_line(char c)
{
	return c == '\n' || c == '\r';
}

// The byte after the line end at `at`.
static size_t after_line_end(const char *s, size_t n, size_t at)
{
	return at + (s[at] == '\r' && at + 1 < n && s[at + 1] == '\n' ? 2 : 1);
}

bool sheet_is_table(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] == '\t' || (ends_line(s[i]) && after_line_end(s, n, i) < n))
			return true;
	return false;
}

char sheet_separator(const char *s, size_t n)
{
	static const char separators[] = { '\t', ';', ',' };
	size_t counts[sizeof(separators)] = { 0 };
	size_t most = 0;
	for (size_t i = 0; i < n && !ends_line(s[i]); i++)
		for (size_t k = 0; k < sizeof(separators); k++)
			counts[k] += s[i] == separators[k];
	for (size_t k = 1; k < sizeof(separators); k++)
		if (counts[k] > counts[most])
			most = k;
	return separators[most];
}

// Reading ---------------------------------------------------------------------------------------

static void add_cell(Reader *reader, const char *s, size_t n)
{
	Sheet *sheet = reader->sheet;
	size_t start = sheet->text.len, skip = 0;
	text_clean(&sheet->text, s, n, CLEAN_TEXT);
	const char *text = sheet->text.bytes + start;
	while (text[skip] == ' ' || text[skip] == '\n')
		skip++;
	buf_splice(&sheet->text, start, skip, "", 0);
	size_t end = sheet->text.len;
	while (end > start && strchr(" \n", sheet->text.bytes[end - 1]))
		end--;
	buf_truncate(&sheet->text, end);
	buf_addch(&sheet->text, '\0');
	*(size_t *)vec_push(&sheet->cells) = start;
}

// Where the quote that opens at reader->at is closed, the bytes between in reader->quoted; 0 where
// it opens nothing.
static size_t closing_quote(Reader *reader)
{
	const char *s = reader->s;
	buf_clear(&reader->quoted);
	for (size_t i = reader->at + 1; i < reader->n;) {
		const char *quote = memchr(s + i, '"', reader->n - i);
		if (!quote)
			return 0;
		size_t at = (size_t)(quote - s), next = at + 1;
		buf_add(&reader->quoted, s + i, at - i);
		if (next == reader->n || s[next] == reader->separator || ends_line(s[next]))
			return at;
		if (s[next] != '"')
			return 0;
		buf_addch(&reader->quoted, '"');
		i = next + 1;
	}
	return 0;
}

static void count_lines(Reader *reader, size_t until)
{
	for (size_t i = reader->at; i < until; i++)
		if (ends_line(reader->s[i]) &&
			!(reader->s[i] == '\r' && i + 1 < until && reader->s[i + 1] == '\n'))
			reader->line++;
}

static void read_cell(Reader *reader)
{
	size_t close = reader->s[reader->at] == '"' ? closing_quote(reader) : 0;
	size_t end = reader->at;
	if (close) {
		count_lines(reader, close);
		add_cell(reader, reader->quoted.bytes, reader->quoted.len);
		reader->at = close + 1;
		return;
	}
	while (end < reader->n && reader->s[end] != reader->separator && !ends_line(reader->s[end]))
		end++;
	add_cell(reader, reader->s + reader->at, end - reader->at);
	reader->at = end;
}

// Leaves reader->at after the row's line end.
static void read_row(Reader *reader)
{
	Sheet *sheet = reader->sheet;
	size_t first = sheet->cells.len;
	int line = reader->line;
	while (reader->at < reader->n && !ends_line(reader->s[reader->at])) {
		read_cell(reader);
		bool more = reader->at < reader->n && reader->s[reader->at] == reader->separator;
		reader->at += more;
		// A separator at a line's end has an empty cell after it.
		if (more && (reader->at == reader->n || ends_line(reader->s[reader->at])))
			add_cell(reader, "", 0);
	}
	if (sheet->cells.len == first)
		add_cell(reader, "", 0);
	if (reader->at < reader->n)
		reader->at = after_line_end(reader->s, reader->n, reader->at);
	reader->line++;
	*(SheetRow *)vec_push(&sheet->rows) =
		(SheetRow){ .first = first, .cells_n = sheet->cells.len - first, .line = line };
}

void sheet_read(Sheet *sheet, const char *s, size_t n, char separator)
{
	Reader reader = { .sheet = sheet, .s = s, .n = n, .separator = separator, .line = 1,
		.quoted = BUF_INIT };
	sheet->text = (Buf)BUF_INIT;
	vec_init(&sheet->cells, sizeof(size_t));
	vec_init(&sheet->rows, sizeof(SheetRow));
	while (reader.at < n)
		read_row(&reader);
	buf_release(&reader.quoted);
}

void sheet_release(Sheet *sheet)
{
	buf_release(&sheet->text);
	vec_release(&sheet->cells);
	vec_release(&sheet->rows);
}

// What was read -----------------------------------------------------------------------------------

size_t sheet_rows(const Sheet *sheet)
{
	return sheet->rows.len;
}

const SheetRow *sheet_row(const Sheet *sheet, size_t row)
{
	return vec_at(&sheet->rows, row);
}

size_t sheet_columns(const Sheet *sheet)
{
	size_t most = 0;
	for (size_t row = 0; row < sheet->rows.len; row++)
		if (sheet_row(sheet, row)->cells_n > most)
			most = sheet_row(sheet, row)->cells_n;
	return most;
}

const char *sheet_cell(const Sheet *sheet, size_t row, size_t column)
{
	const SheetRow *cells = sheet_row(sheet, row);
	if (column >= cells->cells_n)
		return "";
	return sheet->text.bytes + *(const size_t *)vec_at(&sheet->cells, cells->first + column);
}

bool sheet_row_is_blank(const Sheet *sheet, size_t row)
{
	for (size_t column = 0; column < sheet_row(sheet, row)->cells_n; column++)
		if (*sheet_cell(sheet, row, column))
			return false;
	return true;
}

void sheet_add_cell(Buf *out, const char *text, char separator)
{
	const char special[] = { '"', '\n', '\r', separator, '\0' };
	if (!strpbrk(text, special)) {
		buf_adds(out, text);
		return;
	}
	buf_addch(out, '"');
	for (; *text; text++) {
		if (*text == '"')
			buf_addch(out, '"');
		buf_addch(out, *text);
	}
	buf_addch(out, '"');
}
