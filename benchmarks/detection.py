"""How well and how fast ``detect`` tells which of the eight offences a statement describes, if any.

    python benchmarks/detection.py FACTS.jsonl [--misses]

A statement is ``{"id", "text", "offences": [code …]}``, the offences those the court found, empty for every other crime. The
gate is whether anything is suggested at all; right is the share of the statements of our offences whose first suggestion is
one the court found, a miss counted as wrong. In brackets stand 95% intervals: Wilson's for shares, 2,000 draws with
replacement for F1. The rules were written on statements of our own; a figure counts only on statements they never saw.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections import Counter
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from casefiles.detection import detect

NONE = "—"
DRAWS = 2_000
Z = 1.96


@dataclass(frozen=True)
class Seen:
    """One statement: what the court found, what was suggested, on which words, in how many milliseconds."""

    id: str
    text: str
    expected: tuple[str, ...]
    suggested: tuple[str, ...]
    words: tuple[str, ...]
    ms: float

    @property
    def right(self) -> bool:
        return bool(self.suggested) and self.suggested[0] in self.expected


def main() -> None:
    options = _options()
    detect("")
    seen = [_look(json.loads(line)) for line in options.facts.read_text(encoding="utf-8").splitlines() if line.strip()]
    _print_gate(seen)
    _print_confusion(seen)
    _print_speed(seen)
    _print_errors(seen, words=options.misses)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facts", type=Path)
    parser.add_argument("--misses", action="store_true", help="with the text and the words that misled")
    return parser.parse_args()


def _look(row: dict[str, Any]) -> Seen:
    start = time.perf_counter()
    found = detect(row["text"])
    ms = (time.perf_counter() - start) * 1000
    expected = tuple(map(str, row["offences"]))
    words = found[0].words if found else ()
    return Seen(str(row["id"]), row["text"], expected, tuple(one.code for one in found), words, ms)


def _print_gate(seen: list[Seen]) -> None:
    hit, false, missed = _counts(seen)
    draw = random.Random(7)  # noqa: S311  # a fixed sample
    drawn = sorted(_f1(*_counts(draw.choices(seen, k=len(seen)))) for _ in range(DRAWS))
    print(f"{len(seen)} statements, {hit + missed} of our offences: {hit} seen, {missed} missed, {false} false alarms")
    print(f"precision     {_share(hit, hit + false)}")
    print(f"recall        {_share(hit, hit + missed)}")
    print(f"F1            {_f1(hit, false, missed):.3f} [{drawn[DRAWS // 40]:.3f}, {drawn[-DRAWS // 40]:.3f}]")
    print(f"right offence {_share(sum(one.right for one in seen), hit + missed)}")


def _counts(seen: list[Seen]) -> tuple[int, int, int]:
    hit = sum(bool(one.expected and one.suggested) for one in seen)
    false = sum(bool(not one.expected and one.suggested) for one in seen)
    return hit, false, sum(bool(one.expected) for one in seen) - hit


def _f1(hit: int, false: int, missed: int) -> float:
    return 2 * hit / (2 * hit + false + missed) if hit else 0.0


def _share(part: int, whole: int) -> str:
    """``part`` of ``whole`` with Wilson's interval."""
    if not whole:
        return "no statements"
    share, square = part / whole, Z * Z / whole
    middle = (share + square / 2) / (1 + square)
    reach = Z * sqrt(share * (1 - share) / whole + square / (4 * whole)) / (1 + square)
    return f"{share:.3f} [{middle - reach:.3f}, {middle + reach:.3f}] ({part}/{whole})"


def _print_confusion(seen: list[Seen]) -> None:
    pairs = Counter((_first(one.expected, one), (one.suggested or (NONE,))[0]) for one in seen)
    print("\nfound by the court          first suggestion")
    for (expected, suggested), number in sorted(pairs.items()):
        print(f"{expected:27} {suggested:27} {number:5}")


def _first(expected: tuple[str, ...], one: Seen) -> str:
    return one.suggested[0] if one.right else (expected or (NONE,))[0]


def _print_speed(seen: list[Seen]) -> None:
    ms = sorted(one.ms for one in seen)
    length = statistics.mean(len(one.text) for one in seen)
    print(
        f"\n{statistics.median(ms):.1f} ms a statement (median), {ms[-len(ms) // 20]:.1f} ms (95%), {length:.0f} characters each"
    )


def _print_errors(seen: list[Seen], *, words: bool) -> None:
    for one in seen:
        if one.right or not (one.expected or one.suggested):
            continue
        print(f"{one.id}: {'、'.join(one.expected) or NONE} → {'、'.join(one.suggested) or NONE}")
        if words:
            print(f"    {' | '.join(one.words)}\n    {one.text[:300]}")


if __name__ == "__main__":
    main()
