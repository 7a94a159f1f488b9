// SPDX-License-Identifier: MIT
// period close: every leaf that was due and is open is decided, from a file, the rest alike.
#include "cli/command.h"
#include "cli/prose.h"

#include "base/tr.h"
#include "config/file.h"
#include "core/closing.h"

#include <string.h>

typedef struct {
	const char *period, *decisions, *rest, *due, *reason;
	bool dry_run;
} Values;

static const Option arguments[] = {
	{ .name = N_("KỲ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, period),
		.help = N_("6 tháng hoặc quý, ví dụ 2021H2, 2022Q1") },
	{ 0 },
};

static const char *const kind_codes[] = { "done", "carry", "end", NULL };

static const Option options[] = {
	{ .name = "decisions",
		.type = OPTION_PATH,
		.offset = offsetof(Values, decisions),
		.value = N_("TỆP"),
		.help = N_("mỗi dòng một việc: MÃ NƠI done|end LÝ-DO, hoặc MÃ NƠI carry HẠN-MỚI LÝ-DO") },
	{ .name = "rest",
		.type = OPTION_WORD,
		.offset = offsetof(Values, rest),
		.words = kind_codes,
		.value = N_("QUYẾT-ĐỊNH"),
		.help = N_("những việc không có trong tệp, một trong") },
	{ .name = "due",
		.type = OPTION_LINE,
		.offset = offsetof(Values, due),
		.value = N_("NGÀY"),
		.help = N_("hạn mới của những việc ấy khi chuyển tiếp; mặc định ngày cuối nửa năm, khép nửa năm thì nửa năm sau") },
	{ .name = "reason",
		.type = OPTION_LINE,
		.offset = offsetof(Values, reason),
		.value = N_("LỜI"),
		.help = N_("lý do chung của những việc ấy") },
	{ .name = "dry-run",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, dry_run),
		.help = N_("chỉ nói việc nào sẽ ra sao và còn thiếu gì, không ghi") },
	{ 0 },
};

typedef struct {
	Cli *cli;
	const Values *given;
	Period period;
	Vec leaves;    // of Leaf
	Vec decisions; // of CloseDecision
} Work;

// The file --------------------------------------------------------------------------------------

static const char *take_word(Work *work, const char **line)
{
	*line += strspn(*line, " \t");
	size_t n = strcspn(*line, " \t");
	const char *word = arena_strndup(&work->cli->arena, *line, n);
	*line += n;
	*line += strspn(*line, " \t");
	return word;
}

static bool read_line(Work *work, const char *line, Err *err)
{
	Place place;
	Leaf leaf;
	Cli *cli = work->cli;
	const char *code = take_word(work, &line), *where = take_word(work, &line);
	const char *kind = take_word(work, &line);
	CloseDecision decision = { .new_due = "" };
	if (!close_kind_parse(kind, &decision.kind)) {
		err_set(err, ERR_INVALID, tr("“%.40s” không phải là một quyết định."), kind);
		return err_hint(err, "%s", tr("Ghi done, carry hoặc end."));
	}
	if (!place_find(cli->core, where, &place, err) ||
		!leaf_find(cli->core, code, place, &cli->arena, &leaf, err) ||
		(decision.kind == CLOSE_CARRY && !cli_date(cli, "decisions", take_word(work, &line),
							 &decision.new_due, err)))
		return false;
	decision.leaf_id = leaf.leaf_id;
	decision.reason = arena_strdup(&cli->arena, line);
	*(CloseDecision *)vec_push(&work->decisions) = decision;
	return true;
}

static bool read_lines(Work *work, const Buf *text, Err *err)
{
	int number = 1;
	const char *at = text->bytes;
	for (; *at; number++) {
		size_t n = strcspn(at, "\r\n");
		const char *line = arena_strndup(&work->cli->arena, at, n);
		line += strspn(line, " \t");
		if (*line && *line != '#' && !read_line(work, line, err))
			return err_prefix(err, "%s:%d: ", work->given->decisions, number);
		at += n;
		at += at[0] == '\r' && at[1] == '\n' ? 2 : *at != '\0';
	}
	return true;
}

static bool read_file(Work *work, Err *err)
{
	Buf text = BUF_INIT;
	bool ok = !*work->given->decisions ||
		  (config_file_text(work->given->decisions, &text, err) && read_lines(work, &text, err));
	buf_release(&text);
	return ok;
}

// The rest --------------------------------------------------------------------------------------

static bool is_decided(const Work *work, int64_t leaf_id)
{
	for (size_t i = 0; i < work->decisions.len; i++)
		if (((const CloseDecision *)vec_at(&work->decisions, i))->leaf_id == leaf_id)
			return true;
	return false;
}

static bool decide_rest(Work *work, Err *err)
{
	char last[11];
	const Values *given = work->given;
	CloseDecision rest = { .reason = given->reason };
	if (!*given->rest)
		return true;
	date_iso(closing_carry_day(work->period), last);
	rest.new_due = arena_strdup(&work->cli->arena, last);
	if (!close_kind_parse(given->rest, &rest.kind)) // the options take no other
		return err_set(err, ERR_INVALID, "%s", given->rest);
	if (*given->due && !cli_date(work->cli, "due", given->due, &rest.new_due, err))
		return false;
	for (size_t i = 0; i < work->leaves.len; i++) {
		rest.leaf_id = ((const Leaf *)vec_at(&work->leaves, i))->leaf_id;
		if (!is_decided(work, rest.leaf_id))
			*(CloseDecision *)vec_push(&work->decisions) = rest;
	}
	return true;
}

// Telling ---------------------------------------------------------------------------------------

static const CloseDecision *decision_of(const Work *work, int64_t leaf_id)
{
	static const CloseDecision none = { .kind = CLOSE_UNDECIDED, .new_due = "", .reason = "" };
	for (size_t i = 0; i < work->decisions.len; i++) {
		const CloseDecision *decision = vec_at(&work->decisions, i);
		if (decision->leaf_id == leaf_id)
			return decision;
	}
	return &none;
}

static void tell(const Work *work)
{
	Cli *cli = work->cli;
	for (size_t i = 0; i < work->leaves.len; i++) {
		const Leaf *leaf = vec_at(&work->leaves, i);
		const CloseDecision *decision = decision_of(work, leaf->leaf_id);
		buf_addf(&cli->out, "%s, %s, %s, %d %%: %s", leaf->code, leaf->place_title,
			day_shown(leaf->due, &cli->arena), leaf->percent,
			close_kind_name(decision->kind));
		if (decision->kind == CLOSE_CARRY)
			buf_addf(&cli->out, tr(" đến %s"), day_shown(decision->new_due, &cli->arena));
		buf_addf(&cli->out, "%s%s\n", *decision->reason ? "; " : "", decision->reason);
	}
}

static bool carry_out(Work *work, Err *err)
{
	size_t failed;
	Core *core = work->cli->core;
	const CloseDecision *decisions = work->decisions.items;
	size_t n = work->decisions.len;
	if (work->given->dry_run) {
		tell(work);
		if (!closing_check(core, work->period, decisions, n, &failed, err))
			return false;
		buf_addf(&work->cli->out, tr("Khép được kỳ %s: %zu việc; chưa ghi gì.\n"),
			work->given->period, n);
		return true;
	}
	if (!closing_close(core, work->period, decisions, n, &failed, err))
		return false;
	buf_addf(&work->cli->out, tr("Đã khép kỳ %s: %zu việc.\n"), work->given->period, n);
	return true;
}

static bool run(Cli *cli, const void *values, Err *err)
{
	Work work = { .cli = cli, .given = values };
	if (!period_parse_any(work.given->period, &work.period)) {
		err_set(err, ERR_INVALID, tr("Không có kỳ “%s”."), work.given->period);
		return err_hint(err, "%s", tr("Ghi năm và nửa năm hay quý, ví dụ 2021H2, 2022Q1."));
	}
	if (!cli_open(cli, DB_OPEN, err))
		return false;
	vec_init(&work.leaves, sizeof(Leaf));
	vec_init(&work.decisions, sizeof(CloseDecision));
	bool ok = closing_leaves(cli->core, work.period, &cli->arena, &work.leaves, err) &&
		  read_file(&work, err) && decide_rest(&work, err) && carry_out(&work, err);
	vec_release(&work.leaves);
	vec_release(&work.decisions);
	return ok;
}

const Command period_close_command = {
	.name = "period close",
	.summary = N_("Khép một kỳ: quyết định mọi việc đến hạn còn mở, giữ số liệu như lúc ấy"),
	.help = N_("Tất cả hoặc không gì cả; nói rõ việc nào chưa quyết định. Số liệu đã khép không đổi nữa."),
	.arguments = arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
