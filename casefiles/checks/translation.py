"""Foreign-language papers need a Chinese translation, papers made abroad need authentication. Warnings: the authority decides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Finding, Material
from casefiles.values.characters import plain
from casefiles.values.languages import has_foreign_text, is_foreign

TRANSLATION = ("法释〔2020〕12号第八条",)
_TRANSLATION = re.compile(r"译\s*文|译\s*本|翻\s*译|中\s*译")
_AUTHENTICATION = re.compile(r"公\s*证|认\s*证|领\s*事|附加证明书|转\s*递|apostille|legali[sz]ation|notar", re.I)
_PRESERVES = re.compile(r"保全|封存|购买|购得|现场取得")  # a deed about a purchase authenticates no paper of a company abroad
MADE_ABROAD = ("subject_certificate", "power_of_attorney")


def check(file: CaseView) -> Iterator[Finding]:
    foreign = [material for material in file.dossier.materials if is_foreign(material.reading.text)]
    translated = any(_is_translation(one) and not _holds_its_original(one) for one in file.dossier.materials)
    for material in foreign:
        if not translated and not _is_translation(material):
            yield _untranslated(material)
    if file.parties.type == "foreign_organisation":
        yield from (_unauthenticated(one) for one in file.of_kind(*MADE_ABROAD) if _lacks_authentication(file, one))


def _holds_its_original(material: Material) -> bool:
    """A paper with its translation behind it: that translation is of no other paper."""
    return material.part is None and has_foreign_text(material.reading.text)


def _is_translation(material: Material) -> bool:
    return bool(_TRANSLATION.search(plain(material.file)) or _TRANSLATION.search(plain(material.reading.text[:400])))


def _lacks_authentication(file: CaseView, material: Material) -> bool:
    """Read text without a word of authentication, and no other paper that speaks of it and names this kind."""
    deeds = [
        one for one in file.of_kind("notarial_deed", "subject_certificate") if not _PRESERVES.search(plain(one.reading.text))
    ]
    spoken = any(_AUTHENTICATION.search(plain(one.reading.text)) for one in (material, *deeds))
    return bool(material.reading.text.strip()) and not spoken


def _untranslated(material: Material) -> Finding:
    return finding(
        "translation.missing",
        "warning",
        f"《{material.file}》为外文，没有见到中文译本。",
        "请补充由翻译机构盖章的中文译本，并与原文对应页码。",
        basis=TRANSLATION,
        evidence=[evidence_of(material)],
    )


def _unauthenticated(material: Material) -> Finding:
    return finding(
        "authentication.missing",
        "warning",
        f"《{material.file}》由境外主体出具，没有见到公证、认证或者附加证明书。",
        "请补充所在国公证机关的公证和认证文件（或者附加证明书）及其中文译本；具体要求由办案机关确认。",
        basis=TRANSLATION,
        evidence=[evidence_of(material)],
    )
