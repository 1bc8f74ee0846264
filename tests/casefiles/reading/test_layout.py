"""Pieces with places become lines in reading order."""

from __future__ import annotations

import math

from casefiles.model import Box
from casefiles.reading.layout import Piece, lines, spread


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


LEFT = [piece("左页正文左页正文左页正文左页正文左页"[:18], 0.08, 0.1 + 0.05 * row) for row in range(4)]
RIGHT = [piece("右页正文右页正文右页正文右页正文右页"[:18], 0.56, 0.1 + 0.05 * row) for row in range(4)]


def test_the_pages_of_an_open_volume_are_read_one_after_the_other() -> None:
    mixed = [one for pair in zip(LEFT, RIGHT, strict=True) for one in pair]
    assert spread(mixed, 0.7) == [LEFT, RIGHT]


def test_one_page_is_no_open_volume() -> None:
    upright = [*LEFT, *RIGHT]
    assert spread(upright, 1.41) == [upright]
    titled = [*LEFT, *RIGHT, piece("横跨两栏的标题", 0.43, 0.02)]
    assert spread(titled, 0.7) == [titled]


def test_labels_and_values_on_a_broad_card_stay_beside_each_other() -> None:
    labels, values = [
        [piece(text, x, 0.1 * row) for row in range(4)] for text, x in (("名称住所", 0.1), ("成都蜀光电子有限公司", 0.6))
    ]
    licence = [*labels, *values, piece("经营范围：电子产品、通讯设备的研发", 0.08, 0.6)]
    assert spread(licence, 0.7) == [licence]
    assert spread([*labels, *values], 0.7) == [[*labels, *values]]
