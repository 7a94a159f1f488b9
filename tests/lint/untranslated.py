#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What stands between the strings of src/ and their English, as TAP: untranslated.py [TREE]

With --write, puts assets/lang/en.po in order, drops what no source says any more, and adds an empty
msgstr for each new string; the build refuses an empty one, so that none is forgotten.
"""
import re
import sys
import unicodedata
from pathlib import Path

sys.dont_write_bytecode = True
import house

CATALOGUE = "assets/lang/en.po"
# As src/base/tr.awk reads them: flags and widths may differ, "*" and the types may not.
CONVERSION = re.compile(r"%[-+#0-9.*]*((?:hh|h|ll|l|j|z|t|L)?[a-zA-Z%$])")
BAR_COLUMNS = 11  # of one label, with nine others of four or five beside it on 80
TITLE_COLUMNS = 33  # of src/tui/op_list.c
LINE_COLUMNS = 78  # what a line of the smallest usual screen shows
ESCAPES = {"n": "\n", "t": "\t"}


def decoded(text):
    return re.sub(r"\\(.)", lambda m: ESCAPES.get(m.group(1), m.group(1)), text)


def width(text):
    return sum((2 if unicodedata.east_asian_width(c) in "WF" else 1)
               for c in decoded(text) if not unicodedata.combining(c))


def conversions(text):
    return [("*" * m.group().count("*")) + m.group(1) for m in CONVERSION.finditer(text)]


def cuts(picture):
    return picture.read_text(encoding="utf-8").count("…")


class Entry:
    def __init__(self, english, fit, line):
        self.english, self.fit, self.line = english, fit, line


def marked(source):
    """(offset, text) of each tr("…") and N_("…"), neighbouring literals joined."""
    tokens = [(m.lastgroup, m.group(), m.start()) for m in house.TOKEN.finditer(source.text)
              if m.lastgroup not in ("comment", "newline", "space")]
    for i, (_, word, offset) in enumerate(tokens):
        if word not in ("tr", "N_") or tokens[i + 1][1] != "(":
            continue
        literals = []
        for kind, text, _ in tokens[i + 2:]:
            if kind != "string":
                break
            literals.append(text[1:-1])
        if literals:
            yield offset, "".join(literals)


def strings(tree):
    """Vietnamese → where it is said first."""
    found = {}
    for source in tree.sources:
        if source.path == "src/base/tr.h":
            continue
        for offset, text in marked(source):
            found.setdefault(text, f"{source.path}:{source.line(offset)}")
    return found


class Rooms(dict):
    """Columns that the words of the operations' tables have: what stands under a function key, and
    titles in help and menu. A row is name, title, keys, label …"""

    def __init__(self, tree):
        super().__init__()
        word = r'(?:N_\("([^"]*)"\)|NULL)'
        row = re.compile(r'\{\s*"[a-z-]+",\s*' + word + r',\s*"[^"]*",\s*' + word)
        for source in tree.sources:
            for match in row.finditer(source.text):
                self.update({match.group(1): TITLE_COLUMNS} if match.group(1) else {})
        for source in tree.sources:
            for match in row.finditer(source.text):
                label = match.group(2)
                self.update({label: max(width(label), BAR_COLUMNS)} if label else {})


def read(path):
    """The comment at the head, and Vietnamese → Entry in the file's order."""
    head, entries, fit, key = [], {}, False, None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#, fit"):
            fit = True
        elif line.startswith("msgid "):
            key = line[7:-1]
        elif line.startswith("msgstr "):
            entries[key] = Entry(line[8:-1], fit, number)
            fit = False
        elif not entries and key is None:
            head.append(line)
    return head, entries


def write(path, head, entries, said):
    out = [line for line in head]
    for key in sorted(said, key=lambda k: decoded(k).encode()):
        entry = entries.get(key, Entry("", False, 0))
        out += ["#, fit"] if entry.fit else []
        out += [f'msgid "{key}"', f'msgstr "{entry.english}"', ""]
    path.write_text("\n".join(out[:-1]) + "\n", encoding="utf-8")


def none_missing(said, entries, rooms):
    """every string has its English"""
    for key, where in said.items():
        if key not in entries or not entries[key].english:
            yield f'{where}: "{key}"'


def none_left_over(said, entries, rooms):
    """every English string is still said"""
    for key, entry in entries.items():
        if key not in said:
            yield f'{CATALOGUE}:{entry.line}: "{key}"'


def same_arguments(said, entries, rooms):
    """the English takes the same arguments in the same order"""
    for key, entry in entries.items():
        if conversions(key) != conversions(entry.english):
            yield f'{CATALOGUE}:{entry.line}: "{entry.english}"'


def same_ends(said, entries, rooms):
    """the English begins and ends with the same blanks and line feeds"""
    for key, entry in entries.items():
        ends = [(re.match(r"\s*", decoded(text)).group(), re.search(r"\s*$", decoded(text)).group())
                for text in (key, entry.english)]
        if ends[0] != ends[1]:
            yield f'{CATALOGUE}:{entry.line}: "{entry.english}"'


def room_of(key, where, entry, rooms):
    if key in rooms:
        return rooms[key]
    if entry.fit:
        return width(key)
    return LINE_COLUMNS if where.startswith("src/tui/") and width(key) <= LINE_COLUMNS else 999


def fits(said, entries, rooms):
    """what must fit is no wider than its Vietnamese, its place under a key or in the menu, or a line"""
    for key, entry in entries.items():
        room = room_of(key, said.get(key, ""), entry, rooms)
        if width(entry.english) > room:
            yield f'{CATALOGUE}:{entry.line}: "{entry.english}" needs {width(entry.english)} of {room}'


def all_english(said, entries, rooms):
    """no Vietnamese is left in the English, but for examples in quotes and names"""
    for key, entry in entries.items():
        rest = re.sub(r'''“[^”]*”|"[^"]*"|\([^)]*\)|TP |Bãi Vòng|Nguyễn Văn A|Việt Nam''', "",
                      decoded(entry.english))
        if any(ord(c) > 127 and unicodedata.category(c)[0] == "L" for c in rest):
            yield f'{CATALOGUE}:{entry.line}: "{entry.english}"'


def cuts_no_more(tree):
    """no picture in English cuts more words than the same in Vietnamese"""
    for picture in tree.files("tests/screens/golden/*-en.txt"):
        source = picture.with_name(picture.name.replace("-en.txt", "-80x24.txt"))
        if source.exists() and cuts(picture) > cuts(source):
            yield f"{picture.relative_to(tree.root)}: {cuts(picture)} cuts, not {cuts(source)}"


def in_order(said, entries, rooms):
    """the file is sorted by its Vietnamese (--write sorts it)"""
    before = b""
    for key, entry in entries.items():
        if decoded(key).encode() < before:
            yield f'{CATALOGUE}:{entry.line}: "{key}"'
        before = decoded(key).encode()


CHECKS = [none_missing, none_left_over, same_arguments, same_ends, fits, all_english, in_order]


def main(arguments):
    roots = [a for a in arguments if a != "--write"]
    tree = house.Tree(roots[0] if roots else ".")
    path = tree.root / CATALOGUE
    head, entries = read(path)
    said, rooms = strings(tree), Rooms(tree)
    if "--write" in arguments:
        write(path, head, entries, said)
        return 0
    results = [(check.__doc__, list(check(said, entries, rooms))) for check in CHECKS]
    results.append((cuts_no_more.__doc__, list(cuts_no_more(tree))))
    for number, (name, found) in enumerate(results, 1):
        print(f"{'not ok' if found else 'ok'} {number} - {name}")
        for line in found:
            print(f"#   {line}")
    print(f"1..{len(results)}")
    return 1 if any(found for _, found in results) or not said else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
