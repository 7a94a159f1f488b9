// SPDX-License-Identifier: MIT
#include "cli/command.h"

const Option no_options[] = { { 0 } };

const Command *const commands[] = {
	&init_command,
	&demo_command,
	&regions_apply_command,
	&directive_add_command,
	&directive_check_command,
	&directive_list_command,
	&task_list_command,
	&progress_set_command,
	&progress_import_command,
	&meeting_list_command,
	&meeting_show_command,
	&review_list_command,
	&review_show_command,
	&user_add_command,
	&user_list_command,
	&assign_command,
	&search_command,
	&undo_command,
	&redo_command,
	&check_command,
	&backup_command,
	&restore_command,
	&audit_log_command,
	&audit_show_command,
	&audit_verify_command,
	&audit_head_command,
	&help_command,
	NULL,
};
