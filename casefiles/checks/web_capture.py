"""What a capture of a page must show to be checked later: address, time, and how it was fixed (R12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Finding, Material
from casefiles.values.characters import plain
from casefiles.values.dates import find_dates

BASIS = ("法发〔2016〕22号",)
_ADDRESS = re.compile(
    r"https?://|www\.|网址|链接|URL|域名|(?<![a-z0-9-])[a-z0-9-]{1,63}\.(?:com|cn|net|org|top|shop)\b"
    r"|微信号?|QQ|APP|小程序|公众号|店铺",
    re.I,
)
_TIME = re.compile(r"\d{1,2}[:时点]\d{2}|时间|\d{4}[-/.年]\d{1,2}")
_FIXED = re.compile(r"哈希|SHA-?\d|MD5|SM3|校验值|时间戳|存证|公证|录屏|取证(?:过程|工具|人)|固定方式|区块链", re.I)
WANTED = (("网址或者账号", _ADDRESS), ("取得的时间", _TIME), ("取证过程或者校验值", _FIXED))


def check(file: CaseView) -> Iterator[Finding]:
    for capture in file.of_kind("web_evidence"):
        text = plain(capture.reading.text)
        lacking = [name for name, pattern in WANTED if not pattern.search(text) and not (pattern is _TIME and find_dates(text))]
        if text.strip() and lacking:
            yield _told(capture, lacking)


def _told(capture: Material, lacking: list[str]) -> Finding:
    return finding(
        "review.web_capture",
        "warning",
        f"电子数据《{capture.file}》没有读到{'、'.join(lacking)}。",
        "请补充来源网址（账号）、取得的时间和人员、取证过程；保留原始文件并计算校验值，或者办理公证、可信时间戳。",
        basis=BASIS,
        evidence=[evidence_of(capture)],
    )
