"""Reading in a process of its own, with limits on time and memory: a hostile file costs that process and nothing else.

    with Reader() as reader:
        reading = reader.read(path, name="控告书.pdf", progress=print)

Pages come over the pipe as they are read, so that what was read before a fault or a time limit is kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Any

from casefiles.model import Page, Problem, Reading
from casefiles.reading.child import Child, Gone, Silent
from casefiles.reading.inside import Inside, read_whole
from casefiles.reading.limits import Limits
from casefiles.reading.problems import letter
from casefiles.reading.record import page_from_json, problem_from_json
from casefiles.reading.source import Progress, Room


class Reader:
    """Reads files one after another in one child process, which is replaced after a file that killed it.

    Not for several threads at once.
    """

    def __init__(self, *, limits: Limits | None = None, ocr_cache: Path | None = None) -> None:
        """``ocr_cache`` is a folder in which recognised pages are kept by the hash of their picture."""
        self.limits = limits or Limits()
        self.ocr_cache = ocr_cache
        self._child: Child | None = None

    def __enter__(self) -> Reader:
        """Starts the child, so that it is awake when the first file comes."""
        self._child = self._child or Child()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The process that reads, where one runs."""
        return self._child.pid if self._child else None

    def close(self) -> None:
        """End the child. The reader starts another one when it is used again."""
        if self._child is not None:
            self._child.end()
            self._child = None

    def read(self, path: Path, *, name: str | None = None, progress: Progress | None = None) -> Reading:
        """As ``casefiles.reading.read``. Never raises for what the file holds, nor when it kills or hangs the child."""
        return read_whole(self._read, path, name or path.name, self.limits, progress)

    def _read(
        self, path: Path, name: str, limits: Limits, room: Room | None, progress: Progress | None
    ) -> tuple[Reading, Inside]:
        answer = _Answer(progress)
        try:
            self._ask(path, name, limits, room, answer)
        except Silent:
            self.close()
            answer.problems.append(letter("unreadable.timeout", name, detail=answer.so_far()))
        except Gone:
            self.close()
            answer.problems.append(letter("unreadable.damaged", name, detail=f"读取时出现严重错误，已停止。{answer.so_far()}"))
        except BaseException:
            self.close()  # an answer is under way in the pipe; the next file must not get it
            raise
        return Reading(answer.format, tuple(answer.pages), tuple(answer.problems)), _laid(room, answer.enclosed)

    def _ask(self, path: Path, name: str, limits: Limits, room: Room | None, answer: _Answer) -> None:
        self._child = self._child or Child()
        cache = str(self.ocr_cache) if self.ocr_cache else None
        laid = {"folder": str(room.folder), "depth": room.depth} if room else None
        about = {"path": str(path.resolve()), "name": name, "ocr_cache": cache, "limits": asdict(limits), "room": laid}
        self._child.send(about)
        ends = time.monotonic() + limits.seconds
        while not answer.ended:
            left = min(limits.seconds_per_page, ends - time.monotonic())
            answer.take(self._child.receive(left))


def _laid(room: Room | None, enclosed: list[tuple[str, str]]) -> Inside:
    """Where the enclosed files lie. Only what is in the room counts, whatever a child that was taken over may say."""
    if room is None:
        return []
    places = [(name, room.folder / Path(file).name) for name, file in enclosed]
    return [(name, place) for name, place in places if place.is_file() and not place.is_symlink()]


class _Answer:
    """What has come of one file so far."""

    def __init__(self, progress: Progress | None) -> None:
        self.format = "unknown"
        self.pages: list[Page] = []
        self.problems: list[Problem] = []
        self.enclosed: list[tuple[str, str]] = []
        self.ended = False
        self._progress = progress

    def take(self, message: dict[str, Any]) -> None:
        if "page" in message:
            self.pages.append(page_from_json(message["page"]))
        elif "progress" in message and self._progress:
            self._progress(*message["progress"])
        elif "format" in message:
            self.format = message["format"]
        elif "end" in message:
            self.format = message["end"]["format"]
            self.problems += map(problem_from_json, message["end"]["problems"])
            self.enclosed = message["end"]["enclosed"]
            self.ended = True

    def so_far(self) -> str:
        return f"已读取前 {len(self.pages)} 页。" if self.pages else ""


class Readers:
    """Several readers side by side, for callers with several threads: ``read`` takes the next idle one, and waits for it."""

    def __init__(self, processes: int = 2, *, limits: Limits | None = None, ocr_cache: Path | None = None) -> None:
        self._all = [Reader(limits=limits, ocr_cache=ocr_cache) for _ in range(max(1, processes))]
        self._idle: SimpleQueue[Reader] = SimpleQueue()
        for reader in self._all:
            self._idle.put(reader)

    def __enter__(self) -> Readers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for reader in self._all:
            reader.close()

    def read(self, path: Path, *, name: str | None = None, progress: Progress | None = None) -> Reading:
        """As ``Reader.read``; may be called from several threads at once."""
        reader = self._idle.get()
        try:
            return reader.read(path, name=name, progress=progress)
        finally:
            self._idle.put(reader)


def read_all(
    paths: Iterable[tuple[Path, str] | Path],
    *,
    progress: Callable[[int, int, str], None] | None = None,
    limits: Limits | None = None,
    ocr_cache: Path | None = None,
    processes: int = 2,
) -> list[Reading]:
    """The readings of many files, in their order, by at most ``processes`` children side by side.

    ``paths`` are paths, or pairs of a path and the name the applicant knows the file by. ``progress`` is called in the caller's
    thread with files done, files in all and the name of the next one in order not yet done (empty at the end).
    """
    files = [(path, path.name) if isinstance(path, Path) else path for path in paths]
    readings = []
    with (
        Readers(min(processes, len(files)), limits=limits, ocr_cache=ocr_cache) as readers,
        ThreadPoolExecutor(processes) as pool,
    ):
        coming = [pool.submit(readers.read, path, name=name) for path, name in files]
        for done, (one, (_, name)) in enumerate(zip(coming, files, strict=True)):
            if progress:
                progress(done, len(files), name)
            readings.append(one.result())
    if progress:
        progress(len(files), len(files), "")
    return readings
