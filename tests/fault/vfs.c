// SPDX-License-Identifier: MIT
#include "fault/vfs.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
	sqlite3_file base;
	const char *path; // the engine's; it outlives the file
	sqlite3_file *real;
} WatchedFile;

// One process has one disk; the tests alone set this, before they open anything.
static struct {
	sqlite3_vfs vfs, *real;
	DiskWatcher *watcher;
	void *state;
} disk;

static WatchedFile *watched(sqlite3_file *file)
{
	return (WatchedFile *)(void *)file;
}

static sqlite3_file *real(sqlite3_file *file)
{
	return watched(file)->real;
}

static void tell(sqlite3_file *file, DiskStep step)
{
	step.path = watched(file)->path;
	if (step.path)
		disk.watcher(disk.state, &step);
}

static int file_close(sqlite3_file *file)
{
	int code = real(file)->pMethods ? real(file)->pMethods->xClose(real(file)) : SQLITE_OK;
	free(watched(file)->real);
	watched(file)->real = NULL;
	return code;
}

static int file_read(sqlite3_file *file, void *bytes, int n, sqlite3_int64 offset)
{
	return real(file)->pMethods->xRead(real(file), bytes, n, offset);
}

static int file_write(sqlite3_file *file, const void *bytes, int n, sqlite3_int64 offset)
{
	tell(file, (DiskStep){ DISK_WRITE, NULL, offset, bytes, (size_t)n });
	return real(file)->pMethods->xWrite(real(file), bytes, n, offset);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	tell(file, (DiskStep){ .kind = DISK_TRUNCATE, .offset = size });
	return real(file)->pMethods->xTruncate(real(file), size);
}

static int file_sync(sqlite3_file *file, int flags)
{
	tell(file, (DiskStep){ .kind = DISK_SYNC });
	return real(file)->pMethods->xSync(real(file), flags);
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size)
{
	return real(file)->pMethods->xFileSize(real(file), size);
}

static int file_lock(sqlite3_file *file, int level)
{
	return real(file)->pMethods->xLock(real(file), level);
}

static int file_unlock(sqlite3_file *file, int level)
{
	return real(file)->pMethods->xUnlock(real(file), level);
}

static int file_reserved(sqlite3_file *file, int *held)
{
	return real(file)->pMethods->xCheckReservedLock(real(file), held);
}

static int file_control(sqlite3_file *file, int op, void *argument)
{
	return real(file)->pMethods->xFileControl(real(file), op, argument);
}

static int file_sector(sqlite3_file *file)
{
	return real(file)->pMethods->xSectorSize(real(file));
}

// No promise beyond what every disk keeps: the engine must not rest on more.
static int file_traits(sqlite3_file *file)
{
	(void)file;
	return 0;
}

static int shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **out)
{
	return real(file)->pMethods->xShmMap(real(file), page, size, extend, out);
}

static int shm_lock(sqlite3_file *file, int offset, int n, int flags)
{
	return real(file)->pMethods->xShmLock(real(file), offset, n, flags);
}

static void shm_barrier(sqlite3_file *file)
{
	real(file)->pMethods->xShmBarrier(real(file));
}

static int shm_unmap(sqlite3_file *file, int remove)
{
	return real(file)->pMethods->xShmUnmap(real(file), remove);
}

static const sqlite3_io_methods methods = {
	.iVersion = 2, .xClose = file_close, .xRead = file_read, .xWrite = file_write,
	.xTruncate = file_truncate, .xSync = file_sync, .xFileSize = file_size, .xLock = file_lock,
	.xUnlock = file_unlock, .xCheckReservedLock = file_reserved, .xFileControl = file_control,
	.xSectorSize = file_sector, .xDeviceCharacteristics = file_traits, .xShmMap = shm_map,
	.xShmLock = shm_lock, .xShmBarrier = shm_barrier, .xShmUnmap = shm_unmap,
};

static int vfs_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out)
{
	(void)vfs;
	WatchedFile *mine = watched(file);
	*mine = (WatchedFile){ .path = path, .real = calloc(1, (size_t)disk.real->szOsFile) };
	int code = mine->real ? disk.real->xOpen(disk.real, path, mine->real, flags, out) :
				SQLITE_NOMEM;
	if (code == SQLITE_OK) {
		mine->base.pMethods = &methods;
		return SQLITE_OK;
	}
	free(mine->real);
	return code;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync)
{
	(void)vfs;
	DiskStep step = { .kind = DISK_REMOVE, .path = path };
	disk.watcher(disk.state, &step);
	return disk.real->xDelete(disk.real, path, sync);
}

void disk_watch(DiskWatcher *watcher, void *state)
{
	disk.watcher = watcher;
	disk.state = state;
	if (disk.real)
		return;
	disk.real = sqlite3_vfs_find(NULL);
	disk.vfs = *disk.real;
	disk.vfs.pNext = NULL;
	disk.vfs.zName = "watched";
	disk.vfs.szOsFile = (int)sizeof(WatchedFile);
	disk.vfs.xOpen = vfs_open;
	disk.vfs.xDelete = vfs_delete;
	if (sqlite3_vfs_register(&disk.vfs, 1) != SQLITE_OK)
		abort();
}
