"""A table ruled in a scan is a table, as in a printed PDF; what only looks ruled is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ImageDraw

from casefiles.model import Page
from casefiles.reading import read
from tests import documents

HEADS = ["序号", "日期", "商品名称", "数量", "金额"]
ROWS = [[str(number), f"2026-04-1{number}", "蓝牙耳机", str(20 + number), f"{number},580.00"] for number in range(1, 7)]
LEDGER = [HEADS, *ROWS, ["合计", "", "", "141", "21,480.00"]]


def scanned(folder: Path, blocks: list[documents.Block], **how: object) -> Page:
    (folder / "scan").write_bytes(documents.photo(blocks, size=(1654, 1300), quality=70, **how))
    (page,) = read(folder / "scan").pages
    return page


@pytest.mark.parametrize(
    "how", [{}, {"angle": 2.0}, {"turn": 90}, {"turn": 180}, {"noise": 25.0}, {"blur": 1.2}, {"contrast": 0.5}], ids=str
)
def test_rows_and_columns_of_a_ruled_table_come_out(tmp_path: Path, how: dict[str, object]) -> None:
    page = scanned(tmp_path, ["销售明细表", LEDGER, "制表人:周慎行"], **how)
    (table,) = page.tables
    assert [list(row) for row in table.rows if any(row)] == LEDGER
    texts = [line.text for line in page.lines]
    assert texts[0] == "销售明细表"
    assert "合计\t\t\t141\t21,480.00" in texts, "rows are lines too, cells joined by a tab"


def test_a_table_under_a_seal_keeps_its_columns(tmp_path: Path) -> None:
    page = scanned(tmp_path, ["销售明细表", LEDGER], seal=True)
    (table,) = page.tables
    assert {len(row) for row in table.rows} == {len(HEADS)}
    assert [row[4] for row in table.rows] == [row[4] for row in LEDGER]


def test_lines_broken_within_a_cell_are_one_text(tmp_path: Path) -> None:
    long = "证明控告人是该注册商标的权利人,商标处于有效期内,核定使用商品包括耳机和充电器"
    page = scanned(tmp_path, [[["编号", "证明内容"], ["1", long], ["2", "证明被控告人在网络店铺销售侵权商品"]]])
    assert page.tables[0].rows[1][1].replace("，", ",") == long


def test_the_table_lies_where_it_is_drawn_on_a_page_turned_by_90(tmp_path: Path) -> None:
    upright = scanned(tmp_path, ["销售明细表", LEDGER]).tables[0].box
    turned = scanned(tmp_path, ["销售明细表", LEDGER], turn=90).tables[0].box
    assert upright
    assert turned
    assert (turned.x0, turned.y0) == pytest.approx((1 - upright.y1, upright.x0), abs=0.01)


def test_a_frame_around_a_letter_and_lines_to_write_on_are_no_table(tmp_path: Path) -> None:
    picture = documents.picture(["授权委托书", "委托人:蜀光电子有限公司", "受托人:周慎行", "2026年10月18日"])
    draw = ImageDraw.Draw(picture)
    for inset in (60, 74):
        draw.rectangle((inset, inset, picture.width - inset, picture.height - inset), outline="black", width=3)
    for y in (310, 378):
        draw.line((300, y, 1400, y), fill="black", width=2)
    (tmp_path / "scan").write_bytes(documents.as_file(picture, "PNG"))
    (page,) = read(tmp_path / "scan").pages
    assert page.tables == ()
    assert [line.text for line in page.lines][:1] == ["授权委托书"]
