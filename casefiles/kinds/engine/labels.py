"""Labels on a sheet: where they stand, and where the values belonging to them stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from casefiles.kinds.engine.layout import Row, Sheet

_BEFORE = (
    r"(?:^|(?<=[\s;,。、(:)\]】\"”.]))(?:[(\[]?[0-9一二三四五六七八九十]{1,2}[)\].、]|[①-⑳❶-❿⑴-⒇])?[*●○◎•·◆◇■□★☆※▪►√-]*\s*[【\[]?"
)
_NOTE = r"(?:\s*\([^()]{1,14}\)(?=\s|[:;]|$))?"
_NAMED = r"(?:(?:名称|姓名|全称)(?=\s|[:;]|$))?"
_GLOSS = r"(?:[ /]*[A-Za-z][A-Za-z .,/'’-]{1,30}(?=\s*:))?"  # 受托人 Attorney:
_COUNT = r"(?:\s*[一二三四五六0-9]{1,2}(?=\s*(?:\(|:))|[一二三四五六]{1,2}(?=\t|$))?"
_AFTER = r"(?:[*]+|[为是](?=\s*:))?(?P<sep>\s*[】\]]\s*:?|\s*\)\s*:|\s*\)(?=\t|$)|\s*[:;](?=[^:;])|\s*:|[ \t]+|$)?\s*"


_FORM_ROW = 60  # the longest row that may be one of a form

# How labels end that no kind lists; a row of one, standing among labels, is taken for a label.
_UNLISTED = re.compile(
    r"[\u4e00-\u9fa5/]{1,7}(?:名称|姓名|编号|日期|时间|请求|岗位|地址|单位|机构|机关|人员|职务|事项|金额|号码|依据|结论|意见|样品|方式|类型|类别|状态|目的|范围|电话):?"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A label at ``row``: it begins at ``start``, its value may begin at ``end``.

    ``glued``: nothing stands between label and value; ``inner``: nothing stands before the label either.
    """

    label: str
    row: int
    start: int
    end: int
    glued: bool
    inner: bool = False


def words(*texts: str) -> tuple[str, ...]:
    """The labels named in ``texts``, set off by spaces; a space within a printed label is not written."""
    return tuple(dict.fromkeys(word for text in texts for word in text.split()))


@lru_cache(maxsize=256)
def label_pattern(labels: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all ``labels``, the longest first; their characters may be set apart by spaces."""
    spaced = ("[ ]*".join(map(re.escape, label)) for label in sorted(set(labels), key=len, reverse=True))
    return re.compile(rf"{_BEFORE}(?P<label>{'|'.join(spaced)}){_COUNT}{_NOTE}{_NAMED}{_GLOSS}{_AFTER}")


def _is_in_brackets(text: str, place: int) -> bool:
    before = text[:place]
    return any(before.count(opening) > before.count(closing) for opening, closing in ("()", "[]", "“”", "《》"))


@lru_cache(maxsize=256)
def _inner_pattern(labels: tuple[str, ...]) -> re.Pattern[str]:
    """Labels long enough to be nothing else, and short ones with a colon."""
    ordered = sorted(set(labels), key=len, reverse=True)
    long = "|".join(re.escape(label) for label in ordered if len(label) >= 4 or label in ("出资额", "经营者"))
    short = "|".join(re.escape(label) for label in ordered if 2 <= len(label) < 4)
    return re.compile(rf"(?P<label>{long or '(?!)'}|(?:{short or '(?!)'})(?=\s?:)){_NOTE}{_NAMED}{_AFTER}")


def marks_of(row: Row, index: int, labels: tuple[str, ...]) -> list[Mark]:
    """The labels of one row, in order."""
    found = [
        Mark("".join(match["label"].split()), index, match.start(), match.end(), match["sep"] is None)
        for match in label_pattern(labels).finditer(row.text)
    ]
    if found and found[0].start == 0 and len(row.bare) <= _FORM_ROW and "。" not in row.text:
        found += _inner_marks(row, index, labels, found)
    return sorted(found, key=lambda mark: mark.start)


def _inner_marks(row: Row, index: int, labels: tuple[str, ...], found: list[Mark]) -> list[Mark]:
    """Labels in the middle of a form's row, run together with the value before them (recognised cards lose the gap)."""
    taken = [(mark.start, mark.end) for mark in found]
    return [
        Mark("".join(match["label"].split()), index, match.start(), match.end(), match["sep"] is None, inner=True)
        for match in _inner_pattern(labels).finditer(row.text, found[0].end)
        if not any(start < match.end() and match.start() < end for start, end in taken)
        and (row.source == "ocr" or ":" in (match["sep"] or ""))
        and not _is_in_brackets(row.text, match.start())
    ]


def marks(sheet: Sheet, labels: tuple[str, ...]) -> dict[int, list[Mark]]:
    """The labels of every row that has any, by the index of the row."""
    found = ((index, marks_of(row, index, labels)) for index, row in enumerate(sheet.rows))
    return {index: row_marks for index, row_marks in found if row_marks}


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed text that may be a value: the text to its end, the row it begins in, and whether it reaches the row's end."""

    text: str
    row: int
    open_ended: bool


def texts_after(sheet: Sheet, mark: Mark, all_marks: dict[int, list[Mark]]) -> Iterator[Printed]:
    """The texts that may be the value of ``mark``, the likeliest first."""
    here = _same_row(sheet, mark, all_marks)
    if here.text.strip() and not _UNLISTED.fullmatch("".join(here.text.split())):
        yield here
        return
    yield from _below_header(sheet, mark, all_marks)
    if _label_follows(sheet, mark, all_marks):
        return
    yield from _beside(sheet, mark, all_marks)
    yield from _after_labels(sheet, mark, all_marks)


def _label_follows(sheet: Sheet, mark: Mark, all_marks: dict[int, list[Mark]]) -> bool:
    """Whether another label stands right behind ``mark``, in a row that is no row of headings."""
    row_marks = all_marks.get(mark.row, [])
    return mark != row_marks[-1] and not _is_bare(sheet, mark.row, all_marks)


def _same_row(sheet: Sheet, mark: Mark, all_marks: dict[int, list[Mark]]) -> Printed:
    row = sheet.rows[mark.row]
    behind = row.text[mark.end :]
    later = [
        other.start
        for other in all_marks.get(mark.row, [])
        if other.start >= mark.end
        and (other.inner or not other.glued)
        and not _is_in_brackets(behind, other.start - mark.end)  # 乙商行(经营者:白某) is one name
    ]
    end = min(later, default=len(row.text))
    text = row.printed[mark.end : end]
    cell = text.strip("\t ").split("\t")[0]
    return Printed(cell, mark.row, end == len(row.text) and "\t" not in text.strip("\t "))


def _is_bare(sheet: Sheet, index: int, all_marks: dict[int, list[Mark]]) -> bool:
    """Whether a row shows nothing but labels."""
    row_marks = all_marks.get(index)
    if not row_marks or row_marks[0].start > 0:
        return False
    ends = [mark.start for mark in row_marks[1:]] + [len(sheet.rows[index].text)]
    return all(not sheet.rows[index].text[mark.end : end].strip() for mark, end in zip(row_marks, ends, strict=True))


def _beside(sheet: Sheet, mark: Mark, all_marks: dict[int, list[Mark]]) -> Iterator[Printed]:
    """The nearest row to the right at the same height, where the sheet has positions."""
    box = sheet.rows[mark.row].box
    if box is None:
        return
    near = []
    for index, row in enumerate(sheet.rows):
        if index == mark.row or row.box is None or row.page != sheet.rows[mark.row].page or row.box.x0 < box.x1 - 0.01:
            continue
        overlap = min(row.box.y1, box.y1) - max(row.box.y0, box.y0)
        if overlap > 0.5 * min(row.box.y1 - row.box.y0, box.y1 - box.y0):
            near.append((row.box.x0, index))
    if near:
        yield from _whole_row(sheet, min(near)[1], all_marks)


def _below_header(sheet: Sheet, mark: Mark, all_marks: dict[int, list[Mark]]) -> Iterator[Printed]:
    """The cell below, where a row of cells is a row of headings."""
    if mark.row + 1 >= len(sheet.rows) or starts_with_label(mark.row + 1, all_marks):
        return
    heads, cells = _cells(sheet.rows[mark.row].text), _cells(sheet.rows[mark.row + 1].printed)
    own = [place for place, head in enumerate(heads) if _same_label(head, mark.label)]
    if len(heads) < 2 or len(heads) != len(cells) or not own or not all(map(_is_like_a_label, heads)):
        return
    if cells[own[0]]:
        yield Printed(cells[own[0]], mark.row + 1, False)


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in (text.split("\t") if "\t" in text else text.split())]


def _same_label(cell: str, label: str) -> bool:
    bare = re.sub(r"\([^()]*\)|[:\s]", "", cell)
    return re.sub(r"\([^()]*\)", "", label) in (bare, re.sub(r"(?:名称|姓名|全称)$", "", bare))


def _is_like_a_label(cell: str) -> bool:
    return re.fullmatch(r"[^\d,。;]{1,14}", cell) is not None


def _after_labels(sheet: Sheet, mark: Mark, all_marks: dict[int, list[Mark]]) -> Iterator[Printed]:
    """Labels one below the other, then their values in the same order; with one label, simply the next row."""
    if "\t" in sheet.rows[mark.row].text.strip():
        return
    first = last = mark.row
    while first > 0 and _is_single(sheet, first - 1, all_marks):
        first -= 1
    while last + 1 < len(sheet.rows) and _is_single(sheet, last + 1, all_marks):
        last += 1
    yield from _whole_row(sheet, last + 1 + (mark.row - first), all_marks)
    if last > first and mark.row == last:
        yield from _whole_row(sheet, last + 1, all_marks)


def _whole_row(sheet: Sheet, index: int, all_marks: dict[int, list[Mark]]) -> Iterator[Printed]:
    """The row at ``index`` up to its first label, unless it begins with one."""
    if index >= len(sheet.rows) or starts_with_label(index, all_marks):
        return
    row = sheet.rows[index]
    end = min((mark.start for mark in all_marks.get(index, ()) if not mark.glued), default=len(row.text))
    text = row.printed[:end].strip("\t ").split("\t")[0]
    yield Printed(text, index, end == len(row.text) and "\t" not in row.text)


def _is_single(sheet: Sheet, index: int, all_marks: dict[int, list[Mark]]) -> bool:
    """Whether a row is one label and nothing else; a label nobody listed is known by its ending."""
    if index not in all_marks:
        return _UNLISTED.fullmatch(sheet.rows[index].bare) is not None
    return len(all_marks.get(index, ())) == 1 and _is_bare(sheet, index, all_marks)


def starts_with_label(index: int, all_marks: dict[int, list[Mark]]) -> bool:
    """Whether the row at ``index`` begins with a label."""
    return any(mark.start == 0 for mark in all_marks.get(index, ()))


def all_labels(own: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """Own and other labels as one sorted tuple, fit as a key."""
    return tuple(sorted({*own, *others}))
