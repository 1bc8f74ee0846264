"""Whether the patent was alive on the days of the acts: 20, 10 or 15 years from the day of filing (专利法第四十二条).

A term that is wholly over cannot be mended; one that ended early, by fees unpaid, may have been restored. Designs filed
before 2021-06-01 had ten years (general knowledge): between ten and fifteen years a person has to look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding, place_of
from casefiles.model import Finding, Material
from casefiles.terms import alive, last_day
from casefiles.values.dates import add_months, find_dates
from casefiles.values.identifiers import compact

BASIS = ("专利法第四十二条",)
TERMS = {"invention": 20, "utility_model": 10, "design": 15}
NAMES = {"invention": "发明专利", "utility_model": "实用新型专利", "design": "外观设计专利"}
DESIGN_TERM_BEFORE = 10
DESIGN_TERM_CHANGED = date(2021, 6, 1)
_BY_DIGIT = {"1": "invention", "8": "invention", "2": "utility_model", "9": "utility_model", "3": "design"}
_ENDED = re.compile(
    r"专利权(?:已经?)?(?:因[^。；;\n]{1,16}?)?(?:终止|失效)(?!\s*(?:日|：|:|的|情况|原因))|专利权(?:被)?宣告(?:全部|部分)?无效"
)

_END_DAY = re.compile(
    r"(?:终止|失效)(?:失效)?(?:日期?|时间|生效日|起始日)?[\s:：（(]*(?P<behind>[^\s，。；、）)]{6,16})|"
    r"(?:于|自|从|截至)\s*(?P<before>[^\s，。；、]{6,16}?)\s*(?:之?日?起)?(?:因[^，。；]{2,24})?(?:，?专利权)?(?:被|已|视为)?(?:终止|失效)"
)
_RESTORED = re.compile(r"恢复(?:权利|专利权)|(?:权利|专利权)(?:已|予以)?恢复")


def check(file: CaseView) -> Iterator[Finding]:
    for certificate in file.of_kind("patent_certificate"):
        filed, kind = last_day(certificate, "filing_date"), _kind(certificate)
        if filed and kind:
            yield from _judged(file, certificate, filed, kind)
    for extract in file.of_kind("patent_register_extract"):
        ended = _end_day(extract)
        if ended and ended < file.acts[1] and not _RESTORED.search(extract.reading.text):
            yield _lapsed(file, extract, ended)
        elif match := _ENDED.search(extract.reading.text):
            yield _ended(extract, match[0])


def _kind(certificate: Material) -> str | None:
    """By the digit in the number; by the words of the certificate where the number shows none."""
    digits = re.sub(r"\D", "", compact(certificate.value("patent_no") or "").split(".")[0])
    place = {12: 4, 8: 2}.get(len(digits))
    if place is not None and digits[place] in _BY_DIGIT:
        return _BY_DIGIT[digits[place]]
    text = re.sub(r"\s", "", certificate.reading.text)
    return next((kind for kind, name in NAMES.items() if name in text), None)


def _judged(file: CaseView, certificate: Material, filed: date, kind: str) -> Iterator[Finding]:
    last = _last_day(filed, TERMS[kind])
    lived = alive(None, last, file.acts)
    if lived == "throughout" and kind == "design" and filed < DESIGN_TERM_CHANGED:
        last = _last_day(filed, DESIGN_TERM_BEFORE)
        lived = "throughout" if alive(None, last, file.acts) == "throughout" else "partly"
    if lived != "throughout":
        yield _told(file, certificate, last, kind, over=lived == "never")


def _last_day(filed: date, years: int) -> date:
    return add_months(filed, 12 * years) - timedelta(days=1)


def _told(file: CaseView, certificate: Material, last: date, kind: str, *, over: bool) -> Finding:
    first, end = file.acts
    reach = "均已不在保护期内" if over else "有一部分可能不在保护期内"
    return finding(
        "expired.patent_certificate",
        "blocking" if over else "warning",
        f"{NAMES[kind]}自申请日起算的期限至{last.isoformat()}，所述行为（{first.isoformat()}至{end.isoformat()}）{reach}。",
        "期限届满的专利不能恢复：请核对申请日和行为日期；标注已过期专利号的，可以向负责专利执法的部门投诉冒充专利。",
        basis=BASIS,
        evidence=[evidence_of(certificate, certificate.fields["filing_date"]), *file.story.acts_evidence],
        curable=not over,
    )


def _ended(extract: Material, words: str) -> Finding:
    return finding(
        "expired.patent_register_extract",
        "warning",
        f"《{extract.file}》写有“{words}”，专利权可能已经终止或者失效。",
        "请核对法律状态和年费缴纳情况，说明行为发生时专利是否有效；已经恢复的，请补充最新的登记簿副本。",
        basis=BASIS,
        evidence=[place_of(extract, words)],
    )


def _end_day(extract: Material) -> date | None:
    """The day on which the patent ended, as the register enters it; the word must stand beside the day."""
    text = re.sub(r"[ \t]+", " ", extract.reading.text)
    days = (find_dates(match["behind"] or match["before"]) for match in _END_DAY.finditer(text))
    return max((found[0].last for found in days if found and found[0].is_day), default=None)


def _lapsed(file: CaseView, extract: Material, ended: date) -> Finding:
    first, end = file.acts
    over = ended < first and file.acts_are_known and extract.reading.text_source == "text"
    return finding(
        "expired.patent_certificate" if over else "expired.patent_register_extract",
        "blocking" if over else "warning",
        f"《{extract.file}》写明专利权于{ended.isoformat()}终止，所述行为在{first.isoformat()}至{end.isoformat()}。",
        "专利权已经恢复的，请补充恢复权利的通知和此后的年费收据；没有恢复的，可以向负责专利执法的部门投诉冒充专利。",
        basis=BASIS,
        evidence=[place_of(extract, "终止"), *file.story.acts_evidence],
    )
