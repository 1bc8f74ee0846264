"""What changed between two reviews of a report, as one reader may see it: since it was handed in, or between any two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from sqlalchemy import select

from casefiles.arrangement import written
from casefiles.model import Finding, Material
from casefiles.stored import ResultError
from casefiles.telling.comparing import Differences, ValueChange, compare
from casefiles.understanding import fields_of, kind_names
from ipdesk.access import Actor
from ipdesk.database import db
from ipdesk.queries.dossier_values import ChangesShown, ValueShown
from ipdesk.queries.redaction import SEALED_MESSAGE, Eyes, eyes_of, series_of
from ipdesk.queries.uploads import openable
from ipdesk.refusals import NotFound
from ipdesk.services.reviews import kept
from ipdesk.tables import Case, ReviewRow, Upload


def changes_of(case: Case, newest: ReviewRow, uploads: Sequence[Upload], eyes: Eyes) -> ChangesShown | None:
    """The changes since submission, of a draft since the review before; None where nothing changed. ``eyes`` are the reader's.

    A review that was made while files were still being read is no measure: it is neither compared nor compared with.
    """
    all_files = db.session.execute(select(Upload).where(Upload.case_id == case.id)).unique().scalars().all()
    first = _base(case, newest, all_files) if _saw_all(newest, all_files, newest.made_at) else None
    if first is None:
        return None
    since = case.submitted_at or first.made_at
    files = tuple(one.file_name for one in uploads if one.uploaded_at > since)
    if first.id == newest.id and not files:
        return None
    shown = _shown(case, first, newest, eyes)
    return replace(shown, since=since, files=files) if shown else None


def changes_between(actor: Actor, case: Case, before_id: str, after_id: str) -> ChangesShown:
    """What changed from one kept review of the report to another. Raises NotFound for one that is not the report's."""
    rows = {row.id: row for row in reviews_of(case.id)}
    if before_id not in rows or after_id not in rows:
        raise NotFound("没有找到要比较的预审。", "请在列表里重新选择两次预审。")
    before, after = rows[before_id], rows[after_id]
    shown = _shown(case, before, after, eyes_of(actor, openable(actor, case.id), after.uploads))
    if shown is None:
        raise NotFound("这两次预审由不同版本的程序保存，不能比较。", "请选择较近的预审。")
    return shown


def reviews_of(case_id: str) -> list[ReviewRow]:
    """The kept reviews of the report, the newest first."""
    asked = select(ReviewRow).where(ReviewRow.case_id == case_id).order_by(ReviewRow.made_at.desc(), ReviewRow.id)
    return list(db.session.execute(asked).scalars())


def _base(case: Case, newest: ReviewRow, files: Sequence[Upload]) -> ReviewRow | None:
    """What the newest review is compared with: the one the report was handed in with, of a draft the one before.

    Where files were still being read when the report was handed in, the first review of all of them.
    """
    rows = [row for row in reviews_of(case.id)[::-1] if _saw_all(row, files, row.made_at)]
    handed = case.submitted_at
    if handed is None:
        return next((one for one, other in pairwise(rows) if other.id == newest.id), None)
    then = [row for row in rows if row.made_at <= handed and _saw_all(row, files, handed)]
    return next(iter(then[-1:] or [row for row in rows if row.made_at > handed] or rows[:1]), None)


def _saw_all(row: ReviewRow, files: Sequence[Upload], at: datetime) -> bool:
    """Whether the review rests on every file that was in the dossier at the moment ``at``."""
    there = {one.id for one in files if one.uploaded_at <= at and (one.removed_at is None or one.removed_at > at)}
    return there <= set(row.uploads.values())


def _shown(case: Case, before: ReviewRow, after: ReviewRow, eyes: Eyes) -> ChangesShown | None:
    """None where one of the two cannot be read back: it was kept by another version of the program."""
    try:
        old, new = kept(before), kept(after)
    except ResultError:
        return None
    seen = ((before, old), (after, new))
    then, now = (replace(eyes, uploads=row.uploads, series=series_of(review)) for row, review in seen)
    return _told(compare(old, new, _renamed(case, before)), before, after, then, now)


def _told(found: Differences, before: ReviewRow, after: ReviewRow, then: Eyes, now: Eyes) -> ChangesShown:
    return ChangesShown(
        since=before.made_at,
        until=after.made_at,
        before_id=before.id,
        after_id=after.id,
        mended=tuple(_message(one, then) for one in found.gone),
        fresh=tuple(_message(one, now) for one in found.fresh),
        remaining=tuple(_message(one, now) for one in found.remaining),
        added=tuple(_name(one, now) for one in found.added),
        removed=tuple(_name(one, then) for one in found.removed),
        replaced=tuple((_name(one, then), _name(other, now)) for one, other in found.replaced),
        values=tuple(
            _value(one, then, now) for one in found.values if not then.sealed(one.before.file) and not now.sealed(one.after.file)
        ),
    )


def _message(finding: Finding, eyes: Eyes) -> str:
    return SEALED_MESSAGE if eyes.quotes_sealed(finding) else eyes.shown(finding.message)


def _name(one: Material, eyes: Eyes) -> str:
    """What a document is called; of one inside a sealed file only the file."""
    if eyes.sealed(one.file):
        return f"《{one.file.partition('/')[0]}》"
    part = f"（第{written(one.part)}页）" if one.part else ""
    return f"《{one.file}》{part}{kind_names.get(one.kind, one.kind)}"


def _value(one: ValueChange, then: Eyes, now: Eyes) -> ValueShown:
    label = fields_of(one.after.kind).get(one.field) or fields_of(one.before.kind).get(one.field, one.field)
    return ValueShown(_name(one.after, now), label, then.shown(one.old or ""), now.shown(one.new or ""))


def _renamed(case: Case, before: ReviewRow) -> dict[str, str]:
    """Which file took the place of which, by name, as far as the replacements lead; what is inside goes with its file."""
    uploads = {one.id: one for one in db.session.execute(select(Upload).where(Upload.case_id == case.id)).unique().scalars()}
    renamed = {}
    for name, upload_id in before.uploads.items():
        last = uploads.get(upload_id)
        while last is not None and last.replaced_by in uploads:
            last = uploads[last.replaced_by]
        file, slash, entry = name.partition("/")
        if last is not None and last.file_name != file:
            renamed[name] = f"{last.file_name}{slash}{entry}"
    return renamed
