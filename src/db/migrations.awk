# SPDX-License-Identifier: MIT
# Numbered .sql files (0001-name.sql …) to the C array of migrations.
FNR == 1 {
	if (open)
		print "\t},"
	n = split(FILENAME, parts, "/")
	printf "\t{ \"%s\",\n", parts[n]
	open = 1
}
BEGIN {
	print "/* Made by src/db/migrations.awk from src/db/migrations/. */"
	print "#include \"db/migrate.h\"\n\nconst Migration migrations[] = {"
}
{ gsub(/\\/, "\\\\"); gsub(/"/, "\\\""); print "\t\t\"" $0 "\\n\"" }
END {
	if (open)
		print "\t},"
	print "\t{ 0 },\n};"
}
