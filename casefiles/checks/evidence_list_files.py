"""The evidence list against what was handed in: papers it names that are not there, digests that fit no file (K33)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding, place_of
from casefiles.listings import Entry, entries_of
from casefiles.model import Finding, Material, Practice
from casefiles.values.identifiers import compact

BASIS = (Practice("材料与目录、页数、校验值一致", "D"),)
# Kinds a list calls by each other's names: one of them in the dossier is enough.
ALIKE = (
    {"business_license", "subject_certificate"},
    {"id_card", "legal_rep_certificate", "lawyer_credentials", "power_of_attorney"},
    {"appraisal_report", "authenticity_report", "non_public_appraisal", "comparison"},
    {"sales_ledger", "purchase_evidence", "price_certificate", "loss_assessment"},
    {"notarial_deed", "web_evidence", "photos", "purchase_evidence"},
    {"trademark_certificate", "trademark_renewal", "license_agreement", "ownership_proof", "non_authorisation_statement"},
    {"copyright_certificate", "software_certificate", "ownership_proof"},
    {"patent_certificate", "patent_register_extract"},
    {"confidentiality_measures", "nda", "trade_secret_carrier"},
    {"administrative_decision", "civil_judgment"},
)
_NUMBER = re.compile(r"\((?:19|20)\d{2}\)[\u4e00-\u9fff()]{1,20}\d+号")
_DIGEST = re.compile(r"(?<![0-9A-Fa-f])[0-9A-Fa-f]{64}(?![0-9A-Fa-f])")


def check(file: CaseView) -> Iterator[Finding]:
    for listing in file.of_kind("evidence_list"):
        absent = [entry for entry in entries_of(listing) if not _is_there(file, entry)]
        if absent:
            yield _told(listing, absent)
        yield from _digests(file, listing)


def _is_there(file: CaseView, entry: Entry) -> bool:
    """Whether a document of the kind is there, one easily called so, or a file that bears the name."""
    if number := _NUMBER.search(compact(entry.name)):
        return _bears_number(file, entry, number[0])
    if entry.kind is None:
        return True
    kinds = {entry.kind}.union(*(group for group in ALIKE if entry.kind in group))
    present = {material.kind for material in file.dossier.materials}
    named = any(entry.name in material.file or _stem(material.file) in entry.name for material in file.dossier.materials)
    return bool(kinds & present) or named or "other" in present


def _bears_number(file: CaseView, entry: Entry, number: str) -> bool:
    """Whether some paper bears the number the list gives; one that had to be recognised may bear it misread."""
    return any(
        number in compact(one.reading.text) or (entry.kind in (None, one.kind) and one.reading.text_source in ("ocr", "mixed"))
        for one in file.dossier.materials
        if one.kind != "evidence_list"
    )


def _stem(name: str) -> str:
    return re.sub(r"^[\d\s._、-]+|\.[A-Za-z0-9]{2,5}$", "", name.rsplit("/", 1)[-1]) or name


def _told(listing: Material, absent: list[Entry]) -> Finding:
    names = "、".join(f"“{entry.name}”" for entry in absent)
    return finding(
        "mismatch.evidence_list",
        "warning",
        f"证据清单《{listing.file}》列有{names}，收到的文件里没有找到。",
        "请补充所列的材料，或者改正清单；已经在别的文件里的，请在清单上注明文件名和页码。",
        basis=BASIS,
        evidence=[place_of(listing, entry.name) for entry in absent],
    )


def _digests(file: CaseView, listing: Material) -> Iterator[Finding]:
    known = {digest.lower() for one in file.dossier.materials for digest in (one.sha256, one.sm3) if digest}
    strange = [digest for digest in _DIGEST.findall(listing.reading.text) if digest.lower() not in known]
    if strange and known:
        yield finding(
            "mismatch.digest",
            "warning",
            f"证据清单《{listing.file}》写的校验值“{strange[0][:16]}…”与收到的任何文件都不符。",
            "请核对是否上传了清单所指的那一份文件；文件另存、压缩、截图之后校验值会改变。",
            basis=BASIS,
            evidence=[place_of(listing, digest) for digest in strange],
        )
