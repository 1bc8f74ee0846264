"""Elements and chains of rights as two short tables of a paper: which documents mention what, and how a right came here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from casefiles.letters.paper import Paper
from casefiles.model import Chain, ElementRow, Link, LinkKind, LinkState, Review

LINK_NAMES: Mapping[LinkKind, str] = MappingProxyType(
    {
        "certificate": "权利证书",
        "renewal": "续展",
        "transfer": "转让、变更",
        "licence": "许可、授权",
        "proof": "权属材料",
        "missing": "缺少的一步",
    }
)
LINK_STATES: Mapping[LinkState, str] = MappingProxyType({"holds": "相接", "broken": "断开", "unclear": "待核对"})
NO_JUDGEMENT = "下表只标出哪些材料提到，不判断要件是否成立。"
MOST = 4  # documents told of one element


def proof_tables(paper: Paper, review: Review) -> None:
    """Adds to ``paper`` what ``review`` knows of the elements and of the rights; nothing where it knows nothing."""
    if review.elements:
        paper.section("构成要件与材料")
        paper.paragraph(NO_JUDGEMENT)
        rows = [(one.name, _papers(one), "、".join(one.wanting) or "—") for one in review.elements]
        paper.table(("要件", "提到的材料", "通常还要有"), rows, widths=(4, 6, 4))
    if review.chains:
        paper.section("权利链条")
        paper.table(("权利", "从权利人到控告人", "状态"), list(map(_chain, review.chains)), widths=(3, 9, 2))


def _papers(row: ElementRow) -> str:
    """The documents with their pages, each once."""
    pages: dict[str, list[int]] = {}
    for passage in row.passages:
        seen = pages.setdefault(passage.evidence.file, [])
        if passage.evidence.page and passage.evidence.page not in seen:
            seen.append(passage.evidence.page)
    told = [f"《{file}》" + (f"第{'、'.join(map(str, seen))}页" if seen else "") for file, seen in pages.items()]
    more = f"等{len(told)}份" if len(told) > MOST else ""
    return "；".join(told[:MOST]) + more or "尚无材料"


def _chain(chain: Chain) -> tuple[str, str, str]:
    return chain.right, "；".join(map(_link, chain.links)), LINK_STATES[chain.state]


def _link(link: Link) -> str:
    way = f"{link.giver} → {link.taker}" if link.giver and link.giver != link.taker else link.taker
    until = f"（至{link.until.isoformat()}）" if link.until else ""
    why = f"（{LINK_STATES[link.state]}：{link.why}）" if link.why else ""
    return f"{LINK_NAMES[link.kind]} {way}{until}{why}"
