// SPDX-License-Identifier: MIT
#include "tui/views/forms.h"

#include "tui/views.h"

#include <string.h>

const FormSpec *const form_list[] = {
	&attendance_add_form,
	&attendance_edit_form,
	&progress_form,
	&leaf_set_form,
	&leaf_extend_form,
	&leaf_end_form,
	&progress_many_form,
	&task_edit_form,
	&task_add_form,
	&conclusion_add_form,
	&conclusion_edit_form,
	&conclusion_task_form,
	&meeting_add_form,
	&meeting_edit_form,
	&agenda_add_form,
	&agenda_rename_form,
	&meeting_reopen_form,
	&meeting_number_form,
	&review_proposal_form,
	&review_decision_form,
	&review_approve_form,
	&review_return_form,
	&review_paper_form,
	&review_follow_up_form,
	&remark_add_form,
	&remark_answer_form,
	&assign_form,
	&assignment_end_form,
	&handover_form,
	&person_edit_form,
	&user_add_form,
	&user_roles_form,
	&user_close_form,
	&key_add_form,
	&key_replace_form,
	&reminder_form,
	&report_extend_form,
	&series_add_form,
	&series_edit_form,
	&indicator_add_form,
	&indicator_edit_form,
	&target_form,
	&body_add_form,
	&closing_carry_form,
	&closing_end_form,
	NULL,
};

const TextSpec *const text_list[] = {
	&proceedings_text,
	&review_section_text,
	NULL,
};

static const ViewOps *const grid_list[] = {
	&progress_grid_view,
	&round_grid_view,
	&reading_grid_view,
	&closing_view,
	NULL,
};

const ViewOps *typed_by_name(const char *name, const void **spec)
{
	for (const FormSpec *const *form = form_list; *form; form++) {
		*spec = *form;
		if (strcmp((*form)->name, name) == 0)
			return &form_view;
	}
	for (const TextSpec *const *text = text_list; *text; text++) {
		*spec = *text;
		if (strcmp((*text)->name, name) == 0)
			return &text_view;
	}
	*spec = NULL;
	for (const ViewOps *const *grid = grid_list; *grid; grid++)
		if (strcmp((*grid)->name, name) == 0)
			return *grid;
	return NULL;
}
