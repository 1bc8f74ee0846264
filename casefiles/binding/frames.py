"""The catalogue of a bound dossier and the empty numbered pages its sheets are laid on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from casefiles.letters.printed import FONTS, HEADS, document, pdf_of

STYLE = f"""
@page {{ size: A4; margin: 20mm; font-family: {FONTS}; }}
@page frame {{ margin: 8mm 12mm; }}
html {{ font: 10pt/1.5 {FONTS}; }}
h1 {{ font: bold 18pt {HEADS}; text-align: center; margin: 0 0 6pt; bookmark-level: none; }}
p {{ margin: 0 0 3pt; overflow-wrap: anywhere; }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 8pt; line-height: 1.4; margin-top: 6pt; }}
th, td {{ border: .5pt solid #333; padding: 2pt 3pt; text-align: left; vertical-align: top; overflow-wrap: anywhere; }}
tr {{ break-inside: avoid; }}
.frame {{ page: frame; break-before: page; position: relative; height: 280mm; font-size: 7.5pt; line-height: 1.35; }}
.frame header {{ text-align: right; }}
.frame footer {{ position: absolute; bottom: 0; left: 0; right: 0; border-top: .5pt solid #999; }}
"""
LEFT, BOTTOM, RIGHT, TOP = 34.0, 62.0, 561.0, 806.0  # points: where a sheet is laid on its frame
WIDTHS = (5, 14, 30, 9, 7, 24, 11)
COLUMNS = ("序号", "材料种类", "文件", "卷内页", "页数", "SHA-256", "备注")
TOLD = "线上材料汇编，供阅卷，不是诉讼卷宗；与原件不一致的，以原件为准。校验值为原件的校验值。"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One file of the dossier: ``documents`` are the kinds in it, each with the page of the file it begins on."""

    file: str
    sha256: str
    pages: int
    documents: tuple[tuple[str, int], ...]
    remark: str = ""


def frames(leaves: Sequence[Leaf], *, number: str, applicant: str, as_of: str, left_out: Sequence[str] = ()) -> bytes:
    """Catalogue pages, then one frame for each page of ``leaves``; ``left_out`` names the files that are not there.

    Raises NoPrinter without Pango.
    """
    title = f"整卷材料汇编 {number}".strip()
    head = f"<h1>{escape(title)}</h1><p>报案人：{escape(applicant)}</p><p>截至：{escape(as_of)}</p><p>{TOLD}</p>"
    missing = f"<p>未包含（商业秘密，导出人未获指定）：{escape('、'.join(left_out))}</p>" if left_out else ""
    return pdf_of(document(title, head + missing + _table(leaves) + "".join(_frames(leaves, number)), STYLE))


def first_pages(leaves: Sequence[Leaf]) -> list[int]:
    """The page of the volume (from 1, after the catalogue) on which each leaf begins."""
    return [1 + sum(one.pages for one in leaves[:place]) for place in range(len(leaves))]


def _table(leaves: Sequence[Leaf]) -> str:
    columns = "".join(f'<col style="width: {width}%">' for width in WIDTHS)
    heads = "".join(f"<th>{head}</th>" for head in COLUMNS)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in _rows(leaves))
    return f"<table>{columns}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _rows(leaves: Sequence[Leaf]) -> Iterator[tuple[str, ...]]:
    for place, (leaf, first) in enumerate(zip(leaves, first_pages(leaves), strict=True), 1):
        for kind, begins in leaf.documents:
            yield str(place), kind, leaf.file, str(first + begins - 1), str(leaf.pages), leaf.sha256, leaf.remark


def _frames(leaves: Sequence[Leaf], number: str) -> Iterator[str]:
    at = 0
    for place, leaf in enumerate(leaves, 1):
        for page in range(1, leaf.pages + 1):
            at += 1
            where = f"材料 {place}/{len(leaves)}　《{leaf.file}》第 {page}/{leaf.pages} 页　卷内第 {at} 页　{leaf.remark}"
            foot = f"<footer>{escape(where)}<br>SHA-256 {leaf.sha256}</footer>"
            yield f'<section class="frame"><header>{escape(number)}　线上材料汇编</header>{foot}</section>'
