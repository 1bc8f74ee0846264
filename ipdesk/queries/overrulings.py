"""Findings that officers set aside: those of one report for its readers, and how often each rule was set aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select

from casefiles.checks import sayings
from casefiles.model import Finding
from ipdesk.access import Actor
from ipdesk.database import db
from ipdesk.queries.progress import desk_name
from ipdesk.queries.redaction import SEALED_MESSAGE, Eyes
from ipdesk.tables import Overruling


@dataclass(frozen=True, slots=True)
class OverruledShown:
    """What a reader sees of it. ``may_restore``: the reader's own desk set it aside."""

    id: str
    reason: str
    desk: str
    who: str
    at: datetime
    told: bool
    may_restore: bool


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often one check's findings of one code were set aside; ``restored`` of them were taken back.

    ``says``: what the check sees to, in Chinese; empty where no rule names it.
    """

    rule: str
    code: str
    overruled: int
    restored: int
    last: datetime

    @property
    def says(self) -> tuple[str, ...]:
        return sayings().get(self.rule, ())


def overruled_in(actor: Actor, case_id: str) -> Mapping[str, OverruledShown]:
    """The overrulings in force by fingerprint of their finding; the applicant's are those it was told."""
    asked = select(Overruling).where(Overruling.case_id == case_id, Overruling.taken_back_at.is_(None))
    rows = db.session.execute(asked.order_by(Overruling.overruled_at)).unique().scalars()
    return {row.key: _shown(actor, row) for row in rows if actor.works_at_desk or row.told}


def seen_by(eyes: Eyes, finding: Finding, done: OverruledShown | None) -> OverruledShown | None:
    """The overruling as this reader may see it: a reason may quote what the finding quotes, so it is withheld with it."""
    return replace(done, reason=SEALED_MESSAGE) if done and eyes.quotes_sealed(finding) else done


def _shown(actor: Actor, row: Overruling) -> OverruledShown:
    own = actor.works_at_desk and row.referral.desk == actor.desk
    return OverruledShown(
        id=row.id,
        reason=row.reason,
        desk=desk_name(row.referral.desk),
        who=row.person.name if own else "",
        at=row.overruled_at,
        told=row.told,
        may_restore=own and "officer" in actor.roles,
    )


def rule_counts() -> list[RuleCount]:
    """Every rule that was set aside, most often first: rules that officers do not trust stand at the top."""
    times = func.count(Overruling.id)
    asked = (
        select(Overruling.rule, Overruling.code, times, func.count(Overruling.taken_back_at), func.max(Overruling.overruled_at))
        .group_by(Overruling.rule, Overruling.code)
        .order_by(times.desc(), Overruling.rule, Overruling.code)
    )
    return [RuleCount(*row) for row in db.session.execute(asked)]
