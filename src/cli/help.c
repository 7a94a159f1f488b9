// SPDX-License-Identifier: MIT
#include "cli/help.h"

#include "base/tr.h"
#include "cli/table.h"
#include "config/suggest.h"
#include "text/clean.h"

#include <string.h>

static const TableColumn two_columns[] = { { NULL, ALIGN_LEFT }, { NULL, ALIGN_LEFT } };

static bool in_group(const Command *command, const char *group)
{
	size_t n = strlen(group);
	return strncmp(command->name, group, n) == 0 && command->name[n] == ' ';
}

static bool group_exists(const char *group)
{
	for (const Command *const *command = commands; *command; command++)
		if (in_group(*command, group))
			return true;
	return false;
}

static void list_commands(const char *group, Buf *out)
{
	Table table = table_new(two_columns, 2);
	for (const Command *const *command = commands; *command; command++)
		if (!group || in_group(*command, group))
			table_add(&table,
				(const char *[]){ (*command)->name, tr((*command)->summary) });
	table_print(&table, "  ", out);
}

static void add_words(Buf *out, const Option *option)
{
	for (const char *const *word = option->words; word && *word; word++)
		buf_addf(out, "%s%s", word == option->words ? ": " : ", ", *word);
}

static void list_options(const Option *options, const char *dashes, Buf *out)
{
	Arena arena = ARENA_INIT;
	Table table = table_new(two_columns, 2);
	for (const Option *option = options; option->name; option++) {
		Buf help = BUF_INIT;
		buf_adds(&help, tr(option->help));
		add_words(&help, option);
		const char *name = *dashes ? option->name : tr(option->name);
		const char *value = *dashes && option->value ? tr(option->value) : "";
		table_add(&table, (const char *[]){ arena_printf(&arena, "%s%s%s%s", dashes, name,
							    *value ? " " : "", value),
					  arena_strdup(&arena, help.bytes) });
		buf_release(&help);
	}
	table_print(&table, "  ", out);
	arena_release(&arena);
}

void help_overview(Buf *out)
{
	buf_addf(out, "dieuphoi %s: %s\n\n", DIEUPHOI_VERSION,
		tr("theo dõi, điều phối việc chỉ đạo các vùng kinh tế của tỉnh."));
	buf_addf(out, "%s\n%s\n\n", tr("Cách dùng: dieuphoi [tùy chọn chung] [LỆNH …]"),
		tr("Không ghi lệnh thì mở toàn màn hình."));
	buf_addf(out, "%s\n", tr("Các lệnh:"));
	list_commands(NULL, out);
	buf_addf(out, "\n%s\n", tr("Tùy chọn chung, ghi ở lệnh nào cũng được:"));
	list_options(global_options, "--", out);
	buf_addf(out, "\n%s\n",
		tr("Mã thoát: 0 xong, 1 hỏng, 2 sai cách dùng, 3 không có, 4 bận hoặc xung đột, "
		   "5 không được phép."));
	buf_addf(out, "%s\n",
		tr("Chi tiết một lệnh: dieuphoi help LỆNH, hoặc dieuphoi LỆNH --help."));
}

static void add_usage(const Command *command, Buf *out)
{
	buf_addf(out, tr("Cách dùng: dieuphoi %s"), command->name);
	for (const Option *argument = command->arguments; argument->name; argument++)
		buf_addf(out, argument->need == OPTION_REQUIRED ? " %s" : " [%s]",
			tr(argument->name));
	for (const Option *option = command->options; option->name; option++)
		if (option->need == OPTION_REQUIRED)
			buf_addf(out, " --%s %s", option->name, tr(option->value));
	buf_addf(out, " %s\n\n", tr("[tùy chọn]"));
}

void help_of_command(const Command *command, Buf *out)
{
	add_usage(command, out);
	buf_addf(out, "%s.\n", tr(command->summary));
	if (command->help)
		buf_addf(out, "%s\n", tr(command->help));
	if (command->arguments->name) {
		buf_addf(out, "\n%s\n", tr("Tham số:"));
		list_options(command->arguments, "", out);
	}
	if (command->options->name) {
		buf_addf(out, "\n%s\n", tr("Tùy chọn:"));
		list_options(command->options, "--", out);
	}
	buf_addf(out, "\n%s\n", tr("Tùy chọn chung:"));
	list_options(global_options, "--", out);
}

void help_of_group(const char *group, Buf *out)
{
	buf_addf(out, tr("Các lệnh %s:"), group);
	buf_addch(out, '\n');
	list_commands(group, out);
}

static const Command *by_name(const char *name)
{
	for (const Command *const *command = commands; *command; command++)
		if (strcmp((*command)->name, name) == 0)
			return *command;
	return NULL;
}

// The nearest command to both words, else to the first alone.
static const char *nearest(const char *both, const char *first)
{
	const char *const typed[] = { both, first };
	for (size_t i = 0; i < 2; i++) {
		Suggest suggest = suggest_begin(typed[i]);
		for (const Command *const *command = commands; *command; command++)
			suggest_offer(&suggest, (*command)->name);
		if (suggest.best)
			return suggest.best;
	}
	return NULL;
}

static bool unknown_command(const char *both, const char *first, Arena *arena, Err *err)
{
	const char *typed = group_exists(first) ? both : first;
	const char *best = nearest(both, first);
	err_set(err, ERR_INVALID, tr("Không có lệnh “%s”."),
		text_clean_arena(arena, typed, CLEAN_LINE));
	if (best)
		return err_hint(
			err, tr("Có phải là “%s”? Xem các lệnh bằng `dieuphoi help`."), best);
	return err_hint(err, "%s", tr("Xem các lệnh bằng `dieuphoi help`."));
}

bool command_find(
	int argc, char *const *argv, Arena *arena, const Command **out, int *taken, Err *err)
{
	bool second = argc > 1 && argv[1][0] != '-';
	const char *both = second ? arena_printf(arena, "%s %s", argv[0], argv[1]) : argv[0];
	bool group = group_exists(argv[0]);
	*out = by_name(both);
	*taken = second ? 2 : 1;
	// A word alone may be a command, beside others that begin with it: backup DIR, backup keygen.
	if (!*out && (!group || by_name(argv[0]))) {
		*taken = 1;
		*out = by_name(argv[0]);
	}
	return *out || (group && !second) || unknown_command(both, argv[0], arena, err);
}

// --- help [COMMAND] --------------------------------------------------------------------------

typedef struct {
	const char *words[2];
} HelpValues;

static const Option help_arguments[] = {
	{ .name = N_("LỆNH"),
		.type = OPTION_LINE,
		.offset = offsetof(HelpValues, words[0]),
		.help = N_("tên lệnh, như task") },
	{ .name = N_("VIỆC"),
		.type = OPTION_LINE,
		.offset = offsetof(HelpValues, words[1]),
		.help = N_("từ thứ hai của tên lệnh, như list") },
	{ 0 },
};

static bool run_help(Cli *cli, const void *values, Err *err)
{
	const HelpValues *help = values;
	const Command *command = NULL;
	int taken = 0;
	char *words[2] = { arena_strdup(&cli->arena, help->words[0]),
		arena_strdup(&cli->arena, help->words[1]) };
	if (!*words[0]) {
		help_overview(&cli->out);
		return true;
	}
	if (!command_find(*words[1] ? 2 : 1, words, &cli->arena, &command, &taken, err))
		return false;
	if (command)
		help_of_command(command, &cli->out);
	else
		help_of_group(words[0], &cli->out);
	return true;
}

const Command help_command = {
	.name = "help",
	.summary = N_("Nói cách dùng của chương trình hay của một lệnh"),
	.arguments = help_arguments,
	.options = no_options,
	.values_size = sizeof(HelpValues),
	.run = run_help,
};
