"""A copyright registered after the acts began proves little alone: creation or publication must be shown (检例192)."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Finding
from casefiles.terms import dated_after

BASIS = ("著作权法第十二条", "法释〔2025〕5号第十一条")
_REGISTERED = r"登\s*记\s*日\s*期|发\s*证\s*日\s*期|登\s*记\s*时\s*间"
_MADE = r"(?:首\s{0,4}次\s{0,4})?(?:发\s*表|出\s*版)\s*(?:日\s*期|时\s*间)|(?:创\s*作|开\s*发)\s*完\s*成\s*(?:日\s*期|时\s*间)"


def check(file: CaseView) -> Iterator[Finding]:
    first = file.story.acts_from
    if file.right != "copyright" or first is None:
        return
    for certificate in file.of_kind("copyright_certificate", "software_certificate"):
        registered, made = dated_after(certificate, _REGISTERED), dated_after(certificate, _MADE)
        if registered and registered > first and not (made and made <= first) and not file.of_kind("ownership_proof"):
            yield finding(
                "mismatch.registration_date",
                "warning",
                f"《{certificate.file}》的登记日期{registered.isoformat()}晚于所述行为开始的{first.isoformat()}。",
                "请补充底稿、开发记录、首次发表等能够证明行为发生前已经享有著作权的材料。",
                basis=BASIS,
                evidence=[evidence_of(certificate), *file.story.acts_evidence],
            )
