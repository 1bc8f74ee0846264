"""How well and how fast files are read, on pages this program draws itself: python benchmarks/reading.py [--quick]

Recognition: character error (edit distance by characters of the true text, blanks left out) and seconds a page, two pages
at a time, on clean, turned, tilted, blurred, noisy and sealed pages; beside tesseract where it is installed.
Text PDF: pages a second with and without tables and the largest size of the reading process, beside pdfplumber.
"""

from __future__ import annotations

import argparse
import itertools
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
from rapidfuzz.distance import Levenshtein

from casefiles.reading import Limits, engine, ocr
from casefiles.reading.process import Reader
from tests import documents

STORY = (
    "控告人系第21873645号“蜀光”注册商标的商标注册人,核定使用商品为第9类耳机、充电器。2025年11月至2026年8月,被控告人王某未经许可,"
    "在位于成都高新区益州大道中段722号的仓库内向顾客销售标有上述商标的耳机共计2,140件,非法经营数额为人民币256,800.00元。"
    "上述事实有公证书、购买凭证、聊天记录、物流单据及真伪鉴别报告等证据证明。统一社会信用代码91510100MA6C3HX287。"
)
SPARSE = ["刑事控告书", "控告人:蜀光电子有限公司", "法定代表人:罗启航", STORY, "此致", "成都市公安局高新区分局", "2026年10月20日"]
DENSE = [STORY * 7]
SEAL = "蜀光电子有限公司 "
VARIANTS: dict[str, dict[str, object]] = {
    "clean": {},
    "turned by 90": {"turn": 90},
    "tilted by 3": {"angle": 3.0},
    "blurred": {"blur": 1.5},
    "noisy": {"noise": 30.0},
    "sealed": {"seal": True},
    "faint": {"contrast": 0.35, "noise": 8.0},
    "photographed": {"keystone": 0.12, "angle": 2.0, "blur": 0.8, "contrast": 0.7, "noise": 10.0},
    "poor": {"angle": 1.5, "blur": 1.0, "noise": 20.0, "seal": True},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="one page of each kind only")
    parser.add_argument("--text", action="store_true", help="text PDFs only")
    asked = parser.parse_args()
    if not asked.text:
        recognition(1 if asked.quick else 2)
        print()
    text_pdfs()


def recognition(pages: int) -> None:
    """Print a table: page, variant, characters, error and seconds for each recogniser at hand."""
    recognisers: dict[str, Callable[[Image.Image], str]] = {"ours": recognised}
    if shutil.which("tesseract"):
        recognisers["tesseract"] = by_tesseract
    print(f"{'page':8}{'variant':14}{'recogniser':12}{'characters':>11}{'error %':>9}{'s/page':>8}")
    engine.flush_denormals()
    recognised(documents.picture(["预热"], size=(400, 200)))
    for (kind, variant, truth, picture), (name, recognise) in itertools.product(_pages(), recognisers.items()):
        started = time.perf_counter()
        with ThreadPoolExecutor(2) as pool:
            found = list(pool.map(recognise, [picture] * pages))
        seconds = (time.perf_counter() - started) / pages
        print(f"{kind:8}{variant:14}{name:12}{len(truth):11}{100 * error(truth, found[0]):9.2f}{seconds:8.2f}", flush=True)


def _pages() -> Iterator[tuple[str, str, str, Image.Image]]:
    for kind, blocks, letter in (("sparse", SPARSE, 34), ("dense", DENSE, 30)):
        truth = "".join(blocks)
        for variant, how in VARIANTS.items():
            yield kind, variant, truth, _as_jpeg(documents.picture(blocks, letter=letter, **how))  # type: ignore[arg-type]


def _as_jpeg(picture: Image.Image, quality: int = 60) -> Image.Image:
    import io

    return Image.open(io.BytesIO(documents.as_file(picture, "JPEG", quality=quality))).convert("RGB")


def recognised(picture: Image.Image) -> str:
    """The text without what stands in the seal, which the truth does not have."""
    lines = [line.text for line in ocr.page(picture).lines]
    return "".join(line for line in lines if len(line) > 3 or not set(line) <= set(SEAL))


def by_tesseract(picture: Image.Image) -> str:
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        picture.save(file.name)
        command = ["tesseract", file.name, "-", "-l", "chi_sim"]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603  # a file of our own


def error(truth: str, found: str) -> float:
    """Edit distance by the characters of ``truth``; blanks, and full- or half-width of a sign, do not count."""
    import unicodedata

    def plain(text: str) -> str:
        return "".join(unicodedata.normalize("NFKC", text).split())

    return Levenshtein.distance(plain(truth), plain(found)) / len(plain(truth))


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
