// SPDX-License-Identifier: MIT
// check: whether the database is whole. Every check runs, whatever the one before found.
#include "core/check.h"

#include "base/tr.h"
#include "cli/command.h"
#include "core/journal.h"
#include "core/search.h"

typedef struct {
	bool reindex;
} Values;

static const Option options[] = {
	{ .name = "reindex",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, reindex),
		.help = N_("dựng lại chỉ mục tìm kiếm trước khi kiểm tra") },
	{ 0 },
};

typedef struct {
	Cli *cli;
	int complaints;
	const char *hint; // of the first check that complained
} Listener;

static void hear(void *state, const char *line)
{
	Listener *listener = state;
	buf_addf(&listener->cli->out, "  %s\n", line);
	listener->complaints++;
}

static const char restore[] =
	N_("Giữ nguyên tệp này, dừng ghi và khôi phục từ bản sao lưu gần nhất.");
static const char reindex[] =
	N_("Dữ liệu vẫn nguyên; dựng lại chỉ mục bằng `dieuphoi check --reindex`.");

// What was counted, in words that take the number; "" where nothing is. hint: what mends it.
typedef struct {
	const char *what, *counted, *hint;
	bool (*run)(Core *core, Listener *listener, int64_t *count, Err *err);
} Check;

static bool check_file(Core *core, Listener *listener, int64_t *count, Err *err)
{
	*count = 0;
	return db_integrity(core_db(core), hear, listener, err);
}

static bool check_journal(Core *core, Listener *listener, int64_t *count, Err *err)
{
	(void)listener;
	return journal_verify(core, count, err);
}

static bool check_words(Core *core, Listener *listener, int64_t *count, Err *err)
{
	return check_ranges(core, hear, listener, count, err);
}

static bool check_index(Core *core, Listener *listener, int64_t *count, Err *err)
{
	return search_check(core, hear, listener, count, err);
}

static const Check checks[] = {
	{ N_("Tệp và liên kết giữa các bảng"), "", restore, check_file },
	{ N_("Chuỗi nhật ký"), N_(" (%lld mục)"), restore, check_journal },
	{ N_("Vị trí lời trích trong văn bản"), N_(" (%lld đoạn)"), restore, check_words },
	{ N_("Chỉ mục tìm kiếm"), N_(" (%lld mục)"), reindex, check_index },
};

static void run_check(const Check *check, Listener *listener)
{
	Err err = ERR_INIT;
	Buf *out = &listener->cli->out;
	int64_t count = 0;
	int before = listener->complaints;
	size_t start = out->len;
	if (!check->run(listener->cli->core, listener, &count, &err))
		hear(listener, err.message);
	if (listener->complaints > before && !listener->hint)
		listener->hint = check->hint;
	Buf verdict = BUF_INIT;
	buf_adds(&verdict, tr(check->what));
	if (*check->counted)
		buf_addf(&verdict, tr(check->counted), (long long)count);
	buf_addf(&verdict, ": %s\n", listener->complaints == before ? tr("tốt") : tr("HỎNG"));
	buf_splice(out, start, 0, verdict.bytes, verdict.len);
	buf_release(&verdict);
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Listener listener = { .cli = cli };
	if (!cli_open(cli, DB_OPEN, err) || (given->reindex && !search_rebuild(cli->core, err)))
		return false;
	const char *path = db_path(core_db(cli->core));
	buf_addf(&cli->out, "%s\n", path);
	for (size_t i = 0; i < sizeof(checks) / sizeof(*checks); i++)
		run_check(&checks[i], &listener);
	if (listener.complaints == 0)
		return true;
	err_set(err, ERR_DB, tr("%s: có %d chỗ hỏng."), path, listener.complaints);
	return err_hint(err, "%s", tr(listener.hint));
}

const Command check_command = {
	.name = "check",
	.summary = N_("Kiểm tra cơ sở dữ liệu còn nguyên vẹn"),
	.help = N_("Xem tệp, liên kết giữa các bảng, chuỗi nhật ký, vị trí các lời trích và chỉ "
		   "mục tìm kiếm."),
	.arguments = no_options,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
