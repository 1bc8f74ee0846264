"""Receipts of submission, and the proof that files are those a receipt was given for.

A receipt is a JSON object whose ``digest`` is the SHA-256 of its canonical form (keys sorted, no spaces, UTF-8)
without the digest itself. Anyone can check it without this desk.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from casefiles.folder import digest, files_under, name_in

SCHEMA = "ipdesk.receipt/1"
MANIFEST = "ipdesk.manifest/1"  # the list of files in an exported dossier, with the same shape and the same proof
STATEMENT = "本回执只证明以下文件已经由本平台收到，不是公安机关的受案回执，也不是立案、不予立案的决定。"


class ReceiptError(ValueError):
    """A receipt that cannot be used; the message is a letter to the person who brought it."""


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """One file as received: its name in the dossier, its size in bytes, its digests in hexadecimal."""

    name: str
    size: int
    sha256: str
    sm3: str


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """Names of files, by what became of them. ``renamed`` maps the name on the receipt to the one found."""

    matched: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    extra: tuple[str, ...] = ()
    receipt_intact: bool = True

    @property
    def holds(self) -> bool:
        """Whether the receipt is intact and every file it names is there unchanged; a new name or more files do no harm."""
        return self.receipt_intact and not self.missing and not self.changed


def make_receipt(
    *,
    number: str,
    given_at: datetime,
    files: Iterable[ReceivedFile],
    chain_head: str,
    gaps: Iterable[str] = (),
    applicant: str = "",
    offence: str = "",
    desks: Iterable[str] = (),
    supplements: str = "",
) -> dict[str, Any]:
    """The receipt ``number`` given at ``given_at`` (with its zone) for ``files``, in the order of their names.

    ``chain_head`` is the digest at the head of the audit chain when it was given; ``gaps`` are the messages of what is missing;
    ``supplements`` is the number of the report to which a supplementary receipt adds files.
    Raises ValueError for a moment without a zone.
    """
    if given_at.tzinfo is None:
        raise ValueError("回执时间必须带时区。")
    content: dict[str, Any] = {
        "schema": SCHEMA,
        "number": number,
        "given_at": given_at.isoformat(timespec="seconds"),
        "statement": STATEMENT,
        "applicant": applicant,
        "offence": offence,
        "desks": list(desks),
        "files": file_lines(files),
        "gaps": list(gaps),
        "chain_head": chain_head,
    }
    if supplements:
        content["supplements"] = supplements
    return {**content, "digest": receipt_digest(content)}


def file_lines(files: Iterable[ReceivedFile]) -> list[dict[str, Any]]:
    """The files as receipts and manifests list them, in the order of their names."""
    ordered = sorted(files, key=lambda one: one.name)
    return [{"name": one.name, "size": one.size, "sha256": one.sha256, "sm3": one.sm3} for one in ordered]


def receipt_digest(receipt: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical form of ``receipt`` without its ``digest``."""
    content = {key: value for key, value in receipt.items() if key != "digest"}
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def read_receipt(path: Path) -> dict[str, Any]:
    """The receipt in a JSON file. Raises ReceiptError where the file is none."""
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise ReceiptError(f"回执文件“{path}”不能打开。请检查路径，或重新下载回执。") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise ReceiptError(f"“{path.name}”不是 JSON 格式的回执。请使用回执页下载的 JSON 文件。") from error
    _check_shape(found, path.name)
    return dict(found)


def verify(receipt: Mapping[str, Any], folder: Path) -> VerifyReport:
    """Compare the files under ``folder`` with ``receipt``. A file counts as there when SHA-256, SM3 and size all agree.

    Raises ReceiptError where ``receipt`` has not the shape of one.
    """
    _check_shape(receipt, "回执")
    wanted = {str(one["name"]): _proof(one) for one in receipt["files"]}
    found = {name_in(folder, path): _proof_of(path) for path in files_under(folder)}
    matched = tuple(name for name, proof in wanted.items() if found.get(name) == proof)
    spare = {name: proof for name, proof in found.items() if name not in matched}
    renamed = _renamed({name: proof for name, proof in wanted.items() if name not in matched}, spare)
    gone = [name for name in wanted if name not in matched and name not in dict(renamed)]
    taken = {*matched, *(new for _, new in renamed), *gone}
    return VerifyReport(
        matched=matched,
        missing=tuple(name for name in gone if name not in found),
        changed=tuple(name for name in gone if name in found),
        renamed=renamed,
        extra=tuple(sorted(set(found) - taken)),
        receipt_intact=receipt_digest(receipt) == receipt.get("digest"),
    )


def _renamed(wanted: dict[str, tuple[Any, ...]], spare: dict[str, tuple[Any, ...]]) -> tuple[tuple[str, str], ...]:
    """Pairs of a name on the receipt and a file with the same content under another name; each file is used once."""
    pairs, left = [], dict(spare)
    for name, proof in wanted.items():
        other = next((new for new, have in left.items() if have == proof), None)
        if other is not None:
            del left[other]
            pairs.append((name, other))
    return tuple(pairs)


def _proof(entry: Mapping[str, Any]) -> tuple[Any, ...]:
    return (entry["sha256"], entry["sm3"], entry["size"])


def _proof_of(path: Path) -> tuple[Any, ...]:
    seen = digest(path)
    return (seen.sha256, seen.sm3, seen.size)


def _check_shape(receipt: Any, name: str) -> None:
    if not isinstance(receipt, Mapping) or receipt.get("schema") not in (SCHEMA, MANIFEST):
        raise ReceiptError(f"“{name}”不是本平台的回执（{SCHEMA}）。请使用回执页下载的 JSON 文件。")
    files = receipt.get("files")
    keys = {"name", "size", "sha256", "sm3"}
    if not isinstance(files, list) or not all(isinstance(one, Mapping) and keys <= set(one) for one in files):
        raise ReceiptError(f"“{name}”的文件清单不完整。请重新下载回执；仍有问题的，请联系受理窗口。")
