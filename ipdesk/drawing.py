"""Draws one page of an original as PNG on standard output: ``python -m ipdesk.drawing PATH PAGE WIDTH [ENTRY]``.

ENTRY is the path of a file inside it, of which the page is. A process of its own, with limits: the drawing library is not
safe among threads, and what a hostile file breaks is this process alone.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

MEMORY = 3 << 30  # bytes of address space
SECONDS = 30  # of processor time
REFUSED = 3  # the exit code when the page cannot be drawn; the reason stands on standard error


def main() -> int:
    from casefiles.reading.confinement import die_with_parent
    from casefiles.reading.picture import NoPicture, page_picture

    die_with_parent()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        path, page, width, *entry = sys.argv[1:]
        sys.stdout.buffer.write(page_picture(Path(path), int(page), width=int(width), entry="".join(entry)))
    except NoPicture as why:
        sys.stderr.write(str(why))
        return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main())
