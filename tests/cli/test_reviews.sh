# SPDX-License-Identifier: MIT
# A review's whole way by command: begun, written, marked, submitted, returned, approved, what follows,
# the paper; the schedule and the overview.
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db demo
as() { # LOGIN NAME CODE ARG…
	login=$1 name=$2 wanted=$3
	shift 3
	expect "$name" "$wanted" "$@" --as "$login" --db db
}

expect 'a leader' 0 user add --login lead --name 'Lê Văn Trưởng' --role leader --db db
expect 'a secretary' 0 user add --login sec --name 'Lê Văn Ký' --role secretary --db db
expect 'a viewer' 0 user add --login view --name 'Lê Văn Xem' --role viewer --db db
expect 'the lead of a region' 0 assign lead --region hd --from 1/10/2021 --db db
expect 'whom the secretary serves' 0 assign sec --member lead --from 1/10/2021 --db db

expect 'the schedule' 0 review schedule --db db
says 'the first one' out '2021H2  07/10/2021'
says 'two years ahead' out '2023H1  01/01/2023  15/06/2023    30/06/2023'
says_not 'no more' out '2023H2'
expect 'the schedule, json' 0 review schedule --json --db db
same 'days and periods' "$(json "len(a), a[1]['period'], a[1]['from'], a[1]['cutoff'], a[1]['due']")" \
	'4 2022H1 2022-01-01 2022-06-15 2022-06-30'

as sec 'nothing is begun yet' 3 review submit hd 2021H2
as view 'a viewer begins none' 5 review begin hd 2021H2
as sec 'begin' 0 review begin hd 2021H2
as sec 'no such period' 2 review begin hd 2021
as sec 'no such region' 3 review begin xx 2021H2
as sec 'one to come' 2 review begin hd 2022H2
for section in 2 3 4 5; do
	as sec "section $section" 0 review write hd 2021H2 --section $section --text "Lời mục $section"
done
as sec 'no such section' 2 review write hd 2021H2 --section 7 --text x
as sec 'not whole yet' 2 review submit hd 2021H2
says 'what is missing' err 'dự kiến nhận xét TP Phú Quốc'
as sec 'a mark' 0 review mark hd 2021H2 phu-quoc good
says 'proposed' out 'Đã dự kiến nhận xét TP Phú Quốc: Tốt.'
as sec 'the worst one without a reason' 2 review mark hd 2021H2 kien-hai unmet
as sec 'the worst one' 0 review mark hd 2021H2 kien-hai unmet --reason 'Ba kỳ chậm'
as sec 'no such mark' 2 review mark hd 2021H2 kien-hai best
as sec 'submit' 0 review submit hd 2021H2
as sec 'it is the lead who decides' 5 review mark hd 2021H2 kien-hai met
as sec 'and approves' 5 review approve hd 2021H2 --confirm 2021H2
as lead 'without a reason' 2 review return hd 2021H2
as lead 'return' 0 review return hd 2021H2 --reason 'Bổ sung số liệu rác thải'
as sec 'submit again' 0 review submit hd 2021H2
as lead 'decide' 0 review mark hd 2021H2 kien-hai met --reason 'Đã khắc phục'
says 'decided' out 'Đã quyết định nhận xét Kiên Hải: Đạt yêu cầu.'
as lead 'another period typed' 2 review approve hd 2021H2 --confirm 2021H1
as lead 'no paper before' 2 review paper hd 2021H2 12-BC/TU
as lead 'approve' 0 review approve hd 2021H2 --confirm 2021H2
as sec 'it is locked' 5 review write hd 2021H2 --section 2 --text 'Khác'
as lead 'the paper' 0 review paper hd 2021H2 12-BC/TU
as view 'everybody reads it' 0 review show hd 2021H2
says 'with the paper' out '12-BC/TU'

as sec 'a follow-up' 0 review follow-up hd 2021H2 'Cấp nước mùa khô' --due 31/3/2022 --district kien-hai,phu-quoc
says 'its code' out 'SK-hd-2021H2.1'
as sec 'late from the start' 2 review follow-up hd 2021H2 'Việc cũ' --due 1/11/2021
as sec 'of another region' 2 review follow-up hd 2021H2 'Việc xa' --district go-quao
as view 'a viewer gives none' 5 review follow-up hd 2021H2 'Việc'
expect 'where it is' 0 task list --region hd --json --db db
same 'in both districts' "$(json "[sorted(t['places']) for t in a if t['code'] == 'SK-hd-2021H2.1']")" \
	"[['kien-hai', 'phu-quoc']]"

expect 'the overview' 0 review overview --period 2021H2 --json --db db
same 'a line a region' "$(json "[(l['state'], l['good'], l['met']) for l in a if l['region'] == 'Hải đảo']")" \
	"[('approved', 1, 1)]"
expect 'no such period' 2 review overview --period hè --db db
end
