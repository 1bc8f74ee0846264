"""Word documents and workbooks of old programs, known by their bytes whatever they are called."""

from __future__ import annotations

import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from casefiles.model import Reading
from casefiles.reading import Limits, libreoffice, read
from casefiles.reading.process import Reader
from tests import documents
from tests.soon import soon

SECONDS = 600.0625  # no other process sleeps as long
BLOCKS = ["授权委托书", "委托人:蜀光电子有限公司", [["序号", "名称"], ["1", "外套"]], documents.PAGE_BREAK, "第二页"]
LINES = ["授权委托书", "委托人:蜀光电子有限公司", "序号\t名称", "1\t外套", "第二页"]


def reading_of(tmp_path: Path, data: bytes, name: str = "材料") -> Reading:
    path = tmp_path / name
    path.write_bytes(data)
    return read(path)


def test_an_old_word_document_is_read_with_its_tables(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, documents.doc(BLOCKS), "委托书.wps")
    assert (reading.format, reading.problems) == ("doc", ())
    assert reading.text.splitlines() == LINES
    assert reading.pages[0].tables[0].rows == (("序号", "名称"), ("1", "外套"))


@pytest.mark.skipif(libreoffice.program() is None, reason="LibreOffice (soffice) is not installed")
def test_a_word_document_that_is_rich_text_is_read_too(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, documents.rtf("授权委托书", "委托人:蜀光电子有限公司"), "委托书.doc")
    assert (reading.format, reading.text.splitlines()) == ("doc", ["授权委托书", "委托人:蜀光电子有限公司"])


@pytest.mark.skipif(libreoffice.program() is None, reason="LibreOffice (soffice) is not installed")
def test_an_open_document_is_read_too(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, documents.odt("授权委托书", "委托人:蜀光电子有限公司"), "委托书.doc")
    assert (reading.format, reading.text.splitlines()) == ("doc", ["授权委托书", "委托人:蜀光电子有限公司"])


@pytest.mark.skipif(libreoffice.program() is None, reason="LibreOffice (soffice) is not installed")
def test_a_document_is_laid_out_without_the_files_of_others(tmp_path: Path) -> None:
    """A linked picture is the way into the machine's files that no setting of LibreOffice closes."""
    red, letter, work = tmp_path / "red.png", tmp_path / "a.rtf", tmp_path / "work"
    Image.new("RGB", (300, 300), "red").save(red)
    link = f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{red}" \\\\d}}{{\\fldrslt x}}}}'
    letter.write_text(f"{{\\rtf1\\ansi own text\\par {link}}}")
    work.mkdir()
    (page,) = PdfDocument(libreoffice.as_pdf(letter, ".rtf", work, Limits()))
    assert "own text" in page.get_textpage().get_text_range()
    shown = page.render().to_pil().convert("RGB").getcolors(1 << 24)
    assert (255, 0, 0) not in {colour for _, colour in shown or ()}


def test_without_libreoffice_the_letter_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    (problem,) = reading_of(tmp_path, documents.ole({"WordDocument": b"\xec\xa5"}), "控告书.doc").problems
    assert problem.code == "unreadable.unsupported"
    assert "LibreOffice" in problem.message and "另存为 .docx" in problem.remedy


def test_a_word_document_with_a_password_says_so(tmp_path: Path) -> None:
    stream = b"\xec\xa5" + bytes(8) + (0x0100).to_bytes(2, "little")
    (problem,) = reading_of(tmp_path, documents.ole({"1Table": b"", "Data": b"", "More": b"", "WordDocument": stream})).problems
    assert problem.code == "unreadable.encrypted"


def test_a_conversion_that_hangs_ends_with_its_reader(tmp_path: Path) -> None:
    """The pretended LibreOffice sleeps; the parent's limit ends it together with the process that started it."""
    program, laid_down = tmp_path / "soffice.bin", tmp_path / "temporary"
    laid_down.mkdir()
    program.write_text(f"#!/bin/sh\nexec sleep {SECONDS}\n")
    program.chmod(0o755)
    (tmp_path / "soffice").symlink_to(program)
    path = tmp_path / "a.doc"
    path.write_bytes(documents.ole({"WordDocument": b"\xec\xa5"}))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
        patch.setattr(tempfile, "tempdir", str(laid_down))
        with Reader(limits=Limits(seconds=1.5)) as reader:
            (problem,) = reader.read(path).problems
    assert problem.code == "unreadable.timeout"
    deadline = time.monotonic() + 5
    while _converters() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _converters(), "the converter outlived its limit"
    assert list(laid_down.iterdir()) == [], "a reader that was killed leaves nothing of the file behind"


def _converters() -> list[str]:
    """The processes that sleep as long as the pretended LibreOffice does."""
    asleep = []
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            asleep += [str(place)] if place.read_bytes() == f"sleep\0{SECONDS}\0".encode() else []
    return asleep


def test_an_old_workbook_is_read_sheet_by_sheet(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, documents.xls([["商品", "金额"], ["外套", 240.5]]), "明细.xlsx")
    assert (reading.format, reading.problems) == ("xls", ())
    assert reading.pages[0].tables[0].rows == (("商品", "金额"), ("外套", "240.5"))


def test_a_damaged_workbook_is_a_problem(tmp_path: Path) -> None:
    (problem,) = reading_of(tmp_path, documents.xls()[:2000], "明细.xls").problems
    assert problem.code == "unreadable.damaged"


def test_an_open_workbook_is_read_too(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, documents.ods([["商品", "金额"], ["外套", "240.5"]]), "明细.xlsx")
    assert (reading.format, reading.problems) == ("xls", ())
    assert reading.pages[0].tables[0].rows == (("商品", "金额"), ("外套", "240.5"))


EXPORTED = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="gbk">
<style>td {{ color: red }}</style></head><body>
<table border=1><tr><th colspan=2>{title}</th><th>金额</th></tr><tr><td><div>A1001</div></td><td>外套<br>蓝色</td><td>240.5
<tr><td></td><td>合计</td><td>240.5</td></tr></table></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_table_exported_under_the_name_of_a_workbook_is_read_by_its_rows(tmp_path: Path, encoding: str) -> None:
    reading = reading_of(tmp_path, EXPORTED.format(title="订单").encode(encoding), "订单导出.xls")
    assert (reading.format, reading.problems) == ("html", ())
    (table,) = reading.pages[0].tables
    assert table.rows == (("订单", "", "金额"), ("A1001", "外套蓝色", "240.5"), ("", "合计", "240.5"))


def test_a_page_saved_from_a_browser_is_read_as_lines_without_its_scripts(tmp_path: Path) -> None:
    shown = "<h1>店铺首页</h1><script>var a = 1</script><p>月销 300 件</p>"
    page = f"<!DOCTYPE html><html><head><title>x</title></head><body>{shown}</body></html>"
    reading = reading_of(tmp_path, page.encode(), "页面.html")
    assert (reading.format, reading.text.splitlines(), reading.pages[0].tables) == ("html", ["店铺首页", "月销 300 件"], ())


def test_a_text_that_only_speaks_of_html_stays_text(tmp_path: Path) -> None:
    assert reading_of(tmp_path, "网页源代码以 <html> 开头，见附件。".encode(), "说明.txt").format == "txt"


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("<!---->" * 5000 + "附件", "txt"),
        ("<table>" + "甲乙<b>" * 200_000 + "</table>", "html"),
        (f"<table><tr><td colspan={'9' * 5000}>单价</table>", "html"),
        ("<table>" + "<tr><td colspan=100>甲" * 30_000 + "</table>", "html"),
    ],
    ids=["comments", "text beside a table", "a cell of countless columns", "more cells than a sheet has"],
)
def test_hostile_html_is_told_from_text_and_read_in_time(tmp_path: Path, text: str, format: str) -> None:
    with soon():
        reading = reading_of(tmp_path, text.encode(), "导出.xls")
    assert (reading.format, bool(reading.text)) == (format, True)
