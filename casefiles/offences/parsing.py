"""From checked TOML tables to the values of ``casefiles.offences.model``; refuses what does not hold together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

from casefiles.model import Basis, Practice
from casefiles.offences.model import Element, HalfItem, Limb, Metric, Need, Offence, Penalty, Test, When
from casefiles.offences.reading import RuleError, Table
from casefiles.offences.vocabulary import ACTS, CASES, FLAGS, KINDS, LIMB_KINDS, RIGHTS, SUBJECTS, TIERS
from casefiles.statements import load_statements

# Documents that tell of the acts as a whole: a sentence in one of them may speak to any element.
ALWAYS_HEARD = ("complaint_letter", "administrative_decision", "civil_judgment", "comparison", "notarial_deed")


def parse_metric(code: str, table: Table) -> Metric:
    metric = Metric(
        code=code,
        name=table.text("name"),
        unit=table.text("unit"),
        kind=table.choice("kind", ("money", "count")),
        rule=table.text("rule"),
        basis=table.text("basis"),
        grade=table.grade(),
    )
    table.end()
    return metric


def _parse_test(table: Table, metrics: Mapping[str, Metric]) -> Test:
    names = table.texts("sum_of", []) or (table.text("metric"),)
    for name in names:
        if name not in metrics:
            raise table.refuse(f"没有 {name} 这个数额或者数量")
    test = Test(metrics=names, at_least=table.amount("at_least"))
    table.end()
    return test


def _parse_tests(table: Table, key: str, metrics: Mapping[str, Metric]) -> tuple[Test, ...]:
    return tuple(_parse_test(row, metrics) for row in table.tables(key, []))


def _parse_when(table: Table, metrics: Mapping[str, Metric]) -> When:
    true = tuple(flag for flag in FLAGS if table.take(flag, bool, False))
    any_true = table.texts("any", [])
    if unknown := set(any_true) - set(FLAGS):
        raise table.refuse(f"any 不认识 {'、'.join(sorted(unknown))}")
    subject = table.choice("subject", SUBJECTS, None)
    act = table.choice("act", ACTS, None)
    below = table.take("below", dict, {})
    if unknown := set(below) - set(metrics):
        raise table.refuse(f"below 不认识 {'、'.join(sorted(unknown))}")
    table.end()
    return When(subject, act, true, any_true, tuple((name, Decimal(value)) for name, value in below.items()))


def _parse_item(table: Table, metrics: Mapping[str, Metric]) -> HalfItem:
    item = HalfItem(table.text("limb"), _parse_tests(table, "half", metrics), _parse_when(table.table("when"), metrics))
    table.end()
    return item


def parse_limb(table: Table, metrics: Mapping[str, Metric]) -> Limb:
    items = tuple(_parse_item(row, metrics) for row in table.tables("items", []))
    limb = Limb(
        id=table.text("id"),
        title=table.text("title"),
        basis=table.text("basis"),
        grade=table.grade(),
        starts=table.day("from"),
        ends=table.day("until", None),
        kind=table.choice("kind", LIMB_KINDS, "half_of_items" if items else "figures"),
        tier=table.choice("tier", TIERS, "serious"),
        when=_parse_when(table.table("when"), metrics),
        base=_parse_tests(table, "base", metrics),
        aggravated=_parse_tests(table, "aggravated", metrics),
        items=items,
        min_items=table.take("min_items", int, 0),
        first_standard_from=table.day("first_standard_from", None),
        aggravated_ungraded=table.take("aggravated_ungraded", bool, False),
        note=table.text("note", ""),
    )
    table.end()
    _check_limb(limb, table)
    return limb


def _check_limb(limb: Limb, table: Table) -> None:
    if limb.ends is not None and limb.ends < limb.starts:
        raise table.refuse("until 早于 from")
    if limb.kind == "figures" and not (limb.base or limb.aggravated):
        raise table.refuse("既没有 base 也没有 aggravated")
    if limb.kind == "half_of_items" and not 2 <= limb.min_items <= len(limb.items):
        raise table.refuse("min_items 应当在二与 items 的项数之间")
    if limb.kind in ("conduct", "human_review") and (limb.base or limb.aggravated):
        raise table.refuse(f"{limb.kind} 不带数额")
    floors = {test.metrics: test.at_least for test in limb.base}
    for test in limb.aggravated:
        if test.metrics in floors and test.at_least <= floors[test.metrics]:
            raise table.refuse("aggravated 不高于 base")


def parse_penalty(table: Table) -> Penalty:
    penalty = Penalty(
        tier=table.choice("tier", TIERS),
        label=table.text("label"),
        text=table.text("text"),
        max_years=table.take("max_years", int),
        limitation_years=table.take("limitation_years", int),
        basis=table.text("basis"),
        grade=table.grade(),
        starts=table.day("from"),
        ends=table.day("until", None),
    )
    table.end()
    if penalty.limitation_years != limitation_for(penalty.max_years):
        raise table.refuse(f"最高刑 {penalty.max_years} 年的追诉期限应当是 {limitation_for(penalty.max_years)} 年")
    return penalty


def limitation_for(max_years: int) -> int:
    """Years until a crime lapses by the highest penalty in years (刑法第八十七条第一至三项)."""
    if max_years < 5:
        return 5
    return 10 if max_years < 10 else 15


def parse_element(table: Table) -> Element:
    """Sentences are heard in the complaint, in papers of the authorities and in what usually proves the element, unless told."""
    proof = table.texts("proof")
    element = Element(
        name=table.text("name"),
        basis=table.text("basis"),
        grade=table.grade(),
        words=_pattern(table),
        proof=proof,
        heard_in=table.texts("heard_in", []) or tuple(dict.fromkeys((*ALWAYS_HEARD, *proof))),
        figures=table.take("figures", bool, False),
    )
    table.end()
    if unknown := {*element.proof, *element.heard_in} - set(KINDS):
        raise table.refuse(f"没有 {'、'.join(sorted(unknown))} 这种材料")
    return element


def _pattern(table: Table) -> re.Pattern[str]:
    try:
        return re.compile(table.text("words"))
    except re.error as why:
        raise table.refuse(f"words 不是合格的表达式（{why}）") from why


def parse_need(table: Table) -> Need:
    figures = table.values.get("or_figures", [])
    if figures == "any":
        table.values["or_figures"] = ["any"]
    need = Need(
        code=table.text("code"),
        name=table.text("name"),
        any_of=table.texts("any_of"),
        remedy=table.text("remedy"),
        basis=_parse_basis(table),
        grade=table.grade(),
        when=table.texts("when", []),
        of=table.choice("of", ("agent",), None),
        or_figures=table.texts("or_figures", []),
        or_words=table.texts("or_words", []),
        or_stated=table.choice("or_stated", tuple(load_statements()), None),
    )
    table.end()
    if unknown := set(need.any_of) - set(KINDS):
        raise table.refuse(f"没有 {'、'.join(sorted(unknown))} 这种材料")
    if unknown := set(need.when) - set(CASES):
        raise table.refuse(f"when 不认识 {'、'.join(sorted(unknown))}")
    if not need.code.startswith("missing."):
        raise table.refuse("code 应当以 missing. 开头")
    return need


def _parse_basis(table: Table) -> tuple[Basis, ...]:
    citations: tuple[Basis, ...] = table.texts("basis", [])
    practice = table.text("practice", None)
    if practice:
        citations = (*citations, Practice(practice, table.values.get("grade", "D")))
    if not citations:
        raise table.refuse("缺少 basis 或者 practice")
    return citations


NeedGroups = Mapping[str, tuple[tuple[Need, ...], tuple[Need, ...]]]


def parse_group(table: Table) -> tuple[tuple[Need, ...], tuple[Need, ...]]:
    needs = tuple(parse_need(row) for row in table.tables("needs", []))
    advisable = tuple(parse_need(row) for row in table.tables("advisable", []))
    table.end()
    return needs, advisable


def parse_offence(table: Table, metrics: Mapping[str, Metric], groups: NeedGroups) -> Offence:
    """One offence file. Raises RuleError where the file is incomplete or contradicts itself."""
    wanted = table.texts("need_groups")
    if unknown := set(wanted) - set(groups):
        raise table.refuse(f"没有 {'、'.join(sorted(unknown))} 这组材料")
    own = parse_group(Table({key: table.values.pop(key, []) for key in ("needs", "advisable")}, table.place))
    chosen = [groups["every_report"], *(groups[name] for name in wanted), own]
    limbs = tuple(parse_limb(row, metrics) for row in table.tables("limbs"))
    offence = Offence(
        code=table.text("code"),
        name=table.text("name"),
        article=table.text("article"),
        grade=table.grade(),
        right=table.choice("right", RIGHTS),
        elements=tuple(parse_element(row) for row in table.tables("elements")),
        usual_metrics=table.texts("usual_metrics"),
        main_metric=table.text("main_metric"),
        penalties=tuple(parse_penalty(row) for row in table.tables("penalties")),
        limbs=limbs,
        needs=tuple(need for needs, _ in chosen for need in needs),
        advisable=tuple(need for _, advisable in chosen for need in advisable),
        profit_purpose=table.take("profit_purpose", bool, False),
        quantity_metric=table.text("quantity_metric", None),
        loss_metric=table.text("loss_metric", None),
        unsold_counts_as=table.text("unsold_counts_as", None),
        metrics=frozenset().union(*(limb.metrics for limb in limbs)),
    )
    table.end()
    _check_offence(offence, table)
    _check_roles(offence, metrics, table)
    return offence


def _check_offence(offence: Offence, table: Table) -> None:
    if unknown := set(offence.usual_metrics) - offence.metrics:
        raise table.refuse(f"usual_metrics 里的 {'、'.join(sorted(unknown))} 没有任何一项标准用到")
    ids = [limb.id for limb in offence.limbs]
    if len(ids) != len(set(ids)):
        raise table.refuse("limbs 的 id 重复")
    if any(limb.aggravated or limb.tier == "especially_serious" for limb in offence.limbs) != (
        "especially_serious" in offence.tiers()
    ):
        raise table.refuse("limbs 与 penalties 的档次不一致")
    for tier in offence.tiers():
        _check_periods([penalty for penalty in offence.penalties if penalty.tier == tier], table)


def _check_roles(offence: Offence, metrics: Mapping[str, Metric], table: Table) -> None:
    for name in (offence.main_metric, offence.quantity_metric, offence.loss_metric, offence.unsold_counts_as):
        if name is not None and name not in metrics:
            raise table.refuse(f"没有 {name} 这个数额或者数量")


def _check_periods(penalties: list[Penalty], table: Table) -> None:
    ordered = sorted(penalties, key=lambda penalty: penalty.starts)
    for earlier, later in pairwise(ordered):
        if earlier.ends is None or earlier.ends >= later.starts:
            raise table.refuse(f"penalties 的期间重叠（{later.starts}）")
    if ordered[-1].ends is not None:
        raise table.refuse("penalties 没有现行的一段")


__all__ = ["RuleError", "limitation_for", "parse_group", "parse_metric", "parse_offence"]
