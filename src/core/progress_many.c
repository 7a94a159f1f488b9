// SPDX-License-Identifier: MIT
// Progress of many tasks at once, as a spreadsheet tells it.
#include "core/task.h"

#include "base/tr.h"
#include "core/task_parts.h"
#include "text/fold.h"
#include "text/number.h"

#include <stdio.h>
#include <string.h>

enum { TYPED_MAX = 100 }; // bytes: more is no state

// As offices write them. The first of a state is the one that first letters mean.
static const struct {
	State state;
	const char *words;
} spellings[] = {
	{ STATE_NOT_STARTED, VN_("chưa triển khai") },
	{ STATE_DOING, VN_("đang triển khai") },
	{ STATE_DONE, VN_("hoàn thành") },
	{ STATE_BLOCKED, VN_("vướng mắc") },
	{ STATE_NOT_STARTED, VN_("chưa thực hiện") },
	{ STATE_DOING, VN_("đang thực hiện") },
	{ STATE_DONE, VN_("đã hoàn thành") },
	{ STATE_DONE, VN_("xong") },
	{ STATE_DONE, VN_("đã xong") },
	{ STATE_BLOCKED, VN_("có vướng mắc") },
	{ STATE_BLOCKED, VN_("có khó khăn, vướng mắc") },
	{ STATE_BLOCKED, VN_("có khó khăn/vướng mắc") },
	{ STATE_BLOCKED, VN_("khó khăn, vướng mắc") },
};
enum { SPELLINGS = sizeof(spellings) / sizeof(*spellings) };

typedef enum { MATCH_NONE, MATCH_BEGINNING, MATCH_WHOLE } Match;

// Accents that were typed must be there.
static Match match(const char *words, const char *typed, const Buf *folded)
{
	Buf other = BUF_INIT;
	Match found = MATCH_NONE;
	text_fold(&other, words, strlen(words));
	if (strncmp(other.bytes, folded->bytes, folded->len) == 0 && text_contains(words, typed))
		found = other.len == folded->len ? MATCH_WHOLE : MATCH_BEGINNING;
	buf_release(&other);
	return found;
}

static bool find_name(const char *typed, const Buf *folded, Match wanted, State *out)
{
	for (int state = STATE_NOT_STARTED; state < STATE_COUNT; state++)
		if (strcmp(state_code((State)state), typed) == 0 ||
			match(state_name((State)state), typed, folded) >= wanted) {
			*out = (State)state;
			return true;
		}
	return false;
}

static bool find_spelling(const char *typed, const Buf *folded, Match wanted, State *out)
{
	for (size_t i = 0; i < SPELLINGS; i++)
		if (match(spellings[i].words, typed, folded) >= wanted) {
			*out = spellings[i].state;
			return true;
		}
	return false;
}

// The screen's own language first: "d" is done in English.
static bool find(const char *typed, const Buf *folded, State *out)
{
	return find_name(typed, folded, MATCH_WHOLE, out) ||
	       find_spelling(typed, folded, MATCH_WHOLE, out) ||
	       find_name(typed, folded, MATCH_BEGINNING, out) ||
	       find_spelling(typed, folded, MATCH_BEGINNING, out);
}

bool state_read(const char *typed, State *out, Err *err)
{
	Buf folded = BUF_INIT;
	size_t n = strlen(typed);
	if (n && n <= TYPED_MAX)
		text_fold(&folded, typed, n);
	bool ok = folded.len && find(typed, &folded, out);
	buf_release(&folded);
	if (ok)
		return true;
	err_set(err, ERR_INVALID, tr("“%.40s” không phải là một tình trạng."), typed);
	err_hint(err, "%s",
		tr("Ghi chưa triển khai, đang triển khai, hoàn thành hoặc vướng mắc; chữ đầu cũng được."));
	return err_field(err, "state");
}

bool progress_day_read(Core *core, const char *typed, char iso[11], Err *err)
{
	Date day;
	if (!date_read_past(typed, core_today(core), &day, err))
		return false;
	date_iso(day, iso);
	return day_check(core, iso, "as_of", tr("Ngày số liệu"), err);
}

bool progress_percent_read(const char *typed, int *out, Err *err)
{
	char digits[16];
	int64_t value = 0;
	size_t n = strcspn(typed, "% ");
	bool plain = !typed[n + strspn(typed + n, "% ")] && n < sizeof(digits);
	snprintf(digits, sizeof(digits), "%.*s", (int)n, typed);
	if (!number_read(plain ? digits : typed, 0, &value, err))
		return err_field(err, "percent");
	if (value < 0 || value > 100) {
		err_set(err, ERR_INVALID, "%s", tr("Tỷ lệ phải từ 0 đến 100 %."));
		return err_field(err, "percent");
	}
	*out = (int)value;
	return true;
}

static State state_of_percent(int percent)
{
	if (percent == 100)
		return STATE_DONE;
	return percent == 0 ? STATE_NOT_STARTED : STATE_DOING;
}

static int percent_of_state(const Leaf *before, State state)
{
	if (state == STATE_DONE)
		return 100;
	return state == STATE_NOT_STARTED ? 0 : before->percent;
}

void progress_complete(const Leaf *before, ProgressInput *input)
{
	if (input->state == STATE_SILENT)
		input->state = state_of_percent(input->percent);
	if (input->percent < 0)
		input->percent = percent_of_state(before, input->state);
}

static bool check_entry(Core *core, const ProgressEntry *entry, Err *err)
{
	return progress_may_tell(core, entry->leaf_id, err) &&
	       progress_check(core, &entry->input, err);
}

bool progress_record_many(
	Core *core, const ProgressEntry *entries, size_t n, size_t *failed, Err *err)
{
	for (*failed = 0; *failed < n; ++*failed)
		if (!check_entry(core, &entries[*failed], err))
			return false;
	if (!n)
		return err_set(err, ERR_INVALID, "%s", tr("Không có gì mới để ghi."));
	Arena arena = ARENA_INIT;
	Change *change = change_begin(core, "progress-record-many");
	for (size_t i = 0; i < n; i++) {
		progress_hold(change, entries[i].leaf_id);
		progress_insert(change, entries[i].leaf_id, &entries[i].input, &arena);
	}
	bool ok = change_commit(change, err);
	arena_release(&arena);
	return ok;
}
