"""From whom a missing paper is to be had, what it looks like when it is right, and what is told first."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from casefiles.model import Finding

FILE = Path(__file__).with_name("guidance.toml")
SEVERITIES = ("blocking", "warning", "info")


@dataclass(frozen=True, slots=True)
class Guidance:
    """``source``: who issues the paper; ``example``: what the mended state looks like. Either may be empty."""

    source: str = ""
    example: str = ""


def guidance_of(code: str) -> Guidance:
    """What is told beside a finding of ``code``: its own line, where a part is wanting its family's."""
    known: Mapping[str, Any] = _load()["codes"]
    own, family = known.get(code, {}), known.get(code.partition(".")[0], {})
    return Guidance(own.get("from") or family.get("from", ""), own.get("example", "" if own else family.get("example", "")))


def by_weight(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in the order they are told: what blocks first, of that what cannot be cured, then as the data says."""
    return tuple(sorted(findings, key=lambda one: weight(one.code, one.severity, one.curable)))


def weight(code: str, severity: str, curable: bool = True) -> tuple[int, bool, int]:
    """Where a finding stands in the order; the smaller, the earlier."""
    order: list[str] = _load()["order"]
    places = [order.index(name) for name in (code, code.partition(".")[0]) if name in order]
    return SEVERITIES.index(severity), severity == "blocking" and curable, min(places, default=len(order))


@cache
def _load() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
