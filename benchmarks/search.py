"""How well and how fast the library searches, beside Whoosh's own matcher and SQLite FTS5 on the same words.

    python benchmarks/search.py --corpus articles.jsonl.xz --queries queries.jsonl [--sample 200]

``articles.jsonl`` is articles-jsonl; a query is ``{"id", "query", "relevant": [ref …], "ip": bool}``. Everything is built in
a folder of its own and thrown away. R@k is the mean share of a question's relevant articles among the first k, MRR@10
the mean of 1 / rank of the first. K1, B and the priors of ``statutes.search`` were chosen on a random half (600) of
1,174 lay questions; the other half gave .72 and .45 (chosen half .73 and .45). The ± is a 95% bootstrap interval.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from statutes.library import Library
from statutes.search.analyzer import words
from statutes.search.generation import Generation, open_current

DEPTH = 100
Search = Callable[[str], list[str]]


@dataclass(frozen=True)
class Question:
    text: str
    relevant: frozenset[str]
    ip: bool


def main() -> None:
    options = _options()
    questions = _questions(options.queries)
    with tempfile.TemporaryDirectory() as folder:
        library = _built(Path(folder), options.corpus)
        generation = open_current(Path(folder) / "index")
        sample = random.Random(7).sample(questions, min(options.sample, len(questions)))  # noqa: S311  # a fixed sample
        print(f"{'engine':42} {'n':>5} {'p50 ms':>8} {'p95 ms':>8} {'R@10':>7} {'R@100':>13} {'MRR@10':>13}")
        _row("library (words ∪ bigrams × prior)", _library_search(library), questions)
        _row("library, IP questions", _library_search(library), [question for question in questions if question.ip])
        _row("library, the sample", _library_search(library), sample)
        _row("Whoosh's own matcher (OR), the sample", _whoosh_search(generation), sample)
        _row("SQLite FTS5 detail=full (OR), the sample", _fts5_search(generation), sample)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--sample", type=int, default=200, help="questions for the slow engines")
    return parser.parse_args()


def _questions(path: Path) -> list[Question]:
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [Question(row["query"], frozenset(row["relevant"]), bool(row.get("ip"))) for row in rows]


def _built(folder: Path, corpus: Path) -> Library:
    library = Library.open(folder)
    started, used = time.perf_counter(), time.process_time()
    report = library.import_source(corpus)
    imported = time.perf_counter()
    library.build()
    done = time.perf_counter()
    print(f"import {imported - started:.1f} s, build {done - imported:.1f} s, CPU {time.process_time() - used:.1f} s; {report}")
    library.search("预热")
    return library


def _library_search(library: Library) -> Search:
    return lambda text: [hit.ref for hit in library.search(text, limit=DEPTH, passages=False).hits]


def _whoosh_search(generation: Generation) -> Search:
    from whoosh import index
    from whoosh.query import Or, Term

    (part,) = generation.folder.parent.glob("part-*")  # a first build writes one part
    searcher = index.open_dir(part / "whoosh", readonly=True).searcher()

    def search(text: str) -> list[str]:
        query = Or([Term("body", word) for word in set(words(text))])
        return [hit["ref"] for hit in searcher.search(query, limit=DEPTH)]

    return search


def _fts5_search(generation: Generation) -> Search:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE article USING fts5(body, ref UNINDEXED, tokenize='unicode61')")
    rows = ((" ".join(words(generation.text(n))), generation.durable.stored(n)["ref"]) for n in range(generation.size))
    connection.executemany("INSERT INTO article VALUES (?, ?)", rows)

    def search(text: str) -> list[str]:
        match = " OR ".join(f'"{word}"' for word in set(words(text)))
        found = connection.execute("SELECT ref FROM article WHERE article MATCH ? ORDER BY rank LIMIT ?", (match, DEPTH))
        return [ref for (ref,) in found] if match else []

    return search


def _row(name: str, search: Search, questions: Sequence[Question]) -> None:
    if not questions:
        return
    times, first, found10, found100 = [], [], [], []
    for question in questions:
        started = time.perf_counter()
        refs = search(question.text)
        times.append((time.perf_counter() - started) * 1000)
        ranks = [rank for rank, ref in enumerate(dict.fromkeys(refs)) if ref in question.relevant]
        first.append(1 / (ranks[0] + 1) if ranks and ranks[0] < 10 else 0.0)
        found10.append(sum(rank < 10 for rank in ranks) / len(question.relevant))
        found100.append(len(ranks) / len(question.relevant))
    times.sort()
    p95 = times[int(0.95 * (len(times) - 1))]
    figures = f"{statistics.median(times):8.2f} {p95:8.2f} {statistics.mean(found10):7.3f}"
    print(f"{name:42} {len(questions):5} {figures} {_interval(found100):>13} {_interval(first):>13}", flush=True)


def _interval(values: Sequence[float]) -> str:
    """The mean and half the width of its 95% bootstrap interval."""
    chooser = random.Random(11)  # noqa: S311  # statistics, not secrets
    means = sorted(statistics.fmean(chooser.choices(values, k=len(values))) for _ in range(500))
    return f"{statistics.fmean(values):.3f} ±{(means[487] - means[12]) / 2:.3f}"


if __name__ == "__main__":
    main()
