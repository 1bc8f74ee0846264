"""Whether the complainant holds the right, or is linked to the holder by licence, transfer or change of name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from casefiles.caseview import CaseView
from casefiles.model import Material
from casefiles.sightings import Sighting, any_same, comparable, contained, may_be_misread, same_party, sightings, spellings
from casefiles.values.characters import closed_up, plain
from casefiles.values.identifiers import mark_number
from casefiles.values.languages import is_foreign
from casefiles.values.names import normal_name

_AFTER_CHANGE = re.compile(
    r"(?:变更后(?:的)?(?:注册人|著作权人|权利人|名义|名称)+|(?:名义|名称)变更为|受让(?:人|方)(?:名称)?)"
    r"[:\t “\"]*([^\s,。;:”\"]{2,40})"
)
# A register tells its history in order: the patentee entered last, or said to be so after a change, holds it now.
_HOLDS_NOW = re.compile(r"(?:(?<!变更前)(?<!变更前的)(?<!原)专利权人(?:姓名或名称)?|变更后[^\s:]{0,6})[:\t ]+([^\s,。;:]{2,40})")
_NUMBER = re.compile(r"(?:注册号|商标注册证号|注册证号|注册商标号|第)\s*[:：]?\s*第?\s*(G?\d{6,8})(?!\d)\s*号?")
_LINKS = ("license_agreement", "trademark_renewal", "ownership_proof", "civil_judgment")
_HANDS_ON = re.compile(r"公证事项[:：]?[^。;\n]{0,12}(?:继承|遗嘱|遗赠|赠与|转让)|被继承人|受遗赠人|受赠人")

Standing = Literal["same", "linked", "unclear", "different"]


@dataclass(frozen=True, slots=True)
class Holding:
    """How the complainant stands to one certificate's holder. ``unclear``: a person has to compare."""

    holder: Sighting
    standing: Standing


def holdings(file: CaseView) -> tuple[Holding, ...]:
    """The standing of the complainant to each certificate; empty where no complainant or no holder is known.

    Co-owners stand on one certificate: it is enough that the complainant is one of them.
    """
    if not file.parties.complainants:
        return ()
    by_certificate: dict[int, list[Sighting]] = {}
    for holder in file.holders:
        by_certificate.setdefault(id(holder.material), []).append(holder)
    return tuple(_best(file, owners) for owners in by_certificate.values())


def holder_differs(file: CaseView) -> bool:
    """Whether every certificate is held by someone who is certainly not the complainant."""
    found = holdings(file)
    return bool(found) and all(one.standing in ("linked", "different") for one in found)


def links(file: CaseView) -> tuple[Material, ...]:
    """The papers that may lead from one holder to the next.

    A register extract does only where it enters a new holder, a deed only where it hands a right on (inheritance, gift).
    """
    registers = file.of_kind("patent_register_extract")
    entered = [
        one for one in registers if new_holder(one) and not any_same([new_holder(one)], [own.value for own in file.holders])
    ]
    handed_on = [one for one in file.of_kind("notarial_deed") if _HANDS_ON.search(closed_up(plain(one.reading.text)))]
    return (*file.of_kind(*_LINKS), *entered, *handed_on)


def leading(file: CaseView) -> tuple[Material, ...]:
    """The links that name the complainant, where they lead there from a holder; none where no chain is closed."""
    if not any(one.standing == "linked" for one in holdings(file)):
        return ()
    return tuple(one for one in links(file) if any(_mentions(one, name) for name in file.parties.selves))


def is_given(file: CaseView, licence: Material) -> bool:
    """Whether the complainant is who licenses: what another took of him does not touch his own standing."""
    giver, taker = licence.value("party_a") or "", licence.value("party_b") or ""
    return any_same([giver], file.parties.selves) and not any_same([taker], file.parties.selves)


def linked_names(file: CaseView) -> tuple[str, ...]:
    """Complainants, holders and the parties of the links between them: whoever may give a power of attorney."""
    between = [value for material in links(file) for field in ("party_a", "party_b") if (value := material.value(field))]
    return (*file.parties.selves, *(one.value for one in file.holders), *between)


def is_linked(file: CaseView, holder: str, without: Sequence[Material] = ()) -> bool:
    """Whether documents lead from ``holder`` to a complainant, over as many steps as it takes and none of ``without``."""
    steps = [one for one in links(file) if one not in without and not is_for_another_mark(file, one)]
    reached = {holder}
    for _ in range(len(steps) + 1):
        if any_same(reached, file.parties.selves):
            return True
        for material in steps:
            if any(_mentions(material, name) for name in reached):
                reached |= _names(material, file)
    return False


def is_for_another_mark(file: CaseView, link: Material) -> bool:
    """Whether a link names registration numbers and neither number nor mark of any certificate; a scan may be misread."""
    certificates = file.of_kind("trademark_certificate")
    if file.right != "trademark" or any(one.reading.text_source != "text" for one in (link, *certificates)):
        return False
    own = {number for one in certificates for number in registration_numbers(one)}
    marks = [mark for one in certificates if (mark := one.value("mark"))]
    named = numbers_named(link)
    return bool(own and named) and not own & named and not any(_mentions(link, mark) for mark in marks)


def registration_numbers(material: Material) -> set[str]:
    return {mark_number(seen.value) for seen in sightings([material], "registration_no")}


def numbers_named(link: Material) -> set[str]:
    """The registration numbers a licence, transfer or renewal speaks of."""
    return set(map(mark_number, _NUMBER.findall(plain(link.reading.text)))) | registration_numbers(link)


def new_holder(change: Material) -> str:
    """Who holds the right after a change of name or a transfer, as certificate or register say; empty where they do not."""
    if change.kind == "patent_register_extract":
        held = _HOLDS_NOW.findall(closed_up(plain(change.reading.text)))
        return held[-1] if held else ""
    found = _AFTER_CHANGE.search(closed_up(plain(change.reading.text))) if change.kind == "trademark_renewal" else None
    return found[1] if found else ""


def _best(file: CaseView, owners: list[Sighting]) -> Holding:
    order: tuple[Standing, ...] = ("same", "linked", "unclear", "different")
    return min((Holding(owner, _standing(file, owner)) for owner in owners), key=lambda one: order.index(one.standing))


def _standing(file: CaseView, holder: Sighting) -> Standing:
    complainants = file.parties.complainants
    if any_same([holder.value], file.parties.selves):
        return "same"
    if is_linked(file, holder.value) or _transferred(file):
        return "linked"
    if not any(comparable(holder.value, name) for name in complainants):
        return "unclear"
    if any(contained(holder.value, name) for name in complainants):
        return "unclear"
    if any(may_be_misread(holder, seen) for seen in file.parties.complainant_seen):
        return "unclear"
    return "unclear" if _has_unread_link(file) or _is_named_beside(file, holder.value) else "different"


def _transferred(file: CaseView) -> bool:
    """A certificate of transfer or change often names the new holder only, and so does a register."""
    complainants, registers = file.parties.complainants, file.of_kind("patent_register_extract")
    changes = [one for one in file.of_kind("trademark_renewal") if not is_for_another_mark(file, one)]
    return any(_mentions(change, name) for change in changes for name in complainants) or any(
        any_same([new_holder(register)], complainants) for register in registers if new_holder(register)
    )


def _has_unread_link(file: CaseView) -> bool:
    """Whether a link was recognised, or is in a language whose names cannot be compared by letters."""
    readings = [material.reading for material in links(file)]
    return any(one.text_source in ("none", "ocr", "mixed") or is_foreign(one.text) for one in readings)


def _is_named_beside(file: CaseView, holder: str) -> bool:
    """Whether a paper of no known kind names both: it may be the link, and a person has to look."""
    return any(
        _mentions(paper, holder) and any(_mentions(paper, name) for name in file.parties.complainants)
        for paper in file.of_kind("other")
    )


def _names(material: Material, file: CaseView) -> set[str]:
    known: Iterable[str] = (*file.parties.complainants, *(one.value for one in file.holders))
    parties = (material.value("party_a"), material.value("party_b"), new_holder(material))
    return {name for name in known if _mentions(material, name)} | {name for name in parties if name}


def _mentions(material: Material, name: str) -> bool:
    if any(same_party(name, material.value(field) or "") for field in ("party_a", "party_b")):
        return True
    text = normal_name(material.reading.text)
    return any(spelling in text for spelling in (normal_name(name), *spellings(name)))
