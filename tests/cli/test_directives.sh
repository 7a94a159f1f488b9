# SPDX-License-Identifier: MIT
# directive add, check, list: the shipped one and a second, invented one.
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db
shipped=$TREE/assets/directives/259-cv-tu.cfg

expect 'check a file, without a database' 0 directive check "$shipped"
says 'number, clauses and tasks' out '259-CV/TU ngày 07/10/2021'
says 'coverage' out 'phủ 9'
cp out of-file
expect 'check by number' 0 directive check 259-CV/TU --db db
same 'file and database tell the same' "$(cmp of-file out && echo same)" same
expect 'check by number, any case' 0 directive check 259-cv/tu --db db
expect 'check all' 0 directive check --db db
expect 'unknown number' 3 directive check 999-CV/TU --db db
expect 'no such file' 3 directive check nowhere.cfg --db db

expect 'add a second' 0 directive add "$data/directives/17-kl-tu.cfg" --db db
says 'the second is told' out '17-KL/TU'
expect 'list' 0 directive list --db db
says 'list: both' out '17-KL/TU'
says 'list: both' out '259-CV/TU'
expect 'list --json' 0 directive list --json --db db
same 'list --json: two objects' "$(json "len(a), sorted(a[0])[0], sum(x['tasks'] == 66 for x in a)")" "2 date 1"
expect 'again' 4 directive add "$data/directives/17-kl-tu.cfg" --db db
expect 'tasks of one directive' 0 task list --directive 17-KL/TU --json --db db
same 'tasks of one directive only' "$(json "len({x['origin_words'] for x in a})")" 1
expect 'check the database' 0 check --db db

before=$(sqlite3 db 'SELECT COUNT(*) FROM journal')
expect 'a retyped quote' 1 directive add "$data/bad/directives/quote-retyped.cfg" --db db
same 'file and line' "$(grep -c 'quote-retyped.cfg:[0-9]*: ' err)" 1
expect 'a secret document' 1 directive add "$data/bad/directives/secret.cfg" --db db
same 'nothing was added' "$(sqlite3 db 'SELECT COUNT(*) FROM journal')" "$before"

# A range that left its text is found by check, and by check only.
sqlite3 db "UPDATE citation SET end_byte = 99999999 WHERE id = (SELECT MIN(id) FROM citation)"
expect 'a quote beyond the text' 1 check --db db
says 'which one' out '(quote)'
end
