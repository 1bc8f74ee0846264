"""The text of a file that has no faithful layout, printed plainly; every page says that it is not the original's."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from casefiles.letters.printed import FONTS, document, pdf_of
from casefiles.model import Page, Reading

CHARACTERS = 60_000  # of one file; what is longer is cut, and says so
STYLE = f"""
@page {{ size: A4; margin: 18mm; }}
html {{ font: 10.5pt/1.5 {FONTS}; }}
.told {{ border: .5pt solid #333; padding: 4pt 6pt; font-size: 9pt; }}
h2 {{ font-size: 11pt; margin: 8pt 0 2pt; }}
p {{ margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }}
"""
NO_TEXT = "（没有读出文字，请查看原件）"
CUT = "（文字较长，以下省略，请查看原件）"


def plain_sheets(name: str, reading: Reading, why: str) -> bytes:
    """The sheets of a file from its reading; ``why`` says why there is no layout. Raises NoPrinter without Pango."""
    parts = [f'<p class="told">文字版 · 《{escape(name)}》：{escape(why)}不是原件版面，以原件为准。</p>']
    left = CHARACTERS
    for head, text in _texts(reading):
        parts.append(f"<h2>{escape(head)}</h2><p>{escape(text[:left]) or NO_TEXT}</p>")
        left -= len(text)
        if left <= 0:
            parts.append(f"<p>{CUT}</p>")
            break
    if len(parts) == 1:
        parts.append(f"<p>{NO_TEXT}</p>")
    return pdf_of(document(name, "".join(parts), STYLE))


def _texts(reading: Reading, inside: str = "") -> Iterator[tuple[str, str]]:
    yield from ((f"{inside}第{page.number}页", _printed(page)) for page in reading.pages)
    for one in reading.enclosed:
        yield from _texts(one.reading, f"{inside}{one.name} ")


def _printed(page: Page) -> str:
    """The page's lines; cells of a table stand apart."""
    return page.text.replace("\t", "　|　")
