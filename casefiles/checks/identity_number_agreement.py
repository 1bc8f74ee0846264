"""The identity number of one person on different papers: power of attorney, certificate of the representative, identity card."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding, Practice
from casefiles.sightings import Sighting, same_party, sightings
from casefiles.values.identifiers import compact, identity_number_is_valid

BASIS = (Practice("同一人的身份证号码在各材料中应当一致", "D"),)
PAPERS = (
    ("power_of_attorney", "agent", "agent_id_number"),
    ("id_card", "name", "id_number"),
    ("legal_rep_certificate", "name", "id_number"),
)


def check(file: CaseView) -> Iterator[Finding]:
    for (name, one), (other_name, other) in combinations(_numbered(file), 2):
        if same_party(name, other_name) and compact(one.value) != compact(other.value):
            blocks = _are_two_agents(one, other)
            yield finding(
                "mismatch.agent" if blocks else "mismatch.id_number",
                "blocking" if blocks else "warning",
                f"{name}的身份证号码在《{one.material.file}》和《{other.material.file}》中不一致。",
                "请对照身份证原件核对，改正写错的一份。",
                basis=BASIS,
                evidence=[one.evidence, other.evidence],
            )


def _are_two_agents(one: Sighting, other: Sighting) -> bool:
    """Whether power and card bear two different right numbers: then they name two persons. A wrong digit is a slip."""
    kinds = {one.material.kind, other.material.kind}
    sure = all(seen.is_sure and identity_number_is_valid(compact(seen.value)) for seen in (one, other))
    return kinds == {"power_of_attorney", "id_card"} and sure


def _numbered(file: CaseView) -> Iterator[tuple[str, Sighting]]:
    """Each person's name with the number beside it; papers that name several people are left to the eye."""
    for kind, name_field, number_field in PAPERS:
        for material in file.of_kind(kind):
            names, numbers = sightings([material], name_field), sightings([material], number_field)
            if len(names) == len(numbers):
                yield from ((name.value, number) for name, number in zip(names, numbers, strict=True))
