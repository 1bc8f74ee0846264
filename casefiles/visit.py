"""One folder pre-reviewed in a process of its own: ``python -m casefiles.visit FOLDER AS_OF OFFICE [OFFENCE]``.

For visitors, of whom nothing is kept. Everything that looks at their files, the understanding and the checks included,
happens here, under limits, so that a hostile file costs this process alone. Out come JSON lines on standard output:
``{"file", "done", "files", "page", "pages"}`` while it reads, at the end ``{"result": …}`` (``casefiles.result``).
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from casefiles.folder import files_under, name_in
from casefiles.intake import Content, contents_of, materials_in
from casefiles.model import Dossier
from casefiles.offices import office
from casefiles.prereview import review
from casefiles.reading.confinement import die_with_parent
from casefiles.reading.limits import MEBIBYTE, Limits
from casefiles.reading.process import Reader
from casefiles.reading.source import Progress
from casefiles.result import to_json

LIMITS = Limits(
    pages=60, size=20 * MEBIBYTE, unpacked=64 * MEBIBYTE, pixels=60_000_000, rows=5000, characters=200_000, seconds=90.0
)
CPU_SECONDS = 240
MEMORY = 4096 * MEBIBYTE


def main(arguments: list[str]) -> None:
    """Read, judge, tell. Raises what the arguments deserve: they are ours, not the visitor's."""
    die_with_parent()
    with suppress(ValueError, OSError):  # a machine that forbids it has limits of its own
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    folder, as_of, office_code, *offence = arguments
    dossier = Dossier(date.fromisoformat(as_of), materials_in(_read(Path(folder))), offence[0] if offence else None)
    _tell(result=to_json(review(dossier, office=office(office_code))))


def _read(folder: Path) -> list[Content]:
    files, found = files_under(folder), list[Content]()
    with Reader(limits=LIMITS) as reader:
        for done, path in enumerate(files):
            told = partial(_tell, file=name_in(folder, path), done=done, files=len(files))
            told(page=0, pages=0)
            read = partial(reader.read, progress=_pages(told))
            found += contents_of(folder, path, read)
    return found


def _pages(told: Callable[..., None]) -> Progress:
    return lambda page, pages: told(page=page, pages=pages)


def _tell(**message: Any) -> None:
    sys.stdout.write(json.dumps(message, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
