"""The child process as its parent sees it: start it, ask it, wait for it no longer than allowed, end it."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from casefiles.reading.rooms import own_room

ROOM = Path(__file__).parents[2]
# What a child may know of its surroundings: no secret of the desk is among it.
PASSED_ON = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH")
CHUNK = 1 << 18
LAST_BREATHS = 40
LONGEST_LINE = 256 << 20  # bytes; one page that says more than this is an attack


class Silent(Exception):
    """The child did not answer in time."""


class Gone(Exception):
    """The child died, or answers what no answer is."""


def surroundings(work: Path) -> dict[str, str]:
    """What a process that opens foreign files knows of the desk: where to find our modules, and where it may lay things."""
    passed_on = {key: os.environ[key] for key in PASSED_ON if key in os.environ}
    return {**passed_on, "TMPDIR": str(work), "PYTHONPATH": str(ROOM), "PYTHONUTF8": "1"}


def clear(folder: tempfile.TemporaryDirectory[str]) -> None:
    """Remove a folder whose processes were just killed: one of them may lay something down with its last breath."""
    for _ in range(LAST_BREATHS):
        with contextlib.suppress(OSError):
            folder.cleanup()
            return
        time.sleep(0.05)
    folder.cleanup()


class Child:
    """One process ``python -m casefiles.reading`` and its two pipes. Files come in one at a time.

    What it lays down meanwhile lies in a folder of its own that ends with it, however it ends.
    """

    def __init__(self) -> None:
        self._work = own_room()
        self._process = subprocess.Popen(  # our own interpreter and module
            [sys.executable, "-m", "casefiles.reading"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=surroundings(Path(self._work.name)),
            start_new_session=True,
        )
        assert self._process.stdin and self._process.stdout  # noqa: S101  # both are pipes, as asked above
        self._requests, self._answers = self._process.stdin, self._process.stdout
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._answers, selectors.EVENT_READ)
        self._buffer = bytearray()

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, request: dict[str, Any]) -> None:
        """Raises Gone where the child is dead."""
        try:
            self._requests.write(json.dumps(request).encode() + b"\n")
            self._requests.flush()
        except OSError as error:
            raise Gone from error

    def receive(self, seconds: float) -> dict[str, Any]:
        """The next message. Raises Silent where none came within ``seconds``, Gone where none will come."""
        line = self._line(time.monotonic() + seconds)
        try:
            message = json.loads(line)
        except ValueError as error:
            raise Gone from error
        if not isinstance(message, dict):
            raise Gone
        return message

    def end(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)  # with what it started: a program that converts old formats
        self._process.wait()
        self._selector.close()
        self._answers.close()
        with contextlib.suppress(OSError):  # a request the dead child never took
            self._requests.close()
        clear(self._work)

    def _line(self, until: float) -> bytes:
        searched = 0
        while (end := self._buffer.find(b"\n", searched)) < 0:
            searched = len(self._buffer)
            if not self._selector.select(max(0.0, until - time.monotonic())):
                raise Silent
            chunk = os.read(self._answers.fileno(), CHUNK)
            if not chunk or len(self._buffer) > LONGEST_LINE:
                raise Gone
            self._buffer += chunk
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        return line
