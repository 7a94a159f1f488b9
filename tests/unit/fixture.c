// SPDX-License-Identifier: MIT
#include "unit/fixture.h"

#include "core/change.h"
#include "core/org.h"
#include "core/person.h"
#include "core/structure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char fixture_text[] =
	"CÔNG VĂN\n"
	"1. Tháo gỡ khó khăn cho sản xuất, kinh doanh.\n"
	"2. Khôi phục du lịch:\n"
	"- Đón khách quốc tế đến Phú Quốc trước ngày 11-11-2021.\n"
	"- Tiêm vắc xin cho người dân trong quý IV-2021.\n"
	"- Vận động nhân dân.\n"
	"3. Định kỳ 6 tháng sơ kết ở từng vùng.\n"
	"4. Các sở, ngành phối hợp thực hiện.\n"
	"Nơi nhận\n";

void assert_done(bool ok, const Err *err)
{
	if (!ok)
		fail_msg("[%d] %s / %s (%s)", (int)err->kind, err->message, err->hint, err->field);
}

void assert_failed(bool ok, Err *err, ErrKind kind)
{
	if (ok)
		fail_msg("done, where error %d was expected", (int)kind);
	if (err->kind != kind)
		fail_msg("wanted error %d, got [%d] %s", (int)kind, (int)err->kind, err->message);
	err_clear(err);
}

// The first person of all: nobody could grant the right to add him.
static void add_admin(Fixture *fixture)
{
	int64_t id, grant;
	Change *change = change_begin(fixture->core, "person-add");
	Stmt *stmt = change_insert(change, NOUN_PERSON, &id);
	stmt_text(stmt, "admin");
	stmt_text(stmt, "Quản Trị");
	stmt_text(stmt, "");
	stmt_blob(stmt, "a", 1);
	stmt_text(stmt, "");
	stmt_int(stmt, 900);
	for (int i = 0; i < 2; i++)
		stmt_text(stmt, NULL);
	stmt_text(stmt, "");
	for (int i = 0; i < 3; i++)
		stmt_text(stmt, NULL);
	change_run(change, stmt);
	stmt = change_insert(change, NOUN_ROLE_GRANT, &grant);
	stmt_int(stmt, id);
	stmt_text(stmt, "admin");
	for (int i = 0; i < 3; i++)
		stmt_text(stmt, NULL);
	change_run(change, stmt);
	assert_done(change_commit(change, &fixture->err), &fixture->err);
}

static void add_places(Fixture *fixture)
{
	static const WantedDistrict hd[] = {
		{ "phu-quoc", "Phú Quốc", "thành phố", "", "", 1, true, false, "", "" },
		{ "kien-hai", "Kiên Hải", "huyện", "", "", 2, true, false, "", "" },
	};
	static const WantedDistrict tsh[] = {
		{ "tan-hiep", "Tân Hiệp", "huyện", "", "", 3, true, true, "một phần", "" },
		{ "go-quao", "Gò Quao", "huyện", "", "", 4, true, false, "", "" },
	};
	static const WantedDistrict tglx[] = {
		{ "rach-gia", "Rạch Giá", "thành phố", "", "", 5, true, false, "", "" },
		{ "tan-hiep", "Tân Hiệp", "huyện", "", "", 3, false, true, "một phần", "" },
	};
	static const WantedRegion regions[] = {
		{ "hd", "Hải đảo", "", "", "", 1, hd, 2 },
		{ "tsh", "Tây Sông Hậu", "", "", "", 2, tsh, 2 },
		{ "tglx", "Tứ giác Long Xuyên", "", "", "", 3, tglx, 2 },
	};
	Vec steps;
	const WantedStructure want = { .regions = regions, .regions_n = 3 };
	vec_init(&steps, sizeof(StructureStep));
	assert_done(structure_apply(fixture->core, &want, &fixture->arena, &steps, &fixture->err),
		&fixture->err);
	vec_release(&steps);
}

static int64_t add_person(Fixture *fixture, const char *login, const char *name, const char *post,
	unsigned roles)
{
	Person person = {
		.login = login, .name = name, .sort_name = "", .post = post, .phone = "", .rank = 10,
		.from = "", .to = "", .roles = roles,
	};
	assert_done(person_add(fixture->core, &person, &fixture->err), &fixture->err);
	return person.id;
}

static void assign(Fixture *fixture, Assignment assignment)
{
	assignment.document = assignment.to = "";
	assignment.from = "2021-10-07";
	assert_done(assignment_add(fixture->core, &assignment, &fixture->err), &fixture->err);
}

static void add_people(Fixture *fixture)
{
	add_person(fixture, "office", "Ngô Thí Dụ", "chuyên viên", ROLE_OFFICE);
	int64_t leader = add_person(fixture, "leader", "Trần Văn Mẫu", "Phó Bí thư", ROLE_LEADER);
	int64_t member = add_person(fixture, "member", "Lê Thị Thử", "Ủy viên BTV", ROLE_LEADER);
	int64_t secretary = add_person(fixture, "secretary", "Võ Ví Dụ", "thư ký", ROLE_SECRETARY);
	add_person(fixture, "viewer", "Đỗ Xem", "", ROLE_VIEWER);
	fixture_as(fixture, "office");
	assign(fixture, (Assignment){ .person_id = leader,
		.region_id = fixture_place(fixture, "hd").region_id });
	assign(fixture, (Assignment){ .person_id = member,
		.district_id = fixture_place(fixture, "phu-quoc").district_id });
	assign(fixture, (Assignment){ .person_id = secretary, .member_id = leader });
}

void fixture_open(Fixture *fixture)
{
	const CoreRules rules = {
		.utc_offset = 420, .first_review = { 2021, 12, 31 }, .review_cutoff_days = 15,
		.meeting_gap_days = 45, .due_soon_days = 7,
	};
	*fixture = (Fixture){ .arena = ARENA_INIT, .err = ERR_INIT };
	snprintf(fixture->dir, sizeof(fixture->dir), "/tmp/dieuphoi-test-XXXXXX");
	assert_non_null(mkdtemp(fixture->dir));
	snprintf(fixture->path, sizeof(fixture->path), "%s/test.db", fixture->dir);
	fixture->instant = date_days((Date){ 2021, 11, 23 }) * 24 * 60 * 60 * 1000;
	assert_done(core_create(fixture->path, CORE_DEMO, 1, &rules, clock_fixed(&fixture->instant),
		&fixture->core, &fixture->err), &fixture->err);
	add_admin(fixture);
	fixture_as(fixture, "admin");
	add_places(fixture);
	add_people(fixture);
}

void fixture_close(Fixture *fixture)
{
	static const char *const suffixes[] = { "", "-wal", "-shm", ".lock" };
	char name[160];
	core_close(fixture->core);
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(*suffixes); i++) {
		snprintf(name, sizeof(name), "%s%s", fixture->path, suffixes[i]);
		unlink(name);
	}
	snprintf(name, sizeof(name), "%s.open", fixture->path);
	rmdir(name);
	unlink(name);
	rmdir(fixture->dir);
	arena_release(&fixture->arena);
}

int fixture_setup(void **state)
{
	Fixture *fixture = calloc(1, sizeof(*fixture));
	fixture_open(fixture);
	*state = fixture;
	return 0;
}

int fixture_setup_directive(void **state)
{
	fixture_setup(state);
	fixture_directive(*state);
	return 0;
}

int fixture_teardown(void **state)
{
	fixture_close(*state);
	free(*state);
	return 0;
}

void fixture_as(Fixture *fixture, const char *login)
{
	assert_done(core_act_as(fixture->core, login, &fixture->err), &fixture->err);
}

void fixture_today(Fixture *fixture, const char *iso)
{
	Date day;
	assert_true(date_parse(iso, &day));
	assert_done(core_set_today(fixture->core, day, &fixture->err), &fixture->err);
}

Place fixture_place(Fixture *fixture, const char *code)
{
	Place place;
	assert_done(place_find(fixture->core, code, &place, &fixture->err), &fixture->err);
	return place;
}

static Range range_of(const char *words)
{
	const char *at = strstr(fixture_text, words);
	assert_non_null(at);
	size_t start = (size_t)(at - fixture_text);
	return (Range){ start, start + strlen(words) };
}

static Range range_between(const char *first, const char *last)
{
	return (Range){ range_of(first).start, range_of(last).end };
}

bool fixture_directive_add(Fixture *fixture, const char *number,
	void (*edit)(NewDirective *directive, NewTask *tasks), Err *err)
{
	const NewBody bodies[] = {
		{ "bcsd-ubnd", "Ban cán sự đảng UBND tỉnh", "BCSĐ UBND tỉnh" },
		{ "btg", "Ban Tuyên giáo Tỉnh ủy", "" },
		{ "so-du-lich", "Sở Du lịch", "Sở Du lịch" },
	};
	const NewClause clauses[] = {
		{ "1", "", range_between("1. Tháo", "kinh doanh.") },
		{ "2", "", range_between("2. Khôi", "nhân dân.") },
		{ "2.1", "2", range_between("- Đón khách", "quý IV-2021.") },
		{ "2.2", "2", range_of("- Vận động nhân dân.") },
		{ "3", "", range_between("3. Định kỳ", "từng vùng.") },
		{ "4", "", range_between("4. Các sở", "thực hiện.") },
	};
	const NewCitation c1a = { "quote", range_of("Tháo gỡ khó khăn cho sản xuất, kinh doanh") };
	const NewCitation c21a[] = {
		{ "quote", range_of("Đón khách quốc tế đến Phú Quốc") },
		{ "deadline", range_of("trước ngày 11-11-2021") },
	};
	const NewCitation c21b = { "quote", range_of("Tiêm vắc xin cho người dân trong quý IV-2021") };
	const NewCitation c22a = { "quote", range_of("Vận động nhân dân") };
	const NewCitation c3a = { "quote", range_of("Định kỳ 6 tháng sơ kết ở từng vùng") };
	static const char *const lead[] = { "bcsd-ubnd" };
	static const char *const two[] = { "so-du-lich", "bcsd-ubnd" };
	static const char *const districts[] = { "districts" };
	static const char *const regions[] = { "regions" };
	static const char *const province[] = { "province" };
	static const char *const pq[] = { "phu-quoc" };
	static const char *const three[] = { "phu-quoc", "kien-hai", "tan-hiep" };
	NewTask tasks[] = {
		{ "1a", "1", "Tháo gỡ khó khăn", "", "continuous", "tiếp tục", "", "", &c1a, 1, lead, 1,
			NULL, 0, districts, 1 },
		{ "2.1a", "2.1", "Đón khách quốc tế", "", "date", "trước ngày 11-11-2021", "2021-11-11",
			"", c21a, 2, two, 2, lead, 1, pq, 1 },
		{ "2.1b", "2.1", "Tiêm vắc xin", "", "period", "quý IV-2021", "2021-12-31", "100%",
			&c21b, 1, lead, 1, NULL, 0, three, 3 },
		{ "2.2a", "2.2", "Vận động nhân dân", "không nêu riêng", "none", "", "", "", &c22a, 1,
			NULL, 0, NULL, 0, province, 1 },
		{ "3a", "3", "Sơ kết ở từng vùng", "", "recurring", "định kỳ 6 tháng", "", "", &c3a, 1,
			lead, 1, NULL, 0, regions, 1 },
	};
	NewDirective wanted = {
		.directive = {
			.number = number, .issued_on = "2021-10-07", .kind = "CV", .issuer = "Tỉnh ủy",
			.subject = "Phục hồi kinh tế", .signer_post = "Phó Bí thư",
			.signer_name = "Nguyễn Thí Dụ", .recipients = "Tỉnh ủy viên\nCác huyện ủy",
			.text = fixture_text,
		},
		.bodies = bodies, .bodies_n = 3, .clauses = clauses, .clauses_n = 6,
		.tasks = tasks, .tasks_n = sizeof(tasks) / sizeof(*tasks),
	};
	if (edit)
		edit(&wanted, tasks);
	return directive_add(fixture->core, &wanted, &fixture->directive_id, err);
}

void fixture_directive(Fixture *fixture)
{
	assert_done(fixture_directive_add(fixture, "01-CV/TU", NULL, &fixture->err), &fixture->err);
}

int64_t fixture_leaf(Fixture *fixture, const char *task, const char *place)
{
	Leaf leaf;
	assert_done(leaf_find(fixture->core, task, fixture_place(fixture, place), &fixture->arena,
		&leaf, &fixture->err), &fixture->err);
	return leaf.leaf_id;
}

void fixture_report(Fixture *fixture, const char *task, const char *place, State state, int percent,
	const char *as_of)
{
	const ProgressInput input = { state, percent, "đã làm", as_of, "BC số 41-BC/TU", 0 };
	assert_done(progress_record(fixture->core, fixture_leaf(fixture, task, place), &input,
		&fixture->err), &fixture->err);
}
