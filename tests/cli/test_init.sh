# SPDX-License-Identifier: MIT
# init, and where the database and the settings are.
. "$TREE/tests/cli/lib.sh"

expect 'init' 0 init
db=$HOME/.local/share/dieuphoi/dieuphoi.db
says 'init says where' out "$db"
says 'init says what' out '4 vùng, 1 văn bản chỉ đạo, 66 nhiệm vụ'
same 'the directory is private' "$(stat -c %a "$HOME/.local/share/dieuphoi")" 700
same 'the file is private' "$(stat -c %a "$db")" 600
same '15 districts' "$(sqlite3 "$db" 'SELECT COUNT(*) FROM district')" 15
same 'one user with four roles' "$(sqlite3 "$db" "SELECT COUNT(*), (SELECT COUNT(*) FROM person)
	FROM role_grant")" '4|1'
# It begins today: nothing of the years before is asked to be closed or reviewed.
half=$([ "$(date -u -d '+7 hours' +%m)" -le 6 ] && echo H1 || echo H2)
year=$(date -u -d '+7 hours' +%Y)
expect 'the period that is open' 0 period list
says 'is this one' out "Đang mở: "
says_not 'and not over' out 'đã hết kỳ'
expect 'reviews' 0 review list --json
same 'of this period only' "$(json "sorted(set(r['period'] for r in a))")" "['$year$half']"
same 'none overdue' "$(json "[r for r in a if r.get('overdue')]")" '[]'
before=$(sum "$db")
expect 'an existing file is refused' 4 init
same 'and unchanged' "$(sum "$db")" "$before"
expect 'check' 0 check
same 'all that check looks at is good' "$(grep -c ': ' out)" "$(grep -c ': tốt$' out)"

expect 'office, login and name' 0 init --db "$WORK/a/b/c.db" --office 7 --login an_1 --name 'Nguyễn An'
same 'ids are of that office' "$(sqlite3 a/b/c.db 'SELECT id >> 40, login, name FROM person')" '7|an_1|Nguyễn An'
same 'directories above are private' "$(stat -c %a a)" 700
expect 'a login with capitals' 2 init --db x.db --login An
expect 'the dispatch'"'"'s own period' 0 init --db own.db --first-period 2021H2
says 'it says which' out 'Kỳ đầu: 6 tháng cuối năm 2021'
expect 'its period' 0 period list --db own.db
says 'waits for its closing' out 'đã hết kỳ mà chưa khép: 6 tháng cuối năm 2021'
expect 'a period that is none' 2 init --db x.db --first-period 2021
expect 'a quarter' 2 init --db x.db --first-period 2021Q4
expect 'a period to come' 2 init --db x.db --first-period 2998H1
expect 'office 0' 2 init --db x.db --office 0
expect 'office 4096' 2 init --db x.db --office 4096
expect 'init --demo' 2 init --demo
expect 'init --as' 2 init --db x.db --as an
expect 'a directory that cannot be' 1 init --db /proc/nowhere/x.db
same 'nothing is left of what failed' "$(ls x.db* 2>/dev/null)" ''

# Bad shipped data leave nothing behind.
mkdir -p bad/regions
cp "$TREE"/regions/*.cfg bad/regions/
cp -r "$TREE/assets/directives" bad/
echo 'colour = 1;' >>bad/regions/hd.cfg
DIEUPHOI_DATA=$WORK/bad expect 'a bad region file' 1 init --db y.db
same 'file and line are told' "$(grep -c "regions/hd.cfg:[0-9]*: " err)" 1
same 'nothing is left' "$(ls y.db* 2>/dev/null)" ''

# Where the database is: --db, the environment, the settings, the default.
"$PROGRAM" init --db "$WORK/env.db" --login env --name E >/dev/null
"$PROGRAM" init --db "$WORK/set.db" --login set --name S >/dev/null
mkdir -p "$HOME/.config/dieuphoi"
echo "db = \"$WORK/set.db\";" >"$HOME/.config/dieuphoi/dieuphoi.conf"
run user list --json
same 'the settings come before the default' "$(json "a[0]['login']")" set
DIEUPHOI_DB=$WORK/env.db run user list --json
same 'the environment before the settings' "$(json "a[0]['login']")" env
DIEUPHOI_DB=$WORK/env.db run user list --json --db a/b/c.db
same '--db before all' "$(json "a[0]['login']")" an_1
echo "db = \"$WORK/env.db\";" >other.conf
run --config other.conf user list --json
same '--config instead of the others' "$(json "a[0]['login']")" env
XDG_CONFIG_HOME=$WORK/nothing XDG_DATA_HOME=$WORK/data expect 'XDG: nothing there' 3 user list
says 'XDG: where it was looked for' err "$WORK/data/dieuphoi/dieuphoi.db"
XDG_DATA_HOME=relative XDG_CONFIG_HOME=$WORK/nothing run user list --json
same 'a relative XDG directory does not count' "$(json "len(a)")" 1
expect '--demo without one' 3 --demo task list
says 'it says how to make one' err 'dieuphoi demo'
expect '--config of nothing' 3 --config nowhere.conf task list
end

# Out of a tree, its own settings stand for the machine's: what is tried out does not come upon real data.
mkdir -p tree/build tree/assets/etc
cp "$PROGRAM" tree/build/dieuphoi
cp -r "$TREE/regions" tree
echo "db = \"$WORK/tried.db\";" >tree/assets/etc/dieuphoi.conf
env DIEUPHOI_DATA="$TREE" XDG_CONFIG_HOME="$WORK/nothing" tree/build/dieuphoi init >out 2>err
verdict 'init out of a tree'
says "says where that tree's settings have it" out "$WORK/tried.db"
