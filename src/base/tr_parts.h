// SPDX-License-Identifier: MIT
// What src/base/tr.awk makes of assets/lang/en.po.
#ifndef BASE_TR_PARTS_H
#define BASE_TR_PARTS_H

#include <stddef.h>

typedef struct {
	const char *vietnamese, *english;
} TrPair;

// In the order of strcmp() by their Vietnamese.
extern const TrPair tr_english[];
extern const size_t tr_english_n;

#endif
