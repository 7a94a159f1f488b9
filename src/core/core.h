// SPDX-License-Identifier: MIT
// Core: an open database, the day it is there, and the person who acts. The door to the domain.
#ifndef CORE_CORE_H
#define CORE_CORE_H

#include "base/clock.h"
#include "base/err.h"
#include "db/db.h"
#include "text/date.h"

typedef struct Core Core;

typedef enum { CORE_REAL, CORE_DEMO } CoreKind;

// Spellings of one place's name; in a search each stands for all.
typedef struct {
	const char *const *spellings; // the name first
	size_t n;
} SearchAlias;

// What the settings file decides about the domain's rules. Aliases outlive the core.
typedef struct {
	int utc_offset;         // minutes east of UTC
	Date first_review;      // last day of the first reviewed half-year; core_first_day() goes before it
	int review_cutoff_days; // days before a period's end on which figures are fixed
	int meeting_gap_days;   // a region without a meeting for longer stands on the board
	int due_soon_days;      // a leaf due within so many days stands on the board
	const SearchAlias *aliases;
	size_t aliases_n;
} CoreRules;

typedef enum {
	ROLE_LEADER = 1 << 0,
	ROLE_SECRETARY = 1 << 1,
	ROLE_OFFICE = 1 << 2,
	ROLE_ADMIN = 1 << 3,
	ROLE_VIEWER = 1 << 4,
} Role;

enum { ROLE_ALL = ROLE_LEADER | ROLE_SECRETARY | ROLE_OFFICE | ROLE_ADMIN };

// Who acts; set once per session. Strings live as long as the core.
typedef struct {
	int64_t id; // 0: nobody yet; only core_create's own set-up and reads that need no right
	const char *login, *name, *post;
	unsigned roles; // of Role
} Actor;

// A new database at path, brought up to this program's schema. office is 1..4095.
bool core_create(const char *path, CoreKind kind, int office, const CoreRules *rules, Clock clock,
	Core **out, Err *err) WARN_UNUSED;

// An existing one; mode is DB_OPEN or DB_READ_ONLY. Older schemas are migrated.
bool core_open(const char *path, DbMode mode, const CoreRules *rules, Clock clock, Core **out,
	Err *err) WARN_UNUSED;
// The same to be written, or, where the file is damaged or cannot be written, to be read all the same:
// then core_read_only() says why.
bool core_open_at_least_to_read(const char *path, const CoreRules *rules, Clock clock, Core **out,
	Err *err) WARN_UNUSED;
// To be read, because of `why`: whatever would write says that instead, with its kind.
bool core_open_to_read(const char *path, const Err *why, const CoreRules *rules, Clock clock,
	Core **out, Err *err) WARN_UNUSED;
// Why nothing can be written; NULL where it can.
const Err *core_read_only(const Core *core);
bool core_check_writable(const Core *core, Err *err) WARN_UNUSED;
// An existing one as it stands, to be looked at: read only, in use by others or not, an older schema
// left as it is. ERR_DB where its schema is newer or not ours.
bool core_inspect(const char *path, const CoreRules *rules, Clock clock, Core **out,
	Err *err) WARN_UNUSED;
// What an existing one is, whatever its schema: older, newer or not ours. ERR_DATA where it does not say.
bool core_kind_of(const char *path, CoreKind *out, Err *err) WARN_UNUSED;
void core_close(Core *core);

Db *core_db(Core *core);
const CoreRules *core_rules(const Core *core);
CoreKind core_kind(const Core *core);
int core_office(const Core *core);
Date core_today(const Core *core);    // the demo's own day, else the clock's
int64_t core_now(const Core *core);   // in the demo, a fixed time of its day
void core_today_iso(const Core *core, char out[11]);
int64_t core_first_instant(const Core *core, Date day); // of a day there

// Looking at another day: what is read is told as it stood then, and nothing is written. Structure
// and assignments are those of that day, progress what was known on it, meetings and reviews what
// had been held and decided. A day that is not valid, or today, comes back to today.
bool core_set_as_of(Core *core, Date day, Err *err) WARN_UNUSED;
bool core_is_as_of(const Core *core);
Date core_day(const Core *core); // the day looked at: the chosen one, else today
void core_day_iso(const Core *core, char out[11]);
// ERR_DENIED with the way back while another day is looked at.
bool core_check_today(const Core *core, Err *err) WARN_UNUSED;

// The first day that a database is about, where it was begun later than what it directs: periods,
// reviews and gaps count from it. Not valid: from the settings' first review. Stored by the set-up.
Date core_first_day(const Core *core);
bool core_begin_on(Core *core, Date day, Err *err) WARN_UNUSED;

// Moves the demo's day. ERR_DENIED on real data.
bool core_set_today(Core *core, Date today, Err *err) WARN_UNUSED;

// Takes an identity, by login. Roles are those in force today.
bool core_act_as(Core *core, const char *login, Err *err) WARN_UNUSED;
// The identity that the database itself names: the owner of a laptop's, the Office in the demo.
bool core_act_as_default(Core *core, Err *err) WARN_UNUSED;
// Whoever sets a new database up: every role, no name. ERR_DENIED once it has people.
bool core_act_as_founder(Core *core, Err *err) WARN_UNUSED;
const Actor *core_actor(const Core *core);
// Reads the roles anew where anybody has written since, or the day is another. ERR_DENIED once the
// administrator has closed the user: from then on nothing may be done.
bool core_renew_actor(Core *core, Err *err) WARN_UNUSED;
// The next core_renew_actor() reads in any case: after a change of one's own.
void core_doubt_actor(Core *core);

// One snapshot for all that a screen loads; nothing is drawn in between.
bool core_read_begin(Core *core, Err *err) WARN_UNUSED;
void core_read_end(Core *core);

// A stored setting of the database ("" where there is none), and its change (inside a write).
bool core_setting(Core *core, const char *key, Arena *arena, const char **out, Err *err) WARN_UNUSED;
bool core_setting_store(Core *core, const char *key, const char *value, Err *err) WARN_UNUSED;

// Ids as people see and type them: n, or office-n for another office's.
enum { ID_OFFICE_SHIFT = 40 };
void id_show(const Core *core, int64_t id, char out[24]);
bool id_read(const Core *core, const char *typed, int64_t *out, Err *err) WARN_UNUSED;

#endif
