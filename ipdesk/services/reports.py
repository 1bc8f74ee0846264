"""Reports in the making: opened, filled in step by step, deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from casefiles.offences import load_offences
from ipdesk import audit, clock
from ipdesk.access import Actor, require
from ipdesk.database import transaction
from ipdesk.queries.reports import live_uploads, own_draft, title_of
from ipdesk.refusals import Conflict, Invalid, NotFound
from ipdesk.services.report_answers import read_answers
from ipdesk.tables import Case
from ipdesk.typed import clean_text

TITLE_LIMIT = 200
NARRATIVE_LIMIT = 20_000


def open_report(actor: Actor, enterprise_id: str, *, offence: str | None = None, narrative: str = "", title: str = "") -> Case:
    """A new draft of the enterprise. Raises NotFound where ``actor`` does not act for it, Invalid for an unknown offence."""
    require(actor, "enterprise")
    if enterprise_id not in actor.enterprises:
        raise NotFound("没有这家企业，或者您的账号不代表它报案。", "请在企业页面确认，或请该企业的同事邀请您。")
    with transaction() as session:
        case = Case(enterprise_id=enterprise_id, author_id=actor.id)
        take_matter(case, {"offence": offence, "narrative": narrative, "title": title})
        session.add(case)
        session.flush()
        audit.record(session, "case.opened", actor=actor.id, case_id=case.id)
    return case


def save_step(actor: Actor, case_id: str, step: str, typed: Mapping[str, Any], *, version: int) -> Case:
    """Keep what was typed into ``step`` of the draft that was at ``version``; what cannot be read is kept as typed.

    Raises Conflict where somebody saved meanwhile (nothing of either is lost: the draft stays as they left it and the
    caller still holds ``typed``), Invalid where a text is longer than the desk keeps.
    """
    with transaction() as session:
        case = own_draft(actor, case_id, session)
        if case.version != version:
            raise saved_meanwhile(case)
        before = _content(case)
        if step == "matter":
            take_matter(case, typed)
        else:
            case.answers = read_answers(step, case.offence, typed, case.answers)
        if changed := [name for name, value in _content(case).items() if value != before[name]]:
            _keep(session, actor, case, changed)
    return case


def save_offline_kinds(actor: Actor, case_id: str, kinds: Sequence[str], *, version: int | None = None) -> Case:
    """Note the kinds of documents whose originals are handed in on paper (线下提交) instead of being uploaded."""
    with transaction() as session:
        case = own_draft(actor, case_id, session)
        if version is not None and case.version != version:
            raise saved_meanwhile(case)
        case.answers = {**case.answers, "offline_kinds": sorted(set(kinds))}
        _keep(session, actor, case, ["offline_kinds"])
    return case


def delete_report(actor: Actor, case_id: str) -> None:
    """Delete a draft with its files' rows; the act stays in the audit chain. Raises Conflict for what was submitted."""
    with transaction() as session:
        case = own_draft(actor, case_id, session)
        for upload in live_uploads(case_id, session):
            audit.record(session, "upload.removed", actor=actor.id, case_id=case_id, subject=upload.id, sha256=upload.sha256)
        audit.record(session, "case.deleted", actor=actor.id, case_id=case_id)
        session.expunge(case)
        session.execute(delete(Case).where(Case.id == case_id))


def take_matter(case: Case, typed: Mapping[str, Any]) -> None:
    """Put title, offence and narrative into the row, as far as ``typed`` names them. Raises Invalid."""
    title, narrative = (clean_text(str(typed.get(name) or "")) for name in ("title", "narrative"))
    title = " ".join(title.split())
    for text, most, name, label in ((title, TITLE_LIMIT, "title", "标题"), (narrative, NARRATIVE_LIMIT, "narrative", "事情经过")):
        if len(text) > most:
            told = f"{label}最多 {most} 字，现在是 {len(text)} 字，没有保存。"
            raise Invalid(told, "请缩短后再保存；详细经过请写进控告书上传。", fields={name: told})
    offence = typed.get("offence") or None
    if offence is not None and offence not in load_offences():
        told = "请在所列罪名中选择，或者选“不确定”。"
        raise Invalid(f"不认识罪名代码“{offence}”。", told, fields={"offence": told})
    case.title = title if "title" in typed else (case.title or "")
    case.narrative = narrative if "narrative" in typed else (case.narrative or "")
    case.offence = offence if "offence" in typed else case.offence


def saved_meanwhile(case: Case) -> Conflict:
    """The letter to the second of two who save at once."""
    when = clock.local(case.updated_at)
    return Conflict(
        f"报案“{title_of(case)}”在 {when:%H:%M:%S} 已在另一个窗口或由另一位同事保存过，您这次填写的内容还没有保存。",
        "您填写的内容仍在本页。请与已保存的内容对照，确认后再次保存。",
        version=case.version,
    )


def _keep(session: Session, actor: Actor, case: Case, changed: Sequence[str]) -> None:
    case.updated_at = clock.now()
    try:
        session.flush()
    except StaleDataError as why:
        raise saved_meanwhile(case) from why
    audit.record(session, "case.changed", actor=actor.id, case_id=case.id, fields=list(changed))


def _content(case: Case) -> dict[str, Any]:
    answers = {f"answers.{name}": value for name, value in sorted((case.answers or {}).items())}
    return {"title": case.title, "offence": case.offence, "narrative": case.narrative, "answers": answers}
