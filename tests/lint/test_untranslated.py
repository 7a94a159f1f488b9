#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Each check of the translation finds what breaks it, and the build refuses what would crash."""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
import untranslated

SOURCE = """// SPDX-License-Identifier: MIT
static const Op ops[] = {
	{ "add", N_("Thêm buổi"), "F2", N_("Thêm"), RIGHT_READ, N_("Một " "dòng.") },
	{ 0 },
};
f(tr("%d nơi"), tr (" đ/c "), VN_("không dịch"), "không đánh dấu"); // tr("chú thích")
"""
GOOD = [("", " đ/c ", " Cde "), ("", "%d nơi", "%d places"), ("", "Một dòng.", "A line."),
        ("", "Thêm", "Add"), ("", "Thêm buổi", "Add a session")]


def changed(key, english=None, fit="", new_key=None):
    return [(fit, new_key or k, english if english is not None else e) if k == key else (f, k, e)
            for f, k, e in GOOD]


# what it is about, the entries, the numbers of the checks that fail
CASES = [
    ("all is well", GOOD, []),
    ("one is missing", GOOD[1:], [1]),
    ("one is empty", changed("Thêm", ""), [1]),
    ("a literal in two pieces is one", changed("Một dòng.", new_key="Một "), [1, 2, 4]),
    ("one is left over", GOOD + [("", "Xóa", "Delete")], [2]),
    ("another argument", changed("%d nơi", "%s places"), [3]),
    ("an argument missing", changed("%d nơi", "places"), [3]),
    ("a blank missing", changed(" đ/c ", "Cde "), [4]),
    ("too wide for the key bar", changed("Thêm", "Adds another"), [5]),
    ("too wide for the menu", changed("Thêm buổi", "Add a session " * 3 + "now"), [5]),
    ("too wide for a line", changed("Một dòng.", "A line." * 12), [5]),
    ("too wide where it must fit", changed("%d nơi", "%d places", "fit"), [5]),
    ("left in Vietnamese", changed("%d nơi", "%d nơi"), [6]),
    ("out of order", GOOD[::-1], [7]),
]
PO = 'msgid "{}"\nmsgstr "{}"\n'
REFUSED = [PO.format("a %d", "b %s"), PO.format("a %d", "b %ld"), PO.format("a %*d", "b %d"),
           PO.format("a", ""), PO.format("a", "b") * 2, 'msgid "a"\n', 'msgid "a\n', 'msgstr "a"\n',
           "one\n", 'msgid "a"\nmsgstr "b"\n"c"\n', PO.format("a %s", "b %1$s")]
TAKEN = [PO.format("%5d %%", "%2d %%"), PO.format("100 % thì", "then 100 %")]


def failures(entries):
    with tempfile.TemporaryDirectory() as directory:
        for name, text in (("src/tui/a.c", SOURCE), (untranslated.CATALOGUE, "# head\n\n" + "\n".join(
                (f"#, {f}\n" if f else "") + PO.format(k, e) for f, k, e in entries))):
            file = Path(directory, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        run = subprocess.run([sys.executable, "tests/lint/untranslated.py", directory],
                             capture_output=True, text=True)
        lines = run.stdout.splitlines()
        failed = [int(line.split()[2]) for line in lines if line.startswith("not ok")]
        assert run.returncode == bool(failed), run.stderr
        return failed


def built(text):
    with tempfile.NamedTemporaryFile("w", suffix=".po", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        run = subprocess.run([os.environ.get("AWK", "awk"), "-f", "src/base/tr.awk", file.name],
                             capture_output=True, text=True, env=os.environ | {"LC_ALL": "C"})
    return run.returncode == 0


def main():
    results = [(name, failures(entries) == wanted) for name, entries, wanted in CASES]
    results += [(f"refused: {text!r}", not built(text)) for text in REFUSED]
    results += [(f"taken: {text!r}", built(text)) for text in TAKEN]
    for number, (name, ok) in enumerate(results, 1):
        print(f"{'ok' if ok else 'not ok'} {number} - {name}")
    print(f"1..{len(results)}")
    return 0 if all(ok for _, ok in results) else 1


if __name__ == "__main__":
    sys.exit(main())
