// SPDX-License-Identifier: MIT
// The table of commands against itself: names, options, help.
#include "cli/command.h"
#include "cli/help.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static size_t count(const Option *options)
{
	size_t n = 0;
	while (options[n].name)
		n++;
	return n;
}

static void check_option(const Option *option, size_t size)
{
	assert_true(strlen(option->help) > 0);
	assert_true(option->offset < size);
	assert_true((option->type == OPTION_WORD) == (option->words != NULL));
	assert_true(option->type != OPTION_INT || option->min < option->max);
	assert_true(strcspn(option->name, "= -") > 0);
}

static void check_options(const Option *options, size_t size)
{
	assert_true(count(options) < OPTIONS_MAX);
	for (const Option *option = options; option->name; option++) {
		check_option(option, size);
		assert_true((option->type == OPTION_FLAG) == (option->value == NULL));
		for (const Option *other = options; other < option; other++) {
			assert_string_not_equal(other->name, option->name);
			assert_int_not_equal(other->offset, option->offset);
		}
	}
}

static void options_are_sound(void **state)
{
	(void)state;
	check_options(global_options, sizeof(GlobalOptions));
	for (const Command *const *command = commands; *command; command++)
		check_options((*command)->options, (*command)->values_size);
}

// Except --as-of: where progress is written it is the day of the figures, and looking at another day
// would refuse the writing in any case.
static void options_do_not_hide_the_global_ones(void **state)
{
	(void)state;
	for (const Command *const *command = commands; *command; command++)
		for (const Option *option = (*command)->options; option->name; option++)
			for (const Option *global = global_options; global->name; global++)
				assert_true(strcmp(option->name, global->name) != 0 ||
					    strcmp(option->name, "as-of") == 0);
}

static void required_arguments_come_first(void **state)
{
	(void)state;
	for (const Command *const *command = commands; *command; command++) {
		const Option *arguments = (*command)->arguments;
		for (size_t i = 0; arguments[i].name; i++) {
			check_option(&arguments[i], (*command)->values_size);
			assert_true(i == 0 || arguments[i].need == OPTION_OPTIONAL ||
				    arguments[i - 1].need == OPTION_REQUIRED);
		}
	}
}

static void names_are_unique_and_found(void **state)
{
	(void)state;
	for (const Command *const *command = commands; *command; command++) {
		const Command *found = NULL;
		Arena arena = ARENA_INIT;
		Err err = ERR_INIT;
		int taken = 0;
		char *words[2] = { arena_strdup(&arena, (*command)->name), NULL };
		char *space = strchr(words[0], ' ');
		if (space)
			*space = '\0';
		words[1] = space ? space + 1 : arena_strdup(&arena, "--help");
		assert_true(command_find(2, words, &arena, &found, &taken, &err));
		assert_ptr_equal(found, *command);
		assert_int_equal(taken, space ? 2 : 1);
		arena_release(&arena);
	}
}

static void help_tells_every_option(void **state)
{
	(void)state;
	for (const Command *const *command = commands; *command; command++) {
		Buf out = BUF_INIT;
		help_of_command(*command, &out);
		assert_non_null(strstr(out.bytes, (*command)->summary));
		for (const Option *option = (*command)->options; option->name; option++)
			assert_non_null(strstr(out.bytes, option->help));
		buf_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options_are_sound),
		cmocka_unit_test(options_do_not_hide_the_global_ones),
		cmocka_unit_test(required_arguments_come_first),
		cmocka_unit_test(names_are_unique_and_found),
		cmocka_unit_test(help_tells_every_option),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
