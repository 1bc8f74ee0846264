"""The kinds of documents a report is made of. One file here is one kind; it is found by its place."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache

from casefiles.kinds.engine.model import Kind


@lru_cache(maxsize=1)
def all_kinds() -> tuple[Kind, ...]:
    """Every kind in the order of the contract."""
    modules = (importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__) if not found.ispkg)
    return tuple(sorted((module.KIND for module in modules), key=lambda kind: kind.place))


@lru_cache(maxsize=1)
def kinds_by_code() -> dict[str, Kind]:
    """Every kind by its code."""
    return {kind.code: kind for kind in all_kinds()}
