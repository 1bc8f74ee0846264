"""Pages that must be recognised, two at a time, while the pages around them are read; the order of pages is kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casefiles.model import Box, Line, Mark, Page, Table
from casefiles.reading.layout import in_order
from casefiles.reading.source import Source

if TYPE_CHECKING:
    from PIL import Image

WORKERS = 2
WAITING = 4  # pictures held at once; bounds memory
WHOLE = Box(0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Pictured:
    """A printed page, and the picture of what it shows beside its text. The picture covers ``place`` of the page.

    The last ``across`` of the page's lines are watermarks, which may lie upon anything.
    """

    page: Page
    picture: Image.Image
    across: int = 0
    place: Box = WHOLE


@dataclass(frozen=True, slots=True)
class _Awaited:
    """A page whose picture is being recognised."""

    seen: Future[Page]
    beside: Pictured | None


def recognised(pages: Iterable[Page | Image.Image | Pictured], source: Source, total: int) -> Iterator[Page]:
    """The pages in their order, pictures among them recognised; ``source`` is told of each page done."""
    queue: deque[Page | _Awaited] = deque()
    done = 0
    with ThreadPoolExecutor(WORKERS) as pool:
        for page in pages:
            queue.append(page if isinstance(page, Page) else _recognise(pool, page, source))
            while queue and (isinstance(queue[0], Page) or sum(not isinstance(one, Page) for one in queue) >= WAITING):
                done += 1
                yield _finished(queue.popleft(), done)
                source.step(done, total)
        while queue:
            done += 1
            yield _finished(queue.popleft(), done)
            source.step(done, total)


def _recognise(pool: ThreadPoolExecutor, page: Image.Image | Pictured, source: Source) -> _Awaited:
    from casefiles.reading import engine, ocr

    engine.flush_denormals()  # before the pool has threads: they inherit it
    beside = page if isinstance(page, Pictured) else None
    picture = page.picture if isinstance(page, Pictured) else page
    return _Awaited(pool.submit(ocr.page, picture, source.ocr_cache), beside)


def _finished(page: Page | _Awaited, number: int) -> Page:
    if isinstance(page, Page):
        return page
    seen = replace(page.seen.result(), number=number)
    return _joined(page.beside, seen) if page.beside else seen


def _joined(pictured: Pictured, seen: Page) -> Page:
    """The page with what its picture says where nothing is printed; recognised, where that is more than is printed."""
    place = pictured.place
    marks = tuple(Mark(mark.kind, _within(mark.box, place)) for mark in seen.marks if mark.box)
    page = replace(pictured.page, marks=pictured.page.marks or marks)
    own = page.lines[: len(page.lines) - pictured.across]
    placed = [Line(line.text, _within(line.box, place)) for line in seen.lines if line.box]
    fresh = [line for line in placed if not any(_is_upon(line, other) for other in own)]
    if not fresh:
        return page
    tables = tuple(Table(table.rows, _within(table.box, place)) for table in seen.tables if table.box)
    lines = (*in_order(own, fresh), *page.lines[len(own) :])
    source = "ocr" if _length(fresh) > _length(own) else page.source
    return replace(page, lines=lines, tables=(*page.tables, *tables), source=source)


def _length(lines: Iterable[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _within(box: Box, place: Box) -> Box:
    """``box`` of a picture on the page on which the picture covers ``place``."""
    across, down = place.x1 - place.x0, place.y1 - place.y0
    edges = (place.x0 + box.x0 * across, place.y0 + box.y0 * down, place.x0 + box.x1 * across, place.y0 + box.y1 * down)
    return Box(*(round(edge, 4) for edge in edges))


def _is_upon(line: Line, other: Line) -> bool:
    """Whether the middle of ``line`` lies in the ``other`` line: the text was laid under the picture of itself."""
    if not line.box or not other.box:
        return False
    across, down = (line.box.x0 + line.box.x1) / 2, (line.box.y0 + line.box.y1) / 2
    return other.box.x0 <= across <= other.box.x1 and other.box.y0 <= down <= other.box.y1
