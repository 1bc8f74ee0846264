"""Breaks in the chain of rights that no other check tells: another registration number, a giver who got nothing (K11)."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.chains import chains_of
from casefiles.findings import finding
from casefiles.model import Chain, Finding, Link, Practice

BASIS = (Practice("许可、转让的主体、期限、注册号与注册簿一致，前后相接", "D"),)
NAMES = {"renewal": "续展证明", "transfer": "转让、变更证明", "licence": "许可（授权）材料", "proof": "权属材料"}
REMEDY = "请补充前一步的转让、许可或者变更材料，或者由权利人直接出具授权；写错注册号、名称的请改正。"


def check(file: CaseView) -> Iterator[Finding]:
    told = set()
    for chain in chains_of(file):
        for link in chain.links:
            if link.why and link.kind in NAMES and not _is_lapsed(link) and (link.evidence, link.why) not in told:
                told.add((link.evidence, link.why))
                yield _told(chain, link)


def _is_lapsed(link: Link) -> bool:
    """A licence that ran out has a check of its own."""
    return link.until is not None and "届满" in link.why


def _told(chain: Chain, link: Link) -> Finding:
    return finding(
        "mismatch.rights_chain",
        "warning",
        f"权利链条（{chain.right}）在{NAMES[link.kind]}处不连：{link.why}。",
        REMEDY,
        basis=BASIS,
        evidence=[link.evidence] if link.evidence else [],
    )
