"""What tells two reports of one matter: whom they complain of, on which right, by whom."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ipdesk.database import Base, new_id


class MatterSign(Base):
    """One name or number of a report, made comparable. ``sort``: ``respondent``, ``right`` or ``holder``.

    ``upload_id`` is the file that says it; None where the form does.
    """

    __tablename__ = "matter_sign"
    __table_args__ = (Index("ix_matter_sign_value", "value", "sort"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"), index=True)
    upload_id: Mapped[str | None] = mapped_column(ForeignKey("upload.id", ondelete="CASCADE"))
    sort: Mapped[str] = mapped_column(String(20))
    value: Mapped[str] = mapped_column(Text)
