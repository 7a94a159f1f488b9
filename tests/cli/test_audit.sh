# SPDX-License-Identifier: MIT
# audit: who did what; what one thing went through; the journal held against paper.
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db demo
expect 'a leader' 0 user add --login lead --name 'Lê Văn Đặng' --role leader --db db
expect 'an administrator' 0 user add --login adm --name 'Thạch Quản Trị' --role admin --db db
expect 'assign' 0 assign lead --region hd --from 2021-10-07 --document 'QĐ 12' --db db
expect 'progress' 0 progress set 2.3b phu-quoc --percent 5 --note 'Mới bắt đầu' --as lead --db db
expect 'undo' 0 undo --as lead --db db

expect 'log' 0 audit log --db db
says 'log: who' out 'Lê Văn Đặng'
says 'log: what, in words' out 'ghi tiến độ'
# On the settings' clock, which is seven hours ahead of UTC.
at=$(($(sqlite3 db 'SELECT MAX(at) FROM journal') / 1000))
today=$(TZ=UTC-7 date -d "@$at" +%d/%m/%Y) now=$(TZ=UTC-7 date -d "@$at" '+%d/%m/%Y %H:%M')
says 'log: when' out "$now"
says 'log: an undo' out 'ghi tiến độ (hoàn tác mục '
same 'log: a change a line' "$(grep -c 'nạp văn bản' out)" 1
expect 'log of one' 0 audit log --person lead --json --db db
same 'log: as JSON' "$(json "len(a), {x['login'] for x in a}, a[0]['kind'], a[0]['undoes'], a[1]['undoes'] == a[0]['seq'], a[0]['at']")" "2 {'lead'} progress None True $(TZ=UTC-7 date -d "@$at" +%Y-%m-%dT%H:%M:%S+07:00)"
seq=$(json "a[0]['seq']") thing=$(json "a[0]['id']")
expect 'log: by name' 0 audit log --person 'le van dang' --json --db db
same 'log: the same' "$(json 'len(a)')" 2
expect 'log since tomorrow' 0 audit log --since "$(TZ=UTC-7 date -d "@$((at + 86400))" +%d/%m/%Y)" --json --db db
same 'log: what was earlier is left out' "$(json a)" '[]'
expect 'log since today' 0 audit log --since "$today" --json --db db
same 'log: every entry is counted once' "$(json "sum(x['entries'] for x in a)")" "$(sqlite3 db 'SELECT COUNT(*) FROM journal')"
expect 'log: no such day' 2 audit log --since 31/02/2021 --db db
expect 'log: no such person' 3 audit log --person nobody --db db

expect 'show' 0 audit show progress "$thing" --db db
says 'show: which entry' out "Mục $seq · $now · Lê Văn Đặng · ghi tiến độ"
says 'show: labels and words' out 'trạng thái: đang triển khai'
says 'show: whose name' out 'đồng chí: Lê Văn Đặng'
says 'show: of what' out 'nhiệm vụ tại: 2.3b, Phú Quốc'
says 'show: the undo' out "hoàn tác mục $seq"
says 'show: removed when' out 'bỏ lúc: 23/11/2021 10:42'
expect 'show by code' 0 audit show region hd --db db
says 'show: a name' out 'tên: Hải đảo'
expect 'show by login' 0 audit show person lead --db db
says 'show: a rank' out 'thứ tự lễ tân'
says_not 'show: no sort key' out 'blob:'
expect 'show by document' 0 audit show directive 259-CV/TU --db db
says 'show: a day' out 'ngày ban hành: 07/10/2021'
says 'show: long texts in lines of their own' out '  + '
sqlite3 db "INSERT INTO journal SELECT office, seq + 1, at, person_id, 'leaf-extend', seq + 1, NULL, 'region',
		(SELECT id FROM region WHERE code = 'hd'), 1, body_hash, hash, zeroblob(32) FROM journal ORDER BY seq DESC LIMIT 1;
	INSERT INTO journal_body SELECT office, seq, zeroblob(16),
		CAST('{\"before\":{\"note\":\"một'||char(10)||'hai'||char(10)||'ba\",\"name\":\"Đảo\",\"later\":1},\"after\":{\"note\":\"một'||char(10)||'HAI'||char(10)||'ba\",\"name\":\"Hải đảo\",\"later\":2}}' AS BLOB)
	FROM journal ORDER BY seq DESC LIMIT 1"
sqlite3 db "DROP TRIGGER journal_body_no_update; UPDATE journal_body SET bytes = CAST(replace(CAST(bytes AS TEXT), char(10), '\\n') AS BLOB)
	WHERE seq = (SELECT MAX(seq) FROM journal)"
expect 'show what was changed' 0 audit show region hd --db db
says 'show: from what to what' out 'tên: Đảo → Hải đảo'
says 'show: an unknown column' out 'later: 1 → 2'
same 'show: only the lines that differ' "$(grep -E '^    [-+] ' out | xargs)" '- hai + HAI'
sqlite3 db "UPDATE journal_body SET bytes = NULL WHERE seq = (SELECT MAX(seq) FROM journal)"
expect 'show what was erased' 0 audit show region hd --db db
says 'show: it is said' out 'đã xóa vì bảo mật'
expect 'show: unknown kind' 2 audit show progres 1 --db db
says 'show: the nearest' err 'progress'
expect 'show: unknown number' 3 audit show task 999999 --db db
expect 'show: no number' 2 audit show leaf x --db db
expect 'show: unknown code' 3 audit show region nowhere --db db

# Who may.
for words in 'log' 'show region hd'; do
	for login in lead adm; do
		# shellcheck disable=SC2086 # two words
		expect "audit $words is not for $login" 5 audit $words --as $login --db db
	done
done
says 'whose it is' err 'Văn phòng'

# Against paper.
new_db
expect 'head' 0 audit head --db db
read -r seq hash <out
same 'head: a number and 12 hex digits' "$(grep -cE '^[0-9]+ [0-9a-f]{12}$' out)" 1
same 'head: the last entry' "$seq $hash" "$(sqlite3 db "SELECT seq || ' ' || substr(lower(hex(hash)), 1, 12) FROM journal ORDER BY seq DESC LIMIT 1")"
expect 'verify' 0 audit verify --db db
says 'verify: how many' out "$seq mục"
expect 'another entry' 0 progress set 2.3b phu-quoc --percent 5 --db db
expect 'an anchor holds' 0 audit verify --anchor "$seq" "$hash" --db db
says 'an anchor: it is said' out 'khớp với giấy'
expect 'in capitals' 0 audit verify --anchor "$seq" "$(echo "$hash" | tr a-f A-F)" --db db
expect 'another code' 1 audit verify --anchor "$seq" 000000000000 --db db
says 'another code: both' err "có mã $hash, trên giấy là 000000000000"
expect 'another entry'\''s' 1 audit verify --anchor 1 "$hash" --db db
expect 'an entry that is not there' 1 audit verify --anchor 99999 "$hash" --db db
says 'an entry that is not there: which' err '99999'
expect 'a code too short' 2 audit verify --anchor "$seq" 1234 --db db
expect 'no code' 2 audit verify --anchor "$seq"
expect 'no number' 2 audit verify "$hash"

# The owner of the file edits an entry and hashes everything anew, as the program would.
cat >rehash.py <<'P'
import hashlib, sqlite3
db = sqlite3.connect('db')
db.execute('DROP TRIGGER journal_no_update')
db.execute('UPDATE journal SET at = at - 3600000 WHERE seq > 5')
def field(value):
    if value is None:
        value = b''
    elif isinstance(value, int):
        value = value.to_bytes(8, 'big', signed=True)
    elif isinstance(value, str):
        value = value.encode()
    return len(value).to_bytes(8, 'big') + value
prev = bytes(32)
for row in db.execute('SELECT office, seq, at, person_id, op, change, undoes, kind, thing_id, base_rev, body_hash FROM journal ORDER BY seq').fetchall():
    hash = hashlib.sha256(b'\1' + b''.join(map(field, row)) + field(prev)).digest()
    db.execute('UPDATE journal SET prev = ?, hash = ? WHERE seq = ?', (prev, hash, row[1]))
    prev = hash
db.commit()
P
cp db edited && cp db honest
sqlite3 edited 'DROP TRIGGER journal_no_update; UPDATE journal SET at = at - 3600000 WHERE seq = 7'
expect 'an edited entry' 1 audit verify --db edited
says 'an edited entry: which' err 'mục 7'
python3 rehash.py
expect 'all hashed anew: the chain alone says nothing' 0 audit verify --db db
expect 'all hashed anew: the paper does' 1 audit verify --anchor "$seq" "$hash" --db db
says 'all hashed anew: a sentence' err 'bị viết lại'
expect 'what came before the edit still holds' 0 audit verify --anchor 5 "$(sqlite3 honest 'SELECT substr(lower(hex(hash)), 1, 12) FROM journal WHERE seq = 5')" --db db

# Every column of the editable tables has a label.
expect 'the whole journal in words' 0 audit log --json --db db
sed -n '/^-- noun:/,/[^\\]$/p' "$TREE/src/core/noun.sql" | sed 's/^--//; s/noun: [a-z_]* =//; s/\\$//' | tr -s ' ' '\n' | sort -u |
	while read -r column; do
		[ -z "$column" ] || grep -q "{ \"$column\", N_(" "$TREE/src/core/audit_field.c" || echo "$column"
	done >missing
same 'every column has a label' "$(cat missing)" ''
end
