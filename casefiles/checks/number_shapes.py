"""Numbers of registrations, deeds, judgments and decisions against the way they are written; a person looks at the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding, Practice
from casefiles.sightings import Sighting, sightings
from casefiles.values import identifiers

BASIS = (Practice("登记号、公证书编号、案号、文书号按通行的编号规则核对", "G"),)
SHAPES: tuple[tuple[str, str, str, Callable[[str], bool], str], ...] = (
    ("trademark_certificate", "registration_no", "商标注册号", identifiers.trademark_number_is_shaped, "21873645"),
    ("trademark_renewal", "registration_no", "商标注册号", identifiers.trademark_number_is_shaped, "21873645"),
    ("copyright_certificate", "registration_no", "作品登记号", identifiers.work_number_is_shaped, "国作登字-2021-F-01233328"),
    ("software_certificate", "registration_no", "软件登记号", identifiers.software_number_is_shaped, "2019SR1041330"),
    ("notarial_deed", "deed_no", "公证书编号", identifiers.deed_number_is_shaped, "(2026)川成蜀证内经字第10234号"),
    ("civil_judgment", "document_no", "案号", identifiers.case_number_is_shaped, "(2024)川01知民初123号"),
    ("administrative_decision", "document_no", "文书号", identifiers.document_number_is_shaped, "成高市监处罚〔年份〕12号"),
)


def check(file: CaseView) -> Iterator[Finding]:
    for kind, field, name, is_shaped, example in SHAPES:
        for seen in sightings(file.of_kind(kind), field):
            if not is_shaped(seen.value):
                yield _told(seen, field, name, example)


def _told(seen: Sighting, field: str, name: str, example: str) -> Finding:
    doubt = "" if seen.is_sure else "该号码由图像识别得出，可能认错。"
    return finding(
        f"invalid.{field}",
        "warning",
        f"{name}{seen}不是通常的写法（例如“{example}”）。{doubt}",
        "请对照原件核对；原件确系如此的，请告知办案人员。",
        basis=BASIS,
        evidence=[seen.evidence],
    )
