"""Learn which words of articles go with which words of questions, and write ``statutes/search/associations.tsv``.

    python benchmarks/learn_wording.py --corpus articles.jsonl.xz --queries queries.jsonl [--out FILE]

For a question word t and an article word u: p(u|t) is the share of the questions with t whose relevant articles have u,
drawn towards p(u) over all questions as if it had been seen in ``DRAWN`` more questions; the strength is
p(u|t) · ln(p(u|t) / p(u)), but ``MOST`` at most, since what goes together in every question of one topic would else
outweigh the words typed. Kept are words of two characters or more seen in at least ``SUPPORT`` questions, with their
``KEPT`` strongest words of lift above ``LIFT``. No question, and nothing that leads to a single one, is written.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.questions import Question, read_articles, read_questions
from statutes.search.analyzer import words

SUPPORT, DRAWN, KEPT, LIFT, SHARED, MOST = 4, 3, 8, 1.5, 2, 0.6
Associations = dict[str, list[tuple[str, float]]]


def learn(questions: Iterable[Question], bodies: Mapping[str, str]) -> Associations:
    """The associations of these questions; ``bodies`` are title and text of each article by its reference."""
    seen: Counter[str] = Counter()
    together: dict[str, Counter[str]] = defaultdict(Counter)
    alone: Counter[str] = Counter()
    total = 0
    for question in questions:
        answer = _answer([bodies[ref] for ref in question.relevant if ref in bodies])
        if not answer:
            continue
        total += 1
        alone.update(answer)
        for word in {word for word in words(question.text) if len(word) > 1}:
            seen[word] += 1
            together[word].update(answer)
    return {
        word: kept
        for word in sorted(seen)
        if seen[word] >= SUPPORT and (kept := _strongest(word, seen[word], together[word], alone, total))
    }


def _answer(texts: Sequence[str]) -> Counter[str]:
    """In which share of the relevant articles each word stands."""
    shares: Counter[str] = Counter()
    for text in texts:
        for word in {word for word in words(text) if len(word) > 1}:
            shares[word] += 1 / len(texts)  # type: ignore[assignment]  # a Counter counts in fractions as well
    return shares


def _strongest(word: str, seen: int, together: Counter[str], alone: Counter[str], total: int) -> list[tuple[str, float]]:
    found = []
    for other, shared in together.items():
        background = (alone[other] + 0.5) / (total + 1)
        likely = (shared + DRAWN * background) / (seen + DRAWN)
        if other != word and shared >= SHARED and likely > LIFT * background:
            found.append((other, likely * math.log(likely / background)))
    strongest = sorted(found, key=lambda pair: (-pair[1], pair[0]))[:KEPT]
    return [(other, min(strength, MOST)) for other, strength in strongest]


def write(associations: Associations, out: Path, questions: int) -> None:
    """One word a line with its associated words and their strengths, set apart by tabs."""
    lines = [
        f"# Which words of articles go with a word of a question, learned from {questions} lay questions and the articles that",
        "# answer them (STARD, THUIR, MIT licence) by benchmarks/learn_wording.py. Statistics only.",
    ]
    for word, others in associations.items():
        lines.append("\t".join([word, *(f"{other} {strength:.2f}" for other, strength in others)]))
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    default = Path(__file__).parent.parent / "statutes/search/associations.tsv"
    parser.add_argument("--out", type=Path, default=default)
    options = parser.parse_args()
    questions = read_questions(options.queries)
    associations = learn(questions, read_articles(options.corpus))
    write(associations, options.out, len(questions))
    print(f"{len(associations)} words, {sum(map(len, associations.values()))} associations → {options.out}")


if __name__ == "__main__":
    main()
