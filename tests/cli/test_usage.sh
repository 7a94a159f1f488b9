# SPDX-License-Identifier: MIT
# Help, version and what is refused before anything is looked at.
. "$TREE/tests/cli/lib.sh"

expect 'overview' 0 --help
says 'the overview lists the commands' out 'progress set'
says 'the overview tells the exit codes' out '5 không được phép'
sed -n 's/^  \([a-z]* [a-z]*\)  .*/\1/p; s/^  \([a-z]*\)  .*/\1/p' out | sort -u >names
while read -r words; do
	expect "$words --help" 0 $words --help
	says "$words: usage" out "Cách dùng: dieuphoi $words"
	says "$words: global options" out '--db TỆP'
	expect "help $words" 0 help $words
	expect "$words --version" 0 $words --version
done <names
expect 'help of a group' 0 task --help
says 'a group lists its commands' out 'task list'
expect '--version' 0 --version
same 'the version is one line' "$(grep -c '^dieuphoi [0-9.]*$' out)" 1

expect 'unknown command' 2 xyzzy
expect 'mistyped command' 2 progres set
says 'the nearest command' err '“progress set”'
expect 'mistyped second word' 2 task lst
says 'the nearest second word' err '“task list”'
expect 'half a command' 2 task
says 'half a command says how to go on' err 'dieuphoi task --help'
expect 'unknown option' 2 task list --regoin hd
says 'the option is named' err '--regoin'
says 'the nearest option' err '--region'
expect 'no abbreviations' 2 task list --reg hd
expect 'no short options' 2 task list -r
expect 'value missing' 2 task list --region
says 'the value is named' err 'MÃ'
expect 'empty value' 2 task list --region ''
expect 'value for a flag' 2 task list --json=1
expect 'twice' 2 task list --region hd --region=hd
expect 'twice, before and after the command' 2 --db a task list --db b
expect 'argument missing' 2 progress set 2.3b
says 'the argument is named' err 'NƠI'
expect 'one argument too many' 2 undo now
expect 'number expected' 2 progress set 2.3b hd --percent 12x
expect 'number out of range' 2 progress set 2.3b hd --percent 101
expect 'huge number' 2 progress set 2.3b hd --percent 99999999999999999999
expect 'word expected' 2 progress set 2.3b hd --state finished
says 'the words are listed' err 'not-started, doing, done, blocked'
expect 'required option missing' 2 user add --login x
says 'the required option is named' err '--name'
expect '--db with --demo' 2 --demo --db x task list
same 'messages begin with the program' "$(head -c 10 err)" 'dieuphoi: '
same 'a message and a hint' "$(grep -c . err)" 2
expect 'after -- no options' 2 directive check -- --help extra
says 'what came after -- is an argument' err 'extra'
end
