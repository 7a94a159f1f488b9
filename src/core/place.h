// SPDX-License-Identifier: MIT
// Place: the province, a region or a district, as tasks and rights refer to it.
#ifndef CORE_PLACE_H
#define CORE_PLACE_H

#include "core/core.h"

// At most one is set; neither is the province.
typedef struct {
	int64_t region_id, district_id;
} Place;

// "province", or a region's or district's code; ERR_NOT_FOUND names the nearest ones.
bool place_find(Core *core, const char *code, Place *out, Err *err) WARN_UNUSED;

// "Toàn tỉnh", "vùng Hải đảo", "TP Phú Quốc", and the code.
bool place_name(Core *core, Place place, Arena *arena, const char **name, const char **code,
	Err *err) WARN_UNUSED;

#endif
