"""Seal or signature on the papers that need one. What a scan shows cannot be told from its text: unknown is not invalid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Evidence, Finding, Material, Practice
from casefiles.values.characters import halfwidth
from casefiles.values.dates import find_dates

BASIS = (Practice("控告书、委托书、身份证明书、鉴别意见由出具人签名或者盖章并注明日期", "D"),)
NAMES = {
    "complaint_letter": "控告书",
    "power_of_attorney": "授权委托书",
    "legal_rep_certificate": "法定代表人身份证明书",
    "authenticity_report": "真伪鉴别意见",
}
SIGNERS = ("complainant", "principal", "agent", "organisation", "name", "issuer")
LAST_LINES = 8
_WORD = r"(?:加?盖?公?章|盖章|签章|签名|签字|签署|捺印|手印|(?<![复影打钢水])印(?![刷件制章象]))"
_BRACKETS = str.maketrans("【〔［[】〕］]", "(((())))")
_NOTE = rf"\([^()]{{0,8}}{_WORD}[^()]{{0,8}}\)"
_BODY = r"[\u4e00-\u9fa5()]{2,30}[司厂店所院社会行部心学团]"
_SOMEBODY = rf"(?!{_WORD}|年|日期|时间|地址|电话|附|证件|此致|特此|联系|身份|职务|委托|授权|代理|法定)[\u4e00-\u9fa5]{{2,4}}"
# The two characters before the bracket are enough to know a name; to ask for all of it would be slow on an endless line.
# A role is no name: 委托人（盖章） with nothing before it is an empty form.
_NO_ROLE = r"(?<![告案托理权请报表明办责定具]人)(?<!单位)(?<![甲乙案告托]方)"
_DAY = r"(?:\d{4}年\d{1,2}月\d{1,2}日)?"
_AFTER_NAME = re.compile(rf"[\u4e00-\u9fa5A-Za-z)]{{2}}{_NO_ROLE}\s{{0,9}}{_NOTE}\s*{_DAY}\s*$", re.M)
_LATIN = re.compile(
    r"[A-Za-z.]{2}\s{0,9}\((?:signature|signed|sgd\.?|seal|company seal)\)|"
    r"\b(?:signed(?: by)?|signature|authori[sz]ed signatory|by)\s?:[ \t]*[A-Z]|/s/",
    re.I,
)
# The note may stand before the name, or end the line above it: 签字： over 王五.
_STAMPED_NAME = re.compile(rf"{_NOTE}[ \t]*{_BODY}\s*$", re.M)
_ABOVE_NAME = re.compile(rf"{_WORD}[^\n:()]{{0,6}}\)?:?[ \t]{{0,9}}\n[ \t]{{0,9}}(?:{_BODY}|{_SOMEBODY})[ \t]*$", re.M)
_BEFORE_NAME = re.compile(rf"{_WORD}[^\n:]{{0,6}}:[ \t]*[\u4e00-\u9fa5A-Za-z]{{2}}")
_BESIDE_NAME = re.compile(rf"[司厂店所院社][ \t]{{1,9}}{_WORD}[ \t]*$", re.M)
_SIGNS = (_AFTER_NAME, _STAMPED_NAME, _ABOVE_NAME, _BEFORE_NAME, _BESIDE_NAME, _LATIN)
_PERSON = re.compile(r"(?:人|者)\s*[:：]\s*[\u4e00-\u9fa5]{1,3}[^\W司厂店院所心社会校]\s*$")

Signed = Literal["signed", "claimed", "unknown", "unsigned"]


def check(file: CaseView) -> Iterator[Finding]:
    for kind, name in NAMES.items():
        for material in file.of_kind(kind):
            state = signed(material)
            if state in ("unsigned", "claimed"):
                yield _told(material, name, state)


def signed(material: Material) -> Signed:
    """``claimed``: the text speaks of a seal or signature that no picture shows. Scans and unread files are ``unknown``."""
    reading = material.reading
    if reading.text_source != "text":
        return "unknown"
    pictures = [page.pictures for page in reading.pages]
    if any(pictures) or any(page.marks for page in reading.pages):
        return "signed"
    text = halfwidth(reading.text).translate(_BRACKETS)
    marked = any(sign.search(text) for sign in _SIGNS)
    if None in pictures:
        return "unknown" if marked or _ends_with_name_and_date(material) else "claimed"
    return "claimed" if marked or _ends_with_a_person(material) else "unsigned"


def _ends_with_name_and_date(material: Material) -> bool:
    end = "\n".join(material.reading.text.splitlines()[-LAST_LINES:])
    names = [value for field in SIGNERS if (value := material.value(field))]
    return bool(find_dates(end)) and any(name in end for name in names)


def _ends_with_a_person(material: Material) -> bool:
    """A person's typed name at the end below the text may be meant as a signature; an organisation's is none without a seal."""
    end = material.reading.text.splitlines()[-LAST_LINES:]
    bodies = [place for place, line in enumerate(end, 1) if line.rstrip().endswith(("。", "；"))]
    signed_below = end[bodies[-1] if bodies else 0 :]
    return bool(find_dates("\n".join(end))) and any(_PERSON.search(line) for line in signed_below)


def _told(material: Material, name: str, state: Signed) -> Finding:
    unsure = state == "claimed"
    what = "没有见到印章或者签名的图像，请核对原件" if unsure else "既没有印章，也没有签名"
    return finding(
        "invalid.signature",
        "warning" if unsure else "blocking",
        f"{name}《{material.file}》{what}。",
        "请由出具人签名或者盖章、注明日期后，扫描或者拍照上传；电子签章的文件请上传带签章的版本。",
        basis=BASIS,
        evidence=[_place(material)],
    )


def _place(material: Material) -> Evidence:
    pages = material.reading.pages
    return Evidence(material.file, pages[-1].number, part=material.part) if pages else evidence_of(material)
