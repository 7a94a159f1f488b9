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
says 'the plan says from what to what' out 'vùng Hải đảo → vùng Biển đảo'
same 'the dry run wrote nothing' "$(sqlite3 db "SELECT name FROM region WHERE code = 'hd'")" 'Hải đảo'
expect 'apply' 0 regions apply mine --db db
says 'apply says the same' out 'vùng Hải đảo → vùng Biển đảo'
same 'the old name stays' "$(sqlite3 db "SELECT name FROM region WHERE code = 'hd'")" 'Hải đảo'
same 'the new one counts from today' "$(sqlite3 db 'SELECT name FROM place_name')" 'Biển đảo'
expect 'today it has the new name' 0 task list --region hd --db db
expect 'twice' 0 regions apply mine --db db
says 'twice changes nothing' out 'Không có gì thay đổi'
expect 'check' 0 check --db db

# The reform that ships as an example: a plan that can be read, applied once, and seen by its day.
expect 'the plan of the reform' 0 regions apply --dry-run "$TREE/regions/examples" --db db
says 'who ends, when, and who follows' out \
	'TP Phú Quốc (phu-quoc): kết thúc 30/06/2025; kế thừa: đặc khu Phú Quốc (phu-quoc-2025), đặc khu Thổ Châu (tho-chau)'
says 'what stays there' out 'nhiệm vụ chưa xong ở nguyên đó'
says 'the word for the level' out 'từ 01/07/2025: xã, phường, đặc khu'
says 'it wrote nothing' out 'chưa ghi gì'
same 'it did write nothing' "$(sqlite3 db 'SELECT COUNT(*) FROM succession')" 0
expect 'the reform' 0 regions apply "$TREE/regions/examples" --db db
same 'successions' "$(sqlite3 db 'SELECT COUNT(*) FROM succession')" 3
same 'one change of the journal' \
	"$(sqlite3 db "SELECT COUNT(DISTINCT change) FROM journal WHERE kind = 'succession'")" 1
expect 'the reform twice' 0 regions apply "$TREE/regions/examples" --db db
says 'twice changes nothing more' out 'Không có gì thay đổi'
expect 'the regions after it' 0 regions apply mine --db db
says 'they bring nothing back' out 'Không có gì thay đổi'
expect 'check after the reform' 0 check --db db

# As of a day.
expect 'before the reform' 0 --as-of 30/6/2025 regions list --db db
says 'the old ones' out 'TP Phú Quốc'
says_not 'none of the new ones' out 'Thổ Châu'
expect 'from the reform on' 0 regions list --as-of 2025-07-01 --db db
says 'the new ones' out 'đặc khu Thổ Châu'
says 'the level' out 'Xã, phường, đặc khu'
says_not 'none of the old ones' out 'phu-quoc '
expect 'all of them' 0 regions list --ended --as-of 2025-07-01 --db db
says 'when it ended and who follows' out 'đã kết thúc 30/06/2025, kế thừa: đặc khu Phú Quốc, đặc khu Thổ Châu'
expect 'nothing is written as of another day' 5 --as-of 2021-12-31 regions apply mine --db db
says 'and the way back' err 'bỏ --as-of'
expect 'no day' 2 task list --as-of 31/2/2025 --db db

# Two files that contradict each other.
expect 'two moves of one day' 1 regions apply "$data/bad/regions/two-moves" --db db
says 'the line of the second' err 'two-moves/b.cfg:3: '
says 'and that of the first' err 'two-moves/a.cfg:3'

# Two main regions on one day: what was stored before, and the line that contradicts it.
mkdir later main
printf 'changes = (\n\t{ on = "2040-01-01"; move = "go-quao"; region = "hd"; }\n);\n' >later/a.cfg
expect 'a move to come' 0 regions apply later --db db
sed -e '/districts/,$d' "$TREE/regions/umt.cfg" >main/umt.cfg
printf 'districts = (\n\t{ code = "go-quao"; name = "Gò Quao"; kind = "huyện"; order = 9; }\n);\n' >>main/umt.cfg
line=$(grep -n 'go-quao' main/umt.cfg | cut -d: -f1)
expect 'another region until ever' 1 regions apply main --db db
says 'the line' err "main/umt.cfg:$line: “go-quao” có hai vùng chính cùng lúc từ 01/01/2040"
says 'and the one that was stored' err 'hd (đã ghi trước)'

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
