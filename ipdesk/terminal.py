"""What long work shows in a terminal: one line that fills up, on stderr so that results stay clean."""

from __future__ import annotations

import sys
import time
from typing import TextIO

WIDTH = 30
REDRAW_SECONDS = 0.1


class Bar:
    """A progress bar. Where stderr is no terminal it prints its label once, and again when done."""

    def __init__(self, label: str, out: TextIO | None = None) -> None:
        self.label = label
        self.out = out or sys.stderr
        self.drawn_at = 0.0
        self.said: set[str] = set()

    def update(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` parts are finished; ``total`` 0 means it is not known yet."""
        finished = total > 0 and done >= total
        if not self.out.isatty():
            self._say(f"{self.label} …" if not finished else f"{self.label}：完成（{total}）")
            return
        if not finished and time.monotonic() - self.drawn_at < REDRAW_SECONDS:
            return
        self.drawn_at = time.monotonic()
        filled = WIDTH * done // total if total else 0
        print(f"\r{self.label} {'█' * filled}{'░' * (WIDTH - filled)} {done}/{total or '?'}", end="", file=self.out)
        if finished:
            print(file=self.out)
        self.out.flush()

    def _say(self, line: str) -> None:
        if line not in self.said:
            self.said.add(line)
            print(line, file=self.out, flush=True)
