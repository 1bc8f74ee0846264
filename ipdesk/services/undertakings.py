"""承诺补正: the applicant promises to mend a minor gap by a day. It concerns the result of the pre-review and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casefiles.telling.deferrals import Deferral, deferral_of
from ipdesk import audit, clock
from ipdesk.access import Actor
from ipdesk.database import transaction
from ipdesk.queries.redaction import common_eyes
from ipdesk.queries.reports import own_case
from ipdesk.queries.undertakings import told_together
from ipdesk.queries.uploads import not_secret
from ipdesk.refusals import Conflict, Invalid
from ipdesk.services.receipts import open_words
from ipdesk.services.reviews import kept, newest_review
from ipdesk.tables import Undertaking


def undertake(actor: Actor, case_id: str, promised: Mapping[str, date]) -> list[Undertaking]:
    """Promise to mend the gaps named by their findings' codes, each by its day, all or none.

    Raises NotFound, NotAllowed (no applicant), Conflict (withdrawn, promised before) and Invalid (nothing promised, no such
    gap, a gap that may not wait, a day that is past or too late).
    """
    with transaction() as session:
        case = own_case(actor, case_id, session)
        if case.state == "withdrawn":
            raise Conflict("这份报案已经撤回，不再需要补正。", "如需重新报案，请新建一份报案。")
        if not promised:
            raise Invalid("没有选择要承诺补正的事项。", "请勾选可以后补的事项并填写日期。", fields={"codes": "为空"})
        gaps = _gaps(session, case.id)
        _check_new(session.execute(select(Undertaking.code).where(Undertaking.case_id == case.id)).scalars(), promised)
        for code, due in promised.items():
            _check_deferrable(gaps, code, due)
        made = [
            Undertaking(case_id=case.id, code=code, due=due, made_by=actor.id, message=gaps[code])
            for code, due in promised.items()
        ]
        session.add_all(made)
        session.flush()
        for row in made:
            told = {"code": row.code, "due": row.due.isoformat()}
            audit.record(session, "undertaking.made", actor=actor.id, case_id=case.id, subject=row.id, **told)
    return made


def _gaps(session: Session, case_id: str) -> dict[str, str]:
    """What is missing by its code, in words that everyone may read who sees the report."""
    row = newest_review(case_id, session)
    if row is None:
        return {}
    review = kept(row)
    eyes = common_eyes(not_secret(case_id, session), row.uploads, review)
    return told_together((one.code, open_words(one, eyes)) for one in review.findings if one.severity != "info")


def _check_new(before: Iterable[str], promised: Mapping[str, date]) -> None:
    if set(before) & set(promised):
        raise Conflict("所选事项已经承诺过一次，日期不能再改。", "到期前补交即可；确有困难的，请与窗口联系。")


def _check_deferrable(gaps: Mapping[str, str], code: str, due: date) -> None:
    deferral = deferral_of(code)
    if code not in gaps or deferral is None:
        raise Invalid("所选事项不在可以后补的范围内，或者已经补齐。", "请刷新页面后重新选择。", fields={code: "不能承诺"})
    _check_day(deferral, due)


def _check_day(deferral: Deferral, due: date) -> None:
    first, last = clock.today(), deferral.latest(clock.today())
    if not first < due <= last:
        told = f"请选择{first.isoformat()}之后、{last.isoformat()}（含）之前的日期。"
        raise Invalid("承诺补正的日期不在允许的范围内。", told, fields={deferral.code: told})
