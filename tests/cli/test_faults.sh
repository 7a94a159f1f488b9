# SPDX-License-Identifier: MIT
# A machine that fails: a full or broken disk, files that cannot be written, a torn page, a clock that
# goes back, no memory.
. "$TREE/tests/cli/lib.sh"
make_fresh

journal() {
	sqlite3 "$1" 'SELECT count(*) FROM journal'
}

# Nothing done, said in one message, and done once the machine is well again.
set_progress='progress set 2.3b phu-quoc --percent 5 --db db'
for fault in '28 Đĩa.đầy' '5 Lỗi.đọc.ghi.đĩa'; do
	number=${fault%% *} words=$(echo "${fault#* }" | tr . ' ')
	new_db demo
	before=$(journal db)
	# shellcheck disable=SC2086 # words of a command
	broken FAULT_DISK="$number" -- $set_progress
	same "$words: exit code" "$code" 1
	says "$words: the message" err "$words"
	says "$words: the file is named" err db
	same "$words: one message" "$(wc -l <err)" 2
	same "$words: nothing was done" "$(journal db)" "$before"
	# shellcheck disable=SC2086
	expect "$words: done once it is over" 0 $set_progress
	expect "$words: whole" 0 check --db db
done

# A disk that cannot be read is called that, not a file of somebody else's; nothing is changed.
new_db demo
before=$(sum db)
for command in 'task list' 'progress set 2.3b phu-quoc --percent 5' 'check' 'backup .' 'audit verify'; do
	# shellcheck disable=SC2086
	broken FAULT_READ=5 -- $command --db db
	same "cannot be read: $command: exit code" "$code" 1
	says "cannot be read: $command: the file and why" err 'db: không đọc được: Input/output error'
	says "cannot be read: $command: what to do" err 'Kiểm tra đĩa'
done
same 'cannot be read: unchanged' "$(sum db)" "$before"
expect 'cannot be read: whole, once it is over' 0 check --db db
cp -r "$TREE/regions" db-regions
broken FAULT_READ=5 -- regions apply db-regions --db db
same 'cannot be read: the regions: exit code' "$code" 1
cp db kept.db
broken FAULT_READ=5 FAULT_UNDER="$WORK/kept.db" -- restore kept.db --yes --db db
same 'cannot be read: a copy: exit code' "$code" 1
says 'cannot be read: a copy: the file and why' err 'kept.db: Input/output error'
same 'cannot be read: a copy: unchanged' "$(sum db)" "$before"

new_db demo
for number in 13 30; do
	# shellcheck disable=SC2086
	broken FAULT_OPEN=$number -- $set_progress
	same "cannot be written ($number): exit code" "$code" 1
	says "cannot be written ($number): a hint" err 'quyền'
done
if [ "$(id -u)" = 0 ]; then
	chmod 755 "$WORK" "$WORK/.." && mkdir shut && cp db shut/db && chmod 444 shut/db && chmod 555 shut
	as_nobody() { HOME=/nowhere setpriv --reuid 65534 --regid 65534 --clear-groups "$@"; }
else
	mkdir shut && cp db shut/db && chmod 444 shut/db && chmod 555 shut
	as_nobody() { "$@"; }
fi
before=$(sum shut/db)
if as_nobody "$PROGRAM" --version >out 2>err; then
	as_nobody "$PROGRAM" task list --db shut/db >out 2>err
	same 'a folder that cannot be written: tasks can be read' $? 0
	as_nobody "$PROGRAM" check --db shut/db >out 2>err
	same 'a folder that cannot be written: it can be checked' $? 0
	says 'a folder that cannot be written: that it is read only' err 'Chỉ đọc'
	mkdir -m 777 copies
	as_nobody "$PROGRAM" backup copies --db shut/db >out 2>err
	same 'a folder that cannot be written: it can be backed up' "$? $(ls copies | wc -l)" '0 1'
	as_nobody "$PROGRAM" progress set 2.3b phu-quoc --percent 5 --db shut/db >out 2>err
	same 'a folder that cannot be written: exit code' $? 1
	says 'a folder that cannot be written: a hint' err 'quyền'
	same 'a folder that cannot be written: nothing beside the file' "$(ls shut)" db
	same 'a folder that cannot be written: unchanged' "$(sum shut/db)" "$before"
fi
chmod 755 shut

# A page inside a table: the rest can still be read and the file is not written for looking at it.
new_db demo
page=$(sqlite3 db "SELECT rootpage FROM sqlite_master WHERE name = 'journal'")
dd if=/dev/zero of=db bs=4096 seek=$((page - 1)) count=1 conv=notrunc 2>dd.err
before=$(sum db)
expect 'a torn page: check' 1 check --db db
says 'a torn page: check says so' out 'HỎNG'
says 'a torn page: what to do' err 'sao lưu'
expect 'a torn page: tasks can be read' 0 task list --db db
# shellcheck disable=SC2086
expect 'a torn page: nothing is recorded' 1 $set_progress
says 'a torn page: why' err 'bị hỏng'
same 'a torn page: the file is unchanged' "$(sum db)" "$before"

# What nobody looks at for weeks is looked at once a day, and after who was using it was killed.
tear() {
	new_db demo
	run task list --db db
	page=$(sqlite3 db "SELECT rootpage FROM sqlite_master WHERE name = 'journal'")
	sqlite3 db 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
	dd if=/dev/zero of=db bs=4096 seek=$((page - 1)) count=1 conv=notrunc 2>dd.err
}
tear
expect 'looked at today' 0 task list --db db
says_not 'looked at today: not again' err 'Chỉ đọc'
touch -d '25 hours ago' db.lock
expect 'not looked at since yesterday' 0 task list --db db
says 'not looked at since yesterday: read only' err 'bị hỏng'
tear
touch -d '1 hour' db.lock
expect 'looked at in the future' 0 task list --db db
says 'looked at in the future: again' err 'bị hỏng'
tear
python3 - <<'P'
import os, sqlite3
db = sqlite3.connect('db')
db.execute('PRAGMA wal_autocheckpoint = 0')
db.execute("UPDATE region SET note = 'in the wal'")
db.commit()
os._exit(0)
P
expect 'left by who was killed' 0 task list --db db
says 'left by who was killed: read only' err 'bị hỏng'

# Undone, so that the day of the day's work is one on which there is work.
new_db
run progress set 2.3b phu-quoc --percent 5 --db db
broken FAULT_CLOCK=-31536000 -- progress set 2.3b phu-quoc --percent 6 --db db
same 'a clock a year back: recorded' "$code" 0
broken FAULT_CLOCK=-31536000 -- undo --db db
same 'a clock a year back: undone' "$code" 0
expect 'the clock is right again' 0 progress set 2.3b phu-quoc --percent 7 --db db
same 'times do not go back' "$(sqlite3 db 'SELECT count(*) FROM journal a JOIN journal b
	ON b.office = a.office AND b.seq = a.seq + 1 WHERE b.at < a.at')" 0
expect 'a clock a year back: whole' 0 check --db db
for command in 'task list' 'meeting list' 'review list' 'user list' 'directive list'; do
	# shellcheck disable=SC2086
	broken FAULT_CLOCK=-31536000 -- $command --db db
	same "a clock a year back: $command" "$code" 0
done

# The head of each day that ended goes to the system's log, once.
new_db
broken FAULT_SYSLOG="$WORK/log" -- progress set 2.3b phu-quoc --percent 5 --db db
head=$(sqlite3 db 'SELECT seq || ", " || lower(hex(hash)) FROM journal ORDER BY seq DESC LIMIT 1')
same 'nothing within a day' "$(ls log 2>/dev/null)" ''
broken FAULT_CLOCK=86400 FAULT_SYSLOG="$WORK/log" -- progress set 2.3b phu-quoc --percent 6 --db db
broken FAULT_CLOCK=86400 FAULT_SYSLOG="$WORK/log" -- progress set 2.3b phu-quoc --percent 7 --db db
same 'the head of the day before, in the log' "$(cat log)" "journal of office 1: entry $head"
new_db demo
broken FAULT_CLOCK=864000 FAULT_SYSLOG="$WORK/log" -- progress set 2.3b phu-quoc --percent 6 --db db
same 'nothing of the demo' "$(wc -l <log)" 1

# Without memory: the message or what was asked for, never a half answer that looks whole.
if broken FAULT_COUNT="$WORK/count" -- task list --db db; [ -s count ] && [ "$(cat count)" -gt 0 ]; then
	total=$(cat count)
	cp out whole
	for mode in FAULT_MALLOC FAULT_MALLOC_ONCE; do
		wrong= i=0 steps=20
		[ "${FAULT-}" != long ] || steps=$total
		while [ $i -lt $steps ]; do
			n=$((1 + i * total / steps))
			i=$((i + 1))
			broken $mode=$n -- task list --db db
			case $code in
			0) cmp -s out whole || wrong="$wrong $n:half" ;;
			1) [ -s err ] || wrong="$wrong $n:mute" ;;
			*) wrong="$wrong $n:$code" ;;
			esac
		done
		same "memory ends ($mode)" "$wrong" ''
	done
fi
end
