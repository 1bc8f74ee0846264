"""Amounts that should be the same: rows and total of a ledger, complaint and ledger, figures and capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding, place_of
from casefiles.model import Evidence, Figure, Finding, Material, Practice
from casefiles.tables import Column, amount_column, products
from casefiles.thresholds.wording import PARTLY
from casefiles.values.amounts import find_amounts, grouped

BASIS = (Practice("明细之和等于总额，大写与小写一致，控告书与明细一致", "G"),)
CENT = Decimal("0.01")
_TURNOVER = ("illegal_business", "sales_amount")
# Every run is bounded, so that an endless row of digits or blanks is passed over once and not once from each of its places.
_NUMERAL = "[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]"
_CAPITALS = rf"(?<!{_NUMERAL}){_NUMERAL}{{2,40}}[元圆][零壹贰叁肆伍陆柒捌玖角分整正]{{0,8}}"
_DIGITS = r"(?<![\d,，.])[¥￥]?\s{0,4}(?<![\d,，.])[\d,，.]{1,24}\s{0,4}万?"
_TWICE = re.compile(
    rf"(?P<words>{_CAPITALS})\s{{0,4}}[（(]\s{{0,4}}(?:小写)?[:：]?\s{{0,4}}(?:人民币)?(?P<digits>{_DIGITS}元?)"
    rf"|(?P<digits2>{_DIGITS}元)\s{{0,4}}[（(]\s{{0,4}}(?:大写)?[:：]?\s{{0,4}}(?:人民币)?(?P<words2>{_CAPITALS})"
)


def check(file: CaseView) -> Iterator[Finding]:
    for ledger in file.of_kind("sales_ledger"):
        yield from _rows_against_total(ledger)
        yield from _rows_multiplied(ledger)
    yield from _claimed_against_ledger(file)
    for material in file.dossier.materials:
        yield from _words_against_digits(material)


def _rows_against_total(ledger: Material) -> Iterator[Finding]:
    column = amount_column(ledger)
    if column is None or column.total is None or len(column.rows) < 2:
        return
    added = sum(column.rows, Decimal())
    if abs(added - column.total) >= CENT * len(column.rows):
        yield _rows_told(ledger, column, added)


def _rows_told(ledger: Material, column: Column, added: Decimal) -> Finding:
    total = column.total or Decimal()
    apart = grouped(abs(added - total))
    said = f"《{ledger.file}》各行金额相加为{grouped(added)}元，合计栏写的是{grouped(total)}元，相差{apart}元。"
    place = evidence_of(ledger, ledger.fields["total_amount"]) if "total_amount" in ledger.fields else evidence_of(ledger)
    return _told(said, [place])


def _rows_multiplied(ledger: Material) -> Iterator[Finding]:
    """Pieces times price of one against the amount of the row; all rows in one finding, the first one spelled out."""
    wrong = [one for one in products(ledger) if abs(one.pieces * one.price - one.amount) >= 1]
    if wrong:
        first = wrong[0]
        said = (
            f"《{ledger.file}》有{len(wrong)}行的数量×单价与金额不符，例如{first.pieces:,}×{grouped(first.price)}元＝"
            f"{grouped(first.pieces * first.price)}元，写的是{grouped(first.amount)}元。"
        )
        yield _told(said, [place_of(ledger, one.row) for one in wrong])


def _claimed_against_ledger(file: CaseView) -> Iterator[Finding]:
    """A claim is compared with the ledgers together only where it is not one of them."""
    claimed = [one for one in file.story.figures if one.source == "claimed" and one.metric in _TURNOVER]
    shown = [one for one in file.story.figures if one.source == "ledger" and one.metric in _TURNOVER]
    totals = {one.value for one in shown} | {sum((one.value for one in shown), Decimal())}
    for claim in claimed[:1] if shown else ():
        if not any(abs(other.value - total) < 1 for other in claimed for total in totals):
            yield _claim_told(claim, shown)


def _claim_told(claim: Figure, shown: list[Figure]) -> Finding:
    ledgers = "、".join(f"《{one.evidence.file}》{grouped(one.value)}元" for one in shown)
    part = "；".join(dict.fromkeys(PARTLY[one.covers] for one in shown if one.covers in PARTLY))
    said = f"控告书写的数额是{grouped(claim.value)}元，明细为{ledgers}，两者不一致。{f'{part}。' if part else ''}"
    return _told(said, [claim.evidence, *(one.evidence for one in shown)])


def _words_against_digits(material: Material) -> Iterator[Finding]:
    for match in _TWICE.finditer(material.reading.text):
        words, digits = match["words"] or match["words2"], match["digits"] or match["digits2"]
        one, other = _amount(words), _amount(digits)
        if one is not None and other is not None and abs(one - other) >= CENT:
            said = f"《{material.file}》的大写金额“{words}”与小写金额“{digits.strip()}”不一致。"
            yield _told(said, [place_of(material, words)])


def _amount(text: str) -> Decimal | None:
    found = find_amounts(text if text.rstrip().endswith(("元", "整", "正", "分", "角")) else f"{text}元")
    return found[0].value if found else None


def _told(said: str, places: list[Evidence]) -> Finding:
    remedy = "请核对原始记录后改正；含退款、刷单、折扣或者不同口径的，请说明计算方法。"
    return finding("mismatch.amount", "warning", said, remedy, basis=BASIS, evidence=places)
