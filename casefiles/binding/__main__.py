"""The binding process: ``python -m casefiles.binding sheets PATH OUT`` and ``… bind JOB``; one JSON line out.

A process of its own, with limits: what a hostile file breaks is this process alone.
"""

from __future__ import annotations

import json
import resource
import sys
from contextlib import suppress
from pathlib import Path

from casefiles.reading.confinement import die_with_parent

MEMORY = 4 << 30  # bytes of address space
SECONDS = 120  # of processor time
REFUSED = 3  # the exit code when the file cannot be shown as sheets


def main(task: str, *arguments: str) -> int:
    die_with_parent()
    with suppress(ValueError, OSError):  # a machine that forbids it has limits of its own
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    return _sheets(*arguments) if task == "sheets" else _bind(*arguments)


def _sheets(path: str, out: str) -> int:
    from casefiles.binding.sheets import NoSheets, make_sheets

    try:
        pages = make_sheets(Path(path), Path(out))
    except NoSheets as why:
        sys.stderr.write(str(why))
        return REFUSED
    sys.stdout.write(json.dumps({"pages": pages}))
    return 0


def _bind(job: str) -> int:
    from casefiles.binding.bind import Bound, bind

    told = json.loads(Path(job).read_text(encoding="utf-8"))
    files = [Bound(Path(one["path"]), one["pages"], tuple(map(tuple, one["marks"]))) for one in told["files"]]
    bind(Path(told["frames"]), files, Path(told["out"]))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
