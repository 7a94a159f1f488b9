// SPDX-License-Identifier: MIT
// Ids as people see and type them.
#include "core/core.h"

#include "base/tr.h"

#include <stdio.h>
#include <stdlib.h>

void id_show(const Core *core, int64_t id, char out[24])
{
	long long n = (long long)(id & ((INT64_C(1) << ID_OFFICE_SHIFT) - 1));
	int office = (int)(id >> ID_OFFICE_SHIFT);
	if (office == core_office(core))
		snprintf(out, 24, "%lld", n);
	else
		snprintf(out, 24, "%d-%lld", office, n);
}

bool id_read(const Core *core, const char *typed, int64_t *out, Err *err)
{
	char *end = NULL;
	int64_t office = core_office(core);
	int64_t n = *typed >= '0' && *typed <= '9' ? strtoll(typed, &end, 10) : 0;
	if (end && *end == '-' && end[1] >= '0' && end[1] <= '9') {
		office = n;
		n = strtoll(end + 1, &end, 10);
	}
	if (!end || *end || n < 1 || n >> ID_OFFICE_SHIFT || office < 1 || office > 4095) {
		err_set(err, ERR_INVALID, tr("“%s” không phải là một số hiệu."), typed);
		return err_hint(err, "%s", tr("Số hiệu có dạng 42, hoặc 2-42 của văn phòng khác."));
	}
	*out = office << ID_OFFICE_SHIFT | n;
	return true;
}
