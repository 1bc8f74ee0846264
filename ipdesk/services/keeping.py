"""Keeping favourites and searches: rows of one's own. They touch no case, so nothing of them is audited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from ipdesk.access import Actor
from ipdesk.database import transaction
from ipdesk.queries.keeping import count_of, favourite, title_of
from ipdesk.refusals import Invalid, NotFound, TooMuch
from ipdesk.tables import Favourite, SavedSearch
from ipdesk.typed import clean_text

MOST_FAVOURITES = 500
MOST_SEARCHES = 100
NOTE_LENGTH = 1000
NAME_LENGTH = 100

Row = TypeVar("Row", Favourite, SavedSearch)


def keep(actor: Actor, key: str, note: str = "") -> None:
    """Make the article or precedent of ``key`` a favourite, or give the favourite it is another note.

    Raises NotFound for a key the library does not hold, Invalid for a note too long, TooMuch beyond ``MOST_FAVOURITES``.
    """
    title, note = title_of(key), _note(note)
    with transaction() as session:
        known = favourite(actor, key)
        if known:
            known.note = note
            return
        if count_of(actor, Favourite) >= MOST_FAVOURITES:
            raise TooMuch(f"一个账号最多收藏 {MOST_FAVOURITES} 条。", "请先在“我的收藏”里删去不再需要的。")
        session.add(Favourite(account_id=actor.id, key=key, title=title, note=note))


def write_note(actor: Actor, favourite_id: str, note: str) -> None:
    """Another note on one of the actor's own favourites. Raises NotFound for another account's."""
    note = _note(note)
    with transaction() as session:
        _own(actor, session.get(Favourite, favourite_id)).note = note


def let_go(actor: Actor, favourite_id: str) -> None:
    """Remove one of the actor's own favourites. Raises NotFound for another account's."""
    with transaction() as session:
        session.delete(_own(actor, session.get(Favourite, favourite_id)))


def save_search(actor: Actor, name: str, query: Mapping[str, Any]) -> None:
    """Keep a search under ``name``; the same name again replaces it.

    Raises Invalid for a search of nothing or without a name, TooMuch beyond ``MOST_SEARCHES``.
    """
    name = " ".join(clean_text(name).split())[:NAME_LENGTH]
    if not query or not name:
        raise Invalid("检索没有保存。", "请先检索，并给这次检索起个名称。", fields={"name": "请写名称。"})
    with transaction() as session:
        known = session.query(SavedSearch).filter_by(account_id=actor.id, name=name).first()
        if known:
            known.query = dict(query)
            return
        if count_of(actor, SavedSearch) >= MOST_SEARCHES:
            raise TooMuch(f"一个账号最多保存 {MOST_SEARCHES} 个检索。", "请先在“我的收藏”里删去不再需要的。")
        session.add(SavedSearch(account_id=actor.id, name=name, query=dict(query)))


def forget_search(actor: Actor, saved_id: str) -> None:
    """Remove one of the actor's own saved searches. Raises NotFound for another account's."""
    with transaction() as session:
        session.delete(_own(actor, session.get(SavedSearch, saved_id)))


def _own(actor: Actor, row: Row | None) -> Row:
    if row is None or row.account_id != actor.id:
        raise NotFound("没有找到这一条。", "可能已经删去，请刷新“我的收藏”。")
    return row


def _note(text: str) -> str:
    note = clean_text(text)
    if len(note) > NOTE_LENGTH:
        told = f"备注最多 {NOTE_LENGTH} 字，现在有 {len(note)} 字。"
        raise Invalid(told, "请缩短后再保存。", fields={"note": told})
    return note
