// SPDX-License-Identifier: MIT
// An app without a terminal, as much of one as views need to be loaded and asked. In a file of its own:
// a letter's marks and a review's are called the same.
#ifndef TESTS_ROLES_APP_H
#define TESTS_ROLES_APP_H

#include "tui/view.h"

App *roles_app_new(Core *core, View *top);
void roles_app_free(App *app);

#endif
