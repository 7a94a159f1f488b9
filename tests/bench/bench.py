#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What dieuphoi costs at 80×24 on the demo data, beside mutt with 1000 mails: bench.py PROGRAM

Both are measured in this one run, on this machine. A number over its goal is marked, never a failure.
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

sys.dont_write_bytecode = True
from terminal import Terminal

STARTS = 20
MAILS = 1000
MUTTRC = """set folder="." spoolfile="mbox" mbox_type=mbox arrow_cursor sort=mailbox-order
set quit=yes move=no confirmappend=no mark_old=no mail_check=3600 record="" delete=no
set mail_check_stats=no markers=no pager_stop header_cache="" my_name=x
"""


def make_mails(path):
    with open(path, "w", encoding="utf-8") as file:
        for n in range(1, MAILS + 1):
            day = n % 28 + 1
            file.write(f"From to{n % 7}@example.org Mon Nov {day:2} 08:00:00 2021\n"
                       f"From: Tổ {n % 7} <to{n % 7}@example.org>\nTo: vp@example.org\n"
                       f"Subject: =?UTF-8?Q?B=C3=A1o_c=C3=A1o?= {n}\nMessage-ID: <{n}@example.org>\n"
                       f"Date: Mon, {day:02} Nov 2021 08:00:00 +0700\nStatus: RO\n"
                       "Content-Type: text/plain; charset=utf-8\n\n")
            file.write("".join(f"Dòng {line} của thư {n}.\n" for line in range(1, 41)) + "\n")


def press(terminal, wanted, *keys):
    """What is measured next must be what it is taken for."""
    if wanted not in terminal.key(*keys).data.decode(errors="replace"):
        sys.exit(f"bench: no “{wanted}” after {' '.join(keys)}")


class Dieuphoi:
    ready = "Toàn tỉnh"

    def __init__(self, program, home):
        self.command, self.env = [program, "--demo"], {"HOME": home}
        subprocess.run([program, "demo"], env={**os.environ, **self.env}, check=True,
                       stdout=subprocess.DEVNULL)

    def home_list(self, terminal):
        terminal.key("Home")

    def tasks(self, terminal):
        """Of the first district of the last region on the home screen."""
        terminal.key("Home", "Down", "Down", "Down")
        press(terminal, "Phụ trách", "Enter")
        press(terminal, "2.", "Enter")
        terminal.key("Home")

    def field(self, terminal):
        """The note, the last field of the form that records progress."""
        press(terminal, "Ghi chú", "F2")
        for _ in range(4):
            terminal.key("Tab")

    enter, back = ("Enter",), ("Esc",)


class Mutt:
    ready = "Msgs:1000"

    def __init__(self, home):
        make_mails(Path(home, "mbox"))
        Path(home, "muttrc").write_text(MUTTRC, encoding="utf-8")
        self.command = ["mutt", "-n", "-F", f"{home}/muttrc", "-f", f"{home}/mbox"]
        self.env = {"HOME": home, "LC_ALL": "C.UTF-8"}

    def home_list(self, terminal):
        terminal.key("Home")

    tasks = home_list

    def field(self, terminal):
        terminal.key(":")

    enter, back = ("Enter",), ("i",)


def median(values):
    return statistics.median(values) if values else None


def each(terminal, keys):
    answers = [terminal.key(key) for key in keys]
    return answers[1:]  # the first may still carry what a message line takes away


def start_ms(program):
    times = []
    for _ in range(STARTS):
        terminal = Terminal(program.command, program.env)
        first = terminal.open()
        if program.ready not in first.data.decode(errors="replace"):
            sys.exit(f"bench: no “{program.ready}” on the first screen of {program.command[0]}")
        times.append(first.ms)
        terminal.close()
    return times


def measure(program):
    """Name of a row → value; None where it could not be measured."""
    out = {"start": median(start_ms(program))}
    terminal = Terminal(program.command, program.env)
    out["start bytes"] = terminal.open().bytes
    out["idle"] = terminal.idle(2)

    def note(name, answers):
        out[f"{name} bytes"] = median([a.bytes for a in answers])
        writes = [a.writes for a in answers if a.writes is not None]
        out[f"{name} writes"] = max(writes) if writes else None
        out[f"{name} ms"] = median([a.ms for a in answers])

    program.home_list(terminal)
    note("home down", each(terminal, ["Down"] * 4))
    program.tasks(terminal)
    note("down", each(terminal, ["Down"] * 11))
    terminal.key("Home")
    note("ahead", [terminal.key(*["Down"] * 20)])
    terminal.key("Home")
    note("page", [terminal.key("PgDn")])
    terminal.key("Home")
    note("open", [terminal.key(*program.enter)])
    note("back", [terminal.key(*program.back)])
    program.field(terminal)
    note("type", each(terminal, list("tien do thang nay")))
    out["rss"] = terminal.peak_kb() / 1024
    terminal.close()
    return out


# row, unit, goal (None: none of its own)
ROWS = [
    ("start", "first full home screen", "ms", 20),
    ("start bytes", "first full home screen", "B", None),
    ("home down bytes", "Down, home", "B", 30),
    ("home down writes", "Down, home", "writes", 1),
    ("down bytes", "Down, task list", "B", 30),
    ("down writes", "Down, task list", "writes", 1),
    ("down ms", "Down, task list, to last byte", "ms", 0.3),
    ("ahead bytes", "20 Downs typed ahead, it scrolls", "B", None),
    ("ahead writes", "20 Downs typed ahead, it scrolls", "writes", 1),
    ("page bytes", "page", "B", None),
    ("page writes", "page", "writes", None),
    ("open bytes", "open", "B", None),
    ("open writes", "open", "writes", None),
    ("back bytes", "back", "B", None),
    ("back writes", "back", "writes", None),
    ("type bytes", "a letter in a field", "B", None),
    ("type writes", "a letter in a field, one to its draft", "writes", 2),
    ("idle", "idle for 2 s", "B", 0),
    ("rss", "peak memory", "MB", 10),
]


def number(value):
    if value is None:
        return "-"
    return f"{value:.0f}" if value == int(value) else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def pad(text, width):
    wide = sum(not unicodedata.combining(c) for c in text)
    return text + " " * (width - wide)


def show(own, peer):
    print(pad("at 80×24", 38) + f"{'':8}{'dieuphoi':>9}{'goal':>7}{'mutt':>9}{'ratio':>8}")
    for key, what, unit, goal in ROWS:
        mine, theirs = own.get(key), peer.get(key)
        ratio = f"{mine / theirs:.2f}" if mine is not None and theirs else "-"
        over = "  over" if goal is not None and mine is not None and mine > goal else ""
        limit = f"≤ {number(goal)}" if goal is not None else ""
        print(f"{pad(what, 38)}{unit:8}{number(mine):>9}{limit:>7}{number(theirs):>9}{ratio:>8}{over}")


def main(program):
    home = tempfile.mkdtemp(prefix="dieuphoi-bench.")
    try:
        own = measure(Dieuphoi(str(Path(program).resolve()), home))
        peer = measure(Mutt(home)) if shutil.which("mutt") else {}
    finally:
        shutil.rmtree(home, ignore_errors=True)
    show(own, peer)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "build/dieuphoi")
