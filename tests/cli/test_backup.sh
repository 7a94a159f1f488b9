# SPDX-License-Identifier: MIT
# backup, restore: under load, row by row, rotated; what is refused leaves everything as it was.
# shellcheck disable=SC2012 # our own names, without blanks
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db
mkdir kept

dump() { sqlite3 "file:$1?immutable=1" .dump | sha256sum; }
newest() { ls kept/dieuphoi-*.db | tail -1; }
# Emptied first: two of the same second would have the same name.
fresh_backup() {
	rm -f kept/*
	expect "$1" 0 backup kept --db db
	copy=$(newest)
}

expect 'no directory' 3 backup nowhere --db db
says 'no directory: which' err 'nowhere'
fresh_backup 'a backup'
says 'what was made' out "$copy"
same 'its name' "$(echo "$copy" | grep -cE '^kept/dieuphoi-[0-9]{8}-[0-9]{6}\.db$')" 1
same 'its mode' "$(stat -c %a "$copy")" 600
same 'nothing beside it' "$(ls kept | wc -l)" 1
same 'row by row' "$(dump "$copy")" "$(sqlite3 db .dump | sha256sum)"
expect 'it is whole' 0 check --db "$copy"

# The name of that second is taken already.
second=$(date +%s)
stamp=$(TZ=UTC-7 date -d "@$second" +%Y%m%d-%H%M%S)
rm -f kept/*
echo mine >"kept/dieuphoi-$stamp.db"
broken FAULT_INSTANT="$second" -- backup kept --db db
same 'never over an existing file' "$code" 4
same 'which stays as it was' "$(cat kept/* | sort -u)" mine
same 'nothing half made' "$(ls kept | grep -c partial)" 0

# Rotation: by name, its own names only.
old() {
	rm -rf kept && mkdir kept
	for name in 20200101-000000 20200102-000000 20200103-235959 20990101-000000; do
		: >"kept/dieuphoi-$name.db"
	done
	: >kept/dieuphoi-20200101-000000.db.partial
	: >kept/dieuphoi-20209901-000000.db
	: >kept/dieuphoi-2020010-000000.db
	: >kept/notes.txt
	mkdir kept/dieuphoi-20200104-000000.db
	ln -s ../db kept/dieuphoi-20200105-000000.db
}
old
expect 'rotation by count' 0 backup kept --keep 3 --db db
same 'the oldest go' "$(ls -d kept/dieuphoi-2020010[123]*.db | xargs)" kept/dieuphoi-20200103-235959.db
same 'oldest first, and said' "$(grep -o '2020010[0-9]-.*' out | xargs)" '20200101-000000.db 20200102-000000.db'
same 'what has another name stays' "$(ls -d kept/notes.txt kept/*.partial kept/dieuphoi-20209901* kept/dieuphoi-2020010-* kept/*0104* kept/*0105* | wc -l)" 6
same 'a file of the future stays the newest' "$(ls kept | grep -c 20990101)" 1
old
expect 'rotation by age' 0 backup kept --keep-days 30 --db db
same 'all the old go' "$(ls kept | grep -cE '^dieuphoi-2020010[123]-.{6}\.db$')" 0
old
expect 'rotation by both' 0 backup kept --keep 4 --keep-days 30 --db db
same 'only what both let go' "$(ls kept | grep -cE '^dieuphoi-2020010[123]-.{6}\.db$')" 2
old
expect 'only one is kept' 0 backup kept --keep 1 --db db
same 'the newest name and the one just made' "$(ls kept | grep -cE '^dieuphoi-(2020010[123]|20990101|'"$(TZ=UTC-7 date +%Y%m%d)"')-.{6}\.db$')" 2
expect 'none kept' 2 backup kept --keep 0 --db db
rm -rf kept && mkdir kept

# Under load: what was acknowledged before it began is there, and it is one moment of the whole.
first=$(sqlite3 -readonly db 'SELECT COUNT(*) FROM journal')
for place in phu-quoc kien-hai; do
	(for percent in 1 2 3 4 5 6 7 8 9 10 11 12; do
		"$PROGRAM" progress set 1.1a $place --percent $percent --db db || echo failed
	done) >load.$place 2>&1 &
done
before=$first
until [ "$before" -gt "$first" ] || ! kill -0 $! 2>/dev/null; do
	before=$(sqlite3 -readonly -cmd '.timeout 5000' db 'SELECT COUNT(*) FROM journal')
done
fresh_backup 'under load'
wait
same 'nobody was held up' "$(cat load.* | grep -c failed)" 0
inside=$(sqlite3 "file:$copy?immutable=1" 'SELECT COUNT(*) FROM journal')
after=$(sqlite3 db 'SELECT COUNT(*) FROM journal')
[ "$inside" -ge "$before" ] && [ "$inside" -le "$after" ]
verdict "one moment of it: $before, $inside, $after"
rows="SELECT * FROM journal WHERE seq <= $inside"
same 'the same entries as the original' "$(sqlite3 "file:$copy?immutable=1" "$rows" | sum /dev/stdin)" "$(sqlite3 db "$rows" | sum /dev/stdin)"

# The drill.
expect 'something after the backup' 0 progress set 2.3b phu-quoc --percent 77 --db db
lost=$(sqlite3 db .dump | sha256sum)
before=$(sum db)
expect 'without --yes' 2 restore "$copy" --db db
says 'what would happen' out 'Sẽ đặt vào chỗ db'
same 'nothing happened' "$(sum db) $(ls | grep -c 'restor')" "$before 0"
expect 'restore' 0 restore "$copy" --yes --db db
same 'row by row' "$(sqlite3 db .dump | sha256sum)" "$(dump "$copy")"
same 'mode' "$(stat -c %a db)" 600
aside=$(ls -d db.before-restore-* | head -1)
says 'the old file: where' out "$aside"
same 'the old file: whole' "$(sqlite3 "$aside" .dump | sha256sum)" "$lost"
same 'nothing else beside it' "$(ls -d db?* | grep -v -e before-restore -e 'db.lock' | wc -l)" 0
expect 'it goes on' 0 progress set 2.3b phu-quoc --percent 78 --db db
expect 'check' 0 check --db db
rm -f db.before-restore-*

# A stale -wal: its rows belong to the old file and must not come into the new one.
cat >crash.py <<'P'
import os, sqlite3
# Leaves db as a process does that is killed: commits in the -wal only.
db = sqlite3.connect('db')
db.execute('PRAGMA wal_autocheckpoint = 0')
db.execute("UPDATE region SET note = 'only in the wal'")
db.commit()
os._exit(0)
P
python3 crash.py
[ -s db-wal ]
verdict 'a -wal is left'
expect 'beside a stale -wal' 0 restore "$copy" --yes --db db
same 'nothing of it comes in' "$(sqlite3 db .dump | sha256sum)" "$(dump "$copy")"
aside=$(ls -d db.before-restore-*[0-9])
same 'it stays with the old file' "$(sqlite3 "$aside" 'SELECT DISTINCT note FROM region')" 'only in the wal'
rm -f db.before-restore-*
python3 crash.py && rm -f db db-shm
expect 'a -wal without its file' 0 restore "$copy" --yes --db db
same 'is gone' "$(sqlite3 db .dump | sha256sum)" "$(dump "$copy")"
printf 'stale' >db-journal
expect 'a stale rollback journal' 0 restore "$copy" --yes --db db
same 'nothing of that either' "$(sqlite3 db .dump | sha256sum)" "$(dump "$copy")"
rm -f db.before-restore-*

# What is there is damaged, or not there.
printf 'nonsense' | dd of=db bs=1 seek=0 conv=notrunc status=none
expect 'over a damaged file' 0 restore "$copy" --yes --db db
same 'which is kept' "$(head -c 8 db.before-restore-*[0-9])" nonsense
rm -f db db.before-restore-*
expect 'where there is none' 0 restore "$copy" --yes --db db
same 'none is kept' "$(ls | grep -c before-restore)" 0
same 'row by row again' "$(sqlite3 db .dump | sha256sum)" "$(dump "$copy")"

# Refused: the database is as it was, and nothing is left beside it.
refused() { # NAME CODE FILE [WORDS]
	expect "refused: $1" "$2" restore "$3" --yes --db db
	[ -z "${4-}" ] || says "refused: $1: why" err "$4"
	same "refused: $1: nothing was done" "$(sum db) $(ls | grep -c restor)" "$before 0"
}
before=$(sum db)
refused 'no file' 3 nothing.db nothing.db
cp "$copy" bad.db && printf 'xxxxxxxxxxxxxxxx' | dd of=bad.db bs=1 seek=20480 conv=notrunc status=none
refused 'a torn page' 1 bad.db bad.db
head -c 200000 "$copy" >short.db
refused 'cut off' 1 short.db short.db
: >empty.db
refused 'empty' 1 empty.db
echo 'words' >words.db
refused 'words' 1 words.db
sqlite3 foreign.db 'CREATE TABLE setting (key, value)'
refused 'a database of others' 1 foreign.db 'không phải là cơ sở dữ liệu của dieuphoi'
ln -s "$copy" link.db
refused 'a link' 1 link.db
mkdir dir.db
refused 'a directory' 1 dir.db
mkfifo fifo.db
refused 'a pipe' 1 fifo.db
cp "$copy" newer.db && sqlite3 newer.db "INSERT INTO migration SELECT version + 90, name, checksum, applied_at FROM migration"
refused 'a newer one' 1 newer.db 'chỉ biết đến'
cp "$copy" other.db && sqlite3 other.db "UPDATE migration SET checksum = zeroblob(32) WHERE version = 1"
refused 'steps that are not ours' 1 other.db
cp "$copy" edited.db && sqlite3 edited.db 'DROP TRIGGER journal_no_update; UPDATE journal SET at = at + 1 WHERE seq = 9'
refused 'a broken chain' 1 edited.db 'mục 9'
cp "$copy" links.db && sqlite3 links.db 'UPDATE leaf SET task_id = 1 WHERE id = (SELECT MAX(id) FROM leaf)'
refused 'a broken link between tables' 1 links.db
cp "$copy" with.db && echo x >with.db-wal
refused 'a copy with its -wal' 1 with.db with.db-wal
cp "$copy" demo.db && sqlite3 demo.db "UPDATE setting SET value = 'demo' WHERE key = 'kind';
	UPDATE setting SET value = '2021-11-23' WHERE key = 'today'"
refused 'demo data over real' 1 demo.db 'dữ liệu mẫu'
cp db db.real && cp demo.db db
before=$(sum db)
refused 'real data over demo' 1 "$copy" 'dữ liệu thật'
expect 'demo data over demo' 0 restore demo.db --yes --db db
rm -f db.before-restore-*

# A disk that fails once the new file is in place, which is while the name is there that the old one is
# kept under: the old one comes back.
before=$(sum db)
broken FAULT_INSTANT="$second" FAULT_DISK=5 FAULT_UNDER="$WORK" \
	FAULT_WHEN="$WORK/db.before-restore-$stamp" -- restore demo.db --yes --db db
same 'a restore that fails half way: exit code' "$code" 1
same 'the old file is back' "$(sum db) $(ls | grep -c restor)" "$before 0"
expect 'and whole' 0 check --db db

# Who may: the administrator.
expect 'a leader' 0 user add --login lead --name 'Lê Văn Đặng' --role leader --db db
expect 'one of the Office' 0 user add --login off --name 'Phạm Văn Phòng' --role office --db db
rm -f kept/*
expect 'a leader makes no backup' 5 backup kept --as lead --db db
says 'who may' err 'quản trị'
expect 'nor does the Office' 5 backup kept --as off --db db
same 'none was made' "$(ls kept | wc -l)" 0
before=$(sum db)
expect 'a leader restores nothing' 5 restore demo.db --yes --as lead --db db
same 'nothing was restored' "$(sum db) $(ls | grep -c restor)" "$before 0"
expect 'nor with an identity on real data' 5 restore db.real --yes --as lead --db db.real
mv db.real db && rm -f db-wal db-shm db.real.lock

mv db db.away && ln -s db.away db
expect 'a link in its place' 1 restore "$TREE_DB" --yes --db db
rm db && mv db.away db

# While somebody is in it.
cat >session.py <<'P'
import os, pty, subprocess, sys
program, copy = sys.argv[1:]
pid, terminal = pty.fork()
if pid == 0:
    os.environ['TERM'] = 'vt100' # it is asked nothing
    os.environ['DIEUPHOI_TEST_SYNC'] = '1'
    os.execv(program, [program, '--db', 'db'])
shown = b''
while b'\x1b]777;' not in shown: # it waits for a key
    shown += os.read(terminal, 1000)
restore = subprocess.run([program, 'restore', copy, '--yes', '--db', 'db'], capture_output=True, stdin=subprocess.DEVNULL)
print('while open', restore.returncode)
print('writing', subprocess.run([program, 'progress', 'set', '2.3b', 'phu-quoc', '--percent', '9', '--db', 'db'],
    capture_output=True, stdin=subprocess.DEVNULL).returncode)
os.kill(pid, 9)
os.waitpid(pid, 0)
open('err', 'wb').write(restore.stderr)
print('once gone', subprocess.run([program, 'restore', copy, '--yes', '--db', 'db'],
    capture_output=True, stdin=subprocess.DEVNULL).returncode)
P
rm -f kept/*
fresh_backup 'one more'
python3 session.py "$PROGRAM" "$copy" >facts 2>&1
says 'a session holds it off' facts 'while open 4'
says 'why' err 'đang có người mở'
says 'others write meanwhile' facts 'writing 0'
says 'a killed session does not' facts 'once gone 0'
expect 'check at the end' 0 check --db db
end
