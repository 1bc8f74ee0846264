"""The queues: to whom a case went, what each desk did, and what was asked of the applicant."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ipdesk.clock import now
from ipdesk.database import Base, Moment, new_id
from ipdesk.tables.accounts import Account
from ipdesk.tables.cases import Case


class ReferralRow(Base):
    """One desk's entry for one case; ``state`` is a state of ``casefiles.states`` for its agency.

    ``version`` counts writes: an officer who acts on an old view is refused, not overwritten.
    """

    __tablename__ = "referral"
    __table_args__ = (UniqueConstraint("case_id", "desk"), Index("ix_referral_queue", "desk", "state", "due"))

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"))
    agency: Mapped[str] = mapped_column(String(20))
    desk: Mapped[str] = mapped_column(String(60))
    role: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)
    task: Mapped[str] = mapped_column(Text, default="")
    basis: Mapped[list[Any]] = mapped_column(JSON, default=list)
    due: Mapped[date | None] = mapped_column()
    state: Mapped[str] = mapped_column(String(40), default="opened")
    version: Mapped[int] = mapped_column(default=1)
    opened_at: Mapped[datetime] = mapped_column(Moment, default=now)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  # SQLAlchemy reads it as a class attribute

    case: Mapped[Case] = relationship(lazy="joined")
    steps: Mapped[list[ReferralStep]] = relationship(order_by="ReferralStep.taken_at", lazy="selectin")


class ReferralStep(Base):
    """What an officer recorded. An official state carries the official document's number and date."""

    __tablename__ = "referral_step"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    referral_id: Mapped[str] = mapped_column(ForeignKey("referral.id", ondelete="CASCADE"), index=True)
    action: Mapped[str] = mapped_column(String(40))
    from_state: Mapped[str] = mapped_column(String(40))
    to_state: Mapped[str] = mapped_column(String(40))
    document_no: Mapped[str] = mapped_column(String(100), default="")
    document_date: Mapped[date | None] = mapped_column()
    note: Mapped[str] = mapped_column(Text, default="")
    taken_by: Mapped[str] = mapped_column(ForeignKey("account.id"))
    taken_at: Mapped[datetime] = mapped_column(Moment, default=now)

    person: Mapped[Account] = relationship(lazy="joined")


class Supplement(Base):
    """补正通知: everything a desk asks of the applicant, in one notice, and the answer to it.

    ``items`` is a list of ``{"code", "message", "remedy"}`` as the officer left them.
    """

    __tablename__ = "supplement"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"), index=True)
    referral_id: Mapped[str] = mapped_column(ForeignKey("referral.id", ondelete="CASCADE"))
    items: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    note: Mapped[str] = mapped_column(Text, default="")
    due: Mapped[date | None] = mapped_column()
    asked_by: Mapped[str] = mapped_column(ForeignKey("account.id"))
    asked_at: Mapped[datetime] = mapped_column(Moment, default=now)
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_by: Mapped[str | None] = mapped_column(ForeignKey("account.id"))
    answered_at: Mapped[datetime | None] = mapped_column(Moment)

    referral: Mapped[ReferralRow] = relationship(lazy="joined")
