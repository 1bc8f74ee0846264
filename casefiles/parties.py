"""Who is who in a dossier: who complains, of what kind they are, who represents them, and whether someone else files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from casefiles.model import Dossier, Material, Story
from casefiles.renaming import former_names
from casefiles.sightings import Sighting, any_same, same_party, same_person, sightings
from casefiles.values.characters import closed_up, plain
from casefiles.values.languages import SHORT_PAPER, is_foreign

PartyType = Literal["organisation", "foreign_organisation", "person"]

_PERSON = re.compile(r"[\u4e00-\u9fa5]{2,4}|[\u4e00-\u9fa5]+·[\u4e00-\u9fa5·]+")
_ORGANISATION = re.compile(r"(公司|厂|店|社|院|所|中心|学校|大学|协会|集团|企业|商行|经营部|银行|部|局|会|馆|室|场|站|合伙)$")
_FOREIGN = re.compile(
    r"领事|认证书|附加证明书|apostille|notar|certificate\s+of\s+incorporation|good\s*standing|incorporated|under\s+the\s+laws\s+of|"
    r"境外|外国|国籍|商业登记|公司注册证明|登记法院|海牙公约|中国委托公证人|公司条例|海峡交流基金会|经济部(?:商业)?|统一编号|新台币|[澳台][门湾]|香港|"
    r"handelsregister|k-?bis|株式会社|登记事项|履历事项",
    re.I,
)
# Nordbake AB（诺德贝克公司）: a Latin name, and how it is called in Chinese in brackets.
_LATIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9&.,'\s-]{3,}[（(]")
_FOREIGN_FORM = re.compile(r"\b(?:gmbh|inc|llc|corp(?:oration)?|ag|b\.?v|k\.?k|s\.?p\.?a|pty)\b|株式会社|有限会社", re.I)
_SOLE_TRADER = re.compile(r"个\s*体\s*工\s*商\s*户|经\s*营\s*者")
_REPRESENTATIVE = re.compile(
    r"(?:法\s*定\s*代\s*表\s*人|负\s*责\s*人)(?:[（(]\s*负\s*责\s*人\s*[)）])?[ \t]*[:：\t ]\s*"
    r"([\u4e00-\u9fa5]{2,4}|[\u4e00-\u9fa5]+·[\u4e00-\u9fa5·]+)(?=[\s,，;；。(（:：、]|$)"
)
_NO_NAME = re.compile(r"[或和签盖章无]|姓名|职务|身份|代表|负责|证明|电话|同志")
_RESPONDENT = re.compile(
    r"(?:被\s*(?:控\s*告?|举\s*报|报\s*案|投\s*诉|申\s*请|指\s*控|告(?:\s*发)?)|嫌\s*疑|涉\s*嫌|涉\s*案|侵\s*权)"
    r"\s*(?:人|方|者|单\s*位|企\s*业|公\s*司|对\s*象|主\s*体)"
)


def before_the_respondent(text: str) -> str:
    """The part of a complaint that is about the complainant alone: up to where the respondent is first named."""
    return _RESPONDENT.split(text, maxsplit=1)[0]


@dataclass(frozen=True)
class Parties:
    """The parties of one dossier. Answers of the form come before what documents say."""

    dossier: Dossier
    story: Story

    @cached_property
    def complainant_seen(self) -> tuple[Sighting, ...]:
        """The complainants as the complaint names them."""
        return sightings(self.dossier.of_kind("complaint_letter"), "complainant")

    @cached_property
    def complainants(self) -> tuple[str, ...]:
        """The names of those who complain; empty where neither the form nor a complaint says."""
        if self.dossier.answers.complainant:
            return tuple(self.dossier.answers.complainant.split("、"))
        return tuple(dict.fromkeys(one.value for one in self.complainant_seen))

    @cached_property
    def type(self) -> PartyType:
        """What the complainant is: as answered, else as its name and its papers look; an organisation where nothing tells."""
        if self.dossier.answers.complainant_type:
            return self.dossier.answers.complainant_type
        name = self.complainants[0] if self.complainants else ""
        if self._is_foreign(name):
            return "foreign_organisation"
        is_person = _PERSON.fullmatch(name) and not _ORGANISATION.search(name) and not self._has_organisation_papers(name)
        return "person" if is_person else "organisation"

    @cached_property
    def is_sole_trader(self) -> bool:
        """Whether the licence is of a 个体工商户, who has an operator and no legal representative."""
        return any(_SOLE_TRADER.search(material.reading.text) for material in self.licences)

    @cached_property
    def selves(self) -> tuple[str, ...]:
        """The complainants under all their names.

        Those a paper proves they had; what the complaint alone says of a change of name proves none. A 个体工商户 is the
        person who operates it (民法典第五十四条).
        """
        pairs = [
            (material.value("name") or "", material.value("legal_representative") or "")
            for material in self.dossier.of_kind("business_license")
            if _SOLE_TRADER.search(material.reading.text)
        ]
        others = [name for pair in pairs if any_same(self.complainants, pair) for name in pair if name]
        proofs = [one for one in self.dossier.materials if one.kind != "complaint_letter"]
        return tuple(dict.fromkeys((*self.complainants, *others, *former_names(proofs, self.complainants))))

    @cached_property
    def licences(self) -> tuple[Material, ...]:
        """The complainant's own licences: those of its name, or all where no complainant is known."""
        return tuple(
            material
            for material in self.dossier.of_kind("business_license")
            if not self.complainants or not material.value("name") or any_same(self.complainants, [material.value("name") or ""])
        )

    @cached_property
    def representatives(self) -> tuple[Sighting, ...]:
        """The legal representatives (or operators) named by licence and certificate."""
        certificates = self.dossier.of_kind("legal_rep_certificate")
        return (*sightings(self.licences, "legal_representative"), *sightings(certificates, "name"))

    @cached_property
    def representative_in_complaint(self) -> str | None:
        """The complainant's representative as the head of the complaint says, before the respondent is named."""
        for material in self.dossier.of_kind("complaint_letter"):
            for match in _REPRESENTATIVE.finditer(before_the_respondent(plain(material.reading.text))):
                if not _NO_NAME.search(match[1]):
                    return match[1]
        return None

    @cached_property
    def powers(self) -> tuple[Sighting, ...]:
        """The agents named by the powers of attorney."""
        return sightings(self.dossier.of_kind("power_of_attorney"), "agent")

    @cached_property
    def agent_names(self) -> tuple[str, ...]:
        """Those who act for the complainant, by the form, the complaint and the powers of attorney."""
        named = [self.dossier.answers.agent or "", *(self.story.agent or "").split("、"), *(one.value for one in self.powers)]
        return tuple(dict.fromkeys(name for name in named if name and not self._is_own(name)))

    @property
    def filed_by_agent(self) -> bool:
        """Whether someone else files: as answered, else when an agent is named who is neither complainant nor representative."""
        if self.dossier.answers.filer is not None:
            return self.dossier.answers.filer == "agent"
        return bool(self.agent_names)

    @property
    def agent_in_complaint(self) -> str | None:
        """The agent the complaint names although the form says that nobody acts for the complainant, else as it names one."""
        names = [name for name in (self.story.agent or "").split("、") if name and not self._is_own(name)]
        return names[0] if names else None

    def _has_organisation_papers(self, name: str) -> bool:
        """A short name is an organisation's where a licence bears it or the complaint names its representative."""
        return self.representative_in_complaint is not None or any(
            same_party(name, seen.value) for seen in sightings(self.dossier.of_kind("business_license"), "name")
        )

    def _is_own(self, name: str) -> bool:
        own = [*self.complainants, *(one.value for one in self.representatives), self.representative_in_complaint or ""]
        return any(same_person(name, one) for one in own)

    def _is_foreign(self, name: str) -> bool:
        if name and not re.search(r"[\u4e00-\u9fa5]", name):
            return True
        if self.licences:
            return False
        if _FOREIGN_FORM.search(name) or _LATIN_NAME.match(name):
            return True
        papers = [material.reading.text for material in self.dossier.of_kind("subject_certificate")]
        return any(is_foreign(text, SHORT_PAPER) or _FOREIGN.search(closed_up(plain(text))) for text in papers)
