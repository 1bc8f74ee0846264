"""Workbooks and plain text."""

from __future__ import annotations

import io
from collections.abc import Sequence


def xlsx(
    rows: Sequence[Sequence[object]] = (("商品", "数量", "金额"), ("外套", 2, 240.5)),
    *,
    more: dict[str, Sequence[Sequence[object]]] | None = None,
) -> bytes:
    """A workbook: ``rows`` on the first sheet (明细), each entry of ``more`` on a sheet of that name."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.active.title = "明细"
    for row in rows:
        workbook.active.append(list(row))
    for title, others in (more or {}).items():
        sheet = workbook.create_sheet(title)
        for row in others:
            sheet.append(list(row))
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def txt(text: str = "控告人:蜀光电子有限公司\n2026年10月20日", encoding: str = "utf-8") -> bytes:
    return text.encode(encoding)
