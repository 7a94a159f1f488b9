# SPDX-License-Identifier: MIT
# Every command as every role, on an own region and on another's: roles.py runs the cells.
. "$TREE/tests/cli/lib.sh"
python3 "$TREE/tests/cli/roles.py" "$PROGRAM" "$TREE/tests/cli/roles.table" "$data" 2>err
verdict_of=$?
[ "$verdict_of" -eq 0 ] || fail 'roles.py ended well' "$(tail -5 err)"
end
