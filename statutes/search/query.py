"""What a typed query means. Nothing is rewritten in silence: every reading that differs from what was typed is told.

Forms: a plain question; ``"quoted phrases"`` (also “ ” and 「 」), which must occur exactly; ``-word`` to exclude;
AND/OR/NOT and 且/或/非 set off by spaces, with brackets; field words (``statutes.search.fieldwords``).
Citations are recognised by ``statutes.search.asking``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from statutes.folding import plain, simplify
from statutes.search.conditions import All, Any, Cited, Condition, Not, Term, told, wanted
from statutes.search.fieldwords import field_condition
from statutes.search.tokens import Token, tokens
from statutes.search.variants import either, variants
from statutes.search.wording import legal_terms

LONGEST = 500
"""Characters of a query that are used; longer ones are cut, and this is told."""
_TERM = re.compile(r"[\u3400-\u9fffa-z0-9]")
_WIDE = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_WILDEST = 64
NOTHING = "没有可以检索的词：请输入条文引用、词语或者一句问题。"


@dataclass(frozen=True, slots=True)
class Query:
    """``text`` is ranked as free text; ``condition``, where there is one, must hold. ``marks`` are highlighted.

    ``bare`` is the query as typed with everything that is no plain word blanked out, each character in its place:
    where citations may be looked for. ``legal`` are the terms of the law for everyday words of the text, ranked at a
    fraction. ``boolean`` says that operators were read; ``needed``, that words stand beside conditions: a hit must hold
    one of them too. ``instruments`` are the codes of those named among the words.
    """

    text: str
    condition: Condition | None = None
    marks: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    bare: str = ""
    legal: str = ""
    boolean: bool = False
    needed: bool = False
    instruments: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not _TERM.search(self.text) and self.condition is None


Cite = Callable[[str], Cited | None]
"""What a word means as a citation, or None where it is none."""


def read_query(typed: str, cite: Cite = lambda word: None) -> Query:
    """Read a query as typed. Any text is allowed; an empty one gives an empty query with a notice.

    Where a word is a condition, ``cite`` is asked first whether it is a citation.
    """
    notices: list[str] = []
    text = _clean(typed, notices)
    found = tokens(text, notices)
    boolean = any(token.kind in ("and", "or", "not") for token in found)
    query = _boolean(found, text, notices, cite) if boolean else _free(found, text, notices, cite)
    if query.empty:
        return Query("", notices=tuple(dict.fromkeys([*query.notices, NOTHING])))
    return query


def read_further(typed: str, cite: Cite = lambda word: None) -> Query:
    """Read a query typed into the results of another: each of its words must occur."""
    query = read_query(typed, cite)
    if query.boolean or query.empty:
        return query
    parts = [*(query.condition.parts if isinstance(query.condition, All) else ()), *_each_word(query.bare, cite)]
    if not parts:
        return query
    condition = All(tuple(dict.fromkeys(parts)))
    notices = [notice for notice in query.notices if not notice.startswith("检索条件")]
    return replace(query, condition=condition, notices=(*notices, f"结果中检索：{told(condition)}。"))


def every_word(query: Query) -> Condition | None:
    """That a text holds all the plain words typed; None where that asks nothing."""
    parts = tuple(dict.fromkeys(_each_word(query.bare, lambda word: None)))
    return All(parts) if parts else None


def _each_word(bare: str, cite: Cite) -> Iterator[Condition]:
    """A citation, a number or a run of text as the words it is cut into, those inside longer ones left out."""
    for run in plain(bare).replace("。", " ").split():
        cited = cite(run)
        if cited or variants(run):
            yield cited or either(run)
            continue
        found = marked(run)
        yield from (Term(word) for word in found if not any(word != other and word in other for other in found))


def _clean(typed: str, notices: list[str]) -> str:
    text = "".join(char if char.isprintable() else " " for char in typed)
    if any(not char.isprintable() and not char.isspace() for char in typed):
        notices.append("查询中的控制字符已略去。")
    if len(text) > LONGEST:
        text = text[:LONGEST]
        notices.append(f"查询过长，只使用了前{LONGEST}个字。")
    if simplify(text) != text:
        notices.append(f"已按简体字检索：{simplify(text).strip()}")
    if _WIDE.search(text):
        notices.append("全角字母和数字已按半角检索。")
    return text


def _free(found: list[Token], text: str, notices: list[str], cite: Cite) -> Query:
    """Words are ranked; phrases and field words must hold, excluded ones must not."""
    words = [token for token in found if token.kind in ("term", "phrase") and not token.excluded]
    parts = [_condition(token, cite) for token in found if token.says and (token.kind != "term" or token.excluded)]
    also = [other for token in words if token.kind == "term" for other in variants(token.text)]
    notices += [one.told for one in also]
    if parts:
        notices.append("检索条件：" + "；".join(told(part) for part in parts) + "。")
    ranked = " ".join([*(token.text for token in words), *(one.other for one in also)])
    marks = (*(token.text for token in words if token.kind == "phrase"), *marked(ranked))
    bare = _blanked(text, [token for token in found if token.kind != "term" or token.excluded])
    legal = {} if parts else legal_terms(ranked)
    if legal:
        notices.append(
            "同时按法律用语检索：" + "；".join(f"{word}（{'、'.join(terms.split())}）" for word, terms in legal.items()) + "。"
        )
    marks += tuple(term for terms in legal.values() for term in terms.split())
    condition = All(tuple(parts)) if parts else None
    needed = condition is not None and any(token.kind == "term" and token.says for token in words)
    return Query(ranked, condition, marks, tuple(notices), bare, " ".join(legal.values()), needed=needed)


def _condition(token: Token, cite: Cite) -> Condition:
    part: Condition = Term(token.text)
    if token.kind == "field":
        part = field_condition(token.word, token.text)
    elif token.kind == "term":
        part = cite(token.text) or either(token.text)
    return Not(part) if token.excluded else part


def _blanked(text: str, tokens: list[Token]) -> str:
    for token in tokens:
        if token.kind not in ("open", "close"):
            start, end = token.span
            text = text[:start] + "。" * (end - start) + text[end:]
    return text


def _boolean(found: list[Token], text: str, notices: list[str], cite: Cite) -> Query:
    parser = _Parser(found, cite)
    condition = parser.read() if len(found) <= _WILDEST else None
    if condition is None or parser.unread:
        notices.append("运算符或括号不完整，已按普通文字检索。")
        operands = [token for token in found if token.kind in ("term", "phrase", "field")]
        plain_text = " ".join(token.text for token in operands)
        return Query(plain_text, None, tuple(marked(plain_text)), tuple(notices), bare=_blanked(text, []))
    notices.append(f"检索条件：{told(condition)}。")
    asked = tuple(dict.fromkeys(wanted(condition)))
    return Query(" ".join(asked), condition, asked, tuple(notices), boolean=True)


class _Parser:
    """or-groups of and-groups of operands, negations and brackets; neighbours without an operator are joined by AND."""

    def __init__(self, found: list[Token], cite: Cite) -> None:
        self._tokens, self._place, self._cite = found, 0, cite

    @property
    def unread(self) -> bool:
        return self._place < len(self._tokens)

    def read(self) -> Condition | None:
        parts = [self._group()]
        while self._take("or"):
            parts.append(self._group())
        kept = tuple(part for part in parts if part is not None)
        if len(kept) < len(parts):
            return None
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
        if token.kind not in ("term", "phrase", "field") or not token.says:
            return None
        self._place += 1
        return _condition(token, self._cite)

    def _take(self, kind: str) -> bool:
        if self.unread and self._tokens[self._place].kind == kind:
            self._place += 1
            return True
        return False


def marked(text: str) -> list[str]:
    """The words of free text worth marking: two characters or more, longest first; a lone character marks itself."""
    from statutes.search.analyzer import words

    found = sorted({word for word in words(text) if len(word) > 1}, key=len, reverse=True)
    return found or [char for char in text.strip() if _TERM.match(char)][:1]
