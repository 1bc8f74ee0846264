"""Limitation of prosecution (刑法第八十七条至第八十九条), from the end of the acts. A warning only: the authority examines it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding
from casefiles.offences import Penalty
from casefiles.values.dates import add_months

BASIS = ("刑法第八十七条", "刑法第八十八条", "刑法第八十九条")


def check(file: CaseView) -> Iterator[Finding]:
    ended = file.story.acts_until
    penalty = _penalty(file, ended) if ended else None
    if ended is None or penalty is None or add_months(ended, 12 * penalty.limitation_years) >= file.as_of:
        return
    lasts = f"按“{penalty.label}”的法定刑，追诉期为{penalty.limitation_years}年"
    yield finding(
        "limitation.expired",
        "warning",
        f"所述行为终了于{ended.isoformat()}，{lasts}，到{file.as_of.isoformat()}可能已经超过。",
        "报案仍然接受，由办案机关审查。请说明行为是否持续、其后有无新的犯罪、是否曾在期限内控告而未立案，并附当时的凭证。",
        basis=BASIS,
        evidence=file.story.acts_evidence,
        questions=("行为最后一次发生在哪一天？", "是否曾在追诉期内报过案？"),
    )


def _penalty(file: CaseView, ended: date) -> Penalty | None:
    """The range that limitation follows: the tier the figures reach, or the base tier, in the milder of old and new law."""
    if file.offence is None:
        return None
    tier = file.threshold.tier or "serious"
    ranges = [file.offence.penalty(tier, day) or file.offence.penalty("serious", day) for day in (ended, file.as_of)]
    return min((one for one in ranges if one), key=lambda one: one.limitation_years, default=None)
