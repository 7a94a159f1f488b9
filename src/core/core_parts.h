// SPDX-License-Identifier: MIT
// Between core.c and as_of.c: nobody outside includes this.
#ifndef CORE_CORE_PARTS_H
#define CORE_CORE_PARTS_H

#include "core/core.h"

void core_keep_as_of(Core *core, Date day);

#endif
