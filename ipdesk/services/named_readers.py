"""Who may open a trade secret: a desk's supervisor names officers of that desk, the uploader names colleagues."""

from __future__ import annotations

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from ipdesk import audit
from ipdesk.access import Actor, outline_only, visible_cases
from ipdesk.database import transaction
from ipdesk.refusals import Conflict, Invalid, NotAllowed, NotFound
from ipdesk.tables import Account, Case, Membership, NamedReader, ReferralRow, Role, Upload


def name_reader(actor: Actor, upload_id: str, account_id: str) -> NamedReader:
    """Let the account open the upload marked as a trade secret.

    Raises NotFound (no such upload for the actor), NotAllowed (neither supervisor nor uploader), Invalid (the account
    cannot be named by this actor, or the upload is no trade secret) and Conflict (named already).
    """
    with transaction() as session:
        upload = _secret_upload(session, actor, upload_id)
        if account_id not in {account.id for account in candidates(session, actor, upload)}:
            raise Invalid("这个账号不能指定为查阅人。", "请从名单里选择。", fields={"account_id": "不在名单里"})
        if session.execute(_naming(upload.id, account_id)).scalar_one_or_none():
            raise Conflict("这个账号已经是查阅人。", "无需重复指定。")
        naming = NamedReader(upload_id=upload.id, account_id=account_id, named_by=actor.id)
        session.add(naming)
        audit.record(session, "upload.reader_named", actor=actor.id, case_id=upload.case_id, subject=upload.id, reader=account_id)
    return naming


def remove_reader(actor: Actor, upload_id: str, account_id: str) -> None:
    """Take the account off the readers. Raises as ``name_reader``; Conflict where it is no reader."""
    with transaction() as session:
        upload = _secret_upload(session, actor, upload_id)
        naming = session.execute(_naming(upload.id, account_id)).scalar_one_or_none()
        if naming is None or account_id not in {account.id for account in candidates(session, actor, upload)}:
            raise Conflict("这个账号不是您可以撤销的查阅人。", "请刷新页面后再看。")
        session.delete(naming)
        audit.record(
            session, "upload.reader_removed", actor=actor.id, case_id=upload.case_id, subject=upload.id, reader=account_id
        )


def candidates(session: Session, actor: Actor, upload: Upload) -> list[Account]:
    """The active accounts ``actor`` may name for ``upload``, by name."""
    wanted = select(Account).where(Account.active.is_(True), Account.id != upload.uploaded_by)
    if "supervisor" in actor.roles and actor.desk:
        wanted = wanted.where(Account.desk == actor.desk, Account.roles.any(Role.name == "officer"))
    else:
        members = select(Membership.account_id).where(Membership.enterprise_id == upload.case.enterprise_id)
        wanted = wanted.where(Account.id.in_(members))
    return list(session.execute(wanted.order_by(Account.name, Account.id)).unique().scalars())


def _secret_upload(session: Session, actor: Actor, upload_id: str) -> Upload:
    found = select(Upload).join(Case, Case.id == Upload.case_id).where(Upload.id == upload_id, visible_cases(actor))
    upload = session.execute(found).unique().scalar_one_or_none()
    if upload is None or upload.removed_at is not None or _only_informed(session, actor, upload):
        raise NotFound("没有找到这个文件。", "请从案件页面打开，或核对网址。")
    if not upload.secret:
        raise Invalid("这个文件没有标为商业秘密，不需要指定查阅人。", "办理本案的人员都可以打开它。")
    if "supervisor" not in actor.roles and upload.uploaded_by != actor.id:
        raise NotAllowed("查阅人由窗口负责人或者上传人指定。", "请与他们联系。")
    return upload


def _only_informed(session: Session, actor: Actor, upload: Upload) -> bool:
    if not actor.works_at_desk:
        return False
    role = select(ReferralRow.role).where(ReferralRow.case_id == upload.case_id, ReferralRow.desk == actor.desk)
    found = session.execute(role).scalar_one_or_none()
    return found is None or outline_only(actor.agency, found)


def _naming(upload_id: str, account_id: str) -> Select[NamedReader]:
    return select(NamedReader).where(NamedReader.upload_id == upload_id, NamedReader.account_id == account_id)
