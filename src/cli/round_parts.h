// SPDX-License-Identifier: MIT
// Between the commands about reporting rounds: nobody outside includes this.
#ifndef CLI_ROUND_PARTS_H
#define CLI_ROUND_PARTS_H

#include "cli/cli.h"
#include "core/report.h"

#include <jansson.h>

// A command's values begin with the texts `code` and, where it is about one reporter, `who`.
#define ROUND_ARGUMENT(Type)                                                                       \
	{                                                                                          \
		.name = N_("KỲ"), .type = OPTION_LINE, .need = OPTION_REQUIRED,                    \
		.offset = offsetof(Type, code),                                                    \
		.help = N_("mã của kỳ, như bc-259.3; không có .3 thì là kỳ của hôm nay")           \
	}
#define REPORTER_ARGUMENT(Type)                                                                    \
	{                                                                                          \
		.name = N_("NƠI"), .type = OPTION_LINE, .need = OPTION_REQUIRED,                   \
		.offset = offsetof(Type, who),                                                     \
		.help = N_("mã hay tên địa phương, cơ quan")                                       \
	}

// One reporter in one round, as typed.
typedef struct {
	ReportSeries series;
	int round;
	Reporter reporter;
} RoundTarget;

// Opens the database and finds it there.
bool round_target(Cli *cli, const char *code, const char *who, RoundTarget *out, Err *err) WARN_UNUSED;
json_t *round_reporter_json(const Reporter *reporter);
const char *round_standing(const Reporter *reporter, Arena *arena); // "đã nộp, chậm 2 ngày"
// "3", "-" for 0.
const char *round_number(Arena *arena, int number);

#endif
