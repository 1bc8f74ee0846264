"""Figures by where they stand: the complaint claims, a ledger shows, an appraisal finds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from casefiles.kinds.engine.workbooks import is_workbook
from casefiles.model import Dossier, Evidence, Fact, Figure, FigureSource, Material
from casefiles.offences import Offence
from casefiles.stories.counting import read_counts
from casefiles.stories.coverage import coverage, is_of_sales
from casefiles.stories.cut import REACH, is_less_than_a_row, looks_cut
from casefiles.stories.narrative import read_figures, total_of_line
from casefiles.stories.passages import Passage, normalise
from casefiles.stories.periods import Acts
from casefiles.stories.quantities import as_number
from casefiles.stories.wordings import load_wordings

APPRAISALS = ("loss_assessment", "price_certificate", "appraisal_report")
UNSOLD_LEDGER = re.compile(r"库存|未销售|未售|待售|扣押|查扣|查获|盘点")
# The standard asks for yuan; `checks/currency.py` asks for the rate.
FOREIGN_UNIT = re.compile(
    r"(?:单位|币种|货币)\s{0,3}[:：]\s{0,3}万?(?:美元|美金|港元|港币|欧元|英镑|日元|韩元|新台币|USD|HKD|EUR|GBP|JPY)"
)
MONEY = re.compile(r"元|金额|单价|售价|价款|货款|货值|小计|￥|¥|额")
SAMPLES = re.compile(r"材料|检材|样本|样品|送检|委托事项")
FORM = "申请表中填写的数额"


@dataclass(frozen=True, slots=True)
class Stated:
    """The figures of a dossier, and the places of those that look torn or cannot be right."""

    figures: tuple[Figure, ...]
    unclear: tuple[Evidence, ...] = ()


def collect_figures(dossier: Dossier, passages: tuple[Passage, ...], offence: Offence | None, acts: Acts) -> Stated:
    """Every figure of the dossier, each stated value once per place; the form fills in what no document states."""
    found: list[Figure] = []
    for passage in passages:
        material = passage.material
        if material.kind == "complaint_letter":
            found += _stated(passage, offence, "claimed")
        elif material.kind == "sales_ledger":
            found += _from_ledger(material, passage, offence, acts)
        elif material.kind in APPRAISALS:
            found += _from_appraisal(material, passage, offence)
    stated = {figure.metric for figure in found}
    form = [Figure(name, value, "claimed", Evidence("", quote=FORM)) for name, value in dossier.answers.figures.items()]
    figures = _once(found + [figure for figure in form if figure.metric not in stated])
    ledgers = [passage for passage in passages if passage.material.kind == "sales_ledger"]
    return Stated(figures, tuple(place for passage in ledgers for place in _unclear(passage)))


def _once(figures: list[Figure]) -> tuple[Figure, ...]:
    seen = {(figure.metric, figure.value, figure.evidence.file): figure for figure in reversed(figures)}
    return tuple(reversed(seen.values()))


def _stated(passage: Passage, offence: Offence | None, source: FigureSource) -> Iterator[Figure]:
    code = offence.code if offence else None
    yield from read_figures(passage, code, source)
    yield from read_counts(passage, code, source)


def _from_ledger(material: Material, passage: Passage, offence: Offence | None, acts: Acts) -> Iterator[Figure]:
    if FOREIGN_UNIT.search(passage.text):
        return
    unsold = UNSOLD_LEDGER.search(passage.text[:60]) is not None
    metric = "unsold_value" if unsold else (offence.main_metric if offence else "illegal_business")
    if metric == "loss":
        return
    quantity = _field(material, "total_quantity")
    total = _total(passage)
    covers, of_sales = coverage(passage, acts), not unsold and is_of_sales(passage)
    if total and not _is_a_count(total, quantity, material, passage):
        yield Figure(metric, total[0], "ledger", total[1], covers, of_sales)
    counted = _quantity_metric(passage, offence, unsold)
    if quantity and counted:
        yield Figure(counted, quantity[0], "ledger", quantity[1], covers, of_sales)


def _total(passage: Passage) -> tuple[Decimal, Evidence] | None:
    """The total of a ledger; None where the line it stands on was torn."""
    total = _field(passage.material, "total_amount") or _printed_total(passage)
    return None if total is None or _is_torn(passage, total[1]) else total


def _unclear(passage: Passage) -> Iterator[Evidence]:
    """The place of a ledger's total that looks torn, or is less than one of its own rows."""
    total = _field(passage.material, "total_amount") or _printed_total(passage)
    torn = total is not None and _is_torn(passage, total[1])
    if total and (torn or ("total_amount" in passage.material.fields and is_less_than_a_row(total[0], passage.text))):
        yield total[1]


def _is_torn(passage: Passage, place: Evidence) -> bool:
    """What a person set is as they meant it."""
    fact = passage.material.fields.get("total_amount")
    lines = [line.text for _, line in passage.lines]
    return not (fact and fact.source == "person") and looks_cut(place.quote, _below(lines, place.quote))


def _below(lines: Sequence[str], quote: str) -> Sequence[str]:
    at = next((number for number, line in enumerate(lines) if quote and line.strip() in quote), len(lines))
    return lines[at + 1 : at + 1 + REACH]


def _is_a_count(
    total: tuple[Decimal, Evidence], quantity: tuple[Decimal, Evidence] | None, material: Material, passage: Passage
) -> bool:
    """A list of things counted states no money: its last line is their number."""
    if "total_amount" in material.fields:
        return False
    is_whole = "." not in str(total[0])
    return (is_whole and not MONEY.search(_around(passage, total[1]))) or (quantity is not None and quantity[0] == total[0])


def _around(passage: Passage, place: Evidence) -> str:
    """The text in which headings may speak of a total: of a workbook its own sheet."""
    if not is_workbook(passage.material.reading):
        return passage.text
    return "\n".join(page.text for page in passage.material.reading.pages if page.number == place.page)


def _quantity_metric(passage: Passage, offence: Offence | None, unsold: bool) -> str | None:
    """The quantity of a ledger counts only where its goods are what the standard counts."""
    if offence is None or offence.quantity_metric is None:
        return None
    cue = next((cue for cue in load_wordings().counts if cue.metric == offence.quantity_metric), None)
    if cue is None or not (cue.nouns.search(passage.text) or _names_a_unit(passage.text, cue.own_units)):
        return None
    return cue.unsold_metric if unsold else cue.metric


def _names_a_unit(text: str, units: str) -> bool:
    """Whether a heading says what is counted: 成交数量（幅）, 册数."""
    return bool(units) and re.search(rf"[（(/][{units}][）)]?|(?<![样版基成脚剧])[{units}]数(?![据码学字])", text) is not None


def _from_appraisal(material: Material, passage: Passage, offence: Offence | None) -> Iterator[Figure]:
    figures = [figure for figure in _stated(passage, offence, "appraisal") if not SAMPLES.search(figure.evidence.quote)]
    yield from figures
    total = _field(material, "total_amount")
    if total and total[0] not in {figure.value for figure in figures}:
        yield Figure(_appraised_metric(material, passage, offence), total[0], "appraisal", total[1])


def _appraised_metric(material: Material, passage: Passage, offence: Offence | None) -> str:
    if material.kind == "loss_assessment" and offence and offence.loss_metric:
        return offence.loss_metric
    if material.kind == "loss_assessment" and re.search(r"违法所得|获利", passage.text):
        return "illegal_gains"
    if material.kind == "price_certificate" and (offence is None or offence.main_metric == "sales_amount" or _is_unsold(passage)):
        return "unsold_value"
    return offence.main_metric if offence else "illegal_business"


def _is_unsold(passage: Passage) -> bool:
    return load_wordings().unsold.search(passage.text) is not None


def _field(material: Material, name: str) -> tuple[Decimal, Evidence] | None:
    fact = material.fields.get(name)
    value = as_number(fact.value) if fact else None
    return (value, _evidence(material, fact)) if fact and value is not None else None


def _evidence(material: Material, fact: Fact) -> Evidence:
    return Evidence(material.file, fact.page, fact.quote, fact.box, material.part)


def _printed_total(passage: Passage) -> tuple[Decimal, Evidence] | None:
    """A ledger whose total no field shows: the last number of its 合计 line."""
    for start, (_, line) in zip(passage.starts, passage.lines, strict=True):
        value = total_of_line(normalise(line.text))
        if value is not None:
            return value, passage.evidence(start, start + 1)
    return None
