"""How many plain questions of IP practice are answered right among the first three, on a library as delivered.

    python benchmarks/plain_questions.py --library data/library [--as-of 2026-11-22]

The questions and what is right are our own (``ip_questions.toml``), written before any answer was looked at.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tomllib
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from statutes.library import VERIFIED_ON, Library

QUESTIONS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("ip_questions.toml").read_text("utf-8"))["questions"]


def right_keys(library: Library, answers: list[str], day: date) -> set[str]:
    """The link keys of those right answers that this library has."""
    precedents = {f"precedent/{answer}" for answer in answers if library.precedent(answer)}
    articles = (library.resolve(answer, day).article for answer in answers if not library.precedent(answer))
    return precedents | {found.key for found in articles if found}


def rank(library: Library, question: str, answers: list[str], day: date) -> int | None:
    """The place of the first right answer among the first ten, from 1."""
    right = right_keys(library, answers, day)
    hits = library.search(question, as_of=day, limit=10).hits
    return next((place for place, hit in enumerate(hits, 1) if hit.key in right), None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--as-of", type=date.fromisoformat, default=VERIFIED_ON)
    options = parser.parse_args()
    library = Library.open(options.library, rebuild=False)
    ranks = {question: rank(library, question, answers, options.as_of) for question, answers in QUESTIONS.items()}
    for question, place in ranks.items():
        if place is None or place > 3:
            print(f"{place or '—':>3} {question}")
    counts = [sum(place is not None and place <= most for place in ranks.values()) for most in (1, 3, 10)]
    mrr = statistics.fmean(1 / place if place else 0 for place in ranks.values())
    print(f"{len(ranks)} questions: first {counts[0]}, among three {counts[1]}, among ten {counts[2]}, MRR@10 {mrr:.3f}")


if __name__ == "__main__":
    main()
