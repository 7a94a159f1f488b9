// SPDX-License-Identifier: MIT
// Tasks and their leaves (task × place), the progress told of them, and extensions of deadlines.
#ifndef CORE_TASK_H
#define CORE_TASK_H

#include "base/vec.h"
#include "core/body.h"
#include "core/change.h"
#include "core/core.h"
#include "core/place.h"

typedef enum {
	STATE_SILENT, // no report yet: "chưa báo cáo"
	STATE_NOT_STARTED,
	STATE_DOING,
	STATE_DONE,
	STATE_BLOCKED,
	STATE_COUNT,
} State;

const char *state_code(State state); // "" for silent, not-started, doing, done, blocked
const char *state_name(State state); // đang triển khai …
bool state_parse(const char *code, State *out) WARN_UNUSED;

// "quý IV năm 2021 (31/12/2021)": a text's own words and the day that follows, which is not said again
// where the words name it; "văn bản không nêu thời hạn" without either.
const char *deadline_shown(const char *words, const char *due, Arena *arena);
const char *deadline_kind_name(const char *kind); // "có ngày", "theo kỳ", "định kỳ" …

// A task at one place, as lists show it.
typedef struct {
	int64_t leaf_id, leaf_rev, task_id;
	const char *code, *title, *origin;
	const char *origin_words; // "259-CV/TU", "biên bản 01-BB/…", "Sơ kết 2021H2",
	                          // "Ý kiến đ/c Trần Văn Mẫu 21/11/2021"
	Place place;
	const char *place_title, *place_code; // "toàn tỉnh" / "province" for the province
	const char *lead; // short names, joined by "; "
	const char *deadline_kind, *deadline_words;
	const char *due; // in force, after extensions; "" where no day follows
	int extensions;  // how many
	State state;
	int percent;
	const char *as_of; // of the latest progress; ""
	int days_late;     // > 0: late by so many days, also where it was done late
	bool late;         // due day past, not done and not ended
	bool done_late;
	bool dated; // has a due day: counts in done/all
	bool ended; // kết thúc: neither open nor late any more; state and percent as last told
	const char *ended_on, *ended_reason; // "" while it has not
	const char *clause_code;             // of its directive; "" without
	int64_t lead_id; // of its own, where it differs from the task's; 0
	bool own_due;    // likewise
	int64_t region_position, district_position; // in official order
} Leaf;

typedef enum {
	LEAF_ANY,
	LEAF_LATE,
	LEAF_DUE_SOON, // open, due today or within core_rules()->due_soon_days
	LEAF_PRESSING, // late or due soon
	LEAF_UNTOLD,   // of a meeting's conclusion, without any report
	LEAF_OPEN,     // dated, neither done nor ended
	LEAF_DUE_BY,   // open, and due by the filter's due_by
	LEAF_ENDED,
	LEAF_PICKS,
} LeafPick;

// What of all leaves to list. Zero fields do not narrow. A region's list holds its own leaves, those
// of its districts (partial ones too), and the province's, marked; a district's list its own and the
// province's.
typedef struct {
	int64_t region_id, district_id, task_id, directive_id;
	LeafPick pick;
	bool without_province; // leave the province's leaves out
	int64_t body_id, clause_id; // who leads it there; the clause, with those under it
	const char *origin, *deadline_kind, *due_by; // codes and a day; NULL or "": any
	unsigned states; // of 1 << State, of what has not ended; 0: any
} LeafFilter;

// Vec of Leaf: by task (directive order, then origin and code), then place.
bool leaf_list(Core *core, const LeafFilter *filter, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
bool leaf_get(Core *core, int64_t leaf_id, Arena *arena, Leaf *out, Err *err) WARN_UNUSED;
// By a task's code (qualified or bare) and a place; ERR_NOT_FOUND where the task has no leaf there.
bool leaf_find(Core *core, const char *task_code, Place place, Arena *arena, Leaf *out,
	Err *err) WARN_UNUSED;

const char *origin_name(const char *origin); // as the screen says it

// The whole task.
typedef struct {
	int64_t id, rev;
	const char *code, *title, *origin, *origin_words;
	int64_t directive_id, clause_id, meeting_id, review_id, remark_id;
	const char *clause_code;     // "" without
	const char *directive_number; // "" without
	const char *quote;           // the directive's own words; "" for tasks of other origin
	const char *const *leads;    // names of bodies, in order
	size_t leads_n;
	const char *const *cooperating;
	size_t cooperating_n;
	const char *lead_words;
	const char *deadline_kind, *deadline_words, *due, *target_words;
} Task;

bool task_get(Core *core, int64_t id, Arena *arena, Task *out, Err *err) WARN_UNUSED;
// A code may be qualified (259-CV/TU/2.3b); a bare one that several have is ERR_INVALID with the
// candidates.
bool task_find(Core *core, const char *code, Arena *arena, Task *out, Err *err) WARN_UNUSED;
// All tasks of a clause or a directive, in order; Vec of Task. clause_id 0: the whole directive.
bool task_list_of(Core *core, int64_t directive_id, int64_t clause_id, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;

// A task that did not come from a directive, added inside another operation's change.
typedef struct {
	const char *origin, *code, *title;
	int64_t meeting_id, review_id, remark_id; // the one that it came from, else 0
	int64_t body_id;               // who leads; 0: none
	const char *due;               // YYYY-MM-DD or ""
	const char *deadline_words;
	const Place *places;
	size_t places_n; // at least one
} TaskDraft;
void task_draft_add(Change *change, const TaskDraft *draft, int64_t *task_id);

// Progress: one row per update, never edited. Percent and state must agree (100 is done, done is
// 100, not started is 0); as_of not after today. RIGHT_PROGRESS on the leaf's place.
typedef struct {
	State state;
	int percent;
	const char *note;
	const char *as_of;    // "" is today
	const char *document; // "BC số 41-BC/TU"
	int64_t seen; // progress_counting() of what the person saw; where another row counts by now,
		      // ERR_CONFLICT. 0: whatever counts
} ProgressInput;

enum { PROGRESS_NONE = -1 };
// The row that counts at a leaf, PROGRESS_NONE without one.
bool progress_counting(Core *core, int64_t leaf_id, int64_t *out, Err *err) WARN_UNUSED;

typedef struct {
	int64_t id, rev;
	State state;
	int percent;
	const char *note, *as_of, *document, *person;
	int64_t entered_at;
	bool withdrawn;
} Progress;

// Whether the acting person may tell of it: RIGHT_PROGRESS there, and it has not ended.
bool progress_may_tell(Core *core, int64_t leaf_id, Err *err) WARN_UNUSED;
bool progress_record(Core *core, int64_t leaf_id, const ProgressInput *input, Err *err) WARN_UNUSED;
bool progress_check(Core *core, const ProgressInput *input, Err *err) WARN_UNUSED;

typedef struct {
	int64_t leaf_id;
	ProgressInput input;
} ProgressEntry;

// Many at once, as one change: all or none. Where one entry is wrong, *failed is its index, else n.
bool progress_record_many(Core *core, const ProgressEntry *entries, size_t n, size_t *failed,
	Err *err) WARN_UNUSED;
// A state as people write it: by its words or their beginning, accents optional, or its code.
bool state_read(const char *typed, State *out, Err *err) WARN_UNUSED;
// Its percent ("70", "70 %"), and the day of its figures: one without a year that is still to come is
// last year's, one after today is refused.
bool progress_percent_read(const char *typed, int *out, Err *err) WARN_UNUSED;
bool progress_day_read(Core *core, const char *typed, char iso[11], Err *err) WARN_UNUSED;
// What follows from a percent alone and from a state alone. STATE_SILENT and -1: not given; at least
// one must be.
void progress_complete(const Leaf *before, ProgressInput *input);

// Takes one's own row back (another's: the Office); the one before counts again.
bool progress_withdraw(Core *core, int64_t progress_id, Err *err) WARN_UNUSED;
bool progress_may_withdraw(Core *core, int64_t progress_id, Err *err) WARN_UNUSED;
// Vec of Progress, the one that counts first; withdrawn ones stand in their place, marked.
bool progress_list(Core *core, int64_t leaf_id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

// A task's updates in all its places as one timeline, the newest day first; also those of places that
// it has been gathered from since.
typedef struct {
	Progress progress;
	int64_t leaf_id;
	Place place;
	const char *place_title;
	bool aside; // the task is not at this place any more
} TaskUpdate;
bool progress_list_of_task(Core *core, int64_t task_id, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;

typedef struct {
	const char *old_due, *new_due, *reason, *agreed_by, *decided_on;
} Extension;
// Gia hạn: RIGHT_DIRECT; the new day must be after the one in force. decided_on "" is today.
bool leaf_extend(Core *core, int64_t leaf_id, const Extension *extension, Err *err) WARN_UNUSED;
// Many at once, as one change: all or none. An error about one of several names it.
bool leaf_extend_check(Core *core, const int64_t *leaf_ids, size_t n, const Extension *extension,
	Err *err) WARN_UNUSED;
bool leaf_extend_many(Core *core, const int64_t *leaf_ids, size_t n, const Extension *extension,
	Err *err) WARN_UNUSED;
bool extension_list(Core *core, int64_t leaf_id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

// Kết thúc: what is given up before it is done, with a reason; and taken up again. RIGHT_DIRECT, one
// change for all. ERR_CONFLICT for what is done or has ended (or has not).
bool leaf_end(Core *core, const int64_t *leaf_ids, size_t n, const char *reason,
	Err *err) WARN_UNUSED;
bool leaf_resume(Core *core, const int64_t *leaf_ids, size_t n, Err *err) WARN_UNUSED;

// A leaf's own lead and deadline; 0 and "": the task's. RIGHT_DIRECT. A deadline that was extended is
// only extended further.
bool leaf_set(Core *core, int64_t leaf_id, int64_t rev, int64_t body_id, const char *due,
	Err *err) WARN_UNUSED;

#endif
