"""Pre-reviews as they were made, and receipts as they were given."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from ipdesk.clock import now
from ipdesk.database import Base, Moment, new_id


class ReviewRow(Base):
    """One pre-review: ``result`` in the shape ``ipdesk.precheck/1``, with the law's date and the rules' digest.

    ``uploads`` maps a file name of the result to the upload's id.
    """

    __tablename__ = "review"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"), index=True)
    as_of: Mapped[date] = mapped_column()
    rules_digest: Mapped[str] = mapped_column(String(64))
    outcome: Mapped[str] = mapped_column(String(40))
    result: Mapped[dict[str, Any]] = mapped_column(JSON)
    uploads: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    made_at: Mapped[datetime] = mapped_column(Moment, default=now, index=True)


class Receipt(Base):
    """材料提交回执 as given (``casefiles.receipts``): neither 受案回执 nor a filing decision."""

    __tablename__ = "receipt"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id"), index=True)
    number: Mapped[str] = mapped_column(String(60), unique=True)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    given_at: Mapped[datetime] = mapped_column(Moment, default=now)
