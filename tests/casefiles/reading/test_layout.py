"""Pieces with places become lines in reading order."""

from __future__ import annotations

import math

from casefiles.model import Box
from casefiles.reading.layout import Piece, lines


def piece(text: str, x: float, y: float, *, angle: float = 0.0) -> Piece:
    """A piece whose characters are 0.02 of the page wide and high."""
    return Piece(text, Box(x, y, x + 0.02 * len(text), y + 0.02), angle)


def texts(*pieces: Piece) -> list[str]:
    return [line.text for line in lines(pieces)]


def test_lines_run_from_top_to_bottom_whatever_order_they_were_found_in() -> None:
    assert texts(piece("下", 0.1, 0.5), piece("上", 0.1, 0.1)) == ["上", "下"]


def test_label_and_value_of_a_two_column_card_are_one_line_parted_by_a_tab() -> None:
    assert texts(piece("蜀光公司", 0.5, 0.1), piece("名称", 0.1, 0.101), piece("住所", 0.1, 0.2), piece("成都", 0.5, 0.199)) == [
        "名称\t蜀光公司",
        "住所\t成都",
    ]


def test_pieces_that_touch_are_joined_as_they_are_and_near_ones_by_a_blank() -> None:
    assert texts(piece("甲乙", 0.1, 0.1), piece("丙", 0.141, 0.1), piece("丁", 0.2, 0.1)) == ["甲乙丙 丁"]


def test_on_a_tilted_page_the_end_of_a_line_is_not_taken_for_the_next() -> None:
    tilt = math.radians(3)
    places = [("甲", 0.05, 0.1), ("乙", 0.8, 0.1), ("丙", 0.05, 0.13), ("丁", 0.8, 0.13)]
    rows = [piece(text, x, y + math.tan(tilt) * x, angle=tilt) for text, x, y in places]
    assert texts(*rows) == ["甲\t乙", "丙\t丁"]


def test_a_line_s_box_holds_all_its_pieces() -> None:
    (line,) = lines([piece("甲", 0.1, 0.1), piece("乙", 0.5, 0.102)])
    assert line.box == Box(0.1, 0.1, 0.52, 0.122)


def test_nothing_gives_nothing() -> None:
    assert lines([piece(" ", 0.1, 0.1)]) == ()
