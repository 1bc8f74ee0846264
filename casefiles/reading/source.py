"""One file on its way through a format: where it is, what it is called, what it may cost, and whom to tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Protocol

from casefiles.model import Page, Problem
from casefiles.reading.limits import Limits
from casefiles.reading.problems import letter

Progress = Callable[[int, int], None]

CHUNK = 1 << 20


class Stream(Protocol):
    """Anything with bytes to read."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Room:
    """Where the files inside a file may be laid. ``depth`` is how many files that file is itself inside of;

    ``only`` names the one that is wanted (or one it lies in), where not all are.
    """

    folder: Path
    depth: int = 0
    only: str | None = None

    def wants(self, name: str) -> bool:
        return self.only is None or self.only == name or self.only.startswith(f"{name}/")


@dataclass(slots=True)
class Source:
    """What a format is given. ``name`` is the name the applicant knows the file by; ``path`` only finds its bytes.

    ``enclosed`` are the files laid into ``room``: path inside the file, and where it lies now.
    """

    path: Path
    name: str
    limits: Limits = field(default_factory=Limits)
    progress: Progress | None = None
    ocr_cache: Path | None = None
    on_page: Callable[[Page], None] | None = None
    room: Room | None = None
    problems: list[Problem] = field(default_factory=list)
    enclosed: list[tuple[str, Path]] = field(default_factory=list)

    def report(self, code: str, *, page: int | None = None, **facts: str) -> None:
        """Note a problem that does not end the reading."""
        self.problems.append(letter(code, self.name, page=page, **facts))

    def step(self, done: int, total: int) -> None:
        """``done`` of ``total`` pages are read."""
        if self.progress:
            self.progress(done, total)

    def allowed(self, total: int, unit: str = "页") -> int:
        """How many of ``total`` pages may be read; a problem says so where that is not all."""
        if total > self.limits.pages:
            detail = f"共 {total} {unit}，只读取前 {self.limits.pages} {unit}。"
            self.report("unreadable.too_large", detail=detail)
        return min(total, self.limits.pages)

    def enclose(self, name: str, stream: Stream, *, most: int) -> int:
        """Lay a file inside this one, of at most ``most`` bytes, into the room under a number: no name becomes a path.

        How many bytes it has. Raises ValueError for more of them; then it is not kept.
        """
        if self.room is None or not self.room.wants(name):
            return 0
        place = self.room.folder / f"{len(self.enclosed)}{PurePosixPath(name).suffix[:10]}"
        size = 0
        with place.open("wb") as out:
            while piece := stream.read(CHUNK):
                size += len(piece)
                if size > most:
                    raise ValueError("more bytes than announced")
                out.write(piece)
        self.enclosed.append((name, place))
        return size
