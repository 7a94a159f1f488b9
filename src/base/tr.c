// SPDX-License-Identifier: MIT
#include "base/tr.h"

const char *tr(const char *vietnamese)
{
	return vietnamese;
}
