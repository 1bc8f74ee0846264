"""What a kind of document declares about itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from casefiles.kinds.engine.layout import Sheet

Read = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Shape:
    """How a value looks.

    ``read`` turns printed text that begins with the value into the value of the contract, or None.
    ``strict`` says whether a value is beyond doubt, so that it may stand without colon or space after its label.
    ``wants_more`` says whether a printed text is cut short and should go on with the next row (text, next row).
    """

    read: Read
    strict: Callable[[str], bool] = lambda value: False
    wants_more: Callable[[str, str], bool] = lambda text, following: False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value found at a row of the sheet (its index), with a confidence of 0–1."""

    value: str
    row: int
    confidence: float


class Way(Protocol):
    """One way to find a field: yields candidates, best first."""

    def find(self, sheet: Sheet, shape: Shape, other_labels: Iterable[str]) -> Iterable[Candidate]: ...


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a kind: its name in the contract, its Chinese name, its shape, and the ways to find it, best first.

    ``many`` joins all values of the first way that finds any with 、; a way may say so of itself.
    """

    name: str
    zh: str
    shape: Shape
    ways: tuple[Way, ...]
    many: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document.

    ``place`` is its place in the contract's list. ``titles`` are patterns (full match, spaces removed) of the line that
    names the document, with their weights; ``subjects`` patterns of what such a line is about, whatever word of a title it
    then ends with (``titles.ENDING``); ``cues`` patterns anywhere in it, with theirs (negative: speaks against);
    ``file_names`` patterns of file names, weak evidence.
    ``labels`` are the other labels printed on such documents: they end a value.
    ``told_apart_by`` is the field by whose values papers of the kind within one file are told apart (empty: they are not).
    What ``is_annexed`` stays, in a file that it begins, with a paper that ``bears_annexes``.
    """

    code: str
    zh: str
    place: int
    titles: Mapping[str, float] = field(default_factory=dict)
    subjects: Mapping[str, float] = field(default_factory=dict)
    cues: Mapping[str, float] = field(default_factory=dict)
    file_names: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    labels: tuple[str, ...] = ()
    told_apart_by: str = ""
    bears_annexes: bool = False
    is_annexed: bool = False
