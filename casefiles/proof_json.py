"""Elements and chains of rights as JSON values and back, for ``casefiles.result`` and ``casefiles.stored``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from casefiles.model import Box, Chain, ElementRow, Evidence, Link
from casefiles.model.proof import Passage

MENTIONED = {True: "有材料提及", False: "尚无材料"}
"""What a row says of its element; never that it is made out."""


def evidence_to_json(evidence: Evidence) -> dict[str, Any]:
    """A place: file, page, quote, box in fractions of the page, pages of the document in the file."""
    box = evidence.box
    return {
        "file": evidence.file,
        "page": evidence.page,
        "quote": evidence.quote,
        "box": [round(edge, 4) for edge in (box.x0, box.y0, box.x1, box.y1)] if box else None,
        "part": evidence.part,
    }


def evidence_from_json(data: Mapping[str, Any]) -> Evidence:
    return Evidence(**{**data, "box": Box(*data["box"]) if data["box"] else None})


def element_to_json(row: ElementRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "basis": row.basis,
        "status": "mentioned" if row.is_mentioned else "not_mentioned",
        "status_name": MENTIONED[row.is_mentioned],
        "passages": [{"column": one.column, "kind": one.kind, **evidence_to_json(one.evidence)} for one in row.passages],
        "wanting": list(row.wanting),
    }


def elements_from_json(rows: Iterable[Mapping[str, Any]]) -> tuple[ElementRow, ...]:
    return tuple(
        ElementRow(row["name"], row["basis"], tuple(map(_passage, row["passages"])), tuple(row["wanting"])) for row in rows
    )


def _passage(data: Mapping[str, Any]) -> Passage:
    place = {name: value for name, value in data.items() if name not in ("column", "kind")}
    return Passage(data["column"], data["kind"], evidence_from_json(place))


def chain_to_json(chain: Chain) -> dict[str, Any]:
    return {"right": chain.right, "kind": chain.kind, "state": chain.state, "links": [_link(one) for one in chain.links]}


def _link(link: Link) -> dict[str, Any]:
    return {
        "kind": link.kind,
        "giver": link.giver,
        "taker": link.taker,
        "state": link.state,
        "why": link.why,
        "until": link.until.isoformat() if link.until else None,
        "evidence": evidence_to_json(link.evidence) if link.evidence else None,
    }


def chains_from_json(chains: Iterable[Mapping[str, Any]]) -> tuple[Chain, ...]:
    return tuple(Chain(one["right"], one["kind"], tuple(map(_read_link, one["links"]))) for one in chains)


def _read_link(data: Mapping[str, Any]) -> Link:
    until = date.fromisoformat(data["until"]) if data["until"] else None
    evidence = evidence_from_json(data["evidence"]) if data["evidence"] else None
    return Link(**{**data, "until": until, "evidence": evidence})
