# SPDX-License-Identifier: MIT
# Files that are no database or no settings, and schemas that are not ours: refused at once, with a
# message, unchanged.
. "$TREE/tests/cli/lib.sh"
make_fresh

ln -s "$TREE_DB" link
mkfifo pipe
mkdir folder
: >empty
head -c 9000 /dev/urandom >noise
printf 'SQLite format 3' >short
sqlite3 other 'CREATE TABLE a (b)'
for kind in link pipe folder empty noise short other /dev/null; do
	start=$(date +%s%N)
	expect "--db $kind" 1 task list --db "$kind"
	took=$((($(date +%s%N) - start) / 1000000))
	[ $took -lt $((5000 * ${TEST_PATIENCE:-1})) ]
	verdict "--db $kind: without waiting for it"
	says "--db $kind: the file is named" err "$kind"
done
same 'the empty file is still empty' "$(stat -c %s empty)" 0
expect '--db of nothing' 3 task list --db nowhere
says 'it says how to make one' err 'dieuphoi init'
expect 'init over a link' 4 init --db link
expect 'init over a pipe' 4 init --db pipe
expect 'init over a folder' 4 init --db folder
expect 'init over an empty file' 4 init --db empty

for kind in link pipe folder /dev/zero; do
	expect "--config $kind" 1 task list --db "$TREE_DB" --config "$kind"
	says "--config $kind: the file is named" err "$kind"
done
expect 'empty settings are no settings' 0 task list --db "$TREE_DB" --config empty
expect 'noise as settings' 1 task list --db "$TREE_DB" --config noise
expect 'settings that include' 1 task list --db "$TREE_DB" --config "$data/bad/include.cfg"
for file in "$data"/bad/settings/*.conf "$data/bad/big-number.cfg" "$data/bad/latin1.cfg"; do
	expect "settings: ${file##*/}" 1 task list --db "$TREE_DB" --config "$file"
	same "settings: ${file##*/}: file and line" "$(grep -c "${file##*/}:[0-9]*: " err)" 1
done

cp "$TREE_DB" newer
sqlite3 newer "INSERT INTO migration SELECT 999, '0999-later.sql', checksum, applied_at
	FROM migration WHERE version = 1"
before=$(sum newer)
expect 'a newer schema' 1 task list --db newer
says 'a newer schema: the versions' err '999'
expect 'a newer schema is not written to either' 1 progress set 2.3b phu-quoc --percent 5 --db newer
same 'a newer schema: the file is unchanged' "$(sum newer)" "$before"
same 'a newer schema: nothing beside it' "$(ls newer-* newer.before* 2>/dev/null)" ''

cp "$TREE_DB" altered
sqlite3 altered "UPDATE migration SET checksum = zeroblob(32) WHERE version = 1"
before=$(sum altered)
expect 'another program'\''s schema' 1 task list --db altered
same 'it is unchanged' "$(sum altered)" "$before"

cp "$TREE_DB" torn
size=$(stat -c %s torn)
dd if=/dev/urandom of=torn bs=4096 seek=3 count=$((size / 4096 - 4)) conv=notrunc 2>/dev/null
run check --db torn
same 'a torn file fails' "$code" 1
end
