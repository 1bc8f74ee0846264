"""How fast a reader sees a page of hits: the desk is started as delivered and asked over HTTP, highlighting included.

    python benchmarks/serving.py --corpus articles.jsonl.xz --queries queries.jsonl [--sample 400]
    python benchmarks/serving.py --data DIR --queries queries.jsonl

Without ``--data`` a data folder is made, filled and thrown away. One reader asks one question after the other on one
connection; ms are wall time from request to the last byte of the page, cpu the processor time the server took for it.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).parent.parent))

from tqdm import tqdm

from benchmarks.questions import read_questions

ROOT = Path(__file__).parent.parent
MOST = 500  # a visitor may ask 600 times a minute
_LEAST_MARKED = 0.9  # a question with a quoted phrase may have no hits at all


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--data", type=Path, help="a data folder that is ready")
    parser.add_argument("--sample", type=int, default=400)
    options = parser.parse_args()
    questions = [question.text for question in read_questions(options.queries)]
    sample = random.Random(7).sample(questions, min(options.sample, MOST, len(questions)))  # noqa: S311  # a fixed sample
    with ExitStack() as stack:
        folder = options.data or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        port = _free_port()
        environment = {**os.environ, "IPDESK_DATA_DIR": str(folder), "IPDESK_PORT": str(port), "IPDESK_HOST": "127.0.0.1"}
        if options.data is None:
            _fill(environment, options.corpus)
        server = stack.enter_context(_serving(environment, port))
        _measure(port, sample[:20], server)
        times, cpu, size = _measure(port, sample, server)
    p95 = times[int(0.95 * (len(times) - 1))]
    print(f"{len(times)} pages of {size / 1024:.0f} kB on average; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(f"p50 {statistics.median(times):.1f} ms, p95 {p95:.1f} ms, server CPU {cpu:.1f} ms a page")


def _fill(environment: dict[str, str], corpus: Path) -> None:
    for words in (("init", "--no-laws"), ("library", "import", str(corpus)), ("library", "build")):
        subprocess.run([sys.executable, "-m", "ipdesk", *words], env=environment, cwd=ROOT, check=True)  # noqa: S603


@contextmanager
def _serving(environment: dict[str, str], port: int) -> Iterator[int]:
    """A running desk with one web process; gives the id of the program that looks after it."""
    command = [sys.executable, "-m", "ipdesk", "serve", "--workers", "1"]
    process = subprocess.Popen(command, env=environment, cwd=ROOT, start_new_session=True)  # noqa: S603
    try:
        _wait_for(port)
        yield process.pid
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


def _wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError("the desk did not start within a minute")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _measure(port: int, questions: list[str], program: int) -> tuple[list[float], float, float]:
    """Times of the pages in ms, ascending; server CPU a page in ms; mean size of a page in bytes."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    times, sizes, used, marked = [], [], _cpu_of(program), 0
    for question in tqdm(questions, leave=False):
        started = time.perf_counter()
        connection.request("GET", f"/law?direct=no&q={quote(question)}")
        answer = connection.getresponse()
        page = answer.read()
        times.append((time.perf_counter() - started) * 1000)
        sizes.append(len(page))
        marked += b"<mark" in page
        if answer.status != 200:
            raise RuntimeError(f"status {answer.status} for {question!r}")
    if marked < len(questions) * _LEAST_MARKED:
        raise RuntimeError(f"only {marked} of {len(questions)} pages have highlighted hits")
    return sorted(times), (_cpu_of(program) - used) * 1000 / len(questions), statistics.fmean(sizes)


def _cpu_of(program: int) -> float:
    """Seconds of processor time used so far by a program and all it started."""
    parents, ticks = {}, {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        process = int(status.parent.name)
        parents[process], ticks[process] = int(fields[1]), int(fields[11]) + int(fields[12])
    return sum(used for process, used in ticks.items() if _descends(process, program, parents)) / os.sysconf("SC_CLK_TCK")


def _descends(process: int, ancestor: int, parents: dict[int, int]) -> bool:
    while process != ancestor and process in parents:
        process = parents[process]
    return process == ancestor


if __name__ == "__main__":
    main()
