// SPDX-License-Identifier: MIT
// Between core.c and as_of.c: nobody outside includes this.
#ifndef CORE_CORE_PARTS_H
#define CORE_CORE_PARTS_H

#include "core/core.h"

// The instant at which a civil day begins.
int64_t core_first_instant(const Core *core, Date day);
void core_keep_as_of(Core *core, Date day);

#endif
