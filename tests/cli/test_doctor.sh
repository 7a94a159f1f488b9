# SPDX-License-Identifier: MIT
# doctor: what it finds good, and each thing that it must find.
. "$TREE/tests/cli/lib.sh"
make_fresh
umask 077
mkdir data
cp "$TREE_DB" data/db
db=$WORK/data/db
state() { # NAME: of the last run's JSON
	json "[x['state'] for x in a if x['name'] == '$1'][0]"
}
ssh-keygen -q -t ed25519 -N '' -f key_a
ssh-keygen -q -t ed25519 -N '' -f key_b

expect 'all is well' 0 doctor --db "$db"
says 'in words' out 'Quyền: tốt'
says 'the engine' out 'SQLite 3.'
expect 'for programs' 0 doctor --json --db "$db"
same 'no keys, no SSH' "$(state sshd) $(state keys)" 'ok ok'
same 'no terminal' "$(state terminal)" unknown
same 'the owner' "$(json "[x['what'][:3] for x in a if x['name'] == 'identity'][0]")" 'ha:'
case $(state landlock) in ok | warn) pass 'Landlock or not' ;; *) fail 'Landlock or not' ;; esac

chmod 640 data/db
expect 'a file open to others' 1 doctor --json --db "$db"
same 'is bad' "$(state permissions)" bad
chmod 600 data/db
chmod 755 data
expect 'a directory open to others' 1 doctor --db "$db"
says 'what to do' out '→ chown'
chmod 700 data
expect 'no database' 1 doctor --json --db "$WORK/data/none"
same 'is bad, the rest is told' "$(state database) $(state room)" 'bad ok'
echo 'external_editor = "/usr/bin/vim";' >editor.conf
expect 'an editor' 0 doctor --json --config editor.conf --db "$db"
same 'is noted' "$(state editor)" warn

# sshd and the file of keys.
expect 'a key' 0 key add ha --file key_a.pub --db "$db"
echo 'PasswordAuthentication yes' >sshd_config
expect 'no block' 1 doctor --json --sshd sshd_config --db "$db"
same 'is bad' "$(state sshd)" bad
mkdir conf.d
sed "s,^Match User dieuphoi,Match User nobody-else$(printf '\n')Match User $(id -un),; s,/etc/dieuphoi/authorized_keys,$WORK/keys," \
	"$TREE/assets/ssh/sshd-dieuphoi.conf" | sed 's/nobody-else/&\n/' >conf.d/dieuphoi.conf
echo "Include $WORK/conf.d/*.conf" >sshd_config
echo 'Port 22' >>sshd_config
run doctor --json --sshd sshd_config --db "$db"
same 'the block that ships, by Include' "$(state sshd)" ok
same 'no file of keys yet' "$(state keys)" bad
expect 'written' 0 key export --to keys --db "$db"
run doctor --json --sshd sshd_config --db "$db"
if [ "$(id -u)" -eq 0 ]; then
	same 'as in the data' "$(state keys)" ok
	expect 'another key' 0 key add ha --file key_b.pub --db "$db"
	run doctor --json --sshd sshd_config --db "$db"
	same 'one is missing in the file' "$(state keys)" warn
	expect 'user: too' 1 doctor --user ha --json --sshd sshd_config --db "$db"
	same 'user: the key is not in the file' "$(state keys)" bad
	expect 'written again' 0 key export --to keys --db "$db"
	expect 'user: well' 0 doctor --user ha --json --sshd sshd_config --db "$db"
	expect 'a key taken away' 0 key remove "$(ssh-keygen -lf key_a.pub | cut -d' ' -f2)" --db "$db"
	expect 'still in the file' 1 doctor --json --sshd sshd_config --db "$db"
	same 'is bad' "$(state keys)" bad
	expect 'written once more' 0 key export --to keys --db "$db"
	chmod 666 keys
	expect 'a file that others write' 1 doctor --json --sshd sshd_config --db "$db"
	same 'of keys: bad' "$(state keys)" bad
else
	same 'not root'\''s' "$(state keys)" bad
fi
sed -i 's/AllowTcpForwarding no/AllowTcpForwarding yes/' conf.d/dieuphoi.conf
run doctor --json --sshd sshd_config --db "$db"
same 'another setting is noted' "$(state sshd)" warn

# A person.
expect 'a leader without a place' 0 user add --login lead --name 'Lê Đặng' --role leader --db "$db"
expect 'user' 0 doctor --user lead --json --db "$db"
same 'user: what one lacks' "$(state active) $(state roles) $(state assignments) $(state keys)" 'ok ok warn warn'
expect 'one who never comes' 0 user add --name 'Đỗ Không' --db "$db"
expect 'user: no login' 1 doctor --user 'do khong' --json --db "$db"
same 'user: why' "$(state login) $(state roles)" 'bad bad'
sqlite3 "$db" "UPDATE person SET to_date = '2000-01-01' WHERE login = 'lead'"
expect 'user: closed' 1 doctor --user lead --db "$db"
says 'user: since when' out '01/01/2000'
expect 'user: nobody' 3 doctor --user nobody --db "$db"
end
