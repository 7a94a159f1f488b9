# SPDX-License-Identifier: MIT
# backup --to-key, restore --key: backups that only the holder of the secret key reads.
. "$TREE/tests/cli/lib.sh"
make_fresh
new_db
mkdir kept

dump() { sqlite3 "file:$1?immutable=1" .dump | sha256sum; }
state() { echo "$(sha256sum <db) $(ls | grep -c -e restoring -e before-restore -e sealing)"; }

expect 'a pair of keys' 0 backup keygen secret
same 'their modes' "$(stat -c %a secret secret.pub | xargs)" '600 600'
says 'what to do with the secret one' out 'ở nơi khác'
cp secret before
expect 'never over an existing key' 4 backup keygen secret
same 'which stays' "$(cmp secret before 2>&1)" ''
rm secret
expect 'nor over a public one' 4 backup keygen secret
same 'nothing half made' "$(ls secret 2>/dev/null)" ''
mv before secret
expect 'another pair' 0 backup keygen other

expect 'a sealed backup' 0 backup kept --to-key secret.pub --db db
sealed=$(ls kept/*)
same 'its name' "$(echo "$sealed" | grep -cE '^kept/dieuphoi-[0-9]{8}-[0-9]{6}\.db\.sealed$')" 1
same 'its mode' "$(stat -c %a "$sealed")" 600
same 'nothing beside it, nor beside the database' "$(ls kept | wc -l) $(ls -d db?* | grep -c sealing)" '1 0'
same 'nothing of it can be read' "$(grep -c -a -e SQLite -e 'Phú Quốc' "$sealed")" 0
plain=$(sqlite3 db .dump | sha256sum)
copy=sealed.db
cp "$sealed" $copy
rm kept/*
expect 'to the key itself' 0 backup kept --to-key "$(cut -d' ' -f2 secret.pub)" --db db
for minutes in 1 2; do
	broken FAULT_CLOCK=$((minutes * 60)) -- backup kept --to-key secret.pub --keep 2 --db db
	same 'another' "$code" 0
done
same 'they are rotated' "$(ls kept | wc -l)" 2
expect 'no such key' 3 backup kept --to-key nowhere --db db
expect 'a secret key is none to seal to' 1 backup kept --to-key secret --db db
echo words >words
expect 'words are none' 1 backup kept --to-key words --db db
same 'nothing was made' "$(ls kept | wc -l)" 2
printf 'dieuphoi-backup-public-1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n' >zero.pub
expect 'a key that gives no secrecy' 2 backup kept --to-key zero.pub --db db
same 'nothing was made of that' "$(ls kept | wc -l) $(ls -d db?* | grep -c sealing)" '2 0'

expect 'something after the backup' 0 progress set 2.3b phu-quoc --percent 77 --db db
before=$(state)
expect 'without --yes' 2 restore $copy --key secret --db db
says 'it is whole' out 'nguyên vẹn'
same 'nothing happened' "$(state)" "$before"
expect 'restore' 0 restore $copy --key secret --yes --db db
same 'row by row' "$(sqlite3 db .dump | sha256sum)" "$plain"
rm -f db.before-restore-*

# Refused before anything is touched.
expect 'one that is not sealed' 0 backup kept --db db
plain_copy=$(ls kept/*.db)
before=$(state)
refused() { # NAME CODE FILE KEY|'' WORDS
	if [ -n "$4" ]; then
		run restore "$3" --key "$4" --yes --db db
	else
		run restore "$3" --yes --db db
	fi
	same "refused: $1" "$code" "$2"
	says "refused: $1: why" err "$5"
	same "refused: $1: nothing was done" "$(state)" "$before"
}
refused 'without a key' 2 $copy '' --key
refused 'another key' 5 $copy other 'không mở được bằng khóa này'
refused 'the public key' 1 $copy secret.pub 'khóa bí mật'
cp secret open && chmod 644 open
refused 'a secret that others can read' 5 $copy open 'chmod 600'
refused 'a key for what is not sealed' 2 "$plain_copy" secret --key

size=$(stat -c %s $copy)
chunk=65553
head=$((18 + 80 + 24))
# Every kind of place: magic, box, header, first, middle and last chunk.
for at in 0 20 60 100 121 $((head + 5)) $((head + chunk + 9)) $((size - 1)); do
	cp $copy altered
	byte=$(od -An -tu1 -j "$at" -N1 $copy | tr -d ' ')
	printf "\\$(printf %o $(((byte + 1) % 256)))" | dd of=altered bs=1 seek="$at" conv=notrunc status=none
	run restore altered --key secret --yes --db db
	[ $code -ne 0 ] && [ "$(state)" = "$before" ]
	verdict "refused: altered at $at of $size"
done
for n in 10 50 $head $((head + chunk)) $((size - 1)) $((size - 17)); do
	head -c "$n" $copy >cut
	run restore cut --key secret --yes --db db
	[ $code -ne 0 ] && [ "$(state)" = "$before" ]
	verdict "refused: cut at $n"
done
cp $copy longer && printf x >>longer
refused 'one byte more' 1 longer secret 'cắt, thêm hay sửa'
python3 - $copy $head $chunk <<'P'
import sys
name, head, chunk = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
data = open(name, 'rb').read()
start, body = data[:head], data[head:]
parts = [body[i:i + chunk] for i in range(0, len(body), chunk)]
write = lambda to, parts: open(to, 'wb').write(start + b''.join(parts))
write('swapped', [parts[1], parts[0]] + parts[2:])
write('missing', parts[:1] + parts[2:])
write('twice', parts[:2] + parts[1:])
write('last', parts[-1:])
P
for bad in swapped missing twice last; do
	refused "chunks: $bad" 1 $bad secret 'cắt, thêm hay sửa'
done
expect 'it still opens' 0 restore $copy --key secret --yes --db db
echo '# done'
