"""Questions with the articles that answer them, their folds, and the measures of an answer."""

from __future__ import annotations

import gzip
import json
import lzma
import random
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_OPENERS = {".xz": lzma.open, ".gz": gzip.open}


@dataclass(frozen=True)
class Question:
    """``relevant``: references (title and number) of the articles that answer it. ``ip``: it is on intellectual property."""

    text: str
    relevant: frozenset[str]
    ip: bool


def read_questions(path: Path) -> list[Question]:
    """``{"query", "relevant": [ref …], "ip": bool}``, one a line."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [Question(row["query"], frozenset(row["relevant"]), bool(row.get("ip"))) for row in rows]


def read_articles(path: Path) -> dict[str, str]:
    """Title and text of each article of an articles-jsonl file by its reference."""
    return {row["law"] + row["article"]: f"{row['law']}\n{row['text']}" for row in article_rows(path)}


def article_rows(path: Path) -> Iterator[dict[str, str]]:
    with _OPENERS.get(path.suffix, open)(path, "rt", encoding="utf-8") as stream:
        yield from (json.loads(line) for line in stream if line.strip())


@dataclass(frozen=True)
class Marks:
    """R@10, R@100 and reciprocal rank (among the first ten) of one answer."""

    found10: float
    found100: float
    first: float


def mark(question: Question, refs: Sequence[str]) -> Marks:
    """``refs`` are the answer, best first; a reference counts once."""
    ranks = [rank for rank, ref in enumerate(list(dict.fromkeys(refs))[:100]) if ref in question.relevant]
    first = 1 / (ranks[0] + 1) if ranks and ranks[0] < 10 else 0.0
    return Marks(sum(rank < 10 for rank in ranks) / len(question.relevant), len(ranks) / len(question.relevant), first)


def interval(values: Sequence[float]) -> str:
    """The mean and half the width of its 95% bootstrap interval."""
    chooser = random.Random(11)  # noqa: S311  # statistics, not secrets
    means = sorted(statistics.fmean(chooser.choices(values, k=len(values))) for _ in range(500))
    return f"{statistics.fmean(values):.3f} ±{(means[487] - means[12]) / 2:.3f}"
