"""Temporary folders for foreign files: each names the process it belongs to, so that what a killed one left can be told."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

_NAMED = re.compile(r"ipdesk-(\d+)-\w+")


def own_room() -> tempfile.TemporaryDirectory[str]:
    """A temporary folder of this process."""
    return tempfile.TemporaryDirectory(prefix=f"ipdesk-{os.getpid()}-")


def sweep_rooms() -> int:
    """Remove the folders of processes that are no more, and those under this process's own number; how many.

    For a process that has just begun and has no room yet: what bears its number is of an earlier one.
    """
    left = [room for room in Path(tempfile.gettempdir()).glob("ipdesk-*") if _is_left(room)]
    for room in left:
        shutil.rmtree(room, ignore_errors=True)
    return sum(not room.exists() for room in left)


def _is_left(room: Path) -> bool:
    named = _NAMED.fullmatch(room.name)
    return named is not None and room.is_dir() and not room.is_symlink() and _is_gone(int(named[1]))


def _is_gone(process: int) -> bool:
    if process == os.getpid():
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False
