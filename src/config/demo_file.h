// SPDX-License-Identifier: MIT
// Demo files: the people of an invented province and the dated story that is played with them. A
// file holds any of the lists below, so that the story can be split by subject:
//
//	start = { day = "2021-10-07"; admin = "quantri"; office = "vanphong"; };  # in one file
//	bodies = ( { code = …; name = …; short = …; } );
//	people = ( { code = "thidu"; name = "Ngô Thí Dụ"; post = …; rank = 70; roles = [ … ]; } );
//	assignments = ( { on = …; by = …; who = …; place = … or serves = …; document = …; } );
//	handovers = ( { on = …; by = …; who = …; place = … or serves = …; last_day = …;
//	  to = …; document = …; } );
//	reports = ( { on = …; by = …; place = …; document = …; rows = ( "1.1a doing 40", … ); } );
//	withdrawals = ( { on = …; by = …; place = …; task = …; } );
//	extensions = ( { on = …; by = …; task = …; places = [ … ]; due = …; reason = …; } );
//	meetings = ( … );  reviews = ( … );  remarks = ( … );  visits = ( { on = …; by = …; } );
//	series = ( { on = …; by = …; code = …; name = …; rhythm = …; first = …; districts = "all"; } );
//	received = ( { on = …; by = …; round = "bc-259.1"; rows = ( "rach-gia: BC số …", … ); } );
//	round_steps = ( { on = …; by = …; round = …; who = …; do = "remind"; note = …; } );
//	readings = ( { on = …; by = …; indicator = …; as_of = …; values = ( "rach-gia 812", … ); } );
//	targets = ( { on = …; by = …; indicator = …; value = "95"; period = "2022"; document = …; } );
//	closings = ( { on = …; by = …; period = …; decisions = ( "2.5b phu-quoc carry 2022-01-31: …" ); } );
//
// People are named by code everywhere; a task is named by its code in a directive, or by the key
// that a meeting's conclusion gives it. Days are YYYY-MM-DD.
#ifndef CONFIG_DEMO_FILE_H
#define CONFIG_DEMO_FILE_H

#include "base/arena.h"
#include "base/err.h"
#include "config/file.h"

#include <stdbool.h>
#include <stddef.h>

// Where something stands, for errors about it.
typedef struct {
	const char *path;
	int line;
} DemoSource;

typedef struct {
	const char *day;           // before any event: structure, people and directives are entered
	const char *admin, *office; // codes of people
} DemoStart;

typedef struct {
	DemoSource at;
	const char *code, *name, *short_name;
} DemoBody;

// Somebody with roles logs in by code; the others are known by name only.
typedef struct {
	DemoSource at;
	const char *code, *name, *post, *phone;
	const char *body, *district; // codes, "" for none
	const char *from, *to;       // in post, "" open
	int rank;                    // 0: none
	ConfigTexts roles, keys; // keys: public keys as ssh-keygen writes them
} DemoPerson;

// Exactly one of place (a region's or district's code) and serves (a person's).
typedef struct {
	const char *who, *place, *serves;
	const char *document, *from; // from: by default the event's day
	bool stand_in;
} DemoAssignment;

typedef struct {
	const char *who, *place, *serves, *last_day;
	const char *successor, *document; // "": it only ends
} DemoHandover;

// The same news of one or several tasks. A note is of one task only.
typedef struct {
	DemoSource at;
	ConfigTexts tasks;
	const char *state;
	int percent;
	const char *note;
} DemoRow;

typedef struct {
	const char *place, *as_of, *document; // as_of: by default the event's day
	const DemoRow *rows;
	size_t rows_n;
} DemoReport;

typedef struct {
	const char *place, *task; // its newest progress
} DemoWithdrawal;

typedef struct {
	const char *district, *number; // as people write it
} DemoValue;

typedef struct {
	const char *indicator, *as_of, *kind, *document; // kind: actual, estimate
	const DemoValue *values;
	size_t values_n;
} DemoReadings;

typedef struct {
	const char *indicator, *value, *period, *document; // of the province; value as people write it
} DemoTarget;

typedef struct {
	const char *task, *due, *reason, *agreed_by;
	ConfigTexts places;
} DemoExtension;

// What becomes of one leaf: kind is done, carry (to the day due) or end.
typedef struct {
	DemoSource at;
	const char *task, *place, *kind, *due, *reason;
} DemoDecision;

typedef struct {
	const char *period;
	const DemoDecision *decisions;
	size_t decisions_n;
	DemoDecision rest; // of what is not named; kind NULL: nothing may be left
} DemoClosing;

// With a body or a due day it is a task, and needs a key.
typedef struct {
	const char *key, *text;
	const char *body, *due, *words;
	ConfigTexts districts; // none: the region itself
} DemoConclusion;

// Paragraphs of a text are joined by line feeds.
typedef struct {
	const char *title, *proceedings;
	bool carried_over;
	const DemoConclusion *conclusions;
	size_t conclusions_n;
} DemoAgendaItem;

typedef struct {
	const char *who, *reason;
} DemoAbsence;

// Three events: planned (entered beforehand), written (its minutes) and final; each "" for never.
// Words of the proceedings, as they first were and as they are since.
typedef struct {
	const char *before, *after;
} DemoCorrection;

typedef struct {
	const char *region, *kind, *subject, *held_on, *starts, *ends, *place;
	const char *chair, *recorder; // codes of people
	const char *planned_on, *written_on, *final_on;
	const char *reopened_on, *reopened_for; // corrected and final again on the same day
	const DemoCorrection *corrections;
	size_t corrections_n;
	ConfigTexts present; // codes of people, beside those who come by their assignment
	const DemoAbsence *absent;
	size_t absent_n;
	ConfigTexts guests; // names and posts
	const DemoAgendaItem *agenda;
	size_t agenda_n;
} DemoMeeting;

typedef enum {
	DEMO_REVIEW_BEGIN,
	DEMO_REVIEW_WRITE,   // section, text
	DEMO_REVIEW_PROPOSE, // marks
	DEMO_REVIEW_SUBMIT,
	DEMO_REVIEW_DECIDE,  // marks
	DEMO_REVIEW_RETURN,  // reason
	DEMO_REVIEW_APPROVE, // paper
	DEMO_REVIEW_FOLLOW,  // text: the task; due; districts
	DEMO_REVIEW_SIGN,    // text: what the key is called
} DemoReviewDo;

typedef struct {
	const char *district, *mark, *reason;
} DemoMark;

typedef struct {
	const char *region, *period;
	DemoReviewDo what;
	int section; // 1 … 6
	const char *text, *reason, *paper, *due;
	ConfigTexts districts; // none: the region itself
	const DemoMark *marks;
	size_t marks_n;
} DemoReviewStep;

// Up to four events: said, answered, seen and made a task. Fields are "" where they do not apply.
typedef struct {
	const char *place, *task; // what it is about
	const char *to;           // a body's, district's or person's code
	const char *due, *text, *answer, *document, *task_due;
} DemoRemark;

typedef struct {
	const char *code, *name, *rhythm, *first, *last;
	const char *directive, *districts, *bodies; // as the command line takes them
} DemoSeries;

// Came on the event's day. An empty document with unchanged: there was nothing new.
typedef struct {
	DemoSource at;
	const char *who, *document;
	bool unchanged;
} DemoReceivedRow;

typedef struct {
	const char *round;
	const DemoReceivedRow *rows;
	size_t rows_n;
} DemoReceived;

typedef enum { DEMO_ROUND_REMIND, DEMO_ROUND_EXTEND, DEMO_ROUND_WITHDRAW } DemoRoundDo;

typedef struct {
	DemoRoundDo what;
	const char *round, *who;
	const char *channel, *note;          // REMIND
	const char *due, *reason, *agreed_by; // EXTEND
} DemoRoundStep;

// The order is that of the events of one day.
typedef enum {
	DEMO_HANDOVER,
	DEMO_ASSIGN,
	DEMO_MEETING_PLAN,
	DEMO_MEETING_WRITE,
	DEMO_MEETING_FINAL,
	DEMO_MEETING_REOPEN,
	DEMO_EXTEND,
	DEMO_REPORT,
	DEMO_WITHDRAW,
	DEMO_CLOSE,
	DEMO_REVIEW,
	DEMO_REMARK_ADD,
	DEMO_REMARK_ANSWER,
	DEMO_REMARK_SEEN,
	DEMO_REMARK_TASK,
	DEMO_VISIT, // by has been there on the day, and has left
	DEMO_SERIES,
	DEMO_RECEIVED,
	DEMO_ROUND_STEP,
	DEMO_READINGS,
	DEMO_TARGET,
	DEMO_EVENT_KINDS,
} DemoEventKind;

typedef struct {
	DemoSource at;
	const char *on; // the day
	const char *by; // who does it, a person's code
	DemoEventKind kind;
	union {
		const DemoHandover *handover;
		const DemoAssignment *assignment;
		const DemoMeeting *meeting; // PLAN, WRITE, FINAL and REOPEN share it
		const DemoExtension *extension;
		const DemoReport *report;
		const DemoWithdrawal *withdrawal;
		const DemoClosing *closing;
		const DemoReviewStep *review;
		const DemoRemark *remark; // all four share it
		const DemoSeries *series;
		const DemoReceived *received;
		const DemoRoundStep *round_step;
		const DemoReadings *readings;
		const DemoTarget *target;
	};
} DemoEvent;

// Everything in the arena. Events are in the order in which they are to be played.
typedef struct {
	DemoStart start;
	const DemoBody *bodies;
	size_t bodies_n;
	const DemoPerson *people;
	size_t people_n;
	const DemoMeeting *const *meetings;
	size_t meetings_n;
	const DemoEvent *events;
	size_t events_n;
} DemoStory;

// All *.cfg of a directory. Refused besides what config/node.h refuses: a person, task or meeting's
// conclusion that is named but not there, a code or key twice, days out of order, a row of progress
// that cannot be read.
bool demo_read(const char *dir, Arena *arena, DemoStory *out, Err *err) WARN_UNUSED;

const DemoPerson *demo_person(const DemoStory *story, const char *code);

// The meeting and the conclusion in it that a task's key stands for; false for a code that is none.
bool demo_task_is_key(const char *task);
bool demo_conclusion(const DemoStory *story, const char *key, const DemoMeeting **meeting,
	const DemoConclusion **conclusion);

#endif
