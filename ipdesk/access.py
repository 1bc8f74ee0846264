"""Who may see and do what. Deny by default: every branch that is not written here is a no.

``visible_cases`` is the one expression behind list, detail, count, search, export, download and notice recipients.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, false, or_, select

from ipdesk.refusals import NotAllowed
from ipdesk.tables.cases import Case, NamedReader, Upload
from ipdesk.tables.routing import ReferralRow

if TYPE_CHECKING:
    from ipdesk.tables.accounts import Account

DESK_ROLES = frozenset({"officer", "supervisor"})
REFERRAL_ROLES = ("lead", "joint", "informed")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks. ``desk`` and ``agency`` belong to officers and supervisors, ``enterprises`` to those who report."""

    id: str
    name: str = ""
    roles: frozenset[str] = frozenset()
    enterprises: frozenset[str] = frozenset()
    desk: str | None = None
    agency: str | None = None

    @property
    def works_at_desk(self) -> bool:
        return bool(self.roles & DESK_ROLES) and self.desk is not None


VISITOR = Actor(id="visitor", name="访客")


def actor_of(account: Account) -> Actor:
    """The actor that ``account`` is: its roles, the enterprises it acts for, its desk."""
    from ipdesk.office import agency_of

    roles = frozenset(role.name for role in account.roles)
    return Actor(
        id=account.id,
        name=account.name,
        roles=roles,
        enterprises=frozenset(m.enterprise_id for m in account.memberships) if "enterprise" in roles else frozenset(),
        desk=account.desk,
        agency=agency_of(account.desk),
    )


def visible_cases(actor: Actor) -> ColumnElement[bool]:
    """The condition on ``Case`` under which ``actor`` sees it at all.

    Enterprises see their own reports; a desk sees what was referred to it, from the moment of submission.
    Legal staff and administrators see no case: neither needs one for their work.
    """
    reasons: list[ColumnElement[bool]] = []
    if "enterprise" in actor.roles and actor.enterprises:
        reasons.append(Case.enterprise_id.in_(actor.enterprises))
    if actor.works_at_desk:
        reasons.append(
            and_(Case.state != "draft", Case.id.in_(select(ReferralRow.case_id).where(ReferralRow.desk == actor.desk)))
        )
    return or_(*reasons) if reasons else false()


def outline_only(agency: str | None, role: str) -> bool:
    """Whether a desk of ``agency`` in that role sees number, offence, parties, right and dates, but no files.

    So does a court, and a desk that is only informed. The police are the exception: they must accept every report
    (刑事诉讼法第一百一十条), one that is led by an administrative agency included, and so they read it.
    """
    return agency == "court" or (role == "informed" and agency != "police")


def visible_uploads(actor: Actor) -> ColumnElement[bool]:
    """The condition on ``Upload`` under which ``actor`` may open the file, given that the case is visible.

    A desk that sees the outline only (``outline_only``) opens nothing. A trade secret is opened by its uploader and its named
    readers, nobody else.
    """
    reasons: list[ColumnElement[bool]] = []
    if "enterprise" in actor.roles and actor.enterprises:
        own = select(Case.id).where(Case.enterprise_id.in_(actor.enterprises))
        reasons.append(Upload.case_id.in_(own))
    if actor.works_at_desk:
        roles = [role for role in REFERRAL_ROLES if not outline_only(actor.agency, role)]
        working = select(ReferralRow.case_id).where(ReferralRow.desk == actor.desk, ReferralRow.role.in_(roles))
        reasons.append(Upload.case_id.in_(working))
    if not reasons:
        return false()
    named = select(NamedReader.upload_id).where(NamedReader.account_id == actor.id)
    need_to_know = or_(Upload.secret.is_(False), Upload.uploaded_by == actor.id, Upload.id.in_(named))
    return and_(or_(*reasons), need_to_know)


def require(actor: Actor, *roles: str) -> None:
    """Raise ``NotAllowed`` unless ``actor`` has one of ``roles``."""
    if not actor.roles & set(roles):
        raise NotAllowed("这一步不在您的账号权限之内。", "请换用有权限的账号，或与管理员联系。")
