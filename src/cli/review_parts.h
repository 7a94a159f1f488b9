// SPDX-License-Identifier: MIT
// What the commands about reviews share: which one is meant.
#ifndef CLI_REVIEW_PARTS_H
#define CLI_REVIEW_PARTS_H

#include "base/tr.h"
#include "cli/command.h"
#include "core/review.h"

// The first member of a command's values.
typedef struct {
	const char *region, *period;
} ReviewOf;

// The first rows of a command's table of arguments.
#define REVIEW_ARGUMENTS \
	{ .name = N_("VÙNG"), \
		.type = OPTION_LINE, \
		.need = OPTION_REQUIRED, \
		.offset = offsetof(ReviewOf, region), \
		.help = N_("mã vùng") }, \
	{ .name = N_("KỲ"), \
		.type = OPTION_LINE, \
		.need = OPTION_REQUIRED, \
		.offset = offsetof(ReviewOf, period), \
		.help = N_("như 2021H2, là 6 tháng cuối năm 2021") }

// Opens the database. ERR_INVALID for what is no period, ERR_NOT_FOUND for no region.
bool review_find(Cli *cli, const ReviewOf *of, Review *out, Err *err) WARN_UNUSED;
bool period_read(const char *typed, Period *out, Err *err) WARN_UNUSED;
const char *period_text(Period period, Arena *arena);

#endif
