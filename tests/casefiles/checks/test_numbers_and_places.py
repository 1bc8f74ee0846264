"""Numbers by their check digits, places by the district, figures by the standard, days by the limitation."""

from decimal import Decimal

import pytest

from casefiles.model import Threshold
from casefiles.threshold import judge
from tests.casefiles.builders import (
    HOLDER,
    IDENTITY,
    USCC,
    complaint,
    dossier,
    found_by,
    id_card,
    licence,
    material,
    power,
    representative,
    story,
    told_by,
)

BLOCKS, WARNS, INFORMS = "blocking", "warning", "info"


@pytest.mark.parametrize(
    ("code", "source", "expected"),
    [
        (USCC, "text", []),
        ("91110000802100433B", "text", []),
        ("914403001922038217", "text", [BLOCKS]),
        ("914403001922038217", "ocr", [WARNS]),
        ("91440300192203821", "text", [BLOCKS]),
        ("440301103097413", "text", [WARNS]),
    ],
)
def test_the_credit_code_is_checked_by_its_last_character(code, source, expected):
    found = told_by("credit_code", dossier(complaint(), licence(uscc=code, source=source)))
    assert found == [("invalid.uscc", severity) for severity in expected]


def test_a_wrong_organisation_code_inside_a_right_credit_code_is_only_looked_at():
    assert told_by("credit_code", dossier(complaint(), licence(uscc="914403001922038317"))) == [
        ("invalid.organisation_code", WARNS)
    ]


@pytest.mark.parametrize(
    ("kind", "field", "right", "wrong"),
    [
        ("trademark_certificate", "registration_no", "21873645A", "218736450129"),
        ("trademark_renewal", "registration_no", "G1234567", "TM-2187"),
        ("copyright_certificate", "registration_no", "浙作登字11-2013-F-14787", "作登2021"),
        ("software_certificate", "registration_no", "2019SR1041330", "2019SR104"),
        ("notarial_deed", "deed_no", "（2026）川成蜀证内经字第10234号", "川成蜀证10234"),
        ("civil_judgment", "document_no", "（2024）川01知民初123号", "川01知民初123号"),
        ("administrative_decision", "document_no", "成高市监处罚〔2026〕12号", "2026-12"),
    ],
)
@pytest.mark.parametrize("source", ["text", "ocr"])
def test_a_number_that_is_not_written_like_its_kind_is_looked_at(kind, field, right, wrong, source):
    assert told_by("number_shapes", dossier(material(kind, source=source, **{field: right}))) == []
    assert told_by("number_shapes", dossier(material(kind, source=source, **{field: wrong}))) == [(f"invalid.{field}", WARNS)]


def test_a_paper_whose_number_was_not_read_is_not_looked_at_for_it():
    assert told_by("number_shapes", dossier(material("notarial_deed"))) == []


def test_a_code_in_the_complaint_must_be_the_licences():
    letter = complaint(
        f"控告人：{HOLDER}\n统一社会信用代码：91110000802100433B\n被控告人：甲公司\n统一社会信用代码：91330100799655058B"
    )
    assert told_by("credit_code_agreement", dossier(letter, licence())) == [("mismatch.uscc", WARNS)]


def test_an_identity_number_is_no_credit_code():
    assert told_by("credit_code_agreement", dossier(complaint(f"身份证号：{IDENTITY[:17]}2"), licence())) == []


@pytest.mark.parametrize(
    ("number", "source", "expected"),
    [
        (IDENTITY, "text", []),
        ("110105194912310029", "text", [BLOCKS]),
        ("110105194912310029", "ocr", [WARNS]),
        ("11010519490231002X", "text", [BLOCKS]),
        ("110105491231002", "text", [WARNS]),
        ("E12345678", "text", []),
        ("110105********0029", "text", []),
    ],
)
def test_identity_numbers_are_checked_by_length_date_and_digit(number, source, expected):
    for paper in (
        id_card(id_number=number, source=source),
        representative(id_number=number, source=source),
        power(agent_id_number=number, source=source),
    ):
        assert told_by("identity_number", dossier(paper)) == [("invalid.id_number", severity) for severity in expected]


def test_a_message_never_shows_the_whole_identity_number():
    (finding,) = found_by("identity_number", dossier(id_card(id_number="110105194912310029")))
    assert "110105194912310029" not in finding.message


@pytest.mark.parametrize(("number", "expected"), [(IDENTITY, []), ("110105194912310029", [WARNS])])
def test_one_person_has_one_identity_number(number, expected):
    found = told_by("identity_number_agreement", dossier(power(agent_id_number=IDENTITY), id_card(id_number=number)))
    assert found == [("mismatch.id_number", severity) for severity in expected]


@pytest.mark.parametrize(("source", "expected"), [("text", ("mismatch.agent", BLOCKS)), ("ocr", ("mismatch.id_number", WARNS))])
def test_two_right_numbers_under_one_name_are_two_agents_unless_misread(source, expected):
    papers = (power(agent_id_number=IDENTITY), id_card(id_number="510104199007214629", source=source))
    assert told_by("identity_number_agreement", dossier(*papers)) == [expected]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("ZL200410055494.X", []),
        ("ZL200410055494", []),
        ("200410055494X", []),
        ("2004100554941", [WARNS]),
        ("ZL01130815.X", []),
        ("ZL200410055494.1", [WARNS]),
        ("专利号待查", [WARNS]),
    ],
)
def test_a_patent_number_is_checked_by_its_digit(number, expected):
    found = told_by("patent_number", dossier(material("patent_certificate", patent_no=number), offence="patent_passing_off"))
    assert found == [("invalid.patent_no", severity) for severity in expected]


@pytest.mark.parametrize(
    ("places", "code", "severity"),
    [
        ([("成都高新区中和街道朝阳路8号", "made")], "inside", INFORMS),
        ([("广州市白云区", "made"), ("成都高新区", "sold")], "inside", INFORMS),
        ([("成都高新区科园南路9号", "residence")], "inside", INFORMS),
        ([("广州市白云区", "made"), ("浙江省义乌市", "sold")], "outside", WARNS),
        ([("广州市白云区", "made"), ("成都高新区天府大道1号", "holder")], "outside", WARNS),
        ([("广州市白云区", "residence")], "outside", WARNS),
        ([("成都市双流区", "stored")], "outside", WARNS),
        ([("网店", "sold"), ("广州市", "residence")], "unknown", WARNS),
        ([("成都高新区天府大道1号", "holder")], "unknown", WARNS),
        ([("成都市", "sold")], "unknown", WARNS),
        ([("成都市", "made"), ("浙江省义乌市", "sold")], "unknown", WARNS),
        ([("某镇", "made"), ("浙江省义乌市", "sold")], "outside", WARNS),
        ([], "unknown", WARNS),
    ],
)
def test_the_places_of_the_acts_are_held_against_the_district(places, code, severity):
    assert told_by("jurisdiction", dossier(), story(places=places)) == [(f"jurisdiction.{code}", severity)]


def test_an_unknown_place_is_asked_for():
    (finding,) = found_by("jurisdiction", dossier(), story(places=[]))
    assert finding.questions


@pytest.mark.parametrize(
    ("ended", "tier", "expected"),
    [
        ("2022-01-01", "serious", []),
        ("2021-11-02", "serious", []),
        ("2021-11-01", "serious", [WARNS]),
        ("2021-11-01", "especially_serious", []),
        ("2011-10-01", "especially_serious", [WARNS]),
        ("2021-11-01", None, [WARNS]),
    ],
)
def test_limitation_runs_from_the_end_of_the_acts_by_tier(ended, tier, expected):
    told = story(acts=("2010-01-01", ended))
    found = told_by("limitation_period", dossier(), told, Threshold(tier=tier))
    assert found == [("limitation.expired", severity) for severity in expected]


def test_without_days_limitation_is_silent():
    assert told_by("limitation_period", dossier(), story(acts=None)) == []


@pytest.mark.parametrize(("status", "severity"), [("met", INFORMS), ("not_met", WARNS), ("unknown", WARNS)])
def test_the_standard_is_told_as_it_was_judged(status, severity):
    threshold = Threshold(
        status=status, figures={"illegal_business": Decimal(256800)}, figures_source={"illegal_business": "ledger"}
    )
    assert told_by("filing_standard", dossier(), None, threshold) == [(f"threshold.{status}", severity)]


def test_what_is_met_by_conduct_speaks_of_no_figure():
    of, met = dossier(offence="trade_secret_foreign"), story(foreign_recipient=True)
    (told,) = found_by("filing_standard", of, met, judge("trade_secret_foreign", met, as_of=of.as_of))
    assert "数额达到" not in told.message
    assert "无数额门槛" in told.message
    assert "数额" not in told.remedy


def test_acts_before_their_law_are_not_said_to_fall_short():
    of, before = dossier(offence="trade_secret_foreign"), story(acts=("2020-01-01", "2020-12-31"), foreign_recipient=True)
    (told,) = found_by("filing_standard", of, before, judge("trade_secret_foreign", before, as_of=of.as_of))
    assert told.code == "threshold.not_met"
    assert "2020-12-31" in told.message and "还没有把这种行为规定为犯罪" in told.message
    assert "商标" not in told.remedy


@pytest.mark.parametrize(
    ("offence", "special"),
    [("counterfeit_trademark", "两种以上商标"), ("patent_passing_off", "两项以上专利"), ("trade_secret", "二年内受罚等")],
)
def test_what_falls_short_is_asked_for_the_circumstances_of_its_own_offence(offence, special):
    (told,) = found_by("filing_standard", dossier(offence=offence), None, Threshold(status="not_met"))
    assert special in told.remedy


def test_a_figure_that_no_limb_in_question_asks_for_is_said_to_be_not_comparable():
    threshold = Threshold(
        status="unknown", figures={"illegal_business": Decimal(800000)}, figures_source={"illegal_business": "claimed"}
    )
    (told,) = found_by("filing_standard", dossier(), None, threshold)
    assert "800,000.00" in told.message
    assert "没有可以对照" not in told.message


def test_without_an_offence_there_is_no_standard():
    assert told_by("filing_standard", dossier(offence=None)) == []


@pytest.mark.parametrize(
    ("subject", "ended", "expected"),
    [("service", "2021-02-28", [WARNS]), ("service", "2021-03-01", []), ("goods", "2020-01-01", [])],
)
def test_service_marks_are_protected_from_march_2021(subject, ended, expected):
    told = story(acts=("2019-01-01", ended), subject=subject)
    assert [severity for _, severity in told_by("service_mark", dossier(), told)] == expected
