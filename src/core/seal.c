// SPDX-License-Identifier: MIT
#include "core/seal.h"

#include "base/tr.h"

#include <errno.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAGIC "dieuphoi-sealed-1\n"

enum {
	MAGIC_N = sizeof(MAGIC) - 1,
	STREAM_KEY = crypto_secretstream_xchacha20poly1305_KEYBYTES,
	BOX = STREAM_KEY + crypto_box_SEALBYTES,
	HEADER = crypto_secretstream_xchacha20poly1305_HEADERBYTES,
	HEAD = MAGIC_N + BOX + HEADER,
	CHUNK = 1 << 16,
	TAG = crypto_secretstream_xchacha20poly1305_ABYTES,
	SEALED = CHUNK + TAG,
};

_Static_assert(crypto_box_PUBLICKEYBYTES == SEAL_KEY && crypto_box_SECRETKEYBYTES == SEAL_KEY, "keys");

typedef crypto_secretstream_xchacha20poly1305_state Stream;
typedef crypto_generichash_state Digest;

// Files ------------------------------------------------------------------------------------------

static bool fail_io(const char *name, Err *err)
{
	return err_set(err, ERR_IO, "%s: %s", name, strerror(errno));
}

// n bytes, fewer only at the end of the file.
static bool read_full(int fd, unsigned char *out, size_t n, size_t *got)
{
	for (*got = 0; *got < n;) {
		ssize_t part = read(fd, out + *got, n - *got);
		if (part < 0 && errno == EINTR)
			continue;
		if (part < 0)
			return false;
		if (part == 0)
			break;
		*got += (size_t)part;
	}
	return true;
}

static bool write_full(int fd, const unsigned char *bytes, size_t n)
{
	while (n) {
		ssize_t part = write(fd, bytes, n);
		if (part < 0 && errno != EINTR)
			return false;
		if (part > 0) {
			bytes += part;
			n -= (size_t)part;
		}
	}
	return true;
}

bool seal_is(int fd)
{
	unsigned char magic[MAGIC_N];
	return pread(fd, magic, MAGIC_N, 0) == MAGIC_N && memcmp(magic, MAGIC, MAGIC_N) == 0;
}

// Closing ----------------------------------------------------------------------------------------

static bool push_all(int from, int to, Stream *stream, const unsigned char head[HEAD], Digest *digest)
{
	static const unsigned char final = crypto_secretstream_xchacha20poly1305_TAG_FINAL;
	unsigned char plain[2][CHUNK], sealed[SEALED];
	size_t n, next;
	const unsigned char *vouched = head;
	// One chunk ahead: only where nothing follows is a chunk the last.
	if (!read_full(from, plain[0], CHUNK, &n))
		return false;
	for (int turn = 0;; turn = !turn) {
		if (!read_full(from, plain[!turn], CHUNK, &next))
			return false;
		crypto_generichash_update(digest, plain[turn], n);
		crypto_secretstream_xchacha20poly1305_push(stream, sealed, NULL, plain[turn], n, vouched,
			vouched ? HEAD : 0, next ? 0 : final);
		if (!write_full(to, sealed, n + TAG))
			return false;
		if (!next)
			return true;
		vouched = NULL;
		n = next;
	}
}

// to -1: only looked at. false with errno 0: not whole.
static bool pull_all(int from, int to, Stream *stream, const unsigned char head[HEAD], Digest *digest)
{
	static const unsigned char final = crypto_secretstream_xchacha20poly1305_TAG_FINAL;
	unsigned char plain[CHUNK], sealed[SEALED], tag = 0;
	unsigned long long plain_n;
	size_t n;
	const unsigned char *vouched = head;
	while (tag != final) {
		if (!read_full(from, sealed, SEALED, &n))
			return false;
		errno = 0;
		if (n < TAG || crypto_secretstream_xchacha20poly1305_pull(stream, plain, &plain_n, &tag,
				       sealed, n, vouched, vouched ? HEAD : 0) != 0)
			return false;
		crypto_generichash_update(digest, plain, plain_n);
		if (to >= 0 && !write_full(to, plain, plain_n))
			return false;
		vouched = NULL;
	}
	if (!read_full(from, sealed, 1, &n))
		return false;
	errno = 0;
	return n == 0;
}

static bool reads_back(int to, const unsigned char key[STREAM_KEY], const unsigned char head[HEAD],
	const unsigned char wanted[crypto_generichash_BYTES])
{
	Stream stream;
	Digest digest;
	unsigned char got[crypto_generichash_BYTES];
	crypto_generichash_init(&digest, NULL, 0, sizeof(got));
	bool ok = lseek(to, HEAD, SEEK_SET) == HEAD &&
		  crypto_secretstream_xchacha20poly1305_init_pull(&stream, head + MAGIC_N + BOX, key) == 0 &&
		  pull_all(to, -1, &stream, head, &digest);
	crypto_generichash_final(&digest, got, sizeof(got));
	return ok && memcmp(got, wanted, sizeof(got)) == 0;
}

bool seal_close(int from, int to, const unsigned char public_key[SEAL_KEY], const char *name, Err *err)
{
	Stream stream;
	Digest digest;
	unsigned char key[STREAM_KEY], head[HEAD], wanted[crypto_generichash_BYTES];
	crypto_secretstream_xchacha20poly1305_keygen(key);
	crypto_generichash_init(&digest, NULL, 0, sizeof(wanted));
	memcpy(head, MAGIC, MAGIC_N);
	bool ok = crypto_box_seal(head + MAGIC_N, key, sizeof(key), public_key) == 0;
	if (!ok)
		err_set(err, ERR_INVALID, "%s", tr("Khóa công khai này không dùng được."));
	crypto_secretstream_xchacha20poly1305_init_push(&stream, head + MAGIC_N + BOX, key);
	if (ok && !(write_full(to, head, HEAD) && push_all(from, to, &stream, head, &digest)))
		ok = fail_io(name, err);
	crypto_generichash_final(&digest, wanted, sizeof(wanted));
	if (ok && fsync(to) != 0)
		ok = fail_io(name, err);
	if (ok && !reads_back(to, key, head, wanted))
		ok = err_set(err, ERR_IO, tr("%s: đọc lại không giống điều đã ghi."), name);
	sodium_memzero(key, sizeof(key));
	sodium_memzero(&stream, sizeof(stream));
	return ok;
}

// Opening ----------------------------------------------------------------------------------------

static bool not_whole(const char *name, Err *err)
{
	return err_set(err, ERR_DATA, tr("%s: bị cắt, thêm hay sửa, không mở ra được."), name);
}

static bool open_box(const unsigned char head[HEAD], const SealSecret *secret,
	unsigned char key[STREAM_KEY], const char *name, Err *err)
{
	if (crypto_box_seal_open(key, head + MAGIC_N, BOX, secret->public_key, secret->secret_key) == 0)
		return true;
	err_set(err, ERR_DENIED, tr("%s: không mở được bằng khóa này."), name);
	return err_hint(err, "%s", tr("Dùng tệp khóa bí mật của cặp khóa đã ghi ở --to-key khi sao lưu."));
}

bool seal_open(int from, int to, const SealSecret *secret, const char *name, Err *err)
{
	Stream stream;
	Digest digest;
	unsigned char head[HEAD], key[STREAM_KEY];
	size_t n;
	if (!read_full(from, head, HEAD, &n))
		return fail_io(name, err);
	if (n < HEAD || memcmp(head, MAGIC, MAGIC_N) != 0)
		return not_whole(name, err);
	if (!open_box(head, secret, key, name, err))
		return false;
	crypto_generichash_init(&digest, NULL, 0, crypto_generichash_BYTES);
	errno = 0;
	bool ok = crypto_secretstream_xchacha20poly1305_init_pull(&stream, head + MAGIC_N + BOX, key) == 0 &&
		  pull_all(from, to, &stream, head, &digest);
	sodium_memzero(key, sizeof(key));
	sodium_memzero(&stream, sizeof(stream));
	if (!ok)
		return errno ? fail_io(name, err) : not_whole(name, err);
	return fsync(to) == 0 || fail_io(name, err);
}
