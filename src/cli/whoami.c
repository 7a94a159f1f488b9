// SPDX-License-Identifier: MIT
// whoami: who acts, in which roles, and how that is known.
#include "cli/command.h"
#include "cli/identity.h"
#include "cli/prose.h"

#include "base/tr.h"
#include "cli/json.h"
#include "core/person.h"
#include "core/role.h"

typedef struct {
	bool json;
} Values;

static const Option options[] = {
	{ .name = "json", .type = OPTION_FLAG, .offset = offsetof(Values, json), .help = N_("in JSON") },
	{ 0 },
};

static json_t *json_of_roles(unsigned roles)
{
	json_t *array = json_array();
	for (const Role *role = role_list; *role; role++)
		if (roles & *role)
			json_array_append_new(array, json_of_text(role_code(*role)));
	return array;
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	if (!cli_open(cli, DB_OPEN, err))
		return false;
	const Actor *actor = core_actor(cli->core);
	IdentityWay way = identity_way(cli, identity_of_sudo(&cli->arena));
	if (given->json) {
		json_print(json_pack("{s:s, s:o, s:o, s:o, s:s}", "login", actor->login, "name",
				   json_of_text(actor->name), "post", json_of_text(actor->post), "roles",
				   json_of_roles(actor->roles), "way", identity_way_code(way)),
			&cli->out);
		return true;
	}
	buf_addf(&cli->out, "%s (%s)\n", actor->login,
		person_title(&cli->arena, actor->name, actor->post));
	prose_field(tr("Vai"), role_list_shown(actor->roles, &cli->arena), &cli->out);
	prose_field(tr("Biết qua"), identity_way_words(way), &cli->out);
	return true;
}

const Command whoami_command = {
	.name = "whoami",
	.summary = N_("Nói đang làm việc dưới tên ai, vai gì, biết qua đâu"),
	.arguments = no_options,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
