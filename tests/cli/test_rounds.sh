# SPDX-License-Identifier: MIT
# Reporting rounds: added, entered, imported, reminded of, on a database of 23/11/2021.
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db demo
stored() { sqlite3 db "SELECT round, state, received_on, document, COALESCE(dated_on, ''), note FROM report_entry WHERE removed_at IS NULL ORDER BY id"; }

expect 'no rounds yet' 0 round list --db db
expect 'an unknown series' 3 round show bc --db db
says 'what helps' err 'round add'
expect 'nobody asked' 2 round add bc --name 'Báo cáo tháng' --rhythm month --first 31/08/2021 --db db
says 'nobody asked: said' err 'nơi nào phải báo cáo'
expect 'an unknown district' 3 round add bc --name 'Báo cáo tháng' --rhythm month --first 31/08/2021 \
	--districts 'phu-quoc, atlantis' --db db
expect 'a wrong rhythm' 2 round add bc --name B --rhythm daily --first 31/08/2021 --districts all --db db
expect 'a series' 0 round add bc --name 'Báo cáo tháng' --rhythm month --first 31/08/2021 \
	--directive 259-CV/TU --districts all --bodies bcsd-ubnd --db db
says 'a series: the round now' out 'bc.4, hạn 30/11/2021'
expect 'the code again' 4 round add bc --name 'X' --rhythm month --first 31/08/2021 --districts all --db db
expect 'the list' 0 round list --json --db db
same 'four rounds, the latest first' "$(jq -r '.[].code' <out | tr '\n' ' ')" 'bc.4 bc.3 bc.2 bc.1 '
same 'clamped at a month’s end' "$(jq -r '.[2].due' <out)" '2021-09-30'
same 'all are missing' "$(jq -r '.[1] | "\(.asked) \(.missing) \(.overdue)"' <out)" '16 16 16'

expect 'a report' 0 round set bc.3 an-minh --document 'BC số 70-BC/HU' --received 30/10/2021 --dated 29/10/2021 --db db
expect 'one without a change' 0 round set bc.3 'Kiên Hải' --unchanged --received 02/11/2021 --db db
same 'both stored' "$(stored)" '3|sent|2021-10-30|BC số 70-BC/HU|2021-10-29|
3|unchanged|2021-11-02|||'
expect 'more of the same' 0 round set bc.3 an-minh --note 'thiếu biểu 2' --db db
same 'the rest stays' "$(stored | head -1)" '3|sent|2021-10-30|BC số 70-BC/HU|2021-10-29|thiếu biểu 2'
expect 'after today' 2 round set bc.3 phu-quoc --received 24/11/2021 --db db
expect 'dated after it came' 2 round set bc.3 phu-quoc --received 01/11/2021 --dated 02/11/2021 --db db
expect 'a round to come' 3 round set bc.5 phu-quoc --db db
says 'a round to come: which is now' err 'bc.4'
expect 'who is not asked' 3 round set bc.3 ban-dan-van --db db
expect 'as others see it' 0 round show bc.3 --json --db db
same 'late' "$(jq -r '.[] | select(.code == "kien-hai") | "\(.state) \(.late) \(.days)"' <out)" 'unchanged true 2'
same 'on time' "$(jq -r '.[] | select(.code == "an-minh") | "\(.state) \(.late)"' <out)" 'sent false'

expect 'withdrawn' 0 round withdraw bc.3 an-minh --db db
expect 'withdrawn again' 3 round withdraw bc.3 an-minh --db db
expect 'extended' 0 round extend bc.3 an-minh --due 26/11/2021 --reason 'chuyên viên nghỉ ốm' --db db
expect 'not backwards' 2 round extend bc.3 an-minh --due 25/11/2021 --reason 'x' --db db
expect 'reminded' 0 remind bc.2 an-minh --db db
expect 'reminded again' 0 remind bc.3 an-minh --channel document --on 22/11/2021 --note 'CV số 5' --db db
says 'the how-manieth' out 'lần 2'
expect 'all rounds of one' 0 round history an-minh --json --db db
same 'the newest first, each with its own reminders' "$(jq -r '[.[] | "\(.round) \(.reminders) \(.reminded)"] | .[1:3] | join("; ")' <out)" 'bc.3 1 22/11 văn bản: CV số 5; bc.2 1 23/11 điện thoại'
expect 'all rounds of one, as a table' 0 round history 'An Minh' --db db
says 'how often reminded' out 'đôn đốc 2 lần.'
expect 'all rounds of nobody' 3 round history atlantis --db db
expect 'no need to' 2 remind bc.3 kien-hai --db db
expect 'the list to call' 0 round show bc.3 --missing --json --db db
same 'how it stands' "$(jq -r '.[] | select(.code == "an-minh") | "\(.due) \(.due_reason) \(.silent_rounds) \(.reminders) \(.withdrawn)"' <out)" \
	'2021-11-26 chuyên viên nghỉ ốm 2 2 BC số 70-BC/HU nhận 30/10'
same 'only those missing' "$(jq -r '[.[].state] | unique | join(" ")' <out)" missing

cat >good.tsv <<'T'
STT	Nơi báo cáo	Tình trạng	Ngày nhận	Số văn bản	Ghi chú
1	TP Phú Quốc	đã nộp	20/11/2021	BC số 41-BC/TU	
2	go-quao	không thay đổi			
3	BCSĐ UBND tỉnh	x	22/11	BC số 231	"hai
dòng"
T
expect 'a dry run' 0 round import bc.4 good.tsv --dry-run --db db
same 'a dry run stores nothing' "$(stored | wc -l)" 1
expect 'three at once' 0 round import bc.4 good.tsv --db db
same 'three stored' "$(stored | tail -3)" '4|sent|2021-11-20|BC số 41-BC/TU||
4|unchanged|2021-11-23|||
4|sent|2021-11-22|BC số 231||hai dòng'
same 'one change' "$(sqlite3 db "SELECT COUNT(DISTINCT change) FROM journal WHERE kind = 'report_entry' AND op = 'report-save' AND thing_id IN (SELECT id FROM report_entry WHERE round = 4)")" 1
expect 'undo' 0 undo --db db
same 'undo: of all' "$(stored | wc -l)" 1
expect 'redo' 0 redo --db db
try() { # NAME CODE: the table on standard input
	cat >table.tsv
	expect "$1" "$2" round import bc.4 table.tsv --db db
}
printf 'nơi;tình trạng\nan-bien;x\natlantis;x\n' | try 'nobody of that name' 3
says 'its line' err 'table.tsv:3:'
printf 'nơi;tình trạng\nan-bien;x\nAn Biên;k\n' | try 'one twice' 2
printf 'nơi;tình trạng\nan-bien;chưa\n' | try 'a wrong state' 2
printf 'nơi;màu\nan-bien;đỏ\n' | try 'a column that nobody knows' 1
printf 'tình trạng\nx\n' | try 'no reporter' 1
try 'an empty file' 1 </dev/null
same 'all or nothing' "$(stored | wc -l)" 4

expect 'ends earlier than a report' 4 round edit bc --last 15/11/2021 --db db
expect 'another first day' 4 round edit bc --first 01/09/2021 --db db
expect 'another name, other bodies' 0 round edit bc --name 'Báo cáo mới' --bodies 'ban-dan-van' --db db
expect 'who is asked now' 0 round show bc --json --db db
same 'from today on' "$(jq -r '[.[].code] | map(select(. == "bcsd-ubnd" or . == "an-minh")) | join(" ")' <out)" 'an-minh'
expect 'who was asked then' 0 round show bc.3 --json --db db
same 'then' "$(jq -r '[.[].code] | map(select(. == "bcsd-ubnd")) | join(" ")' <out)" 'bcsd-ubnd'
expect 'found' 0 search 'bao cao moi' --json --db db
same 'found as what' "$(jq -r '[.[] | select(.kind == "series") | .label] | join(" ")' <out)" 'bc'
expect 'check' 0 check --db db
end
