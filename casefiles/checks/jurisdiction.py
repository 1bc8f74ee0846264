"""The stated places of the acts against the district of the desk (法发〔2011〕3号第一条).

The holder's own address is a weak link and the authority a letter is addressed to is none. ``outside`` only when
places are stated and all lie outside; it keeps nobody from handing the report in.
"""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.districts import Position, locate
from casefiles.findings import finding
from casefiles.model import Finding, Place
from casefiles.offices import District

BASIS = ("法发〔2011〕3号第一条", "公安机关办理刑事案件程序规定第十五条")
TRANSFER = ("公安机关办理刑事案件程序规定第一百七十五条",)
LINKS = {
    "made": "制造地",
    "stored": "储存地",
    "moved": "运输地",
    "sold": "销售地",
    "done": "行为实施地",
    "server": "服务器或者网络接入地",
    "operator": "网站建立者、管理者所在地",
    "uploader": "上传者所在地",
    "harm": "权利人实际遭受损害地",
    "residence": "被控告人住所地",
    "holder": "权利人住所地",
}
QUESTION = "侵权产品在哪里制造、储存、运输或者销售？涉及网络的，服务器、网站经营者或者上传者在哪里？"


def check(file: CaseView) -> Iterator[Finding]:
    strong = [place for place in file.story.places if place.link != "holder"]
    placed = [(place, locate(place.text, file.office.district)) for place in strong]
    yield {"inside": _inside, "outside": _outside, "unclear": _unknown}[_verdict(placed, file.office.district)](file, placed)


def _verdict(placed: list[tuple[Place, Position]], district: District) -> Position:
    """One link inside is enough; all must lie outside.

    The suspect's residence does not outweigh acts of unknown place, nor any place acts that may lie here (成都市).
    """
    positions = [position for _, position in placed]
    if "inside" in positions:
        return "inside"
    if "outside" not in positions:
        return "unclear"
    acts = [(place, position) for place, position in placed if place.link != "residence"]
    unclear = [place for place, position in acts if position == "unclear"]
    may_be_here = any(name in place.text for place in unclear for name in district.city)
    return "unclear" if unclear and (may_be_here or len(unclear) == len(acts)) else "outside"


def _inside(file: CaseView, placed: list[tuple[Place, Position]]) -> Finding:
    inside = [place for place, position in placed if position == "inside"]
    return finding(
        "jurisdiction.inside",
        "info",
        f"下列连接点在{file.office.district.name}：{_named(inside)}。",
        "由办案机关确认管辖。",
        basis=BASIS,
        evidence=[place.evidence for place in inside],
    )


def _outside(file: CaseView, placed: list[tuple[Place, Position]]) -> Finding:
    outside = [place for place, position in placed if position == "outside"]
    return finding(
        "jurisdiction.outside",
        "warning",
        f"所述地点都在{file.office.district.name}之外：{_named(outside)}。",
        "报案仍由公安机关先接受，再移送有管辖权的机关并告知报案人；如有在本辖区的制造、储存、运输、销售等地点，请补充说明。",
        basis=(*BASIS, *TRANSFER),
        evidence=[place.evidence for place in outside],
        questions=[QUESTION],
    )


def _unknown(file: CaseView, placed: list[tuple[Place, Position]]) -> Finding:
    holders = [place for place in file.story.places if place.link == "holder"]
    weak = "权利人自己的住所地只是较弱的连接点。" if holders else ""
    stated = (
        f"写到的地点（{_named([place for place, _ in placed])}）不能确定在哪个辖区。" if placed else "没有写明行为发生的地点。"
    )
    return finding(
        "jurisdiction.unknown",
        "warning",
        f"{stated}{weak}",
        "请补充侵权产品的制造、储存、运输、销售地，或者网站服务器、经营者、上传者所在地，以及权利人实际遭受损害的地点。",
        basis=BASIS,
        evidence=[place.evidence for place in (*(place for place, _ in placed), *holders)],
        questions=[QUESTION],
    )


def _named(places: list[Place]) -> str:
    return "、".join(dict.fromkeys(f"{place.text}（{LINKS[place.link]}）" for place in places))
