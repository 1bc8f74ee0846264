"""The container of an OFD file (GB/T 33190-2016, 7): a ZIP of XML parts that name each other by path.

Producers differ in namespaces, in the case of paths and in whether a path begins at the root or beside its part; none of it
is taken at its word here.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, cast
from xml.etree.ElementTree import Element

PART_SIZE = 64 << 20  # bytes one part may have
KEPT = 16  # parts: lists of resources are asked again for each page


class Part:
    """One XML part: its root, and where it lies, for the paths in it."""

    def __init__(self, package: Package, name: str, root: Element) -> None:
        self.package, self.name, self.root = package, name, root

    def linked(self, path: str | None) -> Part | None:
        """The part that ``path`` names, or None where there is none."""
        name = self.package.find(self.name, path)
        return self.package.part(name) if name else None


class Package:
    """The parts of one file. Raises what zipfile raises."""

    def __init__(self, path: Path) -> None:
        self._archive = zipfile.ZipFile(path)
        self._kept = lru_cache(KEPT)(self._parsed)
        self._names = {name.replace("\\", "/").lstrip("/").casefold(): name for name in self._archive.namelist()}

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def find(self, beside: str, path: str | None) -> str | None:
        """The name of the part at ``path``, seen from the part ``beside`` or from the root."""
        if not path:
            return None
        told = path.strip().replace("\\", "/")
        near = posixpath.normpath(posixpath.join(posixpath.dirname(beside), told.lstrip("/")))
        tries = (told.lstrip("/"), near) if told.startswith("/") else (near, told)
        return next((self._names[one.casefold()] for one in tries if one.casefold() in self._names), None)

    def part(self, name: str) -> Part:
        """The part ``name``; those asked for last are kept. Raises ParseError and what defusedxml forbids."""
        return self._kept(name)

    def _parsed(self, name: str) -> Part:
        from defusedxml.ElementTree import fromstring

        return Part(self, name, cast(Element, fromstring(self.bytes(name), forbid_dtd=True)))

    def bytes(self, name: str) -> bytes:
        with self._archive.open(name) as part:
            content = part.read(PART_SIZE + 1)
        if len(content) > PART_SIZE:
            raise ValueError(f"part {name} is too large")
        return content


def local(element: Any) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def below(element: Element | None, *names: str) -> Iterator[Element]:
    """The elements of these names anywhere below ``element``."""
    if element is not None:
        yield from (one for one in element.iter() if local(one) in names)


def child(element: Element | None, name: str) -> Element | None:
    """The first child of this name."""
    return next((one for one in element if local(one) == name), None) if element is not None else None


def text(element: Element | None) -> str:
    return (element.text or "").strip() if element is not None else ""


def numbers(value: str | None) -> list[float]:
    """The numbers of an array attribute; ``g 3 2.5`` stands for three times 2.5 (table 47). What is no number ends it."""
    found: list[float] = []
    words = iter((value or "").split())
    try:
        for word in words:
            if word == "g":
                times, step = int(next(words)), _finite(next(words))
                found += [step] * min(times, 10_000)
            else:
                found.append(_finite(word))
    except (ValueError, StopIteration):
        pass
    return found


def _finite(word: str) -> float:
    number = float(word)
    if not abs(number) < 1e9:  # what is not a number is not less either
        raise ValueError(word)
    return number
