# SPDX-License-Identifier: MIT
# task list, progress set, undo, redo, on a database of 23/11/2021.
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db demo

expect 'list' 0 task list --db db
says 'list: places by name' out 'TP Phú Quốc'
says 'list: the count' out '66 nhiệm vụ'
expect 'json' 0 task list --json --db db
same 'json: an array of 66' "$(json 'len(a)')" 66
same 'json: the fields' "$(json "[k for k in ('code','title','quote','lead','cooperating','deadline',
	'places','percent','state','origin','leaves') if any(k not in x for x in a)]")" '[]'
cat >get.py <<'P'
import json, sys
task = [x for x in json.load(open('out')) if x['code'] == sys.argv[1]][0]
print(eval(sys.argv[2], {'t': task}))
P
get() { python3 get.py "$@" 2>&1; }
same 'json: title' "$(get 2.3b "'Hộ chiếu vắc xin' in t['title']")" True
same 'json: lead' "$(get 2.3b "t['lead']")" "['Ban cán sự đảng Ủy ban nhân dân tỉnh']"
same 'json: deadline' "$(get 2.3b "t['deadline']['kind'], t['deadline']['words'], t['deadline']['due']")" \
	"('period', 'trong dịp cuối năm 2021', '2021-12-31')"
same 'json: a task without date has none' "$(get 1.1a "t['deadline']['due']")" None
same 'json: places' "$(get 2.3b "t['places']")" "['phu-quoc']"
same 'json: all districts' "$(get 1.1a "len(t['places']), len(t['leaves'])")" '(15, 15)'
same 'json: state and percent' "$(get 2.3b "t['state'], t['percent'], t['origin']")" "('not-started', 0, 'directive')"
same 'json: the quote is of the dispatch' "$(get 2.3b "t['quote'][:26]")" 'Khẩn trương phối hợp với B'

expect 'by region' 0 task list --region hd --json --db db
same 'by region: its districts, itself and the province' \
	"$(json "sorted({l['place'] for x in a for l in x['leaves']})")" \
	"['hd', 'kien-hai', 'phu-quoc', 'province']"
same 'by region: places are still all' "$(get 1.1a "len(t['places']), len(t['leaves'])")" '(15, 2)'
expect 'by district' 0 task list --district phu-quoc --json --db db
same 'by district: itself and the province' \
	"$(json "sorted({l['place'] for x in a for l in x['leaves']})")" "['phu-quoc', 'province']"
expect 'overdue: none yet' 0 task list --overdue --json --db db
same 'overdue: an empty array' "$(cat out)" '[]'
sqlite3 db "UPDATE setting SET value = '2022-01-05' WHERE key = 'today'"
expect 'overdue: later' 0 task list --overdue --json --db db
same 'overdue: all are late' "$(json "len(a) > 5, all(l['late'] for x in a for l in x['leaves'])")" 'True True'
expect 'overdue, for people' 0 task list --overdue --db db
says 'overdue: by how much' out '31/12/2021, quá 5 ngày'
sqlite3 db "UPDATE setting SET value = '2021-11-23' WHERE key = 'today'"
expect 'a district of its region' 0 task list --region hd --district phu-quoc --db db
expect 'a district of another region' 2 task list --region umt --district phu-quoc --db db
says 'which does not lie where' err 'TP Phú Quốc không thuộc vùng U Minh Thượng'
expect 'unknown region' 3 task list --region xx --db db
expect 'a district is no region' 3 task list --region phu-quoc --db db
expect 'unknown directive' 3 task list --directive 1-X --db db

expect 'progress' 0 progress set 2.3b phu-quoc --state doing --percent 60 --note 'Đã đón
đoàn đầu' --document 'BC 41-BC/TU' --db db
says 'progress: what counts now' out 'TP Phú Quốc: đang triển khai 60 %, số liệu đến 23/11/2021'
says 'progress: what counted before' out 'chưa báo cáo'
same 'progress: stored' "$(sqlite3 db 'SELECT state, percent, as_of, document FROM progress')" 'doing|60|2021-11-23|BC 41-BC/TU'
expect 'an earlier day' 0 progress set 2.3b phu-quoc --percent 10 --as-of 01/11/2021 --db db
says 'an earlier day does not count' out '23/11/2021 vẫn được tính'
expect 'only --state done' 0 progress set 2.3b phu-quoc --state done --db db
says 'is 100 %' out 'hoàn thành 100 %'
run task list --json --db db
same 'json: done' "$(get 2.3b "t['state'], t['percent'], t['leaves'][0]['as_of']")" "('done', 100, '2021-11-23')"
expect 'undo' 0 undo --db db
run task list --json --db db
same 'json: doing again' "$(get 2.3b "t['state'], t['percent']")" "('doing', 60)"
expect 'redo' 0 redo --db db
run task list --json --db db
same 'json: done again' "$(get 2.3b "t['state'], t['percent']")" "('done', 100)"
expect 'undo --dry-run' 0 undo --dry-run --db db
run task list --json --db db
same 'dry run: still done' "$(get 2.3b "t['percent']")" 100
expect 'only --percent 100' 0 progress set 4b hd --percent 100 --db db
says 'is done' out 'hoàn thành'
expect 'a region'\''s leaf' 0 progress set 4b tsh --state blocked --percent 30 --db db
run task list --json --db db
same 'json: one blocked is blocked' "$(get 4b "t['state'], t['percent'], len(t['leaves'])")" "('blocked', 33, 4)"
expect 'qualified code' 0 progress set 259-CV/TU/2.1a province --percent 5 --db db

expect 'done is 100' 2 progress set 2.3b phu-quoc --state done --percent 50 --db db
expect '100 is done' 2 progress set 2.3b phu-quoc --state doing --percent 100 --db db
expect 'not started is 0' 2 progress set 2.3b phu-quoc --state not-started --percent 5 --db db
expect 'neither' 2 progress set 2.3b phu-quoc --note x --db db
expect 'tomorrow' 2 progress set 2.3b phu-quoc --percent 5 --as-of 2021-11-24 --db db
expect 'no day' 2 progress set 2.3b phu-quoc --percent 5 --as-of 31/02/2021 --db db
says 'the option is named' err '--as-of'
expect 'unknown task' 3 progress set 9.9z phu-quoc --percent 5 --db db
expect 'unknown place' 3 progress set 2.3b atlantis --percent 5 --db db
expect 'task not there' 3 progress set 2.3b kien-hai --percent 5 --db db
says 'where it is' err 'phu-quoc'
expect 'check' 0 check --db db
new_db
expect 'nothing to redo' 3 redo --db db
end
