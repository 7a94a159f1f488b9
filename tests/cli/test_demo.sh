# SPDX-License-Identifier: MIT
# demo: the story at each of its four days, moved forward, made anew, and never on real data.
. "$TREE/tests/cli/lib.sh"

# late DB: the dated leaves that are late, of all regions and of one
late() {
	sqlite3 "$1" "SELECT COUNT(*) FROM leaf_now l
		LEFT JOIN membership m ON m.district_id = l.district_id AND m.main = 1
		LEFT JOIN region r ON r.id = COALESCE(l.region_id, m.region_id)
		WHERE l.due_on < (SELECT value FROM setting WHERE key = 'today') AND l.state <> 'done'
			AND ('${2-}' = '' OR r.code = '${2-}')"
}

reviews() { # DB PERIOD: the states in the regions' order; nothing for a review that is not begun
	sqlite3 "$1" "SELECT group_concat(state) FROM (SELECT v.state FROM review v
		JOIN region r ON r.id = v.region_id WHERE v.period = '$2' ORDER BY r.position)"
}

# digest DB: everything that the story leaves behind, whatever the salts of the journal are
digest() {
	sqlite3 "$1" 'SELECT * FROM progress; SELECT * FROM meeting; SELECT * FROM agenda_item;
		SELECT * FROM conclusion; SELECT * FROM attendance; SELECT * FROM review_mark;
		SELECT * FROM extension; SELECT * FROM assignment; SELECT * FROM task;
		SELECT key, value FROM setting' | sha256sum
	sqlite3 "$1" 'SELECT COUNT(*) FROM journal'
}

# --- the first time ------------------------------------------------------------------------------

expect 'demo' 0 demo
db=$HOME/.local/share/dieuphoi/demo.db
says 'it says which day it is there' out '23/11/2021'
says 'it says how to open it' out 'dieuphoi --demo'
same 'the file is private' "$(stat -c %a "$db")" 600
same 'nothing lies beside it' "$(ls "$HOME/.local/share/dieuphoi" | grep -v '^demo\.db\(\.lock\|-wal\|-shm\)\?$')" ''
expect 'check' 0 check --demo
same 'all that check looks at is good' "$(grep -c ': ' out)" "$(grep -c ': tốt$' out)"
before=$(sum "$db")
expect 'an existing one' 0 demo
same 'is left as it is' "$(sum "$db")" "$before"
expect 'a reader beside it' 0 --demo task list --overdue --json
same 'the Office sees what is overdue' "$(json "len(a), 'Hoàn thành khu cách ly đón khách' in [t['title'] for t in a]")" '8 True'
expect '--as a viewer' 0 --demo --as xem task list --region hd
expect '--as a leader' 0 --demo --as mau review list --region tsh
says 'whose review waits for him' out 'trình duyệt'
expect 'a viewer does not record' 5 --demo --as xem progress set 2.3b phu-quoc --state doing --percent 71

# --- the four days -------------------------------------------------------------------------------

expect 'filled for 23/11/2021' 0 demo --db a.db --today 23/11/2021
same 'ten leaves are late' "$(late a.db)" 10
same 'Hải đảo is behind' "$(late a.db hd)" 5
same 'Tây Sông Hậu is ahead' "$(late a.db tsh)" 0
same 'An Minh is silent' "$(sqlite3 a.db "SELECT COUNT(progress_id) FROM leaf_now l
	JOIN district d ON d.id = l.district_id WHERE d.code = 'an-minh'")" 0
same 'Kiên Hải has nobody' "$(sqlite3 a.db "SELECT COUNT(*) FROM assignment a
	JOIN district d ON d.id = a.district_id WHERE d.code = 'kien-hai'")" 0
same 'one row is withdrawn' "$(sqlite3 a.db 'SELECT COUNT(*) FROM progress
	WHERE removed_at IS NOT NULL')" 1
same 'one leaf was extended twice' "$(sqlite3 a.db 'SELECT COUNT(*) FROM extension
	GROUP BY leaf_id HAVING COUNT(*) = 2')" 2
same 'two final minutes or more in each region' "$(sqlite3 a.db "SELECT MIN(n) >= 2, COUNT(*) FROM
	(SELECT COUNT(*) n FROM meeting WHERE state = 'final' GROUP BY region_id)")" '1|4'
same 'Hải đảo meets on 25/11' "$(sqlite3 a.db "SELECT m.held_on FROM meeting m
	JOIN region r ON r.id = m.region_id WHERE m.state = 'planned' AND r.code = 'hd'")" 2021-11-25
same 'reviews on 23/11/2021' "$(reviews a.db 2021H2)" 'drafting,submitted'
expect 'check of 23/11/2021' 0 check --db a.db

expect 'filled for 31/12/2021' 0 demo --db b.db --today 31/12/2021
same 'reviews on 31/12/2021' "$(reviews b.db 2021H2)" 'returned,approved,submitted,drafting'
same 'U Minh Thượng has a new lead' "$(sqlite3 b.db "SELECT group_concat(p.login) FROM (
	SELECT a.* FROM assignment a JOIN region r ON r.id = a.region_id WHERE r.code = 'umt'
	ORDER BY a.from_date) a JOIN person p ON p.id = a.person_id")" 'minhhoa,vidu'
same 'earlier minutes keep the old name' "$(sqlite3 b.db "SELECT group_concat(DISTINCT p.login)
	FROM meeting m JOIN person p ON p.id = m.chair_id JOIN region r ON r.id = m.region_id
	WHERE r.code = 'umt' AND m.held_on < '2021-12-15'")" minhhoa
expect 'check of 31/12/2021' 0 check --db b.db

expect 'filled for 05/01/2022' 0 demo --db c.db --today 05/01/2022
run --db c.db review list --json
same 'the review of Hải đảo is overdue' "$(json "[r['overdue'] for r in a
	if r['period'] == '2021H2' and r['region'] == 'Hải đảo']")" '[True]'
expect 'check of 05/01/2022' 0 check --db c.db

# Whatever is renamed afterwards, what has been fixed says what it said.
fixed() { # everything that the commands tell of final minutes and of the approved review
	for id in $(sqlite3 c.db "SELECT id & 1099511627775 FROM meeting WHERE state = 'final'"); do
		run --db c.db meeting show "$id"
		cat out
	done
	run --db c.db review show tsh 2021H2
	cat out
	run --db c.db meeting list
	grep 'đã hoàn tất' out | tr -s ' '
	run --db c.db review list --region tsh
	grep 'đã duyệt' out | tr -s ' '
}
fixed >fixed.before
sqlite3 c.db "UPDATE region SET name = 'ZZ' || name; UPDATE district SET name = 'ZZ' || name;
	UPDATE place_name SET name = 'ZZ' || name; UPDATE body SET name = 'ZZ' || name,
	short_name = 'ZZ' || short_name; UPDATE person SET name = 'ZZ' || name, post = 'ZZ' || post"
expect 'what is open is renamed' 0 review show hd 2021H2 --db c.db
says 'with the new name' out 'ZZHải đảo'
fixed >fixed.after
same 'what is fixed is not' "$(sum fixed.after)" "$(sum fixed.before)"
same 'it says enough to tell' "$(grep -c '^BIÊN BẢN: ' fixed.after)" 15

expect 'filled for 30/06/2022' 0 demo --db d.db --today 30/06/2022
same 'all of 2021 approved' "$(reviews d.db 2021H2)" 'approved,approved,approved,approved'
same 'reviews on 30/06/2022' "$(reviews d.db 2022H1)" 'drafting,submitted,drafting'
same 'leaves were carried forward' "$(sqlite3 d.db "SELECT COUNT(*) > 3 FROM extension
	WHERE new_due = '2022-06-30'")" 1
expect 'check of 30/06/2022' 0 check --db d.db

# --- moved forward -------------------------------------------------------------------------------

expect 'moved to 31/12/2021' 0 demo --db a.db --today 31/12/2021
same 'it is what a new one is' "$(digest a.db)" "$(digest b.db)"
expect 'moved to 05/01/2022' 0 demo --db a.db --today 5/1/2022
expect 'moved to 30/06/2022' 0 demo --db a.db --today 2022-06-30
same 'by steps or at once is the same' "$(digest a.db)" "$(digest d.db)"
expect 'the same day again' 0 demo --db a.db --today 2022-06-30
same 'plays nothing' "$(digest a.db)" "$(digest d.db)"
expect 'not backwards' 2 demo --db a.db --today 31/12/2021
says 'it says how' err '--reset'
same 'nothing was changed' "$(digest a.db)" "$(digest d.db)"
expect 'made anew' 0 demo --db a.db --today 31/12/2021 --reset
same 'as if it were new' "$(digest a.db)" "$(digest b.db)"
expect 'check of what was made anew' 0 check --db a.db

# Somebody has worked in it: the story goes on around that.
expect 'a demo to work in' 0 demo --db e.db
expect 'a progress of one own' 0 --db e.db progress set 2.3b phu-quoc --state doing --percent 75
sqlite3 e.db "UPDATE review SET removed_at = 1 WHERE period = '2021H2' AND state = 'submitted'"
expect 'it moves on' 0 demo --db e.db --today 31/12/2021
says 'and says what it left out' out 'Bỏ qua'
expect 'a row edited outside leaves the index stale' 1 check --db e.db
expect 'which is mended' 0 check --reindex --db e.db
expect 'check of it' 0 check --db e.db

# --- of another version, or damaged --------------------------------------------------------------

other_version() { # WHAT SQL
	cp a.db g.db && sqlite3 g.db "$2"
	expect "$1: not opened" 1 demo --db g.db
	says "$1: how to mend it" err '--reset'
	expect "$1: made anew" 0 demo --db g.db --reset
	same "$1: as if it were new" "$(sqlite3 g.db 'SELECT COUNT(*) FROM journal')" "$fresh"
	rm -f g.db*
}
run demo --db g.db --reset
fresh=$(sqlite3 g.db 'SELECT COUNT(*) FROM journal')
other_version 'a newer one' "INSERT INTO migration SELECT version + 90, name, checksum, applied_at FROM migration"
other_version 'other steps' 'UPDATE migration SET checksum = zeroblob(32) WHERE version = 1'
other_version 'a column too many' 'ALTER TABLE place_name ADD COLUMN more TEXT; UPDATE migration SET checksum = zeroblob(32)'
expect 'at its own place' 0 demo --reset
head -c 8192 /dev/urandom >noise
cp noise "$db"
expect 'noise at its own place: not opened' 1 demo
expect 'noise at its own place: made anew' 0 demo --reset
says 'where the noise is' out "$db.before-reset-1"
same 'it is what it was' "$(sum "$db.before-reset-1")" "$(sum noise)"
same 'one file more' "$(ls "$(dirname "$db")" | grep -c before-reset)" 1
expect 'the demo is there' 0 check --demo
cp noise g.db
expect 'noise elsewhere' 1 demo --db g.db --reset
same 'could be anybodys' "$(sum g.db)" "$(sum noise)"

# --- what is refused -----------------------------------------------------------------------------

make_fresh
new_db
before=$(sum db)
expect 'a real database' 5 demo --db db
expect 'a real one with --reset' 5 demo --db db --reset
cp db older && sqlite3 older 'UPDATE migration SET checksum = zeroblob(32)' && cp older was
expect 'a real one of another version with --reset' 5 demo --db older --reset
same 'is not touched either' "$(sum older)" "$(sum was)"
expect 'a real one with --today' 5 demo --db db --today 31/12/2021
same 'is never touched' "$(sum db)" "$before"
DIEUPHOI_DB=$WORK/db expect 'the environment is not asked' 0 demo
new_db demo
expect 'a demo without the story' 4 demo --db db --today 31/12/2021
expect 'a day that is none' 2 demo --db f.db --today 31/02/2022
expect 'a day before the story' 2 demo --db f.db --today 06/10/2021
mkdir -p bad
cp -r "$TREE/regions" "$TREE/assets/directives" "$TREE/assets/demo" bad/
sed -i '0,/doing 35/s//doing 135/' bad/demo/progress-hd.cfg
DIEUPHOI_DATA=$WORK/bad expect 'a row that cannot be read' 1 demo --db f.db
same 'file and line are told' "$(grep -c 'progress-hd.cfg:[0-9]*: ' err)" 1
cp "$TREE/assets/demo/progress-hd.cfg" bad/demo/
sed -i '0,/by = "tongthuat"/s//by = "xem"/' bad/demo/progress-hd.cfg
DIEUPHOI_DATA=$WORK/bad expect 'a viewer in the story' 5 demo --db f.db
same 'the event is told' "$(grep -c 'progress-hd.cfg:[0-9]*: ' err)" 1
same 'nothing is left of what failed' "$(ls f.db* 2>/dev/null)" ''
before=$(digest a.db)
DIEUPHOI_DATA=$WORK/bad expect 'a reset that fails' 5 demo --db a.db --reset
same 'leaves the old one' "$(digest a.db)" "$before"

end
