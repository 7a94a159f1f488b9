# SPDX-License-Identifier: MIT
"""A program on a pseudo-terminal, and what it does there: bytes, write() calls, time, memory."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

KEYS = {
    "Up": "\x1bOA", "Down": "\x1bOB", "Right": "\x1bOC", "Left": "\x1bOD", "Home": "\x1bOH",
    "End": "\x1bOF", "PgUp": "\x1b[5~", "PgDn": "\x1b[6~", "Enter": "\r", "Esc": "\x1b",
    "Tab": "\t", "F2": "\x1bOQ", "F10": "\x1b[21~", "Backspace": "\x7f",
}
QUIET = 0.06  # so long without a byte, and the answer to a key is whole
FIRST = 0.4  # so long until its first byte; Esc alone waits for what may follow it
CURSOR_REQUEST = re.compile(rb"\x1b\[6n|\x1b\[0?c|\x1b\[>0?c")


class Answer:
    """What came for one key: bytes, write() calls (None where the system does not tell), ms."""

    def __init__(self, data, writes, ms):
        self.data, self.bytes, self.writes, self.ms = data, len(data), writes, ms


class Terminal:
    def __init__(self, command, env, rows=24, cols=80):
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))
        name = os.ttyname(slave)
        self.master, self.started = master, time.perf_counter()
        self.pid = os.posix_spawnp(
            command[0], command, {"PATH": os.environ["PATH"], "TERM": "xterm-256color", **env},
            setsid=True,
            file_actions=[(os.POSIX_SPAWN_OPEN, 0, name, os.O_RDWR, 0)]
            + [(os.POSIX_SPAWN_DUP2, 0, fd) for fd in (1, 2)])
        os.close(slave)

    def _read(self, timeout):
        if not select.select([self.master], [], [], timeout)[0]:
            return b""
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:  # the program has ended
            return b""
        # The terminal's own answers: where the cursor stands (a probe of one column), what it is.
        for request in CURSOR_REQUEST.findall(data):
            os.write(self.master, b"\x1b[1;2R" if request == b"\x1b[6n" else b"\x1b[?62;22c")
        return data

    def wait(self, since, first=FIRST, quiet=QUIET):
        """Everything until it is quiet, with the ms from `since` to the last byte."""
        data, last, patience = b"", since, first
        while piece := self._read(patience):
            data, last, patience = data + piece, time.perf_counter(), quiet
        return data, (last - since) * 1000

    def open(self):
        data, ms = self.wait(self.started, first=5)
        return Answer(data, None, ms)

    def writes(self):
        try:
            with open(f"/proc/{self.pid}/io", encoding="ascii") as file:
                return int(re.search(r"syscw: (\d+)", file.read()).group(1))
        except (OSError, AttributeError):
            return None

    def key(self, *keys):
        """Presses keys in one go, as if typed ahead; a name of KEYS or text as it is."""
        before = self.writes()
        since = time.perf_counter()
        os.write(self.master, "".join(KEYS.get(key, key) for key in keys).encode())
        data, ms = self.wait(since)
        after = self.writes()
        return Answer(data, None if before is None or after is None else after - before, ms)

    def idle(self, seconds):
        data, _ = self.wait(time.perf_counter(), first=seconds, quiet=seconds)
        return len(data)

    def peak_kb(self):
        with open(f"/proc/{self.pid}/status", encoding="ascii") as file:
            return int(re.search(r"VmHWM:\s+(\d+) kB", file.read()).group(1))

    def close(self):
        try:
            os.kill(self.pid, signal.SIGTERM)
        except ProcessLookupError:
            pass
        while self._read(0.5):
            pass
        os.close(self.master)
        os.waitpid(self.pid, 0)
