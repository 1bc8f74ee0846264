"""A paper as a PDF. WeasyPrint needs the library Pango of the operating system; where it is missing, Word remains."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from html import escape
from typing import Any, NoReturn

from casefiles.letters.paper import Item, Paper, Paragraph, Section, Table

# ``html`` and the page's own boxes each need the font: else Chinese falls to whatever the system finds first.
FONTS = "'Noto Serif CJK SC', 'Noto Sans CJK SC', 'Source Han Serif SC', SimSun, serif"
HEADS = "'Noto Sans CJK SC', 'Noto Serif CJK SC', SimHei, sans-serif"
STYLE = f"""
@page {{ size: A4; margin: 25mm; font-family: {FONTS};
  @top-right {{ content: string(mark); font: 9pt {FONTS}; }}
  @bottom-center {{ content: counter(page) " / " counter(pages); font: 9pt {FONTS}; }} }}
html {{ font: 12pt/1.6 {FONTS}; }}
.mark {{ string-set: mark content(); height: 0; overflow: hidden; visibility: hidden; position: absolute; }}
h1 {{ font: bold 18pt {HEADS}; text-align: center; margin: 0 0 4pt; }}
h2 {{ font: bold 13pt {HEADS}; margin: 10pt 0 4pt; break-after: avoid; }}
p {{ margin: 0 0 4pt; overflow-wrap: anywhere; white-space: pre-wrap; }}
.note {{ text-align: center; font-size: 10.5pt; }}
.indent {{ text-indent: 2em; }} .centre {{ text-align: center; }} .right {{ text-align: right; }}
.item p {{ margin: 0 0 2pt; padding-left: 20pt; font-size: 11pt; }}
.item p.head {{ padding: 0; font-size: 12pt; break-after: avoid; }}
.item {{ margin-bottom: 4pt; break-inside: avoid; }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; margin: 2pt 0 8pt; line-height: 1.4; }}
thead {{ display: table-header-group; }} tr {{ break-inside: avoid; }}
th, td {{ border: .5pt solid #333; padding: 2pt 4pt; text-align: left; vertical-align: top; overflow-wrap: anywhere; }}
"""


class NoPrinter(RuntimeError):
    """PDF cannot be made on this machine; the text is a letter to whoever asked."""


def as_pdf(paper: Paper) -> bytes:
    """The bytes of the PDF. Raises NoPrinter where Pango is missing."""
    return pdf_of(html_of(paper))


def html_of(paper: Paper) -> str:
    """The paper as one HTML page; everything it says is escaped."""
    mark = f'<p class="mark">{escape(paper.mark)}</p>' if paper.mark else ""
    note = f'<p class="note">{escape(paper.note)}</p>' if paper.note else ""
    body = "".join(_MAKERS[type(block)](block) for block in paper.blocks)
    return document(paper.title, f"{mark}<h1>{escape(paper.title)}</h1>{note}{body}", STYLE)


def document(title: str, body: str, style: str) -> str:
    """A whole HTML page; ``body`` and ``style`` are ours, ``title`` is escaped."""
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{style}</style>'
    return f'<!doctype html><html lang="zh-CN"><head>{head}</head><body>{body}</body></html>'


def pdf_of(html: str) -> bytes:
    """HTML of our own as PDF; nothing is ever fetched. Raises NoPrinter where Pango is missing."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as why:
        raise NoPrinter(
            "本机缺少 PDF 排版库（libpango），不能生成 PDF。请下载 Word 版，或请管理员安装 libpangoft2-1.0-0。"
        ) from why
    made: bytes = HTML(string=html, url_fetcher=_fetch_nothing).write_pdf()
    return made


@cache
def can_print() -> bool:
    """Whether this machine makes PDFs."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        return False
    return True


def _fetch_nothing(url: str, *_how: Any, **_more: Any) -> NoReturn:
    raise ValueError(f"a paper refers to nothing outside itself: {url}")


def _paragraph(block: Paragraph) -> str:
    text = f"<b>{escape(block.text)}</b>" if block.bold else escape(block.text)
    return f'<p class="{block.align}" style="font-size: {block.size}pt">{text}</p>'


def _section(block: Section) -> str:
    return f"<h2>{escape(block.text)}</h2>"


def _item(block: Item) -> str:
    head = f"{block.number}. {escape(block.head)}"
    lines = "".join(f"<p>{escape(line)}</p>" for line in block.lines)
    return f'<div class="item"><p class="head">{f"<b>{head}</b>" if lines else head}</p>{lines}</div>'


def _table(block: Table) -> str:
    total = sum(block.widths)
    columns = "".join(f'<col style="width: {100 * width / total:.2f}%">' for width in block.widths)
    heads = "".join(f"<th>{escape(head)}</th>" for head in block.heads)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in block.rows)
    return f'<table style="font-size: {block.size}pt">{columns}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


_MAKERS: Mapping[type, Callable[[Any], str]] = {
    Paragraph: _paragraph,
    Section: _section,
    Item: _item,
    Table: _table,
}
