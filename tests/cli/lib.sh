# SPDX-License-Identifier: MIT
# What the tests of the command line share. Each has $WORK for itself; nothing of the person who runs
# them is read or written.
set -u
export HOME="$WORK/home" TZ=UTC LC_ALL=C.UTF-8
unset XDG_DATA_HOME XDG_CONFIG_HOME DIEUPHOI_DB DIEUPHOI_DATA DIEUPHOI_LANG
mkdir -p "$HOME"
cd "$WORK" || exit 1
data=$TREE/tests/data
n=0

pass() {
	n=$((n + 1))
	echo "ok $n - $1"
}

fail() {
	n=$((n + 1))
	echo "not ok $n - $1"
	[ -z "${2-}" ] || printf '%s\n' "$2" | sed 's/^/#   /'
}

verdict() { # NAME, after a command: ok when it succeeded
	if [ $? -eq 0 ]; then pass "$1"; else fail "$1"; fi
}

# skip NAME WHY: a test that this machine cannot run; counted as such
skip() {
	n=$((n + 1))
	echo "ok $n - $1 # SKIP $2"
}

# run ARG…: the program, its exit code in $code, what it printed in out and err
run() {
	timeout $((90 * ${TEST_PATIENCE:-1})) "$PROGRAM" "$@" >out 2>err </dev/null
	code=$?
}

# broken VARIABLE=VALUE… -- ARG…: as run, on a machine that fails, or has a clock, as
# tests/fault/shim.c says
broken() {
	set_to=
	while [ "$1" != -- ]; do set_to="$set_to $1" && shift; done
	shift
	# shellcheck disable=SC2086 # several settings
	timeout $((90 * ${TEST_PATIENCE:-1})) env LD_PRELOAD="$(dirname "$PROGRAM")/tests/shim.so" \
		ASAN_OPTIONS="${ASAN_OPTIONS-}:verify_asan_link_order=0" FAULT_UNDER="$WORK/db" $set_to \
		"$PROGRAM" "$@" >out 2>err </dev/null
	code=$?
}

# expect NAME CODE ARG…
expect() {
	name=$1 wanted=$2
	shift 2
	run "$@"
	if [ "$code" -eq "$wanted" ]; then
		pass "$name"
	else
		fail "$name" "exit $code instead of $wanted: $(cat err out | head -5)"
	fi
}

# says NAME FILE TEXT: the last run's out or err holds the text
says() {
	if grep -qF -- "$3" "$2"; then pass "$1"; else fail "$1" "$(head -5 "$2")"; fi
}

says_not() {
	if grep -qF -- "$3" "$2"; then fail "$1" "$(grep -F -- "$3" "$2")"; else pass "$1"; fi
}

# same NAME GOT WANTED
same() {
	if [ "$2" = "$3" ]; then pass "$1"; else fail "$1" "got: $2, wanted: $3"; fi
}

# json EXPRESSION: of the last run's out, read as the Python value a
json() {
	python3 -c "import json; a = json.load(open('out')); print($1)" 2>&1
}

# A database at db. "demo" makes it one of 23/11/2021, on which --as is taken and days are known.
new_db() {
	cp "$TREE_DB" db
	[ "${1-}" != demo ] || sqlite3 db "UPDATE setting SET value = 'demo' WHERE key = 'kind';
		UPDATE setting SET value = '2021-11-23' WHERE key = 'today'"
}

sum() {
	sha256sum <"$1"
}

TREE_DB=$WORK/fresh.db
make_fresh() {
	"$PROGRAM" init --db "$TREE_DB" --first-period 2021H2 --login ha --name 'Trần Thị Hà' >out 2>err ||
		fail 'a fresh database' "$(cat err)"
}

end() {
	echo '# done'
}
