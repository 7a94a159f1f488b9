# SPDX-License-Identifier: MIT
# regions apply: the plan, its execution, and files that are refused as a whole.
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db

expect 'nothing to do' 0 regions apply --db db
says 'nothing to do, it says' out 'Không có gì thay đổi'
cp -r "$TREE/regions" mine
sed -i 's/name = "Hải đảo"/name = "Biển đảo"/' mine/hd.cfg
expect 'dry run' 0 regions apply --dry-run mine --db db
says 'the plan says from what to what' out 'Hải đảo → Biển đảo'
same 'the dry run wrote nothing' "$(sqlite3 db "SELECT name FROM region WHERE code = 'hd'")" 'Hải đảo'
expect 'apply' 0 regions apply mine --db db
says 'apply says the same' out 'Hải đảo → Biển đảo'
same 'apply wrote it' "$(sqlite3 db "SELECT name FROM region WHERE code = 'hd'")" 'Biển đảo'
expect 'twice' 0 regions apply mine --db db
says 'twice changes nothing' out 'Không có gì thay đổi'
expect 'check' 0 check --db db

before=$(sqlite3 db 'SELECT COUNT(*) FROM journal')
for bad in "$data"/bad/regions/*; do
	dir=$bad
	if [ -f "$bad" ]; then
		dir=one-${bad##*/}
		mkdir "$dir"
		cp "$bad" "$dir/"
	fi
	expect "refused: ${bad##*/}" 1 regions apply "$dir" --db db
	[ "${bad##*/}" = empty ] ||
		same "file and line: ${bad##*/}" "$(grep -c '\.cfg:[0-9]*: ' err)" 1
done
same 'nothing was written' "$(sqlite3 db 'SELECT COUNT(*) FROM journal')" "$before"
expect 'no such directory' 3 regions apply nowhere --db db
expect 'a file is no directory' 3 regions apply "$TREE/regions/hd.cfg" --db db
end
