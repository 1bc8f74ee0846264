"""The values of the offence rules. All are frozen; dates are inclusive; money in yuan, counts in the metric's unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from casefiles.model import Basis

Grade = Literal["V2", "V1", "C", "G", "D"]
Tier = Literal["serious", "especially_serious"]
LimbKind = Literal["figures", "half_of_items", "conduct", "human_review"]


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure a filing standard can ask for; ``rule`` says in our own words how it is counted."""

    code: str
    name: str
    unit: str
    kind: Literal["money", "count"]
    rule: str
    basis: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class Test:
    """The sum of ``metrics`` (usually one) is at least ``at_least``."""

    metrics: tuple[str, ...]
    at_least: Decimal

    __test__ = False  # not a test case, whatever a test runner may think of its name


@dataclass(frozen=True, slots=True)
class When:
    """The conditions under which a limb applies, all joined by *and*.

    ``marks_gte_2``, ``patents_gte_2``, ``repeat_2y``, ``bankruptcy`` and ``foreign_recipient`` stand in ``true``;
    one of ``any_true`` must hold; ``below`` are figures that must stay under a value (the sold part).
    """

    subject: Literal["goods", "service", "both"] | None = None
    act: str | None = None
    true: tuple[str, ...] = ()
    any_true: tuple[str, ...] = ()
    below: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class HalfItem:
    """One item of a half-and-half limb: reached when one of ``half`` is, and ``when`` holds."""

    limb: str
    half: tuple[Test, ...]
    when: When = When()


@dataclass(frozen=True, slots=True)
class Limb:
    """One way to reach the filing standard, in force from ``starts`` to ``ends`` (None: still in force).

    ``first_standard_from``: no standard existed before this one, so it also holds for earlier acts from that day on.
    ``aggravated_ungraded``: an aggravated figure may have existed but is not among the rules; a person must look.
    ``tier`` is the tier a ``conduct`` limb, or the ``aggravated`` figures alone, lead to.
    """

    id: str
    title: str
    basis: str
    grade: Grade
    starts: date
    ends: date | None = None
    kind: LimbKind = "figures"
    tier: Tier = "serious"
    when: When = When()
    base: tuple[Test, ...] = ()
    aggravated: tuple[Test, ...] = ()
    items: tuple[HalfItem, ...] = ()
    min_items: int = 0
    first_standard_from: date | None = None
    aggravated_ungraded: bool = False
    note: str = ""

    @property
    def metrics(self) -> frozenset[str]:
        """The metrics the limb asks for."""
        tests = (*self.base, *self.aggravated, *(test for item in self.items for test in item.half))
        return frozenset(metric for test in tests for metric in test.metrics)

    def holds_on(self, day: date) -> bool:
        """Whether the limb governs acts that end on ``day``."""
        if self.first_standard_from is not None and self.first_standard_from <= day < self.starts:
            return True
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class Penalty:
    """The range of one tier in one period of the law, and the limitation it leads to (刑法第八十七条)."""

    tier: Tier
    label: str
    text: str
    max_years: int
    limitation_years: int
    basis: str
    grade: Grade
    starts: date
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """A wanted material: one of the kinds ``any_of`` meets it.

    ``when`` are the cases in which it is wanted (empty: always); ``of`` says whose document it is (``agent``).
    ``or_figures``: a figure of one of these metrics stated in the complaint meets it too; ``("any",)`` any metric.
    ``or_words``: a document of kind ``web_evidence`` or ``other`` with one of these words meets it too.
    ``or_stated``: a document that makes this statement (``casefiles/statements.toml``) meets it too.
    """

    code: str
    name: str
    any_of: tuple[str, ...]
    remedy: str
    basis: tuple[Basis, ...]
    grade: Grade
    when: tuple[str, ...] = ()
    of: str | None = None
    or_figures: tuple[str, ...] = ()
    or_words: tuple[str, ...] = ()
    or_stated: str | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """One element of an offence. ``words`` find the sentences that speak to it (our practice, D), in the documents ``heard_in``;

    ``proof`` are the kinds of documents that usually prove it: they speak to it as a whole, and are wanting where absent.
    ``figures``: the places of the stated figures speak to it too.
    """

    name: str
    basis: str
    grade: Grade
    words: re.Pattern[str]
    proof: tuple[str, ...]
    heard_in: tuple[str, ...]
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Offence:
    """One offence of 刑法第二百一十三条 to 第二百一十九条之一, with everything a pre-review asks about it.

    ``needs`` keep a dossier from passing when absent, ``advisable`` warn; both hold the needs of every report too.
    ``main_metric`` is what the total of a sales ledger counts as, ``quantity_metric`` its quantity, ``loss_metric``
    the total of a loss assessment; ``unsold_counts_as`` the metric into which sold and unsold value are added up.
    """

    code: str
    name: str
    article: str
    grade: Grade
    right: Literal["trademark", "patent", "copyright", "trade_secret"]
    elements: tuple[Element, ...]
    usual_metrics: tuple[str, ...]
    main_metric: str
    penalties: tuple[Penalty, ...]
    limbs: tuple[Limb, ...]
    needs: tuple[Need, ...]
    advisable: tuple[Need, ...]
    profit_purpose: bool = False
    quantity_metric: str | None = None
    loss_metric: str | None = None
    unsold_counts_as: str | None = None
    metrics: frozenset[str] = field(default_factory=frozenset)

    def penalty(self, tier: Tier, day: date) -> Penalty | None:
        """The range of ``tier`` in the law of ``day``; None where the law of that day has no such tier."""
        for penalty in self.penalties:
            if penalty.tier == tier and penalty.starts <= day and (penalty.ends is None or day <= penalty.ends):
                return penalty
        return None

    def tiers(self) -> tuple[Tier, ...]:
        return tuple(dict.fromkeys(penalty.tier for penalty in self.penalties))
