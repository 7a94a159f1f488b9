// SPDX-License-Identifier: MIT
#include "db/beside.h"

#include "base/buf.h"
#include "base/xalloc.h"

#include <string.h>
#include <sys/stat.h>

bool file_has_wal(const char *path)
{
	struct stat st;
	Buf wal = BUF_INIT;
	buf_addf(&wal, "%s-wal", path);
	bool has = stat(wal.bytes, &st) == 0 && st.st_size > 0;
	buf_release(&wal);
	return has;
}

// All but the plainest bytes are escaped: ?, # and % mean something there.
char *file_unshared_uri(const char *path)
{
	static const char plain[] = "/._-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
	Buf uri = BUF_INIT;
	buf_adds(&uri, "file:");
	for (; *path; path++)
		buf_addf(&uri, strchr(plain, *path) ? "%c" : "%%%02X", (unsigned char)*path);
	buf_adds(&uri, "?immutable=1");
	char *out = xstrdup(uri.bytes);
	buf_release(&uri);
	return out;
}
