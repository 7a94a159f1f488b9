# SPDX-License-Identifier: MIT
# A translation (msgid "…" and msgstr "…", each on a line of its own, as in gettext) to a C table in
# the order of strcmp(). Refuses a Vietnamese string given twice, one without English, and English
# that would take other arguments. To be run with LC_ALL=C: order is by bytes.
function refuse(line, what) {
	printf "%s:%d: %s\n", FILENAME, line, what > "/dev/stderr"
	failed = 1
	exit 1
}

# The text between the outer quotes, its escapes left as C reads them.
function quoted(line) {
	if (line !~ /"([^"\\]|\\.)*"$/)
		refuse(FNR, "no string in quotes")
	sub(/^[^"]*"/, "", line)
	sub(/"$/, "", line)
	return line
}

function decoded(text,    out, at) {
	while ((at = index(text, "\\")) > 0) {
		out = out substr(text, 1, at - 1)
		out = out (substr(text, at + 1, 1) == "n" ? "\n" : substr(text, at + 1, 1))
		text = substr(text, at + 2)
	}
	return out text
}

# What printf() would take, in order: flags and width may differ, "*" and the types may not.
function conversions(text,    out, one) {
	while (match(text, /%[-+#0-9.*]*(hh|h|ll|l|j|z|t|L)?[a-zA-Z%$]/)) {
		one = substr(text, RSTART, RLENGTH)
		text = substr(text, RSTART + RLENGTH)
		gsub(/[-+#0-9.]/, "", one)
		out = out " " one
	}
	return out
}

function keep() {
	if (state == "")
		return
	if (state == "id" || english == "")
		refuse(at, "no English for \"" vietnamese "\"")
	if (decoded(vietnamese) in line_of)
		refuse(at, "a second \"" vietnamese "\"")
	if (conversions(vietnamese) != conversions(english))
		refuse(at, "takes" conversions(english) " where \"" vietnamese "\" takes" \
			conversions(vietnamese))
	count++
	key[count] = decoded(vietnamese)
	line_of[key[count]] = at
	row[key[count]] = "\t{ \"" vietnamese "\",\n\t\t\"" english "\" },"
	state = ""
}

/^[ \t]*(#|$)/ { keep(); next }
/^msgid "/ { keep(); state = "id"; at = FNR; vietnamese = quoted($0); english = ""; next }
/^msgstr "/ {
	if (state != "id")
		refuse(FNR, "msgstr without msgid")
	state = "str"
	english = quoted($0)
	next
}
{ refuse(FNR, "neither msgid, msgstr nor a comment") }

function sort(    gap, i, j, held) {
	for (gap = int(count / 2); gap > 0; gap = int(gap / 2)) {
		for (i = gap + 1; i <= count; i++) {
			held = key[i]
			for (j = i; j > gap && key[j - gap] "" > held ""; j -= gap)
				key[j] = key[j - gap]
			key[j] = held
		}
	}
}

END {
	if (failed)
		exit 1
	keep()
	sort()
	print "/* Made by src/base/tr.awk from " FILENAME ". */"
	print "#include \"base/tr_parts.h\"\n\nconst TrPair tr_english[] = {"
	for (i = 1; i <= count; i++)
		print row[key[i]]
	print "};\n\nconst size_t tr_english_n = " count ";"
}
