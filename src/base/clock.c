// SPDX-License-Identifier: MIT
#include "base/clock.h"

#include <stddef.h>
#include <time.h>

int64_t clock_now(const Clock *clock)
{
	return clock->now(clock->state);
}

static int64_t system_now(const void *state)
{
	struct timespec ts;
	(void)state;
	clock_gettime(CLOCK_REALTIME, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

static int64_t fixed_now(const void *state)
{
	return *(const int64_t *)state;
}

Clock clock_system(void)
{
	return (Clock){ .now = system_now, .state = NULL };
}

Clock clock_fixed(const int64_t *instant)
{
	return (Clock){ .now = fixed_now, .state = instant };
}
