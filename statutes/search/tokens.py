"""A typed query cut into words, quoted phrases, field words, operators and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from statutes.folding import plain
from statutes.search.fieldwords import FIELD, LIKE_FIELD, NO_FIELD

TokenKind = Literal["term", "phrase", "field", "and", "or", "not", "open", "close"]
_OPERATORS: dict[str, TokenKind] = {"AND": "and", "且": "and", "OR": "or", "或": "or", "NOT": "not", "非": "not"}
_QUOTES = {'"': '"', "“": "”", "「": "」", "『": "』", "＂": "＂", "〝": "〞", "‘": "’"}
_BRACKETS: dict[str, TokenKind] = {"(": "open", "（": "open", ")": "close", "）": "close"}
_WORD = re.compile(r'[^\s"“「『＂〝‘()（）]+')
_FIELD_VALUE = re.compile(r'[^\s"“「『＂〝‘]+')
_EXCLUDES = re.compile(r"[-－]+(?![\s()（）]|$)")
_MEANT = re.compile(r"[\u3400-\u9fffa-z0-9]")


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a query. ``text`` is folded; ``word`` is the field word; ``excluded`` where a - stood before it."""

    kind: TokenKind
    text: str = ""
    word: str = ""
    excluded: bool = False
    span: tuple[int, int] = (0, 0)

    @property
    def says(self) -> bool:
        """Whether it holds anything that can be searched."""
        return bool(_MEANT.search(self.text))


def tokens(text: str, notices: list[str]) -> list[Token]:
    """The tokens of ``text`` in order; what cannot be read as typed is told in ``notices``."""
    return list(_read(text, notices))


def _read(text: str, notices: list[str]) -> Iterator[Token]:
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        token = _token(text, place, notices)
        if token.text or token.kind in ("open", "close"):
            yield token
        place = max(token.span[1], place + 1)


def _token(text: str, place: int, notices: list[str]) -> Token:
    char = text[place]
    if char in _BRACKETS:
        return Token(_BRACKETS[char], span=(place, place + 1))
    dashes = _EXCLUDES.match(text, place)
    if dashes:
        inner = _content(text, dashes.end(), notices)
        return Token(inner.kind, inner.text, inner.word, True, (place, inner.span[1]))
    word = _WORD.match(text, place)
    operator = _OPERATORS.get(word.group().translate(_HALF)) if word else None
    if word and operator:
        return Token(operator, word.group(), span=word.span())
    return _content(text, place, notices)


def _content(text: str, place: int, notices: list[str]) -> Token:
    """A field word with its value, a phrase, or a word."""
    field = FIELD.match(plain(text), place)
    if field:
        value = _phrase(text, field.end()) or _field_value(text, field.end())
        if value is not None and _MEANT.search(value.text):
            return Token("field", value.text, field["word"], span=(place, value.span[1]))
        notices.append(f"字段词“{field['word']}:”后面没有内容，已按普通文字检索。")
    elif unknown := LIKE_FIELD.match(plain(text), place):
        notices.append(f"“{unknown['word']}:”{NO_FIELD}")
    phrase = _phrase(text, place)
    if phrase is not None:
        return phrase
    word = _WORD.match(text, place)
    if word is None:
        if text[place] in _QUOTES:
            notices.append("引号不成对，已按普通文字检索。")
        return Token("term", span=(place, place + 1))
    return Token("term", plain(word.group()), span=word.span())


def _phrase(text: str, place: int) -> Token | None:
    closing = text.find(_QUOTES[text[place]], place + 1) if text[place : place + 1] in _QUOTES else -1
    return Token("phrase", joined(text[place + 1 : closing]), span=(place, closing + 1)) if closing > 0 else None


def _field_value(text: str, place: int) -> Token | None:
    """One word, with the brackets that belong to it: 案号:（2011）锡知刑终字第0001号."""
    word = _FIELD_VALUE.match(text, place)
    if word is None:
        return None
    value = word.group()
    while value and value[-1] in ")）" and _open(value) < 0:
        value = value[:-1]
    return Token("term", joined(value), span=(place, place + len(value)))


def _open(value: str) -> int:
    return sum(value.count(char) for char in "(（") - sum(value.count(char) for char in ")）")


def joined(text: str) -> str:
    """A phrase as it stands in folded text: spaces count only between Latin words."""
    return re.sub(r"(?<![a-z0-9])\s+|\s+(?![a-z0-9])", "", plain(text))


_HALF = {code + 0xFEE0: code for code in range(0x41, 0x5B)}
