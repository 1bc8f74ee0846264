"""One limb against the chosen figures and the stated conditions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from casefiles.offences import Limb, Test, When, load_metrics
from casefiles.offences.model import HalfItem, Tier
from casefiles.thresholds.wording import amount_of

Figures = Mapping[str, Decimal]
Conditions = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one limb came out.

    ``tier`` is the tier its figures reach (None: none); it counts only when ``applies`` is True.
    ``unknown`` are the conditions nobody stated; ``compared``: a stated figure was held against the limb, as ``line`` says.
    """

    limb: Limb
    applies: bool | None
    tier: Tier | None
    unknown: tuple[str, ...]
    compared: bool
    line: str

    @property
    def counts(self) -> bool:
        return self.applies is True and self.tier is not None

    @property
    def in_words(self) -> str:
        """The comparison, and why it does not count where the conditions of the limb are not there."""
        if self.applies is False:
            return f"{self.line}不具备该项的条件，不计入。"
        if self.unknown:
            return f"{self.line}该项的条件没有材料说明，不计入。"
        return self.line


def try_limb(limb: Limb, figures: Figures, conditions: Conditions) -> Verdict:
    """Tests one limb. Limbs for human review never come out as reached."""
    applies, unknown = _applies(limb.when, figures, conditions)
    compared = bool(limb.metrics & figures.keys())
    if limb.kind == "human_review":
        return Verdict(limb, None, None, (), True, f"{limb.basis}：{limb.title}，须由承办人判断。")
    if limb.kind == "conduct":
        return Verdict(limb, applies, limb.tier, unknown, applies is True, f"{limb.basis}：{limb.title}。")
    if limb.kind == "half_of_items":
        return _try_halves(limb, figures, conditions)
    tier, line = _try_figures(limb, figures)
    return Verdict(limb, applies, tier, unknown, compared, line)


def _applies(when: When, figures: Figures, conditions: Conditions) -> tuple[bool | None, tuple[str, ...]]:
    """True, False, or None with the conditions that were not stated."""
    states = {name: _flag(conditions.get(name)) for name in when.true}
    if when.subject:
        states["subject"] = _subject(when.subject, conditions.get("subject"))
    if when.act:
        stated = conditions.get("act")
        states[f"act:{when.act}"] = None if stated is None else stated == when.act
    if when.any_true:
        states.update(_any_of(when.any_true, conditions))
    below = all(figures.get(metric, Decimal(0)) < value for metric, value in when.below)
    if not below or False in states.values():
        return False, ()
    unknown = tuple(name for name, state in states.items() if state is None)
    return (None if unknown else True), unknown


def _flag(stated: object) -> bool | None:
    return stated if isinstance(stated, bool) else None


def _subject(wanted: str, stated: object) -> bool | None:
    """A case with both subjects is also tested against the limbs of goods and of services."""
    return None if stated is None else stated in (wanted, "both")


def _any_of(names: tuple[str, ...], conditions: Conditions) -> dict[str, bool | None]:
    states = {name: _flag(conditions.get(name)) for name in names}
    if True in states.values():
        return {}
    if all(state is False for state in states.values()):
        return {names[0]: False}
    return {name: None for name, state in states.items() if state is None}


def _total(test: Test, figures: Figures) -> Decimal | None:
    stated = [figures[metric] for metric in test.metrics if metric in figures]
    return sum(stated, Decimal(0)) if stated else None


def reaches(test: Test, figures: Figures) -> bool:
    total = _total(test, figures)
    return total is not None and total >= test.at_least


def _try_figures(limb: Limb, figures: Figures) -> tuple[Tier | None, str]:
    tier: Tier | None = None
    if any(reaches(test, figures) for test in limb.aggravated):
        tier = "especially_serious"
    elif any(reaches(test, figures) for test in limb.base):
        tier = "serious"
    words = [_compare(test, figures, name) for name, tests in _tiers(limb) for test in tests if _total(test, figures) is not None]
    return tier, f"{limb.basis}（{limb.title}）：{'；'.join(words) or '没有相应的数额'}。"


def _tiers(limb: Limb) -> tuple[tuple[str, tuple[Test, ...]], ...]:
    return (("", limb.base), ("加重档 ", limb.aggravated))


def _compare(test: Test, figures: Figures, tier: str) -> str:
    name = "＋".join(load_metrics()[metric].name for metric in test.metrics)
    sign, word = ("≥", "达到") if reaches(test, figures) else ("＜", "未达到")
    total = _total(test, figures) or Decimal(0)
    return f"{name} {amount_of(test.metrics[0], total)} {sign} {tier}{amount_of(test.metrics[0], test.at_least)}，{word}"


def _try_halves(limb: Limb, figures: Figures, conditions: Conditions) -> Verdict:
    """两项以上分别达到一半 (法释〔2025〕5号第十三条第一款第（五）项): whole items count, and one figure counts for one item."""
    states = {item: _applies(item.when, figures, conditions) for item in limb.items}
    sure = _halves([item for item in limb.items if states[item][0] is True], figures)
    possible = _halves([item for item in limb.items if states[item][0] is not False], figures)
    reached = len(possible) >= limb.min_items
    applies = True if len(sure) >= limb.min_items else (None if reached else False)
    unknown = tuple(name for item, _ in possible for name in states[item][1]) if applies is None else ()
    words = "；".join(_compare(test, figures, "一半 ") for _, test in sure)
    line = f"{limb.basis}（{limb.title}）：达到一半的有 {len(sure)} 项{'，' + words if words else ''}。"
    return Verdict(limb, applies, "serious" if reached else None, unknown, bool(sure), line)


def _halves(items: list[HalfItem], figures: Figures) -> list[tuple[HalfItem, Test]]:
    """The items at half their standard, each with the figure that gets it there and that no other item uses."""
    found: list[tuple[HalfItem, Test]] = []
    used: set[tuple[str, ...]] = set()
    for item in sorted(items, key=lambda one: sum(reaches(test, figures) for test in one.half)):
        test = next((test for test in item.half if reaches(test, figures) and test.metrics not in used), None)
        if test:
            used.add(test.metrics)
            found.append((item, test))
    return found
