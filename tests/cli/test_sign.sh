# SPDX-License-Identifier: MIT
# review sign-request, sign-submit, verify: signatures of the real ssh-keygen, and its verdict on ours.
. "$TREE/tests/cli/lib.sh"
run demo --db base
run demo --db base --today 2022-01-05
use() { # NAME: a copy to work on
	rm -f db db-wal db-shm
	sqlite3 base 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
	cp base db
}
sql() { sqlite3 db "$1"; }
# The story's own signature, made by the demo itself, is one of ssh-keygen's kind.
use
for part in 'sign-request tsh 2021H2' 'signature tsh 2021H2'; do
	expect "the story: review $part" 0 review $part --db db
	cp out "story.${part%% *}"
done
expect 'the story: its keys' 0 key allowed-signers --db db
cp out story.signers
ssh-keygen -Y verify -f story.signers -I mau -n dieuphoi-review-v1 -s story.signature \
	-O verify-time=20211227034200Z <story.sign-request >out 2>&1
verdict 'the story: ssh-keygen agrees'
expect 'the story: verified here' 0 review verify tsh 2021H2 --db db
sqlite3 base 'DELETE FROM signature'
use

key() { # NAME TYPE
	ssh-keygen -q -t "$2" -N '' -C "$1" -f "$1"
}
enrol() { # NAME LOGIN FROM TO|NULL
	set -- "$1" "$2" "$3" "$4" $(cat "$1.pub")
	sql "INSERT INTO user_key (id, person_id, type, blob, fingerprint, from_date, to_date)
		SELECT COALESCE(MAX(k.id), 0) + 1, p.id, '$5', '$6', 'SHA256:x', '$3', $4
		FROM person p LEFT JOIN user_key k WHERE p.login = '$2'"
}
sign() { # KEY NAMESPACE FILE, to sig
	rm -f "$3.sig"
	ssh-keygen -q -Y sign -n "$2" -f "$1" "$3" 2>/dev/null && mv "$3.sig" sig
}
submit() { # NAME CODE LOGIN
	timeout $((90 * ${TEST_PATIENCE:-1})) "$PROGRAM" review sign-submit tsh 2021H2 --db db --as "$3" \
		<sig >out 2>err
	same "$1" "$?" "$2"
}
unsigned() { # NAME: refused means that nothing was written
	same "$1: nothing is stored" "$(sql 'SELECT COUNT(*) FROM signature')" 0
}

key mau ed25519
key other ed25519
key old ed25519
key strange ecdsa
enrol mau mau 2021-10-07 NULL
enrol old mau 2021-10-07 "'2022-01-04'"
enrol other xem 2021-10-07 NULL
enrol strange mau 2021-10-07 NULL

expect 'what is signed' 0 review sign-request tsh 2021H2 --db db --as xem
cp out text
same 'it says what it is' "$(head -1 text)" dieuphoi-review-v1
id=$(sed -n 's/^Sơ kết số: //p' text)
expect 'by number' 0 review sign-request "$id" --db db
same 'the same by its number' "$(cmp out text 2>&1)" ''
same 'it holds the frozen text' "$(sql "SELECT frozen FROM review WHERE id % (1 << 40) = $id")" \
	"$(sed '1,/^$/d' text)"
anchor=$(sed -n 's/^Nhật ký: mục \([0-9]*\), mã /\1 /p' text)
expect 'it names an entry of the journal' 0 audit verify --anchor $anchor --db db
expect 'not approved' 2 review sign-request hd 2021H2 --db db
says 'not approved: why' err 'đã duyệt'
expect 'not begun' 2 review sign-request hd 2022H1 --db db
expect 'no such review' 3 review sign-request 999999 --db db
expect 'no such period' 2 review sign-request tsh 2021 --db db
expect 'nothing signed yet' 3 review verify tsh 2021H2 --db db

sed 's/Tây Sông Hậu/Tây Sông Hương/' text >altered
sign mau dieuphoi-review-v1 altered
submit 'altered text' 2 mau
says 'altered text: why' err 'không đúng với văn bản'
sign other dieuphoi-review-v1 text
submit 'another key' 5 mau
says 'another key: why' err 'không phải là khóa của người ký'
sign mau git text
submit 'another namespace' 2 mau
says 'another namespace: why' err 'cho việc khác'
sign old dieuphoi-review-v1 text
submit 'an expired key' 5 mau
says 'an expired key: which days' err '07/10/2021–04/01/2022'
sign strange dieuphoi-review-v1 text
submit 'a key of another kind' 2 mau
says 'a key of another kind: which' err 'ecdsa-sha2-nistp256'
sign mau dieuphoi-review-v1 text
submit 'who did not approve it' 5 xem
submit 'nor another leader' 5 vidu
sed 's/^\(AAAA..........\)/\1x/' sig >broken
mv sig good
for bad in broken text /dev/null; do
	cp "$bad" sig
	submit "no signature: ${bad##*/}" 2 mau
	says "no signature: ${bad##*/}: why" err 'chữ ký SSH'
done
head -c 9000 /dev/zero | tr '\0' A >sig
submit 'too long for a signature' 2 mau
unsigned refused

cp good sig
submit 'a good signature' 0 mau
same 'it is stored' "$(sql 'SELECT COUNT(*) FROM signature')" 1
submit 'once' 4 mau
expect 'shown' 0 review show tsh 2021H2 --db db --as xem
says 'shown: by whom' out 'Ký số: Trần Văn Mẫu, 05/01/2022'
says 'shown: where the journal stands' out "Nhật ký đến mục $(sql 'SELECT MAX(seq) FROM journal')"
expect 'verified' 0 review verify tsh 2021H2 --db db --as xem
says 'verified: who' out 'Chữ ký số đúng: Trần Văn Mẫu (mau)'
expect 'in the journal' 0 audit log --db db
says 'in the journal: as what' out 'ký số sơ kết'
expect 'undo does not take it back' 5 undo --db db --as mau
expect 'asked for again' 0 review sign-request tsh 2021H2 --db db
same 'the text is the same after it was signed' "$(cmp out text 2>&1)" ''

# Anybody can check it without this program.
expect 'allowed signers' 0 key allowed-signers --db db --as xem
cp out signers
expect 'the signature' 0 review signature tsh 2021H2 --db db
cp out taken
same 'as it was handed in' "$(cmp taken good 2>&1)" ''
theirs() { # IDENTITY TIME TEXT
	ssh-keygen -Y verify -f signers -I "$1" -n dieuphoi-review-v1 -s taken -O verify-time="$2" \
		<"$3" >out 2>&1
}
theirs mau 20220105034200Z text
verdict 'ssh-keygen agrees'
! theirs mau 20220105034200Z altered
verdict 'ssh-keygen: not of an altered text'
! theirs xem 20220105034200Z text
verdict 'ssh-keygen: not of another person'
! theirs mau 20211006165959Z text
verdict 'ssh-keygen: not before the key was valid'
sign old dieuphoi-review-v1 text && mv sig taken
theirs mau 20220104165959Z text
verdict 'ssh-keygen: an old key to the end of its last day'
! theirs mau 20220104170000Z text
verdict 'ssh-keygen: no longer on the next'

# SHA-256 instead of ssh-keygen's default.
use
enrol mau mau 2021-10-07 NULL
run review sign-request tsh 2021H2 --db db
cp out text
ssh-keygen -q -Y sign -n dieuphoi-review-v1 -O hashalg=sha256 -f mau text 2>/dev/null && mv text.sig sig
submit 'SHA-256' 0 mau

# The owner of the file rewrites what was signed.
sql "UPDATE review SET frozen = replace(frozen, 'Tây Sông Hậu', 'Tây Sông Hương') WHERE frozen <> ''"
expect 'a frozen text that was rewritten' 2 review verify tsh 2021H2 --db db
says 'rewritten: whose signature no longer holds' err 'Trần Văn Mẫu: Chữ ký không đúng'
sql "UPDATE review SET frozen = replace(frozen, 'Tây Sông Hương', 'Tây Sông Hậu') WHERE frozen <> ''"
expect 'put back' 0 review verify tsh 2021H2 --db db
sql "UPDATE user_key SET to_date = '2021-12-31'"
expect 'a key that was not valid on the day' 5 review verify tsh 2021H2 --db db
echo '# done'
