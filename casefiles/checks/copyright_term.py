"""Whether the copyright was alive on the days of the acts: fifty years for the works of organisations (著作权法第二十三条).

The works of a natural person last until fifty years after the author's death, which no certificate tells: of those nothing is
said. A term that is wholly over cannot be mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Finding, Material
from casefiles.terms import alive, dated_after

BASIS = ("著作权法第二十三条",)
YEARS = 50
_PUBLISHED = r"(?:首\s{0,4}次\s{0,4})?(?:发\s*表|出\s*版)\s*(?:日\s*期|时\s*间)"
_AUTHOR = re.compile(r"作\s*者(?:姓名|名称)?(?:或名称)?\s*[:：\t|]?\s*(\S{2,40})")
_ORGANISATION = re.compile(r"(?:公司|厂|社|院|所|中心|大学|协会|集团|企业|工作室|电视台|局)$")


def check(file: CaseView) -> Iterator[Finding]:
    if file.right != "copyright":
        return
    for certificate in file.of_kind("copyright_certificate", "software_certificate"):
        published = dated_after(certificate, _PUBLISHED)
        if published and _is_of_an_organisation(certificate):
            yield from _judged(file, certificate, date(published.year + YEARS, 12, 31))


def _is_of_an_organisation(certificate: Material) -> bool:
    """By the author the certificate names; software names none, there the owner tells."""
    named = _AUTHOR.search(certificate.reading.text)
    author = named[1] if named else (certificate.value("owner") or "") if certificate.kind == "software_certificate" else ""
    return bool(_ORGANISATION.search(author))


def _judged(file: CaseView, certificate: Material, last: date) -> Iterator[Finding]:
    lived = alive(None, last, file.acts)
    if lived == "throughout":
        return
    blocks = lived == "never" and certificate.reading.text_source == "text"
    first, end = file.acts
    reach = "均已不在保护期内" if lived == "never" else "有一部分已不在保护期内"
    yield finding(
        f"expired.{certificate.kind}",
        "blocking" if blocks else "warning",
        f"《{certificate.file}》所载法人作品的保护期至{last.isoformat()}，所述行为（{first.isoformat()}至{end.isoformat()}）{reach}。",
        "请核对首次发表日期和作者；作者是自然人的，请补充作者情况。保护期届满的作品进入公有领域，不能恢复。",
        basis=BASIS,
        evidence=[evidence_of(certificate), *file.story.acts_evidence],
        curable=not blocks,
    )
