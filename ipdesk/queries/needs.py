"""What a report of its offence needs, and what of it is there, for the list beside the upload box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from casefiles.model import Basis
from casefiles.offences import Need, load_offences
from ipdesk.tables import Case, ReviewRow

WHEN = {
    "organisation": "单位报案",
    "foreign_organisation": "境外单位报案",
    "person": "自然人报案",
    "agent": "委托他人报案",
    "holder_differs": "权利人与控告人不一致",
    "technical_information": "涉及技术信息",
}

State = Literal["there", "offline", "missing", "stated", "open"]


@dataclass(frozen=True, slots=True)
class NeedLine:
    """One needed material.

    ``state``: ``there``, ``offline`` (original on paper), ``missing``, ``stated`` (no document of its own, but other papers
    say it), or ``open`` (not reviewed yet).
    """

    name: str
    kinds: tuple[str, ...]
    when: str
    remedy: str
    basis: tuple[Basis, ...]
    state: State


def needs_of(case: Case, review: ReviewRow | None) -> list[NeedLine]:
    """Every material whose absence keeps the report from passing; those for other cases than this one are left out."""
    code = case.offence or (review.result["offence"]["code"] if review else None)
    offence = load_offences().get(code or "")
    first, *others = load_offences().values()
    common = tuple(need for need in first.needs if all(need in other.needs for other in others))
    needs = offence.needs if offence else common
    if review is not None and code != review.result["offence"]["code"]:
        review = None  # made for another offence: it says nothing of these needs
    lines = (_line(need, case, review) for need in needs if _concerns(need, case))
    return [line for line in lines if not (line.when and line.state == "stated")]


def _line(need: Need, case: Case, review: ReviewRow | None) -> NeedLine:
    return NeedLine(
        name=need.name,
        kinds=need.any_of,
        when="、".join(WHEN.get(one, one) for one in need.when),
        remedy=need.remedy,
        basis=need.basis,
        state=_state(need, case, review),
    )


def _state(need: Need, case: Case, review: ReviewRow | None) -> State:
    found = review.result["findings"] if review else ()
    if any(one["code"] == need.code and need.name in one["message"] for one in found):
        return "missing"
    kinds = {one["kind"] for one in review.result["materials"]} if review else set()
    if kinds & set(need.any_of):
        return "there"
    if set((case.answers or {}).get("offline_kinds", ())) & set(need.any_of):
        return "offline"
    return "stated" if review else "open"


def _concerns(need: Need, case: Case) -> bool:
    """Whether the need is of this report, as far as the form says who complains and who files."""
    said = case.answers or {}
    kind = said.get("complainant_type", "organisation")
    for one in need.when:
        if one in ("organisation", "foreign_organisation", "person") and one != kind:
            return False
        if one == "agent" and said.get("filer", "agent") != "agent":
            return False
    return True
