"""One file becomes materials; what a person corrects stays theirs."""

import pytest

from casefiles import understanding
from casefiles.understanding import correct, fields_of, kind_names, understand
from tests.casefiles.kinds.builders import material, reading

LICENCE = "营业执照\n统一社会信用代码:91510100MA6C3HX287\n名称:成都蜀光电子有限公司\n法定代表人:王静\n经营范围:软件开发\n登记机关"
POWER = "授权委托书\n委托人:成都蜀光电子有限公司\n受托人:李明\n代理权限:代为报案\n委托期限:自2026年1月1日至2026年12月31日"
CARD = "居民身份证\n姓名:李明\n性别:男 民族:汉\n公民身份号码:11010519491231002X"


def test_kinds_and_fields_have_chinese_names_in_the_order_of_the_contract():
    assert len(kind_names) == 34
    assert next(iter(kind_names)) == "complaint_letter"
    assert list(kind_names)[-1] == "other"
    assert dict(fields_of("id_card")) == {"name": "姓名", "id_number": "公民身份号码", "valid_until": "有效期截止"}


def test_one_document_is_one_material_without_a_part():
    (found,) = understand("a.pdf", reading(LICENCE), sha256="s", sm3="m", size=7)
    assert (found.kind, found.part, found.sha256, found.sm3, found.size) == ("business_license", None, "s", "m", 7)


def test_several_documents_in_one_file_are_taken_apart():
    found = understand("全部.pdf", reading(LICENCE, POWER, CARD))
    assert [(one.kind, one.part) for one in found] == [
        ("business_license", "1-1"),
        ("power_of_attorney", "2-2"),
        ("id_card", "3-3"),
    ]
    assert {one.file for one in found} == {"全部.pdf"}
    assert found[1].fields["agent"].page == 2


def test_a_page_that_goes_on_stays_with_its_document():
    found = understand("全部.pdf", reading(POWER, "签章页\n委托人(盖章):成都蜀光电子有限公司", CARD))
    assert [(one.kind, one.part) for one in found] == [("power_of_attorney", "1-2"), ("id_card", "3-3")]


def test_a_title_repeated_on_each_page_begins_nothing():
    assert len(understand("a.pdf", reading(POWER, POWER + "\n第2页共2页"))) == 1


def test_a_page_that_mentions_a_title_begins_nothing():
    letter = "刑事控告书\n控告人:成都蜀光电子有限公司\n被控告人:王某\n事实与理由:……"
    assert len(understand("a.pdf", reading(letter, "证据一\n营业执照一份,证明主体资格。\n此致\n成都市公安局高新区分局"))) == 1


def test_a_file_without_text_is_other():
    (found,) = understand("a.pdf", reading(""))
    assert (found.kind, found.confidence, dict(found.fields)) == ("other", 0.0, {})


def test_a_picture_with_hardly_any_text_is_a_photo():
    (found,) = understand("IMG_001.jpg", reading("锦程云", source="ocr", format="image"))
    assert found.kind == "photos"


def test_a_kind_set_by_a_person_holds_for_the_whole_file():
    (found,) = understand("a.pdf", reading(LICENCE, POWER), kind="subject_certificate", kind_by="李警官")
    assert (found.kind, found.kind_by, found.confidence, found.part) == ("subject_certificate", "李警官", 1.0, None)
    assert found.value("name") == "成都蜀光电子有限公司"


def test_a_correction_is_shown_as_the_persons_and_keeps_the_place():
    before = material(LICENCE)
    after = correct(before, {"legal_representative": "王婧"}, by="张三")
    fact = after.fields["legal_representative"]
    assert (fact.value, fact.source, fact.by, fact.quote) == ("王婧", "person", "张三", "法定代表人:王静")
    assert before.value("legal_representative") == "王静"


def test_an_empty_correction_takes_the_value_away():
    assert correct(material(LICENCE), {"name": " "}, by="张三").value("name") is None


def test_a_new_kind_reads_the_fields_anew_and_keeps_what_a_person_set():
    set_by_person = correct(material(LICENCE), {"name": "蜀光公司"}, by="张三")
    after = correct(set_by_person, {}, by="李四", kind="subject_certificate")
    assert (after.kind, after.kind_by, after.value("name"), after.value("uscc")) == (
        "subject_certificate",
        "李四",
        "蜀光公司",
        None,
    )


def test_a_field_that_does_not_exist_is_refused():
    with pytest.raises(KeyError):
        correct(material(LICENCE), {"agent": "王静"}, by="张三")
    with pytest.raises(KeyError):
        understanding.fields_of("no_such_kind")
