# SPDX-License-Identifier: MIT
# Bodies over time: a plan that can be read, applied once; those that have ended and who follows them.
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db

expect 'the plan' 0 regions apply --dry-run "$data/bodies" --db db
says 'two become one' out \
	'Ban Tuyên giáo Tỉnh ủy (ban-tuyen-giao): kết thúc 28/02/2022; kế thừa: Ban Tuyên giáo và Dân vận Tỉnh ủy (ban-tuyen-giao-dan-van)'
says 'what is left there' out 'nhiệm vụ chưa xong ở nguyên đó'
says 'a name from a day on' out 'từ 01/03/2022: Văn phòng Tỉnh ủy → Văn phòng Tỉnh ủy mới'
says 'one without successor' out 'không có cơ quan kế thừa'
says 'nothing is written' out 'chưa ghi gì'
same 'really nothing' "$(sqlite3 db 'SELECT COUNT(*) FROM succession')" 0
bodies=$(sqlite3 db 'SELECT id, code, name, short_name FROM body' | sum /dev/stdin)
expect 'apply' 0 regions apply "$data/bodies" --db db
same 'successions' "$(sqlite3 db 'SELECT COUNT(*) FROM succession WHERE old_body_id IS NOT NULL')" 4
same 'no row is rewritten' \
	"$(sqlite3 db "SELECT id, code, name, short_name FROM body WHERE from_date IS NULL" | sum /dev/stdin)" "$bodies"
expect 'twice' 0 regions apply "$data/bodies" --db db
says 'twice changes nothing' out 'Không có gì thay đổi'
expect 'check' 0 check --db db

expect 'those of the day' 0 body list --db db
says 'the new one' out 'ban-tuyen-giao-dan-van'
says 'the new name' out 'VP mới'
says_not 'none that has ended' out 'ban-dan-van '
expect 'all of them' 0 body list --ended --db db
says 'when, and who follows' out 'đã kết thúc 28/02/2022, kế thừa: Đảng ủy Ủy ban nhân dân tỉnh, Đảng ủy các sở'
expect 'before' 0 body list --as-of 28/2/2022 --db db
says 'the old one' out 'ban-tuyen-giao '
says 'the old name' out 'Văn phòng Tỉnh ủy'
says_not 'none of the new ones' out 'ban-tuyen-giao-dan-van'
expect 'for programs' 0 body list --ended --json --db db
same 'ended' "$(json '[b["code"] for b in a if b["ended"]]')" "['bcsd-ubnd', 'ban-tuyen-giao', 'ban-dan-van', 'to-cong-tac']"

expect 'one that has ended is found by its name' 0 body show 'ban dan van tinh uy' --db db
says 'it says so' out 'đã kết thúc 28/02/2022, kế thừa: Ban Tuyên giáo và Dân vận Tỉnh ủy'
expect 'one that was renamed' 0 body show van-phong --db db
says 'its names' out 'Từ 01/03/2022: Văn phòng Tỉnh ủy mới (VP mới); QĐ 13-QĐ/TU'
says 'its first' out 'Lúc đầu: Văn phòng Tỉnh ủy'
expect 'its tasks are found' 0 task list --body ban-tuyen-giao --db db
says_not 'not none' out '0 nhiệm vụ'
expect 'search' 0 search 'dan van tinh uy' --db db
says 'the old body is found' out 'Ban Dân vận Tỉnh ủy'
expect 'by its new name' 0 search 'VP mới' --db db
says 'the renamed one is found' out 'Văn phòng Tỉnh ủy'
expect 'history' 0 history body van-phong --db db
says 'the new name is told' out 'Văn phòng Tỉnh ủy mới'

# Nothing new is given to what has ended.
expect 'a task for one that has ended' 2 task set 2.2a --at province --lead ban-dan-van --db db
says 'it says who follows' err 'kế thừa: Ban Tuyên giáo và Dân vận Tỉnh ủy'

# Handing on.
open=$(sqlite3 db "SELECT COUNT(*) FROM leaf l JOIN task_body k ON k.task_id = l.task_id AND k.part = 'lead'
	JOIN body b ON b.id = k.body_id WHERE b.code = 'ban-tuyen-giao' AND l.body_id IS NULL")
expect 'hand on' 0 body spread ban-tuyen-giao --db db
says 'how many' out "Đã giao $open việc"
expect 'the successor leads them' 0 task list --body ban-tuyen-giao-dan-van --json --db db
same 'as many' "$(json 'sum(len(t["leaves"]) for t in a)')" "$open"
expect 'before its first day the old one leads' 0 task list --body ban-tuyen-giao --as-of 28/2/2022 --json --db db
same 'still as many' "$(json 'sum(len(t["leaves"]) for t in a)')" "$open"
expect 'undo' 0 undo --db db
expect 'they are back' 0 task list --body ban-tuyen-giao-dan-van --json --db db
same 'none' "$(json 'len(a)')" 0
expect 'one of several must be named' 2 body spread bcsd-ubnd --db db
says 'it asks which' err 'Có nhiều cơ quan kế thừa'
expect 'no successor' 2 body spread bcsd-ubnd --to van-phong --db db
says 'it says so' err 'không kế thừa cơ quan này'
expect 'named' 0 body spread bcsd-ubnd --to dang-uy-so --db db
expect 'not ended' 2 body spread van-phong --db db
expect 'nobody follows' 2 body spread to-cong-tac --db db
expect 'none of that name' 3 body spread khong-co --db db

# A new one.
expect 'add' 0 body add so-moi --name 'Sở Mới' --db db
expect 'it is there' 0 body show so-moi --db db
expect 'twice' 4 body add so-moi --name 'Sở Mới' --db db
expect 'no code' 2 body add 'Sở Mới' --name 'Sở Mới' --db db
expect 'no name' 2 body add so-khac --name ' ' --db db
expect 'check again' 0 check --db db
end
