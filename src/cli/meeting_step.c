// SPDX-License-Identifier: MIT
// meeting add, edit, start, end, cancel, finalise, reopen: a meeting's way, step by step.
#include "cli/meeting_parts.h"

#include "core/org.h"
#include "core/person.h"

#include <string.h>

// --- add, edit -------------------------------------------------------------------------------

typedef struct {
	MeetingOf of; // the region, where one is added
	const char *kind, *subject, *date, *start, *end, *place, *chair, *recorder;
} HeadValues;

static const char *const kind_words[] = { "meeting", "conference", "survey", NULL };

static const Option head_options[] = {
	{ .name = "kind",
		.type = OPTION_WORD,
		.offset = offsetof(HeadValues, kind),
		.words = kind_words,
		.value = N_("LOẠI"),
		.help = N_("meeting buổi làm việc, conference hội nghị, survey khảo sát") },
	{ .name = "subject",
		.type = OPTION_LINE,
		.offset = offsetof(HeadValues, subject),
		.value = N_("LỜI"),
		.help = N_("nội dung; khi thêm cũng là tên nội dung đầu tiên") },
	{ .name = "date",
		.type = OPTION_LINE,
		.offset = offsetof(HeadValues, date),
		.value = N_("NGÀY"),
		.help = N_("ngày họp; không ghi là hôm nay") },
	{ .name = "start",
		.type = OPTION_LINE,
		.offset = offsetof(HeadValues, start),
		.value = N_("GIỜ"),
		.help = N_("giờ bắt đầu, như 14:00 hoặc 14h30") },
	{ .name = "end",
		.type = OPTION_LINE,
		.offset = offsetof(HeadValues, end),
		.value = N_("GIỜ"),
		.help = N_("giờ kết thúc") },
	{ .name = "place",
		.type = OPTION_LINE,
		.offset = offsetof(HeadValues, place),
		.value = N_("NƠI"),
		.help = N_("nơi họp") },
	{ .name = "chair",
		.type = OPTION_LINE,
		.offset = offsetof(HeadValues, chair),
		.value = N_("NGƯỜI"),
		.help = N_("người chủ trì; không ghi là người phụ trách vùng") },
	{ .name = "recorder",
		.type = OPTION_LINE,
		.offset = offsetof(HeadValues, recorder),
		.value = N_("NGƯỜI"),
		.help = N_("người ghi biên bản; không ghi là người đang dùng") },
	{ 0 },
};

static bool find_person(
	Cli *cli, const char *field, const char *typed, int64_t *id, Err *err)
{
	Person person;
	if (!*typed)
		return true;
	if (!person_find(cli->core, typed, &cli->arena, &person, err))
		return err_field(err, field);
	*id = person.id;
	return true;
}

static void put(const char *given, const char **field)
{
	if (*given)
		*field = given;
}

// What was given replaces what is there.
static bool put_head(Cli *cli, const HeadValues *given, Meeting *meeting, Err *err)
{
	if (*given->kind && !meeting_kind_parse(given->kind, &meeting->kind))
		return false;
	put(given->subject, &meeting->subject);
	put(given->start, &meeting->starts);
	put(given->end, &meeting->ends);
	put(given->place, &meeting->place);
	return (!*given->date || cli_date(cli, "date", given->date, &meeting->held_on, err)) &&
	       find_person(cli, "chair", given->chair, &meeting->chair_id, err) &&
	       find_person(cli, "recorder", given->recorder, &meeting->recorder_id, err);
}

static const Option add_arguments[] = {
	{ .name = N_("VÙNG"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(MeetingOf, id),
		.help = N_("mã vùng") },
	{ 0 },
};

static bool say_offer(Cli *cli, int64_t meeting_id, Err *err)
{
	Vec tasks;
	vec_init(&tasks, sizeof(AgendaTask));
	bool ok = agenda_offer(cli->core, meeting_id, &cli->arena, &tasks, err);
	if (ok && tasks.len)
		buf_addf(&cli->out,
			tr("Vùng còn %d nhiệm vụ chưa xong; xem bằng `dieuphoi meeting tasks %s`.\n"),
			(int)tasks.len, cli_id(cli, meeting_id));
	vec_release(&tasks);
	return ok;
}

static bool run_add(Cli *cli, const void *values, Err *err)
{
	const HeadValues *given = values;
	Region region;
	Meeting meeting = { .subject = "", .held_on = "", .starts = "", .ends = "", .place = "" };
	if (!cli_open(cli, DB_OPEN, err) ||
		!region_by_code(cli->core, given->of.id, &cli->arena, &region, err) ||
		!put_head(cli, given, &meeting, err))
		return false;
	meeting.region_id = region.id;
	if (!meeting_add(cli->core, &meeting, err))
		return false;
	buf_addf(&cli->out, tr("Đã thêm buổi làm việc số %s, %s.\n"),
		cli_id(cli, meeting.id), region.title);
	return say_offer(cli, meeting.id, err);
}

const Command meeting_add_command = {
	.name = "meeting add",
	.summary = N_("Thêm một buổi làm việc của vùng"),
	.help = N_("Chương trình có sẵn nội dung buổi trước chuyển sang; thành phần dự là những người "
		   "được phân công và đang giữ chức vụ ngày ấy. Ngày còn ở trước là dự kiến."),
	.arguments = add_arguments,
	.options = head_options,
	.values_size = sizeof(HeadValues),
	.run = run_add,
};

static bool run_edit(Cli *cli, const void *values, Err *err)
{
	const HeadValues *given = values;
	Meeting meeting;
	AttendanceMoved moved;
	if (!meeting_find(cli, &given->of, &meeting, err) || !put_head(cli, given, &meeting, err) ||
		!meeting_save(cli->core, &meeting, &cli->arena, &moved, err))
		return false;
	buf_addf(&cli->out, tr("Đã ghi buổi làm việc số %s.\n"), cli_id(cli, meeting.id));
	if (moved.came)
		buf_addf(&cli->out, tr("Thêm vào thành phần dự: %s.\n"), moved.came_names);
	if (moved.gone)
		buf_addf(&cli->out, tr("Bỏ khỏi thành phần dự: %s.\n"), moved.gone_names);
	return true;
}

const Command meeting_edit_command = {
	.name = "meeting edit",
	.summary = N_("Sửa phần đầu của một buổi làm việc"),
	.help = N_("Không ghi gì thì giữ như cũ. Đổi ngày, người chủ trì hoặc người ghi thì những người ghi "
		   "sẵn trong thành phần dự đổi theo; ai đã được ghi có mặt, vắng thì giữ nguyên."),
	.arguments = of_meeting,
	.options = head_options,
	.values_size = sizeof(HeadValues),
	.run = run_edit,
};

// --- start, end, cancel, finalise, reopen --------------------------------------------------------------

static bool run_start(Cli *cli, const void *values, Err *err)
{
	Meeting meeting;
	if (!meeting_find(cli, values, &meeting, err) ||
		!meeting_start(cli->core, meeting.id, meeting.rev, err))
		return false;
	buf_addf(&cli->out, tr("Buổi làm việc số %s đã bắt đầu.\n"),
		cli_id(cli, meeting.id));
	return true;
}

const Command meeting_start_command = {
	.name = "meeting start",
	.summary = N_("Bắt đầu một buổi làm việc dự kiến"),
	.arguments = of_meeting,
	.options = no_options,
	.values_size = sizeof(MeetingOf),
	.run = run_start,
};

static bool run_end(Cli *cli, const void *values, Err *err)
{
	Meeting meeting;
	if (!meeting_find(cli, values, &meeting, err) ||
		!meeting_end(cli->core, meeting.id, meeting.rev, err))
		return false;
	buf_addf(&cli->out, tr("Buổi làm việc số %s đã kết thúc; biên bản là bản nháp.\n"),
		cli_id(cli, meeting.id));
	return true;
}

const Command meeting_end_command = {
	.name = "meeting end",
	.summary = N_("Kết thúc một buổi làm việc đang diễn ra"),
	.arguments = of_meeting,
	.options = no_options,
	.values_size = sizeof(MeetingOf),
	.run = run_end,
};

static bool run_cancel(Cli *cli, const void *values, Err *err)
{
	Meeting meeting;
	if (!meeting_find(cli, values, &meeting, err) ||
		!meeting_cancel(cli->core, meeting.id, meeting.rev, err))
		return false;
	buf_addf(&cli->out, tr("Đã hủy buổi làm việc số %s.\n"), cli_id(cli, meeting.id));
	return true;
}

const Command meeting_cancel_command = {
	.name = "meeting cancel",
	.summary = N_("Hủy một buổi làm việc còn dự kiến"),
	.help = N_("Chương trình và thành phần dự bỏ theo; `undo` lấy lại được."),
	.arguments = of_meeting,
	.options = no_options,
	.values_size = sizeof(MeetingOf),
	.run = run_cancel,
};

typedef struct {
	MeetingOf of;
	OptionInt number;
} FinaliseValues;

static const Option finalise_options[] = {
	{ .name = "number",
		.type = OPTION_INT,
		.offset = offsetof(FinaliseValues, number),
		.min = 1,
		.max = MEETING_NUMBER_MAX,
		.value = N_("SỐ"),
		.help = N_("số chưa dùng trong nhiệm kỳ; không ghi là số tiếp theo") },
	{ 0 },
};

static bool run_finalise(Cli *cli, const void *values, Err *err)
{
	const FinaliseValues *given = values;
	Meeting meeting;
	if (!meeting_find(cli, &given->of, &meeting, err) ||
		!meeting_finalise(cli->core, meeting.id, meeting.rev,
			given->number.given ? given->number.value : 0, err) ||
		!meeting_get(cli->core, meeting.id, &cli->arena, &meeting, err))
		return false;
	buf_addf(&cli->out, tr("Biên bản số %s đã hoàn tất và khóa lại.\n"), meeting.number);
	return true;
}

const Command meeting_finalise_command = {
	.name = "meeting finalise",
	.summary = N_("Hoàn tất biên bản: cấp số và khóa lại"),
	.help = N_("Còn thiếu gì thì nêu từng điều và không hoàn tất. Mọi loại buổi làm việc chung một "
		   "dãy số BB trong một nhiệm kỳ."),
	.arguments = of_meeting,
	.options = finalise_options,
	.values_size = sizeof(FinaliseValues),
	.run = run_finalise,
};

typedef struct {
	MeetingOf of;
	const char *reason;
} ReopenValues;

static const Option reopen_options[] = {
	{ .name = "reason",
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(ReopenValues, reason),
		.value = N_("LỜI"),
		.help = N_("lý do mở lại") },
	{ 0 },
};

static bool run_reopen(Cli *cli, const void *values, Err *err)
{
	const ReopenValues *given = values;
	Meeting meeting;
	if (!meeting_find(cli, &given->of, &meeting, err) ||
		!meeting_reopen(cli->core, meeting.id, meeting.rev, given->reason, err))
		return false;
	buf_addf(&cli->out,
		tr("Đã mở lại biên bản số %s; bản cũ được giữ (`dieuphoi meeting diff %s`).\n"),
		meeting.number, cli_id(cli, meeting.id));
	return true;
}

const Command meeting_reopen_command = {
	.name = "meeting reopen",
	.summary = N_("Mở lại biên bản mới nhất của vùng"),
	.arguments = of_meeting,
	.options = reopen_options,
	.values_size = sizeof(ReopenValues),
	.run = run_reopen,
};
