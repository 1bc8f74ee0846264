"""Other reports at the same desk of the same matter: for officers who see both, never for those who report.

Looked up anew each time for this reader (公安机关办理刑事案件程序规定第一百七十五条); no review holds it, so none can tell it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import ColumnElement, Select, or_, select

from ipdesk.access import Actor, visible_cases, visible_uploads
from ipdesk.database import db
from ipdesk.tables import Case, MatterSign, Upload

Sameness = Literal["matter", "respondent", "right"]

MOST = 8
_SHORT = 5  # signs; a person's name alone is borne by many


@dataclass(frozen=True, slots=True)
class OtherReport:
    """Another report. ``sameness``: same respondent with the same right or holder, same respondent, or same right."""

    case: Case
    sameness: Sameness


def same_matter(actor: Actor, case: Case) -> tuple[OtherReport, ...]:
    """The submitted reports ``actor``'s desk sees that are of the same matter as ``case``, likest first, then newest.

    What only a trade secret says that the reader may not open tells nothing.
    """
    if not actor.works_at_desk:
        return ()
    other = select(Case).where(visible_cases(actor), Case.state == "submitted", Case.id != case.id)
    shared = _shared(actor, case, _signs(actor, case.id))
    found = {one.id: one for one in db.session.execute(other.where(Case.id.in_(shared))).unique().scalars()} if shared else {}
    told = (OtherReport(found[key], same) for key, signs in shared.items() if key in found and (same := _sameness(signs)))
    order = ("matter", "respondent", "right")
    newest = sorted(told, key=lambda one: (one.case.submitted_at, one.case.id), reverse=True)
    return tuple(sorted(newest, key=lambda one: order.index(one.sameness)))[:MOST]


def _shared(actor: Actor, case: Case, own: set[tuple[str, str]]) -> Mapping[str, set[tuple[str, str]]]:
    """What other reports say alike, by their ids."""
    shared: dict[str, set[tuple[str, str]]] = defaultdict(set)
    if own:
        values = {value for _sort, value in own}
        for case_id, sort, value in db.session.execute(_readable(actor).where(MatterSign.value.in_(values))):
            if case_id != case.id and (sort, value) in own:
                shared[case_id].add((sort, value))
    return shared


def _signs(actor: Actor, case_id: str) -> set[tuple[str, str]]:
    rows = db.session.execute(_readable(actor).where(MatterSign.case_id == case_id))
    return {(sort, value) for _case, sort, value in rows}


def _readable(actor: Actor) -> Select[str, str, str]:
    """Case, sort and value of the signs in files that this reader may be told of."""
    asked = select(MatterSign.case_id, MatterSign.sort, MatterSign.value).outerjoin(Upload, Upload.id == MatterSign.upload_id)
    told: ColumnElement[bool] = or_(MatterSign.upload_id.is_(None), Upload.secret.is_(False), visible_uploads(actor))
    return asked.join(Case, Case.id == MatterSign.case_id).where(visible_cases(actor), told)


def _sameness(shared: set[tuple[str, str]]) -> Sameness | None:
    sorts = {sort for sort, _value in shared}
    if "respondent" in sorts and len(sorts) > 1:
        return "matter"
    if any(sort == "respondent" and len(value) >= _SHORT for sort, value in shared):
        return "respondent"
    return "right" if "right" in sorts else None
