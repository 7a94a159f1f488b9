// SPDX-License-Identifier: MIT
// The editable tables: for each, how a row is read, added and written whole. Journal and undo stand
// on this table; the columns themselves are named in the "-- noun:" lines of the .sql files.
#ifndef CORE_NOUN_H
#define CORE_NOUN_H

#include "db/queries.h"

typedef enum {
	NOUN_BODY,
	NOUN_REGION,
	NOUN_DISTRICT,
	NOUN_MEMBERSHIP,
	NOUN_PERSON,
	NOUN_ROLE_GRANT,
	NOUN_USER_KEY,
	NOUN_ASSIGNMENT,
	NOUN_DIRECTIVE,
	NOUN_CLAUSE,
	NOUN_TASK,
	NOUN_CITATION,
	NOUN_TASK_BODY,
	NOUN_LEAF,
	NOUN_EXTENSION,
	NOUN_PROGRESS,
	NOUN_MEETING,
	NOUN_AGENDA_ITEM,
	NOUN_ATTENDANCE,
	NOUN_CONCLUSION,
	NOUN_MINUTES,
	NOUN_REVIEW,
	NOUN_REVIEW_MARK,
	NOUN_PLACE_NAME,
	NOUN_SUCCESSION,
	NOUN_LEVEL_NAME,
	NOUN_BODY_NAME,
	NOUN_SIGNATURE,
	NOUN_CLOSING,
	NOUN_CLOSING_LEAF,
	NOUN_CLOSING_FIGURE,
	NOUN_REMARK,
	NOUN_REPORT_SERIES,
	NOUN_REPORT_ASKED,
	NOUN_REPORT_ENTRY,
	NOUN_REPORT_EXTENSION,
	NOUN_REMINDER,
	NOUN_INDICATOR,
	NOUN_TARGET,
	NOUN_READING,
	NOUN_COUNT,
} NounKind;

typedef struct {
	const char *table; // its name in the schema and in the journal
	const char *label; // as the screen says it, for tr()
	QueryId row, insert, update;
} Noun;

extern const Noun nouns[NOUN_COUNT];

// NOUN_COUNT where there is none of that name.
NounKind noun_by_table(const char *table);

#endif
