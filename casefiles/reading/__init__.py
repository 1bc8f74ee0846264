"""Reading: the bytes of one file become pages of lines with their places, or a problem with its remedy.

    read(path)                       in this process
    with Reader() as reader: …       in a process of its own, with limits (see ``process``)

Type is found in the bytes, never in the extension. Heavy libraries are imported by the format that needs them, when it does.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TypeVar

from casefiles.model import Page, Reading
from casefiles.reading import formats
from casefiles.reading.inside import Inside, read_whole
from casefiles.reading.limits import Limits
from casefiles.reading.problems import Unreadable
from casefiles.reading.signature import Signature, signature
from casefiles.reading.source import Progress, Room, Source

logger = logging.getLogger(__name__)

Thing = TypeVar("Thing")

__all__ = ["Limits", "Progress", "read", "read_source"]


def read(
    path: Path,
    *,
    name: str | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
    ocr_cache: Path | None = None,
) -> Reading:
    """Read the file at ``path`` in this process. Never raises for what the file holds: that becomes a problem of the reading.

    ``name`` is what the applicant calls the file (its own name by default); ``progress`` is called with pages done and
    pages in all;
    ``ocr_cache`` is a folder in which recognised pages are kept by the hash of their picture.
    """

    def one(path: Path, name: str, limits: Limits, room: Room | None, progress: Progress | None) -> tuple[Reading, Inside]:
        source = Source(path, name, limits, progress, ocr_cache, room=room)
        return read_source(source), source.enclosed

    return read_whole(one, path, name or path.name, limits or Limits(), progress)


def read_source(source: Source) -> Reading:
    """The one file of ``source``; what it encloses lies in the source's room afterwards, unread."""
    pages: list[Page] = []
    found = "unknown"
    try:
        sign = _signature(source)
        format_ = formats.recognise(sign, source.name)
        found = format_.__name__.rpartition(".")[2]
        _collect(format_, source, sign, pages)
    except Unreadable as refusal:
        source.report(refusal.code, page=refusal.page, **refusal.facts)
    if not source.problems and not source.enclosed and not _says_anything(found, pages):
        source.report("unreadable.empty")
    return Reading(found, tuple(pages), tuple(source.problems))


def _signature(source: Source) -> Signature:
    try:
        sign = signature(source.path)
    except OSError as error:
        raise Unreadable("unreadable.damaged", detail="文件不存在或者没有读取权限。") from error
    if sign.size == 0:
        raise Unreadable("unreadable.empty", detail="文件大小为零字节。")
    if sign.size > source.limits.size:
        raise Unreadable("unreadable.too_large", detail=f"文件大于 {source.limits.size >> 20} MB。")
    return sign


def _collect(format_: ModuleType, source: Source, sign: Signature, pages: list[Page]) -> None:
    """Fill ``pages`` as they come, so that what was read before a fault is kept."""
    left = source.limits.characters
    try:
        for page in format_.read(source, sign):
            whole, page = page, _within(page, left)
            left -= len(page.text)
            if page.lines or whole is page:
                pages.append(page)
                if source.on_page:
                    source.on_page(page)
            if page is not whole:
                told = f"文字过多，从第 {page.number} 页的第 {len(page.lines) + 1} 行起没有读取。"
                raise Unreadable("unreadable.too_large", page=page.number, detail=told)
    except (Unreadable, KeyboardInterrupt):
        raise
    except MemoryError as error:
        raise Unreadable("unreadable.too_large", detail="读取所需内存超出上限。") from error
    except Exception as error:  # parsers of hostile bytes raise anything at all; each of it means the same to the applicant
        logger.info("%s could not be read as %s", source.path, format_.__name__, exc_info=True)
        raise Unreadable("unreadable.damaged", detail=f"第 {len(pages) + 1} 页起无法读取。" if pages else "") from error


def _within(page: Page, characters: int) -> Page:
    """``page`` itself where its text has at most so many characters, else its first whole lines and rows that do."""
    if len(page.text) <= characters:
        return page
    lines = tuple(_first(page.lines, characters, lambda line: len(line.text)))
    tables = (
        replace(table, rows=tuple(_first(table.rows, characters, lambda row: len("\t".join(row))))) for table in page.tables
    )
    return replace(page, lines=lines, tables=tuple(table for table in tables if table.rows))


def _first(things: Iterable[Thing], most: int, size: Callable[[Thing], int]) -> Iterator[Thing]:
    """The first of ``things`` whose sizes, with one more for the end of each, come to no more than ``most``."""
    for thing in things:
        most -= size(thing) + 1
        if most < 0:
            return
        yield thing


def _says_anything(found: str, pages: list[Page]) -> bool:
    """Pictures of goods or places need no text to be evidence; a blank picture says nothing (its format leaves it out)."""
    return bool(pages) if found == "image" else any(page.text.strip() for page in pages)
