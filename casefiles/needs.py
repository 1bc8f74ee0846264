"""Which materials a dossier needs, and by what each need is met: a document, an original on paper, or a stated figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casefiles.caseview import CaseView
from casefiles.model import Evidence, Figure, Material
from casefiles.offences import Need, load_offences
from casefiles.ownership import holder_differs, leading
from casefiles.sightings import any_same
from casefiles.statements import load_statements

_TECHNICAL = re.compile(r"(?<!高新)技术(?!产业|开发区|有限|股份)|工艺|图纸|配方|算法|源代码|源程序|参数|设计方案|数据模型")
_OPERATIONAL = re.compile(r"客户名单|客户信息|经营信息|报价|价格体系|招投标|进货渠道|供应商")


@dataclass(frozen=True, slots=True)
class Met:
    """How one need stands. ``materials`` meet it; else ``offline`` (original on paper) or ``figures`` do; else it is missing.

    ``alleged`` are the places at which the complaint says what the missing paper should.
    """

    need: Need
    materials: tuple[Material, ...] = ()
    offline: bool = False
    figures: tuple[Figure, ...] = ()
    alleged: tuple[Evidence, ...] = ()

    @property
    def is_met(self) -> bool:
        return bool(self.materials or self.offline or self.figures)


def needed(file: CaseView) -> Iterator[Met]:
    """Every need of this dossier whose absence keeps it from passing, with what meets it."""
    return (_met(file, need) for need in _needs(file) if all(_applies(file, case) for case in need.when))


def advised(file: CaseView) -> Iterator[Met]:
    """Every material that helps and only warns when absent."""
    advisable = file.offence.advisable if file.offence else ()
    return (_met(file, need) for need in advisable if all(_applies(file, case) for case in need.when))


def _needs(file: CaseView) -> tuple[Need, ...]:
    if file.offence:
        return file.offence.needs
    first, *others = load_offences().values()
    return tuple(need for need in first.needs if all(need in other.needs for other in others))


def _applies(file: CaseView, case: str) -> bool:
    if case in ("organisation", "foreign_organisation", "person"):
        return file.parties.type == case
    if case == "agent":
        return file.parties.filed_by_agent
    if case == "holder_differs":
        return holder_differs(file)
    if case == "technical_information":
        return _is_technical(file)
    raise ValueError(f"材料条件“{case}”没有判断方法；请在 casefiles/needs.py 加入。")


def _met(file: CaseView, need: Need) -> Met:
    materials = tuple(material for material in file.of_kind(*need.any_of) if _is_theirs(file, need, material))
    materials += _by_words(file, need) + _by_statement(file, need) + _by_chain(file, need, materials)
    offline = not materials and bool(file.answers.offline_kinds.intersection(need.any_of))
    figures = () if materials or offline else _figures(file, need)
    return Met(need, materials, offline, figures, () if materials else _alleged(file, need))


def _is_theirs(file: CaseView, need: Need, material: Material) -> bool:
    """Whether an identity card is of the person it is wanted of; one without a legible name is left to the eye."""
    name = material.value("name")
    if material.kind != "id_card" or name is None:
        return True
    if need.of == "agent":
        return not any_same([name], _own_names(file)) or any_same([name], file.parties.agent_names)
    return any_same([name], file.parties.complainants) or not any_same([name], file.parties.agent_names)


def _own_names(file: CaseView) -> tuple[str, ...]:
    return (*file.parties.complainants, *(one.value for one in file.parties.representatives))


def _by_words(file: CaseView, need: Need) -> tuple[Material, ...]:
    return tuple(
        material
        for material in file.of_kind("web_evidence", "other")
        if any(word in material.reading.text for word in need.or_words)
    )


def _by_chain(file: CaseView, need: Need, found: tuple[Material, ...]) -> tuple[Material, ...]:
    """Whatever closes the chain to the complainant is the proof that is wanted where the holder differs."""
    return tuple(one for one in leading(file) if one not in found) if "holder_differs" in need.when else ()


def _by_statement(file: CaseView, need: Need) -> tuple[Material, ...]:
    if need.or_stated is None:
        return ()
    return tuple(filter(load_statements()[need.or_stated].is_made_in, file.dossier.materials))


def _alleged(file: CaseView, need: Need) -> tuple[Evidence, ...]:
    if need.or_stated is None:
        return ()
    return tuple(place for one in file.dossier.materials if (place := load_statements()[need.or_stated].alleged_in(one)))


def _figures(file: CaseView, need: Need) -> tuple[Figure, ...]:
    wanted = need.or_figures
    return tuple(figure for figure in file.story.figures if "any" in wanted or figure.metric in wanted)


def _is_technical(file: CaseView) -> bool:
    text = "".join(material.reading.text for material in file.of_kind("complaint_letter", "trade_secret_carrier"))
    return bool(_TECHNICAL.search(text)) or not _OPERATIONAL.search(text)
