"""Statements that stand for a document: what the holder declares inside another paper it signed (``statements.toml``)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from casefiles.model import Evidence, Material
from casefiles.stories.passages import read_passage, sentences

FILE = Path(__file__).with_name("statements.toml")


@dataclass(frozen=True, slots=True)
class Statement:
    """``patterns`` recognise it in one sentence of a document of one of ``kinds``; in one of ``alleged`` it is but alleged."""

    kinds: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    alleged: tuple[str, ...] = ()

    def is_made_in(self, material: Material) -> bool:
        """Whether ``material`` makes the statement."""
        return material.kind in self.kinds and self._said(material) is not None

    def alleged_in(self, material: Material) -> Evidence | None:
        """Where ``material`` alleges it, in a paper in which it does not stand for the document itself."""
        return self._said(material) if material.kind in self.alleged else None

    def _said(self, material: Material) -> Evidence | None:
        passage = read_passage(material)
        for start, sentence in sentences(passage.text):
            for pattern in self.patterns:
                if found := pattern.search(sentence):
                    return passage.evidence(start + found.start(), start + found.end())
        return None


@cache
def load_statements() -> dict[str, Statement]:
    """Raises KeyError, re.error or tomllib.TOMLDecodeError where the file is damaged: it is part of the program."""
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        name: Statement(tuple(row["kinds"]), tuple(map(re.compile, row["patterns"])), tuple(row.get("alleged", ())))
        for name, row in raw.items()
    }
