// SPDX-License-Identifier: MIT
#include "base/tr.h"

#include "base/tr_parts.h"

#include <stdlib.h>
#include <string.h>

const char *const tr_names[] = { [TR_VIETNAMESE] = "vi", [TR_ENGLISH] = "en", NULL };

static TrLanguage chosen = TR_VIETNAMESE;

bool tr_language_named(const char *name, TrLanguage *out, Err *err)
{
	for (int i = 0; tr_names[i]; i++) {
		if (strcmp(name, tr_names[i]) == 0) {
			*out = (TrLanguage)i;
			return true;
		}
	}
	err_set(err, ERR_INVALID, tr("không có ngôn ngữ “%.20s”"), name);
	return err_hint(err, "%s", tr("Dùng vi (tiếng Việt) hoặc en (tiếng Anh)."));
}

void tr_set_language(TrLanguage language)
{
	chosen = language;
}

static int compare(const void *key, const void *element)
{
	return strcmp(key, ((const TrPair *)element)->vietnamese);
}

const char *tr(const char *vietnamese)
{
	if (chosen == TR_VIETNAMESE)
		return vietnamese;
	const TrPair *pair =
		bsearch(vietnamese, tr_english, tr_english_n, sizeof(*tr_english), compare);
	return pair ? pair->english : vietnamese;
}
