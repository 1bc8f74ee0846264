"""The field words of the search box: ``标题:狐狸``, ``案号:"（2011）锡知刑终字第0001号"``, ``article:213``.

A colon of either width may follow; the value is one word or a quoted phrase. A name that is known exactly (a short name,
a document number) is that one alone; any other text must occur in the name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from statutes.citing import parse_number_text
from statutes.folding import plain
from statutes.numerals import parse_number
from statutes.search.conditions import Condition, Field, Term

TEXT = "text"


@dataclass(frozen=True, slots=True)
class FieldWord:
    """One field: how it is told, the words it is typed with, and the columns it asks (none: the text itself)."""

    label: str
    words: tuple[str, ...]
    columns: tuple[str, ...] = ()
    exact: bool = False


FIELD_WORDS = (
    FieldWord("标题", ("标题", "题名", "title"), ("instrument", "precedent")),
    FieldWord("法规", ("法规", "法律", "文件", "文号", "law", "instrument"), ("instrument",)),
    FieldWord("条号", ("条号", "article"), ("number",), exact=True),
    FieldWord("发布机关", ("发布机关", "制定机关", "机关", "issuer"), ("issuer",)),
    FieldWord("效力级别", ("效力级别", "效力层级", "级别", "层级", "level"), ("level", "authority")),
    FieldWord("案号", ("案号", "case"), ("case",)),
    FieldWord("法院", ("法院", "court"), ("court",)),
    FieldWord("罪名", ("罪名", "案由", "offence", "offense"), ("offence",)),
    FieldWord("年份", ("年份", "year"), ("year",), exact=True),
    FieldWord("正文", ("正文", "全文", TEXT)),
)
_BY_WORD: Mapping[str, FieldWord] = {word: field for field in FIELD_WORDS for word in field.words}
FIELD = re.compile(rf"(?P<word>{'|'.join(sorted(_BY_WORD, key=len, reverse=True))}):", re.IGNORECASE)
"""A field word with its colon, in folded text."""
LIKE_FIELD = re.compile(r"(?P<word>[\u4e00-\u9fff]{2,5}):(?=[^\s:/])")
"""What looks like a field word but is none."""
NO_FIELD = f"不是字段词，已按普通文字检索；可用的字段词有{'、'.join(field.label for field in FIELD_WORDS)}。"


def _year(value: str) -> str:
    """``2025年`` and ``二〇二五`` as 2025; other text stays as it is, and finds nothing."""
    try:
        return str(parse_number(value.removesuffix("年")))
    except ValueError:
        return value


def field_condition(word: str, value: str) -> Condition:
    """What ``word:value`` asks for; ``value`` is folded and not empty."""
    field = _BY_WORD[word.lower()]
    if not field.columns:
        return Term(value)
    if field.label == "条号":
        value = parse_number_text(value)
    elif field.exact:
        value = _year(value)
    elif field.label == "案号":
        value = value.removeprefix("第")
    return Field(field.label, field.columns, plain(value), field.exact)
