"""A report and what belongs to it: its files, what they were read as, and what people corrected."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ipdesk.clock import now
from ipdesk.database import Base, Moment, new_id
from ipdesk.tables.accounts import Account, Enterprise


class Case(Base):
    """One report of one enterprise. ``state``: ``draft``, ``submitted`` or ``withdrawn``.

    ``answers`` holds the form's answers under the names of ``casefiles.model.Answers`` (dates ISO);
    ``version`` counts writes, so that two people who write at once are told.
    """

    __tablename__ = "case_file"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    number: Mapped[str | None] = mapped_column(String(40), unique=True)
    enterprise_id: Mapped[str] = mapped_column(ForeignKey("enterprise.id"), index=True)
    author_id: Mapped[str] = mapped_column(ForeignKey("account.id"))
    state: Mapped[str] = mapped_column(String(20), default="draft", index=True)
    title: Mapped[str] = mapped_column(String(200), default="")
    offence: Mapped[str | None] = mapped_column(String(40))
    narrative: Mapped[str] = mapped_column(Text, default="")
    answers: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    declarations: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    police_only: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    updated_at: Mapped[datetime] = mapped_column(Moment, default=now)
    submitted_at: Mapped[datetime | None] = mapped_column(Moment)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    withdrawn_why: Mapped[str] = mapped_column(Text, default="")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  # SQLAlchemy reads it as a class attribute

    enterprise: Mapped[Enterprise] = relationship(lazy="joined")
    author: Mapped[Account] = relationship()
    uploads: Mapped[list[Upload]] = relationship(back_populates="case", order_by="Upload.uploaded_at")


class Upload(Base):
    """One file as it was handed in. The bytes lie in the vault under ``sha256``; nothing ever changes them.

    ``removed_at`` takes it out of the dossier (a draft's file, or one that ``replaced_by`` another);
    ``secret`` marks a trade secret, which only its named readers may open.
    """

    __tablename__ = "upload"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"), index=True)
    file_name: Mapped[str] = mapped_column(String(255))
    size: Mapped[int] = mapped_column()
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    sm3: Mapped[str] = mapped_column(String(64))
    secret: Mapped[bool] = mapped_column(default=False)
    uploaded_by: Mapped[str] = mapped_column(ForeignKey("account.id"))
    uploaded_at: Mapped[datetime] = mapped_column(Moment, default=now)
    removed_at: Mapped[datetime | None] = mapped_column(Moment)
    replaced_by: Mapped[str | None] = mapped_column(ForeignKey("upload.id"))

    case: Mapped[Case] = relationship(back_populates="uploads")
    reading: Mapped[UploadReading | None] = relationship(back_populates="upload", lazy="joined")
    corrections: Mapped[list[Correction]] = relationship(order_by="Correction.made_at", lazy="selectin")


class UploadReading(Base):
    """What an upload was read as (``casefiles.reading.record``). ``state``: ``waiting``, ``reading``, ``done``."""

    __tablename__ = "upload_reading"

    upload_id: Mapped[str] = mapped_column(ForeignKey("upload.id", ondelete="CASCADE"), primary_key=True)
    state: Mapped[str] = mapped_column(String(20), default="waiting")
    pages_done: Mapped[int] = mapped_column(default=0)
    pages_total: Mapped[int] = mapped_column(default=0)
    record: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    read_at: Mapped[datetime | None] = mapped_column(Moment)

    upload: Mapped[Upload] = relationship(back_populates="reading")


class Correction(Base):
    """What a person said a document is (``field`` empty), shows (``field`` of the contract) or how its pages are arranged.

    ``entry`` is the path of a file inside the upload (``委托/授权书.docx``), empty for the upload itself. The field ``parts``
    holds the documents of a file (``1-2、3-5``), ``continues`` the file of the dossier a photo continues (empty: none).
    The last one counts.
    """

    __tablename__ = "correction"
    __table_args__ = (Index("ix_correction_place", "upload_id", "part", "field"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    upload_id: Mapped[str] = mapped_column(ForeignKey("upload.id", ondelete="CASCADE"))
    entry: Mapped[str] = mapped_column(Text, default="", server_default="")
    part: Mapped[str] = mapped_column(String(40), default="")
    field: Mapped[str] = mapped_column(String(60), default="")
    value: Mapped[str] = mapped_column(Text)
    made_by: Mapped[str] = mapped_column(ForeignKey("account.id"))
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)

    person: Mapped[Account] = relationship(lazy="joined")


class NamedReader(Base):
    """An account that may open an upload marked as a trade secret."""

    __tablename__ = "named_reader"
    __table_args__ = (UniqueConstraint("upload_id", "account_id"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    upload_id: Mapped[str] = mapped_column(ForeignKey("upload.id", ondelete="CASCADE"))
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    named_by: Mapped[str] = mapped_column(ForeignKey("account.id"))
    named_at: Mapped[datetime] = mapped_column(Moment, default=now)


class OriginalCheck(Base):
    """原件核对: an officer compared an upload with its original, when, and what was noted."""

    __tablename__ = "original_check"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    upload_id: Mapped[str] = mapped_column(ForeignKey("upload.id", ondelete="CASCADE"), index=True)
    checked_by: Mapped[str] = mapped_column(ForeignKey("account.id"))
    checked_at: Mapped[datetime] = mapped_column(Moment, default=now)
    agrees: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str] = mapped_column(Text, default="")

    person: Mapped[Account] = relationship(lazy="joined")
