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
