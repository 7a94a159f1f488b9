# SPDX-License-Identifier: MIT
# The manual and the program say the same, in both languages: commands with their options, general
# options, exit codes, settings, variables of the environment, operations with their keys.
. "$TREE/tests/cli/lib.sh"

export MANWIDTH=80
unset MANOPT MAN_KEEP_FORMATTING
vi=$TREE/assets/man/vi/dieuphoi.1
en=$TREE/assets/man/dieuphoi.1

# One of the other for each section, in the order of both pages.
sections='NAME=TÊN
SYNOPSIS=CÁCH DÙNG
DESCRIPTION=GIỚI THIỆU
STARTING=BẮT ĐẦU
THE SCREEN=MÀN HÌNH
SEARCH=TÌM KIẾM
PROGRESS=TIẾN ĐỘ
INDICATORS=CHỈ TIÊU
MEETINGS AND MINUTES=BUỔI LÀM VIỆC VÀ BIÊN BẢN
REVIEWS=SƠ KẾT
REMARKS=Ý KIẾN CHỈ ĐẠO
REPORTING ROUNDS=KỲ BÁO CÁO
DIRECTIVES AND COVERAGE=VĂN BẢN CHỈ ĐẠO VÀ PHẦN CHƯA GIAO
OPERATIONS=CÁC THAO TÁC
ROLES=AI ĐƯỢC LÀM GÌ
WHO GETS IN=AI VÀO ĐƯỢC
DRAFTS=BẢN NHÁP
DATES AND NUMBERS=NGÀY VÀ SỐ
TYPING VIETNAMESE=GÕ TIẾNG VIỆT
TERMINALS AND FONTS=THIẾT BỊ CUỐI VÀ PHÔNG
COMMANDS=CÁC LỆNH
GENERAL OPTIONS=TÙY CHỌN CHUNG
EXIT STATUS=MÃ THOÁT
SETTINGS=CÀI ĐẶT
ENVIRONMENT=BIẾN MÔI TRƯỜNG
FILES=TỆP
REGION FILES=TỆP VÙNG
DIRECTIVE FILES=TỆP VĂN BẢN
CONFIDENTIAL DOCUMENTS=VĂN BẢN MẬT
JOURNAL=NHẬT KÝ
BACKUP=SAO LƯU
SECURITY=AN TOÀN
LIMITS=GIỚI HẠN
EXAMPLES=VÍ DỤ
LICENCE=GIẤY PHÉP'

# plain PAGE: its source, with what roff writes another way as it is read
plain() {
	sed 's/\\-/-/g; s/\\(ti/~/g; s/\\e/\\/g; s/\\f[BIR]//g' "$1"
}

# part PAGE HEADING: from the heading, of a section or a command, to the next one like it
part() {
	awk -v heading="$2" '/^\.S[HS] / { inside = substr($0, 5) == heading } inside' "$1"
}

# named NAME FILE TEXT: a whole word or option of the file
named() {
	if grep -qE -- "(^|[^[:alnum:]_-])$3([^[:alnum:]_-]|\$)" "$2"; then
		pass "$1"
	else
		fail "$1" "$3 is missing"
	fi
}

options_of() { # out of a command's help: without the general ones, which end it
	sed '/^General options/,$d' out | grep -oE '^  --[a-z-]+' | tr -d ' '
}

run --lang en help
sed -n '/^Commands:/,/^$/p' out | sed -n 's/^  \([a-z-]*\( [a-z-]*\)\{0,1\}\)  .*/\1/p' | sed 's/ $//' >commands
sed -n '/^General options/,/^$/p' out | grep -oE '^  --[a-z-]+' | tr -d ' ' >general
grep '^Exit codes:' out | grep -oE '[0-9] ' | tr -d ' ' >codes
sed -n 's/^#\([a-z_]* = .*;\)$/\1/p' "$TREE/assets/etc/dieuphoi.conf" >settings
find "$TREE/src" -name '*.c' -exec grep -ohE 'getenv\("[A-Z_]+"\)' {} + | grep -oE '[A-Z_]{2,}' |
	sort -u | grep -vxE 'DIEUPHOI_TEST_SYNC|TMUX' >variables
for list in commands general codes settings variables; do
	if [ -s "$list" ]; then pass "there are $list"; else fail "there are $list"; fi
done
version=$("$PROGRAM" --version)

for page in vi en; do
	eval "source=\$$page"
	plain "$source" >"$page"
	[ "$page" = en ] && column=1 || column=2
	same "$page: its sections" "$(sed -n 's/^\.SH //p' "$source")" \
		"$(echo "$sections" | cut -d= -f"$column")"
	heading() { echo "$sections" | grep "^$1=" | cut -d= -f"$column"; }

	# Where a page of paper ends is of no matter on a screen.
	groff -ww -Kutf8 -t -man -Tutf8 "$source" 2>complaints >shown
	grep -v 'will not fit on one page' complaints >warnings
	same "$page: groff has no complaint" "$(cat warnings)" ''
	man -l "$source" >shown 2>complaints
	grep -v 'will not fit on one page' complaints >warnings
	same "$page: man shows it" "$(grep -cE "^($(heading LIMITS)|$(heading EXAMPLES))" shown)$(cat warnings)" 2
	[ "$(wc -L <shown)" -le 80 ]
	verdict "$page: no line is too wide"
	says "$page: its version" "$page" "\"$version\""

	part "$page" "$(heading COMMANDS)" >first
	sed -n "/^\.SH $(heading COMMANDS)\$/,/^\.SH $(heading 'GENERAL OPTIONS')\$/p" "$page" |
		sed -n 's/^\.SS //p' >described
	same "$page: its commands" "$(cat described)" "$(cat commands)"
	while read -r words; do
		run --lang en help $words
		part "$page" "$words" | grep -oE '^--[a-z-]+' >described
		same "$page: options of $words" "$(cat described)" "$(options_of)"
	done <commands

	part "$page" "$(heading 'GENERAL OPTIONS')" | grep -oE '^--[a-z-]+' >described
	same "$page: its general options" "$(cat described)" "$(cat general)"
	part "$page" "$(heading 'EXIT STATUS')" | grep -oE '^[0-9]' >described
	same "$page: its exit codes" "$(cat described)" "$(cat codes)"
	part "$page" "$(heading SETTINGS)" | sed -n 's/^\.B \(.*;\)$/\1/p' >described
	same "$page: its settings" "$(cat described)" "$(cat settings)"
	part "$page" "$(heading ENVIRONMENT)" >described
	while read -r variable; do
		named "$page: $variable" described "$variable"
	done <variables
done

# Every operation with its keys is a line of a table; what has none stands under F9, the menu.
python3 - "$TREE" >operations <<'EOF'
import glob, re, sys
tree = sys.argv[1]
text = lambda s: "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', s)).replace("\\\\", "\\")
english = {}
for block in open(tree + "/assets/lang/en.po", encoding="utf-8").read().split("\n\n"):
    parts = re.search(r'^msgid (.*)\nmsgstr (.*)', block, re.S | re.M)
    if parts:
        english[text(parts[1])] = text(parts[2])
op = re.compile(r'\{\s*"[a-z-]+",\s*N_\(("[^"]*")\),\s*("(?:[^"\\]|\\.)*"),\s*(?:NULL|N_\("[^"]*"\)),'
                r'\s*RIGHT_')
for file in sorted(glob.glob(tree + "/src/tui/**/*.c", recursive=True)):
    for title, keys in op.findall(open(file, encoding="utf-8").read()):
        for page, name in (("vi", text(title)), ("en", english[text(title)])):
            print(page, text(keys).replace(" ", "_") or "F9", name)
EOF
if [ "$(wc -l <operations)" -gt 100 ]; then pass 'there are operations'; else fail 'there are operations'; fi
sort -u operations >sorted
while read -r page keys title; do
	row=$(grep -E "^[^	]+	$(echo "$title" | sed 's/[.+*?()]/\\&/g')\$" "$page" | cut -f1 | tr '\n' ' ')
	missing=
	for key in $(echo "$keys" | tr _ ' '); do
		case " $row" in *" $key "*) ;; *) missing="$missing $key" ;; esac
	done
	if [ -n "$row" ] && [ -z "$missing" ]; then
		pass "$page: $title"
	else
		fail "$page: $title" "no line with$missing and “$title”"
	fi
done <sorted

# What the tables hold is an operation.
for page in vi en; do
	sed -n 's/^\(F[0-9]*\|Ctrl+.\|Enter\|Esc\)\( [^	]*\)\{0,1\}	//p' "$page" | sort -u >described
	grep "^$page " operations | cut -d' ' -f3- | sort -u >known
	same "$page: no operation that is not there" "$(comm -23 described known)" ''
done
end
