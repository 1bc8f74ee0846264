"""What is kept beside the vault of an original: pictures of its pages, sheets, recognised text. Nothing of a trade secret."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import select

from ipdesk.database import db
from ipdesk.storage import settings
from ipdesk.tables import Upload

_PIECES = ("pictures", "sheets")  # folders in which each piece begins with the digest of its original


def recognised_in(sha256: str) -> Path:
    """Where the recognised text of an original is kept."""
    return settings().data_dir / "ocr" / sha256[:2] / sha256


def forget(sha256: str) -> None:
    """Remove everything kept of an original, for it became a trade secret."""
    for name in _PIECES:
        for piece in (settings().data_dir / name / sha256[:2]).glob(f"{sha256}-*"):
            piece.unlink(missing_ok=True)
    shutil.rmtree(recognised_in(sha256), ignore_errors=True)


def forget_if_secret(upload_id: str, sha256: str) -> None:
    """To be called after something was kept: the upload may have become a trade secret while it was made.

    Whoever marks it forgets after the mark is written, and here the mark is looked for after keeping: one of the two sees it.
    """
    with db.engine.connect() as fresh:  # what this request has read before says nothing of this moment
        if fresh.execute(select(Upload.secret).where(Upload.id == upload_id)).scalar():
            forget(sha256)
