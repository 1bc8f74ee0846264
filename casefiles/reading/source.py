"""One file on its way through a format: where it is, what it is called, what it may cost, and whom to tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from casefiles.model import Page, Problem
from casefiles.reading.limits import Limits
from casefiles.reading.problems import letter

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Source:
    """What a format is given. ``name`` is the name the applicant knows the file by; ``path`` only finds its bytes."""

    path: Path
    name: str
    limits: Limits = field(default_factory=Limits)
    progress: Progress | None = None
    ocr_cache: Path | None = None
    on_page: Callable[[Page], None] | None = None
    problems: list[Problem] = field(default_factory=list)

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
