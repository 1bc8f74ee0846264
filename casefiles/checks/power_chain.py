"""A power passed on (转委托): each step needs the right to pass it on from the step before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Finding, Material, Practice
from casefiles.sightings import any_same, sightings

BASIS = (Practice("转委托应当有上一级委托人的同意或者追认", "G"),)
_MAY_NOT = re.compile(
    r"(?:无|没有|不得|不能|不可|不享有)(?:再)?[^。；，]{0,6}转\s*委\s*托|without\s+(?:the\s+)?(?:right|power)\s+(?:of|to)\s+sub",
    re.I,
)
_WITH_CONSENT = re.compile(r"未经[^。；]{0,16}(?:同意|许可|授权|批准)[^。；]{0,16}转\s*委\s*托")
_MAY = re.compile(
    r"转\s*委\s*托|复\s*代\s*理|再\s*委\s*托|另行委托|sub-?\s?delegat|substitut|re-?delegat|appoint\s+(?:other|sub)", re.I
)


def check(file: CaseView) -> Iterator[Finding]:
    powers = file.of_kind("power_of_attorney")
    for second in powers:
        for first in powers:
            if (
                first is not second
                and _passes_on(first, second)
                and (_MAY_NOT.search(_text(first)) or not _MAY.search(_text(first)))
            ):
                yield _told(first, second)


def _passes_on(first: Material, second: Material) -> bool:
    """Whether the agent of ``first`` gives ``second``."""
    agents = [seen.value for seen in sightings([first], "agent")]
    return any_same(agents, [seen.value for seen in sightings([second], "principal")])


def _text(power: Material) -> str:
    return power.reading.text


def _told(first: Material, second: Material) -> Finding:
    said = "没有写到可以转委托"
    if _MAY_NOT.search(_text(first)):
        said = "写明转委托须经同意，没有见到同意" if _WITH_CONSENT.search(_text(first)) else "写明不得转委托"
    return finding(
        "mismatch.power_chain",
        "warning",
        f"《{second.file}》是受托人再委托他人，而上一级的《{first.file}》{said}。",
        "请由权利人同意或者追认转委托，或者由权利人直接向最后的受托人出具委托书。",
        basis=BASIS,
        evidence=[evidence_of(first), evidence_of(second)],
    )
