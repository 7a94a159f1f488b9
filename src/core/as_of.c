// SPDX-License-Identifier: MIT
// Looking at another day. Temporary views take the places of the tables (as_of.sql), so that every
// screen tells of that day without knowing it.
#include "core/core_parts.h"

#include "base/tr.h"

static const struct {
	QueryId show, hide;
} shadows[] = {
	{ Q_AS_OF_DIRECTIVE, Q_AS_OF_NO_DIRECTIVE },
	{ Q_AS_OF_TASK, Q_AS_OF_NO_TASK },
	{ Q_AS_OF_LEAF, Q_AS_OF_NO_LEAF },
	{ Q_AS_OF_EXTENSION, Q_AS_OF_NO_EXTENSION },
	{ Q_AS_OF_PROGRESS, Q_AS_OF_NO_PROGRESS },
	{ Q_AS_OF_MEETING, Q_AS_OF_NO_MEETING },
	{ Q_AS_OF_CONCLUSION, Q_AS_OF_NO_CONCLUSION },
	{ Q_AS_OF_REVIEW, Q_AS_OF_NO_REVIEW },
	{ Q_AS_OF_CLOSING, Q_AS_OF_NO_CLOSING },
	{ Q_AS_OF_REMARK, Q_AS_OF_NO_REMARK },
	{ Q_AS_OF_REPORT_SERIES, Q_AS_OF_NO_REPORT_SERIES },
	{ Q_AS_OF_REPORT_ENTRY, Q_AS_OF_NO_REPORT_ENTRY },
	{ Q_AS_OF_REPORT_EXTENSION, Q_AS_OF_NO_REPORT_EXTENSION },
	{ Q_AS_OF_REMINDER, Q_AS_OF_NO_REMINDER },
	{ Q_AS_OF_TARGET, Q_AS_OF_NO_TARGET },
	{ Q_AS_OF_READING, Q_AS_OF_NO_READING },
};

enum { SHADOWS = sizeof(shadows) / sizeof(*shadows) };

static bool come_back(Core *core, Err *err)
{
	Db *db = core_db(core);
	if (!db_unshadow(db, err))
		return false;
	for (size_t i = 0; i < SHADOWS; i++)
		if (!stmt_run(db_query(db, shadows[i].hide), err))
			return false;
	return stmt_run(db_query(db, Q_AS_OF_NO_DAY), err);
}

static bool go_to(Core *core, Date day, Err *err)
{
	char iso[11];
	Db *db = core_db(core);
	date_iso(day, iso);
	Stmt *stmt = db_query(db, Q_AS_OF_DAY);
	stmt_text(stmt, iso);
	stmt_int(stmt, core_first_instant(core, date_add_days(day, 1)));
	if (!stmt_run(stmt, err))
		return false;
	for (size_t i = 0; i < SHADOWS; i++)
		if (!stmt_run(db_query(db, shadows[i].show), err))
			return false;
	return db_shadow(db, err);
}

bool core_set_as_of(Core *core, Date day, Err *err)
{
	bool today = !date_valid(day) || date_compare(day, core_today(core)) == 0;
	if (!come_back(core, err))
		return false;
	core_keep_as_of(core, (Date){ 0 });
	if (today)
		return true;
	if (!go_to(core, day, err)) {
		Err ignored = ERR_INIT;
		bool back = come_back(core, &ignored);
		(void)back; // the first failure is the one to tell
		return false;
	}
	core_keep_as_of(core, day);
	return true;
}

void core_day_iso(const Core *core, char out[11])
{
	date_iso(core_day(core), out);
}

bool core_check_today(const Core *core, Err *err)
{
	char shown[11];
	if (!core_is_as_of(core))
		return true;
	date_show(core_day(core), shown);
	err_set(err, ERR_DENIED, tr("Đang xem theo ngày %s, không ghi được."), shown);
	return err_hint(err, "%s", tr("Về hôm nay: Ctrl+T; trên dòng lệnh thì bỏ --as-of."));
}
