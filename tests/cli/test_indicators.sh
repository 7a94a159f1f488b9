# SPDX-License-Identifier: MIT
# indicator list, show, add, target; reading set, import; on a database of 23/11/2021.
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db demo
readings() { sqlite3 db 'SELECT kind, as_of, value, document FROM reading WHERE removed_at IS NULL ORDER BY id'; }

# What ships with the dispatch.
expect 'list' 0 indicator list --json --db db
same 'the shipped ones' "$(json "[(x['code'], x['aggregation'], x['task']) for x in a][:2]")" \
	"[('giai-ngan', 'ratio', '2.5a'), ('ban-le', 'sum', '2.3h')]"
same 'its target: 95 %' "$(json "a[0]['current']['kind'], a[0]['current']['target'], a[0]['current']['scale']")" \
	'value 950 1'
same 'its target: of the same period' "$(json "a[1]['current']['kind'], a[1]['current']['target']")" \
	'last-year 1000'
same 'no reading is no figure' "$(json "a[0]['current']['compared'], a[0]['points']")" 'None []'

expect 'a plan' 0 reading set von-ke-hoach phu-quoc 1.000 --as-of 15/01/2021 --db db
expect 'a reading' 0 reading set von-giai-ngan phu-quoc '612,5 tỷ đồng' --as-of 15/11 --document 'BC 7' --db db
says 'a reading: told' out 'Vốn đầu tư công đã giải ngân, TP Phú Quốc: thực hiện 612,5 tỷ đồng, số liệu đến 15/11/2021.'
expect 'an estimate of a day to come' 0 reading set von-giai-ngan phu-quoc 900 --kind estimate --as-of 31/12/2021 --db db
expect 'show' 0 indicator show giai-ngan --db db
says 'show: the region' out 'Hải đảo, 11/2021: 61,3%; kế hoạch 95%, thấp hơn 33,7 điểm phần trăm; 1/2 địa phương chưa có số liệu; ước 12/2021: 90% (1/2 địa phương)'
says 'show: what is missing' out '14/15 địa phương chưa có số liệu'
expect 'list of a place' 0 indicator list --place phu-quoc --json --db db
same 'whole numbers' "$(json "a[0]['points'][-2]['actual'], a[0]['current']['difference'], a[0]['current']['met']")" \
	"{'value': 613, 'districts_with': 1, 'districts': 1} -337 False"

# Refusals say what and why.
expect 'a ratio is not entered' 2 reading set giai-ngan phu-quoc 61 --db db
says 'a ratio is not entered: but' err 'Nhập số liệu của: Vốn đầu tư công đã giải ngân; Kế hoạch vốn đầu tư công.'
expect 'no such indicator' 3 reading set giai-nga phu-quoc 61 --db db
says 'no such indicator: the codes' err 'von-ke-hoach'
expect 'a number that could be two' 2 reading set ban-le phu-quoc 1.5 --db db
expect 'a day to come' 2 reading set ban-le phu-quoc 1 --as-of 24/11/2021 --db db

# Definitions and targets.
expect 'add' 0 indicator add khach --name 'Khách quốc tế' --unit người --aggregation sum --rhythm quarter --db db
expect 'add: taken' 4 indicator add khach --name x --unit y --aggregation sum --db db
expect 'add: a ratio needs two' 2 indicator add r --name x --unit % --aggregation ratio --numerator khach --db db
expect 'edit' 0 indicator edit khach --name 'Khách quốc tế đến' --unit 'lượt người' --better lower --db db
says 'edit: told' out 'Đã ghi chỉ tiêu Khách quốc tế đến (khach).'
expect 'edit: what is not given' 0 indicator list --json --db db
same 'edit: what is not given stays' "$(json "[(x['unit'], x['better'], x['aggregation'], x['rhythm']) for x in a if x['code'] == 'khach']")" \
	"[('lượt người', 'lower', 'sum', 'quarter')]"
expect 'edit: of its task' 0 indicator edit giai-ngan --task none --db db
expect 'edit: back again' 0 undo --db db
expect 'edit: nothing of that name' 3 indicator edit khong-co --name x --db db
expect 'edit: a ratio that lacks its two' 2 indicator edit khach --aggregation ratio --db db
expect 'edit: as it was' 0 indicator edit khach --name 'Khách quốc tế' --unit người --better higher --db db
expect 'target' 0 indicator target khach 5.000 --place hd --period 2021Q4 --db db
says 'target: told' out 'Khách quốc tế, Hải đảo: kế hoạch 5.000 người, quý IV-2021.'
expect 'target again' 0 indicator target khach 6.000 --place hd --period 2021Q4 --db db
same 'target again: one' "$(sqlite3 db "SELECT COUNT(*), MAX(value) FROM target WHERE value > 4000")" '1|6000'
expect 'target: a time' 2 indicator target khach 5.000 --db db
expect 'target: one time' 2 indicator target khach 5.000 --period 2021 --from 1/1/2021 --db db
expect 'edit: the unit of what has a target' 2 indicator edit khach --unit tấn --db db
says 'edit: why not' err 'Chỉ tiêu đã có số liệu hoặc kế hoạch, không đổi đơn vị được.'
expect 'a negative number' 0 reading set --db db --as-of 20/11 -- khach phu-quoc -5

# A spreadsheet's file: all of it or nothing.
before=$(readings)
printf 'Mã\tĐịa phương\tGiá trị\tLoại\tSố liệu đến\r\nphu-quoc\tTP Phú Quốc\t1.200,5\t\t31/10\r\nkien-hai\tKiên Hải\t35\tước\t30/11/2021\r\n' >good.tsv
expect 'import: a dry run' 0 reading import good.tsv --indicator ban-le --dry-run --db db
same 'import: a dry run stores nothing' "$(readings)" "$before"
expect 'import' 0 reading import good.tsv --indicator ban-le --db db
same 'import: stored' "$(readings | tail -2)" 'actual|2021-10-31|12005|
estimate|2021-11-30|350|'
expect 'undo' 0 undo --db db
same 'undo: of all' "$(readings)" "$before"
printf 'district,value\nphu-quoc,1\nkien-hai,x\n' >bad.csv
expect 'import: a wrong row' 2 reading import bad.csv --indicator ban-le --db db
says 'import: a wrong row: where' err 'bad.csv:3: '
same 'import: a wrong row: nothing is stored' "$(readings)" "$before"
printf 'district,value\nphu-quoc,1\n' >none.csv
expect 'import: of what' 2 reading import none.csv --db db
says 'import: of what: told' err 'chưa ghi chỉ tiêu'
printf 'district,colour\n' >column.csv
expect 'import: an unknown column' 1 reading import column.csv --indicator ban-le --db db
: >empty.csv
expect 'import: an empty file' 1 reading import empty.csv --indicator ban-le --db db

# Search finds an indicator by its name.
expect 'search' 0 search 'giai ngan' --json --db db
same 'search: the indicator' "$(json "sorted({x['label'] for x in a if x['kind'] == 'indicator'})")" \
	"['giai-ngan', 'von-giai-ngan']"
end
