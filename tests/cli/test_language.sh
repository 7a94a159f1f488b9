# SPDX-License-Identifier: MIT
# The language: --lang before DIEUPHOI_LANG before the setting; what people wrote is never translated.
. "$TREE/tests/cli/lib.sh"
english='Usage: dieuphoi'
vietnamese='Cách dùng: dieuphoi'

expect 'Vietnamese by itself' 0 --help
says 'the help is Vietnamese' out "$vietnamese"
expect '--lang before the command' 0 --lang en task list --help
says 'the help is English' out "$english"
expect '--lang behind the command' 0 task list --help --lang=en
says 'the help is English there too' out "$english"
expect '--lang with half a command' 0 --lang en task --help
says 'a group is told in English' out 'The commands task:'

export DIEUPHOI_LANG=en
expect 'the environment' 0 --help
says 'the environment chooses English' out "$english"
expect 'a mistake' 2 task lsit
says 'mistakes are told in English' err 'There is no command'
expect 'a mistake in the options' 2 task list --regoin x
says 'those in the options too' err 'There is no option'
expect '--lang over the environment' 0 --help --lang vi
says 'the option comes first' out "$vietnamese"
export DIEUPHOI_LANG=fr
expect 'an unknown language in the environment' 2 --help
says 'the environment is named' err 'DIEUPHOI_LANG'
expect 'an unknown language that does not matter' 0 --lang en --help
export DIEUPHOI_LANG=
expect 'an empty environment' 0 --help
says 'an empty one says nothing' out "$vietnamese"
expect 'an unknown language' 2 --lang fr --help
says 'the languages are listed' err 'vi, en'

echo 'lang = "en";' >settings
expect 'the setting' 0 --config settings --help
says 'the setting chooses English' out "$english"
expect 'the setting, told behind the command' 0 task list --help --config settings
says 'it counts there too' out "$english"
DIEUPHOI_LANG=vi expect 'the environment over the setting' 0 --config settings --help
says 'the environment comes before it' out "$vietnamese"
mkdir -p "$HOME/.config/dieuphoi"
cp settings "$HOME/.config/dieuphoi/dieuphoi.conf"
expect 'the own settings' 0 --help
says 'they choose English' out "$english"
rm -r "$HOME/.config/dieuphoi"
echo 'lang = "fr";' >settings
expect 'a wrong setting does not keep the help away' 0 --config settings --help
make_fresh
new_db demo
expect 'a wrong setting is told by what needs it' 1 --config settings --db db task list
says 'its line is told' err 'settings:1'

expect 'a list in English' 0 --lang en --db db task list --region hd
says 'its heads are English' out 'State'
says "the directive's words are not" out 'Thí điểm đón khách quốc tế đến Phú Quốc'
run --lang en --db db task list --region hd --json
cp out english.json
run --db db task list --region hd --json
same 'JSON has no language' "$(cat english.json)" "$(cat out)"
end
