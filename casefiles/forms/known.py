"""What is known of a dossier for its forms: names, code, right and files, taken from what was read and answered.

Identity numbers are never filled in: pages show them masked, and a person writes them down from the card.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casefiles.model import Answers, Material
from casefiles.ownership import new_holder
from casefiles.sightings import same_party
from casefiles.values.identifiers import credit_code_is_valid

BLANK = "＿＿＿＿＿＿＿＿"
BLANK_DATE = "＿＿＿＿年＿＿月＿＿日"
PLACES = (
    "complainant",
    "holder",
    "uscc",
    "holder_uscc",
    "legal_representative",
    "agent",
    "respondent",
    "offence",
    "right",
    "blank",
    "blank_date",
)

# The certificates a right is named by: how it is called, its number, its name, its holder.
_RIGHTS = {
    "trademark_certificate": ("注册商标“{name}”，注册证号 {number}", "registration_no", "mark", "registrant"),
    "patent_certificate": ("专利“{name}”，专利号 {number}", "patent_no", "title", "patentee"),
    "copyright_certificate": ("作品《{name}》，登记号 {number}", "registration_no", "work_title", "owner"),
    "software_certificate": ("计算机软件《{name}》，登记号 {number}", "registration_no", "software_name", "owner"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """What a form may be filled with; an empty value becomes a blank. ``files`` are rows of name, file and pages."""

    complainant: str = ""
    holder: str = ""
    uscc: str = ""
    holder_uscc: str = ""
    legal_representative: str = ""
    agent: str = ""
    respondent: str = ""
    offence: str = ""
    right: str = ""
    files: tuple[tuple[str, str, str], ...] = ()
    blank: str = BLANK
    blank_date: str = BLANK_DATE

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows of an evidence list; what only a person knows is left open."""
        return tuple((str(number), *one, "", "", "") for number, one in enumerate(self.files, 1))


def known_of(
    materials: Sequence[Material], answers: Answers, *, offence: str = "", files: Iterable[tuple[str, str, str]] = ()
) -> Known:
    """What ``materials`` and ``answers`` tell. ``offence`` is its Chinese name; ``files`` are rows of name, file and pages.

    What the form answered comes before what documents say. Where documents contradict each other the value stays blank,
    and so does a credit code that fails its own check: no form of ours repeats it.
    """
    complainant = answers.complainant or _one(materials, "complaint_letter", "complainant")
    rights, registered = _rights(materials)
    holder = _holder_now(materials, registered)
    return Known(
        complainant=complainant,
        holder=holder,
        uscc=_code_of(materials, complainant),
        holder_uscc=_code_of(materials, holder),
        legal_representative=_representative(materials, complainant),
        agent=answers.agent or _one(materials, "power_of_attorney", "agent"),
        respondent=answers.respondent or _one(materials, "complaint_letter", "respondent"),
        offence=offence,
        right=rights,
        files=tuple(files),
    )


def _one(materials: Iterable[Material], kind: str, field: str) -> str:
    """The only value of a field among the materials of a kind; empty where there is none or more than one."""
    values = {one.value(field) for one in materials if one.kind == kind} - {None}
    return str(values.pop()) if len(values) == 1 else ""


def _code_of(materials: Sequence[Material], name: str) -> str:
    licences = [one for one in materials if one.kind == "business_license" and same_party(one.value("name") or "", name)]
    code = _one(licences, "business_license", "uscc") if name else ""
    return code if credit_code_is_valid(code) else ""


def _representative(materials: Sequence[Material], complainant: str) -> str:
    licences = [one for one in materials if one.kind == "business_license" and same_party(one.value("name") or "", complainant)]
    return _one(licences, "business_license", "legal_representative") or _one(materials, "legal_rep_certificate", "name")


def _rights(materials: Iterable[Material]) -> tuple[str, str]:
    """The rights in words, and their holder where all certificates name the same."""
    told, holders = [], set()
    for one in materials:
        if one.kind not in _RIGHTS:
            continue
        words, number, name, holder = _RIGHTS[one.kind]
        told.append(words.format(number=one.value(number) or BLANK, name=one.value(name) or BLANK))
        holders.add(one.value(holder) or "")
    return "；".join(dict.fromkeys(told)), holders.pop() if len(holders) == 1 else ""


def _holder_now(materials: Sequence[Material], registered: str) -> str:
    """Who holds the rights after the changes of name and transfers there are; empty where they lead to several."""
    changed = {name for one in materials if registered and (name := new_holder(one)) and not same_party(name, registered)}
    return registered if not changed else changed.pop() if len(changed) == 1 else ""
