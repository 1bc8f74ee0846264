"""The pages on which recognition is measured, each with the text that stands on it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from benchmarks import papers, spoiling
from tests import documents

STORY = (
    "控告人系第21873645号“蜀光”注册商标的商标注册人,核定使用商品为第9类耳机、充电器。2025年11月至2026年8月,被控告人王某未经许可,"
    "在位于成都高新区益州大道中段722号的仓库内向顾客销售标有上述商标的耳机共计2,140件,非法经营数额为人民币256,800.00元。"
    "上述事实有公证书、购买凭证、聊天记录、物流单据及真伪鉴别报告等证据证明。统一社会信用代码91510100MA6C3HX287。"
)
SPARSE = ["刑事控告书", "控告人:蜀光电子有限公司", "法定代表人:罗启航", STORY, "此致", "成都市公安局高新区分局", "2026年10月20日"]
DENSE = [STORY * 7]
BACK = ["证据目录,第二页。购买凭证、物流单据、聊天记录及真伪鉴别报告。" * 14]
SEAL = "蜀光电子有限公司 "
OVER_NAME_AND_DATE = ((0.35, 0.125), (0.2, 0.40))
DRAWN: dict[str, dict[str, object]] = {
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
SPOILT = {
    "shadow": spoiling.shadowed,
    "curled": spoiling.curled,
    "on a table": spoiling.on_a_table,
    "150 dpi": spoiling.coarse,
    "strong JPEG": spoiling.squeezed,
    "blue stamp": spoiling.stamped_blue,
    "highlighter": spoiling.highlighted,
    "staple, edge": spoiling.stapled,
    "copy of a copy": spoiling.copied,
    "shines through": lambda page: spoiling.shining_through(page, documents.picture(BACK, letter=34)),
    "seals on print": lambda page: spoiling.sealed(page, OVER_NAME_AND_DATE),
}
PAPERS = (
    papers.receipt, papers.needle_print, papers.licence, papers.identity_card_copies, papers.ornate_certificate,
    papers.filled_in_by_hand, papers.traditional, lambda: papers.ledger()[0],
)  # fmt: skip
NAMES = ("receipt", "needle print", "licence", "card copies", "ornate", "handwriting", "traditional", "ledger")


@dataclass(frozen=True, slots=True)
class Case:
    """One picture. ``truth`` is the whole text in its order, or the texts on it where their order is open."""

    kind: str
    variant: str
    truth: str | tuple[str, ...]
    picture: Image.Image

    @property
    def characters(self) -> int:
        return len(plain("".join(self.truth)))

    def error(self, lines: list[str]) -> float:
        """Characters wrong by characters of the truth. What stamps and seals say, which the truth has not, does not count."""
        told = [line for line in lines if len(line) > 3 or not set(line) <= set(SEAL)]
        for stamp in spoiling.STAMP if self.variant == "blue stamp" else ():
            told = told[: told.index(stamp)] + told[told.index(stamp) + 1 :] if stamp in told else told
        found = plain("".join(told))
        if isinstance(self.truth, str):
            return Levenshtein.distance(plain(self.truth), found) / self.characters
        return sum(_missing(plain(text), found) for text in self.truth) / self.characters


def plain(text: str) -> str:
    """Without blanks, full- and half-width signs alike."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _missing(text: str, found: str) -> int:
    """How far ``text`` is from what comes closest to it in ``found``."""
    if text in found:
        return 0
    near = fuzz.partial_ratio_alignment(text, found) if len(text) <= len(found) else None
    return min(len(text), Levenshtein.distance(text, found[near.dest_start : near.dest_end] if near else found))


def pages() -> Iterator[Case]:
    """All of them; papers in a brush font only where it is installed."""
    for kind, blocks, letter in (("sparse", SPARSE, 34), ("dense", DENSE, 30)):
        truth = "".join(blocks)
        for variant, how in DRAWN.items():
            page = documents.picture(blocks, letter=letter, **how)  # type: ignore[arg-type]
            yield Case(kind, variant, truth, spoiling.jpeg(page, 60))
        for variant, spoil in SPOILT.items():
            yield Case(kind, variant, truth, spoiling.jpeg(spoil(documents.picture(blocks, letter=letter)), 60))
    both = spoiling.spread(documents.picture(SPARSE, letter=34), documents.picture([STORY * 2], letter=34))
    yield Case("spread", "two pages", "".join(SPARSE) + STORY * 2, spoiling.jpeg(both, 60))
    for name, draw in zip(NAMES, PAPERS, strict=True):
        if name == "handwriting" and not papers.KAI.exists():
            print(f"{name}: left out, {papers.KAI} is missing (Debian's fonts-arphic-ukai)")
            continue
        sheet = draw()
        yield Case("paper", name, tuple(sheet.texts), spoiling.jpeg(sheet.picture, 70))
        tilted = sheet.picture.rotate(1.7, expand=True, fillcolor="white")
        yield Case("paper", f"{name}, tilted", tuple(sheet.texts), spoiling.jpeg(tilted, 50))
