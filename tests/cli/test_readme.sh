# SPDX-License-Identifier: MIT
# What README promises: its picture is the real home screen, its commands are there.
. "$TREE/tests/cli/lib.sh"

picture=$(awk '/^```$/ { inside = !inside; if (!inside) exit; next } inside' "$TREE/README.md")
screen=$(grep -v '^cursor ' "$TREE/tests/screens/golden/home-80x24.txt")
same "README's picture is the home screen" "$picture" "$screen"

for command in $(grep -oE '(build/)?dieuphoi (--demo )?[a-z]+' "$TREE/README.md" |
	sed -E 's/.*dieuphoi (--demo )?//' | sort -u); do
	expect "README's dieuphoi $command is a command" 0 "$command" --help
done

for target in $(grep -oE 'make (run|test|install|bench|lint)' "$TREE/README.md" | cut -d' ' -f2 | sort -u); do
	if grep -qE "^(\.PHONY.*)?\b$target\b.*:" "$TREE/Makefile"; then
		pass "README's make $target is a target"
	else
		fail "README's make $target is a target"
	fi
done
end
