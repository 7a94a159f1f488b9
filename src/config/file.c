// SPDX-License-Identifier: MIT
#include "config/file.h"

#include "base/tr.h"
#include "base/vec.h"
#include "text/utf8.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool config_error_args(const char *path, int line, Err *err, const char *fmt, va_list args)
{
	char message[sizeof(err->message)];
	vsnprintf(message, sizeof(message), fmt, args);
	return err_set(err, ERR_DATA, "%s:%d: %s", path, line, message);
}

bool config_error_at(const char *path, int line, Err *err, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	config_error_args(path, line, err, fmt, args);
	va_end(args);
	return false;
}

static bool error_errno(const char *path, int error, Err *err)
{
	if (error == ENOENT || error == ENOTDIR) {
		err_set(err, ERR_NOT_FOUND, tr("%s: không có tệp này"), path);
		return err_hint(err, "%s", tr("Kiểm tra lại đường dẫn."));
	}
	if (error == ELOOP) {
		err_set(err, ERR_IO, tr("%s: là liên kết, cần một tệp thường"), path);
		return err_hint(err, "%s", tr("Chép chính tệp đó vào chỗ của liên kết."));
	}
	err_set(err, ERR_IO, tr("%s: không đọc được (%s)"), path, strerror(error));
	return err_hint(err, "%s", tr("Kiểm tra quyền đọc và loại tệp."));
}

// What was opened, not what the name said before: the kind is asked of the descriptor.
static bool check_kind(int fd, const char *path, Err *err)
{
	struct stat st;
	if (fstat(fd, &st))
		return error_errno(path, errno, err);
	if (!S_ISREG(st.st_mode)) {
		err_set(err, ERR_IO, tr("%s: không phải tệp thường"), path);
		return err_hint(err, "%s",
			tr("Cần một tệp văn bản, không phải thư mục, ống dẫn hay thiết bị."));
	}
	if (st.st_size > CONFIG_FILE_MAX) {
		err_set(err, ERR_DATA, tr("%s: dài %lld byte, nhiều nhất là %d"), path,
			(long long)st.st_size, CONFIG_FILE_MAX);
		return err_hint(err, "%s", tr("Chia thành nhiều tệp nhỏ hơn."));
	}
	return true;
}

// The file may grow while it is read, so the limit is kept here too.
static bool read_all(int fd, const char *path, Buf *out, Err *err)
{
	char chunk[16 * 1024];
	size_t total = 0;
	ssize_t n;
	while ((n = read(fd, chunk, sizeof(chunk))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return error_errno(path, errno, err);
		total += (size_t)n;
		if (total > CONFIG_FILE_MAX)
			return err_set(
				err, ERR_DATA, tr("%s: dài hơn %d byte"), path, CONFIG_FILE_MAX);
		buf_add(out, chunk, (size_t)n);
	}
	return true;
}

static bool read_file(const char *path, Buf *out, Err *err)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return error_errno(path, errno, err);
	bool ok = check_kind(fd, path, err) && read_all(fd, path, out, err);
	close(fd);
	return ok;
}

static bool check_line(const char *path, int line, const char *s, size_t n, Err *err)
{
	if (memchr(s, '\0', n)) {
		config_error_at(path, line, err, "%s", tr("có byte NUL, cần văn bản thuần"));
		return err_hint(err, "%s", tr("Lưu lại tệp dưới dạng văn bản UTF-8."));
	}
	if (!utf8_valid(s, n)) {
		config_error_at(
			path, line, err, "%s", tr("có byte không phải UTF-8, cần văn bản UTF-8"));
		return err_hint(err, "%s", tr("Lưu lại tệp với bảng mã UTF-8 (Unicode)."));
	}
	return true;
}

static bool check_text(const char *path, const char *s, size_t n, Err *err)
{
	int line = 1;
	for (size_t at = 0; at < n; line++) {
		const char *feed = memchr(s + at, '\n', n - at);
		size_t length = feed ? (size_t)(feed - s) - at : n - at;
		if (!check_line(path, line, s + at, length, err))
			return false;
		at += length + 1;
	}
	return true;
}

bool config_file_text(const char *path, Buf *out, Err *err)
{
	static const char byte_order_mark[] = "\xEF\xBB\xBF";
	Buf bytes = BUF_INIT;
	bool ok = read_file(path, &bytes, err) && check_text(path, bytes.bytes, bytes.len, err);
	if (ok) {
		size_t skip = strncmp(bytes.bytes, byte_order_mark, 3) == 0 ? 3 : 0;
		buf_add(out, bytes.bytes + skip, bytes.len - skip);
	}
	buf_release(&bytes);
	return ok;
}

static bool has_suffix(const char *name, const char *suffix)
{
	size_t n = strlen(name);
	size_t m = strlen(suffix);
	return name[0] != '.' && n > m && strcmp(name + n - m, suffix) == 0;
}

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool no_entry(const char *dir, const char *suffix, Err *err)
{
	err_set(err, ERR_DATA, tr("%s: không có tệp nào tên *%s"), dir, suffix);
	return err_hint(err, "%s", tr("Kiểm tra lại thư mục dữ liệu."));
}

bool config_dir_list(const char *dir, const char *suffix, Arena *arena, ConfigTexts *out, Err *err)
{
	DIR *stream = opendir(dir);
	if (!stream)
		return error_errno(dir, errno, err);
	Vec paths;
	vec_init(&paths, sizeof(const char *));
	for (const struct dirent *entry; (entry = readdir(stream));) {
		if (has_suffix(entry->d_name, suffix))
			*(const char **)vec_push(&paths) =
				arena_printf(arena, "%s/%s", dir, entry->d_name);
	}
	closedir(stream);
	const char **items = arena_array(arena, paths.len, sizeof(*items));
	for (size_t i = 0; i < paths.len; i++)
		items[i] = *(const char **)vec_at(&paths, i);
	qsort(items, paths.len, sizeof(*items), compare_texts);
	*out = (ConfigTexts){ items, paths.len };
	vec_release(&paths);
	return out->n > 0 || no_entry(dir, suffix, err);
}
