// SPDX-License-Identifier: MIT
// Every view of the program, with all its operations, drawn on the terminal by the program's own loop:
// one process for each view, which goes from operation to operation without a start in between.
#ifndef TESTS_FAULT_WALK_H
#define TESTS_FAULT_WALK_H

#include "tui/view.h"

// Runs to the process's end, with what it shows on its terminal. Before each picture stands
// ESC ] 777 ; "view operation how" BEL, how being "shown", "run" or "refused", and for whatever else is
// open "form NAME". Exit codes: 0, or 1 with a message after the pictures.
_Noreturn void walk_view(const char *db, const ViewOps *ops);

#endif
