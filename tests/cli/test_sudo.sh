# SPDX-License-Identifier: MIT
# At the console: the rule that ships, with a real sudo, a service account and a user of the machine, who
# are made for it and go with it.
. "$TREE/tests/cli/lib.sh"

rule=$TREE/assets/ssh/sudoers-dieuphoi
PATH=$PATH:/usr/sbin:/sbin
if command -v visudo >/dev/null; then
	visudo -c -q -f "$rule" >out 2>&1
	verdict 'the rule that ships is one'
else
	skip 'the rule that ships is one' no-visudo
fi
if [ "$(id -u)" -ne 0 ] || ! command -v sudo >/dev/null || ! [ -d /etc/sudoers.d ]; then
	skip 'the rule in use' needs-root-and-sudo
	end
	exit 0
fi

case $PROGRAM in
*/san/* | */coverage/*)
	skip 'the rule in use' sudo-keeps-no-sanitizer-settings
	end
	exit 0
	;;
esac

service=dpsv$$ user=dpus$$ other=dpot$$ group=dpgr$$
place=$(mktemp -d "${TMPDIR:-/tmp}/dieuphoi-sudo.XXXXXX")
tidy() {
	rm -f "/etc/sudoers.d/$group"
	for account in $user $other $service; do userdel "$account" 2>/dev/null; done
	groupdel $group 2>/dev/null
	rm -rf "$place"
}
trap tidy EXIT
trap 'exit 1' HUP INT TERM
chmod 755 "$place"
mkdir "$place/build"
cp "$PROGRAM" "$place/build/dieuphoi"
cp -r "$TREE/regions" "$TREE/assets" "$place"
chmod -R go+rX "$place"
groupadd $group && useradd -r -M -U -d "$place/home" -s /usr/sbin/nologin $service &&
	useradd -M -d "$place" -s /bin/sh -G $group $user && useradd -M -d "$place" -s /bin/sh $other &&
	printf '%s:mat-khau-1\n' $user $other | chpasswd && install -d -o $service -g $service -m 700 "$place/home"
verdict 'accounts for the test'
sed "s,/usr/local/bin/,$place/build/,g; s/%dieuphoi-users/%$group/; s/(dieuphoi)/($service)/" "$rule" >rule
install -m 440 rule "/etc/sudoers.d/$group"
visudo -c -q
verdict 'the rule beside the machine'\''s own'

# called NAME CODE ACCOUNT [VARIABLE=VALUE…] -- ARG…: the account's own sudo, with its password
called() {
	name=$1 wanted=$2 account=$3
	shift 3
	own=
	while [ "$1" != -- ]; do own="$own $1" && shift; done
	shift
	# shellcheck disable=SC2086 # several settings
	(cd "$place" && echo mat-khau-1 | timeout 60 setpriv --reuid "$account" --regid "$account" --init-groups \
		env -i PATH=/usr/bin:/bin TERM=xterm $own \
		sudo -S -p '' -u $service $before "$place/build/dieuphoi" "$@") >out 2>err
	same "$name" $? "$wanted"
}
before=
setpriv --reuid $service --regid $service --clear-groups env -i HOME="$place/home" PATH=/usr/bin:/bin \
	"$place/build/dieuphoi" init --login $user --name 'Trần Thị Hà' >out 2>err </dev/null
verdict 'the service account has a database'

called 'who is of the group comes in' 0 $user -- whoami
says 'as who called sudo' out "$user (đ/c Trần Thị Hà)"
says 'and is told how one is known' out 'qua sudo'
called 'a command that writes' 0 $user -- user add --login $other --name 'Lê Văn Khác' --role viewer
called 'no other name' 5 $user -- whoami --as $other
called 'no other database' 5 $user -- whoami --db /tmp/x.db
called 'no other settings' 5 $user -- whoami --config /tmp/x
called 'no session of the file of keys' 5 $user -- session --as $other
called 'nor through the environment' 0 $user DIEUPHOI_DB=/tmp/x.db SUDO_UID=0 LD_PRELOAD=/tmp/x.so DIEUPHOI_LANG=en -- whoami
says 'the same person' out "$user (đ/c Trần Thị Hà)"
before='DIEUPHOI_LANG=en'
called 'nothing is set on the way' 1 $user -- whoami
before=
called 'who is not of the group does not' 1 $other -- whoami
says_not 'nothing is shown' out "$other"
usermod -a -G $group $other
called 'of the group, but a viewer' 5 $other -- user close $user
called 'a viewer is a viewer' 0 $other -- whoami
says 'by his own name' out "$other (đ/c Lê Văn Khác)"
end
