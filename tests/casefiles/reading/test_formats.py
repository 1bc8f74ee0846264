"""Each format gives its text in printed order, with its tables and pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from casefiles.model import Page, Reading
from casefiles.reading import Limits, formats, pdf_fonts, read
from tests import documents
from tests.documents import PAGE_BREAK

TABLE = [["序号", "名称", "数量", "金额"], ["1", "外套(男款)冬季加厚防风连帽款", "2", "240.50"], ["合计", "", "2", "240.50"]]
STORY = [
    "刑事控告书",
    "控告人：蜀光电子有限公司",
    TABLE,
    "上述事实属实。",
    PAGE_BREAK,
    "第二页:ABC Co., Ltd. 二〇二六年",
    "《书名》（全角）",
]
FIRST_PAGE = [
    "刑事控告书",
    "控告人：蜀光电子有限公司",
    "序号\t名称\t数量\t金额",
    "1\t外套(男款)冬季加厚防风连帽款\t2\t240.50",
    "合计\t\t2\t240.50",
    "上述事实属实。",
]
SECOND_PAGE = ["第二页:ABC Co., Ltd. 二〇二六年", "《书名》（全角）"]


def reading_of(tmp_path: Path, data: bytes, name: str = "材料", **how: object) -> Reading:
    path = tmp_path / name
    path.write_bytes(data)
    return read(path, **how)  # type: ignore[arg-type]  # passed through as given


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


@pytest.mark.parametrize("data", [documents.docx(STORY), documents.text_pdf(STORY)], ids=["docx", "pdf"])
def test_paragraphs_and_tables_come_in_printed_order_page_by_page(tmp_path: Path, data: bytes) -> None:
    reading = reading_of(tmp_path, data)
    assert reading.problems == ()
    assert [texts(page) for page in reading.pages] == [FIRST_PAGE, SECOND_PAGE]
    assert reading.pages[0].tables[0].rows == tuple(map(tuple, TABLE))
    assert reading.text_source == "text"


def test_characters_that_stand_alone_are_read_though_the_file_carries_no_font(tmp_path: Path) -> None:
    data = documents.text_pdf(["甲", "乙方", [["编号", "乙"], ["委托人", "张"]]])
    assert texts(reading_of(tmp_path, data).pages[0]) == ["甲", "乙方", "编号\t乙", "委托人\t张"]


def test_a_word_document_keeps_header_footer_and_text_box(tmp_path: Path) -> None:
    data = documents.docx(["正文"], header="页眉文字", footer="页脚文字", text_box="文本框文字")
    assert texts(reading_of(tmp_path, data).pages[0]) == ["页眉文字", "正文", "文本框文字", "页脚文字"]


def test_a_table_within_a_cell_is_neither_lost_nor_said_twice(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    outer = document.add_table(rows=1, cols=2)
    outer.cell(0, 0).text = "外层"
    inner = outer.cell(0, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "内左", "内右"
    document.save(str(tmp_path / "a.docx"))
    page = read(tmp_path / "a.docx").pages[0]
    assert texts(page) == ["外层\t内左 内右"]
    assert [table.rows for table in page.tables] == [(("外层", "内左 内右"),), (("内左", "内右"),)]


def test_what_was_deleted_or_is_hidden_in_a_field_is_not_read(tmp_path: Path) -> None:
    from docx import Document
    from docx.oxml import parse_xml

    document = Document()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paragraph = document.add_paragraph("保留")._p
    paragraph.append(parse_xml(f"<w:del {space}><w:r><w:delText>删去</w:delText></w:r></w:del>"))
    paragraph.append(parse_xml(f"<w:ins {space}><w:r><w:t>新增</w:t></w:r></w:ins>"))
    paragraph.append(parse_xml(f"<w:sdt {space}><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>"))
    paragraph.append(parse_xml(f"<w:r {space}><w:instrText>PAGE</w:instrText></w:r>"))
    document.save(str(tmp_path / "a.docx"))
    assert read(tmp_path / "a.docx").text == "保留新增控件"


@pytest.mark.parametrize(("colour", "marks"), [((0.8, 0.1, 0.1), ["seal"]), ((0, 0, 0), []), ((0.1, 0.2, 0.8), [])])
def test_a_seal_may_be_drawn_with_lines_instead_of_a_picture(
    tmp_path: Path, colour: tuple[float, float, float], marks: list[str]
) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    canvas.drawString(72, 760, "Power of attorney of Bergwald GmbH, signed at Graz")
    canvas.setStrokeColorRGB(*colour)
    canvas.setLineWidth(3)
    canvas.circle(400, 500, 55)
    canvas.circle(400, 500, 12)
    canvas.save()
    (page,) = read(tmp_path / "a.pdf").pages
    assert [mark.kind for mark in page.marks] == marks


def test_a_seal_on_a_page_is_marked(tmp_path: Path) -> None:
    for name, data in {"a.docx": documents.docx(seal=True), "a.pdf": documents.text_pdf(seal=True)}.items():
        (page,) = reading_of(tmp_path, data, name).pages
        assert [mark.kind for mark in page.marks] == ["seal"], name
        assert page.pictures == 1
    assert reading_of(tmp_path, documents.text_pdf()).pages[0].marks == ()
    assert reading_of(tmp_path, documents.docx()).pages[0].pictures == 0


def test_places_on_a_pdf_page_are_fractions_from_the_top_left(tmp_path: Path) -> None:
    (page,) = reading_of(tmp_path, documents.text_pdf(["首行", "次行"])).pages
    first, second = (line.box for line in page.lines)
    assert first and second
    assert first.x0 == pytest.approx(72 / 595.28, abs=0.005)
    assert first.y0 < (841.89 - documents.TOP) / 841.89 < first.y1
    assert second.y0 - first.y0 == pytest.approx(documents.LEADING / 841.89, abs=0.002)
    assert first.x1 - first.x0 == pytest.approx(2 * documents.SIZE / 595.28, abs=0.005)


@pytest.mark.parametrize(("turn", "corner"), [(0, (0, 0)), (90, (1, 0)), (180, (1, 1)), (270, (0, 1))])
def test_places_follow_the_page_as_it_is_shown(tmp_path: Path, turn: int, corner: tuple[int, int]) -> None:
    """The first line stands at the top left; on a page shown turned clockwise it stands in the next corner."""
    data = documents.text_pdf(["首行"]).replace(b"/Rotate 0", b"/Rotate %d" % turn)
    (page,) = reading_of(tmp_path, data).pages
    box = page.lines[0].box
    assert box
    assert (round((box.x0 + box.x1) / 2), round((box.y0 + box.y1) / 2)) == corner


def test_a_workbook_gives_a_page_for_each_sheet(tmp_path: Path) -> None:
    from datetime import date

    data = documents.xlsx(
        [["商品", "日期", "金额"], ["外套", date(2026, 3, 1), 0.1 + 0.2], [None, None, None]], more={"汇总": [["合计", 3]]}
    )
    reading = reading_of(tmp_path, data)
    assert [texts(page) for page in reading.pages] == [["商品\t日期\t金额", "外套\t2026-03-01\t0.3"], ["合计\t3"]]
    assert reading.pages[0].tables[0].rows == (("商品", "日期", "金额"), ("外套", "2026-03-01", "0.3"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_text_is_read_in_the_encodings_people_use(tmp_path: Path, encoding: str) -> None:
    reading = reading_of(tmp_path, documents.txt("控告人:蜀光电子有限公司\n金额 100 元", encoding))
    assert (reading.format, reading.text) == ("txt", "控告人:蜀光电子有限公司\n金额 100 元")


def test_a_text_with_a_broken_byte_is_still_read(tmp_path: Path) -> None:
    text = "控告人:蜀光电子有限公司,住所地成都高新区天府大道北段。" * 3
    assert reading_of(tmp_path, text.encode() + b"\xff").text == text + "\ufffd"


def test_csv_gives_a_table(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, '商品,数量\n"外套,男款",2\n'.encode("gb18030"))
    assert reading.format == "csv"
    assert reading.pages[0].tables[0].rows == (("商品", "数量"), ("外套,男款", "2"))


def test_prose_with_commas_is_no_table(tmp_path: Path) -> None:
    assert reading_of(tmp_path, "甲方,乙方\n双方约定如下".encode()).format == "txt"


def test_invisible_characters_are_taken_out_and_printed_ones_stay(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "金\u200b额\x07：１００\u00a0元（\ufeff大写）".encode())
    assert reading.text == "金额：１００ 元（大写）"


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (documents.text_pdf(), "证书.docx", "pdf"),
        (documents.docx(), "说明.pdf", "docx"),
        (documents.txt(), "表.xlsx", "txt"),
        (documents.docx(), "无名", "docx"),
    ],
)
def test_a_wrong_or_missing_extension_does_not_matter(tmp_path: Path, data: bytes, name: str, found: str) -> None:
    reading = reading_of(tmp_path, data, name)
    assert (reading.format, reading.problems) == (found, ())
    assert "蜀光电子有限公司" in reading.text


def test_progress_counts_the_pages(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    reading_of(tmp_path, documents.text_pdf(STORY), progress=lambda done, total: steps.append((done, total)))
    assert steps == [(1, 2), (2, 2)]


def test_only_as_many_pages_as_allowed_are_read_and_the_rest_is_named(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, documents.big_pdf(5000), limits=Limits(pages=20))
    assert [page.number for page in reading.pages] == list(range(1, 21))
    (problem,) = reading.problems
    assert problem.code == "unreadable.too_large"
    assert "5000" in problem.message
    assert "20" in problem.message


def test_every_format_says_what_it_claims_and_reads() -> None:
    found = formats.all_formats()
    assert {"pdf", "docx", "xlsx", "image", "csv", "txt"} <= {module.__name__.rpartition(".")[2] for module in found}
    for module in found:
        assert callable(module.claims)
        assert callable(module.read)
        assert module.__doc__


def test_a_pdf_is_read_the_same_without_the_shapes_of_its_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import weasyprint

    path = tmp_path / "控告书.pdf"
    style = '<style>html{font-family:"Noto Serif CJK SC"}</style>'
    weasyprint.HTML(string=f'<html lang="zh-CN">{style}<p>刑事控告书</p><p>控告人：蜀光电子有限公司 A-12</p></html>').write_pdf(
        path
    )
    assert pdf_fonts.without_shapes(path, 1) is not None
    light = read(path)
    monkeypatch.setattr(pdf_fonts, "without_shapes", lambda *_: None)
    assert texts(light.pages[0]) == ["刑事控告书", "控告人：蜀光电子有限公司 A-12"]
    whole = read(path)
    assert texts(light.pages[0]) == texts(whole.pages[0])
    for one, other in zip(light.pages[0].lines, whole.pages[0].lines, strict=True):
        assert one.box and other.box
        assert (one.box.x0, one.box.y0, one.box.x1) == pytest.approx((other.box.x0, other.box.y0, other.box.x1), abs=0.005)
