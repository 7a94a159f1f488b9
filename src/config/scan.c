// SPDX-License-Identifier: MIT
#include "config/scan.h"

#include "base/tr.h"
#include "config/file.h"

#include <ctype.h>
#include <string.h>

typedef struct {
	const char *path, *text;
	size_t n, at;
	int line, depth;
	Err *err;
} Scan;

static char peek(const Scan *scan, size_t ahead)
{
	return scan->at + ahead < scan->n ? scan->text[scan->at + ahead] : '\0';
}

static void advance(Scan *scan)
{
	scan->line += scan->text[scan->at] == '\n';
	scan->at++;
}

static bool refuse(const Scan *scan, const char *what, const char *hint)
{
	config_error_at(scan->path, scan->line, scan->err, "%s", what);
	return err_hint(scan->err, "%s", hint);
}

static bool skip_line_comment(Scan *scan)
{
	while (scan->at < scan->n && peek(scan, 0) != '\n')
		advance(scan);
	return true;
}

static bool skip_block_comment(Scan *scan)
{
	int first = scan->line;
	for (scan->at += 2; scan->at < scan->n; advance(scan)) {
		if (peek(scan, 0) == '*' && peek(scan, 1) == '/') {
			scan->at += 2;
			return true;
		}
	}
	scan->line = first;
	return refuse(
		scan, tr("chú thích /* không đóng, cần */"), tr("Thêm */ vào cuối chú thích."));
}

static bool skip_escape(Scan *scan)
{
	char escaped = peek(scan, 1);
	if (!escaped || !strchr("\"\\nt", escaped))
		return refuse(scan, tr("trong chuỗi sau dấu \\ chỉ nhận \", \\, n, t"),
			tr("Viết thẳng chữ bằng UTF-8, không dùng mã."));
	scan->at += 2;
	return true;
}

static bool skip_string(Scan *scan)
{
	for (scan->at++; scan->at < scan->n && peek(scan, 0) != '\n';) {
		if (peek(scan, 0) == '"') {
			scan->at++;
			return true;
		}
		if (peek(scan, 0) != '\\')
			scan->at++;
		else if (!skip_escape(scan))
			return false;
	}
	return refuse(scan, tr("chuỗi không đóng ở cuối dòng, cần dấu \""),
		tr("Chuỗi dài thì viết thành nhiều chuỗi liền nhau: \"…\" \"…\"."));
}

static bool skip_name(Scan *scan)
{
	while (isalnum((unsigned char)peek(scan, 0)) ||
		(peek(scan, 0) && strchr("_-*", peek(scan, 0))))
		scan->at++;
	return true;
}

static bool skip_number(Scan *scan)
{
	size_t digits = 0;
	bool whole = true;
	for (; isalnum((unsigned char)peek(scan, 0)) || peek(scan, 0) == '.'; scan->at++) {
		digits++;
		whole = whole && isdigit((unsigned char)peek(scan, 0));
	}
	if (!whole)
		return refuse(scan, tr("số viết sai, cần số nguyên thập phân"),
			tr("Số thập phân, số hex và hậu tố L không được nhận."));
	if (digits > SCAN_MAX_DIGITS)
		return refuse(scan, tr("số quá dài, cần số nguyên nhiều nhất 9 chữ số"),
			tr("Số điện thoại, mã số thì viết thành chuỗi \"…\"."));
	return true;
}

static bool refuse_directive(Scan *scan)
{
	return refuse(scan, tr("gặp “@” (@include…), tệp cấu hình không được gọi tệp khác"),
		tr("Chép nội dung cần dùng vào chính tệp này."));
}

static bool open_bracket(Scan *scan)
{
	if (++scan->depth > SCAN_MAX_DEPTH)
		return refuse(scan, tr("lồng nhau quá 16 mức"), tr("Kiểm tra các dấu ngoặc."));
	scan->at++;
	return true;
}

static bool close_bracket(Scan *scan)
{
	scan->depth--; // libconfig refuses the one too many
	scan->at++;
	return true;
}

// Mirrors the start conditions of libconfig's scanner: outside strings and comments only these
// begin something.
static bool scan_token(Scan *scan)
{
	char c = peek(scan, 0);
	if (c == '"')
		return skip_string(scan);
	if (c == '#' || (c == '/' && peek(scan, 1) == '/'))
		return skip_line_comment(scan);
	if (c == '/' && peek(scan, 1) == '*')
		return skip_block_comment(scan);
	if (c == '@')
		return refuse_directive(scan);
	if (isdigit((unsigned char)c))
		return skip_number(scan);
	if (isalpha((unsigned char)c) || c == '*')
		return skip_name(scan);
	if (c && strchr("({[", c))
		return open_bracket(scan);
	if (c && strchr(")}]", c))
		return close_bracket(scan);
	advance(scan);
	return true;
}

bool config_scan(const char *path, const char *text, size_t n, Err *err)
{
	Scan scan = { .path = path, .text = text, .n = n, .line = 1, .err = err };
	while (scan.at < n) {
		if (!scan_token(&scan))
			return false;
	}
	return true;
}
