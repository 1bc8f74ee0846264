"""Who looked at which original, page by page, and who took it away: kept in the audit chain."""

from __future__ import annotations

from ipdesk import audit
from ipdesk.access import Actor
from ipdesk.database import transaction
from ipdesk.tables import Upload


def note_page(actor: Actor, upload: Upload, page: int) -> None:
    """``actor`` was shown one page."""
    with transaction() as session:
        audit.record(
            session,
            "upload.opened",
            actor=actor.id,
            case_id=upload.case_id,
            subject=upload.id,
            sha256=upload.sha256,
            page=page,
        )


def note_download(actor: Actor, upload: Upload) -> None:
    """``actor`` took the whole file."""
    with transaction() as session:
        audit.record(
            session, "upload.downloaded", actor=actor.id, case_id=upload.case_id, subject=upload.id, sha256=upload.sha256
        )


def note_letter(actor: Actor, case_id: str, letter: str) -> None:
    """``actor`` took a document the desk made of the case (``prereview_notice`` …)."""
    with transaction() as session:
        audit.record(session, "letter.downloaded", actor=actor.id, case_id=case_id, subject=case_id, letter=letter)
