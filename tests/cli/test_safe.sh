# SPDX-License-Identifier: MIT
# What reaches a terminal, the process's own state, other writers, a damaged journal.
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db

controls() { LC_ALL=C tr -d '\n\040-\176\200-\377' <"$1" | wc -c; }
sqlite3 db "UPDATE region SET note = char(27) || '[31mRED';
	UPDATE person SET name = 'A' || char(27) || '[2J' || char(7) || char(155) || 'B' || char(8238) || 'C';
	UPDATE directive SET subject = char(27) || ']0;TITLE' || char(7) || 'x' || char(13) || 'y'"
for command in 'user list' 'user list --json' 'directive list' 'directive list --json' 'directive check' 'task list' 'check'; do
	run $command --db db
	same "no control byte: $command" "$(controls out)" 0
	same "no C1 and no bidi control: $command" "$(grep -cP '[\x{80}-\x{9f}\x{202a}-\x{202e}]' out)" 0
done
esc=$(printf '\033]0;x\007\033[2J')
for words in "$esc" "task $esc" "task list --$esc" "task list --region $esc" "task list --db $esc" \
	"progress set $esc hd --percent 1"; do
	run $words --db db
	same "no control byte in an error: $(printf %s "$words" | tr -d '[:cntrl:]')" "$(controls err)" 0
done

"$PROGRAM" task list --db db >/dev/full 2>err
same 'a full disk under the output' $? 1
says 'it is said' err 'Không in ra được'
{ "$PROGRAM" task list --db db 2>err; echo $? >code; } | head -1 >out
same 'a reader who leaves is no error' "$(cat code; cat err)" 0
before=$(sum db)
"$PROGRAM" task list --db db >&- 2>&- <&-
same 'closed streams: the database is no stream' "$(sum db)" "$before"
cat >wait.py <<'P'
import fcntl, os, subprocess, sys, time
# Holds the write lock and looks at the process that waits for it.
lock = open('db.lock', 'w')
fcntl.flock(lock, fcntl.LOCK_EX)
extra = os.dup(lock.fileno())
start = time.time()
child = subprocess.Popen([sys.argv[1], 'progress', 'set', '2.3b', 'phu-quoc', '--percent', '5', '--db', 'db'],
    stdout=subprocess.PIPE, stderr=subprocess.PIPE, pass_fds=(extra,))
def waits(): # as the system itself tells of who waits for a lock
    return any('->' in line and line.split()[5] == str(child.pid) for line in open('/proc/locks'))
while not waits() and child.poll() is None:
    os.sched_yield()
proc = f'/proc/{child.pid}'
status = dict(line.split(':', 1) for line in open(f'{proc}/status').read().splitlines())
links = [os.readlink(f'{proc}/fd/{fd}') for fd in os.listdir(f'{proc}/fd')]
names = sorted(os.path.basename(name) for name in links if name.startswith(os.getcwd()))
print('privileges', status['NoNewPrivs'].strip())
print('umask', status['Umask'].strip())
print('core', [l.split()[4] for l in open(f'{proc}/limits') if l.startswith('Max core')][0])
print('inherited', names.count('db.lock'))
out, err = child.communicate()
print('code', child.returncode, 'seconds', 4 < time.time() - start < 8)
open('err', 'wb').write(err)
P
python3 wait.py "$PROGRAM" >facts 2>&1
says 'no new privileges' facts 'privileges 1'
says 'umask' facts 'umask 0077'
says 'no core dumps' facts 'core 0'
says 'descriptors are not inherited' facts 'inherited 1'
says 'busy for 5 s, then 4' facts 'code 4 seconds True'
says 'busy: what to do' err 'ghi lại'

new_db
sqlite3 db "DROP TRIGGER journal_no_update; UPDATE journal SET at = at + 1 WHERE seq = 9"
expect 'an edited journal' 1 check --db db
says 'which check failed' out 'HỎNG'
says 'the others still ran' out 'tốt'
new_db
sqlite3 db "PRAGMA foreign_keys = OFF; UPDATE leaf SET district_id = 12345 WHERE id = (SELECT MAX(id) FROM leaf WHERE district_id IS NOT NULL)"
expect 'a broken link' 1 check --db db
new_db
chmod 400 db
if [ "$(id -u)" -ne 0 ]; then
	expect 'a file that may not be written' 1 progress set 2.3b phu-quoc --percent 5 --db db
fi
same 'no screen without a terminal' "$("$PROGRAM" --db "$TREE_DB" </dev/null >out 2>err; echo $?)" 1
end
