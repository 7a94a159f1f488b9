#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The house rules that no compiler checks, one TAP line each: house.py [TREE]

A rule takes a Tree and yields what breaks it as "path:line: what". Exceptions are named here, each
with its reason, and nowhere else.
"""
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

# Who may include whom, as the arrows of the house go: below means everything further down too.
BELOW = {
    "main": {"cli", "tui", "report", "core", "db", "config", "term", "text", "guard", "base"},
    "cli": {"report", "core", "db", "config", "text", "guard", "base"},
    "tui": {"report", "core", "db", "term", "text", "base"},
    "report": {"core", "db", "text", "base"},
    "core": {"db", "text", "base"},
    "config": {"text", "base"},
    "term": {"text", "base"},
    "db": {"base"},
    "guard": {"base"},
    "text": {"base"},
    "base": set(),
}
# The library headers that one room alone may know.
LIBRARY_HOME = {
    "curses.h": ("src/term/curses.c",),
    "ncurses.h": ("src/term/curses.c",),
    "term.h": ("src/term/curses.c",),
    "sqlite3.h": ("src/db/",),
    "libconfig.h": ("src/config/",),
    # A glyph is judged by its code points' categories before it may reach a terminal.
    "utf8proc.h": ("src/text/", "src/term/glyph.c"),
}
# What the database room says to its library itself, and no query file could: the pragmas of a
# connection, the bounds of transactions, the ledger of migrations.
SQL_AT_HOME = {"src/db/sqlite.c", "src/db/db.c", "src/db/migrate.c"}
# Written as in SQL, but another format's own.
NOT_SQL = {"-----BEGIN SSH SIGNATURE-----"}
# Vietnamese that is not to be translated, the text room's tables aside.
NOT_FOR_TRANSLATION = {
    "src/config/directive_file.c": "words looked for in a directive",
    "src/core/org.c": "kinds of districts, as region files give them",
    "src/core/review_freeze.c": "a frozen text is one text, whoever reads it",
    "src/core/signature.c": "what is signed is one text, whoever signs it",
    "src/tui/views/review_text.c": "the heading looked for in a frozen text",
    "src/term/screen.c": "a letter sent to learn whether the terminal knows UTF-8",
}
# Before July 2025 the level was of "huyện, thành phố", after it of "xã, phường, đặc khu". Any of them is
# "địa phương" in running text; over a column of them stands the word of the day.
LEVEL = re.compile(r"\b([Hh]uyện|HUYỆN|[Tt]hị xã|[Pp]hường|PHƯỜNG)\b|ĐỊA PHƯƠNG")
KNOWS_LEVEL = {"src/core/org.c"}
# A header that its own room alone may read.
PRIVATE = r"_(parts|state|screen)\.h"
FUNCTION_LINES = 60
FILE_LINES = 500

TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<string>(?:u8|u|U|L)?"(?:\\.|[^"\\\n])*")
      | (?P<char>'(?:\\.|[^'\\\n])+')
      | (?P<newline>\n)
      | (?P<word>[A-Za-z_]\w*)
      | (?P<space>[^\S\n]+|\\\n)
      | (?P<mark>.)""",
    re.X | re.S,
)
INCLUDE = re.compile(r'^\s*#\s*include\s*(<[^>]*>|"[^"]*")', re.M)
SQL = re.compile(
    r"\b(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|PRAGMA|VACUUM|SAVEPOINT|BEGIN|COMMIT|ROLLBACK)\b"
)


class Source:
    def __init__(self, root, path):
        self.path = path.relative_to(root).as_posix()
        self.text = path.read_text(encoding="utf-8")
        parts = self.path.split("/")
        self.room = "main" if self.path == "src/main.c" else parts[1]

    def line(self, offset):
        return self.text.count("\n", 0, offset) + 1

    def at(self, offset, what):
        return f"{self.path}:{self.line(offset)}: {what}"

    def includes(self):
        for match in INCLUDE.finditer(self.text):
            yield match.start(1), match.group(1)[1:-1], match.group(1)[0] == '"'

    def strings(self):
        """(offset, text, name of the call or macro that holds it) of each literal, neighbours joined."""
        before, held = ["", ""], None
        for match in TOKEN.finditer(self.text):
            kind = match.lastgroup
            if kind in ("comment", "newline", "space"):
                continue
            if kind == "string":
                if held is None:
                    holder = before[0] if before[1] == "(" else ""
                    held = [match.start(), "", holder]
                held[1] += match.group()[1:-1]
                continue
            if held:
                yield tuple(held)
                held = None
            before = [before[1], match.group()]
        if held:
            yield tuple(held)


class Tree:
    def __init__(self, root):
        self.root = Path(root)
        self.sources = self.read("src/**/*.[ch]")
        self.tests = self.read("tests/**/*.[ch]")

    def files(self, *patterns):
        for pattern in patterns:
            for path in sorted(self.root.glob(pattern)):
                if path.is_file():
                    yield path

    def read(self, pattern):
        return [Source(self.root, path) for path in self.files(pattern)]


def layers(tree):
    """includes point downwards, and no one reads another room's private headers"""
    for source in tree.sources:
        for offset, name, own in source.includes():
            if not own:
                continue
            room, _, file = name.partition("/")
            if not file:
                yield source.at(offset, f'"{name}" is not written as "room/file.h"')
            elif room not in BELOW:
                yield source.at(offset, f'"{name}": there is no room {room}')
            elif room != source.room and room not in BELOW.get(source.room, set()):
                yield source.at(offset, f"{source.room} must not know {name}")
            elif room != source.room and re.search(PRIVATE + "$", name):
                yield source.at(offset, f"{name} is private to {room}")


def libraries(tree):
    """a library is known in its own room alone"""
    for source in tree.sources:
        for offset, name, own in source.includes():
            home = LIBRARY_HOME.get(name.split("/")[-1])
            if home and not own and not source.path.startswith(home):
                yield source.at(offset, f"<{name}> belongs to {home[0]}")


def own_header_first(tree):
    """x.c includes x.h, or its private twin x_parts.h, before all others"""
    for source in tree.sources:
        stem = source.path.removeprefix("src/").removesuffix(".c")
        if not source.path.endswith(".c") or not (tree.root / f"src/{stem}.h").exists():
            continue
        offset, name, _ = next(source.includes(), (0, "", True))
        if name != f"{stem}.h" and not re.fullmatch(stem + PRIVATE, name):
            yield source.at(offset, f'"{stem}.h" does not come first')


def translated(tree):
    """words for people stand in tr(), N_() or VN_()"""
    for source in tree.sources:
        if source.room == "text" or source.path in NOT_FOR_TRANSLATION:
            continue
        for offset, text, holder in source.strings():
            letters = any(ord(c) > 127 and unicodedata.category(c)[0] == "L" for c in text)
            if letters and holder not in ("tr", "N_", "VN_"):
                yield source.at(offset, f'"{text[:40]}" is not in tr(), N_() or VN_()')


def level_is_data(tree):
    """what the level below the province is called comes from level_word(), not from the program"""
    for source in tree.sources:
        if source.path in KNOWS_LEVEL:
            continue
        for offset, text, _ in source.strings():
            if LEVEL.search(text):
                yield source.at(offset, f'"{text[:40]}" names the level')


def queries(tree):
    """SQL stands in .sql files"""
    for source in tree.sources:
        if source.path in SQL_AT_HOME:
            continue
        for offset, text, _ in source.strings():
            if SQL.search(text) and text not in NOT_SQL:
                yield source.at(offset, f'"{text[:40]}" is SQL')


def function_sizes(tree):
    """no function over 60 lines"""
    paths = [s.path for s in tree.sources + tree.tests if s.path.endswith(".c")]
    command = ["ctags", "--languages=C", "--kinds-C=f", "--fields=ne", "-u", "-f", "-", *paths]
    tags = subprocess.run(command, cwd=tree.root, check=True, capture_output=True, text=True).stdout
    if paths and not tags:
        yield "ctags found no function"
    for tag in tags.splitlines():
        name, path, *_ = tag.split("\t")
        fields = dict(re.findall(r"\t(line|end):(\d+)", tag))
        lines = int(fields.get("end", fields["line"])) - int(fields["line"]) + 1
        if lines > FUNCTION_LINES:
            yield f"{path}:{fields['line']}: {name} has {lines} lines"


def file_sizes(tree):
    """no file over 500 lines"""
    for source in tree.sources + tree.tests:
        lines = source.text.count("\n")
        if lines > FILE_LINES:
            yield f"{source.path}:1: {lines} lines"


def licences(tree):
    """each file of code names its licence in its first lines"""
    for path in tree.files("src/**/*.[ch]", "tests/**/*.[ch]", "**/*.awk", "tests/**/*.sh",
                           "tests/**/*.py", "Makefile", ".ci/run"):
        head = path.read_text(encoding="utf-8").split("\n", 2)[:2]
        if not any("SPDX-License-Identifier: MIT" in line for line in head):
            yield f"{path.relative_to(tree.root)}:1: no SPDX line"


def journaled(tree):
    """each operation that is written to the journal stands in the table of those"""
    table = next((s.text for s in tree.sources if s.path == "src/core/journal_op.c"), "")
    for source in tree.sources:
        for match in re.finditer(r'change_begin\([^,"]+,\s*"([^"]*)"', source.text):
            if not source.path.endswith(".h") and f'{{ "{match.group(1)}",' not in table:
                yield source.at(match.start(), f'"{match.group(1)}" is not in src/core/journal_op.c')


def cursors_follow(tree):
    """a screen with a list says what its rows are, so that others' changes leave the cursor on its row"""
    for source in tree.sources:
        for match in re.finditer(r"\bconst ViewOps \w+ = \{(.*?)\n\};", source.text, re.S):
            said = set(re.findall(r"\.(\w+) = ", match.group(1)))
            if "VIEW_SCREEN" in match.group(1) and "list" in said and not said & {"row_id", "row_key"}:
                yield source.at(match.start(), "its list has neither row_key nor row_id")


def nothing_left_open(tree):
    """nothing is marked as left to do"""
    marks = re.compile("TO" r"DO|FIX" r"ME|\bXX" r"X\b|not " "implemented")
    for path in tree.files("src/**/*", "tests/**/*.[ch]", "tests/**/*.sh", "tests/**/*.py",
                           "Makefile", ".ci/*", "README.md"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if marks.search(line):
                yield f"{path.relative_to(tree.root)}:{number}: {line.strip()[:60]}"


RULES = [layers, libraries, own_header_first, translated, level_is_data, queries, function_sizes, file_sizes,
         licences, journaled, cursors_follow, nothing_left_open]


def main(root):
    tree = Tree(root)
    bad = 0
    for number, rule in enumerate(RULES, 1):
        found = list(rule(tree))
        bad += bool(found)
        print(f"{'not ok' if found else 'ok'} {number} - {rule.__doc__}")
        for line in found:
            print(f"#   {line}")
    print(f"1..{len(RULES)}")
    return 1 if bad or not tree.sources else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "."))
