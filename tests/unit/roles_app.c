// SPDX-License-Identifier: MIT
#include "unit/roles_app.h"

#include "tui/app.h"

#include <stdlib.h>

App *roles_app_new(Core *core, View *top)
{
	App *app = calloc(1, sizeof(*app));
	app->core = core;
	app->top = top;
	return app;
}

void roles_app_free(App *app)
{
	free(app);
}
