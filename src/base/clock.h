// SPDX-License-Identifier: MIT
// Clock: the only way to ask for the time, handed in so that nothing depends on the day of a test.
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

// Instants are epoch milliseconds, UTC.
typedef struct {
	int64_t (*now)(const void *state);
	const void *state;
} Clock;

int64_t clock_now(const Clock *clock);
Clock clock_system(void);
// Stands still at *instant, which the caller owns and may move.
Clock clock_fixed(const int64_t *instant);

#endif
