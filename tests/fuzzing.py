"""Mutated files of every format, thousands of them: ``python -m tests.fuzzing --rounds 2000 [--seed 1] [--only pdf,ofd]``.

Each is read as the desk reads it, in a process with limits. It may end in pages or in a problem; an exception, a hang or more
memory than allowed is a fault, and so is a reading that says nothing and complains of nothing. The same seed makes the same
files.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from casefiles.model import Reading
from casefiles.reading.limits import Limits
from casefiles.reading.problems import LETTERS
from casefiles.reading.process import Reader
from casefiles.reading.record import from_json, to_json
from tests import documents
from tests.mutations import mutated

LIMITS = Limits(seconds=60.0, seconds_per_page=30.0, memory=3 << 30, pages=50)
GRACE = 5.0  # seconds beyond the limit for ending the process
FATAL = "严重错误"  # the letter of a file that cost its process

TABLE = [["商品", "数量", "金额"], ["外套", "2", "240.50"]]
BLOCKS = ["授权委托书", "委托人：蜀光电子有限公司", TABLE, documents.PAGE_BREAK, "第二页：受托人周慎行"]


def originals() -> dict[str, bytes]:
    """One small file of each format that can be made here."""
    tiny = documents.picture(["章"], size=(120, 60))
    made = {
        "pdf": documents.text_pdf(BLOCKS),
        "docx": documents.docx(BLOCKS, seal=True),
        "xlsx": documents.xlsx(),
        "xls": documents.xls(),
        "csv": "商品,数量\n外套,2\n".encode("gb18030"),
        "txt": documents.txt(),
        "ofd": documents.ofd(["授权委托书", documents.PAGE_BREAK, "第二页"], seal_on=1),
        "eml": documents.eml("正文", {"清单.xlsx": documents.xlsx(), "说明.txt": documents.txt()}, html="<p>正文</p>"),
    }
    ruled = documents.picture([TABLE], size=(400, 300), letter=20)
    made["scan"] = documents.scan_pdf([[TABLE]], size=(400, 300), letter=20)
    made["jbig2"] = documents.ofd(["首页"], picture=documents.jbig2(ruled), picture_name="scan.jb2", over_picture=["页眉"])
    made["heic"] = Path(documents.__file__).with_name("telephone.heic").read_bytes()
    made["nested"] = documents.zipped(
        {"包.zip": documents.zipped({"a.txt": b"a"}), "来信.eml": documents.eml("正文", {"b.zip": documents.zipped({})})}
    )
    made["zip"] = documents.zipped({"委托书.docx": made["docx"], "来信.eml": made["eml"], "清单.csv": made["csv"]})
    return made | {name: documents.as_file(tiny, name.upper()) for name in ("png", "jpeg", "tiff", "webp", "bmp")}


@dataclass(slots=True)
class Outcome:
    """What came of the rounds: how often each code, the slowest, and every fault in words."""

    rounds: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    deaths: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    faults: list[str] = field(default_factory=list)


def fuzz(rounds: int, seed: int, formats: dict[str, bytes], *, told: Callable[[Outcome], None] | None = None) -> Outcome:
    """Read ``rounds`` mutated files, the formats in turn."""
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as folder, Reader(limits=LIMITS) as reader:
        for name, data in _files(rounds, seed, formats):
            path = Path(folder) / "file"
            path.write_bytes(data)
            _read(reader, path, name, outcome)
            outcome.rounds += 1
            if told:
                told(outcome)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss << 10
    if peak > LIMITS.memory:
        outcome.faults.append(f"a reading process took {peak >> 20} MB")
    return outcome


def _files(rounds: int, seed: int, formats: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Each file's bytes follow from its name alone: a fault can be made again by itself."""
    names = list(formats)
    for number in range(rounds):
        kind = names[number % len(names)]
        rng = random.Random(f"{seed}/{number}/{kind}")  # noqa: S311  # no secret hangs on it
        yield f"{seed}-{number}.{kind}", mutated(rng, formats[kind], list(formats.values()))


def _read(reader: Reader, path: Path, name: str, outcome: Outcome) -> None:
    started = time.monotonic()
    try:
        reading = reader.read(path, name=name)
        outcome.faults += [f"{name}: {fault}" for fault in faults_of(reading)]
    except Exception as error:
        outcome.faults.append(f"{name}: {type(error).__name__}: {error}")
        return
    took = time.monotonic() - started
    outcome.slowest = max(outcome.slowest, (took, name))
    outcome.codes.update(problem.code for problem in reading.problems)
    outcome.deaths += [name] if any(FATAL in problem.message for problem in reading.problems) else []
    if took > LIMITS.seconds + GRACE or any(problem.code == "unreadable.timeout" for problem in reading.problems):
        outcome.faults.append(f"{name}: {took:.1f} s")


def faults_of(reading: Reading) -> Iterator[str]:
    """What no reading may be: silent, with a letter nobody wrote, or such that it cannot be stored."""
    if not (reading.pages or reading.problems or reading.enclosed):
        yield "says nothing and complains of nothing"
    yield from (f"unknown code {one.code}" for one in reading.problems if one.code not in LETTERS)
    stored = json.dumps(to_json(reading), allow_nan=False)
    if "\\u0000" in stored or from_json(json.loads(stored)) != reading:
        yield "cannot be stored"
    for one in reading.enclosed:
        yield from faults_of(one.reading)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="formats, parted by commas")
    asked = parser.parse_args()
    formats = {name: data for name, data in originals().items() if not asked.only or name in asked.only.split(",")}
    outcome = fuzz(asked.rounds, asked.seed, formats, told=_progress)
    print(f"{outcome.rounds} files, slowest {outcome.slowest[0]:.1f} s ({outcome.slowest[1]})")
    print(f"{len(outcome.deaths)} cost their process {outcome.deaths}")
    print(", ".join(f"{code} {count}" for code, count in outcome.codes.most_common()))
    print("\n".join(outcome.faults) or "no faults")
    return bool(outcome.faults)


def _progress(outcome: Outcome) -> None:
    if outcome.rounds % 100 == 0:
        print(f"{outcome.rounds} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
