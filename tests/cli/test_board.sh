# SPDX-License-Identifier: MIT
# board, task show, directive show: what the screens tell, for people and for programs.
. "$TREE/tests/cli/lib.sh"
make_fresh
expect "demo data" 0 demo --db db
expect 'the Office' 0 board --db db
says 'the period' out '6 tháng cuối năm 2021'
says 'a region' out 'Hải đảo                   4/18      ! 5      41%  đến kỳ       Trần Văn Mẫu'
says 'what presses' out '!  An Minh'
expect 'few' 0 board --most 3 --json --db db
same 'as many as asked, of all' "$(json "len(a['lines']), a['total'] > 3, a['period'], a['over']")" '3 True 2021H2 False'
same 'the same figures as the screen' "$(json "[(r['code'], r['done'], r['all'], r['late']) for r in a['regions']]")" \
	"[('tglx', 12, 31, 3), ('tsh', 15, 24, 0), ('umt', 10, 26, 2), ('hd', 4, 18, 5)]"
expect 'a leader' 0 board --json --as mau --db db
same 'what waits for him is first' "$(json "a['lines'][0]['kind'], a['lines'][0]['target']")" 'waiting review'
expect 'how many' 2 board --most 0 --db db
says 'which option' err '--most'

expect 'a task' 0 task show 2.3b --db db
says 'its source' out 'Nguồn: 259-CV/TU, điểm 2.3'
says 'its words' out 'thí'
says 'a report' out '20/10/2021   TP Phú Quốc  đang triển khai 10%'
expect 'for programs' 0 task show 2.3b --json --db db
same 'newest first' "$(json "[(r['as_of'], r['percent']) for r in a['reports']]")" \
	"[('2021-11-20', 70), ('2021-11-01', 25), ('2021-10-20', 10)]"
same 'its place' "$(json "[(p['place'], p['due']) for p in a['places']]")" "[('phu-quoc', '2021-12-31')]"
expect 'no such task' 3 task show 9.9z --db db
says 'which' err '9.9z'

expect 'a directive' 0 directive show 259-CV/TU --db db
says 'its head' out 'Người ký: Phó Bí thư Thường trực, Mai Văn Huỳnh'
says 'a clause with its tasks' out '(9 nhiệm vụ)'
expect 'its text' 0 directive show 259-CV/TU --text --db db
says 'as it was sent' out 'phục hồi kinh tế-xã hội'
expect 'for programs' 0 directive show 259-CV/TU --json --db db
same 'the whole tree' "$(json "[c['code'] for c in a['clauses'] if not c['depth']]")" "['1', '2', '3', '4', '5', '6', '7', '8', 'VP']"
expect 'no such directive' 3 directive show 1-CV/TU --db db

expect 'which would go' 0 reading withdraw von-giai-ngan phu-quoc --dry-run --db db
says 'it is said' out 'Sẽ rút: Vốn đầu tư công đã giải ngân, TP Phú Quốc: thực hiện 529,9 tỷ đồng'
expect 'and goes' 0 reading withdraw von-giai-ngan phu-quoc --db db
expect 'the one before counts' 0 reading withdraw von-giai-ngan phu-quoc --dry-run --db db
says_not 'another one' out '529,9'
expect 'a ratio' 3 reading withdraw giai-ngan phu-quoc --db db
says 'why' err 'tính từ hai chỉ tiêu khác'
expect 'a day without one' 3 reading withdraw von-giai-ngan phu-quoc --as-of 1/1/2020 --db db
expect 'taken back' 0 undo --db db
end
