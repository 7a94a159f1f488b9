# SPDX-License-Identifier: MIT
# calendar: a month by default, any days, for programs too.
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db demo
expect 'this month' 0 calendar --db db
says 'nothing' out 'Không có việc nào.'
expect 'another month' 0 calendar --from 1/12/2021 --db db
says 'the cut-off' out '16/12/2021  sơ kết'
says 'a deadline' out '31/12/2021  hạn nhiệm vụ  2.3b'
expect 'two days, json' 0 calendar --from 16/12/2021 --to 17/12/2021 --json --db db
same 'one entry' "$(json "[(l['day'], l['kind'], l['late']) for l in a]")" "[('2021-12-16', 'review', False)]"
expect 'the wrong way round' 2 calendar --from 2/12/2021 --to 1/12/2021 --db db
says 'which one' err '--to'
expect 'no day' 2 calendar --from 31/02/2021 --db db
end
