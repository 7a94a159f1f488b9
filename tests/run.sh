#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs every suite that is built, side by side, and sums the TAP they print:
#	BUILD=build tests/run.sh [SUITE …]
# The last line is "N passed, N failed". A suite that dies, prints no test or ends before its plan is
# a failure of its own. What each printed is kept in $BUILD/tests/log.
cd "$(dirname "$0")/.." || exit 1
build=${BUILD:-build}
log=$build/tests/log
case $build in */san* | */coverage*) limit=1800 ;; *) limit=900 ;; esac
limit=${TEST_TIMEOUT:-$limit}

# One suite a line: its name, then the command.
suites() {
	for file in tests/screens/*.script; do
		echo "screens/$(basename "$file" .script) $build/tests/screens $file"
	done
	echo "cli sh tests/cli/run.sh $build/dieuphoi"
	for file in tests/lint/*.py; do
		echo "lint/$(basename "$file" .py) python3 $file"
	done
	echo "install sh tests/install.sh $build"
	for room in unit fault; do
		for file in tests/$room/test_*.c; do
			[ ! -e "$file" ] || echo "$room/$(basename "$file" .c) $build/tests/$(basename "$file" .c)"
		done
	done
	for file in tests/fuzz/fuzz_*.c; do
		name=$(basename "$file" .c)
		echo "fuzz/$name $build/tests/$name $(echo "tests/fuzz/corpus/${name#fuzz_}"/*)"
	done
}

wanted() {
	[ $# -gt 0 ] || { cat; return; }
	pattern=$(printf '%s|' "$@")
	grep -E "^(${pattern%|})"
}

# Kept apart from the caller's: no settings, database, colours or terminal of the person who tests.
tidy_environment() {
	unset DIEUPHOI_DB DIEUPHOI_DATA DIEUPHOI_LANG DIEUPHOI_TEST_SYNC XDG_DATA_HOME XDG_CONFIG_HOME \
		NO_COLOR COLORTERM
	export LC_ALL=C.UTF-8 TZ=UTC CMOCKA_MESSAGE_OUTPUT=TAP
	# How much longer than usual a command may take before it is given up.
	case $build in */san* | */coverage*) export TEST_PATIENCE=5 ;; esac
	# To files: a program on a screen has no other place where its report would be seen. What the fault
	# tests preload comes before the sanitizer's own library.
	export ASAN_OPTIONS="detect_leaks=1:strict_string_checks=1:verify_asan_link_order=0:log_path=$PWD/$log/sanitizer"
	export UBSAN_OPTIONS="print_stacktrace=1:log_path=$PWD/$log/sanitizer"
	export LSAN_OPTIONS="suppressions=$PWD/tests/lsan.supp:print_suppressions=0"
}

# Each report is a failure, whatever its suite made of the exit code.
sanitizer_reports() {
	set -- "$log"/sanitizer.*
	[ -e "$1" ] || return
	echo "# suite sanitizers 1"
	for file in "$@"; do
		sed 's/^/# /' "$file"
		echo "not ok - ${file##*/}"
	done
	echo "1..$#"
}

run_one() { # NAME COMMAND…
	name=$1
	shift
	mkdir -p "$log/$(dirname "$name")"
	timeout "$limit" "$@" >"$log/$name.tap" 2>&1 </dev/null
	echo $? >"$log/$name.rc"
}

if [ "${1-}" = --one ]; then
	shift
	run_one "$@"
	exit 0
fi

# The log is that of one run: a second one beside it would write over it and read what it wrote.
mkdir -p "$build/tests"
exec 9>"$build/tests/running"
if ! flock -n 9; then
	echo "tests/run.sh: another run in $build has not ended; wait for it, or give BUILD another place" >&2
	exit 2
fi

tidy_environment
rm -rf "$log"
mkdir -p "$log"
suites | wanted "$@" >"$log/suites"
xargs -P "$(nproc)" -L 1 "$0" --one <"$log/suites" 9>&-

{
	while read -r name command; do
		echo "# suite $name $(cat "$log/$name.rc")"
		sed 's/^# suite/#  suite/' "$log/$name.tap"
	done <"$log/suites"
	sanitizer_reports
} | awk -f tests/tap.awk
