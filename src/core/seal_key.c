// SPDX-License-Identifier: MIT
// The keys of sealed files, one line each: what it is, then 32 bytes in base64.
#include "core/seal.h"

#include "base/tr.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char public_word[] = "dieuphoi-backup-public-1 ";
static const char secret_word[] = "dieuphoi-backup-secret-1 ";

enum {
	BASE64 = sodium_base64_ENCODED_LEN(SEAL_KEY, sodium_base64_VARIANT_ORIGINAL),
	LINE = sizeof(public_word) + BASE64 + 1,
};

// Writing ----------------------------------------------------------------------------------------

static bool write_key(const char *path, const char *word, const unsigned char key[SEAL_KEY], Err *err)
{
	char encoded[BASE64], line[LINE];
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0 && errno == EEXIST)
		return err_set(err, ERR_CONFLICT, tr("%s: đã có, không ghi đè."), path);
	if (fd < 0)
		return err_set(err, ERR_IO, "%s: %s", path, strerror(errno));
	sodium_bin2base64(encoded, sizeof(encoded), key, SEAL_KEY, sodium_base64_VARIANT_ORIGINAL);
	int n = snprintf(line, sizeof(line), "%s%s\n", word, encoded);
	bool ok = write(fd, line, (size_t)n) == n && fsync(fd) == 0;
	if (!ok)
		err_set(err, ERR_IO, "%s: %s", path, strerror(errno));
	close(fd);
	if (!ok)
		unlink(path);
	sodium_memzero(encoded, sizeof(encoded));
	sodium_memzero(line, sizeof(line));
	return ok;
}

bool seal_keygen(const char *path, Err *err)
{
	char public_path[4096];
	SealSecret pair;
	if (snprintf(public_path, sizeof(public_path), "%s.pub", path) >= (int)sizeof(public_path))
		return err_set(err, ERR_INVALID, "%s", tr("Đường dẫn quá dài."));
	if (sodium_init() < 0)
		return err_set(err, ERR_IO, "%s", tr("Không khởi động được thư viện mã hóa."));
	crypto_box_keypair(pair.public_key, pair.secret_key);
	bool ok = write_key(public_path, public_word, pair.public_key, err);
	if (ok && !write_key(path, secret_word, pair.secret_key, err)) {
		unlink(public_path);
		ok = false;
	}
	sodium_memzero(&pair, sizeof(pair));
	return ok;
}

// Reading ----------------------------------------------------------------------------------------

static bool decode(const char *line, size_t n, const char *word, unsigned char out[SEAL_KEY])
{
	size_t word_n = strlen(word), got = 0;
	const char *end = NULL;
	while (n && strchr(" \r\n", line[n - 1]))
		n--;
	if (n >= word_n && memcmp(line, word, word_n) == 0) {
		line += word_n;
		n -= word_n;
	}
	return sodium_base642bin(out, SEAL_KEY, line, n, NULL, &got, &end,
		       sodium_base64_VARIANT_ORIGINAL) == 0 &&
	       got == SEAL_KEY && end == line + n;
}

// Of a small regular file. *mode is the file's.
static bool read_line(const char *path, char out[LINE], size_t *n, mode_t *mode, Err *err)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0 && errno == ENOENT)
		return err_set(err, ERR_NOT_FOUND, tr("%s: không có tệp này."), path);
	ssize_t got = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) ? read(fd, out, LINE) : -1;
	if (got < 0)
		err_set(err, ERR_IO, tr("%s: không đọc được khóa."), path);
	if (fd >= 0)
		close(fd);
	if (got < 0)
		return false;
	*n = (size_t)got;
	*mode = st.st_mode;
	return true;
}

bool seal_public_read(const char *typed, unsigned char out[SEAL_KEY], Err *err)
{
	char line[LINE];
	size_t n = 0;
	mode_t mode;
	if (decode(typed, strlen(typed), public_word, out))
		return true;
	if (!read_line(typed, line, &n, &mode, err))
		return false;
	if (decode(line, n, public_word, out) && memcmp(line, secret_word, sizeof(secret_word) - 1) != 0)
		return true;
	err_set(err, ERR_DATA, tr("%s: không phải là khóa công khai để sao lưu."), typed);
	return err_hint(err, "%s", tr("Tạo cặp khóa bằng `dieuphoi backup keygen TỆP`; dùng TỆP.pub."));
}

bool seal_secret_read(const char *path, SealSecret *out, Err *err)
{
	char line[LINE];
	size_t n = 0;
	mode_t mode;
	if (sodium_init() < 0)
		return err_set(err, ERR_IO, "%s", tr("Không khởi động được thư viện mã hóa."));
	if (!read_line(path, line, &n, &mode, err))
		return false;
	bool ok = n > sizeof(secret_word) && memcmp(line, secret_word, sizeof(secret_word) - 1) == 0 &&
		  decode(line, n, secret_word, out->secret_key);
	sodium_memzero(line, sizeof(line));
	if (!ok) {
		err_set(err, ERR_DATA, tr("%s: không phải là khóa bí mật để khôi phục."), path);
		return err_hint(err, "%s", tr("Đó là tệp mà `dieuphoi backup keygen` đã tạo, không phải .pub."));
	}
	crypto_scalarmult_base(out->public_key, out->secret_key);
	if (!(mode & 077))
		return true;
	sodium_memzero(out, sizeof(*out));
	err_set(err, ERR_DENIED, tr("%s: người khác đọc được tệp khóa bí mật này."), path);
	return err_hint(err, tr("Đặt lại quyền bằng `chmod 600 %s`."), path);
}
