# SPDX-License-Identifier: MIT
# period list, show and close; task spread, gather, extend, end, resume, set and add; progress withdraw.
. "$TREE/tests/cli/lib.sh"
run demo --db base --today 05/01/2022
cp base db
journal() { sqlite3 db 'SELECT MAX(seq) FROM journal'; }

expect 'periods' 0 period list --db db
says 'one is over and not closed' out 'đã hết kỳ mà chưa khép: 6 tháng cuối năm 2021, còn '
before=$(journal)
expect 'nothing decided' 2 period close 2021H2 --db db
says 'how many are undecided' err 'việc chưa quyết định'
expect 'dry run' 0 period close 2021H2 --rest carry --reason 'chưa xong' --dry-run --db db
says 'what would become of one' out '2.5a, toàn tỉnh, 31/12/2021, 88 %: chuyển tiếp đến 30/06/2022; chưa xong'
same 'dry run stores nothing' "$(journal)" "$before"
printf '# quyết định\n2.5b phu-quoc done\n8b kien-hai end phong trào đã tổng kết\n1.2c an-minh carry 31/03/2022 huyện xin lùi\n' >decisions
expect 'from a file, without the rest' 2 period close 2021H2 --decisions decisions --db db
printf '8b kien-hai later x\n' >bad
expect 'a decision that is none' 2 period close 2021H2 --decisions bad --db db
says 'its line is named' err 'bad:1:'
expect 'who may not' 5 period close 2021H2 --rest carry --reason x --as mau --db db
expect 'a period that is to come' 2 period close 2022H1 --rest carry --reason x --db db
expect 'no period' 2 period close 2021H3 --rest carry --reason x --db db
same 'nothing was stored' "$(journal)" "$before"
expect 'closed' 0 period close 2021H2 --decisions decisions --rest carry --reason 'chưa xong trong kỳ' --db db
says 'closed: how many' out 'Đã khép kỳ 2021H2: '
expect 'show' 0 period show 2021H2 --json --db db
figures() { json "[(p['done'], p['late'], p['ended']) for p in a['figures'] if p['place'] == '$1'][0]"; }
same 'the province as it stood' "$(figures 'Toàn tỉnh')" '(89, 18, 0)'
same 'what was decided' "$(json "sorted((d['decision'], d['task']) for d in a['decisions'] if d['decision'] != 'carry')")" \
	"[('done', '2.5b'), ('end', '8b')]"
kept=$(figures 'Hải đảo')
run progress set 2.5a province --state done --db db
run progress set 1.2c kien-hai --state done --db db
run period show 2021H2 --json --db db
same 'later changes do not change it' "$(figures 'Hải đảo')" "$kept"
expect 'list: closed' 0 period list --db db
says 'list: by decision' out '1 hoàn thành, '
expect 'a second quarter' 2 period close 2021Q4 --rest carry --reason x --db db
says 'it ends with the half-year' err 'Dùng kỳ 2021H2'
expect 'closed once' 4 period close 2021H2 --rest carry --reason x --db db
run task list --overdue --db db
says 'nothing is overdue any more' out '0 việc'
expect 'what ended' 0 task list --state ended --db db
says 'what ended: says so' out 'kết thúc'
expect 'no progress of what ended' 4 progress set 8b kien-hai --percent 50 --db db
expect 'resumed' 0 task resume 8b kien-hai --db db
expect 'progress again' 0 progress set 8b kien-hai --percent 50 --db db
expect 'for people' 0 period show 2021H2 --db db
says 'for people: when' out 'khép ngày 05/01/2022'
expect 'a period that is not closed' 3 period show 2022H1 --db db

# A quarter, then its half-year.
run demo --db quarter --today 05/04/2022
expect 'a quarter is open' 0 period list --db quarter
says 'and over' out 'đã hết kỳ mà chưa khép: quý I năm 2022, còn 3 việc'
expect 'the half-year waits for it' 2 period close 2022H1 --rest carry --reason x --db quarter
expect 'a quarter, dry' 0 period close 2022Q1 --rest carry --reason 'chưa xong' --dry-run --db quarter
says 'carried to the half-year' out 'chuyển tiếp đến 30/06/2022; chưa xong'
expect 'a quarter' 0 period close 2022Q1 --rest carry --reason 'chưa xong' --db quarter
says 'by its code' out 'Đã khép kỳ 2022Q1: 3 việc.'
expect 'its figures' 0 period show 2022Q1 --json --db quarter
same 'what it carried' "$(json "sorted(set(d['new_due'] for d in a['decisions']))")" "['2022-06-30']"
expect 'what is open now' 0 period list --db quarter
says 'the half-year' out 'Đang mở: 6 tháng đầu năm 2022'
expect 'undo' 0 undo --db quarter
expect 'open again' 0 period list --db quarter
says 'the quarter' out 'quý I năm 2022'

# Many at once, each one change.
cp base db
expect 'extend' 0 task extend 1.2c,8b kien-hai,an-minh --due 31/03/2022 --reason 'chờ kinh phí' --db db
says 'extend: from what to what' out '8b, Kiên Hải: 31/12/2021 → 31/03/2022'
same 'extend: four' "$(sqlite3 db "SELECT COUNT(*), COUNT(DISTINCT change) FROM journal WHERE op = 'leaf-extend' AND at > (SELECT MAX(at) - 1 FROM journal)")" '4|1'
expect 'undo takes all four' 0 undo --db db
run task list --overdue --db db
says 'all four are overdue again' out '8b'
expect 'extend backwards' 2 task extend 1.2c an-minh --due 01/12/2021 --reason x --db db
expect 'extend without reason' 2 task extend 1.2c an-minh --due 01/12/2022 --db db
expect 'extend: one of all is done' 4 task extend 1.2c all --due 30/06/2022 --reason x --db db
expect 'extend dry run' 0 task extend 1.2c an-minh,kien-hai --due 30/06/2022 --reason x --dry-run --db db
expect 'end' 0 task end 1.2c an-minh,kien-hai --reason 'đã gộp' --db db
expect 'end twice' 4 task end 1.2c an-minh --reason 'đã gộp' --db db
expect 'end as a leader' 5 task end 8b an-minh --reason x --as mau --db db

cp base db
reports=$(sqlite3 db 'SELECT COUNT(*) FROM progress WHERE removed_at IS NULL')
before=$(journal)
expect 'spread dry run' 0 task spread 2.1a,2.1b --to phu-quoc,tsh --dry-run --db db
says 'spread: what is set aside' out '2.1a, Toàn tỉnh: cất đi cùng 2 báo cáo'
same 'spread dry run stores nothing' "$(journal)" "$before"
expect 'spread' 0 task spread 2.1a,2.1b --to phu-quoc,tsh --due 31/03/2022 --db db
run task list --clause 2.1 --json --db db
same 'spread: places' "$(json "[x['places'] for x in a if x['code'] == '2.1a'][0]")" "['tsh', 'phu-quoc']"
expect 'spread again' 2 task spread 2.1a --to phu-quoc,tsh --db db
run progress set 2.1a phu-quoc --percent 40 --db db
expect 'gather' 0 task gather 2.1a --db db
run task list --clause 2.1 --json --db db
same 'gather: the mean' "$(json "[(x['places'], x['percent']) for x in a if x['code'] == '2.1a'][0]")" "(['province'], 20)"
same 'no report was lost' "$(sqlite3 db 'SELECT COUNT(*) FROM progress WHERE removed_at IS NULL')" $((reports + 2))
expect 'nothing to gather' 2 task gather 2.1a --db db

expect 'set' 0 task set 2.3b --title 'Thí điểm đón khách' --lead 'bcsd-ubnd' --target '5.000 khách' --db db
run task list --json --db db
same 'set: stored' "$(json "[(x['title'], len(x['lead']), x['quote'][:7]) for x in a if x['code'] == '2.3b'][0]")" \
	"('Thí điểm đón khách', 1, 'Khẩn tr')"
expect 'set: a leaf' 0 task set 2.3b --at phu-quoc --due 31/03/2022 --db db
expect 'set: no such deadline' 2 task set 2.3b --deadline continuous --db db
expect 'set: a deadline without day' 0 task set 2.3b --deadline continuous --due none --db db
expect 'add' 0 task add 259-CV/TU 2.3 2.3x --title 'Việc thêm' --lead bcsd-ubnd --at districts --deadline date --due 30/06/2022 --db db
says 'add: places' out '15 nơi'
expect 'add: a code twice' 4 task add 259-CV/TU 2.3 2.3x --title 'Việc thêm' --db db
expect 'add: no such clause' 3 task add 259-CV/TU 9.9 9.9a --title 'Việc thêm' --db db

expect 'withdraw dry run' 0 progress withdraw 2.5b phu-quoc --dry-run --db db
says 'withdraw: which' out 'Sẽ rút: đang triển khai 90 %'
withdrawn=$(sqlite3 db 'SELECT COUNT(*) FROM progress WHERE removed_at IS NOT NULL')
expect 'withdraw' 0 progress withdraw 2.5b phu-quoc --db db
same 'withdraw: the row stays, marked' "$(sqlite3 db 'SELECT COUNT(*) FROM progress WHERE removed_at IS NOT NULL')" \
	$((withdrawn + 1))
expect 'withdraw another'\''s' 5 progress withdraw 2.5b phu-quoc --as thu --db db

for group in none region district body clause deadline state origin; do
	expect "grouped by $group" 0 task list --group "$group" --db db
done
says 'groups: sums' out 'văn bản chỉ đạo: '
expect 'body' 0 task list --body 'Ban Tuyên giáo' --db db
expect 'clause' 0 task list --clause 2.3 --db db
expect 'due' 0 task list --due pressing --db db
expect 'check' 0 check --db db
end
