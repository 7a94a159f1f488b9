#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs every test of the command line, side by side, each in a directory of its own:
#	tests/cli/run.sh [PROGRAM] [NAME …]
# Prints TAP; ends with 1 where anything failed.
cd "$(dirname "$0")/../.." || exit 1
program=$(realpath "${1:-build/dieuphoi}")
[ $# -gt 0 ] && shift
[ -x "$program" ] || { echo "Bail out! $program is not there"; exit 1; }

work=$(mktemp -d "${TMPDIR:-/tmp}/dieuphoi-cli.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
[ $# -gt 0 ] || set -- $(cd tests/cli && ls test_*.sh | sed 's/^test_//; s/\.sh$//')

for name in "$@"; do
	mkdir "$work/$name"
	PROGRAM=$program TREE=$PWD WORK=$work/$name \
		sh "tests/cli/test_$name.sh" >"$work/$name.tap" 2>"$work/$name.err" &
done
wait

# One numbering for all; a test that did not reach its end is a failure of its own.
for name in "$@"; do
	sed "s/^\(not ok\|ok\) [0-9]* - /\1 - $name: /" "$work/$name.tap"
	sed 's/^/# /' "$work/$name.err"
	grep -q '^# done' "$work/$name.tap" || echo "not ok - $name: ended early"
done | awk '
	/^(not )?ok / { n++; sub(/ok - /, "ok " n " - ") }
	/^not ok/ { bad++ }
	!/^# done/ { print }
	END { print "1.." n; exit bad > 0 }'
