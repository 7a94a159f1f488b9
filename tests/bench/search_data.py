#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A database with as many documents as wanted, for search_bench: search_data.py PROGRAM FILE COUNT

Words come as often as in the shipped dispatch, and a few that are rare on purpose: hiem0 … in one
document of 20,000. Two common words, cam and quyt, never stand in the same document.
"""
import random
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

TREE = Path(__file__).resolve().parents[2]
OFFICE = 1 << 40


def texts(count):
    words = re.findall(r"\w+", (TREE / "assets/directives/259-cv-tu.txt").read_text(encoding="utf-8"))
    rng = random.Random(2021)
    for n in range(count):
        start = rng.randrange(len(words) - 40)
        text = words[start:start + rng.randrange(4, 12)] + rng.choices(words, k=rng.randrange(4, 12))
        text.append("cam" if n % 2 else "quýt")
        if n % 20000 == 0:
            text.append(f"hiem{n // 20000}")
        yield " ".join(text)


def main():
    program, path, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    subprocess.run([program, "init", "--db", path, "--login", "ha", "--name", "Trần Thị Hà"],
                   check=True, stdout=subprocess.DEVNULL)
    db = sqlite3.connect(path)
    db.execute("PRAGMA synchronous = OFF")
    leaves = [row[0] for row in db.execute("SELECT id FROM leaf")]
    regions = [row[0] for row in db.execute("SELECT id FROM region")]
    person = db.execute("SELECT id FROM person").fetchone()[0]
    last = db.execute("SELECT last FROM counter").fetchone()[0]
    meetings = max(count // 100, 1)
    rng = random.Random(7)

    def day():
        return f"20{rng.randrange(15, 22)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"

    def rows():
        yield from enumerate(texts(count), OFFICE + last + meetings + 1)

    db.executemany(
        "INSERT INTO meeting (id, region_id, kind, subject, held_on, state, number_text)"
        " VALUES (?, ?, 'meeting', 'Họp', ?, ?, ?)",
        ((OFFICE + last + 1 + n, regions[n % len(regions)], day(), "final" if n % 50 else "draft",
          f"{n}-BB/TU") for n in range(meetings)))
    for id, text in rows():
        part = id % 10
        if part < 6:
            db.execute("INSERT INTO progress (id, leaf_id, state, percent, note, as_of, person_id,"
                       " entered_at) VALUES (?, ?, 'doing', 50, ?, ?, ?, 0)",
                       (id, rng.choice(leaves), text, day(), person))
        elif part < 8:
            db.execute("INSERT INTO agenda_item (id, meeting_id, position, title, proceedings)"
                       " VALUES (?, ?, 1, ?, ?)",
                       (id, OFFICE + last + 1 + rng.randrange(meetings), text[:40], text))
        else:
            db.execute("INSERT INTO conclusion (id, meeting_id, position, text) VALUES (?, ?, 1, ?)",
                       (id, OFFICE + last + 1 + rng.randrange(meetings), text))
    db.execute("UPDATE counter SET last = last + ?", (count + meetings + 1,))
    db.commit()


main()
