"""Letters by mail about a report. They name the report and the day, never what stands in the file: mail is read on the way."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from ipdesk.mailing import post
from ipdesk.office import desk_named
from ipdesk.storage import settings
from ipdesk.tables import Account, Case, Membership, ReferralRow, Role, Supplement, Undertaking

SIGNED = "这封邮件由平台自动发出，请勿直接回复。邮件里没有案件内容，请登录平台查看。"


def notice_letter(session: Session, case: Case, notice: Supplement, *, added: bool) -> None:
    """A desk has asked for something, or added to what it asked."""
    desk, due = _desk(notice.referral.desk), notice.due.isoformat() if notice.due else ""
    asked = "在尚未答复的材料补正通知里增加了事项" if added else "发出了材料补正通知"
    told = f"{desk}就报案 {case.number} {asked}，现共 {len(notice.items)} 项{f'，请于 {due} 前补齐或者答复' if due else ''}。"
    _write(_applicants(session, case), f"材料补正通知：{case.number}", told, f"/supplements/{notice.id}/answer/")


def reminder_letter(session: Session, case: Case, row: Undertaking) -> None:
    """The day of an undertaking is near."""
    told = f"您就报案{_named(case)}承诺于 {row.due.isoformat()} 前补正的一项材料还没有补齐。逾期后由窗口处理。"
    _write(_applicants(session, case), f"承诺补正即将到期：{row.due.isoformat()}", told, f"/cases/{case.id}/dossier")


def lapsed_letter(session: Session, case: Case, referral: ReferralRow, row: Undertaking) -> None:
    """An undertaking has lapsed: to the desk that leads."""
    told = f"报案 {case.number} 有一项材料承诺于 {row.due.isoformat()} 前补正，已经逾期，请查看后决定是否要求补正。"
    at_desk = select(Account).where(
        Account.desk == referral.desk, Account.active.is_(True), Account.roles.any(Role.name == "officer")
    )
    _write(session.execute(at_desk).unique().scalars(), f"承诺补正已逾期：{case.number}", told, f"/cases/{case.id}")


def _write(to: Iterable[Account], subject: str, told: str, path: str) -> None:
    body = "\n\n".join(filter(None, (told, _address(path), SIGNED)))
    for account in to:
        post(account.email, subject, body)


def _applicants(session: Session, case: Case) -> list[Account]:
    """Those who act for the enterprise that reports, and so see the report."""
    acting = select(Account).join(Membership, Membership.account_id == Account.id)
    acting = acting.where(Membership.enterprise_id == case.enterprise_id, Account.active.is_(True))
    return list(session.execute(acting.order_by(Account.email)).unique().scalars())


def _named(case: Case) -> str:
    return f" {case.number} " if case.number else "（草稿）"


def _desk(code: str) -> str:
    desk = desk_named(code)
    return desk.name if desk else code


def _address(path: str) -> str:
    """The page's address, where the desk knows its own name."""
    config = settings()
    host = next((name for name in config.hosts if not name.startswith((".", "*"))), "")
    return f"{'https' if config.https else 'http'}://{host}{path}" if host else ""
