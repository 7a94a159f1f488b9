// SPDX-License-Identifier: MIT
// A sealed file of known content, of more than one chunk, changed as the input says, and the input as
// such a file: what opens is the content and nothing else.
#include "core/seal.h"

#include <sodium.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

enum { CONTENT = (1 << 16) + 100, ROOM = CONTENT + 1000 };

static SealSecret pair;
static unsigned char content[CONTENT], sealed[ROOM];
static size_t sealed_n;

static void demand(bool holds)
{
	if (!holds)
		abort();
}

static int file_of(const void *bytes, size_t n)
{
	int fd = memfd_create("sealed", MFD_CLOEXEC);
	demand(fd >= 0 && write(fd, bytes, n) == (ssize_t)n && lseek(fd, 0, SEEK_SET) == 0);
	return fd;
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	Err err = ERR_INIT;
	demand(sodium_init() >= 0);
	crypto_box_keypair(pair.public_key, pair.secret_key);
	for (size_t i = 0; i < CONTENT; i++)
		content[i] = (unsigned char)(i * 7);
	int from = file_of(content, CONTENT), to = file_of("", 0);
	demand(seal_close(from, to, pair.public_key, "f", &err));
	ssize_t n = pread(to, sealed, ROOM, 0);
	demand(n > CONTENT && n < ROOM);
	sealed_n = (size_t)n;
	close(from);
	close(to);
	return 0;
}

static void check(const void *bytes, size_t n, bool same)
{
	Err err = ERR_INIT;
	struct stat st;
	int from = file_of(bytes, n), to = file_of("", 0);
	bool ok = seal_open(from, to, &pair, "f", &err);
	demand(ok == same && ok == (err.kind == ERR_NONE) && (ok || *err.message));
	demand(fstat(to, &st) == 0 && (!ok || st.st_size == CONTENT));
	close(from);
	close(to);
}

// Three bytes where, and one what; two more, where it ends.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static unsigned char changed[ROOM];
	size_t n = sealed_n;
	memcpy(changed, sealed, sealed_n);
	for (size_t i = 0; i + 4 <= size; i += 4) {
		size_t at = ((size_t)data[i] << 16 | (size_t)data[i + 1] << 8 | data[i + 2]) % sealed_n;
		changed[at] ^= data[i + 3];
	}
	if (size % 4 >= 2)
		n = ((size_t)data[size - 2] << 8 | data[size - 1]) * 2 % (sealed_n + 1);
	check(changed, n, n == sealed_n && memcmp(changed, sealed, n) == 0);
	check(data ? data : sealed, size, false);
	return 0;
}
