"""Whether the patent was alive on the days of the acts: 20, 10 or 15 years from the day of filing (专利法第四十二条).

A term that is wholly over cannot be mended. Designs filed before 2021-06-01 had ten years (general knowledge): between
ten and fifteen years a person has to look.
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


def check(file: CaseView) -> Iterator[Finding]:
    for certificate in file.of_kind("patent_certificate"):
        filed, kind = last_day(certificate, "filing_date"), _kind(certificate)
        if filed and kind:
            yield from _judged(file, certificate, filed, kind)
    for extract in file.of_kind("patent_register_extract"):
        if match := _ENDED.search(extract.reading.text):
            yield _ended(file, extract, match)


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


def _ended(file: CaseView, extract: Material, match: re.Match[str]) -> Finding:
    """A patent whose end the register dates before the acts was alive on none of their days; fees may yet be made good."""
    behind = [printed.first for printed in find_dates(extract.reading.text[match.end() : match.end() + 24]) if printed.is_day]
    over = bool(behind) and file.acts_are_known and behind[0] < file.acts[0] and extract.reading.text_source == "text"
    when = (
        f"终止日{behind[0].isoformat()}在所述行为开始的{file.acts[0].isoformat()}之前" if over else "专利权可能已经终止或者失效"
    )
    return finding(
        "expired.patent_certificate" if over else "expired.patent_register_extract",
        "blocking" if over else "warning",
        f"《{extract.file}》写有“{match[0]}”，{when}。",
        "请核对法律状态和年费缴纳情况，说明行为发生时专利是否有效；已经恢复的，请补充最新的登记簿副本。",
        basis=BASIS,
        evidence=[place_of(extract, match[0])],
    )
