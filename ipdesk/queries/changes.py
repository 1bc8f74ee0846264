"""What has changed since a report was handed in: findings mended and new, files added and replaced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from ipdesk.database import db
from ipdesk.queries.dossier_values import ChangesShown
from ipdesk.queries.redaction import SEALED_MESSAGE, Eyes
from ipdesk.tables import Case, ReviewRow, Upload


def changes_of(case: Case, newest: ReviewRow, uploads: Sequence[Upload], eyes: Eyes) -> ChangesShown | None:
    """The changes since submission, or None for a draft and where nothing changed. ``eyes`` are the reader's."""
    if case.submitted_at is None:
        return None
    first = _handed_in(case)
    files = tuple(one.file_name for one in uploads if one.uploaded_at > case.submitted_at)
    if first is None or (first.id == newest.id and not files):
        return None
    before, after = _told(first, eyes), _told(newest, eyes)
    return ChangesShown(
        since=case.submitted_at,
        mended=tuple((before - after).elements()),
        fresh=tuple((after - before).elements()),
        files=files,
    )


def _handed_in(case: Case) -> ReviewRow | None:
    """The last review made by the time of submission: the one the report was handed in with."""
    asked = select(ReviewRow).where(ReviewRow.case_id == case.id).order_by(ReviewRow.made_at)
    rows = db.session.execute(asked).scalars().all()
    handed_in = [row for row in rows if case.submitted_at and row.made_at <= case.submitted_at]
    return next(iter(handed_in[-1:] or rows[:1]), None)


def _told(row: ReviewRow, eyes: Eyes) -> Counter[str]:
    """The messages of the findings that ask for something, as the reader may see them."""
    asked = [one for one in row.result["findings"] if one["severity"] != "info"]
    return Counter(_message(one, row, eyes) for one in asked)


def _message(finding: dict[str, Any], row: ReviewRow, eyes: Eyes) -> str:
    files = (evidence["file"] for evidence in finding["evidence"])
    hidden = any(name and row.uploads.get(name) not in eyes.openable for name in files)
    return SEALED_MESSAGE if hidden else eyes.shown(finding["message"])
