"""Credit codes by their 18th character (GB 32100-2015); a wrong organisation code inside (GB 11714) is looked at by a person."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding, Practice
from casefiles.sightings import Sighting, sightings
from casefiles.values.identifiers import compact, credit_code_is_valid, organisation_code_is_valid

BASIS = (Practice("统一社会信用代码按 GB 32100-2015 第18位校验码核对", "C"),)
INNER_BASIS = (Practice("统一社会信用代码内的主体标识码按 GB 11714 的校验码核对", "G"),)
OLD_REGISTRATION_LENGTH = 15


def check(file: CaseView) -> Iterator[Finding]:
    own = file.parties.licences
    for seen in sightings(file.of_kind("business_license"), "uscc"):
        if not credit_code_is_valid(seen.value):
            yield _told(seen, is_own=seen.material in own)
        elif not organisation_code_is_valid(seen.value):
            yield _told_of_the_inner(seen)


def _told(seen: Sighting, *, is_own: bool) -> Finding:
    code = compact(seen.value)
    blocks = seen.is_sure and is_own and not (len(code) == OLD_REGISTRATION_LENGTH and code.isdigit())
    doubt = "" if seen.is_sure else "该号码由图像识别得出，可能认错，请核对。"
    return finding(
        "invalid.uscc",
        "blocking" if blocks else "warning",
        f"统一社会信用代码{seen}{_fault(code)}。{doubt}",
        "请对照营业执照原件核对；执照确系如此的，请提供最新的营业执照或者登记机关的公示信息。",
        basis=BASIS,
        evidence=[seen.evidence],
    )


def _told_of_the_inner(seen: Sighting) -> Finding:
    return finding(
        "invalid.organisation_code",
        "warning",
        f"统一社会信用代码{seen}第18位正确，而其中的主体标识码（第9至17位）未通过自身的校验。",
        "请对照营业执照原件或者登记机关的公示信息核对。",
        basis=INNER_BASIS,
        evidence=[seen.evidence],
    )


def _fault(code: str) -> str:
    return f"应为18位，现为{len(code)}位" if len(code) != 18 else "未通过校验，第18位与前17位不符"
