# SPDX-License-Identifier: MIT
# Sums the TAP of several suites, each after a line "# suite NAME EXIT-CODE". Prints what failed, with
# the lines that explain it, and "N passed, N failed" at the end; exits 1 where anything failed.

function fail(what, why) {
	failed++
	failures[failed] = suite ": " what
	reasons[failed] = why
}

# A cmocka group restarts the numbering with a plan of its own, so plans of one suite add up.
function close_suite() {
	if (suite == "")
		return
	if (run == 0)
		fail("printed no test, exit code " code, notes)
	else if (run != planned)
		fail("ended after " run " of " planned " tests, exit code " code, notes)
	else if (code != 0 && bad == 0)
		fail("exit code " code, notes)
	printf "%s %s (%d)\n", (failed > failed_before ? "FAILED" : "ok    "), suite, run
	fflush()
}

$1 == "#" && $2 == "suite" {
	close_suite()
	suite = $3
	code = $4
	run = planned = bad = 0
	notes = ""
	failed_before = failed
	next
}
/^1\.\.[0-9]+/ { planned += substr($1, 4); next }
# cmocka says "not ok" of what it skips.
/^(not )?ok.*# SKIP/ { run++; print "skipped " suite ": " $NF; notes = ""; after = 0; next }
/^ok/ { run++; passed++; after = 0; notes = ""; next }
/^not ok/ {
	run++
	bad++
	sub(/^not ok( [0-9]+)?( - )?/, "")
	fail($0, notes)
	after = failed
	notes = ""
	next
}
# Explanations stand before the verdict (the screens' harness) or after it (cmocka, the commands).
{ notes = notes $0 "\n" }
after { reasons[after] = reasons[after] $0 "\n"; notes = "" }

END {
	close_suite()
	for (i = 1; i <= failed; i++) {
		printf "\nnot ok - %s\n", failures[i]
		printf "%s", reasons[i]
	}
	if (failed)
		print ""
	for (i = 1; i <= failed; i++)
		print "not ok - " failures[i]
	printf "%d passed, %d failed\n", passed, failed
	exit failed > 0 || passed == 0
}
