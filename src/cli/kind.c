// SPDX-License-Identifier: MIT
#include "cli/kind.h"

#include "base/tr.h"
#include "config/suggest.h"

bool kind_read(const char *typed, NounKind *out, Err *err)
{
	*out = noun_by_table(typed);
	if (*out != NOUN_COUNT)
		return true;
	Suggest suggest = suggest_begin(typed);
	for (int kind = 0; kind < NOUN_COUNT; kind++)
		suggest_offer(&suggest, nouns[kind].table);
	err_set(err, ERR_INVALID, tr("Nhật ký không có loại “%s”."), typed);
	if (suggest.best)
		return err_hint(err, tr("Có phải là %s?"), suggest.best);
	return err_hint(err, "%s", tr("Các loại có trong `dieuphoi audit log`."));
}
