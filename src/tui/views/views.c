// SPDX-License-Identifier: MIT
#include "tui/views.h"

#include <string.h>

const ViewOps *const view_list[] = {
	&home_view,
	&region_view,
	&district_view, &succession_view,
	&bodies_view, &body_view,
	&leaf_view,
	&meeting_view,
	&minutes_versions_view,
	&agenda_offer_view,
	&review_view,
	&review_text_view,
	&review_signature_view,
	&review_overview_view,
	&directives_view,
	&directive_view,
	&clause_view,
	&coverage_view,
	&task_view,
	&tasks_view,
	&closing_view,
	&periods_view,
	&closed_view,
	&news_view,
	&calendar_view,
	&conclusions_view,
	&remarks_view,
	&remark_view,
	&assignments_view,
	&person_view,
	&users_view,
	&user_view,
	&history_view,
	&search_view,
	&vietnamese_view,
	&rounds_view,
	&round_view,
	&reporter_view,
	&indicators_view,
	&indicator_view,
	&readings_view,
	NULL,
};

const ViewOps *view_by_name(const char *name)
{
	for (const ViewOps *const *view = view_list; *view; view++)
		if (strcmp((*view)->name, name) == 0)
			return *view;
	return NULL;
}
