// SPDX-License-Identifier: MIT
// A file layer below the engine that passes everything on and reports what reaches the disk. Of this
// process alone; the shared memory of WAL is no file of the disk and is not reported.
#ifndef TESTS_FAULT_VFS_H
#define TESTS_FAULT_VFS_H

#include <stddef.h>
#include <stdint.h>

typedef enum { DISK_WRITE, DISK_TRUNCATE, DISK_SYNC, DISK_REMOVE } DiskKind;

typedef struct {
	DiskKind kind;
	const char *path;
	int64_t offset; // of a write; the size of a truncation
	const void *bytes;
	size_t n;
} DiskStep;

// Called before the step is done.
typedef void DiskWatcher(void *state, const DiskStep *step);

// The default of every connection that is opened from now on.
void disk_watch(DiskWatcher *watcher, void *state);

#endif
