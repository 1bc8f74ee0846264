"""How the law's pages name things, where they live, and what an address asks of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from ipdesk import clock
from ipdesk.queries.precedents import place_name
from ipdesk.refusals import Invalid
from statutes.casebook import AUTHORITIES, OUTCOMES
from statutes.model import LEVEL_NAMES, Article, InForce
from statutes.quoting import full_citation, short_citation, version_words

TODAY_NAMES = {
    "in_force": _l("现行有效"),
    "not_yet": _l("尚未施行"),
    "ended": _l("已失效"),
    "unknown": _l("效力未核"),
}
THAT_DAY_NAMES = {
    "in_force": _l("当日有效"),
    "not_yet": _l("当日尚未施行"),
    "ended": _l("当日已失效"),
    "unknown": _l("效力未核"),
}
STATE_TONES = {"in_force": "ok", "not_yet": "warning", "ended": "danger", "unknown": "neutral"}


def state_name(state: InForce, day: date) -> str:
    """The state in words: 现行有效 is said of today alone."""
    return str((TODAY_NAMES if day == clock.today() else THAT_DAY_NAMES)[state])


def article_url(article: Article, *, exact: bool = False, anchor: str = "", **more: Any) -> str:
    """The stable address of an article; ``exact`` names the version too, so that it stays the same wording for ever."""
    return url_for(
        "law.article",
        code=article.code,
        number=article.number,
        version=article.version.key if exact else None,
        _anchor=anchor or None,
        **{name: value or None for name, value in more.items()},
    )


def citations_of(article: Article, part: str = "") -> list[tuple[str, str]]:
    """The usual forms of citing the article, each with its version, as (what it is called, the words to paste)."""
    version = version_words(article)
    told = f"（{version}）" if version else ""
    return [(_("复制引用"), full_citation(article, part) + told), (_("复制简称"), short_citation(article) + told)]


def day_asked() -> date:
    """The day of ``as_of`` in the address, today without one. Raises Invalid for what is no day."""
    text = request.args.get("as_of", "").strip()
    try:
        return date.fromisoformat(text) if text and text != "all" else clock.today()
    except ValueError as why:
        told = _("“%(text)s”不是一个日期。", text=text[:30])
        raise Invalid(told, _("请写成 2026-11-22 的样子，或者留空查今天的法。"), fields={"as_of": told}) from why


def wanted_day() -> str:
    """The day as the address has it, empty for today, so that links can carry it on."""
    text = request.args.get("as_of", "")
    return "" if text == "all" else text


def for_templates() -> dict[str, object]:
    """What every template of the library uses."""
    return {
        "article_url": article_url,
        "citations_of": citations_of,
        "state_name": state_name,
        "state_tones": STATE_TONES,
        "level_names": LEVEL_NAMES,
        "authority_names": AUTHORITIES,
        "outcome_names": OUTCOMES,
        "place_name": place_name,
        "wanted_day": wanted_day(),
    }
