"""One file = one format. A format is found by its place in this folder and offers

claims(sign) -> bool             whether the bytes are of this format; it must not import its library
read(source, sign) -> Iterator[Page]   the pages, one after another; raises Unreadable
RANK: int = 0                    optional; formats that claim almost anything come last
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType

from casefiles.reading.signature import Signature


@cache
def all_formats() -> tuple[ModuleType, ...]:
    """The modules of this folder, in the order in which they are asked."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    return tuple(sorted(modules, key=lambda module: (getattr(module, "RANK", 0), module.__name__)))


def recognise(sign: Signature, name: str) -> ModuleType:
    """The format of ``sign``. ``name`` only tells a wrong label from an honest one.

    Raises Unreadable where no format claims the bytes.
    """
    for format_ in all_formats():
        if format_.claims(sign):
            return format_
    from casefiles.reading.unsupported import refusal

    raise refusal(sign, name)
