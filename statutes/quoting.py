"""An article as it is cited in a paper: in full, or short with Arabic numbers; and the version it is cited from."""

from __future__ import annotations

import re

from statutes.model import Article, article_label
from statutes.naming import plain_title

_HEADING = re.compile(r"\s+(?=第[〇零一二三四五六七八九十百]+(?:编|分编|章|节))")


def full_citation(article: Article, part: str = "") -> str:
    """``《中华人民共和国刑法》第二百一十三条``; an interpretation or rule carries its number. ``part`` is 第一款第（二）项."""
    document = f"（{article.instrument.document_number}）" if article.instrument.document_number else ""
    return f"《{article.title}》{document}{article.label}{part}"


def short_citation(article: Article) -> str:
    """``刑法第213条``, ``法释〔2025〕5号第3条``; what is not divided into articles keeps its heading."""
    instrument = article.instrument
    name = instrument.document_number or plain_title(instrument.title)
    base, _, _branch = article.number.partition("-")
    if article.label == article.number:
        return name + article.number
    return f"{name}第{base}条" + article.label.removeprefix(article_label(base))


def version_words(article: Article) -> str:
    """Which wording is cited: ``2020修正，自2021-03-01起施行``; empty where neither label nor day is known."""
    begins = f"自{article.starts_on.isoformat()}起施行" if article.starts_on else ""
    return "，".join(filter(None, (article.version_label, begins)))


def headings(chapter: str) -> tuple[str, ...]:
    """The place of an article in its code, from the outside in: 第三章 破坏社会主义市场经济秩序罪, 第七节 侵犯知识产权罪."""
    return tuple(one for one in _HEADING.split(chapter.strip()) if one)
