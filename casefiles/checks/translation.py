"""Foreign-language papers need a Chinese translation, papers made abroad need authentication. Warnings: the authority decides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Finding, Material
from casefiles.sightings import any_same
from casefiles.values.characters import plain
from casefiles.values.languages import SHORT_PAPER, has_foreign_text, is_foreign

TRANSLATION = ("法释〔2020〕12号第八条",)
_TRANSLATION = re.compile(r"译\s*文|译\s*本|翻\s*译|中\s*译")
_AUTHENTICATION = re.compile(r"公\s*证|认\s*证|领\s*事|附加证明书|转\s*递|apostille|legali[sz]ation|notar", re.I)
_PRESERVES = re.compile(r"保全|封存|购买|购得|现场取得")  # a deed about a purchase authenticates no paper of a company abroad
_CHINESE = re.compile(r"[\u4e00-\u9fa5（）()]+")
_SIGN = re.compile(r"[a-z]{5,}|\d{5,}")
MADE_ABROAD = ("subject_certificate", "power_of_attorney")


def check(file: CaseView) -> Iterator[Finding]:
    foreign = [one for one in file.dossier.materials if _is_foreign(one) and not _is_translation(one)]
    translations = [one for one in file.dossier.materials if _is_translation(one) and not _holds_its_original(one)]
    if len(translations) < len(foreign):
        yield from (_untranslated(one) for one in foreign if not any(_is_of(one, other) for other in translations))
    if file.parties.type == "foreign_organisation":
        yield from (_unauthenticated(one) for one in file.of_kind(*MADE_ABROAD) if _lacks_authentication(file, one))


def _is_foreign(material: Material) -> bool:
    """A certificate or power may be short; elsewhere a few foreign words are those of a label or a name."""
    text = material.reading.text
    return is_foreign(text, SHORT_PAPER) if material.kind in MADE_ABROAD else is_foreign(text)


def _is_of(original: Material, translation: Material) -> bool:
    """Whether ``translation`` may be that of ``original``: of the same kind, or with a name or a number of it."""
    signs = set(_SIGN.findall(original.reading.text.lower()))
    return original.kind == translation.kind != "other" or bool(signs & set(_SIGN.findall(translation.reading.text.lower())))


def _holds_its_original(material: Material) -> bool:
    """A paper with its translation behind it: that translation is of no other paper."""
    return material.part is None and has_foreign_text(material.reading.text)


def _is_translation(material: Material) -> bool:
    return bool(_TRANSLATION.search(plain(material.file)) or _TRANSLATION.search(plain(material.reading.text[:400])))


def _lacks_authentication(file: CaseView, material: Material) -> bool:
    """Read text without a word of authentication, and no other paper that speaks of it and names this kind."""
    if _is_passed_on_here(file, material):
        return False
    deeds = [
        one for one in file.of_kind("notarial_deed", "subject_certificate") if not _PRESERVES.search(plain(one.reading.text))
    ]
    spoken = any(_AUTHENTICATION.search(plain(one.reading.text)) for one in (material, *deeds))
    return bool(material.reading.text.strip()) and not spoken


def _is_passed_on_here(file: CaseView, material: Material) -> bool:
    """A power that an agent in China passes on (转委托) was not made abroad."""
    giver = material.value("principal") or ""
    agents = [seen.value for seen in file.parties.powers]
    return material.kind == "power_of_attorney" and _CHINESE.fullmatch(giver) is not None and any_same([giver], agents)


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
