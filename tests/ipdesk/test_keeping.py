"""Favourites and saved searches: one's own, with limits, and nobody else's business."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from ipdesk.access import Actor
from ipdesk.database import db
from ipdesk.queries.keeping import favourite, favourites, saved_searches
from ipdesk.refusals import Invalid, NotFound, TooMuch
from ipdesk.services import keeping
from ipdesk.tables import AuditRow, Favourite
from tests.ipdesk.builders import actor, make_account, sign_in

ARTICLE, CASE = "criminal_law/2020/213", "precedent/spc-087"


@pytest.fixture
def reader(app: Flask) -> Actor:
    return actor(make_account("legal"))


def notes(reader: Actor) -> dict[str, str]:
    return {one.row.key: one.row.note for one in favourites(reader)}


def test_an_article_and_a_case_are_kept_with_their_notes(reader: Actor) -> None:
    keeping.keep(reader, ARTICLE, " 常用 ")
    keeping.keep(reader, CASE)
    assert notes(reader) == {ARTICLE: "常用", CASE: ""}
    assert {one.row.title for one in favourites(reader)} == {
        "《中华人民共和国刑法》第二百一十三条",
        "郭明升、郭明锋、孙淑标假冒注册商标案",
    }


def test_keeping_again_changes_the_note_alone(reader: Actor) -> None:
    keeping.keep(reader, ARTICLE, "旧")
    keeping.keep(reader, ARTICLE, "新")
    assert notes(reader) == {ARTICLE: "新"}


def test_what_is_let_go_is_gone(reader: Actor) -> None:
    keeping.keep(reader, ARTICLE)
    keeping.let_go(reader, favourites(reader)[0].row.id)
    assert favourites(reader) == []


@pytest.mark.parametrize("key", ["", "x", "criminal_law/2020/9999", "precedent/none", "../../etc", "a/b/c/d"])
def test_only_what_the_library_holds_is_kept(reader: Actor, key: str) -> None:
    with pytest.raises(NotFound):
        keeping.keep(reader, key)


def test_a_note_has_a_length(reader: Actor) -> None:
    with pytest.raises(Invalid):
        keeping.keep(reader, ARTICLE, "长" * 1001)


def test_there_is_an_end_to_keeping(reader: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_FAVOURITES", 1)
    monkeypatch.setattr(keeping, "MOST_SEARCHES", 1)
    keeping.keep(reader, ARTICLE)
    keeping.save_search(reader, "甲", {"q": "商标"})
    with pytest.raises(TooMuch):
        keeping.keep(reader, CASE)
    with pytest.raises(TooMuch):
        keeping.save_search(reader, "乙", {"q": "专利"})
    keeping.keep(reader, ARTICLE, "已经收藏的仍可改备注")
    keeping.save_search(reader, "甲", {"q": "著作权"})
    assert saved_searches(reader)[0].query == {"q": "著作权"}


@pytest.mark.parametrize(("name", "query"), [("", {"q": "商标"}), ("   ", {"q": "商标"}), ("名", {})])
def test_a_search_of_nothing_or_without_a_name_is_not_saved(reader: Actor, name: str, query: dict) -> None:
    with pytest.raises(Invalid):
        keeping.save_search(reader, name, query)


def test_nobody_else_sees_or_changes_what_is_kept(reader: Actor) -> None:
    keeping.keep(reader, ARTICLE, "私人备注")
    keeping.save_search(reader, "私人检索", {"q": "商标"})
    kept, saved = favourites(reader)[0].row.id, saved_searches(reader)[0].id
    for role in ("legal", "administrator", "supervisor"):
        other = actor(make_account(role))
        assert (favourites(other), saved_searches(other), favourite(other, ARTICLE)) == ([], [], None)
        for attempt in (keeping.let_go, lambda who, key: keeping.write_note(who, key, "改"), keeping.forget_search):
            with pytest.raises(NotFound):
                attempt(other, saved if attempt is keeping.forget_search else kept)
    assert notes(reader) == {ARTICLE: "私人备注"}


def test_what_one_reads_is_not_audited(reader: Actor) -> None:
    before = db.session.query(AuditRow).count()
    keeping.keep(reader, ARTICLE)
    keeping.save_search(reader, "甲", {"q": "商标"})
    assert db.session.query(AuditRow).count() == before


def test_kept_things_go_with_the_account(reader: Actor) -> None:
    keeping.keep(reader, ARTICLE)
    db.session.execute(db.text("DELETE FROM account WHERE id = :id"), {"id": reader.id})
    db.session.commit()
    assert db.session.query(Favourite).count() == 0


# --- pages ----------------------------------------------------------------------------------------


@pytest.fixture
def signed_in(app: Flask, client: FlaskClient) -> FlaskClient:
    app.config["WTF_CSRF_ENABLED"] = False
    return sign_in(client, make_account("enterprise"))


def test_an_article_is_kept_from_its_page_and_found_under_my_own(signed_in: FlaskClient) -> None:
    kept = signed_in.post("/law/kept/favourites", data={"key": ARTICLE, "note": "<b>要点</b>"})
    assert kept.location.endswith("/law/articles/criminal_law/213?version=2020")
    assert "★ 已收藏" in signed_in.get(kept.location).get_data(as_text=True)
    page = signed_in.get("/law/kept").get_data(as_text=True)
    assert "第二百一十三条" in page
    assert "&lt;b&gt;要点" in page


def test_a_search_is_saved_with_everything_that_narrows_it(signed_in: FlaskClient) -> None:
    where = "/law/kept/searches?q=商标&level=law&level=other&within=许可&status=any&sort=newest&as_of=2020-01-01&evil=x"
    assert signed_in.post(where, data={"name": "旧商标法"}).status_code == 302
    page = signed_in.get("/law/kept").get_data(as_text=True)
    address = page.split("旧商标法")[0].rsplit('href="', 1)[1]
    for part in ("level=law", "level=other", "within=", "status=any", "sort=newest", "as_of=2020-01-01"):
        assert part in address
    assert "evil" not in address


def test_a_visitor_is_asked_to_sign_in(client: FlaskClient) -> None:
    assert "/login" in client.get("/law/kept").location
    assert "☆ 收藏" not in client.get("/law/articles/criminal_law/213").get_data(as_text=True)
