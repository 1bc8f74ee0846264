"""Words of findings kept in notices and undertakings, as everyone may read them now: a file may have become a secret since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from casefiles.stored import ResultError
from ipdesk.database import db
from ipdesk.masking import masked_id
from ipdesk.queries.redaction import SEALED_MESSAGE, common_eyes
from ipdesk.queries.uploads import not_secret
from ipdesk.services.reviews import kept
from ipdesk.tables import ReviewRow, Supplement, Undertaking, Upload

OWN_WORDS = "officer"  # the code of an item that an officer wrote


@dataclass(frozen=True, slots=True)
class _Said:
    """What a kept review said, and whether it rests on a file that is a trade secret now."""

    code: str
    words: str
    sealed: bool


def open_items(notice: Supplement) -> list[dict[str, Any]]:
    """The items of a notice; one that rests on what is a trade secret by now is told without its content."""
    said = _said(notice.case_id)
    sealed = {"message": SEALED_MESSAGE, "remedy": ""}
    return [{**item, **sealed} if _is_sealed(item["code"], item["message"], said) else item for item in notice.items]


def open_message(undertaking: Undertaking) -> str:
    """What was promised, as ``open_items`` tells it."""
    is_sealed = _is_sealed(undertaking.code, undertaking.message, _said(undertaking.case_id))
    return SEALED_MESSAGE if is_sealed else undertaking.message


def _is_sealed(code: str, text: str, said: Sequence[_Said] | None) -> bool:
    """Denied by default: words that no review is known to have said of an open file. ``said``: None without secrets."""
    if said is None or code == OWN_WORDS:
        return False
    told = [one for one in said if one.code == code and one.words in masked_id(text)]
    return not told or any(one.sealed for one in told)


def _said(case_id: str) -> list[_Said] | None:
    """Everything the report's reviews said; None where no file of the report is a trade secret."""
    secrets = select(Upload.id).where(Upload.case_id == case_id, Upload.secret.is_(True)).limit(1)
    if db.session.execute(secrets).first() is None:
        return None
    open_files = not_secret(case_id)
    rows = db.session.execute(select(ReviewRow).where(ReviewRow.case_id == case_id)).scalars()
    return [one for row in rows for one in _said_in(row, open_files)]


def _said_in(row: ReviewRow, open_files: frozenset[str]) -> list[_Said]:
    try:
        review = kept(row)
    except ResultError:
        return []
    eyes = common_eyes(open_files, row.uploads, review)
    return [
        _Said(one.code, masked_id(words), eyes.quotes_sealed(one))
        for one in review.findings
        for words in dict.fromkeys((one.message, eyes.shown(one.message)))
    ]
