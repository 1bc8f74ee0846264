"""The matrix of elements: what mentions each, what is wanting, and never that one is made out."""

import json

import pytest

from casefiles.elements import column_names, columns, elements_of
from casefiles.offences import load_offences
from casefiles.offices import office
from casefiles.prereview import review
from casefiles.result import from_json, to_json
from casefiles.story import read_story
from tests.casefiles.builders import case, complaint, complete, dossier, material, trademark


def matrix(*papers, **options):
    return {row.name: row for row in elements_of(case(dossier(*papers, **options)))}


@pytest.mark.parametrize("offence", load_offences())
def test_every_element_has_its_law_and_columns_for_its_proof(offence):
    for element in load_offences()[offence].elements:
        assert element.basis
        assert set(element.proof) <= set(columns())
        assert set(element.heard_in) <= set(columns())


@pytest.mark.parametrize("offence", load_offences())
def test_an_empty_dossier_mentions_nothing_and_wants_the_usual_proof(offence):
    rows = matrix(offence=offence)
    assert rows
    assert not any(row.is_mentioned for row in rows.values())
    assert all(row.wanting for row in rows.values())


def test_a_sentence_speaks_to_an_element_at_its_page_and_line():
    rows = matrix(
        complaint(
            "控告人：甲\n被控告人未经我公司许可，在服装上使用我公司注册商标。\n被控告人明知是假冒商品。", file="控告书.docx"
        )
    )
    (passage,) = rows["未经注册商标所有人许可"].passages
    assert (passage.column, passage.evidence.file, passage.evidence.page) == ("控告书", "控告书.docx", 1)
    assert passage.evidence.quote.startswith("被控告人未经我公司许可")
    assert rows["故意"].passages[0].evidence.quote == "被控告人明知是假冒商品。"
    assert rows["未经注册商标所有人许可"].wanting == ("未授权声明", "权利人真伪鉴别报告")


def test_a_document_that_usually_proves_it_speaks_as_a_whole():
    row = matrix(trademark(text="商标注册证\n第123号"))["享有注册商标专用权"]
    assert [(one.column, one.evidence.quote) for one in row.passages] == [("权利证明", "商标注册证")]
    assert row.wanting == ()
    picture = material("photos", " ")
    assert matrix(picture)["使用与注册商标相同的商标"].passages[0].evidence.file == "photos.pdf"


def test_papers_about_the_parties_stand_in_no_column():
    assert not {"business_license", "id_card", "power_of_attorney"} & set(columns())
    assert len(column_names()) == len(set(column_names()))


def test_a_few_passages_of_a_document_are_enough():
    rows = matrix(complaint("。".join(["被控告人未经许可使用我公司商标"] * 9)))
    assert len(rows["未经注册商标所有人许可"].passages) == 2


def test_the_result_tells_passages_and_never_that_an_element_is_made_out():
    made = review(complete(), office=office())
    told = to_json(made)
    assert {row["status_name"] for row in told["elements"]} <= {"有材料提及", "尚无材料"}
    assert {row["status"] for row in told["elements"]} <= {"mentioned", "not_mentioned"}
    assert [row["name"] for row in told["elements"]] == [one.name for one in load_offences()["counterfeit_trademark"].elements]
    assert told["chains"][0]["state"] == "holds"
    assert to_json(from_json(json.loads(json.dumps(told)))) == told


def test_a_result_kept_before_there_were_elements_is_still_read():
    told = to_json(review(complete(), office=office()))
    for name in ("elements", "chains"):
        del told[name]
    del told["threshold"]["standards"]
    old = from_json(told)
    assert (old.elements, old.chains, old.threshold.standards) == ((), (), ())


def test_the_places_of_stated_figures_speak_to_the_gravity_of_the_case():
    rows = matrix(complaint("控告人：甲\n被控告人的涉案金额达三十万元。", file="控告书.docx"))
    assert rows["情节严重"].passages == ()
    of = dossier(complaint("控告人：甲\n被控告人的涉案金额达三十万元。", file="控告书.docx"))
    read = {row.name: row for row in elements_of(case(of, read_story(of)))}
    assert [one.evidence.quote for one in read["情节严重"].passages] == ["被控告人的涉案金额达三十万元。"]
