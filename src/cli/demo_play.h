// SPDX-License-Identifier: MIT
// Playing a demo's story: every event through core, as the person who did it, on its day.
#ifndef CLI_DEMO_PLAY_H
#define CLI_DEMO_PLAY_H

#include "base/vec.h"
#include "cli/shipped.h"
#include "config/demo_file.h"
#include "core/place.h"
#include "core/task.h"

// A database that somebody has worked in may no longer be what an event expects.
typedef enum {
	DEMO_FRESH,   // an event that cannot be played is a failure
	DEMO_TOUCHED, // it is skipped and told
} DemoState;

typedef struct {
	const DemoConclusion *conclusion;
	const char *task_code;
} DemoTask;

// What the story's codes stand for in the database. Ids are 0 until they are there.
typedef struct {
	Core *core;
	const DemoStory *story;
	Arena *arena;         // the player's own
	Arena scratch;        // of one event
	int64_t *person_ids;  // beside story->people
	int64_t *meeting_ids; // beside story->meetings
	Vec tasks;            // of DemoTask
	Vec skipped;          // of const char *: what was not played, and why
	size_t played;
	DemoSource at; // what is being played
} DemoPlayer;

void demo_player_init(DemoPlayer *player, Core *core, const DemoStory *story, Arena *arena);
void demo_player_release(DemoPlayer *player);

// A new database's first rows; the founder acts. What changes with the days is there from the start:
// however the days are then gone through, it stands at one place in the journal.
bool demo_play_start(DemoPlayer *player, const RegionSet *regions, const DirectiveSet *directives,
	Err *err) WARN_UNUSED;
// Finds in a database what has been played there.
bool demo_play_resume(DemoPlayer *player, Err *err) WARN_UNUSED;
// The events after the last day played, up to today; then it is today there.
bool demo_play(DemoPlayer *player, DemoState state, Date today, Err *err) WARN_UNUSED;

// The whole of one event each; the right person acts.
typedef bool DemoPlay(DemoPlayer *player, const DemoEvent *event, Err *err);
DemoPlay demo_play_handover, demo_play_assignment, demo_play_extension, demo_play_report,
	demo_play_withdrawal, demo_play_meeting_plan, demo_play_meeting_write,
	demo_play_meeting_final, demo_play_meeting_reopen, demo_play_review, demo_play_remark_add, demo_play_remark_answer,
	demo_play_remark_seen, demo_play_remark_task, demo_play_series, demo_play_received,
	demo_play_round_step, demo_play_readings, demo_play_target, demo_play_closing;

int64_t demo_person_id(const DemoPlayer *player, const char *code);
// A district's or region's id in the place's field.
bool demo_place(DemoPlayer *player, const char *code, Place *out, Err *err) WARN_UNUSED;
bool demo_leaf(DemoPlayer *player, const char *task, Place place, Leaf *out, Err *err) WARN_UNUSED;
int64_t *demo_meeting_id(DemoPlayer *player, const DemoMeeting *meeting);
// Remembers which task a conclusion has become.
bool demo_task_add(DemoPlayer *player, const DemoConclusion *conclusion, int64_t task_id,
	Err *err) WARN_UNUSED;

// Meetings and tasks that are there already.
bool demo_meetings_resume(DemoPlayer *player, Err *err) WARN_UNUSED;

#endif
