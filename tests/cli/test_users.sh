# SPDX-License-Identifier: MIT
# user import, set and close.
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db
ssh-keygen -q -t ed25519 -N '' -f key_a
ssh-keygen -q -t ed25519 -N '' -f key_b
ssh-keygen -q -t ed25519 -N '' -f key_c

# Forty people, whom they serve, keys.
{
	printf 'STT\tHọ tên\tĐăng nhập\tVai\tChức vụ\tThứ tự\tCơ quan\tĐịa phương\tĐiện thoại\tPhụ trách vùng\tPhụ trách địa phương\tGiúp việc\tVăn bản\tTừ ngày\tKhóa\n'
	printf '1\tTrần Văn Mẫu\tmau\tlãnh đạo\tPhó Bí thư\t2\t\t\t0913\thd, tglx\t\t\tQĐ 12\t07/10/2021\t%s\n' "$(cat key_a.pub)"
	printf '2\tNgô Thí Dụ\tthidu\tthư ký\tchuyên viên\t\tVăn phòng Tỉnh ủy\t\t\t\t\tTrần Văn Mẫu\t\t\t%s\n' "$(cat key_b.pub)"
	printf '3\tLê Thị Thử\tthu\tlãnh đạo; người xem\tUV BTV\t5\t\t\t\t\tphu-quoc\t\t\t\t\n'
	printf '4\tĐỗ Bí Thư\t\t\tBí thư Huyện ủy\t\t\tkien-hai\t\t\t\t\t\t\t\n'
	i=5
	while [ $i -le 40 ]; do
		printf '%s\tNgười Thứ %s\tnguoi%s\tviewer\n' $i $i $i
		i=$((i + 1))
	done
} >people.tsv
before=$(sum db)
expect 'a dry run' 0 user import people.tsv --dry-run --db db
says 'the plan' out 'sẽ thêm 40 người, 2 khóa'
says 'each with roles' out 'lãnh đạo, người xem'
same 'nothing was written' "$(sqlite3 db 'SELECT COUNT(*) FROM person')" 1
expect 'imported' 0 user import people.tsv --db db
same 'all of them' "$(sqlite3 db 'SELECT COUNT(*) FROM person WHERE id > 0')" 41
same 'assignments' "$(sqlite3 db 'SELECT COUNT(region_id), COUNT(district_id), COUNT(member_id) FROM assignment')" '2|1|1'
same 'served is who stands in the file' \
	"$(sqlite3 db "SELECT m.login FROM assignment a JOIN person m ON m.id = a.member_id")" mau
same 'keys' "$(sqlite3 db 'SELECT COUNT(*) FROM user_key')" 2
same 'one change' "$(sqlite3 db "SELECT COUNT(DISTINCT change) FROM journal WHERE op = 'user-import'")" 1
expect 'again' 4 user import people.tsv --db db
says 'the line' err 'people.tsv:2: '

bad() { # NAME CODE LINE TEXT: a file with that second line is refused, naming it
	printf 'name,login,roles,leads,serves,key,rank\nOne Good,good,viewer\n%s\n' "$3" >bad.csv
	expect "refused: $1" "$2" user import bad.csv --db db
	says "the line: $1" err "bad.csv:3: "
	says "why: $1" err "$4"
	says "which column: $1" err "${5:+cột “$5”: }"
	same "all or nothing: $1" "$(sqlite3 db "SELECT COUNT(*) FROM person WHERE login = 'good'")" 0
}
bad 'no name' 2 ',x' 'Họ tên' name
bad 'a bad login' 2 'X,Đ' 'Tên đăng nhập' login
bad 'a login twice' 2 'X,good' 'hai lần' login
bad 'a bad role' 2 'X,x,boss' 'boss' roles
bad 'a role without login' 2 'X,,viewer' 'tên đăng nhập' login
bad 'no such region' 3 'X,x,,nowhere' 'nowhere' leads
bad 'nobody to serve' 3 'X,x,,,nobody' 'nobody' serves
bad 'a bad key' 2 'X,x,,,,ssh-ed25519 AAAA' 'ssh-ed25519' key
bad 'a key with options' 2 "X,x,,,,no-pty $(cat key_c.pub)" 'không kèm tùy chọn' key
bad 'a key that somebody has' 4 "X,x,,,,$(cat key_a.pub)" 'Trần Văn Mẫu' key
bad 'a bad rank' 2 'X,x,,,,,first' 'first' rank
bad 'a cell too many' 2 'X,x,,,,,5,more' 'more'
printf 'Họ tên\tĐăng nhập\tKhóa\nMột\tmot\t%s\nHai\thai\t%s\n' "$(cat key_c.pub)" "$(cat key_c.pub)" >bad.csv
expect 'a key twice' 2 user import bad.csv --db db
says 'a key twice: where' err 'bad.csv:3: cột “Khóa”: '
printf 'Họ tên\tTừ ngày\nMột\t31/02/2021\n' >bad.csv
expect 'no such day' 2 user import bad.csv --db db
says 'no such day: where' err 'bad.csv:2: cột “Từ ngày”: không có ngày 31/02/2021'
printf '\357\273\277Họ tên;Đăng nhập;Vai\r\nMột;mot;thư ký\r\n' >bom.csv
expect 'a mark of byte order, line ends of Windows' 0 user import bom.csv --dry-run --db db
says 'as it is written' out 'thư ký'
printf 'login\nx\n' >bad.csv
expect 'no column of names' 1 user import bad.csv --db db
printf 'name,colour\nX,red\n' >bad.csv
expect 'an unknown column' 1 user import bad.csv --db db
says 'which there are' err 'họ tên'

# Changes.
expect 'a post and a phone' 0 user set thu --post 'Bí thư Thành ủy' --phone 0999 --db db
expect 'roles anew' 0 user set thu --role office --db db
says 'which' out 'Văn phòng'
run user list --json --db db
same 'from today' "$(json "[x['roles'] for x in a if x['login'] == 'thu'][0]")" "['office']"
expect 'emptied' 0 user set thu --phone - --db db
same 'it is empty' "$(sqlite3 db "SELECT phone || '|' || post FROM person WHERE login = 'thu'")" '|Bí thư Thành ủy'
expect 'a login for who has none' 0 user set 'do bi thu' --login bithu --role viewer --db db
expect 'a login stays' 4 user set thu --login other --db db
expect 'nothing' 2 user set thu --db db
expect 'the only administrator' 4 user set ha --role viewer --db db
expect 'nor closed' 4 user close ha --db db
says 'what to do' err 'user set'

# Closing.
yesterday=$(date -u -d '@'$(($(date +%s) + 7 * 3600 - 86400)) +%Y-%m-%d)
expect 'a leader closed' 0 user close mau --on "$yesterday" --db db
says 'what remains' out 'Hải đảo'
same 'nobody is gone' "$(sqlite3 db 'SELECT COUNT(*) FROM person WHERE removed_at IS NULL')" 41
run user list --all --json --db db
same 'no roles' "$(json "[x['roles'] for x in a if x['login'] == 'mau'][0]")" '[]'
expect 'keys' 0 key list mau --db db
says 'the key is out' out 'Chưa có khóa'
expect 'twice' 4 user close mau --on "$yesterday" --db db
expect 'session of one who is closed' 3 session --as mau --db db
expect 'before it began' 2 user close thidu --on hôm --db db
run audit log --db db
says 'the journal says it' out 'đóng người dùng'
sqlite3 db "UPDATE setting SET value = 'demo' WHERE key = 'kind';
	UPDATE setting SET value = date('now', '+7 hours') WHERE key = 'today'"
for words in 'user import people.tsv' 'user set thidu --post X' 'user close thidu'; do
	expect "a secretary may not: $words" 5 $words --as thidu --db db
done
expect 'check' 0 check --db db
end
