"""What an account has kept of the law. Nobody else sees it, whatever their role."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from ipdesk.access import VISITOR, Actor
from ipdesk.database import db
from ipdesk.library import the_library
from ipdesk.refusals import NotFound
from ipdesk.tables import Favourite, SavedSearch
from statutes.model import Article, Precedent

PRECEDENT = "precedent/"


@dataclass(frozen=True, slots=True)
class Kept:
    """A favourite with what it leads to; both are None where the library no longer holds it."""

    row: Favourite
    article: Article | None = None
    precedent: Precedent | None = None


def favourites(actor: Actor) -> list[Kept]:
    """The actor's favourites, the newest first."""
    asked = select(Favourite).filter_by(account_id=actor.id).order_by(Favourite.made_at.desc(), Favourite.id)
    return [Kept(row, *held(row.key)) for row in db.session.execute(asked).scalars()]


def favourite(actor: Actor, key: str) -> Favourite | None:
    """The actor's favourite of that link key, if it is one."""
    if actor is VISITOR:
        return None
    return db.session.execute(select(Favourite).filter_by(account_id=actor.id, key=key)).scalar_one_or_none()


def saved_searches(actor: Actor) -> list[SavedSearch]:
    """The actor's saved searches, the newest first."""
    asked = select(SavedSearch).filter_by(account_id=actor.id).order_by(SavedSearch.made_at.desc(), SavedSearch.id)
    return list(db.session.execute(asked).scalars())


def count_of(actor: Actor, table: type[Favourite] | type[SavedSearch]) -> int:
    """How many of either the actor keeps."""
    return db.session.execute(select(func.count()).select_from(table).filter_by(account_id=actor.id)).scalar_one()


def held(key: str) -> tuple[Article | None, Precedent | None]:
    """The article or the precedent of a link key, or neither."""
    library = the_library()
    if key.startswith(PRECEDENT):
        return None, library.precedent(key.removeprefix(PRECEDENT))
    parts = key.split("/", 2)
    return (library.article_of_version(parts[0], parts[1], parts[2]) if len(parts) == 3 else None), None


def title_of(key: str) -> str:
    """How the article or precedent is called. Raises NotFound for a key the library does not hold."""
    article, precedent = held(key)
    if article:
        return f"《{article.title}》{article.label}"
    if precedent:
        return precedent.title
    raise NotFound("法规库里没有这一条。", "请从检索页重新打开，再收藏或者导出。")
