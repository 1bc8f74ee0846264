"""The licence that links complainant and holder must be alive on the day of filing."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding, place_of
from casefiles.model import Finding, Material, Practice
from casefiles.ownership import holder_differs, holdings, is_given, is_linked
from casefiles.terms import term_after

BASIS = (Practice("许可、授权的期限应当覆盖报案日和行为日", "D"),)
_TERM = r"(?:许\s*可|授\s*权|使\s*用|合\s*同|协\s*议|有\s*效)\s*(?:的|使用)?\s*(?:有\s*效\s*)?(?:期\s*限|期\s*间|期)"


def check(file: CaseView) -> Iterator[Finding]:
    licences = [one for one in file.of_kind("license_agreement") if not is_given(file, one)]
    lapsed = [one for one in licences if (last := term_after(one, _TERM)) and last < file.as_of]
    stands = any(is_linked(file, one.holder.value, without=lapsed) for one in holdings(file))
    for licence in lapsed:
        yield _told(file, licence, blocks=holder_differs(file) and not stands)


def _told(file: CaseView, licence: Material, *, blocks: bool) -> Finding:
    last = term_after(licence, _TERM)
    place = place_of(licence, f"{last:%Y}年") if last else evidence_of(licence)
    return finding(
        "expired.license_agreement",
        "blocking" if blocks else "warning",
        f"《{licence.file}》的许可（授权）期限至{last}，到报案日{file.as_of.isoformat()}已经届满。",
        "请补充续签的许可合同或者授权书；以权利人名义报案的，请由权利人出具委托书。",
        basis=BASIS,
        evidence=[place],
    )
