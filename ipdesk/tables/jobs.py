"""Work to be done, written in the transaction that makes it necessary and swept until it is done."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ipdesk.clock import now
from ipdesk.database import Base, Moment, new_id


class Job(Base):
    """One piece of work. ``kind`` names a function of ``ipdesk/jobs``, ``subject`` the row it works on.

    ``state``: ``waiting``, ``running`` (until ``leased_until``; then anyone may take it over), ``done``, ``failed``.
    """

    __tablename__ = "job"
    __table_args__ = (Index("ix_job_sweep", "state", "leased_until"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    kind: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(32), index=True)
    state: Mapped[str] = mapped_column(String(20), default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    leased_until: Mapped[datetime | None] = mapped_column(Moment)
    error: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    finished_at: Mapped[datetime | None] = mapped_column(Moment)
