"""The reading process: ``python -m casefiles.reading``. One JSON line in for each file, JSON lines out (see ``process``).

In:  {"path", "name", "ocr_cache", "limits", "room"}
Out: {"page": …} for each page, {"progress": [done, total]}, and at the end {"end": {"format", "problems", "enclosed"}}.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from casefiles.reading import read_source
from casefiles.reading.confinement import die_with_parent
from casefiles.reading.limits import Limits
from casefiles.reading.record import page_to_json, problem_to_json
from casefiles.reading.source import Room, Source


def main() -> None:
    """Serve requests until the parent closes the pipe."""
    die_with_parent()
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # a library that prints must not garble the answers
    for request in sys.stdin:
        _serve(json.loads(request), answers)


def _serve(request: dict[str, Any], answers: IO[str]) -> None:
    def tell(**message: Any) -> None:
        answers.write(json.dumps(message, ensure_ascii=False) + "\n")
        answers.flush()

    limits = Limits(**request["limits"])
    _bound_memory(limits.memory)
    source = Source(
        Path(request["path"]),
        request["name"],
        limits,
        progress=lambda done, total: tell(progress=[done, total]),
        ocr_cache=Path(request["ocr_cache"]) if request["ocr_cache"] else None,
        on_page=lambda page: tell(page=page_to_json(page)),
        room=Room(Path(request["room"]["folder"]), request["room"]["depth"]) if request["room"] else None,
    )
    reading = read_source(source)
    problems = [problem_to_json(problem) for problem in reading.problems]
    tell(
        end={"format": reading.format, "problems": problems, "enclosed": [[name, place.name] for name, place in source.enclosed]}
    )


def _bound_memory(memory: int) -> None:
    with suppress(ValueError, OSError):  # a machine that forbids it has limits of its own
        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
