"""What a statement rests on, as written in the data files: citations, or our own practice with its grade."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casefiles.model import Basis, Practice

GRADES = ("V2", "V1", "C", "G", "D")


def bases_from(entry: Mapping[str, Any]) -> tuple[Basis, ...]:
    """The bases of one entry: the citations under ``basis``, then the sentence under ``practice``.

    Raises ValueError, in Chinese, where neither stands or the grade is unknown: law and practice are never without a source.
    """
    grade = entry.get("grade", "D")
    if grade not in GRADES:
        raise ValueError(f"依据等级“{grade}”不认识；可用：{'、'.join(GRADES)}。")
    cited = entry.get("basis", [])
    bases: list[Basis] = [cited] if isinstance(cited, str) else list(cited)
    if "practice" in entry:
        bases.append(Practice(entry["practice"], grade))
    if not bases:
        raise ValueError(f"缺少依据（basis 或 practice）：{dict(entry)}。")
    return tuple(bases)
