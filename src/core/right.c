// SPDX-License-Identifier: MIT
#include "core/right.h"

#include "base/tr.h"
#include "core/role.h"

// How far a role's right reaches.
typedef enum { REACH_NONE, REACH_LEAD, REACH_OWN, REACH_ALL } Reach;

typedef struct {
	const char *what; // completes "Đồng chí không có quyền …"
	const char *who;  // completes "Việc này thuộc về …"
	Reach leader, secretary, office, admin, viewer;
} Rule;

// The manual's table, row by row.
static const Rule rules[RIGHT_COUNT] = {
	[RIGHT_READ] = { N_("xem"), N_("mọi người dùng"),
		REACH_ALL, REACH_ALL, REACH_ALL, REACH_ALL, REACH_ALL },
	[RIGHT_READ_OPEN] = { N_("xem bản chưa hoàn tất"),
		N_("người phụ trách, thư ký giúp việc và Văn phòng"),
		REACH_OWN, REACH_OWN, REACH_ALL, REACH_NONE, REACH_NONE },
	[RIGHT_PROGRESS] = { N_("cập nhật tiến độ nơi này"),
		N_("người phụ trách, thư ký giúp việc và Văn phòng"),
		REACH_OWN, REACH_OWN, REACH_ALL, REACH_NONE, REACH_NONE },
	[RIGHT_MEETING] = { N_("ghi buổi làm việc của vùng này"),
		N_("lãnh đạo phụ trách vùng, thư ký giúp việc và Văn phòng"),
		REACH_OWN, REACH_OWN, REACH_ALL, REACH_NONE, REACH_NONE },
	[RIGHT_REMARK] = { N_("ghi ý kiến chỉ đạo"), N_("lãnh đạo"),
		REACH_ALL, REACH_NONE, REACH_NONE, REACH_NONE, REACH_NONE },
	[RIGHT_REVIEW_WRITE] = { N_("soạn sơ kết của vùng này"),
		N_("lãnh đạo phụ trách vùng, thư ký giúp việc và Văn phòng"),
		REACH_OWN, REACH_OWN, REACH_ALL, REACH_NONE, REACH_NONE },
	[RIGHT_REVIEW_MARK] = { N_("dự kiến nhận xét địa phương này"),
		N_("người phụ trách địa phương hoặc vùng, thư ký giúp việc và Văn phòng"),
		REACH_OWN, REACH_OWN, REACH_ALL, REACH_NONE, REACH_NONE },
	[RIGHT_REVIEW_APPROVE] = { N_("duyệt sơ kết của vùng này"),
		N_("lãnh đạo đang phụ trách vùng hoặc người được giao thay"),
		REACH_LEAD, REACH_NONE, REACH_NONE, REACH_NONE, REACH_NONE },
	[RIGHT_REVIEW_RETURN] = { N_("trả lại sơ kết của vùng này"),
		N_("lãnh đạo đang phụ trách vùng và Văn phòng"),
		REACH_LEAD, REACH_NONE, REACH_ALL, REACH_NONE, REACH_NONE },
	[RIGHT_FINALISE] = { N_("hoàn tất hoặc mở lại biên bản"), N_("Văn phòng"),
		REACH_NONE, REACH_NONE, REACH_ALL, REACH_NONE, REACH_NONE },
	[RIGHT_DIRECT] = { N_("quản lý văn bản, nhiệm vụ và phân công"), N_("Văn phòng"),
		REACH_NONE, REACH_NONE, REACH_ALL, REACH_NONE, REACH_NONE },
	[RIGHT_ADMINISTER] = { N_("quản lý người dùng và địa bàn"), N_("quản trị"),
		REACH_NONE, REACH_NONE, REACH_NONE, REACH_ALL, REACH_NONE },
};

static Reach widest(const Rule *rule, unsigned roles)
{
	const struct {
		Role role;
		Reach reach;
	} columns[] = {
		{ ROLE_LEADER, rule->leader }, { ROLE_SECRETARY, rule->secretary },
		{ ROLE_OFFICE, rule->office }, { ROLE_ADMIN, rule->admin }, { ROLE_VIEWER, rule->viewer },
	};
	Reach reach = REACH_NONE;
	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		if (roles & columns[i].role && columns[i].reach > reach)
			reach = columns[i].reach;
	return reach;
}

bool right_rests_on_assignments(Right right)
{
	Reach reach = widest(&rules[right], ROLE_LEADER | ROLE_SECRETARY);
	return reach == REACH_LEAD || reach == REACH_OWN;
}

static bool ask(Core *core, QueryId query, int64_t place_id, bool *yes, Err *err)
{
	char today[11];
	int64_t answer = 0;
	core_today_iso(core, today);
	Stmt *stmt = db_query(core_db(core), query);
	stmt_int(stmt, core_actor(core)->id);
	stmt_int(stmt, place_id);
	stmt_text(stmt, today);
	bool ok = db_scalar(stmt, 0, &answer, err);
	*yes = answer != 0;
	return ok;
}

static bool within_reach(Core *core, Reach reach, Place place, bool *yes, Err *err)
{
	*yes = reach == REACH_ALL;
	if (reach == REACH_NONE || reach == REACH_ALL)
		return true;
	if (reach == REACH_LEAD)
		return ask(core, Q_RIGHT_LEADS_REGION, place.region_id, yes, err);
	if (place.district_id)
		return ask(core, Q_RIGHT_OWN_DISTRICT, place.district_id, yes, err);
	return ask(core, Q_RIGHT_OWN_REGION, place.region_id, yes, err);
}

bool right_check(Core *core, Right right, Place place, Err *err)
{
	bool yes = false;
	const Rule *rule = &rules[right];
	if (!core_renew_actor(core, err))
		return false;
	if (right > RIGHT_READ_OPEN && !core_check_today(core, err))
		return false;
	if (right > RIGHT_READ_OPEN && right != RIGHT_ADMINISTER && !core_check_writable(core, err))
		return false;
	if (!within_reach(core, widest(rule, core_actor(core)->roles), place, &yes, err))
		return false;
	if (yes)
		return true;
	err_set(err, ERR_DENIED, tr("Đồng chí không có quyền %s."), tr(rule->what));
	return err_hint(err, tr("Việc này thuộc về %s."), tr(rule->who));
}

bool right_check_for(Core *core, Right right, const char *what, Err *err)
{
	if (right_check(core, right, (Place){ 0 }, err))
		return true;
	if (err->kind != ERR_DENIED || core_is_as_of(core))
		return false;
	err_set(err, ERR_DENIED, tr("Đồng chí không có quyền %s."), what);
	return err_hint(err, tr("Việc này thuộc về %s."), tr(rules[right].who));
}
