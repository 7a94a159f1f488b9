// SPDX-License-Identifier: MIT
// Commands: one row for each. The dispatch, the usage lines, the help and the manual read them.
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "cli/cli.h"
#include "cli/options.h"

// What makes, reads or replaces files of the machine is not for who comes over SSH.
typedef enum { COMMAND_ANYWHERE, COMMAND_AT_MACHINE } CommandReach;

// values is the struct of values_size that arguments and options fill. Tables are never NULL.
typedef struct Command {
	const char *name;    // one or two words: "init", "task list"
	const char *summary; // one line, for tr()
	const char *help;    // more, for tr(); NULL where the summary says it all
	CommandReach reach;
	const Option *arguments;
	const Option *options;
	size_t values_size;
	bool (*run)(Cli *cli, const void *values, Err *err);
} Command;

extern const Option no_options[]; // an empty table

// All of them in the order of the help, ended by NULL.
extern const Command *const commands[];

extern const Command meeting_cancel_command, meeting_drop_command, meeting_move_command;
extern const Command init_command, demo_command, regions_apply_command, board_command;
extern const Command directive_show_command, task_show_command, reading_withdraw_command;
extern const Command regions_list_command, regions_spread_command;
extern const Command body_list_command, body_show_command, body_add_command, body_spread_command;
extern const Command directive_add_command, directive_check_command, directive_list_command;
extern const Command task_list_command, progress_set_command, progress_import_command;
extern const Command task_set_command, task_add_command, task_spread_command, task_gather_command;
extern const Command task_extend_command, task_end_command, task_resume_command;
extern const Command progress_withdraw_command;
extern const Command period_list_command, period_show_command, period_close_command;
extern const Command indicator_list_command, indicator_show_command, indicator_add_command,
	indicator_edit_command;
extern const Command indicator_target_command, reading_set_command, reading_import_command;
extern const Command meeting_list_command, meeting_show_command;
extern const Command meeting_add_command, meeting_edit_command, meeting_start_command;
extern const Command meeting_end_command, meeting_item_command, meeting_write_command;
extern const Command meeting_carry_command, meeting_tasks_command, meeting_attend_command;
extern const Command meeting_conclude_command, meeting_finalise_command, meeting_reopen_command;
extern const Command meeting_versions_command, meeting_diff_command;
extern const Command review_list_command, review_show_command, review_overview_command;
extern const Command review_schedule_command, review_begin_command, review_write_command;
extern const Command review_mark_command, review_submit_command, review_approve_command;
extern const Command review_return_command, review_paper_command, review_follow_up_command;
extern const Command review_sign_request_command, review_sign_submit_command;
extern const Command review_signature_command, review_verify_command, key_allowed_signers_command;
extern const Command conclusion_list_command;
extern const Command remark_list_command, remark_add_command, remark_answer_command;
extern const Command remark_task_command, remark_seen_command, remark_withdraw_command;
extern const Command round_list_command, round_show_command, round_set_command;
extern const Command round_import_command, round_withdraw_command, round_extend_command;
extern const Command remind_command, round_add_command, round_edit_command;
extern const Command round_history_command;
extern const Command user_add_command, user_list_command, assign_command;
extern const Command user_import_command, user_set_command, user_close_command;
extern const Command key_add_command, key_list_command, key_replace_command, key_remove_command;
extern const Command key_export_command, session_command, whoami_command, doctor_command;
extern const Command backup_command, backup_keygen_command, restore_command;
extern const Command assign_list_command, assign_end_command, assign_handover_command;
extern const Command history_command;
extern const Command audit_log_command, audit_show_command, audit_verify_command, audit_head_command;
extern const Command calendar_command, news_command;
extern const Command search_command, undo_command, redo_command, check_command, help_command;

#endif
