"""What must hold of a hit: terms, field words and citations joined by and, or, not. Values, and how they are told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A run of characters (folded, spaces left out) that must occur exactly."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field word: one of ``columns`` must hold ``text``; ``label`` is the Chinese field word."""

    label: str
    columns: tuple[str, ...]
    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation used as a condition: the article itself (``keys``), what applied it (``code/number`` in ``articles``),
    or what writes it out (``written``)."""

    text: str
    keys: tuple[str, ...]
    articles: tuple[str, ...]
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Condition


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    parts: tuple[Condition, ...]


Condition = Term | Field | Cited | Not | All | Any


def told(condition: Condition) -> str:
    """The condition in Chinese, as shown to the reader."""
    match condition:
        case Term(text):
            return f"含“{text}”"
        case Field(label, _, text):
            return f"{label}为“{text}”"
        case Cited(text):
            return f"引用“{text}”"
        case Not(part):
            return f"不{told(part)}" if not isinstance(part, All | Any) else f"不（{told(part)}）"
    joint = "且" if isinstance(condition, All) else "或"
    return joint.join(f"（{told(part)}）" if isinstance(part, All | Any) else told(part) for part in condition.parts)


def leaves(condition: Condition) -> Iterator[Term | Field | Cited]:
    """What a hit may hold: everything not under a NOT."""
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield from leaves(part)
        case Term() | Field() | Cited():
            yield condition


def wanted(condition: Condition) -> Iterator[str]:
    """The words that may occur in a hit."""
    for leaf in leaves(condition):
        match leaf:
            case Term(text):
                yield text
            case Cited(_, _, _, written):
                yield from written
