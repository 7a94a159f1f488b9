// SPDX-License-Identifier: MIT
// What is told of another's drafts: kinds of things, for whoever hands his work over.
#include "core/draft_parts.h"

#include "base/tr.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The first one that a form's name begins with.
static const struct {
	const char *begins, *words;
} forms[] = {
	{ "agenda", N_("chương trình buổi làm việc") },
	{ "assign", N_("phân công") },
	{ "attendance", N_("điểm danh buổi làm việc") },
	{ "body", N_("cơ quan") },
	{ "closing", N_("khép kỳ") },
	{ "conclusion", N_("kết luận buổi làm việc") },
	{ "handover", N_("bàn giao") },
	{ "indicator", N_("chỉ tiêu") },
	{ "key", N_("khóa SSH") },
	{ "leaf", N_("nhiệm vụ tại địa phương") },
	{ "meeting", N_("buổi làm việc") },
	{ "person", N_("đồng chí") },
	{ "proceedings", N_("diễn biến buổi làm việc") },
	{ "progress", N_("tiến độ") },
	{ "reading", N_("số liệu chỉ tiêu") },
	{ "remark", N_("ý kiến chỉ đạo") },
	{ "reminder", N_("đôn đốc") },
	{ "report", N_("kỳ báo cáo") },
	{ "review", N_("sơ kết") },
	{ "round", N_("kỳ báo cáo") },
	{ "series", N_("báo cáo định kỳ") },
	{ "target", N_("kế hoạch của chỉ tiêu") },
	{ "task", N_("nhiệm vụ") },
	{ "user", N_("người dùng") },
};

const char *draft_form_words(const char *form)
{
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		if (strncmp(form, forms[i].begins, strlen(forms[i].begins)) == 0)
			return tr(forms[i].words);
	return "";
}

static void tell(const LeftSession *session, Vec *out)
{
	for (size_t i = 0; i < session->drafts.len; i++) {
		const LeftDraft *draft = *(LeftDraft **)vec_at(&session->drafts, i);
		*(DraftTold *)vec_push(out) = (DraftTold){ draft_form_words(draft->left.of.form),
			draft->left.typed_at };
	}
}

// Without its lock: the session may live, and writes on.
static void tell_file(int dir, const char *name, Vec *out)
{
	Buf bytes = BUF_INIT;
	LeftSession *session = left_session_new();
	DraftFile file = DRAFT_FILE_CLOSED;
	file.fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (file.fd >= 0 && draft_file_read(&file, &bytes)) {
		left_session_read(session, &bytes);
		tell(session, out);
	}
	if (file.fd >= 0)
		close(file.fd);
	buf_release(&bytes);
	left_session_free(session);
}

static int newest_first(const void *a, const void *b)
{
	const DraftTold *x = a, *y = b;
	return (x->typed_at < y->typed_at) - (x->typed_at > y->typed_at);
}

static bool tell_directory(int fd, const char *path, const char *login, Vec *out, Err *err)
{
	if (fd < 0)
		return true;
	DIR *dir = fdopendir(fd);
	if (!dir) {
		close(fd);
		return err_set(err, ERR_IO, "%s", path);
	}
	for (const struct dirent *entry; (entry = readdir(dir));)
		if (session_name_is_of(entry->d_name, login, ".log"))
			tell_file(dirfd(dir), entry->d_name, out);
	closedir(dir);
	return true;
}

bool drafts_told(Core *core, const char *login, Vec *out, Err *err)
{
	char *paths[DRAFT_DIRS];
	int fd = -1;
	draft_paths(db_path(core_db(core)), paths);
	bool ok = draft_dir_open(paths[0], DIR_EXISTING, &fd, err) &&
		  tell_directory(fd, paths[0], login, out, err);
	for (int i = 1; ok && i < DRAFT_DIRS; i++) {
		Err ignored = ERR_INIT; // may be somebody else's
		fd = -1;
		bool told = !paths[i] || (draft_spare_open(paths[i], DIR_EXISTING, &fd, &ignored) &&
						 tell_directory(fd, paths[i], login, out, &ignored));
		(void)told;
	}
	draft_paths_free(paths);
	if (ok && out->len)
		qsort(out->items, out->len, out->item_size, newest_first);
	return ok;
}
