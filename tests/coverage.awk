# SPDX-License-Identifier: MIT
# Sums what `gcov -n` prints for each object: lines executed, per room of src/.
/^File 'src\// {
	split($2, path, /[\/']/)
	room = path[4] == "" ? "main" : path[3]
	counted = 1
	next
}
/^File / { counted = 0 }
/^Lines executed:/ && counted {
	split($2, share, /[:%]/)
	executed[room] += share[2] / 100 * $4
	lines[room] += $4
	counted = 0
}
END {
	for (room in lines) {
		printf "%-8s %5.1f %% of %5d lines\n", room, 100 * executed[room] / lines[room], lines[room] | "sort"
		all_executed += executed[room]
		all += lines[room]
	}
	close("sort")
	if (all)
		printf "%-8s %5.1f %% of %5d lines\n", "all", 100 * all_executed / all, all
}
