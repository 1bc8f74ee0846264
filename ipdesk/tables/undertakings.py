"""承诺补正: what an applicant promised to mend by a day, and what became of it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ipdesk.clock import now
from ipdesk.database import Base, Moment, new_id
from ipdesk.tables.accounts import Account


class Undertaking(Base):
    """One gap of one report, named by its finding's ``code``, to be mended by ``due``; a gap is promised once.

    ``state``: ``open``; ``kept`` once the gap is gone; ``lapsed`` once the day has passed without it;
    ``late`` where it was mended after all.
    ``message`` is the finding's, as everyone who sees the report may read it.
    """

    __tablename__ = "undertaking"
    __table_args__ = (UniqueConstraint("case_id", "code"), Index("ix_undertaking_follow", "state", "due"))

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(String(80))
    message: Mapped[str] = mapped_column(Text)
    due: Mapped[date] = mapped_column()
    state: Mapped[str] = mapped_column(String(20), default="open")
    made_by: Mapped[str] = mapped_column(ForeignKey("account.id"))
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)
    reminded_at: Mapped[datetime | None] = mapped_column(Moment)
    settled_at: Mapped[datetime | None] = mapped_column(Moment)

    person: Mapped[Account] = relationship(lazy="joined")
