"""How well and how fast files are read, on pages this program draws itself: python benchmarks/reading.py [--quick] [--only WORD]

Recognition: character error (edit distance by characters of the true text, blanks left out) and seconds a page, two pages
at a time, on the pages of ``benchmarks/pages.py``; beside tesseract where it is installed. Then a ledger's cells.
Text PDF: pages a second with and without tables and the largest size of the reading process, beside pdfplumber.
"""

from __future__ import annotations

import argparse
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from PIL import Image

from benchmarks import pages, papers, spoiling
from benchmarks.pages import STORY
from casefiles.reading import Limits, engine, ocr
from casefiles.reading.process import Reader
from tests import documents


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="one page of each kind only")
    parser.add_argument("--only", default="", help="pages with this word in their name")
    parser.add_argument("--text", action="store_true", help="text PDFs only")
    asked = parser.parse_args()
    if not asked.text:
        recognition(1 if asked.quick else 2, asked.only)
        print()
        tables()
        print()
    text_pdfs()


def recognition(pages_of_each: int, only: str) -> None:
    """Print a table: page, characters, error, seconds by the clock and of processors a page, for each recogniser at hand."""
    recognisers: dict[str, Callable[[Image.Image], list[str]]] = {"ours": recognised}
    if _has_tesseract():
        recognisers["tesseract"] = by_tesseract
    else:
        print("tesseract is not installed (apt-get install tesseract-ocr tesseract-ocr-chi-sim): it is left out")
    print(f"{'page':8}{'variant':22}{'recogniser':12}{'characters':>11}{'error %':>9}{'s/page':>8}{'CPU s':>8}")
    engine.flush_denormals()
    recognised(documents.picture(["预热"], size=(400, 200)))
    for case, (name, recognise) in itertools.product(pages.pages(), recognisers.items()):
        if only not in f"{case.kind} {case.variant}":
            continue
        started, spent = time.perf_counter(), _processors()
        with ThreadPoolExecutor(2) as pool:
            found = list(pool.map(recognise, [case.picture] * pages_of_each))
        seconds, spent = (time.perf_counter() - started) / pages_of_each, (_processors() - spent) / pages_of_each
        shown = f"{case.kind:8}{case.variant:22}{name:12}{case.characters:11}{100 * case.error(found[0]):9.2f}"
        print(f"{shown}{seconds:8.2f}{spent:8.2f}", flush=True)


def _processors() -> float:
    """Seconds of processors spent so far, by this process and those it waited for."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def recognised(picture: Image.Image) -> list[str]:
    return [line.text for line in ocr.page(picture).lines]


def _has_tesseract() -> bool:
    program = shutil.which("tesseract")
    if program is None:
        return False
    return "chi_sim" in subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False).stdout  # noqa: S603


def by_tesseract(picture: Image.Image) -> list[str]:
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        picture.save(file.name)
        command = ["tesseract", file.name, "-", "-l", "chi_sim", "--psm", "3"]
        alone = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # two pages at a time, as ours
        told = subprocess.run(command, capture_output=True, text=True, check=False, env=alone).stdout  # noqa: S603  # a file of our own
        return told.splitlines()


def tables() -> None:
    """Print how many cells of a ledger's table come out in their place, on the spoilt pages."""
    print(f"{'ledger':22}{'cells right':>12}{'of':>5}  total")
    sheet, rows = papers.ledger()
    wanted = [[pages.plain(cell) for cell in row] for row in rows]
    for variant, spoil in {"clean": lambda page: page, **pages.SPOILT}.items():
        page = ocr.page(spoiling.jpeg(spoil(sheet.picture), 70))
        got = [[pages.plain(cell) for cell in row] for table in page.tables for row in table.rows]
        by_head = {row[0]: row for row in got if len(row) == len(rows[0])}
        right = sum(a == b for row in wanted for a, b in zip(row, by_head.get(row[0], ()), strict=False))
        print(f"{variant:22}{right:12}{sum(map(len, wanted)):5}  {'found' if wanted[-1] in got else 'not found'}", flush=True)


def text_pdfs() -> None:
    """Print pages a second and the reading process's largest size for text PDFs, beside pdfplumber on their first pages."""
    print(f"{'text PDF':26}{'pages':>6}{'pages/s':>9}{'memory MB':>11}{'pdfplumber pages/s':>20}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.pdf"
        for kind, data in _text_pdfs():
            with Reader(limits=Limits(pages=5000)) as reader:
                path.write_bytes(documents.text_pdf())
                reader.read(path)  # wakes the process
                path.write_bytes(data)
                started = time.perf_counter()
                pages = len(reader.read(path).pages)
                speed = pages / (time.perf_counter() - started)
                print(f"{kind:26}{pages:6}{speed:9.1f}{_largest(reader):11.0f}{_by_pdfplumber(path):20.1f}", flush=True)


def _text_pdfs() -> Iterator[tuple[str, bytes]]:
    heads = ["序号", "日期", "商品名称", "数量", "单价", "金额"]
    table = [heads, *[[str(n), "2026-04-11", "外套", "900", "120.00", "108,000.00"] for n in range(25)]]
    plain = [block for _ in range(300) for block in (STORY * 3, documents.PAGE_BREAK)][:-1]
    ruled = [block for _ in range(40) for block in (table, documents.PAGE_BREAK)][:-1]
    yield "fonts of the machine", documents.text_pdf(plain)
    yield "fonts embedded", _with_fonts(STORY * 3, 150)
    yield "with tables", documents.text_pdf(ruled)
    yield "long", documents.text_pdf([block for _ in range(5000) for block in (STORY, documents.PAGE_BREAK)][:-1])


def _with_fonts(text: str, pages: int) -> bytes:
    import weasyprint

    style = '<style>html { font: 12pt/24pt "Noto Serif CJK SC" } p { page-break-after: always }</style>'
    made: bytes = weasyprint.HTML(string=f'<html lang="zh-CN">{style}{f"<p>{text}</p>" * pages}</html>').write_pdf()
    return made


def _largest(reader: Reader) -> float:
    """Megabytes: the largest resident size of the reading process so far."""
    status = Path(f"/proc/{reader.pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _by_pdfplumber(path: Path, pages: int = 10) -> float:
    """Pages a second for text and tables of the first pages."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        started = time.perf_counter()
        for page in document.pages[:pages]:
            page.extract_text()
            page.extract_tables()
        return pages / (time.perf_counter() - started)


if __name__ == "__main__":
    main()
