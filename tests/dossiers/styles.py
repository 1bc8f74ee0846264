"""Other ways to lay out the same paper. Each style takes the blocks of a paper and gives them back rearranged."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from tests.documents import PAGE_BREAK, Block

Style = Callable[[Sequence[Block]], list[Block]]
_LABELLED = re.compile(r"(?P<label>[^:,。;\[\s]{2,14}):(?P<value>\S.*)")
_WIDE = str.maketrans(":(),;", "：（），；")


def as_it_is(blocks: Sequence[Block]) -> list[Block]:
    return list(blocks)


def with_spaces(blocks: Sequence[Block]) -> list[Block]:
    """A space instead of the colon after a label."""
    return _each(blocks, lambda label, value: [f"{label} {value}"])


def glued(blocks: Sequence[Block]) -> list[Block]:
    """Nothing at all between label and value: what a recogniser makes of a card."""
    return _each(blocks, lambda label, value: [label + value])


def below(blocks: Sequence[Block]) -> list[Block]:
    """The value on the line below its label."""
    return _each(blocks, lambda label, value: [label + ":", value])


def letter_spaced(blocks: Sequence[Block]) -> list[Block]:
    """Short labels set letter by letter (姓 名)."""
    return _each(blocks, lambda label, value: [f"{' '.join(label) if len(label) <= 4 else label}:{value}"])


def wide(blocks: Sequence[Block]) -> list[Block]:
    """Full-width punctuation."""
    return [_wide(block) for block in blocks]


def in_table(blocks: Sequence[Block]) -> list[Block]:
    """Runs of labelled lines as a table of labels and values."""
    return _runs(blocks, lambda pairs: [pairs])


def in_two_columns(blocks: Sequence[Block]) -> list[Block]:
    """Runs of labelled lines as a table of four columns."""
    return _runs(blocks, lambda pairs: [[[*left, *right] for left, right in _twos(pairs)]])


def labels_first(blocks: Sequence[Block]) -> list[Block]:
    """Runs of labelled lines as all labels, then all values."""
    return _runs(blocks, lambda pairs: [*(label for label, _ in pairs), *(value for _, value in pairs)])


def heading_row(blocks: Sequence[Block]) -> list[Block]:
    """Runs of labelled lines as a table with a row of labels above a row of values."""
    return _runs(blocks, lambda pairs: [[[label for label, _ in pairs], [value for _, value in pairs]]])


def bulleted(blocks: Sequence[Block]) -> list[Block]:
    """A bullet before each label."""
    return _each(blocks, lambda label, value: [f"◆{label}：{value}"])


def numbered(blocks: Sequence[Block]) -> list[Block]:
    """Labelled lines counted in circles."""
    counted = iter("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳" * 3)
    return _each(blocks, lambda label, value: [f"{next(counted)}{label}:{value}"])


def filled_in(blocks: Sequence[Block]) -> list[Block]:
    """Values in the brackets of a form they were filled into."""
    return _each(blocks, lambda label, value: [f"{label}：“{value}”"])


def underlined(blocks: Sequence[Block]) -> list[Block]:
    """Values on the line of a form they were filled into."""
    return _each(blocks, lambda label, value: [f"{label}：＿{value}＿"])


def small_colon(blocks: Sequence[Block]) -> list[Block]:
    """The colon of another block of Unicode, as input methods and converters give it."""
    return _each(blocks, lambda label, value: [f"{label}∶{value}"])


def with_bar(blocks: Sequence[Block]) -> list[Block]:
    """A drawn bar between label and value."""
    return _each(blocks, lambda label, value: [f"{label}丨{value}"])


STYLES: dict[str, Style] = {
    "as it is": as_it_is,
    "with spaces": with_spaces,
    "glued": glued,
    "below": below,
    "letter-spaced": letter_spaced,
    "wide": wide,
    "in a table": in_table,
    "in two columns": in_two_columns,
    "labels first": labels_first,
    "heading row": heading_row,
    "bulleted": bulleted,
    "numbered": numbered,
    "filled in": filled_in,
    "underlined": underlined,
    "small colon": small_colon,
    "with bar": with_bar,
}


def _each(blocks: Sequence[Block], lay_out: Callable[[str, str], list[str]]) -> list[Block]:
    laid_out: list[Block] = []
    for block in blocks:
        match = _pair(block)
        laid_out += lay_out(*match) if match else [block]
    return laid_out


def _runs(blocks: Sequence[Block], lay_out: Callable[[list[list[str]]], list[Block]]) -> list[Block]:
    """Runs of two to five labelled lines laid out together; other blocks stay."""
    laid_out: list[Block] = []
    for is_pair, run in groupby(blocks, key=lambda block: _pair(block) is not None):
        members = list(run)
        pairs = [list(pair) for block in members if (pair := _pair(block))]
        laid_out += lay_out(pairs) if is_pair and 2 <= len(pairs) <= 5 else members
    return laid_out


def _twos(pairs: list[list[str]]) -> list[tuple[list[str], list[str]]]:
    padded = [*pairs, ["", ""]] if len(pairs) % 2 else pairs
    return list(zip(padded[::2], padded[1::2], strict=True))


def _pair(block: Block) -> tuple[str, str] | None:
    match = _LABELLED.fullmatch(block) if isinstance(block, str) and block != PAGE_BREAK else None
    return (match["label"], match["value"]) if match and len(match["value"]) <= 60 else None


def _wide(block: Block) -> Block:
    return block.translate(_WIDE) if isinstance(block, str) else [[cell.translate(_WIDE) for cell in row] for row in block]
