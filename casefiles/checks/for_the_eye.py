"""What no program should guess: the questions an officer and the applicant look at themselves (``casefiles/questions.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding

QUESTIONS = Path(__file__).parent.parent / "questions.toml"


def check(file: CaseView) -> Iterator[Finding]:
    if file.offence is None:
        return
    code, of_right = file.offence.code, _questions()[file.offence.right]
    asked = [one for one in of_right if code in one.get("offences", [code])]
    yield finding(
        "review.questions",
        "info",
        f"有{len(asked)}项须由人核对，系统不作判断。",
        "请在控告书中说明，或者在受案时向民警说明。",
        basis=dict.fromkeys(one["basis"] for one in asked),
        questions=[one["question"] for one in asked],
    )


@cache
def _questions() -> Mapping[str, Any]:
    return tomllib.loads(QUESTIONS.read_text(encoding="utf-8"))
