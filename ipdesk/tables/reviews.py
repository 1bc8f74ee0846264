"""Pre-reviews as they were made, what officers set aside of them, and receipts as they were given."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ipdesk.clock import now
from ipdesk.database import Base, Moment, new_id
from ipdesk.tables.accounts import Account
from ipdesk.tables.routing import ReferralRow


class ReviewRow(Base):
    """One pre-review: ``result`` in the shape ``ipdesk.precheck/1``, with the law's date and the rules' digest.

    ``uploads`` maps a file name of the result to the upload's id; ``grounds`` is what the review rests on
    (``casefiles.grounds``), its readings in ``KeptReading``; None for reviews from before grounds were kept.
    """

    __tablename__ = "review"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"), index=True)
    as_of: Mapped[date] = mapped_column()
    rules_digest: Mapped[str] = mapped_column(String(64))
    outcome: Mapped[str] = mapped_column(String(40))
    result: Mapped[dict[str, Any]] = mapped_column(JSON)
    uploads: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    grounds: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True), deferred=True)
    made_at: Mapped[datetime] = mapped_column(Moment, default=now, index=True)


class KeptReading(Base):
    """What one document said when a review was made of it (``casefiles.reading.record``), once under its digest."""

    __tablename__ = "kept_reading"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    record: Mapped[dict[str, Any]] = mapped_column(JSON)


class Overruling(Base):
    """A finding an officer looked at and set aside, with the reason.

    ``key`` is the finding's fingerprint: while it says the same it stays set aside, in later reviews too; changed, it counts
    anew. ``told``: the applicant sees the reason.
    """

    __tablename__ = "overruling"
    __table_args__ = (Index("ix_overruling_finding", "case_id", "key"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"))
    referral_id: Mapped[str] = mapped_column(ForeignKey("referral.id", ondelete="CASCADE"), index=True)
    key: Mapped[str] = mapped_column(String(64))
    rule: Mapped[str] = mapped_column(String(60), index=True)
    code: Mapped[str] = mapped_column(String(80))
    severity: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)
    told: Mapped[bool] = mapped_column(default=False)
    overruled_by: Mapped[str] = mapped_column(ForeignKey("account.id"))
    overruled_at: Mapped[datetime] = mapped_column(Moment, default=now)
    taken_back_by: Mapped[str | None] = mapped_column(ForeignKey("account.id"))
    taken_back_at: Mapped[datetime | None] = mapped_column(Moment)

    person: Mapped[Account] = relationship(lazy="joined", foreign_keys=overruled_by)
    referral: Mapped[ReferralRow] = relationship(lazy="joined")


class Receipt(Base):
    """材料提交回执 as given (``casefiles.receipts``): neither 受案回执 nor a filing decision."""

    __tablename__ = "receipt"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id"), index=True)
    number: Mapped[str] = mapped_column(String(60), unique=True)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    given_at: Mapped[datetime] = mapped_column(Moment, default=now)
