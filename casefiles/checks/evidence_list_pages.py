"""How many pages the evidence list tells of a paper, against the pages of the PDF handed in (K33).

Only where the list has a column 页数 and one PDF alone is of the kind it names; the pages of a Word file depend on who prints it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding, place_of
from casefiles.listings import kind_of
from casefiles.model import Evidence, Finding, Material, Practice

BASIS = (Practice("材料与目录、页数、校验值一致", "D"),)
_PAGES = re.compile(r"^页\s*数$")
_NAME = re.compile(r"(?:证据|材料)?(?:名\s*称|材\s*料)$")


def check(file: CaseView) -> Iterator[Finding]:
    for listing in file.of_kind("evidence_list"):
        told: list[str] = []
        places: list[Evidence] = []
        for name, pages in _told(listing):
            paper = _only_pdf(file, kind_of(name))
            if paper is not None and len(paper.reading.pages) != pages:
                told.append(f"“{name}”{pages}页，收到的《{paper.file}》是{len(paper.reading.pages)}页")
                places.append(place_of(listing, name))
        if told:
            yield finding(
                "mismatch.evidence_pages",
                "warning",
                f"证据清单《{listing.file}》写的页数与收到的文件不同：{'；'.join(told)}。",
                "请核对是否漏扫、多扫，补传完整的文件或者改正清单。",
                basis=BASIS,
                evidence=places,
            )


def _told(listing: Material) -> Iterator[tuple[str, int]]:
    """Name and pages of each row under the headings 名称 and 页数."""
    for table in (table for page in listing.reading.pages for table in page.tables):
        heads = [re.sub(r"\s", "", cell) for cell in table.rows[0]] if table.rows else []
        name = next((place for place, head in enumerate(heads) if _NAME.search(head)), None)
        pages = next((place for place, head in enumerate(heads) if _PAGES.match(head)), None)
        if name is None or pages is None:
            continue
        for row in table.rows[1:]:
            if max(name, pages) < len(row) and re.fullmatch(r"\s*\d{1,4}\s*页?\s*", row[pages]):
                yield row[name].strip(), int(re.sub(r"\D", "", row[pages]))


def _only_pdf(file: CaseView, kind: str | None) -> Material | None:
    papers = file.of_kind(kind) if kind else ()
    return papers[0] if len(papers) == 1 and papers[0].reading.format == "pdf" and papers[0].reading.pages else None
