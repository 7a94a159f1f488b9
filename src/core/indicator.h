// SPDX-License-Identifier: MIT
// Indicators (chỉ tiêu): what is measured, the targets, and the readings that districts tell. Every
// figure of a region or of the province is derived from readings, each district once, in its main
// region; a reading that is missing is said and never counts as nothing.
//
// Readings of one period of the indicator's rhythm stand together: of each district the newest day
// counts. What is compared with a target is the figure as it is shown, rounded half away from zero.
#ifndef CORE_INDICATOR_H
#define CORE_INDICATOR_H

#include "base/buf.h"
#include "base/vec.h"
#include "core/core.h"
#include "core/place.h"

typedef enum {
	AGGREGATE_SUM,
	AGGREGATE_MEAN,  // of the districts that have a reading, each the same weight
	AGGREGATE_LAST,  // the newest reading of all
	AGGREGATE_RATIO, // the sum of one indicator over the sum of another; has no readings itself
	AGGREGATIONS,
} Aggregation;

typedef enum { DIRECTION_HIGHER, DIRECTION_LOWER, DIRECTIONS } Direction; // what is better
typedef enum { INDICATOR_MONTH, INDICATOR_QUARTER, INDICATOR_HALF, INDICATOR_YEAR, INDICATOR_RHYTHMS } IndicatorRhythm;
typedef enum { READING_ACTUAL, READING_ESTIMATE, READING_KINDS } ReadingKind;

// For a value, or for a percentage of the same period last year.
typedef enum { TARGET_VALUE, TARGET_LAST_YEAR, TARGET_KINDS } TargetKind;

// Codes as they are stored, typed and printed for programs; names as the screen says them.
const char *aggregation_code(Aggregation aggregation);
const char *aggregation_name(Aggregation aggregation);
const char *direction_code(Direction direction);
const char *direction_name(Direction direction);
const char *indicator_rhythm_code(IndicatorRhythm rhythm);
const char *indicator_rhythm_name(IndicatorRhythm rhythm);
const char *reading_kind_code(ReadingKind kind);
const char *reading_kind_name(ReadingKind kind);
const char *target_kind_code(TargetKind kind);
// false for a code of none, and then the first.
bool aggregation_parse(const char *code, Aggregation *out) WARN_UNUSED;
bool direction_parse(const char *code, Direction *out) WARN_UNUSED;
bool indicator_rhythm_parse(const char *code, IndicatorRhythm *out) WARN_UNUSED;
bool reading_kind_parse(const char *code, ReadingKind *out) WARN_UNUSED;
bool target_kind_parse(const char *code, TargetKind *out) WARN_UNUSED;

enum { SCALE_MAX = 4, LAST_YEAR_SCALE = 1 };
#define VALUE_MAX INT64_C(999999999999999)

typedef struct {
	int64_t id, rev;
	const char *code, *name, *unit; // "%" makes a ratio one of hundred
	int scale;                      // decimals of its values
	Direction direction;
	Aggregation aggregation;
	IndicatorRhythm rhythm;
	int64_t numerator_id, denominator_id; // of a ratio, else 0
	int64_t task_id;                      // that it measures; 0: none
	const char *task_code;                // "2.5a", "" without
	const char *numerator, *denominator;  // names, "" without
} Indicator;

bool indicator_list(Core *core, Arena *arena, Vec *out, Err *err) WARN_UNUSED; // Vec of Indicator
bool indicator_get(Core *core, int64_t id, Arena *arena, Indicator *out, Err *err) WARN_UNUSED;
// By code, or by name without regard to accents; ERR_NOT_FOUND names the codes there are.
bool indicator_find(Core *core, const char *typed, Arena *arena, Indicator *out,
	Err *err) WARN_UNUSED;

// RIGHT_DIRECT. The code is given once and for all; unit, scale and what a ratio is made of stay once
// there are readings. ERR_CONFLICT for a code that is taken, or a stale rev.
bool indicator_add(Core *core, Indicator *indicator, Err *err) WARN_UNUSED;
bool indicator_save(Core *core, const Indicator *indicator, Err *err) WARN_UNUSED;

// Targets --------------------------------------------------------------------------------------

// In force for the periods whose last day lies in its time; of several the one for the shorter time,
// then the newer. A region or district without one goes by that of the place above it, unless it is a
// sum that was aimed at: nobody's share of it is known.
typedef struct {
	int64_t id, rev, indicator_id;
	Place place;
	TargetKind kind;
	int64_t value;         // of the indicator's scale, or of LAST_YEAR_SCALE in percent
	const char *from, *to; // "" : until further notice
	const char *document;
} IndicatorTarget;

// RIGHT_DIRECT. Of one place and time there is one: setting it again changes it, where its rev is the
// target's (REV_ANY: whatever it is; REV_NONE: there must be none), else ERR_CONFLICT.
bool target_set(Core *core, const IndicatorTarget *target, Err *err) WARN_UNUSED;
bool target_remove(Core *core, int64_t id, int64_t rev, Err *err) WARN_UNUSED;
bool target_list(Core *core, int64_t indicator_id, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
// In the indicator's unit, or in percent of the same period.
bool target_value_read(const Indicator *indicator, TargetKind kind, const char *typed, int64_t *out,
	Err *err) WARN_UNUSED;
// "2021", "2021H2", "2021Q4", "2021-11" as first and last day.
bool target_period_read(const char *typed, char from[11], char to[11], Err *err) WARN_UNUSED;
// "năm 2021", "quý IV-2021", "từ 07/10/2021"
const char *target_period_words(const IndicatorTarget *target, Arena *arena);

// Readings -------------------------------------------------------------------------------------

typedef struct {
	int64_t indicator_id, district_id;
	ReadingKind kind;
	const char *as_of; // "" is today; of an estimate at most a year ahead
	int64_t value;
	const char *document;
	int64_t seen; // reading_newest() when the person looked: where a newer one of the same district,
		      // day and kind counts by now, ERR_CONFLICT. 0: whatever counts
} ReadingInput;

// Never 0.
bool reading_newest(Core *core, int64_t *out, Err *err) WARN_UNUSED;
// What others have told of the same since then: "61,2%, đ/c …"; "" for nothing.
bool reading_since(Core *core, const ReadingInput *input, Arena *arena, const char **out,
	Err *err) WARN_UNUSED;

// RIGHT_PROGRESS on each district. Many at once, as one change: all or none; where one is wrong,
// *failed is its index, else n.
bool reading_record(Core *core, const ReadingInput *inputs, size_t n, size_t *failed,
	Err *err) WARN_UNUSED;
bool reading_check(Core *core, const ReadingInput *input, Err *err) WARN_UNUSED;
bool reading_kind_read(const char *typed, ReadingKind *out, Err *err) WARN_UNUSED;
// "412,5", "412,5 tỷ đồng", "61 %"; the unit is the indicator's own.
bool reading_value_read(const Indicator *indicator, const char *typed, int64_t *out,
	Err *err) WARN_UNUSED;
// A day without a year is the nearest one not after today, of an estimate the nearest of all.
bool reading_day_read(Core *core, const char *typed, ReadingKind kind, char iso[11],
	Err *err) WARN_UNUSED;

typedef struct {
	int64_t id, rev, indicator_id, district_id;
	const char *indicator, *district; // the indicator's name where it is not the one asked for
	ReadingKind kind;
	int64_t value;
	int scale;
	const char *as_of, *document, *person;
	int64_t entered_at;
	bool withdrawn, superseded; // a newer one of the same district, day and kind counts
} Reading;

// Vec of Reading, the newest day first; of a ratio those of its two. place narrows to its districts of
// today.
bool reading_list(Core *core, int64_t indicator_id, Place place, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;
// One's own row (another's: the Office); the one before counts again.
bool reading_withdraw(Core *core, int64_t id, Err *err) WARN_UNUSED;
bool reading_may_withdraw(Core *core, int64_t id, Err *err) WARN_UNUSED;

// What follows from them -----------------------------------------------------------------------

// Of `all` districts `with` have what is needed; known is false where none has, or a ratio's
// denominators add up to 0.
typedef struct {
	bool known;
	int64_t value;
	int with, all;
} Amount;

// How a figure stands to its target.
typedef struct {
	bool set;        // there is a target
	bool known, met; // there is a figure to compare
	TargetKind kind;
	int64_t target;     // what was set, of `scale`
	int64_t compared;   // the figure, or its percentage of last year's
	int64_t difference; // compared − target
	int scale;
	int64_t level; // the target in the indicator's own unit: where a line is drawn
} Standing;

// One period of a place.
typedef struct {
	Date from, to;
	Amount of[READING_KINDS];
	Amount last_year[READING_KINDS]; // percent of the same period last year, of LAST_YEAR_SCALE, over
					 // the districts that have both
	Standing standing[READING_KINDS];
	const char *name; // "11/2021", "IV/2021", "2021H2", "2021"
} IndicatorPoint;

// A place with its periods, from the first one with a reading to the last.
typedef struct {
	Place place;
	const char *title, *code;
	int depth; // 0 the province, 1 a region, 2 a district
	const IndicatorPoint *points;
	size_t points_n;
	int latest; // the last one whose actual figure is known, -1 for none
	Standing current; // its standing; without one, the target of today
} IndicatorSeries;

// Vec of IndicatorSeries: the province, each region and behind it its districts.
bool indicator_series_all(Core *core, int64_t indicator_id, Arena *arena, Vec *out,
	Err *err) WARN_UNUSED;

// An indicator at a place, as lists show it.
typedef struct {
	Indicator indicator;
	IndicatorSeries series;
} IndicatorLine;

// Vec of IndicatorLine: every indicator at the place.
bool indicator_lines(Core *core, Place place, Arena *arena, Vec *out, Err *err) WARN_UNUSED;

// Words ----------------------------------------------------------------------------------------

// "1.234,5 tỷ đồng", "61,2%"; unit "" leaves it out.
void amount_show(Buf *out, int64_t value, int scale, const char *unit);
// "thấp hơn 34 điểm phần trăm", "đạt"; "" where nothing is to be compared
void standing_show(Buf *out, const Indicator *indicator, const Standing *standing);
// The same in few columns: "kém 34 điểm %", "đạt"
void standing_show_brief(Buf *out, const Indicator *indicator, const Standing *standing);
// "95%", "≥ 100% cùng kỳ"; "" without
void standing_target_show(Buf *out, const Indicator *indicator, const Standing *standing);
// "3/15 địa phương chưa có số liệu"; "" where none is missing
void missing_show(Buf *out, const Amount *amount);
// All there is to say of a place's latest period: "11/2021: 61,2%, ước 70%; kế hoạch 95%, thấp hơn …".
void series_show(Buf *out, const Indicator *indicator, const IndicatorSeries *series);

#endif
