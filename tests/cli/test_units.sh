# SPDX-License-Identifier: MIT
# The service that ships: whatever systemd still counts as an exposure is explained in the file itself.
. "$TREE/tests/cli/lib.sh"

if ! command -v systemd-analyze >/dev/null; then
	skip 'what systemd counts' no-systemd-analyze
	end
	exit 0
fi
for unit in "$TREE"/assets/systemd/*.service; do
	name=$(basename "$unit")
	LC_ALL=C.UTF-8 SYSTEMD_COLORS=0 systemd-analyze security --no-pager --offline=true "$unit" >out 2>err
	grep '^✗' out | sed 's/^✗ *//; s/ .*//; s,/,\n,g' | sort -u >left
	[ -s left ]
	verdict "$name: something is counted"
	while read -r setting; do
		grep -q "^#.*$setting" "$unit"
		verdict "$name: $setting is explained"
	done <left
	claimed=$(sed -n "s/^# What .systemd-analyze security $name. still counts (\([0-9.]*\),.*/\1/p" "$unit")
	same "$name: the level is the one that it says" \
		"$(sed -n 's/.*exposure level for [^ ]*: \([0-9.]*\) .*/\1/p' out)" "$claimed"
	systemd-analyze verify --recursive-errors=no "$unit" >out 2>err
	says_not "$name: no setting is unknown" err 'Unknown'
done
end
