"""The running text of a document with the way back to the printed line.

PDF and scans break sentences at the right margin; here lines that do not end a sentence are joined again.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from casefiles.model import Evidence, Line, Material
from casefiles.values.characters import plain

# Full-width letters, digits and marks become half-width; the marks that end a Chinese sentence or clause stay.
KEPT = str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）"})
MARKS = "，。：；、（）“”"
INNER_SPACE = re.compile(
    rf"(?<=[\u4e00-\u9fff{MARKS}]) +(?=[\u4e00-\u9fff{MARKS}])"
    r"|(?<=\d) +(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) +(?=\d)"
)
SPACED_MONEY = re.compile(r"(?<![\d ])\d{1,3}(?: \d{3}){2,}(?=(?:\.\d+)? ?元)")  # 1 250 000 元
LABEL = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,10}：|被?控告人|报案人|法定代表人|委托代理人|住所|地址|联系|统一社会信用代码|合计|总计|此致)"
)
HEADING = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}[.、](?!\d))")
WRAPPED_AT, WRAPPED_PART = 16, 0.7


@dataclass(frozen=True, slots=True)
class Passage:
    """``text`` is normalised and unwrapped; ``starts[i]`` is the offset at which ``lines[i]`` (page, line) begins."""

    material: Material
    text: str
    starts: tuple[int, ...]
    lines: tuple[tuple[int, Line], ...]

    def evidence(self, start: int, end: int) -> Evidence:
        """The printed lines that hold ``text[start:end]``; page and box are those of the first."""
        if not self.lines:
            return Evidence(self.material.file, part=self.material.part)
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = max(bisect_right(self.starts, max(end - 1, start)) - 1, first)
        page, line = self.lines[first]
        quote = "".join(row.text.strip() for _, row in self.lines[first : last + 1])
        return Evidence(self.material.file, page, quote, line.box, self.material.part)


def normalise(text: str) -> str:
    """Half-width digits and letters, simplified characters, Chinese marks for clause ends, no spaces inside Chinese text."""
    text = unicodedata.normalize("NFKC", plain(text.replace("\t", " "))).translate(KEPT)
    text = re.sub(r"(?<=\d)，(?=\d{3}(?!\d))", ",", text)
    text = SPACED_MONEY.sub(lambda amount: amount[0].replace(" ", ""), text)
    return INNER_SPACE.sub("", text).strip()


def read_passage(material: Material) -> Passage:
    """The running text of one document, pages joined."""
    text = ""
    starts: list[int] = []
    lines: list[tuple[int, Line]] = []
    for page in material.reading.pages:
        width = max((len(normalise(line.text)) for line in page.lines), default=0)
        for line in page.lines:
            words = normalise(line.text)
            if not words:
                continue
            if lines and not _continues(normalise(lines[-1][1].text), words, width):
                text += "\n"
            starts.append(len(text))
            lines.append((page.number, line))
            text += words
    return Passage(material, text, tuple(starts), tuple(lines))


def _continues(last: str, words: str, width: int) -> bool:
    """Whether ``words`` goes on with a sentence that the line before left open at the right margin."""
    if last.endswith(("，", "、")):
        return not (LABEL.match(words) or HEADING.match(words))
    if last.endswith(("。", "；", "：", "！", "？")) or len(last) < max(WRAPPED_AT, WRAPPED_PART * width):
        return False
    return not (LABEL.match(words) or HEADING.match(words))


def sentences(text: str) -> list[tuple[int, str]]:
    """(offset, sentence) pairs; a sentence ends at 。；！？ or a line end, and in no case is longer than 1,500 characters."""
    return [(match.start(), match.group()) for match in re.finditer(r"[^。；！？\n]{1,1500}", text)]
