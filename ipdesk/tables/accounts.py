"""Who may sign in, for whom they act, and the keys they hold."""

from __future__ import annotations

from datetime import datetime

from flask_security import AsaList, RoleMixin
from sqlalchemy import Column, ForeignKey, String, Table, Text, UniqueConstraint
from sqlalchemy.ext.mutable import MutableList
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ipdesk.clock import now
from ipdesk.database import Base, Moment, new_id
from ipdesk.tables.signing_in import SigningIn

ROLES = ("enterprise", "officer", "legal", "supervisor", "administrator")

account_role = Table(
    "account_role",
    Base.metadata,
    Column("account_id", ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
    Column("role_id", ForeignKey("role.id", ondelete="CASCADE"), primary_key=True),
)


class Role(Base, RoleMixin):
    """One of ``ROLES``."""

    __tablename__ = "role"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40), unique=True)
    description: Mapped[str] = mapped_column(String(200), default="")


class Account(Base, SigningIn):
    """A person. Officers and supervisors belong to one desk (a code of ``casefiles/offices``)."""

    __tablename__ = "account"

    id: Mapped[str] = mapped_column(  # type: ignore[assignment]  # the mixin expects numbers; ours cannot be guessed
        String(32), primary_key=True, default=new_id
    )
    email: Mapped[str] = mapped_column(String(255), unique=True)
    name: Mapped[str] = mapped_column(String(100))
    password: Mapped[str] = mapped_column(String(255))
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True, default=new_id)
    desk: Mapped[str | None] = mapped_column(String(60))
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    failed_sign_ins: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None] = mapped_column(Moment)
    tf_primary_method: Mapped[str | None] = mapped_column(String(64))
    tf_totp_secret: Mapped[str | None] = mapped_column(String(255))
    mf_recovery_codes: Mapped[list[str] | None] = mapped_column(MutableList.as_mutable(AsaList()))

    roles: Mapped[list[Role]] = relationship(  # type: ignore[assignment]  # the mixin asks for a list of its own class
        secondary=account_role, lazy="selectin"
    )
    memberships: Mapped[list[Membership]] = relationship(back_populates="account", lazy="selectin")


class Enterprise(Base):
    """A right holder that reports."""

    __tablename__ = "enterprise"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(200))
    uscc: Mapped[str | None] = mapped_column(String(18))
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)

    memberships: Mapped[list[Membership]] = relationship(back_populates="enterprise")


class Membership(Base):
    """An account acts for an enterprise. ``position``: ``owner``, ``colleague`` or ``lawyer``."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("account_id", "enterprise_id"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    enterprise_id: Mapped[str] = mapped_column(ForeignKey("enterprise.id", ondelete="CASCADE"), index=True)
    position: Mapped[str] = mapped_column(String(20), default="colleague")
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)

    account: Mapped[Account] = relationship(back_populates="memberships")
    enterprise: Mapped[Enterprise] = relationship(back_populates="memberships", lazy="joined")


class Invitation(Base):
    """A colleague asks somebody to act for the enterprise. Only the digest of the key in the link is kept."""

    __tablename__ = "invitation"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    enterprise_id: Mapped[str] = mapped_column(ForeignKey("enterprise.id", ondelete="CASCADE"))
    email: Mapped[str] = mapped_column(String(255))
    position: Mapped[str] = mapped_column(String(20), default="colleague")
    key_digest: Mapped[str] = mapped_column(String(64), unique=True)
    invited_by: Mapped[str] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    accepted_at: Mapped[datetime | None] = mapped_column(Moment)

    enterprise: Mapped[Enterprise] = relationship(lazy="joined")


class ApiToken(Base):
    """A key to the API for one account; only its digest (SHA-256) is kept."""

    __tablename__ = "api_token"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    label: Mapped[str] = mapped_column(Text, default="")
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    last_used_at: Mapped[datetime | None] = mapped_column(Moment)
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)

    account: Mapped[Account] = relationship(lazy="joined")
