# SPDX-License-Identifier: MIT
# progress import: tables of a spreadsheet, all of them or nothing, on a database of 23/11/2021.
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db demo
stored() { sqlite3 db 'SELECT state, percent, as_of, note, document FROM progress ORDER BY id'; }
try() { # NAME CODE: the table on standard input, as table.tsv
	cat >table.tsv
	name=$1 wanted=$2
	shift 2
	expect "$name" "$wanted" progress import table.tsv --db db "$@"
}

printf 'Mã\tNơi\tNhiệm vụ\tTình trạng\t%%\tSố liệu đến\tGhi chú\r\n' >head
{
	cat head
	printf '2.3b\tphu-quoc\tThí điểm\tđang\t70 %%\t20/11/2021\t"Đón ""204"" khách\nđợt đầu"\r\n'
	printf '\r\n259-CV/TU/4b\thd\t\thoàn thành\t\t1/11\t\r\n'
	printf '2.1a\tprovince\t\t\t5\t\t\r\n'
} >good.tsv
expect 'a dry run' 0 progress import good.tsv --dry-run --db db
says 'a dry run: how many' out '3 dòng'
same 'a dry run: nothing is stored' "$(stored)" ''
expect 'three rows' 0 progress import good.tsv --db db
same 'three rows: stored' "$(stored)" 'doing|70|2021-11-20|Đón "204" khách
đợt đầu|
done|100|2021-11-01||
doing|5|2021-11-23||'
same 'one change' "$(sqlite3 db "SELECT COUNT(DISTINCT change) FROM journal WHERE kind = 'progress'")" 1
expect 'undo' 0 undo --db db
says 'undo: of all' out 'nhiều nhiệm vụ'
same 'undo: nothing counts' "$(sqlite3 db 'SELECT COUNT(*) FROM progress WHERE removed_at IS NULL')" 0
expect 'redo' 0 redo --db db
same 'redo: all count' "$(sqlite3 db 'SELECT COUNT(*) FROM progress WHERE removed_at IS NULL')" 3

new_db demo
try 'commas, English names, --place' 0 --place phu-quoc <<'T'
code,state,percent,note,document
2.3b,blocked,40,"chờ, chưa rõ",BC 41
T
same 'commas: stored' "$(stored)" 'blocked|40|2021-11-23|chờ, chưa rõ|BC 41'
try 'semicolons' 0 --place phu-quoc <<'T'
mã;tình trạng;%
2.3b;xong;
T
same 'all or nothing: two so far' "$(stored | wc -l)" 2
try 'a wrong state in line 3' 2 --place phu-quoc <<'T'
mã;tình trạng
2.3b;xong
2.3b;tốt lắm
T
says 'its line is named' err 'table.tsv:3: “tốt lắm”'
try 'a wrong percent' 2 --place phu-quoc <<'T'
mã;%
2.3b;120
T
says 'its line is named' err 'table.tsv:2: Tỷ lệ phải từ 0'
try 'done is 100' 2 --place phu-quoc <<'T'
mã;tình trạng;%
2.3b;hoàn thành;50
T
try 'tomorrow' 2 --place phu-quoc <<'T'
mã;%;số liệu đến
2.3b;50;24/11/2021
T
try 'an unknown task' 3 --place phu-quoc <<'T'
mã;%
2.3b;50
9.9z;50
T
says 'its line is named' err 'table.tsv:3: '
try 'an unknown place' 3 <<'T'
mã;nơi;%
2.3b;atlantis;50
T
try 'no place' 2 <<'T'
mã;%
2.3b;50
T
says 'what helps' err '--place'
try 'nothing reported' 2 --place phu-quoc <<'T'
mã;ghi chú
2.3b;không
T
try 'a column that nobody knows' 1 --place phu-quoc <<'T'
mã;%;màu
2.3b;50;đỏ
T
says 'it is named' err 'màu'
try 'a column twice' 1 --place phu-quoc <<'T'
mã;%;percent
2.3b;50;50
T
try 'no code' 1 --place phu-quoc <<'T'
nơi;%
phu-quoc;50
T
try 'only titles' 1 </dev/null
printf 'mã;%%\n\377;5\n' | try 'not UTF-8' 1 --place phu-quoc
expect 'no file' 3 progress import gone.tsv --db db
same 'all or nothing: still two' "$(stored | wc -l)" 2
printf 'mã;%%\n2.3b;50\n2.1a;5\n' | try 'not one of these places' 3 --place phu-quoc
same 'not the first row either' "$(stored | wc -l)" 2
expect 'check' 0 check --db db
end
