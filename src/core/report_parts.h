// SPDX-License-Identifier: MIT
// Between the files of reporting rounds: nobody outside includes this.
#ifndef CORE_REPORT_PARTS_H
#define CORE_REPORT_PARTS_H

#include "core/report.h"

// Whose row of which round: the head of every row below.
typedef struct {
	int round;
	ReporterId who;
} ReportKey;

typedef struct {
	ReportKey key;
	Report report;
	bool withdrawn;
} LedgerEntry;

typedef struct {
	ReportKey key;
	const char *old_due, *new_due, *reason;
} LedgerExtension;

typedef struct {
	ReportKey key;
	const char *on, *channel, *note, *person; // person: whom, "" for nobody in particular
} LedgerReminder;

// Somebody asked, from … to; "" open.
typedef struct {
	ReporterId who;
	const char *code, *title;
	const char *from, *to;
} Asked;

typedef struct {
	ReporterId who;
	int64_t person_id;
	const char *title, *phone;
} Contact;

// All of a series. Rows are in order of round, then of entry.
typedef struct {
	Core *core;
	Arena *arena;
	ReportSeries series;
	Date today;
	Vec asked, entries, extensions, reminders, contacts;
} Ledger;

bool ledger_open(Ledger *ledger, Core *core, int64_t series_id, Arena *arena, Err *err) WARN_UNUSED;
void ledger_release(Ledger *ledger);
bool same_reporter(ReporterId a, ReporterId b);
bool is_asked(const Asked *asked, Date due);
// Everybody whom the round asks, once each.
void ledger_reporters(const Ledger *ledger, int round, Vec *out);
Reporter ledger_reporter(const Ledger *ledger, int round, const Asked *asked);
// One reporter in one round, with the reminders about that round alone; false where it was not asked.
bool ledger_round_of(const Ledger *ledger, int round, ReporterId who, Reporter *out,
	const char **reminders);
Round ledger_round(const Ledger *ledger, int round);
// One of them; ERR_NOT_FOUND where the round does not ask for it, or is not there yet.
bool ledger_find(const Ledger *ledger, int round, ReporterId who, Reporter *out, Err *err) WARN_UNUSED;
bool ledger_check_round(const Ledger *ledger, int round, Err *err) WARN_UNUSED;

#endif
