"""A file and the files inside it: archives and mails are opened, what they hold is read as if it had come by itself.

People send an archive with a mail, and such a mail on with another one; what lies deeper still stays closed.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from casefiles.folder import digest
from casefiles.model import Enclosed, Reading
from casefiles.reading.limits import Limits
from casefiles.reading.problems import letter
from casefiles.reading.source import Progress, Room

DEEPEST = 2  # files inside files are opened so deep: an archive with a mail that was sent on

Inside = list[tuple[str, Path]]
ReadOne = Callable[[Path, str, Limits, Room | None, Progress | None], tuple[Reading, Inside]]


def read_whole(one: ReadOne, path: Path, name: str, limits: Limits, progress: Progress | None = None) -> Reading:
    """The reading of the file at ``path`` with what it encloses. ``one`` reads one file and lays what it holds into the room.

    All of it together keeps within the characters and seconds of ``limits``. ``progress`` tells pages, and for files
    inside a file the files.
    """
    return _Whole(one, limits, time.monotonic() + limits.seconds).read(path, name, progress, 0)


@dataclass(slots=True)
class _Whole:
    one: ReadOne
    limits: Limits
    ends: float

    def read(self, path: Path, name: str, progress: Progress | None, depth: int) -> Reading:
        with tempfile.TemporaryDirectory(prefix="ipdesk-") as folder:
            room = Room(Path(folder), depth) if depth <= DEEPEST else None
            reading, inside = self.one(path, name, self._left(), room, progress)
            self.limits = replace(self.limits, characters=max(0, self.limits.characters - _characters(reading)))
            enclosed = tuple(self._enclosed(inside, progress, depth))
        problems = reading.problems
        if len(enclosed) < len(inside):
            told = f"里面有 {len(inside)} 个文件，已读取前 {len(enclosed)} 个。"
            problems += (letter("unreadable.timeout", name, detail=told),)
        return replace(reading, problems=problems, enclosed=enclosed)

    def _enclosed(self, inside: Inside, progress: Progress | None, depth: int) -> Iterator[Enclosed]:
        """The files inside, as far as the time goes."""
        for number, (name, place) in enumerate(inside):
            if time.monotonic() >= self.ends:
                return
            if progress:
                progress(number, len(inside))
            reading = self.read(place, name.rpartition("/")[2], None, depth + 1)
            seen = digest(place)
            place.unlink()
            yield Enclosed(name, reading, seen.sha256, seen.sm3, seen.size)

    def _left(self) -> Limits:
        return replace(self.limits, seconds=max(0.0, self.ends - time.monotonic()))


def _characters(reading: Reading) -> int:
    return sum(len(line.text) + 1 for page in reading.pages for line in page.lines)
