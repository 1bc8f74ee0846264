"""Reading in a process of its own: a hostile file costs that process and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from casefiles.reading import Limits, read
from casefiles.reading.process import Reader, Readers, read_all
from tests import documents

PROJECT = Path(__file__).parents[3]


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "控告书.pdf"
    path.write_bytes(documents.text_pdf(["第一页", documents.PAGE_BREAK, "第二页"]))
    return path


def test_the_process_reads_what_is_read_without_it(letter: Path) -> None:
    steps: list[tuple[int, int]] = []
    with Reader() as reader:
        assert reader.read(letter, progress=lambda done, total: steps.append((done, total))) == read(letter)
    assert steps == [(1, 2), (2, 2)]


def test_a_killed_process_costs_one_file(letter: Path, tmp_path: Path) -> None:
    big = tmp_path / "大.pdf"
    big.write_bytes(documents.big_pdf(4000))
    with Reader(limits=Limits(pages=4000)) as reader:
        seen: list[int] = []

        def kill(done: int, total: int) -> None:
            seen.append(done)
            if done == 20 and reader._child:
                os.kill(reader._child.pid, signal.SIGKILL)

        reading = reader.read(big, progress=kill)
        assert [problem.code for problem in reading.problems] == ["unreadable.damaged"]
        assert 20 <= len(reading.pages) < 4000, "what came before the blow is kept"
        assert reader.read(letter).problems == ()


def test_a_file_that_takes_too_long_is_given_up(letter: Path, tmp_path: Path) -> None:
    big = tmp_path / "慢.pdf"
    big.write_bytes(documents.big_pdf(20_000))
    with Reader(limits=Limits(pages=20_000, seconds=0.4)) as reader:
        started = time.monotonic()
        reading = reader.read(big, name="慢.pdf")
        assert [problem.code for problem in reading.problems] == ["unreadable.timeout"]
        assert "慢.pdf" in reading.problems[0].message
        assert time.monotonic() - started < 20
    with Reader() as reader:
        assert reader.read(letter).problems == ()


def test_a_process_that_hangs_is_given_up(letter: Path) -> None:
    with Reader(limits=Limits(seconds_per_page=0.5)) as reader:
        assert reader._child
        os.kill(reader._child.pid, signal.SIGSTOP)
        assert [problem.code for problem in reader.read(letter).problems] == ["unreadable.timeout"]
        reader.limits = Limits()
        assert reader.read(letter).problems == ()


def test_memory_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "大图.png"
    path.write_bytes(documents.huge_png(11_000))
    with Reader(limits=Limits(memory=500 << 20, pixels=200_000_000)) as reader:
        (problem,) = reader.read(path).problems
    assert problem.code in ("unreadable.too_large", "unreadable.damaged")


def test_no_secret_of_the_desk_reaches_the_process(monkeypatch: pytest.MonkeyPatch, letter: Path) -> None:
    monkeypatch.setenv("IPDESK_SECRET_KEY", "geheim")
    with Reader() as reader:
        reader.read(letter)
        assert reader._child
        assert b"geheim" not in Path(f"/proc/{reader._child.pid}/environ").read_bytes()


def test_an_interrupted_answer_does_not_reach_the_next_file(letter: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.txt"
    other.write_bytes(documents.txt("另一份"))
    with Reader() as reader:

        def stop(done: int, total: int) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            reader.read(letter, progress=stop)
        assert reader.read(other).text == "另一份"


def test_many_files_come_in_their_order_with_progress(letter: Path, tmp_path: Path) -> None:
    bad = tmp_path / "坏.docx"
    bad.write_bytes(documents.damaged(documents.docx()))
    seen: list[tuple[int, int, str]] = []
    readings = read_all([letter, (bad, "原名.docx"), letter], progress=lambda *step: seen.append(step))
    assert [reading.format for reading in readings] == ["pdf", "unknown", "pdf"]
    assert "原名.docx" in readings[1].problems[0].message
    assert seen == [(0, 3, "控告书.pdf"), (1, 3, "原名.docx"), (2, 3, "控告书.pdf"), (3, 3, "")]


def test_several_threads_share_readers(letter: Path) -> None:
    with Readers(2) as readers, ThreadPoolExecutor(4) as pool:
        readings = list(pool.map(readers.read, [letter] * 6))
    assert readings == [read(letter)] * 6


def test_the_process_dies_with_its_parent(letter: Path) -> None:
    code = "import time; from casefiles.reading.process import Reader; r = Reader().__enter__(); print(r._child.pid, flush=True)"
    parent = subprocess.Popen([sys.executable, "-c", f"{code}; time.sleep(60)"], stdout=subprocess.PIPE, cwd=PROJECT)
    assert parent.stdout
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    gone = threading.Event()
    for _ in range(100):
        if not _alive(child):
            gone.set()
            break
        time.sleep(0.05)
    assert gone.is_set()


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_text_pdf_does_not_wake_the_recogniser(letter: Path) -> None:
    code = f"import sys; from pathlib import Path; from casefiles.reading import read; read(Path({str(letter)!r}))"
    ask = f"{code}; print('onnxruntime' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True, cwd=PROJECT)
    assert answer.stdout.strip() == "False"
