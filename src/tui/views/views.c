// SPDX-License-Identifier: MIT
#include "tui/views.h"

#include <string.h>

static const ViewOps *const table[] = {
	&home_view, &region_view, &district_view, &leaf_view, &meeting_view, &review_view,
	&directives_view, &directive_view, &clause_view, &coverage_view,
};

const ViewOps *view_by_name(const char *name)
{
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		if (strcmp(table[i]->name, name) == 0)
			return table[i];
	return NULL;
}
