// SPDX-License-Identifier: MIT
// Settings: one typed table; files, the manual's page and the prompt all read it.
#ifndef CONFIG_SETTINGS_H
#define CONFIG_SETTINGS_H

#include "base/arena.h"
#include "base/err.h"
#include "config/node.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct {
	const char *db; // absolute path of the database, "" = the default place
	int utc_offset; // minutes east of UTC that "today" and times are shown in
	const char *lang; // one of tr_names
	bool mouse;
	const char *composer;        // auto, off, telex or vni
	const char *tone_style;      // old or new: hòa or hoà
	const char *external_editor; // absolute path of a program, "" = not allowed
	const char *first_review; // last day of the first half-year reviewed, YYYY-MM-DD
	int review_cutoff_days;   // figures are closed so many days before a review is due
	int meeting_gap_days;     // a region without meeting for so long needs attention
	int due_soon_days;        // a leaf is "due soon" so many days before its last day
} Settings;

typedef struct {
	const char *name;
	ConfigType type;                            // CFG_LINE, CFG_INT, CFG_BOOL or CFG_DATE
	const char *fallback;                       // as it would stand in a file, without quotes
	size_t offset;                              // in Settings
	int min, max;                               // CFG_INT
	bool (*valid)(const char *value, Err *err); // CFG_LINE and CFG_DATE, NULL = anything
	const char *help;                           // Vietnamese, to be passed through tr()
} Setting;

// Ended by a row without name.
extern const Setting settings_table[];

Settings settings_default(void);

// Reads the files in order over what *out holds; one that is not there is skipped. On
// failure *out is unchanged.
bool settings_read(
	const char *const *paths, size_t n, Arena *arena, Settings *out, Err *err) WARN_UNUSED;

#endif
