#!/bin/sh
# SPDX-License-Identifier: MIT
# What `make install` lays out, and that `make uninstall` takes it away again: install.sh BUILD
# Prints TAP.
cd "$(dirname "$0")/.." || exit 1
build=$1
root=$(mktemp -d "${TMPDIR:-/tmp}/dieuphoi-install.XXXXXX")
trap 'rm -rf "$root"' EXIT
trap 'exit 1' HUP INT TERM
unset MAKEFLAGS MAKELEVEL MFLAGS
export HOME="$root/home"
n=0 bad=0

check() { # NAME, after a command
	if [ $? -eq 0 ]; then verdict=ok; else verdict='not ok' bad=1; fi
	n=$((n + 1))
	echo "$verdict $n - $1"
}

into() {
	make BUILD="$build" DESTDIR="$root" PREFIX=/usr SYSCONFDIR=/etc "$@" >"$root/log" 2>&1 ||
		{ sed 's/^/# /' "$root/log"; false; }
}

into install-files
check 'installs'
[ -x "$root/usr/bin/dieuphoi" ] && [ -e "$root/etc/dieuphoi/dieuphoi.conf" ]
check 'program and settings are there'
[ "$(ls "$root/usr/share/dieuphoi/regions")" = "$(ls regions)" ] &&
	[ "$(ls "$root/usr/share/dieuphoi/directives")" = "$(ls assets/directives)" ] &&
	[ "$(ls "$root/usr/share/dieuphoi/demo")" = "$(ls assets/demo)" ]
check 'regions, directives and demo are there'
[ -e "$root/usr/share/man/man1/dieuphoi.1" ] && [ -e "$root/usr/share/man/vi/man1/dieuphoi.1" ]
check 'the manual is there in both languages'

DIEUPHOI_DATA="$root/usr/share/dieuphoi" "$root/usr/bin/dieuphoi" demo --db "$root/demo.db" >"$root/log" 2>&1
check 'what was installed makes a demo'

units=$root/usr/lib/systemd/system
[ "$(ls "$units")" = "$(ls assets/systemd)" ] && [ "$(stat -c %a "$units"/*.timer)" = 644 ] &&
	grep -q '^ExecStart=/usr/bin/dieuphoi backup ' "$units/dieuphoi-backup.service"
check 'the units are there and start what was installed'

echo '# mine' >"$root/etc/dieuphoi/dieuphoi.conf"
into install-files && [ "$(cat "$root/etc/dieuphoi/dieuphoi.conf")" = '# mine' ]
check 'somebody'"'"'s settings stay'
into uninstall && [ ! -e "$root/usr/bin/dieuphoi" ] && [ ! -e "$root/usr/share/dieuphoi" ] &&
	[ -z "$(find "$root/usr/share/man" -type f)" ] &&
	[ -z "$(ls "$units")" ] &&
	[ -e "$root/etc/dieuphoi/dieuphoi.conf" ]
check 'uninstalls all but the settings'
echo "1..$n"
exit $bad
