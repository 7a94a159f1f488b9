# SPDX-License-Identifier: MIT
# meeting list and show, review list and show.
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db demo

expect 'no meetings' 0 meeting list --db db
says 'it is said' out 'Chưa có buổi làm việc'
expect 'no meetings, json' 0 meeting list --json --db db
same 'an empty array' "$(cat out)" '[]'
expect 'no such meeting' 3 meeting show 42 --db db
expect 'no number' 2 meeting show x --db db
sqlite3 db "
	INSERT INTO meeting (id, region_id, kind, subject, held_on, starts, ends, place, chair_id, state)
	SELECT (1 << 40) + 900000, r.id, 'meeting', 'Đôn đốc tiêm ngừa', '2021-11-20', '08:00', '11:00',
		'Huyện ủy Kiên Hải', p.id, 'draft' FROM region r, person p WHERE r.code = 'hd';
	INSERT INTO agenda_item (id, meeting_id, position, title, proceedings)
	VALUES ((1 << 40) + 900001, (1 << 40) + 900000, 1, 'Tình hình', 'Đoạn một.

Đoạn hai.');
	INSERT INTO attendance (id, meeting_id, guest, status, reason)
	VALUES ((1 << 40) + 900002, (1 << 40) + 900000, 'Ông Khách', 'guest', '');
	INSERT INTO conclusion (id, meeting_id, item_id, position, text)
	VALUES ((1 << 40) + 900003, (1 << 40) + 900000, (1 << 40) + 900001, 1, 'Ghi nhận nỗ lực.')"
expect 'list' 0 meeting list --db db
says 'list: number and day' out '900000  20/11/2021'
expect 'list of a region' 0 meeting list --region hd --json --db db
same 'list --json' "$(json "len(a), a[0]['id'], a[0]['state'], a[0]['conclusions']")" '1 900000 draft 1'
expect 'list of another region' 0 meeting list --region umt --json --db db
same 'is empty' "$(cat out)" '[]'
expect 'list of no region' 3 meeting list --region xx --db db
expect 'show' 0 meeting show 900000 --db db
for words in 'Hải đảo' 'Đôn đốc tiêm ngừa' '20/11/2021' '08:00–11:00' 'Trần Thị Hà' 'Ông Khách' '1. Tình hình' 'Đoạn hai.' '1. Ghi nhận nỗ lực.'; do
	says "show: $words" out "$words"
done
expect 'a viewer' 0 user add --login view --name V --role viewer --db db
expect 'a viewer sees no open minutes' 5 meeting show 900000 --as view --db db
expect 'nor a list of them' 0 meeting list --json --as view --db db
same 'nor a list of them' "$(cat out)" '[]'

expect 'conclusions' 0 conclusion list --db db
says 'conclusions: what was noted' out 'Ghi nhận nỗ lực.'
expect 'conclusions that are tasks' 0 conclusion list --state task --json --db db
same 'there is none' "$(cat out)" '[]'
expect 'conclusions that are notes' 0 conclusion list --state note --region hd --json --db db
same 'one' "$(json "len(a), a[0]['meeting'], a[0]['state'], a[0]['task'], a[0]['percent']")" '1 900000 note None None'
expect 'conclusions of another region' 0 conclusion list --region umt --json --db db
same 'none of them' "$(cat out)" '[]'
expect 'conclusions in a state that is none' 2 conclusion list --state x --db db
expect 'a viewer sees none of open minutes' 0 conclusion list --json --as view --db db
same 'none to see' "$(cat out)" '[]'

# Every step of a meeting, by the Office.
make_step() { # NAME CODE ARG…: a step in db
	name=$1 wanted=$2
	shift 2
	expect "$name" "$wanted" "$@" --db db
}
make_step 'who leads the region' 0 assign ha --region hd --from 01/10/2021
make_step 'add' 0 meeting add hd --subject 'Đón khách' --date 20/11/2021 --start 14h30 --place 'Phú Quốc'
id=$(grep -o 'số [0-9]*' out | head -1 | cut -d' ' -f2)
make_step 'add to no region' 3 meeting add xx
make_step 'add with a time that is none' 2 meeting add hd --start 25:00
make_step 'add with a kind that is none' 2 meeting add hd --kind party
make_step 'add as a viewer' 5 meeting add hd --as view
make_step 'not planned, so not begun' 2 meeting start "$id"
make_step 'edit' 0 meeting edit "$id" --end 16:10 --kind conference
make_step 'edit with its end before its start' 2 meeting edit "$id" --end 13:00
make_step 'finalise too early' 2 meeting finalise "$id"
says 'what is missing: proceedings' err 'nội dung “Đón khách” chưa ghi diễn biến'
says 'what is missing: a conclusion' err 'chưa có kết luận và cũng chưa chuyển kỳ sau'
make_step 'write' 0 meeting write "$id" --item 1 --text 'Thành ủy báo cáo bốn mươi tấn rác.'
make_step 'write of no item' 3 meeting write "$id" --item 9 --text x
make_step 'write nothing' 2 meeting write "$id" --item 1
make_step 'another item' 0 meeting item "$id" 'Cảng Bãi Vòng'
make_step 'carried over' 0 meeting carry "$id" --item 2
make_step 'not after all' 0 meeting carry "$id" --item 2 --off
make_step 'carried over again' 0 meeting carry "$id" --item 2
make_step 'one more' 0 meeting item "$id" 'Nhầm buổi'
make_step 'moved' 0 meeting move "$id" --item 3 --to 1
says 'which, and where to' out '“Nhầm buổi” nay là thứ 1'
make_step 'and back' 0 meeting move "$id" --item 1 --to 3
make_step 'to no place' 2 meeting move "$id" --item 1 --to 9
says 'how many there are' err 'một số từ 1 đến 3'
make_step 'as a viewer' 5 meeting move "$id" --item 1 --to 2 --as view
make_step 'dropped' 0 meeting drop "$id" --item 3
says 'which' out '“Nhầm buổi”'
make_step 'not what has proceedings' 4 meeting drop "$id" --item 1
says 'what to do instead' err 'chuyển nội dung sang kỳ sau'
make_step 'one to come' 0 meeting add hd --date 1/12/2021
next=$(grep -o 'số [0-9]*' out | head -1 | cut -d' ' -f2)
make_step 'cancelled as a viewer' 5 meeting cancel "$next" --as view
make_step 'cancelled' 0 meeting cancel "$next"
make_step 'it is gone' 3 meeting show "$next"
same 'with all that hung on it' "$(sqlite3 -readonly db "SELECT COUNT(*) FROM agenda_item a
	JOIN meeting m ON m.id = a.meeting_id WHERE m.removed_at IS NOT NULL AND a.removed_at IS NULL")" 0
make_step 'taken back' 0 undo
make_step 'it is there' 0 meeting show "$next"
make_step 'cancelled again' 0 meeting cancel "$next"
make_step 'not what was held' 2 meeting cancel "$id"
make_step 'a guest' 0 meeting attend "$id" 'Ông Giám đốc Cảng' --by-name
make_step 'nobody of that name' 3 meeting attend "$id" 'Không Ai'
says 'what to do about it' err '--by-name'
make_step 'somebody absent without reason' 0 meeting attend "$id" view --status absent
make_step 'is missing' 2 meeting finalise "$id"
says 'whose reason' err 'chưa ghi lý do vắng của đ/c V'
make_step 'a reason alone says absent' 0 meeting attend "$id" view --reason 'đi học'
says 'absent' out 'V: vắng'
make_step 'a conclusion' 0 meeting conclude "$id" 'Thống nhất lộ trình' --item 1
make_step 'a task for a place of another region' 2 meeting conclude "$id" 'x' --places rach-gia
make_step 'a task for a region' 2 meeting conclude "$id" 'x' --places hd
make_step 'a deadline before the meeting' 2 meeting conclude "$id" 'x' --due 01/11/2021
make_step 'for no body' 3 meeting conclude "$id" 'x' --body xx
make_step 'a task' 0 meeting conclude "$id" 'Dọn rác bãi tạm' --item 1 --due 21/11/2021 --places phu-quoc,kien-hai
says 'its code' out "Nhiệm vụ BB-$id.2"
make_step 'it stands among the tasks' 0 task list --region hd
says 'once for each place' out 'Dọn rác bãi tạm'
make_step 'conclude as a viewer' 5 meeting conclude "$id" x --as view

make_step 'finalise as a viewer' 5 meeting finalise "$id" --as view
make_step 'with a number that is none' 2 meeting finalise "$id" --number 0
make_step 'finalise with a gap' 0 meeting finalise "$id" --number 7
says 'its number' out '07-BB/TU'
make_step 'locked' 5 meeting write "$id" --item 1 --text x
make_step 'nothing to compare yet' 0 meeting diff "$id"
says 'it is said' out 'chưa mở lại lần nào'
make_step 'show' 0 meeting show "$id"
says 'whole: number' out 'Số: 07-BB/TU'
says 'whole: who chairs' out 'Chủ trì: đ/c Trần Thị Hà'
says 'whole: who was away and why' out 'đ/c V: đi học'
says 'whole: deadline' out 'hạn: 21/11/2021'
says 'whole: places' out 'tại: '
cp out before
make_step 'a new post' 0 user set ha --post 'Bí thư Tỉnh ủy'
make_step 'show again' 0 meeting show "$id"
same 'final minutes keep the post of their day' "$(cat out)" "$(cat before)"

make_step 'reopen without reason' 2 meeting reopen "$id"
make_step 'reopen as a viewer' 5 meeting reopen "$id" --reason x --as view
make_step 'reopen' 0 meeting reopen "$id" --reason 'sửa số liệu'
make_step 'reopen twice' 2 meeting reopen "$id" --reason x
make_step 'another text' 0 meeting write "$id" --item 1 --text 'Thành ủy báo cáo sáu mươi tấn rác.'
make_step 'the open text compared' 0 meeting diff "$id"
says 'word by word' out '[bốn → sáu] mươi tấn rác'
make_step 'another number' 2 meeting finalise "$id" --number 9
make_step 'final again' 0 meeting finalise "$id"
says 'with its number' out '07-BB/TU'
make_step 'versions' 0 meeting versions "$id" --json
same 'two versions' "$(json "[(v['version'], v['reason']) for v in a]")" "[(1, 'sửa số liệu'), (2, None)]"
make_step 'compared' 0 meeting diff "$id" --json
same 'and why' "$(json "(a[0]['from'], a[0]['to'], a[0]['reason'], 'bốn → sáu' in a[0]['diff'])")" "(1, 2, 'sửa số liệu', True)"
make_step 'anybody who reads minutes compares them' 0 meeting versions "$id" --as view

# The next meeting is offered what is open.
make_step 'the next meeting' 0 meeting add hd --date 23/11/2021
says 'says what is open' out 'Vùng còn 26 nhiệm vụ chưa xong'
next=$(grep -o 'số [0-9]*' out | head -1 | cut -d' ' -f2)
make_step 'open tasks' 0 meeting tasks "$next" --json
same 'late ones first' "$(json "(a[0]['task'], a[0]['need'], a[0]['late'], a[0]['days_late'])")" "('BB-$id.2', 'late', True, 2)"
same 'of the directive too, in its places here' "$(json "[(t['origin'], t['places']) for t in a if t['task'] == '1.2b']")" "[('directive', 'TP Phú Quốc, Kiên Hải')]"
same 'those without a day last' "$(json "[t['need'] for t in a] == sorted((t['need'] for t in a), key=['late', 'before', 'later', 'undated'].index)")" True
make_step 'those that are late' 0 meeting tasks "$next" --need late --json
same 'are one' "$(json "len(a)")" 1
make_step 'in a need that is none' 2 meeting tasks "$next" --need x
make_step 'as a table' 0 meeting tasks "$next" --need later
says 'table: where it comes from' out '259-CV/TU'
make_step 'no such task' 3 meeting tasks "$next" --add BB-1.99
make_step 'onto the agenda' 0 meeting tasks "$next" --need late --add all
make_step 'twice' 4 meeting tasks "$next" --add "BB-$id.2"
make_step 'of a directive' 0 meeting tasks "$next" --add 259-CV/TU/2.3b
make_step 'the agenda' 0 meeting show "$next"
says 'has what was carried over' out '2. Cảng Bãi Vòng'
says 'and the task' out "3. Việc thực hiện BB-$id.2: Dọn rác bãi tạm"
says 'and the directive'"'"'s' out '4. Việc thực hiện 2.3b, 259-CV/TU: Thí điểm đón khách quốc tế'
make_step 'nothing late is left' 0 meeting tasks "$next" --need late
says 'it is said' out 'Không còn nhiệm vụ nào chưa xong'
make_step 'a number that is taken' 0 meeting write "$next" --item 1 --text x --title 'Chung'

# Put off to a day on which others are expected, it has those; undone, it has the first ones again.
make_step 'another leader' 0 user add --login lan --name 'Bùi Thị Lan' --role leader
make_step 'who leads the other region' 0 assign lan --region umt --from 01/10/2021
make_step 'a day before that' 0 meeting add umt --subject 'Khảo sát đê' --date 20/09/2021
id=$(grep -o 'số [0-9]*' out | head -1 | cut -d' ' -f2)
make_step 'another day' 0 meeting edit "$id" --date 20/11/2021
says 'who comes' out 'Thêm vào thành phần dự: đ/c Bùi Thị Lan.'
says_not 'nobody goes' out 'Bỏ khỏi'
make_step 'undone' 0 undo
make_step 'undone: as before' 0 meeting show "$id"
says_not 'undone: he is not there' out 'Bùi Thị Lan'
make_step 'and again' 0 redo
make_step 'back' 0 meeting edit "$id" --date 21/09/2021
says 'who goes' out 'Bỏ khỏi thành phần dự: đ/c Bùi Thị Lan.'
make_step 'forth' 0 meeting edit "$id" --date 20/11/2021
make_step 'marked' 0 meeting attend "$id" lan --status absent --reason 'họp Quân khu'
make_step 'back again' 0 meeting edit "$id" --date 21/09/2021
says_not 'who was marked stays' out 'Bỏ khỏi'
make_step 'marked: still there' 0 meeting show "$id"
says 'marked: still there' out 'họp Quân khu'

expect 'reviews' 0 review list --db db
says 'reviews: the first half-year' out '2021H2'
expect 'reviews, json' 0 review list --region hd --json --db db
same 'reviews: one, due' "$(json "len(a), a[0]['period'], a[0]['state'], a[0]['due'], a[0]['overdue']")" '1 2021H2 due 2021-12-31 False'
expect 'a review' 0 review show hd 2021H2 --db db
says 'review: name' out '6 tháng cuối năm 2021, Hải đảo'
says 'review: what it covers' out '07/10/2021'
says 'review: state' out 'đến kỳ'
says 'review: districts' out 'Kiên Hải'
sqlite3 db "
	INSERT INTO review (id, region_id, period, from_date, to_date, state, section2)
	SELECT (1 << 40) + 900010, id, '2021H2', '2021-10-07', '2021-12-31', 'drafting',
		'Bến bãi còn chậm.' FROM region WHERE code = 'hd';
	INSERT INTO review_mark (id, review_id, district_id, proposed, proposed_reason)
	SELECT (1 << 40) + 900011, (1 << 40) + 900010, id, 'unmet', 'Chậm rác thải' FROM district
	WHERE code = 'phu-quoc'"
expect 'a draft' 0 review show hd 2021H2 --db db
says 'draft: state' out 'đang soạn'
says 'draft: a section' out 'Bến bãi còn chậm.'
says 'draft: a mark' out 'Chưa đạt yêu cầu'
says 'draft: its reason' out 'Chậm rác thải'
expect 'a viewer asks for it' 0 review show hd 2021H2 --as view --db db
says_not 'a viewer sees no draft' out 'Bến bãi'
says_not 'nor its marks' out 'Chậm rác thải'
expect 'no period' 2 review show hd 2021H3 --db db
expect 'no region' 3 review show xx 2021H2 --db db
end
