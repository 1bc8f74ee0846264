"""A visitor's pre-review: files into a temporary folder, one limited process, a result, and nothing left behind.

No row, no vault, no cache: what remains is one line in the audit chain that counts the visit, without address or names.
"""

from __future__ import annotations

import json
import os
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from werkzeug.datastructures import FileStorage

from casefiles.model import Review
from casefiles.reading.child import clear, surroundings
from casefiles.stored import from_json
from ipdesk import audit, clock
from ipdesk.config import MEBIBYTE
from ipdesk.database import transaction
from ipdesk.refusals import Invalid, TooMuch, Unavailable
from ipdesk.services.file_names import clean_name, free_name
from ipdesk.storage import settings

FILES = 12
FILE_SIZE = 10 * MEBIBYTE
TOTAL_SIZE = 30 * MEBIBYTE
SECONDS = 180.0
AT_ONCE = 2  # visits side by side in one process of the desk
TOO_LONG = "预审用时过长，已经停止，上传的文件已经删除。"
FAILED = "预审没有完成，上传的文件已经删除。"
PREFIX = "ipdesk-visit-"
STALE = 3600.0  # seconds; a folder as old belongs to a desk that was killed

_seats = threading.BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True, slots=True)
class Step:
    """How far the reading is: ``done`` of ``files``, and of the present file ``page`` of ``pages`` (0: not known yet)."""

    file: str
    done: int
    files: int
    page: int
    pages: int


class Visit:
    """One visit. Go through ``steps`` to its end; then there is a ``review``, or a ``letter`` that says why there is none.

    ``close`` ends the process and removes every file; call it in any case.
    """

    def __init__(self, offence: str | None) -> None:
        self.review: Review | None = None
        self.letter = ""
        self._offence = offence
        self._room = tempfile.TemporaryDirectory(prefix=PREFIX)
        self.folder.mkdir()
        self.work.mkdir()
        self._process: subprocess.Popen[bytes] | None = None
        self._seated = True

    @property
    def folder(self) -> Path:
        """Where the visitor's files lie."""
        return Path(self._room.name) / "files"

    @property
    def work(self) -> Path:
        """Where the process and its own processes lay what they need meanwhile."""
        return Path(self._room.name) / "work"

    def take(self, files: Sequence[FileStorage]) -> None:
        """Lay the files down. Raises TooMuch for one, or all together, over the limits."""
        taken: set[str] = set()
        total = 0
        for file in files:
            name = free_name(clean_name(file.filename), taken)
            taken.add(name)
            file.save(self.folder / name)
            size = (self.folder / name).stat().st_size
            total += size
            if size > FILE_SIZE or total > TOTAL_SIZE:
                told = f"《{name}》超过 {FILE_SIZE // MEBIBYTE} MB，或者全部文件超过 {TOTAL_SIZE // MEBIBYTE} MB，没有预审。"
                raise TooMuch(told, "请分批预审；注册账号后可以上传更大的文件。")

    def steps(self) -> Iterator[Step]:
        """Read and judge; a step each time something was read."""
        try:
            for message in self._messages():
                if "result" in message:
                    self.review = from_json(message["result"])
                else:
                    yield Step(**message)
        finally:
            self.close()
        if self.review is None:
            self.letter = self.letter or FAILED
        else:
            _count(self.review)

    def close(self) -> None:
        """End the process and remove the folder; may be called twice."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            if self._process.stdout:
                self._process.stdout.close()
            self._process = None
        clear(self._room)
        if self._seated:
            self._seated = False
            _seats.release()

    def _messages(self) -> Iterator[dict[str, Any]]:
        self._process = process = _start(self.folder, self.work, self._offence)
        assert process.stdout  # noqa: S101  # a pipe, as asked for
        until, left = time.monotonic() + SECONDS, bytearray()
        with selectors.DefaultSelector() as waiting:
            waiting.register(process.stdout, selectors.EVENT_READ)
            while waiting.select(max(0.0, until - time.monotonic())):
                piece = os.read(process.stdout.fileno(), 1 << 16)
                if not piece:
                    return
                *lines, rest = (bytes(left) + piece).split(b"\n")
                left = bytearray(rest)
                yield from map(json.loads, lines)
        self.letter = TOO_LONG


def receive(files: Sequence[FileStorage], *, offence: str | None, understood: bool) -> Visit:
    """The visit for ``files``, whose steps are still to be gone through; the caller closes it.

    Raises Invalid (no file, too many, the warning not confirmed), TooMuch, and Unavailable while all seats are taken.
    """
    if not understood:
        told = "请确认文件里没有国家秘密，也没有不宜在线提交的商业秘密。"
        raise Invalid("还没有确认下面的提醒，没有预审。", "请阅读后勾选，再选择文件。", fields={"understood": told})
    if not 1 <= len(files) <= FILES:
        told = f"请选择 1 到 {FILES} 个文件。" if not files else f"一次最多预审 {FILES} 个文件，这次选择了 {len(files)} 个。"
        raise Invalid(told, "请调整后再试；注册账号后没有这个限制。", fields={"files": told})
    if not _seats.acquire(blocking=False):
        raise Unavailable("现在预审的访客较多，请稍等一两分钟再试。", "您的文件没有保存。")
    try:
        _clear_stale()
        visit = Visit(offence)
    except BaseException:
        _seats.release()
        raise
    try:
        visit.take(files)
    except BaseException:
        visit.close()
        raise
    return visit


def _start(folder: Path, work: Path, offence: str | None) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "casefiles.visit", str(folder), clock.today().isoformat(), settings().office]
    return subprocess.Popen(  # noqa: S603  # our own module; the offence is one of ours
        [*command, *([offence] if offence else [])],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=surroundings(work),
        start_new_session=True,
    )


def _clear_stale() -> None:
    """Remove what visits left that a killed desk could not end."""
    for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > STALE:
                shutil.rmtree(left, ignore_errors=True)


def _count(review: Review) -> None:
    with transaction() as session:
        audit.record(session, "visit.prechecked", actor="visitor", files=len({one.file for one in review.materials}))
