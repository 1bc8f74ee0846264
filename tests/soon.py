"""A guard against inputs that hold a reader up for minutes: not a measure of speed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def soon(seconds: float = 5.0) -> Iterator[None]:
    """Fail where what is done within takes ``seconds`` of the processor; what other programs do meanwhile does not count."""
    began = time.process_time()
    yield
    took = time.process_time() - began
    assert took < seconds, f"took {took:.1f} s of the processor, {seconds:.0f} at most"
