"""One builder at a time: a lock the operating system drops when its holder dies."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


class BuilderBusy(RuntimeError):
    """Another process is building; the message says so in Chinese."""


@contextmanager
def building(folder: Path, wait: float = 600.0) -> Iterator[bool]:
    """Hold the builder's lock of ``folder``; the value says whether another builder had to be waited for.

    Raises BuilderBusy where the other one is not done within ``wait`` seconds.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "build.lock").open("a") as lock:
        waited = not _try(lock)
        deadline = time.monotonic() + wait
        while waited and not _try(lock):
            if time.monotonic() > deadline:
                raise BuilderBusy("另一个进程正在建立索引，等候超时。请待其完成后重试；检索不受影响。")
            time.sleep(0.1)
        yield waited


def _try(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
