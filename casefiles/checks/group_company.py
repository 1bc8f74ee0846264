"""A group or parent company that files: it does not hold its subsidiaries' rights as such (K25)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding, Practice
from casefiles.ownership import holdings
from casefiles.quoting import places_of

BASIS = (Practice("集团、母公司报案的说明权利主体：母公司不当然是权利人", "D"),)
_GROUP = re.compile(r"集团|控股|总公司|投资(?:有限|股份)?(?:责任)?公司$")
_RELATION = re.compile(r"(?:全资|控股)?子公司|母公司|关联公司|分公司")

_OF_A_SUBSIDIARY = re.compile(
    r"(?:子公司|母公司|关联公司)[^，。；]{0,30}(?:的|享有|拥有|所有)[^，。；]{0,12}(?:商业秘密|技术秘密|配方|工艺|图纸|代码|客户名单|技术信息|经营信息)"
)


def check(file: CaseView) -> Iterator[Finding]:
    names = [name for name in file.parties.complainants if _GROUP.search(name)]
    letters = "".join(paper.text for paper in file.told_in("complaint_letter"))
    own = any(one.standing == "same" for one in holdings(file))
    if file.right == "trade_secret":
        yield from _of_a_subsidiary(file)
    if names and not own and (file.right == "trade_secret" or _RELATION.search(letters)):
        yield finding(
            "review.group_company",
            "info",
            f"控告人“{names[0]}”像是集团或者母公司，材料没有显示权利登记在它名下。",
            "请写明权利由哪一个主体享有；由子公司享有的，由子公司报案，或者补充授权。",
            basis=BASIS,
            evidence=[seen.evidence for seen in file.parties.complainant_seen],
            questions=["权利由集团内的哪一个公司享有？"],
        )


def _of_a_subsidiary(file: CaseView) -> Iterator[Finding]:
    """The complaint itself calls the secret that of a subsidiary."""
    if places := places_of(file.told_in("complaint_letter"), _OF_A_SUBSIDIARY):
        yield finding(
            "review.group_company",
            "info",
            "控告书写到商业秘密属于子公司或者关联公司，控告人不当然是权利人。",
            "请写明权利由哪一个主体享有；由子公司享有的，由子公司报案，或者补充授权、许可。",
            basis=BASIS,
            evidence=places,
            questions=["权利由集团内的哪一个公司享有？"],
        )
