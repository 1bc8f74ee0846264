"""卷宗目录: what the dossier holds, in order, with pages and digests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casefiles.letters.paper import Paper


@dataclass(frozen=True, slots=True)
class Entry:
    """One document. ``pages`` is its number of pages (0: unknown), ``remark`` what a reader of the list must know."""

    kind: str
    file: str
    pages: int
    sha256: str
    received: str
    remark: str = ""


def catalogue(entries: Iterable[Entry], *, number: str, applicant: str, offence: str, as_of: str) -> Paper:
    """The paper; ``as_of`` is the moment the dossier stood so, in words."""
    paper = Paper("卷宗目录", note=f"案件编号：{number}" if number else "", mark="线上材料目录，不是诉讼卷宗的法定目录")
    for label, value in (("报案人", applicant), ("罪名", offence), ("截至", as_of)):
        if value:
            paper.paragraph(f"{label}：{value}", align="left")
    paper.table(HEADS, rows_of(list(entries)), widths=(2, 6, 8, 2, 4, 9, 5), size=8)
    return paper


HEADS = ("序号", "材料种类", "文件", "页数", "收到", "SHA-256", "备注")


def rows_of(entries: Sequence[Entry]) -> list[tuple[str, ...]]:
    """The entries as rows of ``HEADS``."""
    return [
        (str(place), one.kind, one.file, str(one.pages or "—"), one.received, one.sha256, one.remark)
        for place, one in enumerate(entries, 1)
    ]
