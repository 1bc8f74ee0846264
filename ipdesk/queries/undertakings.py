"""承诺补正 as the dossier page shows it: what was promised, and to the applicant what may be promised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select

from casefiles.model import Practice
from casefiles.telling.deferrals import deferral_of, practice
from ipdesk import clock
from ipdesk.access import Actor
from ipdesk.database import db
from ipdesk.queries.dossier_values import FindingShown, Offer, UndertakingsShown
from ipdesk.tables import Case, Undertaking

BASIS: Practice = practice()


def unkept(case_id: str) -> tuple[Undertaking, ...]:
    """What was promised and is not there yet, the earliest day first; its day may have passed."""
    return tuple(one for one in _made(case_id) if one.state in ("open", "lapsed"))


def _made(case_id: str) -> tuple[Undertaking, ...]:
    asked = select(Undertaking).where(Undertaking.case_id == case_id).order_by(Undertaking.due, Undertaking.code)
    return tuple(db.session.execute(asked).unique().scalars())


def undertakings_of(actor: Actor, case: Case, findings: Sequence[FindingShown]) -> UndertakingsShown | None:
    """What to show beside ``findings``; None where nothing was promised and this reader may promise nothing."""
    made = _made(case.id)
    may = case.state != "withdrawn" and case.enterprise_id in actor.enterprises
    offers = _offers(findings, {one.code for one in made}, clock.today()) if may else ()
    if not made and not offers:
        return None
    running = {one.code for one in made if one.state == "open"}
    blocking = {one.code for one in findings if one.severity == "blocking"}
    return UndertakingsShown(made, offers, covers_all=bool(blocking) and blocking <= running, basis=BASIS)


def _offers(findings: Sequence[FindingShown], promised: set[str], today: date) -> tuple[Offer, ...]:
    """One for each code that may wait, in the order the findings are told."""
    asked = [(one.code, one.message) for one in findings if one.asks and one.code not in promised]
    offers = ((code, told, deferral_of(code)) for code, told in told_together(asked).items())
    return tuple(Offer(code, told, deferral.latest(today)) for code, told, deferral in offers if deferral)


def told_together(findings: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The words of all findings of one code (code, words): one promise is for each paper of its kind."""
    told: dict[str, list[str]] = {}
    for code, words in findings:
        if words not in told.setdefault(code, []):
            told[code].append(words)
    return {code: "".join(words) for code, words in told.items()}
