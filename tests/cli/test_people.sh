# SPDX-License-Identifier: MIT
# user, assign, and who may do what.
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db

expect 'add a leader' 0 user add --login lead --name 'Lê Văn Đặng' --role leader --post 'Phó Bí thư' --rank 2 --db db
says 'add: who' out 'đ/c Lê Văn Đặng, Phó Bí thư'
expect 'add one with two roles' 0 user add --login two --name 'Ánh Hai' --role secretary,viewer --db db
expect 'add a viewer' 0 user add --login view --name 'Phạm Xem' --role viewer --db db
expect 'add one without login' 0 user add --name 'Đỗ Bí Thư' --post 'Bí thư Huyện ủy' --district kien-hai --db db
expect 'login taken' 4 user add --login lead --name X --db db
expect 'bad login' 2 user add --login 'Lê' --name X --db db
expect 'bad role' 2 user add --login x --name X --role secretry --db db
says 'the nearest role' err 'secretary'
expect 'roles need a login' 2 user add --name X --role viewer --db db
expect 'unknown district' 3 user add --name X --district nowhere --db db
expect 'list' 0 user list --db db
says 'list: roles by name' out 'thư ký, người xem'
expect 'list --json' 0 user list --json --db db
same 'list --json: by rank, then name' "$(json "[x['login'] for x in a][0], len(a), a[0]['roles']")" "lead 5 ['leader']"

expect 'lead a region' 0 assign lead --region hd --from 2021-10-07 --document 'QĐ 12' --db db
says 'whom and what' out 'phụ trách Hải đảo'
expect 'by name without accents' 0 assign 'do bi thu' --district kien-hai --from 07/10/2021 --to 31/12/2030 --db db
expect 'a secretary' 0 assign two --member lead --from 2021-10-07 --db db
says 'whom he serves' out 'giúp việc cho'
expect 'a stand-in' 0 assign two --region hd --from 2021-10-07 --stand-in --db db
same 'stored' "$(sqlite3 db 'SELECT COUNT(*), SUM(stand_in), COUNT(to_date), MAX(document) FROM assignment')" '4|1|1|QĐ 12'
expect 'no target' 2 assign lead --from 2021-10-07 --db db
expect 'two targets' 2 assign lead --region hd --district kien-hai --from 2021-10-07 --db db
expect 'ends before it begins' 2 assign lead --region hd --from 2021-10-07 --to 2021-10-06 --db db
expect 'nobody of that name' 3 assign nobody --region hd --from 2021-10-07 --db db
expect 'no such region' 3 assign lead --region phu-quoc --from 2021-10-07 --db db

# Who is in charge of what, on a day.
expect 'assign list' 0 assign list --db db
sed 's/  */ /g' out >words
says 'who leads' words 'Hải đảo phụ trách Lê Văn Đặng'
says 'who stands in' words 'Hải đảo giao thay Ánh Hai'
says 'whom one serves' words 'Lê Văn Đặng giúp việc Ánh Hai'
says 'who is missing' words 'TP Phú Quốc ! chưa phân công'
expect 'assign list on a day' 0 assign list --on 06/10/2021 --json --db db
same 'nobody yet' "$(json "[x['person'] for x in a if x['person']]")" '[]'
expect 'assign list in CSV' 0 assign list --csv --db db
same 'CSV: its head' "$(head -n 1 out)" 'Nơi,Việc,Đồng chí,Chức vụ,Thời gian,Văn bản'
expect 'one form only' 2 assign list --csv --json --db db
expect 'no such day' 2 assign list --on 31/02/2021 --db db

# Handing over, and ending.
expect 'a trial' 0 assign handover lead two --region hd --from 15/12/2021 --document 'QĐ 99' --dry-run --db db
says 'trial: what would be' out 'Hải đảo: Lê Văn Đặng, từ 07/10/2021 đến 14/12/2021'
says 'trial: nothing is stored' out 'Chưa ghi gì'
same 'trial: nothing was' "$(sqlite3 db "SELECT COUNT(*) FROM assignment WHERE document = 'QĐ 99'")" 0
expect 'nobody to hand over to' 3 assign handover lead nobody --from 15/12/2021 --db db
expect 'nothing to hand over' 3 assign handover view two --from 15/12/2021 --db db
expect 'to oneself' 2 assign handover lead lead --from 15/12/2021 --db db
expect 'two places' 2 assign handover lead two --region hd --district kien-hai --from 15/12/2021 --db db
expect 'handover' 0 assign handover lead two --region hd --from 15/12/2021 --document 'QĐ 99' --json --db db
same 'handover: who ends, who begins' "$(json "[(x['person'], x['to']) for x in a['assignments']], a['open']")" "[('Ánh Hai', '2021-12-14'), ('Lê Văn Đặng', '2021-12-14'), ('Ánh Hai', None)] []"
expect 'the lead of the day after' 0 assign list --on 15/12/2021 --json --db db
same 'that is the successor' "$(json "[x['person'] for x in a if x['place'] == 'hd']")" "['Ánh Hai']"
expect 'one undo takes it back' 0 undo --db db
same 'all of it' "$(sqlite3 db "SELECT COUNT(*) FROM assignment WHERE document = 'QĐ 99' AND removed_at IS NULL")" 0
expect 'end' 0 assign end 'do bi thu' --district kien-hai --to 30/11/2021 --db db
says 'end: until when' out 'Kiên Hải đến hết ngày 30/11/2021'
expect 'end what is not' 3 assign end lead --region umt --to 30/11/2021 --db db
expect 'end before it begins' 2 assign end lead --region hd --to 2021-01-01 --db db
expect 'end without a place' 2 assign end lead --to 2021-12-01 --db db

# What changes of a person over time, and its history.
expect 'set a post' 0 user set lead --post 'Phó Bí thư Thường trực' --phone '0297 123' --db db
expect 'history' 0 history person lead --db db
says 'history: from what to what' out 'chức vụ: Phó Bí thư → Phó Bí thư Thường trực'
says 'history: its parts' out 'thêm phân công Hải đảo'
expect 'history as JSON' 0 history person lead --json --db db
same 'history: newest first' "$(json "a[0]['op'], a[-1]['op']")" "user-change person-add"
expect 'history of what is not' 3 history task 2.99z --db db
expect 'history of no kind' 2 history tsk 1 --db db
says 'the nearest kind' err 'task'
expect 'history of a part' 2 history progress 1 --db db

expect '--as on real data' 5 task list --as lead --db db
says 'the reason' err 'chỉ dùng với dữ liệu mẫu'
expect '--as on real data, writing' 5 progress set 2.3b phu-quoc --percent 5 --as lead --db db
sqlite3 db "UPDATE setting SET value = 'demo' WHERE key = 'kind';
	UPDATE setting SET value = '2021-11-23' WHERE key = 'today'"
expect '--as nobody' 3 task list --as nobody --db db
expect 'a viewer reads' 0 task list --as view --db db
expect 'a viewer does not write' 5 progress set 2.3b phu-quoc --percent 5 --as view --db db
says 'who may' err 'Văn phòng'
expect 'a leader writes of his own' 0 progress set 2.3b phu-quoc --percent 5 --as lead --db db
expect 'a leader does not write of others' 5 progress set 1.1a rach-gia --percent 5 --as lead --db db
expect 'his secretary too' 0 progress set 1.1a kien-hai --percent 5 --as two --db db
expect 'his secretary neither' 5 progress set 1.1a rach-gia --percent 5 --as two --db db
expect 'a leader adds no users' 5 user add --name X --as lead --db db
expect 'a leader assigns nobody' 5 assign view --region hd --from 2021-10-07 --as lead --db db
expect 'a leader hands nothing over' 5 assign handover lead two --from 2021-12-15 --as lead --db db
expect 'a leader ends nothing' 5 assign end lead --region hd --to 2021-12-15 --as lead --db db
expect 'a leader changes no person' 5 user set lead --post X --as lead --db db
expect 'a viewer reads the history' 0 history region hd --as view --db db
says 'who was assigned' out 'thêm phân công Lê Văn Đặng'
expect 'a leader changes no structure' 5 regions apply --as lead --db db
expect 'a leader may read the plan' 0 regions apply --dry-run --as lead --db db
expect 'a leader adds no directive' 5 directive add "$data/directives/17-kl-tu.cfg" --as lead --db db
expect 'one undoes one'\''s own' 0 undo --as lead --db db
expect 'and no more' 3 undo --as lead --db db
expect 'check' 0 check --db db
end
