"""What a typed query means. Nothing is rewritten in silence: every reading that differs from what was typed is told.

Forms: a plain question; ``"quoted phrases"`` (also “ ” and 「 」), which must occur exactly; ``-word`` to exclude;
AND/OR/NOT and 且/或/非 set off by spaces, with brackets. Citations are recognised before this module is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from statutes.folding import plain, simplify

LONGEST = 500
"""Characters of a query that are used; longer ones are cut, and this is told."""
_OPERATORS = {"and": "and", "且": "and", "or": "or", "或": "or", "not": "not", "非": "not"}
_QUOTES = {'"': '"', "“": "”", "「": "」", "『": "』", "＂": "＂"}
_TERM = re.compile(r"[\u3400-\u9fffa-z0-9]")
_WILDEST = 64


@dataclass(frozen=True, slots=True)
class Term:
    """A run of characters (folded, spaces left out) that must occur exactly."""

    text: str


@dataclass(frozen=True, slots=True)
class Not:
    part: Condition


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    parts: tuple[Condition, ...]


Condition = Term | Not | All | Any


@dataclass(frozen=True, slots=True)
class Query:
    """``text`` is ranked as free text; ``condition``, where there is one, must hold. ``marks`` are highlighted."""

    text: str
    condition: Condition | None = None
    marks: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not _TERM.search(self.text) and self.condition is None


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # term, phrase, and, or, not, open, close
    text: str = ""


def read_query(typed: str) -> Query:
    """Read a query as typed. Any text is allowed; an empty one gives an empty query with a notice."""
    notices: list[str] = []
    text = _clean(typed, notices)
    tokens = _tokens(text, notices)
    if any(token.kind in ("and", "or", "not") for token in tokens):
        query = _boolean(tokens, text, notices)
    else:
        query = _free(tokens, notices)
    if query.empty:
        notices = [*query.notices, "没有可以检索的词：请输入条文引用、词语或者一句问题。"]
        return Query("", None, (), tuple(dict.fromkeys(notices)))
    return query


def _clean(typed: str, notices: list[str]) -> str:
    text = "".join(char if char.isprintable() else " " for char in typed)
    if any(not char.isprintable() and not char.isspace() for char in typed):
        notices.append("查询中的控制字符已略去。")
    if len(text) > LONGEST:
        text = text[:LONGEST]
        notices.append(f"查询过长，只使用了前{LONGEST}个字。")
    if simplify(text) != text:
        notices.append(f"已按简体字检索：{simplify(text).strip()}")
    return text.strip()


def _tokens(text: str, notices: list[str]) -> list[_Token]:
    tokens, position = [], 0
    while position < len(text):
        char = text[position]
        closing = text.find(_QUOTES[char], position + 1) if char in _QUOTES else -1
        if closing > position:
            tokens += [_Token("phrase", _term(text[position + 1 : closing]))]
            position = closing + 1
        elif char in _QUOTES or char.isspace() or char in "()（）":
            if char in _QUOTES:
                notices.append("引号不成对，已按普通文字检索。")
            tokens += [_Token("open" if char in "(（" else "close")] if char in "()（）" else []
            position += 1
        else:
            word = re.match(r'[^\s"“「『＂()（）]+', text[position:])
            found = word.group() if word else char
            tokens.append(_word(found))
            position += len(found)
    return [token for token in tokens if token.text or token.kind not in ("term", "phrase", "exclude")]


def _word(word: str) -> _Token:
    if word.lower() in _OPERATORS and (word in _OPERATORS or word.isupper()):
        return _Token(_OPERATORS[word.lower()], word)
    if word[0] in "-－" and len(word) > 1:
        return _Token("exclude", _term(word[1:]))
    return _Token("term", plain(word))


def _term(text: str) -> str:
    """A phrase as it stands in folded text: spaces count only between Latin words."""
    return re.sub(r"(?<![a-z0-9])\s+|\s+(?![a-z0-9])", "", plain(text))


def _free(tokens: list[_Token], notices: list[str]) -> Query:
    """Words are ranked; quoted phrases must occur and excluded words must not."""
    phrases = [token.text for token in tokens if token.kind == "phrase"]
    excluded = [token.text for token in tokens if token.kind == "exclude" and _TERM.search(token.text)]
    words = [token.text for token in tokens if token.kind in ("term", "phrase")]
    parts: list[Condition] = [Term(phrase) for phrase in phrases if _TERM.search(phrase)]
    parts += [Not(Term(word)) for word in excluded]
    if parts:
        notices.append("检索条件：" + "；".join(_told(part) for part in parts) + "。")
    text = " ".join(words)
    return Query(text, All(tuple(parts)) if parts else None, (*phrases, *_marked(text)), tuple(notices))


def _boolean(tokens: list[_Token], text: str, notices: list[str]) -> Query:
    parser = _Parser(tokens)
    condition = parser.read() if len(tokens) <= _WILDEST else None
    if condition is None or parser.unread:
        plain_text = " ".join(token.text for token in tokens if token.kind in ("term", "phrase"))
        notices.append("运算符或括号不完整，已按普通文字检索。")
        return Query(plain_text, None, tuple(_marked(plain_text)), tuple(notices))
    wanted = tuple(_wanted(condition))
    notices.append(f"检索条件：{_told(condition)}。")
    return Query(" ".join(wanted), condition, wanted, tuple(notices))


class _Parser:
    """or-groups of and-groups of terms, negations and brackets; neighbours without an operator are joined by AND."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens, self._place = tokens, 0

    @property
    def unread(self) -> bool:
        return self._place < len(self._tokens)

    def read(self) -> Condition | None:
        parts = [self._group()]
        while self._take("or"):
            parts.append(self._group())
        if any(part is None for part in parts):
            return None
        kept = tuple(part for part in parts if part is not None)
        return kept[0] if len(kept) == 1 else Any(kept)

    def _group(self) -> Condition | None:
        parts: list[Condition] = []
        while self.unread and self._tokens[self._place].kind not in ("or", "close"):
            if self._take("and") and not parts:
                return None
            part = self._single()
            if part is None:
                return None
            parts.append(part)
        if not parts:
            return None
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _single(self) -> Condition | None:
        if self._take("not"):
            part = self._single()
            return Not(part) if part else None
        if self._take("open"):
            inner = self.read()
            return inner if inner and self._take("close") else None
        if not self.unread:
            return None
        token = self._tokens[self._place]
        if token.kind not in ("term", "phrase", "exclude") or not _TERM.search(token.text):
            return None
        self._place += 1
        return Not(Term(token.text)) if token.kind == "exclude" else Term(token.text)

    def _take(self, kind: str) -> bool:
        if self.unread and self._tokens[self._place].kind == kind:
            self._place += 1
            return True
        return False


def _told(condition: Condition) -> str:
    """The condition in Chinese, as shown to the reader."""
    if isinstance(condition, Term):
        return f"含“{condition.text}”"
    if isinstance(condition, Not):
        return f"不{_told(condition.part)}" if isinstance(condition.part, Term) else f"不（{_told(condition.part)}）"
    joint = "且" if isinstance(condition, All) else "或"
    return joint.join(_told(part) if isinstance(part, Term | Not) else f"（{_told(part)}）" for part in condition.parts)


def _wanted(condition: Condition) -> list[str]:
    """The terms that may occur in a hit: everything not under a NOT."""
    if isinstance(condition, Term):
        return [condition.text]
    if isinstance(condition, Not):
        return []
    return [text for part in condition.parts for text in _wanted(part)]


def _marked(text: str) -> list[str]:
    """The words of free text worth marking: two characters or more, longest first; a lone character marks itself."""
    from statutes.search.analyzer import words

    found = sorted({word for word in words(text) if len(word) > 1}, key=len, reverse=True)
    return found or [char for char in text.strip() if _TERM.match(char)][:1]
