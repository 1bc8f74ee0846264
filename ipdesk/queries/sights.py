"""One page of a file as it is shown beside a finding: its picture or its lines, with the places marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from casefiles.model import Box, Evidence, Fact, Page, Review
from ipdesk.access import Actor
from ipdesk.queries.redaction import eyes_of, in_series
from ipdesk.queries.snapshots import entry_of, stored_reading
from ipdesk.queries.uploads import openable, visible_upload
from ipdesk.refusals import NotFound
from ipdesk.services.reviews import kept, newest_review
from ipdesk.tables import Upload

DRAWN = frozenset({"pdf", "image"})
MARK = re.compile(r"(?P<of>[fmec])(?P<first>[0-9]{1,4})\.(?P<second>[a-z0-9_]{1,60})")


@dataclass(frozen=True, slots=True)
class LineShown:
    """One line of a page without a picture."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Sight:
    """Page ``number`` of ``pages`` of the upload, or of the file ``entry`` inside it. ``mark`` names the place as the address
    does.

    ``drawn``: it has a picture, on which ``boxes`` are marked; else it has ``lines``.
    """

    upload: Upload
    entry: str
    number: int
    pages: int
    drawn: bool
    lines: tuple[LineShown, ...]
    boxes: tuple[Box, ...]
    quote: str
    mark: str

    @property
    def file(self) -> str:
        """The name of the file in the dossier."""
        return f"{self.upload.file_name}/{self.entry}" if self.entry else self.upload.file_name


def sight_of(actor: Actor, upload_id: str, number: int, mark: str, entry: str = "") -> Sight:
    """The page, with the place ``mark`` names: ``f<finding>.<place>``, ``m<material>.<field>``, ``e<element>.<passage>`` or
    ``c<chain>.<link>`` of the newest review.

    A mark that names nothing any more marks nothing. Raises NotFound where the file or the page is not there.
    """
    upload = visible_upload(actor, upload_id)
    reading = stored_reading(upload, entry)
    pages = {page.number: page for page in reading.pages}
    if number < 1 or ((pages or entry) and number not in pages):
        raise NotFound(f"《{entry or upload.file_name}》没有第 {number} 页。", "请从案卷重新打开。")
    place = _place(upload, entry, mark)
    here = place if place and place[0] == number else None
    eyes = eyes_of(actor, openable(actor, upload.case_id), {upload.file_name: upload.id})
    return Sight(
        upload=upload,
        entry=entry,
        number=number,
        pages=max(pages, default=1),
        drawn=reading.format in DRAWN,
        lines=_lines(pages.get(number), here[1] if here else "", eyes.shown),
        boxes=(here[2],) if here and here[2] else (),
        quote=eyes.shown(here[1]) if here else "",
        mark=mark,
    )


def _lines(page: Page | None, quote: str, shown: Callable[[str], str]) -> tuple[LineShown, ...]:
    wanted = {line.strip() for line in quote.splitlines() if line.strip()}
    lines = page.lines if page else ()
    return tuple(LineShown(shown(line.text), _is_quoted(line.text.strip(), wanted)) for line in lines)


def _is_quoted(line: str, wanted: set[str]) -> bool:
    """Whether the line is, holds or belongs to a quote; very short ones would be found everywhere."""
    return bool(line) and any(
        line == one or (len(one) >= 4 and one in line) or (len(line) >= 6 and line in one) for one in wanted
    )


def _place(upload: Upload, entry: str, mark: str) -> tuple[int, str, Box | None] | None:
    """Page, quote and box of the place ``mark`` names in this very file."""
    named = MARK.fullmatch(mark)
    row = newest_review(upload.case_id)
    if named is None or row is None:
        return None
    review = kept(row)
    first, found = _marked(review, named["of"], int(named["first"]), named["second"])
    if found is None:
        return None
    photos = next((one.files for one in review.materials if one.files and one.file == first), ())
    file, page = in_series(photos, first, found.page)
    if row.uploads.get(file) != upload.id or entry_of(file) != entry:
        return None
    return page or 1, found.quote, found.box


def _marked(review: Review, of: str, first: int, second: str) -> tuple[str, Evidence | Fact | None]:
    if of == "m":
        material = next(iter(review.materials[first:]), None)
        return (material.file, material.fields.get(second)) if material else ("", None)
    places = _places(review, of, first)
    place = places[int(second)] if second.isdecimal() and int(second) < len(places) else None
    return (place.file, place) if place else ("", None)


def _places(review: Review, of: str, first: int) -> Sequence[Evidence | None]:
    """The places of one finding, of one element's passages, or of one chain's links (a missing link has none)."""
    if of == "f":
        return review.findings[first].evidence if first < len(review.findings) else ()
    if of == "e":
        return [one.evidence for one in review.elements[first].passages] if first < len(review.elements) else ()
    return [link.evidence for link in review.chains[first].links] if first < len(review.chains) else ()
