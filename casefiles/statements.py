"""Statements that stand for a document: what the holder declares inside another paper it signed (``statements.toml``)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from casefiles.model import Material
from casefiles.stories.passages import read_passage, sentences

FILE = Path(__file__).with_name("statements.toml")


@dataclass(frozen=True, slots=True)
class Statement:
    """``patterns`` recognise it within one sentence of a document of one of ``kinds``."""

    kinds: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]

    def is_made_in(self, material: Material) -> bool:
        """Whether ``material`` makes the statement."""
        if material.kind not in self.kinds:
            return False
        said = [sentence for _, sentence in sentences(read_passage(material).text)]
        return any(pattern.search(sentence) for sentence in said for pattern in self.patterns)


@cache
def load_statements() -> dict[str, Statement]:
    """Raises KeyError, re.error or tomllib.TOMLDecodeError where the file is damaged: it is part of the program."""
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {name: Statement(tuple(row["kinds"]), tuple(map(re.compile, row["patterns"]))) for name, row in raw.items()}
