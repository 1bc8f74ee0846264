"""Copies that say so and do not say that they were checked against the original (R10). For the eye: a stamp may say it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Finding

BASIS = ("公安机关办理刑事案件程序规定第六十五条", "公安机关办理刑事案件程序规定第六十七条")
_COPY = re.compile(r"复\s*印\s*件|影\s*印\s*件|副本复制")
_CHECKED = re.compile(r"与\s*原\s*件\s*(?:核对)?(?:一致|相符|无异)|核\s*对\s*无\s*(?:异|误)|原件(?:存|由|保存)")
LISTS = ("evidence_list", "complaint_letter", "power_of_attorney", "notarial_deed")


def check(file: CaseView) -> Iterator[Finding]:
    copies = [
        material
        for material in file.dossier.materials
        if material.kind not in LISTS and _COPY.search(material.reading.text) and not _CHECKED.search(material.reading.text)
    ]
    if copies:
        names = "、".join(dict.fromkeys(f"《{material.file}》" for material in copies))
        yield finding(
            "review.copies",
            "info",
            f"{names}写明是复印件，没有读到“与原件核对一致”，请人工查看是否盖有核对章。",
            "请在复印件上注明与原件核对一致、原件存放处，由提供人签名或者盖章并写日期；受案时带原件核对。",
            basis=BASIS,
            evidence=[evidence_of(material) for material in copies],
        )
