# SPDX-License-Identifier: MIT
# search, and check --reindex, on a database of 23/11/2021.
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db demo
run progress set 2.3b phu-quoc --percent 60 --note 'Đã đón đoàn khách đầu tiên' \
	--document 'BC 41-BC/TU' --db db

expect 'without accents' 0 search 'ho chieu vac xin' --db db
says 'a task' out 'Thí điểm đón khách quốc tế đến Phú Quốc'
says 'the words of the dispatch' out 'Lời văn bản'
expect 'with accents' 0 search 'đoàn khách' --db db
says 'progress' out '2.3b · 23/11/2021 · TP Phú Quốc'
expect 'a number as it stands' 0 search 41-BC/TU --json --db db
same 'json: one hit' "$(json "[(h['kind'], h['label']) for h in a]")" "[('progress', '2.3b')]"
expect 'a day as it stands' 0 search 07/10/2021 --json --db db
same 'json: the directive and its head' "$(json "sorted({h['kind'] for h in a})")" "['clause', 'directive']"
expect 'json' 0 search 'doan khach' --json --db db
same 'json: fields' "$(json 'sorted(a[0])')" \
	"['day', 'exact', 'id', 'kind', 'label', 'line', 'marks', 'place']"
same 'json: marks are bytes of the line' \
	"$(json "[a[0]['line'].encode()[s:e].decode() for s, e in a[0]['marks']]")" "['đoàn', 'khách']"

expect 'by region' 0 search khach --region hd --kind progress --json --db db
same 'by region: found' "$(json 'len(a)')" 1
expect 'by another' 0 search khach --region tsh --kind progress --json --db db
same 'by another: an empty array' "$(cat out)" '[]'
expect 'by district' 0 search khach --district 'Phú Quốc' --kind progress --json --db db
same 'by district: found' "$(json 'len(a)')" 1
expect 'until the day before' 0 search khach --to 22/11/2021 --kind progress --json --db db
same 'until the day before: nothing' "$(cat out)" '[]'
expect 'another spelling' 0 search pq --kind district --db db
says 'another spelling: the place' out 'Phú Quốc'
expect 'nothing' 0 search khongcotunay --db db
says 'nothing is said' out 'Không tìm thấy gì'
expect 'unknown region' 2 search khach --region atlantis --db db
says 'unknown region is named' err 'atlantis'
expect 'no query' 2 search --db db
expect 'limit' 0 search tinh --limit 1 --json --db db
same 'limit: one of each kind' "$(json "len(a) == len({h['kind'] for h in a})")" True
for typed in '"' '*' 'AND' 'NEAR(' 'a"b' "'" '(' 'folded : x' '--' ':'; do
	run search --db db -- "$typed"
	[ "$code" -eq 0 ]
	verdict "anything can be asked: $typed"
done

expect 'check' 0 check --db db
says 'the index is counted' out 'Chỉ mục tìm kiếm ('
sqlite3 db "UPDATE progress SET note = 'sửa lén'"
expect 'a write behind its back' 1 check --db db
says 'which row' out 'Tiến độ số'
says 'how to mend it' err 'check --reindex'
expect 'reindex' 0 check --reindex --db db
expect 'mended' 0 search 'sua len' --json --db db
same 'mended: found' "$(json 'len(a)')" 1

# The file is one that any sqlite3 opens, dumps and reads back.
sqlite3 db .dump >dump.sql
verdict 'the shell dumps it'
sqlite3 copy <dump.sql
verdict 'and reads it back'
same 'the copy has the same index' \
	"$(sqlite3 copy "SELECT count(*) FROM search WHERE search MATCH 'folded : \"sua len\"'")" 1
end
