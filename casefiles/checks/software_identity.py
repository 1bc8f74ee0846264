"""The software on the certificate against the one that was compared: version and registration number (K20)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding, place_of
from casefiles.model import Finding, Material, Practice
from casefiles.values.characters import plain

BASIS = (Practice("软件全称、版本号、登记号与比对、鉴定的对象一致，并说明源代码怎样提取", "D"),)
KINDS = ("comparison", "appraisal_report", "complaint_letter")
_VERSION = re.compile(r"(?<![A-Za-z0-9])V\s?(\d{1,2}(?:\.\d{1,3}){0,3})(?!\d)", re.I)
_NUMBER = re.compile(r"(?<!\d)(\d{4}SR\d{6,7})(?!\d)", re.I)


def check(file: CaseView) -> Iterator[Finding]:
    certificates = file.of_kind("software_certificate")
    if not certificates:
        return
    for name, pattern in (("登记号", _NUMBER), ("版本号", _VERSION)):
        own = {form: printed for one in certificates for form, printed in _written(pattern, one).items()}
        for paper in file.of_kind(*KINDS):
            other = _written(pattern, paper)
            if own and other and not own.keys() & other.keys():
                yield _told(paper, name, other, own)


def _written(pattern: re.Pattern[str], material: Material) -> dict[str, str]:
    """What is printed, by its form for comparing (V1.0 and v1 are one version)."""
    return {re.sub(r"(?:\.0)+$", "", match[1].upper()): match[0] for match in pattern.finditer(plain(material.reading.text))}


def _told(paper: Material, name: str, other: dict[str, str], own: dict[str, str]) -> Finding:
    written = "、".join(other.values())
    return finding(
        "mismatch.software",
        "warning",
        f"《{paper.file}》写的软件{name}是{written}，登记证书上的是{'、'.join(own.values())}，没有一个相同。",
        "请核对比对、鉴定的是不是登记的软件；版本升级的，请说明各版本的关系和源代码的提取过程。",
        basis=BASIS,
        evidence=[place_of(paper, next(iter(other.values())))],
    )
