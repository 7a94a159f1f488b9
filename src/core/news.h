// SPDX-License-Identifier: MIT
// News: what has happened since a moment in what the acting person follows — the regions and districts
// of one's own, for the Office and for who only reads the whole province.
#ifndef CORE_NEWS_H
#define CORE_NEWS_H

#include "base/vec.h"
#include "core/thing.h"

typedef enum {
	NEWS_REVIEW,  // submitted, returned, approved
	NEWS_LATE,    // became late
	NEWS_BLOCKED, // reported with obstacles
	NEWS_DONE,
	NEWS_MEETING, // held
	NEWS_KINDS,
} NewsKind;
const char *news_kind_code(NewsKind kind); // review, late, blocked, done, meeting

typedef struct {
	NewsKind kind;
	const char *day;   // YYYY-MM-DD
	const char *place; // "TP Phú Quốc"
	const char *text;
	const char *tail; // "hoàn thành", "quá hạn từ 20/11"
	Thing thing;
} NewsLine;

// By kind in the order above, then the newest first; Vec of NewsLine.
bool news_list(Core *core, int64_t since, Arena *arena, Vec *out, Err *err) WARN_UNUSED;
// "7 hoàn thành · 2 quá hạn mới · 3 buổi làm việc"; "" for nothing.
const char *news_sum(const Vec *lines, Arena *arena);

#endif
