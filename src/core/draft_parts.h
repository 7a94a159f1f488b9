// SPDX-License-Identifier: MIT
// What the files of the drafts share; of it, presence and
// visits take the directory and how sessions' files are called.
#ifndef CORE_DRAFT_PARTS_H
#define CORE_DRAFT_PARTS_H

#include "base/vec.h"
#include "core/draft.h"
#include "core/draft_log.h"

// One log on disk, held by its lock as long as it is open. Invariant: its first `length` bytes are
// whole records; what stands behind them is cut off before anything is added.
typedef struct {
	int dir, fd; // -1: not open
	char name[80];
	size_t length;
	bool named; // the directory too is on the disk
} DraftFile;

#define DRAFT_FILE_CLOSED { .dir = -1, .fd = -1 }

// A dead session's log that this one has taken over.
typedef struct {
	DraftFile file;
	uint64_t sequence; // of the next record
	int64_t began_at;
	Vec drafts; // of LeftDraft *, those that are open
} LeftSession;

// Invariant: left.parts[i].text is texts[i]'s bytes once the log has been read.
typedef struct {
	Left left;
	uint32_t number;
	Arena arena; // of left's strings
	Vec texts;   // of Buf
} LeftDraft;

typedef enum { DIR_CREATE, DIR_EXISTING } DirWanted;

// Beside the database, then where else drafts may lie.
enum { DRAFT_DIRS = 1 + DRAFT_SPARES };

struct Drafts {
	Core *core;
	char *paths[DRAFT_DIRS]; // owned; NULL: there is none
	int dirs[DRAFT_DIRS];    // -1 until needed
	int at;                  // in which of them the file is
	DraftFile file;
	Buf pending;       // records that are not in the file yet
	uint64_t sequence; // of the next record
	uint32_t numbers;  // given to drafts so far
	size_t open;       // drafts in the log that have not ended
	bool unsynced;     // bytes in the file that the disk may not have
	int64_t unsynced_since;
	bool troubled;     // has been told
	Vec sessions;      // of LeftSession *
};

// draft_spare.c: the directories of a database's drafts, in order; owned, NULL where there is none.
void draft_paths(const char *db_path, char *out[DRAFT_DIRS]);
void draft_paths_free(char *paths[DRAFT_DIRS]);
// As draft_dir_open(), of any but the first, whose base must be one's own too.
bool draft_spare_open(const char *path, DirWanted wanted, int *dir, Err *err) WARN_UNUSED;
// Either.
bool drafts_open_dir(Drafts *drafts, int at, DirWanted wanted, Err *err) WARN_UNUSED;

// draft_file.c. *dir stays -1 where an existing one is wanted and there is none.
bool draft_dir_open(const char *path, DirWanted wanted, int *dir, Err *err) WARN_UNUSED;
bool draft_file_create(DraftFile *file, int dir, const char *login, Err *err) WARN_UNUSED;
// A dead session's. false: not one, or it lives; that is no error.
bool draft_file_claim(DraftFile *file, int dir, const char *name) WARN_UNUSED;
bool draft_file_read(const DraftFile *file, Buf *out) WARN_UNUSED;
// All or nothing.
bool draft_file_add(DraftFile *file, const Buf *bytes, Err *err) WARN_UNUSED;
bool draft_file_sync(DraftFile *file, Err *err) WARN_UNUSED;
void draft_file_remove(DraftFile *file);
void draft_file_close(DraftFile *file);

// "FILE.open" beside the database, where living sessions say what they have open and where they stand;
// owned by the caller.
char *session_directory(Core *core) __attribute__((returns_nonnull));

// The file of a living session, <login>-<pid>-<n><suffix>, created and locked. name gets it; flags are
// open()'s own beside. -1: errno says why.
typedef struct {
	const char *login, *suffix; // login "": none in the name
	int flags;
} SessionName;
int session_file_create(int dir, char *name, size_t size, const SessionName *of);
// Of this login; a login may hold dashes itself.
bool session_name_is_of(const char *name, const char *login, const char *suffix);

// draft_left.c. Reading goes on behind file.length, to the last whole record that a writer would make.
LeftSession *left_session_new(void) __attribute__((returns_nonnull));
void left_session_read(LeftSession *session, const Buf *bytes);
void left_session_free(LeftSession *session);

#endif
