"""Reports as those who file them see them: theirs, one of theirs, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from ipdesk.access import Actor, visible_cases
from ipdesk.database import db
from ipdesk.refusals import Conflict, NotAllowed, NotFound
from ipdesk.tables import Case, Supplement, Upload, UploadReading

NO_SUCH_CASE = "没有这个案件，或者它不在您的可见范围内。"


def visible_case(actor: Actor, case_id: str, session: Session | None = None) -> Case:
    """The case, where ``actor`` sees it. Raises NotFound alike for what is not there and what is not theirs."""
    asked = select(Case).where(Case.id == case_id, visible_cases(actor))
    case = (session or db.session()).execute(asked).unique().scalar_one_or_none()
    if case is None:
        raise NotFound(NO_SUCH_CASE, "请从“我的报案”或工作台重新打开。")
    return case


def own_case(actor: Actor, case_id: str, session: Session | None = None) -> Case:
    """The case, where ``actor`` acts for the enterprise that reports. Raises NotFound, or NotAllowed for a desk's officer."""
    case = visible_case(actor, case_id, session)
    if case.enterprise_id not in actor.enterprises:
        raise NotAllowed("只有报案人一方可以这样做。", "请由报案企业的账号操作。")
    return case


def own_draft(actor: Actor, case_id: str, session: Session | None = None) -> Case:
    """The draft, where it is ``actor``'s. Raises as ``own_case``, and Conflict once it is submitted or withdrawn."""
    case = own_case(actor, case_id, session)
    if case.state == "draft":
        return case
    done = "已经提交" if case.state == "submitted" else "已经撤回"
    raise Conflict(f"报案“{title_of(case)}”{done}，不能再这样修改。", "如需补充材料，请在补正通知里答复，或另行报案。")


def open_for_materials(actor: Actor, case_id: str, session: Session | None = None) -> Case:
    """The case, where ``actor`` may add, replace or correct materials: until it is withdrawn. Raises as ``own_draft``.

    What a report was submitted with stays in its receipt; replaced files keep their rows.
    """
    case = own_case(actor, case_id, session)
    return case if case.state == "submitted" else own_draft(actor, case_id, session)


def open_supplements(case_id: str, session: Session | None = None) -> Sequence[Supplement]:
    """The notices to supplement that wait for an answer, oldest first."""
    asked = select(Supplement).where(Supplement.case_id == case_id, Supplement.answered_at.is_(None))
    return (session or db.session()).execute(asked.order_by(Supplement.asked_at)).unique().scalars().all()


def reports_of(actor: Actor) -> Sequence[Case]:
    """Every report of the enterprises ``actor`` acts for, the newest change first."""
    if not actor.enterprises:
        return []
    asked = select(Case).where(visible_cases(actor), Case.enterprise_id.in_(actor.enterprises))
    return db.session.execute(asked.order_by(Case.updated_at.desc())).unique().scalars().all()


def live_uploads(case_id: str, session: Session | None = None) -> Sequence[Upload]:
    """The files the dossier consists of now, in the order they came; those removed or replaced are left out.

    What they were read as is fetched only when it is looked at: a long dossier's text is large.
    """
    lean = joinedload(Upload.reading).defer(UploadReading.record)
    asked = select(Upload).where(Upload.case_id == case_id, Upload.removed_at.is_(None)).options(lean)
    ordered = asked.order_by(Upload.uploaded_at, Upload.file_name)
    return (session or db.session()).execute(ordered).unique().scalars().all()


def title_of(case: Case) -> str:
    """What a person calls the report: its title, else its number, else that it has none yet."""
    return case.title or case.number or "未命名的报案"
