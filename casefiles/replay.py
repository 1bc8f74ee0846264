"""A kept review made again from what it rested on, and whether it comes out the same, byte for byte."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from casefiles.grounds import Read, dossier_of_grounds
from casefiles.offences import rules_digest
from casefiles.offices import Office
from casefiles.prereview import review
from casefiles.result import dumps

Outcome = Literal["same", "different", "other_rules", "incomplete"]

WORDS: Mapping[Outcome, str] = {
    "same": "逐字节一致。",
    "different": "规则没有变，结果却不一致：存储的内容或者程序被改动过。",
    "other_rules": "这份结果按另一版规则作出，本程序的规则已经不同，不能逐字节重放；请用当时的版本核对。",
    "incomplete": "没有留存作出结果时的材料内容，不能重放（早期版本作出的结果）。",
}


@dataclass(frozen=True, slots=True)
class Replayed:
    """How a replay came out; ``first`` is the first line that differs, kept and made anew."""

    outcome: Outcome
    first: tuple[str, str] | None = None

    @property
    def in_words(self) -> str:
        """The outcome as a sentence, with the first difference."""
        return WORDS[self.outcome] + (f"原：{self.first[0].strip()}；现：{self.first[1].strip()}" if self.first else "")


def replay(result: Mapping[str, Any], grounds: Mapping[str, Any] | None, office: Office, read: Read) -> Replayed:
    """Makes the review anew and holds it against ``result`` (as stored). Never says "same" where the rules are others."""
    if result.get("rules_digest") != rules_digest():
        return Replayed("other_rules")
    if not grounds:
        return Replayed("incomplete")
    try:
        dossier = dossier_of_grounds(grounds, read)
    except KeyError:
        return Replayed("incomplete")
    kept = json.dumps(result, ensure_ascii=False, indent=2) + "\n"
    made = dumps(review(dossier, office=office))
    return Replayed("same") if made == kept else Replayed("different", _first_difference(kept, made))


def _first_difference(kept: str, made: str) -> tuple[str, str]:
    pairs = zip([*kept.splitlines(), ""], [*made.splitlines(), ""], strict=False)
    return next(((one, other) for one, other in pairs if one != other), ("", ""))
