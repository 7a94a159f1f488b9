// SPDX-License-Identifier: MIT
#include "cli/leaf_table.h"

#include "base/tr.h"
#include "cli/table.h"

static const char *due_words(const Leaf *leaf, Arena *arena)
{
	Date due;
	char shown[11];
	if (!date_parse(leaf->due, &due))
		return deadline_kind_name(leaf->deadline_kind);
	date_show(due, shown);
	if (leaf->late)
		return arena_printf(arena, tr("%s, quá %d ngày"), shown, leaf->days_late);
	if (leaf->ended)
		return arena_printf(arena, tr("%s, đã kết thúc"), shown);
	return arena_strdup(arena, shown);
}

void leaf_table_print(Cli *cli, const Leaf *leaves, size_t n)
{
	static const TableColumn columns[] = {
		{ N_("Mã"), ALIGN_LEFT },
		{ N_("Nơi"), ALIGN_LEFT },
		{ N_("Tình trạng"), ALIGN_LEFT },
		{ "%", ALIGN_RIGHT },
		{ N_("Hạn"), ALIGN_LEFT },
		{ N_("Nhiệm vụ"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 6);
	for (size_t i = 0; i < n; i++) {
		const Leaf *leaf = &leaves[i];
		const char *percent = leaf->state == STATE_SILENT
					      ? ""
					      : arena_printf(&cli->arena, "%d", leaf->percent);
		table_add(&table,
			(const char *[]){ leaf->code, leaf->place_title,
				leaf->ended ? tr("kết thúc") : state_name(leaf->state), percent, due_words(leaf, &cli->arena), leaf->title });
	}
	if (n > 0)
		table_print(&table, "", &cli->out);
	else
		vec_release(&table.cells);
}
