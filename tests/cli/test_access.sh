# SPDX-License-Identifier: MIT
# Who gets in: keys, a real sshd on loopback with real keys, and that nothing which a client sends
# changes who one is.
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db

umask 077
for name in ha lead view other; do
	ssh-keygen -q -t ed25519 -N '' -C "$name@máy" -f "key_$name"
done
ssh-keygen -q -t rsa -b 2048 -N '' -f key_rsa
ssh-keygen -q -t rsa -b 1024 -N '' -f key_weak
ssh-keygen -q -t ecdsa -b 384 -N '' -f key_ecdsa
expect 'a leader' 0 user add --login lead --name 'Lê Văn Đặng' --role leader --post 'Phó Bí thư' --db db
expect 'a viewer' 0 user add --login view --name 'Phạm Xem' --role viewer --db db
expect 'one without login' 0 user add --name 'Đỗ Không' --db db

# Keys ------------------------------------------------------------------------------------------
expect 'no keys yet' 0 key list --db db
expect 'a key from a file' 0 key add ha --file key_ha.pub --db db
print=$(ssh-keygen -lf key_ha.pub | cut -d' ' -f2)
says 'its fingerprint as ssh-keygen prints it' out "$print"
expect 'a key on the command line' 0 key add lead --key "$(cat key_lead.pub)" --db db
expect 'another person'\''s' 0 key add view --file key_view.pub --db db
expect 'a second one of another type' 0 key add view --file key_ecdsa.pub --db db
expect 'an RSA key' 0 key add view --file key_rsa.pub --db db
expect 'the same key again' 4 key add lead --file key_ha.pub --db db
says 'whose it is' err 'ha'
expect 'a weak key' 2 key add lead --file key_weak.pub --db db
expect 'a private key' 2 key add lead --key "$(head -1 key_other)" --db db
says 'what it is' err 'khóa riêng'
expect 'options before the key' 2 key add lead --key "command=\"/bin/sh\" $(cat key_other.pub)" --db db
expect 'a line feed in it' 2 key add lead --key "$(printf 'ssh-ed25519\nAAAA')" --db db
expect 'a second line' 2 key add lead --key "$(cat key_other.pub; echo; cat key_other.pub)" --db db
expect 'a key cut short' 2 key add lead --key "$(cut -c1-60 key_other.pub)" --db db
expect 'who has no login' 2 key add 'Đỗ Không' --file key_other.pub --db db
expect 'nobody' 3 key add nobody --file key_other.pub --db db
expect 'both' 2 key add lead --key x --file y --db db
run key list --json --db db
same 'the list' "$(json "sorted((x['login'], x['type'], x['comment']) for x in a)[0:2]")" \
	"[('ha', 'ssh-ed25519', 'ha@máy'), ('lead', 'ssh-ed25519', 'lead@máy')]"
same 'all fingerprints as ssh-keygen prints them' \
	"$(for key in ha lead view ecdsa rsa; do ssh-keygen -lf key_$key.pub | cut -d' ' -f2; done | sort | tr '\n' ' ')" \
	"$(json "' '.join(sorted(x['fingerprint'] for x in a))") "

expect 'export' 0 key export --db db
says 'a forced command and nothing else' out "session --as lead\",restrict,pty ssh-ed25519 "
same 'a line for each' "$(grep -c '^command="[^"]*",restrict,pty ' out)" 5
expect 'export to a file' 0 key export --to keys --db db
same 'its mode' "$(stat -c %a keys)" 644
same 'nothing is left aside' "$(ls keys*)" keys
ln -s keys link
expect 'not through a link' 1 key export --to link --db db
mkdir closed
expect 'no such directory' 1 key export --to closed/none/keys --db db

# sshd ------------------------------------------------------------------------------------------
# As root and as anybody else: the account that runs the test is the one that owns the data.
me=$(id -un)
sshd=$(command -v sshd || ls /usr/sbin/sshd 2>/dev/null)
[ "$me" != root ] || mkdir -p /run/sshd
ssh-keygen -q -t ed25519 -N '' -f host
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat >sshd_config <<EOF
ListenAddress 127.0.0.1
Port $port
HostKey $WORK/host
PidFile $WORK/sshd.pid
UsePAM no
StrictModes no
PermitRootLogin forced-commands-only
AcceptEnv *
Subsystem sftp internal-sftp
LogLevel VERBOSE
EOF
sed "s,^Match User dieuphoi,Match User $me,; s,/etc/dieuphoi/authorized_keys,$WORK/keys," \
	"$TREE/assets/ssh/sshd-dieuphoi.conf" >>sshd_config
echo "[127.0.0.1]:$port $(cut -d' ' -f1,2 host.pub)" >known
expect 'all keys' 0 key export --to keys --db "$WORK/db"
"$sshd" -t -f sshd_config 2>err
verdict 'the settings that ship are what sshd takes'
"$sshd" -f "$WORK/sshd_config" -E "$WORK/sshd.log"
verdict 'sshd runs'
trap 'kill "$(cat "$WORK/sshd.pid")" 2>/dev/null' EXIT

options="-F none -p $port -o UserKnownHostsFile=$WORK/known -o IdentitiesOnly=yes -o BatchMode=yes
	-o ConnectTimeout=20 -o LogLevel=ERROR"
# over KEY ARG…: as that key's owner, with the options $more; the exit code in $code, what was printed
# in out and err
more=
over() {
	key=$1
	shift
	timeout $((90 * ${TEST_PATIENCE:-1})) ssh $options $more -i "key_$key" -- "$me@127.0.0.1" "$@" \
		>out 2>err </dev/null
	code=$?
}

# comes NAME CODE KEY ARG…
comes() {
	name=$1 wanted=$2
	shift 2
	over "$@"
	if [ "$code" -eq "$wanted" ]; then pass "$name"; else
		fail "$name" "exit $code instead of $wanted: $(cat err out | head -5; tail -3 sshd.log)"
	fi
}

for ready in 1 2 3 4 5 6 7 8 9; do
	over view whoami
	[ "$code" -eq 255 ] || break
done
comes 'in with a key' 0 view whoami
says 'as its owner' out 'view (đ/c Phạm Xem)'
says 'known by the key' out 'khóa SSH'
comes 'another key of theirs' 0 rsa whoami --json
same 'the same person' "$(json "a['login'], a['roles'], a['way']")" "view ['viewer'] ssh"
comes 'a key of nobody' 255 other whoami
comes 'with our own name before it' 0 lead dieuphoi whoami
says 'who' out 'lead ('
comes 'an argument in two quotes' 0 lead "search 'vắc xin' --json"
comes 'what one may not' 5 view 'progress set 2.3b phu-quoc --percent 5'
comes 'an unknown command' 2 view 'ls -l'
comes 'in English' 0 view 'whoami --lang en'
says 'as it was asked' out 'SSH key'

# Nothing that is sent changes who one is.
for words in 'whoami --as ha' '--as ha whoami' 'whoami --as=ha' 'session --as ha' \
	'session --as ha whoami' "--db $WORK/other.db whoami" 'whoami --db x' '--demo whoami' \
	'--config /etc/passwd whoami' 'key add view --file /etc/passwd' 'key export' 'init' \
	'demo --reset' "backup $WORK" "progress import $WORK/db" 'dieuphoi session --as ha'; do
	comes "refused: $words" 5 view "$words"
	says_not "nobody else: $words" out 'ha ('
done
for words in 'whoami; id' 'whoami && id' 'whoami | id' 'whoami `id`' 'whoami $(id)' \
	'whoami > out.txt' "$(printf 'whoami\nid')" "$(printf 'id\nwhoami')" "'whoami" 'whoami \' 'sh -c id' \
	'/bin/sh' '../../bin/sh' '-c id' 'whoami --' ; do
	over view "$words"
	says_not "no shell: $(printf %s "$words" | tr '\n' '^')" out 'uid='
done
same 'nothing was written' "$(find "$HOME" "$WORK" -name out.txt)" ''
for variable in LC_ALL=ha LC_TIME='$(id)' TERM=../../../etc/passwd TERM=evil LANG=xx_XX.UTF-8 \
	DIEUPHOI_DB=/tmp/none DIEUPHOI_LANG=en DIEUPHOI_DATA=/tmp SUDO_UID=0 SUDO_USER=ha USER=ha LOGNAME=ha \
	HOME=/tmp XDG_CONFIG_HOME=/tmp XDG_DATA_HOME=/tmp SSH_ORIGINAL_COMMAND=init \
	LD_PRELOAD=/none.so TERMINFO=/tmp; do
	more="-o SetEnv=$variable"
	over view whoami
	same "identity unchanged: $variable" "$code $(head -1 out)" '0 view (đ/c Phạm Xem)'
done

more=

# No files, no ports, nothing but the program.
echo >file
timeout 90 scp $(echo "$options" | sed 's/-p /-P /') -i key_view file "$me@127.0.0.1:$WORK/copied" >out 2>err </dev/null
same 'scp is refused' "$?$(ls copied 2>/dev/null)" 255
timeout 90 scp -O $(echo "$options" | sed 's/-p /-P /') -i key_view file "$me@127.0.0.1:$WORK/copied" >out 2>err </dev/null
[ $? -ne 0 ] && [ ! -e copied ]
verdict 'the old scp too'
more=-s
over view sftp
[ "$code" -ne 0 ] && ! grep -q SFTP out
verdict 'sftp is refused'
more='-o ExitOnForwardFailure=yes -R 0:127.0.0.1:22'
over view whoami
[ "$code" -eq 255 ]
verdict 'no port of the server is opened'
more="-W 127.0.0.1:$port"
over view
[ "$code" -ne 0 ] && ! grep -q '^SSH-2' out
verdict 'no port is reached through it'
more=

# The full screen.
cat >screen.py <<'P'
import os, pty, select, signal, sys, time, fcntl, termios, struct
# screen.py KEYS COMMAND…: runs it on a terminal of 80×24, types the keys once the whole screen is there,
# to the last word of its last line, and prints what it showed. KEYS "drop": the line is cut instead.
keys, command = sys.argv[1], sys.argv[2:]
pid, fd = pty.fork()
if pid == 0:
    os.execvp(command[0], command)
fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 80, 0, 0))
shown, typed, deadline = b'', False, time.time() + 60
while time.time() < deadline:
    ready, _, _ = select.select([fd], [], [], 20)
    if ready:
        try:
            piece = os.read(fd, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
        if b'\x1b[6n' in piece:
            os.write(fd, b'\x1b[1;2R')
    if b'10Tho' in shown and not typed:
        typed = True
        if keys == 'drop':
            os.kill(pid, signal.SIGKILL)
        else:
            os.write(fd, keys.encode().decode('unicode_escape').encode())
os.waitpid(pid, 0)
sys.stdout.buffer.write(shown)
P
cat >see.sh <<'P'
key=$1 keys=$2
shift 2
TERM=${TERM_SENT:-xterm-256color} python3 screen.py "$keys" ssh -tt $options -i "key_$key" "$@" "$me@127.0.0.1"
P
export options me
sh see.sh lead '\x1b[21~' >shown
says 'the screen opens' shown 'Trang ch'
says 'for the owner of the key' shown 'Lê Văn Đặng'
TERM_SENT=evil sh see.sh lead '' >shown 2>&1
says_not 'an unknown terminal shows no screen' shown 'Trang ch'
same 'visited' "$(sqlite3 db 'SELECT COUNT(*) FROM visit')" 1

# A dropped line: the next login stands where one was.
sh see.sh lead '\x1b[B\r\x1b[21~' >shown
says 'into a region' shown 'Trang ch'
sh see.sh lead drop >shown
# The session holds a lock as long as it lives.
timeout 120 python3 -c '
import fcntl, glob
for name in glob.glob("db.open/*.place"):
    fcntl.flock(open(name), fcntl.LOCK_SH)'
verdict 'the session ends'
same 'a dropped line is noted' "$(sqlite3 db 'SELECT MAX(dropped) FROM visit')" 1
sh see.sh lead '\x1b[21~' >shown
says 'the next login goes on with that session' shown 'Tiếp tục phiên'
says 'where one was' shown '259-CV/TU, điểm'
same 'left this time' "$(sqlite3 db 'SELECT MAX(dropped) FROM visit')" 0

# With what Windows has: a key of PuTTYgen's, pasted from its box, and PuTTY's own client.
puttygen -q -t ed25519 -C 'của PuTTY' -o key_putty.ppk --new-passphrase /dev/null 2>err
verdict 'a key of PuTTYgen'
expect 'the private file is none' 2 key add view --file key_putty.ppk --db db
says 'what to copy instead' err 'Public key for pasting'
expect "PuTTYgen's public key" 0 key add view --key "$(puttygen -L key_putty.ppk)" --db db
expect 'the file with it' 0 key export --to keys --db "$WORK/db"
timeout 60 plink -ssh -batch -P "$port" -hostkey "$(ssh-keygen -lf host.pub | cut -d' ' -f2)" \
	-i key_putty.ppk "$me@127.0.0.1" whoami >out 2>err </dev/null
verdict 'in with plink'
says 'as the owner of the key' out 'view (đ/c Phạm Xem)'

# A person's end is the end of the key, whatever the file of keys still says.
sqlite3 db "UPDATE person SET to_date = '2000-01-01' WHERE login = 'view'"
comes 'one who is closed' 3 view whoami
sqlite3 db "UPDATE person SET to_date = NULL WHERE login = 'view'"
expect 'a key replaced' 0 key replace view --file key_other.pub --db db
says 'how many went' out '4'
run key list --json --db db
same 'the one that is left' "$(json "[x['fingerprint'] for x in a if x['login'] == 'view']")" \
	"['$(ssh-keygen -lf key_other.pub | cut -d' ' -f2)']"
expect 'one that was given once' 4 key add lead --file key_view.pub --db db
expect 'the file anew' 0 key export --to keys --db "$WORK/db"
comes 'the old key is out' 255 view whoami
comes 'the new one is in' 0 other whoami
expect 'a key taken away' 0 key remove "$(ssh-keygen -lf key_other.pub | cut -d' ' -f2)" --db db
expect 'twice' 4 key remove "$(ssh-keygen -lf key_other.pub | cut -d' ' -f2)" --db db
expect 'the file anew again' 0 key export --to keys --db "$WORK/db"
comes 'out' 255 other whoami
run key list view --all --json --db db
same 'the history stays' "$(json "len(a), all(x['to'] for x in a)")" '5 True'

# As one who is no administrator.
sqlite3 db "UPDATE setting SET value = 'demo' WHERE key = 'kind';
	UPDATE setting SET value = '2041-11-23' WHERE key = 'today'"
for words in 'key list' 'key list ha' 'key add lead --key x' 'key remove 1' 'key export'; do
	expect "a leader may not: $words" 5 $words --as lead --db db
done
expect 'one'\''s own keys' 0 key list lead --as lead --db db

# At the console: who called sudo, where our parent really is root's sudo.
sqlite3 db "UPDATE setting SET value = 'real' WHERE key = 'kind'; UPDATE setting SET value = '' WHERE key = 'today'"
printf '#!/bin/sh\n"$@"\nexit $?\n' >sudo
printf '#!/bin/sh\nsetpriv --reuid 65534 --clear-groups "$@"\nexit $?\n' >sudo-nobody
chmod +x sudo sudo-nobody
mkdir other
mv sudo-nobody other/sudo
expect 'a user of the machine'\''s name' 0 user add --login nobody --name 'Không Ai' --role viewer --db db
sudo() { # EXPECTED-CODE UID SUDO ARG…
	wanted=$1 uid=$2 sudo=$3
	shift 3
	SUDO_UID=$uid SUDO_USER=ha timeout 60 "$sudo" "$PROGRAM" "$@" >out 2>err </dev/null
	same "sudo: $* as $uid by $sudo" $? "$wanted"
}
SUDO_UID=65534 expect 'SUDO_UID alone' 0 whoami --db db
says 'says nothing' out 'ha ('
if [ "$(id -u)" -eq 0 ]; then
	sudo 0 65534 ./sudo whoami --db db
	says 'who called it' out 'nobody (đ/c Không Ai)'
	says 'known by sudo' out 'qua sudo'
	sudo 5 65534 ./sudo user list --as ha --db db
	sudo 5 65534 ./sudo key list --db db
	sudo 5 0 ./sudo whoami --db db
	says 'an account that is no user' err 'root'
	sudo 5 999999999 ./sudo whoami --db db
	sudo 5 x ./sudo whoami --db db
	sudo 5 65534 ./sudo session --as ha --db db
	chmod 755 "$WORK" "${WORK%/*}"
	sudo 5 65534 other/sudo whoami --config x
	sudo 5 65534 other/sudo whoami --db x
	chmod 700 "$WORK" "${WORK%/*}"
else
	sudo 0 65534 ./sudo whoami --db db
	says 'a sudo that is not root'\''s' out 'ha ('
fi
sqlite3 db "UPDATE setting SET value = 'demo' WHERE key = 'kind';
	UPDATE setting SET value = '2041-11-23' WHERE key = 'today'"

# session is for the owner of the data.
expect 'without a name' 2 session --db db
expect 'with a bad one' 2 session --as 'Lê' --db db
SSH_ORIGINAL_COMMAND='whoami' expect 'as the file of keys calls it' 0 session --as lead --db db
if [ "$(id -u)" -eq 0 ]; then
	chown 65534 db
	expect 'of another owner' 5 session --as lead --db db
	chown 0 db
fi
expect 'check' 0 check --db db
end
