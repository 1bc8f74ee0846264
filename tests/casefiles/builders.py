"""Builders with defaults: a material, a dossier, a story, a case as a check looks at it. Tests say only what matters."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from casefiles.caseview import CaseView
from casefiles.model import (
    Answers,
    Dossier,
    Evidence,
    Fact,
    Figure,
    Finding,
    Line,
    Material,
    Page,
    Place,
    PlaceLink,
    Problem,
    Reading,
    Story,
    Table,
    Threshold,
)
from casefiles.offences import load_offences
from casefiles.offices import office

HOLDER = "成都蜀绣坊服饰有限公司"
OTHER = "重庆山城服饰有限公司"
REPRESENTATIVE = "赵文博"
AGENT = "钱思源"
USCC = "914403001922038216"
IDENTITY = "11010519491231002X"
FILED_ON = date(2026, 11, 2)


def material(
    kind: str,
    text: str = "",
    *,
    file: str = "",
    source: str = "text",
    pictures: int | None = None,
    problems: Sequence[Problem] = (),
    tables: Sequence[Sequence[Sequence[str]]] = (),
    sha256: str = "",
    **fields: str,
) -> Material:
    """A material of one page whose ``fields`` were read from its text layer, or by OCR with ``source="ocr"``."""
    lines = tuple(Line(line) for line in (text or "\n".join(fields.values()) or kind).splitlines())
    ruled = tuple(Table(tuple(map(tuple, rows))) for rows in tables)
    page = Page(1, lines, ruled, source, pictures)
    facts = {name: Fact(name, value, 1, value, source=source) for name, value in fields.items()}
    return Material(file or f"{kind}.pdf", Reading("pdf", (page,), tuple(problems)), kind, 0.99, facts, sha256=sha256)


def complaint(text: str = "", *, complainant: str = HOLDER, **options) -> Material:
    text = text or f"刑事控告书\n控告人：{complainant}\n被控告人：孙某\n此致\n控告人：{complainant}（盖章）\n2026年10月20日"
    return material("complaint_letter", text, complainant=complainant, **options)


def licence(**fields) -> Material:
    return material("business_license", **{"name": HOLDER, "uscc": USCC, "legal_representative": REPRESENTATIVE, **fields})


def representative(**fields) -> Material:
    defaults = {"organisation": HOLDER, "name": REPRESENTATIVE, "id_number": IDENTITY}
    return material("legal_rep_certificate", **{**defaults, **fields})


def power(**fields) -> Material:
    return material("power_of_attorney", **{"principal": HOLDER, "agent": AGENT, "valid_until": "2027-10-01", **fields})


def id_card(**fields) -> Material:
    return material("id_card", **{"name": AGENT, "id_number": IDENTITY, "valid_until": "2036-05-06", **fields})


def trademark(**fields) -> Material:
    defaults = {"registration_no": "21873645", "registrant": HOLDER, "classes": "25", "valid_until": "2028-01-27"}
    return material("trademark_certificate", **{**defaults, **fields})


def dossier(*materials: Material, offence: str | None = "counterfeit_trademark", as_of: date = FILED_ON, **answers) -> Dossier:
    return Dossier(as_of, tuple(materials), offence, Answers(**answers))


def complete(*more: Material, without: Sequence[str] = (), **options) -> Dossier:
    """A trademark report that lacks nothing; ``without`` leaves out kinds."""
    papers = (
        complaint(COMPLAINT, file="控告书.docx"),
        licence(file="营业执照.pdf"),
        representative(file="身份证明书.pdf"),
        trademark(file="商标注册证.pdf"),
        material("authenticity_report", "鉴别意见\n假冒\n（盖章）", issuer=HOLDER, issued_on="2026-10-08"),
        material("notarial_deed", applicant=HOLDER, issued_on="2026-09-10"),
        material("sales_ledger", total_amount="256800.00"),
        material("comparison"),
        material("non_authorisation_statement"),
        material("evidence_list"),
    )
    return dossier(*(paper for paper in papers if paper.kind not in without), *more, **options)


COMPLAINT = f"""刑事控告书
控告人：{HOLDER}
住所地：成都高新区天府大道北段1号
法定代表人：{REPRESENTATIVE}
被控告人：孙某
被控告人地址：成都高新区中和街道朝阳路8号
2026年3月1日至2026年9月1日间，被控告人在成都高新区中和街道朝阳路8号生产假冒第21873645号注册商标的服装并销售，非法经营数额为人民币256,800.00元。
此致
控告人：{HOLDER}（盖章）
2026年10月20日"""


def story(
    *,
    acts: tuple[str, str] | None = ("2026-03-01", "2026-09-01"),
    places: Sequence[tuple[str, PlaceLink]] = (),
    figures: Sequence[tuple[str, str, str]] = (),
    agent: str | None = None,
    numbers: Sequence[tuple[str, str]] = (),
    **conditions: object,
) -> Story:
    """What the dossier says of the acts: places with their link, figures (metric, value, source), numbers (number, file)."""
    seen = Evidence("控告书.docx", 1, "原文")
    first, last = (date.fromisoformat(day) for day in acts) if acts else (None, None)
    return Story(
        figures=tuple(Figure(metric, Decimal(value), source, seen) for metric, value, source in figures),
        places=tuple(Place(text, link, seen) for text, link in places),
        acts_from=first,
        acts_until=last,
        acts_evidence=(seen,) if acts else (),
        agent=agent,
        agent_evidence=seen if agent else None,
        registration_numbers=tuple((number, Evidence(file, 1, number)) for number, file in numbers),
        conditions=conditions,
    )


def case(of: Dossier, told: Story | None = None, threshold: Threshold | None = None) -> CaseView:
    offence = load_offences()[of.offence] if of.offence else None
    return CaseView(of, told or story(), threshold or Threshold(), office(), offence)


def found_by(check: str, of: Dossier, told: Story | None = None, threshold: Threshold | None = None) -> list[Finding]:
    """What the check in ``casefiles/checks/<check>.py`` finds."""
    return list(importlib.import_module(f"casefiles.checks.{check}").check(case(of, told, threshold)))


def told_by(check: str, of: Dossier, told: Story | None = None, threshold: Threshold | None = None) -> list[tuple[str, str]]:
    """Code and severity of what a check finds."""
    return [(finding.code, finding.severity) for finding in found_by(check, of, told, threshold)]


def severities(
    check: str, *papers: Material, told: Story | None = None, threshold: Threshold | None = None, **options
) -> list[str]:
    """How much weight a check gives to what it finds in these papers; the options are those of ``dossier``."""
    return [severity for _, severity in told_by(check, dossier(*papers, **options), told, threshold)]
