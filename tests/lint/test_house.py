#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Each house rule finds what breaks it, where it stands, and nothing in what keeps it."""
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
import house

SPDX = "// SPDX-License-Identifier: MIT\n"
OPEN_MARK = "TO" "DO"

# rule, file, text, the line that it must be found in (0: the rule is kept)
CASES = [
    (house.layers, "src/db/a.c", SPDX + '#include "core/task.h"\n', 2),
    (house.layers, "src/base/a.c", SPDX + '#include "text/utf8.h"\n', 2),
    (house.layers, "src/tui/a.c", SPDX + '#include "cli/cli.h"\n', 2),
    (house.layers, "src/tui/a.c", SPDX + '#include "config/settings.h"\n', 2),
    (house.layers, "src/tui/views/a.c", SPDX + '#include "core/task_parts.h"\n', 2),
    (house.layers, "src/core/a.c", SPDX + '#include "utf8.h"\n', 2),
    (house.layers, "src/core/a.c", SPDX + '#include "moon/utf8.h"\n', 2),
    (house.layers, "src/tui/views/a.c", SPDX + '#include "core/task.h"\n#include "tui/app.h"\n', 0),
    (house.layers, "src/main.c", SPDX + '#include "cli/cli.h"\n#include <curses.h>\n', 0),
    (house.libraries, "src/tui/a.c", SPDX + "#include <curses.h>\n", 2),
    (house.libraries, "src/term/screen.c", SPDX + "#include <ncursesw/curses.h>\n", 2),
    (house.libraries, "src/core/a.c", SPDX + "\n#include <sqlite3.h>\n", 3),
    (house.libraries, "src/cli/a.c", SPDX + "#  include <libconfig.h>\n", 2),
    (house.libraries, "src/tui/a.c", SPDX + "#include <utf8proc.h>\n", 2),
    (house.libraries, "src/db/sqlite.c", SPDX + "#include <sqlite3.h>\n", 0),
    (house.own_header_first, "src/db/db.c", SPDX + '#include <a.h>\n#include "db/db.h"\n', 2),
    (house.own_header_first, "src/db/db.c", SPDX + '#include "db/db_parts.h"\n', 0),
    (house.translated, "src/tui/a.c", SPDX + 'int a;\nf("Vùng");\n', 3),
    (house.translated, "src/tui/a.c", SPDX + 'f(tr(x), "a" "Vùng");\n', 2),
    (house.translated, "src/tui/a.c", SPDX + 'f(b ? tr("Vùng") : "Đã");\n', 2),
    (house.translated, "src/tui/a.c", SPDX + 'f(tr("Vùng " "Đảo"), N_ ("Đã"), "→ · a"); // "đ"\n', 0),
    (house.translated, "src/text/letter.c", SPDX + 'f("đ");\n', 0),
    (house.level_is_data, "src/tui/a.c", SPDX + 'f(tr("Các huyện"));\n', 2),
    (house.level_is_data, "src/tui/a.c", SPDX + 'f(tr("ĐỊA PHƯƠNG"));\n', 2),
    (house.level_is_data, "src/tui/a.c", SPDX + 'f(tr("mọi địa phương")); // "huyện"\n', 0),
    (house.queries, "src/core/a.c", SPDX + 'f("SELECT 1");\n', 2),
    (house.queries, "src/core/a.c", SPDX + 'f("x; DELETE FROM task");\n', 2),
    (house.queries, "src/core/a.c", SPDX + 'f("Select one"); // "UPDATE"\n', 0),
    (house.function_sizes, "src/core/a.c", SPDX + "void f(void)\n{\n" + "\tf();\n" * 58 + "}\n", 2),
    (house.function_sizes, "src/core/a.c", SPDX + "void f(void)\n{\n" + "\tf();\n" * 57 + "}\n", 0),
    (house.function_sizes, "tests/unit/a.c", "void f(void)\n{\n" + "\tf();\n" * 60 + "}\n", 1),
    (house.file_sizes, "src/core/a.h", SPDX + "\n" * 500, 1),
    (house.file_sizes, "src/core/a.h", SPDX + "\n" * 499, 0),
    (house.licences, "src/core/a.c", "int a;\n", 1),
    (house.licences, "tests/cli/a.sh", "#!/bin/sh\n\n# SPDX-License-Identifier: MIT\n", 1),
    (house.licences, "tests/cli/a.sh", "#!/bin/sh\n# SPDX-License-Identifier: MIT\n", 0),
    (house.journaled, "src/core/a.c", SPDX + '\nchange_begin(core, "a-b");\n', 3),
    (house.journaled, "src/core/journal_op.c", SPDX + 't = { { "a-b", 1 } };\nchange_begin(core, "a-b");\n', 0),
    (house.cursors_follow, "src/tui/a.c", SPDX + "const ViewOps a = {\n\t.kind = VIEW_SCREEN,\n\t.list = b,\n};\n", 2),
    (house.cursors_follow, "src/tui/a.c", SPDX + "const ViewOps a = {\n\t.kind = VIEW_SCREEN,\n\t.list = b,\n"
     "\t.row_key = c,\n};\nstatic const ViewOps d = {\n\t.kind = VIEW_POPUP,\n\t.list = b,\n};\n", 0),
    (house.nothing_left_open, "src/core/a.c", SPDX + f"// {OPEN_MARK}: more\n", 2),
    (house.nothing_left_open, "README.md", f"one\n{OPEN_MARK}\n", 2),
]


def found(rule, path, text):
    with tempfile.TemporaryDirectory() as directory:
        for name, content in (("src/db/db.h", SPDX), (path, text)):
            file = Path(directory, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        return list(rule(house.Tree(directory)))


def main():
    bad = 0
    for number, (rule, path, text, line) in enumerate(CASES, 1):
        lines = found(rule, path, text)
        kept = not lines if line == 0 else len(lines) == 1 and lines[0].startswith(f"{path}:{line}: ")
        bad += not kept
        print(f"{'ok' if kept else 'not ok'} {number} - {rule.__name__} {path}, line {line}")
        for each in [] if kept else lines or ["nothing found"]:
            print(f"#   {each}")
    print(f"1..{len(CASES)}")
    return bad > 0


if __name__ == "__main__":
    sys.exit(main())
