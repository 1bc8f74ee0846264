"""How the law's pages name things and where they live."""

from __future__ import annotations

from flask import url_for
from flask_babel import lazy_gettext as _l

from statutes.model import Article

STATE_NAMES = {
    "in_force": _l("现行有效"),
    "not_yet": _l("尚未施行"),
    "ended": _l("已失效"),
    "unknown": _l("效力未核"),
}
STATE_TONES = {"in_force": "ok", "not_yet": "warning", "ended": "danger", "unknown": "neutral"}


def article_url(article: Article, *, as_of: str | None = None, cited: str | None = None, exact: bool = False) -> str:
    """The stable address of an article; ``exact`` names the version too, so that it stays the same wording for ever."""
    return url_for(
        "law.article",
        code=article.code,
        number=article.number,
        version=article.version.key if exact else None,
        as_of=as_of or None,
        cited=cited or None,
    )
