// SPDX-License-Identifier: MIT
// fuzz_X FILE…: gives every file to the fuzz target once, without a fuzzer, and prints TAP. A target
// that finds a fault aborts, so whoever reads the TAP must miss the plan at its end.
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv) __attribute__((weak));

enum { INPUT_MAX = 1 << 20 };

static bool replay(const char *path, uint8_t *data)
{
	FILE *file = fopen(path, "rb");
	if (!file)
		return false;
	size_t n = fread(data, 1, INPUT_MAX, file);
	bool whole = !ferror(file) && n < INPUT_MAX;
	fclose(file);
	return whole && LLVMFuzzerTestOneInput(data, n) == 0;
}

int main(int argc, char **argv)
{
	int failed = 0;
	uint8_t *data = malloc(INPUT_MAX);
	if (!data)
		return 1;
	setvbuf(stdout, NULL, _IOLBF, 0);
	if (LLVMFuzzerInitialize)
		LLVMFuzzerInitialize(&argc, &argv);
	for (int i = 1; i < argc; i++) {
		bool ok = replay(argv[i], data);
		printf("%s %d - %s\n", ok ? "ok" : "not ok", i, argv[i]);
		failed += !ok;
	}
	printf("1..%d\n", argc - 1);
	free(data);
	return failed > 0;
}
