"""The law for everyone: search, articles as they stood, citations, instruments; with an index and without.

The law is not in the database, so one kind of it suffices.
"""

import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from ipdesk import jobs
from ipdesk.config import Config
from ipdesk.extensions import db
from ipdesk.tables import Job
from statutes.library import Library

pytestmark = pytest.mark.parametrize("config", ["sqlite"], indirect=True)


@pytest.fixture
def library(config: Config, law_folder: Path) -> None:
    shutil.copytree(law_folder, config.library_dir)


@pytest.fixture
def reader(library: None, client: FlaskClient) -> FlaskClient:
    """A visitor of a desk whose index is built."""
    return client


def text_of(client: FlaskClient, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, (address, answer.status_code)
    return answer.get_data(as_text=True)


def test_words_are_found_and_marked_with_their_state_and_the_time(reader: FlaskClient) -> None:
    page = text_of(reader, "/law?q=商业秘密 损失")
    assert "<mark>" in page
    assert "现行有效" in page
    assert "毫秒" in page
    assert "/law/articles/" in page


def test_a_citation_goes_straight_to_its_article(reader: FlaskClient) -> None:
    answer = reader.get("/law?q=刑法213条")
    assert answer.status_code == 302
    assert "/law/articles/criminal_law/213" in answer.location


def test_a_citation_can_be_searched_all_the_same(reader: FlaskClient) -> None:
    page = text_of(reader, "/law?q=刑法213条&direct=no")
    assert "按引用识别" in page, "the reader is told how the query was read"


def test_without_a_day_todays_law_is_searched_and_more_on_request(reader: FlaskClient) -> None:
    assert "具体应用法律" not in text_of(reader, "/law?q=假冒注册商标 非法经营数额 二十五万元&kind=article")
    everything = text_of(reader, "/law?q=假冒注册商标 非法经营数额 二十五万元&kind=article&as_of=all")
    assert "已失效" in everything


@pytest.mark.parametrize(("q", "told"), [("嗯", "没有找到"), ("AND OR NOT", "没有"), ("「「「（（", "没有"), ("长" * 9000, "")])
def test_odd_queries_get_an_answer(reader: FlaskClient, q: str, told: str) -> None:
    assert told in text_of(reader, f"/law?q={q}")


def test_a_query_is_shown_as_words(reader: FlaskClient) -> None:
    assert "<script>x" not in text_of(reader, "/law?q=<script>x</script>")


@pytest.mark.parametrize(
    "address", ["/law?q=商标&as_of=昨天", "/law/articles/criminal_law/213?as_of=2026-02-30", "/law/cite?text="]
)
def test_what_is_no_day_or_no_text_is_told(reader: FlaskClient, address: str) -> None:
    text_of(reader, address, 422)


def test_the_article_says_gist_version_and_neighbours(reader: FlaskClient) -> None:
    page = text_of(reader, "/law/articles/ip_crime_interpretation_2025/3")
    for said in ("要旨，不是官方文本", "2025-04-26", "第二条", "第四条", "复制引用"):
        assert said in page


def test_an_article_is_shown_as_it_stood_on_the_day(reader: FlaskClient) -> None:
    page = text_of(reader, "/law/articles/ip_crime_interpretation_2004/1?as_of=2020-01-01")
    assert "不适用这个文本" not in page
    assert "不适用这个文本" in text_of(reader, "/law/articles/ip_crime_interpretation_2004/1")


def test_a_day_before_every_wording_is_told(reader: FlaskClient) -> None:
    assert "本库没有该日文本" in text_of(reader, "/law/articles/criminal_law/213?as_of=1999-01-01")


@pytest.mark.parametrize(
    "address",
    [
        "/law/articles/criminal_law/9999",
        "/law/articles/no_such_law/1",
        "/law/instruments/no_such_law",
        "/law/precedents/no-such-case",
        "/law/articles/criminal_law/x%00y",
    ],
)
def test_what_the_library_does_not_hold_is_a_letter(reader: FlaskClient, address: str) -> None:
    page = reader.get(address)
    assert page.status_code in (400, 404, 422)
    assert "Traceback" not in page.get_data(as_text=True)


@pytest.mark.parametrize(
    ("text", "leads_to"),
    [
        ("刑法第二百一十三条", "criminal_law/213"),
        ("法释〔2025〕5号第三条", "ip_crime_interpretation_2025/3"),
        ("刑事诉讼法第一百一十条", "criminal_procedure_law/110"),
        ("反不正当竞争法第十条", "anti_unfair_competition_law/10"),
    ],
)
def test_a_basis_leads_to_its_article(client: FlaskClient, text: str, leads_to: str) -> None:
    assert leads_to in unquote(client.get(f"/law/cite?text={text}").location)


def test_a_citation_that_leads_nowhere_is_told_with_the_way_to_search(client: FlaskClient) -> None:
    page = text_of(client, "/law/cite?text=火星法第三条", 404)
    assert "火星法" in page
    assert "/law?q=" in page


def test_several_citations_are_listed(client: FlaskClient) -> None:
    page = text_of(client, "/law/cite?text=依照刑法第二百一十三条、第二百一十四条")
    assert "criminal_law/213" in page
    assert "criminal_law/214" in page


def test_instruments_are_browsed_by_level_and_found_by_short_name(client: FlaskClient) -> None:
    assert "司法解释" in text_of(client, "/law/instruments")
    found = text_of(client, "/law/instruments?text=反法")
    assert "反不正当竞争法" in found
    assert "专利法" not in found.split("<main")[1].split("</main")[0]
    assert "没有这样的文件" in text_of(client, "/law/instruments?text=没有的文件")


def test_an_instrument_lists_its_articles_and_says_that_they_are_gists(client: FlaskClient) -> None:
    page = text_of(client, "/law/instruments/ip_crime_interpretation_2025")
    assert "本库只有要旨" in page
    assert "第三十一条" in page


def test_without_an_index_the_reader_is_told_and_a_job_builds_it(app: Flask, client: FlaskClient) -> None:
    page = text_of(client, "/law?q=商业秘密", 503)
    assert "检索索引现在不能用" in page
    text_of(client, "/law?q=商业秘密", 503)
    assert db.session.query(Job).filter_by(kind="build_library").count() == 1, "one job is enough"
    jobs.run_waiting()
    assert "<mark>" in text_of(client, "/law?q=商业秘密")


def test_without_an_index_citations_still_lead_to_their_articles(client: FlaskClient) -> None:
    assert client.get("/law?q=刑法213条").status_code == 302


def test_an_import_by_another_process_is_noticed(app: Flask, reader: FlaskClient, tmp_path: Path) -> None:
    assert reader.get("/law/instruments?text=试验条例").get_data(as_text=True).count("没有这样的文件")
    source = tmp_path / "law.jsonl"
    source.write_text('{"law": "试验条例", "article": "第一条", "text": "为了试验，制定本条例。"}\n', encoding="utf-8")
    Library.open(app.extensions["ipdesk"].library_dir).import_source(source, "articles-jsonl")
    assert "试验条例" in text_of(reader, "/law/instruments?text=试验条例")


def test_typical_cases_are_open_to_visitors(client: FlaskClient) -> None:
    assert "典型案例" in text_of(client, "/guides/cases")
    assert "典型案例" in text_of(client, "/guides/cases?offence=不存在")
