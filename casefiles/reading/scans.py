"""Pages that must be recognised, two at a time, while the pages around them are read; the order of pages is kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from casefiles.model import Line, Mark, Page
from casefiles.reading.source import Source

if TYPE_CHECKING:
    from PIL import Image

WORKERS = 2
WAITING = 4  # pictures held at once; bounds memory

Awaited = Future[tuple[tuple[Line, ...], tuple[Mark, ...]]]


def recognised(pages: Iterable[Page | Image.Image], source: Source, total: int) -> Iterator[Page]:
    """The pages in their order, pictures among them recognised; ``source`` is told of each page done."""
    queue: deque[Page | Awaited] = deque()
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


def _recognise(pool: ThreadPoolExecutor, picture: Image.Image, source: Source) -> Awaited:
    from casefiles.reading import engine, marks, ocr

    engine.flush_denormals()  # before the pool has threads: they inherit it
    return pool.submit(lambda: (ocr.lines(picture, source.ocr_cache), marks.seals(picture)))


def _finished(page: Page | Awaited, number: int) -> Page:
    if isinstance(page, Page):
        return page
    lines, marks = page.result()
    return Page(number, lines, source="ocr" if lines else "none", marks=marks)
