"""Two reviews of one report side by side: what is mended, new or still open, and what became of materials and values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from casefiles.model import Finding, Material, Review

Key = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One field of one document that reads otherwise than before; None where it was, or is, not there."""

    before: Material
    after: Material
    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Differences:
    """What changed from one review to another. Findings that ask for nothing (``info``) are left out."""

    gone: tuple[Finding, ...]
    fresh: tuple[Finding, ...]
    remaining: tuple[Finding, ...]
    added: tuple[Material, ...]
    removed: tuple[Material, ...]
    replaced: tuple[tuple[Material, Material], ...]
    values: tuple[ValueChange, ...]


def compare(before: Review, after: Review, renamed: Mapping[str, str] | None = None) -> Differences:
    """What changed between two reviews of the same report; ``renamed`` maps a file to the one that took its place.

    A finding remains where the same code says the same; a document is replaced where its place holds other bytes.
    """
    said, now = _asking(before), _asking(after)
    old = {(dict(renamed or {}).get(one.file, one.file), one.part): one for one in before.materials}
    new = {(one.file, one.part): one for one in after.materials}
    both = [(old[key], new[key]) for key in new if key in old]
    return Differences(
        gone=tuple(_without(said, now)),
        fresh=tuple(_without(now, said)),
        remaining=tuple(_common(now, said)),
        added=tuple(one for key, one in new.items() if key not in old),
        removed=tuple(one for key, one in old.items() if key not in new),
        replaced=tuple((one, other) for one, other in both if one.sha256 != other.sha256),
        values=tuple(change for one, other in both for change in _values(one, other)),
    )


def _asking(review: Review) -> list[Finding]:
    return [one for one in review.findings if one.severity != "info"]


def _without(these: Iterable[Finding], those: Iterable[Finding]) -> Iterator[Finding]:
    """``these`` without ``those``, each counted: two that say the same are two."""
    left = Counter(_said(one) for one in those)
    for one in these:
        if left[_said(one)]:
            left[_said(one)] -= 1
        else:
            yield one


def _common(these: Iterable[Finding], those: Iterable[Finding]) -> Iterator[Finding]:
    left = Counter(_said(one) for one in those)
    for one in these:
        if left[_said(one)]:
            left[_said(one)] -= 1
            yield one


def _said(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message


def _values(before: Material, after: Material) -> Iterator[ValueChange]:
    for field in sorted(set(before.fields) | set(after.fields)):
        old, new = before.value(field), after.value(field)
        if old != new:
            yield ValueChange(before, after, field, old, new)
