"""Pieces that should be the same: the rows of a ledger and the total it prints (K13)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Finding, Material, Practice
from casefiles.tables import quantity_column

BASIS = ("法释〔2025〕5号第七条", Practice("逐项数量之和等于总数，同一商品不重复计入", "D"))


def check(file: CaseView) -> Iterator[Finding]:
    for ledger in file.of_kind("sales_ledger"):
        column = quantity_column(ledger)
        if column is not None and column.total is not None and len(column.rows) > 1:
            yield from _compared(ledger, sum(column.rows, Decimal()), column.total)


def _compared(ledger: Material, added: Decimal, total: Decimal) -> Iterator[Finding]:
    if added != total:
        yield finding(
            "mismatch.quantity",
            "warning",
            f"《{ledger.file}》各行数量相加为{added:,.0f}，合计栏写的是{total:,.0f}，相差{abs(added - total):,.0f}。",
            "请核对原始记录后改正；退货、补发、重复列出的，请说明怎样计算。",
            basis=BASIS,
            evidence=[evidence_of(ledger, ledger.fields.get("total_quantity"))],
        )
