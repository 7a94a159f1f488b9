# SPDX-License-Identifier: MIT
# remark add, list, answer, task, seen, withdraw.
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db demo

expect 'no remarks' 0 remark list --db db
says 'it is said' out 'Không có ý kiến chỉ đạo nào'
expect 'none, json' 0 remark list --json --db db
same 'an empty array' "$(cat out)" '[]'
for who in 'mau leader Mẫu' 'nhi leader Nhị' 'thu secretary Thư' 'xem viewer Xem'; do
	set -- $who
	expect "a $2" 0 user add --login "$1" --role "$2" --name "$3" --db db
done
expect 'who is in charge' 0 assign mau --region hd --from 7/10/2021 --db db
expect 'his secretary' 0 assign thu --member mau --from 7/10/2021 --db db

expect 'a remark' 0 remark add 'Nêu phương án dự phòng' --task 2.3b --place phu-quoc --due 30/11 --as mau --db db
says 'what it is on, to whom, until when' out 'về nhiệm vụ 2.3b'
says 'its day' out 'hạn 30/11/2021'
expect 'on a place' 0 remark add 'Vì sao chậm?' --place kien-hai --to nhi --as mau --db db
says 'to whom' out 'gửi đ/c Nhị'
expect 'nothing it is about' 2 remark add 'Vì sao?' --as mau --db db
says 'is asked for' err -- '--place'
expect 'the province is no place for it' 2 remark add 'Vì sao?' --place province --as mau --db db
expect 'nobody it is for' 2 remark add 'Vì sao?' --directive 259-CV/TU --as mau --db db
says 'is asked for too' err -- '--to'
expect 'nobody of that name' 3 remark add 'Vì sao?' --place hd --to khongai --as mau --db db
expect 'no such task' 3 remark add 'Vì sao?' --task 99z --to nhi --as mau --db db
expect 'no such meeting' 3 remark add 'Vì sao?' --meeting 42 --to nhi --as mau --db db
expect 'a review not begun' 3 remark add 'Vì sao?' --review 2021H2 --place hd --to nhi --as mau --db db
expect 'a day that is past' 2 remark add 'Vì sao?' --place hd --to nhi --due 22/11/2021 --as mau --db db
expect 'no words' 2 remark add '' --place hd --to nhi --as mau --db db
expect 'a secretary gives none' 5 remark add 'Vì sao?' --place hd --to nhi --as thu --db db

expect 'list' 0 remark list --json --as xem --db db
same 'the one with a day first' "$(json "len(a), a[0]['text'], a[0]['due'], a[0]['state'], a[1]['to']")" '2 Nêu phương án dự phòng 2021-11-30 open đ/c Nhị'
first=$(json "a[0]['id']") second=$(json "a[1]['id']")
expect 'one is given to him' 0 remark list --own --json --as nhi --db db
same 'that one only' "$(json "[x['id'] for x in a]")" "['$second']"
expect 'a viewer answers nothing' 5 remark answer "$first" 'Xong' --as xem --db db
expect 'no such remark' 3 remark answer 42 'Xong' --as thu --db db
expect 'no answer' 2 remark answer "$first" '' --as thu --db db
expect 'an answer' 0 remark answer "$first" 'Đã có phương án' --document 'BC số 44-BC/TU' --as thu --db db
expect 'answered ones' 0 remark list --state answered --json --db db
same 'what was said' "$(json "a[0]['answer'], a[0]['document'], a[0]['answered_by'], a[0]['seen']")" "Đã có phương án BC số 44-BC/TU Thư False"
expect 'only its author sees it' 5 remark seen "$first" --as nhi --db db
expect 'he does' 0 remark seen "$first" --as mau --db db
expect 'once' 2 remark seen "$first" --as mau --db db
expect 'whom it is given to makes no task of it' 5 remark task "$second" --as nhi --db db
expect 'a task' 0 remark task "$second" --due 10/12/2021 --as thu --db db
says 'its code and day' out "YK-$second; hạn: 10/12/2021"
expect 'it stands among the tasks' 0 task list --json --db db
same 'at its place' "$(json "[x['places'] for x in a if x['code'] == 'YK-$second']")" "[['kien-hai']]"
expect 'not twice' 2 remark task "$second" --as mau --db db
expect 'undone' 0 undo --as thu --db db
expect 'it is open again' 0 remark list --state open --json --db db
same 'it is open again' "$(json "a[0]['id'], a[0]['task']")" "$second None"
expect 'others do not withdraw it' 5 remark withdraw "$second" --as nhi --db db
expect 'its author does' 0 remark withdraw "$second" --as mau --db db
expect 'it is gone from the list' 0 remark list --json --db db
same 'but for the one answered' "$(json "len(a)")" 1
expect 'it is found by its words' 0 search 'phuong an du phong' --json --db db
says 'it is found' out '"remark"'
expect 'the index agrees' 0 check --db db
expect 'the journal tells it' 0 audit log --json --db db
says 'what was done' out 'rút ý kiến chỉ đạo'
end
