"""承诺补正: the applicant promises to mend a minor gap by a day. It concerns the result of the pre-review and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import select

from casefiles.model import Finding
from casefiles.telling.deferrals import Deferral, deferral_of
from ipdesk import audit, clock
from ipdesk.access import Actor
from ipdesk.database import transaction
from ipdesk.queries.reports import live_uploads, own_case
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
        review = newest_review(case.id, session)
        found = {one.code: one for one in kept(review).findings if one.severity != "info"} if review else {}
        _check_new(session.execute(select(Undertaking.code).where(Undertaking.case_id == case.id)).scalars(), promised)
        uploads = live_uploads(case.id, session)
        made = [
            Undertaking(case_id=case.id, code=code, due=due, made_by=actor.id, message=open_words(finding, uploads))
            for code, due in promised.items()
            for finding in [_deferrable(found, code, due)]
        ]
        session.add_all(made)
        session.flush()
        for row in made:
            told = {"code": row.code, "due": row.due.isoformat()}
            audit.record(session, "undertaking.made", actor=actor.id, case_id=case.id, subject=row.id, **told)
    return made


def _check_new(before: Iterable[str], promised: Mapping[str, date]) -> None:
    if set(before) & set(promised):
        raise Conflict("所选事项已经承诺过一次，日期不能再改。", "到期前补交即可；确有困难的，请与窗口联系。")


def _deferrable(found: Mapping[str, Finding], code: str, due: date) -> Finding:
    deferral = deferral_of(code)
    if code not in found or deferral is None:
        raise Invalid("所选事项不在可以后补的范围内，或者已经补齐。", "请刷新页面后重新选择。", fields={code: "不能承诺"})
    _check_day(deferral, due)
    return found[code]


def _check_day(deferral: Deferral, due: date) -> None:
    first, last = clock.today(), deferral.latest(clock.today())
    if not first < due <= last:
        told = f"请选择{first.isoformat()}之后、{last.isoformat()}（含）之前的日期。"
        raise Invalid("承诺补正的日期不在允许的范围内。", told, fields={deferral.code: told})
