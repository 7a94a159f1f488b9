// SPDX-License-Identifier: MIT
// Every form and every long text by its stable name, so that a draft of it can be opened again.
#ifndef TUI_VIEWS_FORMS_H
#define TUI_VIEWS_FORMS_H

#include "tui/form.h"
#include "tui/text_view.h"

extern const FormSpec attendance_add_form;
extern const FormSpec attendance_edit_form;
extern const FormSpec progress_form;
extern const FormSpec leaf_set_form;
extern const FormSpec leaf_extend_form;
extern const FormSpec leaf_end_form;
extern const FormSpec progress_many_form;
extern const FormSpec task_edit_form;
extern const FormSpec task_add_form;
extern const FormSpec conclusion_add_form;
extern const FormSpec conclusion_edit_form;
extern const FormSpec conclusion_task_form;
extern const FormSpec meeting_add_form;
extern const FormSpec meeting_edit_form;
extern const FormSpec agenda_add_form;
extern const FormSpec agenda_rename_form;
extern const FormSpec meeting_reopen_form;
extern const FormSpec meeting_number_form;
extern const FormSpec review_proposal_form;
extern const FormSpec review_decision_form;
extern const FormSpec review_approve_form;
extern const FormSpec review_return_form;
extern const FormSpec review_paper_form;
extern const FormSpec review_follow_up_form;
extern const FormSpec remark_add_form;
extern const FormSpec remark_answer_form;
extern const FormSpec assign_form;
extern const FormSpec assignment_end_form;
extern const FormSpec handover_form;
extern const FormSpec person_edit_form;
extern const FormSpec user_add_form;
extern const FormSpec user_roles_form;
extern const FormSpec user_close_form;
extern const FormSpec key_add_form;
extern const FormSpec key_replace_form;
extern const FormSpec reminder_form;
extern const FormSpec report_extend_form;
extern const FormSpec series_add_form;
extern const FormSpec series_edit_form;
extern const FormSpec indicator_add_form;
extern const FormSpec indicator_edit_form;
extern const FormSpec target_form;
extern const FormSpec body_add_form;
extern const FormSpec closing_carry_form;
extern const FormSpec closing_end_form;

extern const TextSpec proceedings_text;
extern const TextSpec review_section_text;

extern const ViewOps progress_grid_view; // id: district, or other_id: region
extern const ViewOps round_grid_view;    // id: series, code: the round's number, other_id: who
extern const ViewOps reading_grid_view;  // id: indicator, other_id: region or district, 0 for all

extern const FormSpec *const form_list[]; // all of the above; NULL at the end
extern const TextSpec *const text_list[];

// The view that shows it, and in *spec what its args need; NULL where there is none of that name.
const ViewOps *typed_by_name(const char *name, const void **spec);

#endif
