"""One file for each source format. A module offers ``FORMAT``, ``recognises(path)`` and ``read(path)``.

``read`` yields records (see ``statutes.importing``); what cannot be used becomes a ``Refusal`` with its place
and reason, and a source that cannot be used at all raises ``ImportRefused``.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from statutes.importing import ImportRefused, Record, readable


def importers() -> dict[str, ModuleType]:
    """Every importer by its format name; a new file in this folder is found by its place."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    return {module.FORMAT: module for module in modules if hasattr(module, "FORMAT")}


def read_source(path: Path, format: str = "auto") -> tuple[str, Iterator[Record]]:
    """The format of ``path`` and its records. Raises ImportRefused where no importer can read it."""
    available = importers()
    readable(path)
    if format == "auto":
        format = next((name for name, module in available.items() if module.recognises(path)), "")
    if format not in available:
        raise ImportRefused(f"认不出 {path.name} 的格式。请用 --format 指明，可用：{'、'.join(sorted(available))}。")
    return format, available[format].read(path)
