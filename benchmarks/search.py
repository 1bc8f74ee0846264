"""How well, how fast and with how much memory the library searches, beside other engines on the same words, in one run.

    python benchmarks/search.py --corpus articles.jsonl.xz --queries queries.jsonl [--sample 200]
    python benchmarks/search.py --corpus … --queries … --copies 10 [--library FOLDER]

``articles.jsonl`` is articles-jsonl; a query is ``{"id", "query", "relevant": [ref …], "ip": bool}``. Everything is built in
a folder of its own and thrown away. One thread; ms are wall time inside the process (median and 95th percentile), cpu is
processor time per question, which a busy machine does not spoil. R@k is the mean share of a question's relevant articles
among the first k, MRR@10 the mean of 1 / rank of the first; ± is a 95% bootstrap interval. ``--copies`` repeats the corpus in
memory (ours: the arrays; the others: the documents) and is about speed alone. Slow engines answer a sample.

What the library learned from questions it never meets again in the rows marked *cross-validated*: each fold is answered with
associations learned from the other four, over random folds and over blocks of neighbouring questions, which share topics.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parent.parent))

from tqdm import tqdm

from benchmarks.engines import Copies, Engine, core, fts5, product, ranking, repeated, tantivy_engine, whoosh_matcher
from benchmarks.learn_wording import learn
from benchmarks.questions import Marks, Question, interval, mark, read_articles, read_questions
from statutes.library import Library
from statutes.search import wording
from statutes.search.generation import open_current

FOLDS, BLOCK = 5, 40
Answers = list[tuple[Question, Marks]]


def main() -> None:
    options = _options()
    questions = read_questions(options.queries)
    sample = random.Random(7).sample(questions, min(options.sample, len(questions)))  # noqa: S311  # a fixed sample
    with ExitStack() as stack:
        folder = options.library or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        library = Library.open(folder) if options.library else _built(folder, options.corpus)
        held = repeated(open_current(folder / "index"), options.copies)
        print(f"{len(held.refs) * options.copies} documents; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        _memory_of_a_search_process(folder, options.queries)
        print(f"{'engine':48} {'n':>5} {'p50 ms':>7} {'p95 ms':>7} {'cpu ms':>7} {'R@10':>12} {'R@100':>12} {'MRR@10':>12}")
        _compare(library, held, questions, sample)
        if options.copies == 1:
            _cross_validate(held, questions, read_articles(options.corpus))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--library", type=Path, help="a library folder with this corpus and its index, instead of building one")
    parser.add_argument("--copies", type=int, default=1, help="how often the corpus is repeated, for speed")
    parser.add_argument("--sample", type=int, default=200, help="questions for the slow engines")
    return parser.parse_args()


def _built(folder: Path, corpus: Path) -> Library:
    library = Library.open(folder)
    started, used = time.perf_counter(), time.process_time()
    with tqdm(unit="article", desc="import", leave=False) as bar:
        report = library.import_source(corpus, progress=lambda done, total: bar.update(done - bar.n))
    imported = time.perf_counter()
    with tqdm(unit="article", desc="build", leave=False) as bar:
        library.build(lambda done, total: bar.update(done - bar.n))
    wall, cpu = time.perf_counter() - started, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{report}\nimport {imported - started:.0f} s + build = {wall:.0f} s wall, {cpu:.0f} s CPU, peak {peak:.0f} MB")
    library.search("预热")
    return library


_ASK = """
import sys, pathlib
sys.path.insert(0, {root!r})
from statutes.library import Library
from benchmarks.questions import read_questions
library = Library.open(pathlib.Path({folder!r}), rebuild=False)
for question in read_questions(pathlib.Path({queries!r})):
    library.search(question.text)
print("".join(line for line in open("/proc/self/status") if line.startswith(("VmHWM", "RssAnon", "RssFile"))))
"""


def _memory_of_a_search_process(folder: Path, queries: Path) -> None:
    """What a process holds that answered every question: of its own, and of files mapped (shared, given back at need)."""
    program = _ASK.format(root=str(Path(__file__).parent.parent), folder=str(folder), queries=str(queries))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
    held = {line.split(":")[0]: int(line.split()[1]) // 1024 for line in done.stdout.strip().splitlines()}
    print(
        f"a search process: at most {held['VmHWM']} MB, of which {held['RssAnon']} MB its own, {held['RssFile']} MB mapped files"
    )


def _compare(library: Library, held: Copies, questions: Sequence[Question], sample: Sequence[Question]) -> None:
    fast = [core(held), tantivy_engine(held), tantivy_engine(held, counting=False), ranking(held)]
    for engine in fast:
        _row(engine, questions, quality=held.copies == 1)
    if held.copies == 1:
        _row(product(library), questions)
        _row(whoosh_matcher(held), sample, " (sample)")
    _row(fts5(held), sample, " (sample)", quality=held.copies == 1)


def _cross_validate(held: Copies, questions: Sequence[Question], bodies: dict[str, str]) -> None:
    engine = ranking(held)
    chooser = random.Random(5)  # noqa: S311  # fixed folds
    ways: dict[str, Callable[[int], int]] = {
        "random folds": lambda place: chooser.randrange(FOLDS),
        "blocks": lambda place: place // BLOCK % FOLDS,
    }
    _marked("library untaught", _answers(engine, questions, learn([], bodies)))
    for name, way in ways.items():
        folds = [way(place) for place in range(len(questions))]
        answers: Answers = []
        for fold in tqdm(range(FOLDS), desc=name, leave=False):
            others = [question for question, own in zip(questions, folds, strict=True) if own != fold]
            mine = [question for question, own in zip(questions, folds, strict=True) if own == fold]
            answers += _answers(engine, mine, learn(others, bodies))
        _marked(f"library cross-validated, {name}", answers)
        _marked(f"library cross-validated, {name}, IP", [one for one in answers if one[0].ip])


def _answers(engine: Engine, questions: Iterable[Question], taught: dict[str, list[tuple[str, float]]]) -> Answers:
    with patch.object(wording, "_associations", lambda: taught):
        return [(question, mark(question, engine.names(engine.search(question.text)))) for question in questions]


def _row(engine: Engine, questions: Sequence[Question], note: str = "", quality: bool = True) -> None:
    """Without ``quality`` times alone: of a repeated corpus the first hundred are the first few, repeated."""
    engine.search(questions[0].text)
    walls, answers, used = [], [], 0.0
    for question in tqdm(questions, desc=engine.name, leave=False):
        started, cpu = time.perf_counter(), time.process_time()
        found = engine.search(question.text)
        walls.append((time.perf_counter() - started) * 1000)
        used += time.process_time() - cpu
        answers.append((question, mark(question, engine.names(found))))
    walls.sort()
    p95 = walls[int(0.95 * (len(walls) - 1))]
    times = f"{statistics.median(walls):7.2f} {p95:7.2f} {used / len(walls) * 1000:7.2f}"
    if quality:
        _marked(engine.name + note, answers, times)
    else:
        print(f"{engine.name + note:48} {len(answers):5} {times}", flush=True)


def _marked(name: str, answers: Answers, times: str = " " * 23) -> None:
    marks = [one for _, one in answers]
    columns = ([one.found10 for one in marks], [one.found100 for one in marks], [one.first for one in marks])
    print(f"{name:48} {len(answers):5} {times} {' '.join(f'{interval(values):>12}' for values in columns)}", flush=True)


if __name__ == "__main__":
    main()
