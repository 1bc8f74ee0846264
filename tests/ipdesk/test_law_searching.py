"""The list of hits: facets that agree with it, plain addresses for everything, a selection to take away."""

from __future__ import annotations

import html
import io
import re
import shutil
from pathlib import Path

import docx
import pytest
from flask.testing import FlaskClient

from ipdesk.config import Config

pytestmark = pytest.mark.parametrize("config", ["sqlite"], indirect=True)


@pytest.fixture
def reader(law_folder: Path, config: Config, client: FlaskClient) -> FlaskClient:
    shutil.copytree(law_folder, config.library_dir)
    return client


def text_of(client: FlaskClient, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, (address, answer.status_code)
    return answer.get_data(as_text=True)


def total_of(page: str) -> int:
    found = re.search(r"<strong>(\d+) 条结果", page)
    assert found
    return int(found[1])


def facet_links(page: str) -> list[tuple[str, int]]:
    """Address and count of every facet value that is not chosen."""
    links = re.findall(r'<a id="f-[^"]*" href="([^"]+)">.*?<span class="count">(\d+)</span>', page)
    return [(html.unescape(address), int(count)) for address, count in links]


def test_every_count_is_the_length_of_the_list_it_leads_to(reader: FlaskClient) -> None:
    page = text_of(reader, "/law?q=侵犯商业秘密")
    links = facet_links(page)
    assert len(links) > 10
    assert [
        (address, count) for address, count in (*links[:4], *links[4::4]) if total_of(text_of(reader, address)) != count
    ] == []


def test_filters_add_up_and_each_can_be_given_up(reader: FlaskClient) -> None:
    page = text_of(reader, "/law?q=商业秘密&kind=article&level=judicial_interpretation")
    chips = page.split('law-chips"')[1].split("</ul>")[0]
    assert "条文" in chips
    assert "司法解释" in chips
    assert 'href="/law?q=%E5%95%86%E4%B8%9A%E7%A7%98%E5%AF%86&amp;kind=article"' in chips


def test_a_search_within_the_results_narrows_them_and_says_so(reader: FlaskClient) -> None:
    whole, narrowed = (text_of(reader, f"/law?q=商业秘密{more}") for more in ("", "&within=许可使用费"))
    assert 0 < total_of(narrowed) < total_of(whole)
    assert "结果中检索：" in narrowed


def test_one_instrument_can_be_searched_and_listed_without_words(reader: FlaskClient) -> None:
    page = text_of(reader, "/law?instrument=ip_crime_interpretation_2025")
    assert total_of(page) == 31


def test_the_order_can_be_chosen(reader: FlaskClient) -> None:
    years = re.findall(r"· (\d{4})-\d\d-\d\d起", text_of(reader, "/law?q=商标&sort=oldest&status=any&kind=article"))
    assert len(years) > 5
    assert years == sorted(years)


def test_pages_follow_one_another_without_repeating(reader: FlaskClient) -> None:
    pages = [text_of(reader, f"/law?q=商标&page={number}") for number in (1, 2)]
    first, second = (set(re.findall(r'name="key" value="([^"]+)"', page)) for page in pages)
    assert len(first) == len(second) == 20
    assert not first & second


def test_every_address_keeps_the_day(reader: FlaskClient) -> None:
    page = text_of(reader, "/law?q=商业秘密&as_of=2020-01-01")
    assert "当日有效" in page
    assert "现行有效" not in page
    assert all("as_of=2020-01-01" in address for address, _count in facet_links(page))


@pytest.mark.parametrize(
    "address",
    [
        "/law?level=nothing&year=x&offence=没有的罪",
        "/law?q=商标&sort=sideways&kind=fish&page=-3",
        "/law?q=商标&page=999999",
        "/law?within=商标&within=" + "长" * 2000,
        "/law?q=" + "%20AND%20" * 50,
        "/law?" + "&".join(f"year={year}" for year in range(1900, 2100)),
    ],
)
def test_odd_addresses_get_a_page(reader: FlaskClient, address: str) -> None:
    assert "Traceback" not in text_of(reader, address)


def test_paragraphs_that_hold_the_words_are_shown_marked(reader: FlaskClient) -> None:
    hit = text_of(reader, "/law?q=销售 从重&instrument=trademark_law&status=any").split("data-hit>")[1].split("</li>")[0]
    assert hit.count('class="hit-text"') >= 2
    assert "<mark>" in hit


def test_htmx_is_sent_to_the_article_instead_of_swapping_it_in(reader: FlaskClient) -> None:
    answer = reader.get("/law?q=刑法213条", headers={"HX-Request": "true"})
    assert "/law/articles/criminal_law/213" in answer.headers["HX-Redirect"]


def test_a_narrowed_search_for_a_citation_stays_a_list(reader: FlaskClient) -> None:
    assert total_of(text_of(reader, "/law?q=刑法213条&kind=article")) >= 1


# --- taking away ----------------------------------------------------------------------------------


def test_a_selection_is_taken_away_with_version_grade_and_label(reader: FlaskClient) -> None:
    keys = "key=trademark_law/2019/57&key=ip_crime_interpretation_2025/2025/3&key=precedent/spc-087"
    answer = reader.get(f"/law/extract.docx?{keys}&as_of=2027-02-01")
    assert answer.status_code == 200
    paper = docx.Document(io.BytesIO(answer.data))
    words = "\n".join(one.text for one in paper.paragraphs)
    for said in (
        "不是官方文本",
        "《中华人民共和国商标法》第五十七条",
        "2027-02-01 已失效",
        "【要旨，不是官方文本】",
        "核对程度 V2",
        "自2025-04-26起施行",
        "郭明升",
        "新法之后",
    ):
        assert said in words, said
    assert "非官方文本" in paper.sections[0].header.paragraphs[0].text


@pytest.mark.parametrize(
    ("keys", "status"),
    [
        ("", 422),
        ("key=no/such/key", 404),
        ("key=precedent/none", 404),
        ("key=x", 404),
        ("&".join(f"key=a/b/{n}" for n in range(51)), 413),
    ],
)
def test_a_selection_of_nothing_of_too_much_or_of_what_is_not_there_is_told(reader: FlaskClient, keys: str, status: int) -> None:
    assert "Traceback" not in text_of(reader, f"/law/extract.docx?{keys}", status)


# --- programs -------------------------------------------------------------------------------------


def test_programs_get_the_same_list_and_counts(reader: FlaskClient) -> None:
    found = reader.get("/api/v1/law/search?q=侵犯商业秘密&kind=article&level=law&level=judicial_interpretation").get_json()
    assert {hit["kind"] for hit in found["hits"]} == {"article"}
    assert {one["value"] for one in found["facets"]["level"] if one["chosen"]} == {"law", "judicial_interpretation"}
    kinds = {one["value"]: one["count"] for one in found["facets"]["kind"]}
    assert kinds["article"] == found["total"]


def test_programs_get_an_article_with_what_surrounds_it(reader: FlaskClient) -> None:
    found = reader.get("/api/v1/law/articles/trademark_law/57?as_of=2026-11-22").get_json()
    assert [one["label"] for one in found["wordings"]] == ["第五十七条", "第七十二条"]
    assert found["before"]["label"] == "第五十六条"
    assert found["citations"][1].startswith("商标法第57条（")
    assert reader.get("/api/v1/law/articles/criminal_law/217").get_json()["precedents"]


def test_programs_get_comparisons_and_cases(reader: FlaskClient) -> None:
    compared = reader.get("/api/v1/law/articles/trademark_law/57/comparison?version=2019").get_json()
    assert compared["kinds"] == "official"
    assert {pair["change"] for pair in compared["pairs"]} == {"same", "changed", "removed"}
    listed = reader.get("/api/v1/law/precedents?offence=假冒注册商标罪&instrument=criminal_law").get_json()["precedents"]
    assert "spc-087" in {one["code"] for one in listed}
    case = reader.get("/api/v1/law/precedents/spc-087").get_json()
    assert case["figures"]["illegal_business"] == "20000000"
    assert case["similar"]["alike"][0]["reasons"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/law/search", 422),
        ("/law/search?q=x&sort=sideways", 422),
        ("/law/precedents/none", 404),
        ("/law/articles/x/1/comparison", 404),
    ],
)
def test_failures_have_the_one_shape(reader: FlaskClient, address: str, status: int) -> None:
    answer = reader.get(f"/api/v1{address}")
    assert answer.status_code == status
    assert set(answer.get_json()["error"]) >= {"code", "message", "remedy"}
