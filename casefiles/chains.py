"""The chain of rights: from the holder on the certificate over renewals, transfers and licences, with its breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from casefiles.caseview import RIGHT_CERTIFICATES, CaseView
from casefiles.findings import evidence_of
from casefiles.model import Chain, Link, LinkKind, Material
from casefiles.ownership import Holding, holdings, is_given, links, new_holder, numbers_named, registration_numbers
from casefiles.sightings import any_same, same_party
from casefiles.terms import alive, last_day, term_after

NUMBERS = {
    "trademark_certificate": ("registration_no", "mark"),
    "patent_certificate": ("patent_no", "title"),
    "copyright_certificate": ("registration_no", "work_title"),
    "software_certificate": ("registration_no", "software_name"),
}
TERM = r"(?:许\s*可|授\s*权|使\s*用|合\s*同|协\s*议|有\s*效)\s*(?:的|使用)?\s*(?:有\s*效\s*)?(?:期\s*限|期\s*间|期)"
_TRANSFER = re.compile(r"转\s*让|受\s*让|变\s*更|移\s*转")
_NOT_ONWARD = re.compile(
    r"(?:不得|不能|不可|无权|禁止|未经[^。；]{0,16}(?:同意|许可|授权))[^。；]{0,16}(?:再|转|分|从属)\s*许\s*可|shall\s+not\s+sub-?licen",
    re.I,
)
_ONWARD = re.compile(r"(?:再|转|分|从属)\s*许\s*可|转\s*授\s*权|sub-?licen", re.I)
KINDS: dict[str, LinkKind] = {"license_agreement": "licence", "ownership_proof": "proof", "civil_judgment": "proof"}


def chains_of(file: CaseView) -> tuple[Chain, ...]:
    """One chain for each certificate of the offence's kind of right; none where no certificate is there."""
    kinds = [kind for kind, _ in RIGHT_CERTIFICATES.get(file.right or "", ())]
    standings = {id(one.holder.material): one for one in holdings(file)}
    return tuple(_chain(file, certificate, standings.get(id(certificate))) for certificate in file.of_kind(*kinds))


def _chain(file: CaseView, certificate: Material, holding: Holding | None) -> Chain:
    right = next((value for name in NUMBERS[certificate.kind] if (value := certificate.value(name))), certificate.file)
    links = (_first(file, certificate), *_renewals(file, certificate), *_steps(file, certificate), *_end(file, holding))
    return Chain(right, certificate.kind, links)


def _holder(certificate: Material) -> str:
    names = ("registrant", "patentee", "owner")
    return next((value for name in names if (value := certificate.value(name))), "")


def _first(file: CaseView, certificate: Material) -> Link:
    """The certificate itself; only a mark shows its last day, which a renewal may move."""
    until = last_day(certificate, "valid_until")
    renewed = [day for one in _own_renewals(file, certificate) if (day := last_day(one, "valid_until"))]
    last = max([until, *renewed]) if until else None
    lived = alive(None, last, file.acts)
    why = {"never": "权利期限在行为开始前已经届满", "partly": "权利期限只覆盖一部分行为", "throughout": ""}[lived]
    state = {"never": "broken", "partly": "unclear", "throughout": "holds"}[lived]
    place = evidence_of(certificate, certificate.fields.get("valid_until"))
    return Link("certificate", "", _holder(certificate) or "（权利人未读出）", state, why, until, place)  # type: ignore[arg-type]


def _own_renewals(file: CaseView, certificate: Material) -> list[Material]:
    own = registration_numbers(certificate)
    return [
        one
        for one in file.of_kind("trademark_renewal")
        if not own or not registration_numbers(one) or own & registration_numbers(one)
    ]


def _renewals(file: CaseView, certificate: Material) -> Iterator[Link]:
    if certificate.kind != "trademark_certificate":
        return
    for renewal in file.of_kind("trademark_renewal"):
        if renewal not in _own_renewals(file, certificate):
            if len(file.of_kind("trademark_certificate")) == 1:
                why = f"写的注册号是{'、'.join(sorted(registration_numbers(renewal)))}，不是这件商标"
                kind: LinkKind = "transfer" if _TRANSFER.search(renewal.reading.text) else "renewal"
                yield Link(kind, "", _holder(certificate), "broken", why, evidence=evidence_of(renewal))
        elif not _TRANSFER.search(renewal.reading.text):
            until = last_day(renewal, "valid_until")
            why = "" if until else "续展后的期限没有读出"
            yield Link("renewal", "", _holder(certificate), "holds" if until else "unclear", why, until, evidence_of(renewal))


def _steps(file: CaseView, certificate: Material) -> Iterator[Link]:
    """Transfers and licences, each after the one it starts from; then those that start from nobody known."""
    waiting = [one for one in links(file) if _is_step(one) and not is_given(file, one)]
    reached = [_holder(certificate)]
    while ready := next((one for one in waiting if _starts_from(one, reached)), None):
        waiting.remove(ready)
        link = _step(file, certificate, ready, reached)
        reached.append(link.taker)
        yield link
    yield from (_step(file, certificate, one, reached) for one in waiting)


def _is_step(material: Material) -> bool:
    if material.kind in ("license_agreement", "patent_register_extract"):
        return True
    if material.kind == "trademark_renewal":
        return bool(_TRANSFER.search(material.reading.text))
    return bool(material.value("party_a") and material.value("party_b"))


def _starts_from(material: Material, reached: list[str]) -> bool:
    giver = material.value("party_a")
    return giver is None or any_same([giver], reached)


def _step(file: CaseView, certificate: Material, material: Material, reached: list[str]) -> Link:
    giver = material.value("party_a") or reached[-1]
    taker = material.value("party_b") or new_holder(material) or next(iter(file.parties.complainants), "")
    kind = KINDS.get(material.kind, "transfer")
    until = term_after(material, TERM) if kind == "licence" else None
    acquired = any_same([taker], [_holder(certificate)])  # how the holder came by the right: the certificate says that it is his
    why, broken = ("", False) if acquired else _break(file, certificate, material, giver, reached, until)
    state = "broken" if broken else "unclear" if why or not (giver and taker) else "holds"
    return Link(kind, giver, taker, state, why, until, evidence_of(material))  # type: ignore[arg-type]


def _break(
    file: CaseView, certificate: Material, material: Material, giver: str, reached: list[str], until: date | None
) -> tuple[str, bool]:
    """What is wrong with a step, and whether that surely breaks it: what a scan shows may be misread."""
    sure = material.reading.text_source == "text"
    own = registration_numbers(certificate)
    named = numbers_named(material)
    if own and named and not own & named and not _is_of_another(file, named):
        return f"写的注册号是{'、'.join(sorted(named))}，不是这件商标", sure
    if not any_same([giver], reached):
        return f"没有见到{giver}取得权利的材料", sure
    if until and until < file.as_of:
        return f"期限至{until.isoformat()}，到报案日已经届满", sure
    if not _may_license(file, material, giver):
        return f"{giver}再许可他人，没有见到再许可的权利", False
    return "", False


def _may_license(file: CaseView, licence: Material, giver: str) -> bool:
    """A holder may; a licensee where ``licence`` itself, or the one it took, speaks of licensing onward."""
    taken = [one for one in file.of_kind("license_agreement") if same_party(giver, one.value("party_b") or "")]
    return not taken or any(_speaks_of_onward(one) for one in (licence, *taken))


def _speaks_of_onward(licence: Material) -> bool:
    """Of a right to license onward; a clause that bars it gives none."""
    return _ONWARD.search(_NOT_ONWARD.sub("", licence.reading.text)) is not None


def _is_of_another(file: CaseView, named: set[str]) -> bool:
    """Whether the number is that of another certificate of the dossier: then the step belongs to that chain."""
    return any(registration_numbers(one) & named for one in file.of_kind("trademark_certificate"))


def _end(file: CaseView, holding: Holding | None) -> Iterator[Link]:
    """The gap between the last step and the complainant, where there is one."""
    if holding is None or holding.standing in ("same", "linked"):
        return
    sure = holding.standing == "different"
    why = "没有见到连接两者的材料" if sure else "名称的写法不同，须由人核对是否同一主体"
    complainant = "、".join(file.parties.complainants)
    yield Link("missing", holding.holder.value, complainant, "broken" if sure else "unclear", why)
