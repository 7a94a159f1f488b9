// SPDX-License-Identifier: MIT
#include "cli/roles.h"

#include "base/tr.h"
#include "cli/columns.h"
#include "config/suggest.h"

#include <string.h>

static bool unknown_role(const char *typed, const char *label, Err *err)
{
	Suggest suggest = suggest_begin(typed);
	for (const Role *role = role_list; *role; role++)
		suggest_offer(&suggest, role_code(*role));
	err_set(err, ERR_INVALID, tr("%skhông có vai “%s”."), label, typed);
	err_field(err, "role");
	if (suggest.best)
		return err_hint(err, tr("Có phải là %s?"), suggest.best);
	return err_hint(err, "%s", tr("Các vai: leader, secretary, office, admin, viewer."));
}

static unsigned role_named(const char *word)
{
	unsigned found = role_parse(word);
	for (const Role *role = role_list; !found && *role; role++)
		if (same_words(word, role_name(*role)))
			found = *role;
	return found;
}

// Parted by commas or semicolons; codes by blanks too, as names of roles have blanks.
bool roles_read(const char *typed, const char *label, Arena *arena, unsigned *out, Err *err)
{
	char *rest = arena_strdup(arena, typed);
	for (char *part; (part = strsep(&rest, ",;"));) {
		part += strspn(part, " ");
		for (size_t n = strlen(part); n && part[n - 1] == ' ';)
			part[--n] = '\0';
		unsigned whole = *part ? role_named(part) : 0;
		*out |= whole;
		for (char *word; !whole && (word = strsep(&part, " "));) {
			unsigned role = *word ? role_named(word) : 0;
			if (*word && !role)
				return unknown_role(word, label, err);
			*out |= role;
		}
	}
	return true;
}
