# SPDX-License-Identifier: MIT
# Named blocks of SQL to a C enum (-v output=header) or array (-v output=source).
#
#   -- name: task_get          starts a query; lines follow until the next marker
#   -- fragment: task_order    the same, for a piece that db_query_join() puts together
#   -- noun: task = code title makes three queries over an editable table with these columns:
#                              task_row (rev, then the columns), task_insert (?1 is the id) and
#                              task_update (?1 is the id; every column; rev grows by one)

function flush() {
	if (name != "") {
		count++
		names[count] = name
		texts[count] = text
		kinds[count] = kind
	}
	name = text = ""
}

function add(n, t) {
	flush()
	name = n
	kind = "QUERY_WHOLE"
	text = t
	flush()
}

function noun(spec,    parts, table, columns, n, cols, marks, sets, i) {
	n = split(spec, parts, /[ =]+/)
	table = parts[1]
	for (i = 2; i <= n; i++) {
		if (parts[i] == "")
			continue
		cols = cols ", " parts[i]
		marks = marks ", ?" i
		sets = sets parts[i] " = ?" i ", "
	}
	add(table "_row", "SELECT rev" cols " FROM " table " WHERE id = ?1")
	add(table "_insert", "INSERT INTO " table " (id" cols ") VALUES (?1" marks ")")
	add(table "_update", "UPDATE " table " SET " sets "rev = rev + 1 WHERE id = ?1")
}

function continued(line) {
	while (line ~ /\\$/) {
		sub(/\\$/, "", line)
		if ((getline next_line) <= 0)
			break
		sub(/^-- */, "", next_line)
		line = line next_line
	}
	return line
}

/^-- name: / { flush(); name = $3; kind = "QUERY_WHOLE"; next }
/^-- fragment: / { flush(); name = $3; kind = "QUERY_FRAGMENT"; next }
/^-- noun: / { line = continued($0); sub(/^-- noun: /, "", line); noun(line); next }
/^[ \t]*--/ || /^[ \t]*$/ { next }
name == "" { printf "%s:%d: SQL before the first name\n", FILENAME, FNR > "/dev/stderr"; exit 1 }
{ sub(/;[ \t]*$/, ""); gsub(/[ \t]+/, " "); text = text (text == "" ? "" : " ") $0 }

END {
	flush()
	print "/* Made by src/db/queries.awk from the .sql files. */"
	if (output == "header") {
		print "#ifndef DB_QUERIES_H\n#define DB_QUERIES_H\n\ntypedef enum {"
		for (i = 1; i <= count; i++)
			print "\tQ_" toupper(names[i]) ","
		print "\tQUERY_COUNT,\n} QueryId;\n\n#endif"
		exit
	}
	print "#include \"db/db.h\"\n\nconst Query queries[QUERY_COUNT] = {"
	for (i = 1; i <= count; i++) {
		gsub(/\\/, "\\\\", texts[i])
		gsub(/"/, "\\\"", texts[i])
		print "\t[Q_" toupper(names[i]) "] = { \"" names[i] "\", " kinds[i] ",\n\t\t\"" texts[i] "\" },"
	}
	print "};"
}
