"""The audit chain: every act in the transaction of its change, append-only, each row sealed by the one before.

A row's digest is the SHA-256 of its canonical JSON together with the previous row's digest. Changing, removing or
inserting a row breaks every digest after it; ``broken_links`` finds the first.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ipdesk.clock import now
from ipdesk.tables.audit import AuditRow

GENESIS = "0" * 64
SYSTEM = "system"

# Every event and the details it must carry. A row that does not fit its shape is a programming error.
EVENTS: Mapping[str, frozenset[str]] = {
    "account.registered": frozenset(),
    "account.created": frozenset({"roles", "desk"}),
    "account.invited": frozenset({"enterprise", "position"}),
    "account.joined": frozenset({"enterprise", "position"}),
    "account.left": frozenset({"enterprise"}),
    "account.locked": frozenset({"failures"}),
    "account.unlocked": frozenset(),
    "account.disabled": frozenset(),
    "account.enabled": frozenset(),
    "account.signed_in": frozenset(),
    "account.sign_in_failed": frozenset(),
    "account.password_changed": frozenset(),
    "account.second_factor_set": frozenset(),
    "account.second_factor_reset": frozenset(),
    "token.made": frozenset({"label"}),
    "token.revoked": frozenset({"label"}),
    "case.opened": frozenset(),
    "case.changed": frozenset({"fields"}),
    "case.deleted": frozenset(),
    "case.submitted": frozenset({"number", "outcome", "manifest"}),
    "case.withdrawn": frozenset({"why"}),
    "upload.stored": frozenset({"sha256", "sm3", "size"}),
    "upload.removed": frozenset({"sha256"}),
    "upload.replaced": frozenset({"sha256", "by"}),
    "upload.marked_secret": frozenset({"secret"}),
    "upload.opened": frozenset({"sha256", "page"}),
    "upload.downloaded": frozenset({"sha256"}),
    "upload.reader_named": frozenset({"reader"}),
    "upload.read_again": frozenset(),
    "upload.reader_removed": frozenset({"reader"}),
    "upload.original_checked": frozenset({"agrees"}),
    "document.corrected": frozenset({"part", "field"}),
    "review.made": frozenset({"outcome", "rules_digest"}),
    "finding.overruled": frozenset({"rule", "code", "told"}),
    "finding.restored": frozenset({"rule", "code"}),
    "receipt.given": frozenset({"number", "digest"}),
    "receipt.downloaded": frozenset({"number", "format"}),
    "letter.downloaded": frozenset({"letter"}),
    "dossier.exported": frozenset({"form", "files", "withheld"}),
    "referral.opened": frozenset({"desk", "role", "due"}),
    "referral.stepped": frozenset({"action", "to_state", "document_no"}),
    "supplement.asked": frozenset({"items"}),
    "supplement.answered": frozenset(),
    "undertaking.made": frozenset({"code", "due"}),
    "undertaking.kept": frozenset({"code"}),
    "undertaking.reminded": frozenset(),
    "undertaking.lapsed": frozenset({"code"}),
    "visit.prechecked": frozenset({"files"}),
}


def record(
    session: Session,
    event: str,
    *,
    actor: str = SYSTEM,
    case_id: str | None = None,
    subject: str = "",
    **detail: Any,
) -> AuditRow:
    """Append one act to the chain, in the caller's transaction (which must be a write, see ``transaction``).

    ``actor`` is an account's id; ``detail`` must have exactly the names declared in ``EVENTS``, else ``ValueError``.
    """
    if set(detail) != EVENTS[event]:
        raise ValueError(f"{event} is declared with {sorted(EVENTS[event])}, not {sorted(detail)}")
    session.flush()
    last = session.execute(select(AuditRow).order_by(AuditRow.seq.desc()).limit(1)).scalar_one_or_none()
    row = AuditRow(
        seq=(last.seq if last else 0) + 1,
        at=now(),
        actor=actor,
        event=event,
        case_id=case_id,
        subject=subject,
        detail=detail,
        previous=last.digest if last else GENESIS,
    )
    row.digest = digest_of(row)
    session.add(row)
    session.flush()
    return row


def digest_of(row: AuditRow) -> str:
    """The SHA-256 (hex) of everything the row says, the previous digest included."""
    said = [row.seq, _exact(row.at), row.actor, row.event, row.case_id, row.subject, row.detail, row.previous]
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def chain_head(session: Session) -> str:
    """The digest of the newest row, ``GENESIS`` where there is none."""
    found = session.execute(select(AuditRow.digest).order_by(AuditRow.seq.desc()).limit(1)).scalar_one_or_none()
    return found or GENESIS


def broken_links(session: Session) -> Iterator[str]:
    """What is wrong with the chain, in Chinese, a line for each break; nothing where it holds."""
    expected_seq, previous = 1, GENESIS
    for row in session.execute(select(AuditRow).order_by(AuditRow.seq)).scalars().yield_per(1000):
        if row.seq != expected_seq:
            yield f"审计链在第 {expected_seq} 条处断开：缺第 {expected_seq} 至 {row.seq - 1} 条"
        elif row.previous != previous:
            yield f"审计链第 {row.seq} 条与前一条不相接"
        if row.digest != digest_of(row):
            yield f"审计链第 {row.seq} 条（{row.event}）内容与其校验值不符"
        expected_seq, previous = row.seq + 1, row.digest


def _exact(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
