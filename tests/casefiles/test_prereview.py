"""A dossier in, a review out: the parts together, the same every time, and the same after a trip through JSON."""

import json
import random
from dataclasses import replace

import pytest

from casefiles.model import Answers, Box, Dossier, Fact, Practice
from casefiles.offices import office
from casefiles.prereview import choose_offence, review
from casefiles.result import SCHEMA, ResultError, dumps, figure_text, from_json, to_json
from casefiles.summary import summary
from tests.casefiles.builders import COMPLAINT, complaint, complete, dossier, material, power, trademark


def reviewed(of: Dossier):
    return review(of, office=office())


def codes(made, severity: str) -> set[str]:
    return {finding.code for finding in made.findings if finding.severity == severity}


def test_a_complete_report_is_ready():
    made = reviewed(complete())
    assert (made.outcome, codes(made, "blocking")) == ("ready", set())
    assert {"threshold.met", "jurisdiction.inside"} <= codes(made, "info")
    assert (made.required, made.satisfied) == (7, 7)
    assert [one.agency for one in made.referrals] == ["police", "procuratorate", "court"]


def test_gaps_are_counted_and_named():
    made = reviewed(complete(without=["trademark_certificate", "legal_rep_certificate"]))
    assert made.outcome == "needs_supplement"
    assert codes(made, "blocking") == {"missing.trademark_certificate", "missing.legal_rep_certificate"}
    assert (made.required, made.satisfied) == (7, 5)


def test_an_expired_mark_needs_a_supplement():
    made = reviewed(complete(trademark(valid_until="2025-01-01"), without=["trademark_certificate"]))
    assert (made.outcome, codes(made, "blocking")) == ("needs_supplement", {"expired.trademark_certificate"})


def test_a_patent_whose_term_is_over_goes_to_the_administration():
    papers = (
        complaint(COMPLAINT),
        material("patent_certificate", "发明专利证书", filing_date="2001-01-01", patentee="成都蜀绣坊服饰有限公司"),
    )
    made = reviewed(dossier(*papers, offence="patent_passing_off"))
    assert made.outcome == "refer_administrative"
    assert made.referrals[0].desk == "admin_patent"


def test_the_findings_come_gravest_first():
    made = reviewed(complete(without=["trademark_certificate", "evidence_list"]))
    order = [finding.severity for finding in made.findings]
    assert order == sorted(order, key=["blocking", "warning", "info"].index)


def test_every_finding_says_what_to_do_and_what_it_rests_on():
    made = reviewed(dossier(complaint(), power(agent="李某"), trademark(registrant="别的有限公司")))
    assert all(finding.message and finding.remedy and finding.basis and finding.rule for finding in made.findings)


def test_an_undeclared_offence_is_detected_from_the_complaint():
    choice = choose_offence(complete(offence=None))
    assert (choice.code, choice.source) == ("counterfeit_trademark", "detected")


def test_a_dossier_that_describes_no_offence_is_reviewed_all_the_same():
    made = reviewed(dossier(material("other", "今天天气很好。"), offence=None))
    assert (made.offence.code, made.threshold.status) == (None, "unknown")
    assert made.outcome == "needs_supplement"


def test_an_unknown_offence_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="counterfeit_trademark"):
        reviewed(complete(offence="theft"))


def test_an_empty_dossier_is_reviewed():
    assert reviewed(dossier()).outcome == "needs_supplement"


@pytest.mark.parametrize("seed", range(5))
def test_the_same_dossier_gives_the_same_bytes(seed):
    of = complete(power(), without=["authenticity_report"])
    assert dumps(reviewed(of)) == dumps(reviewed(of))
    shuffled = list(of.materials)
    random.Random(seed).shuffle(shuffled)  # noqa: S311  # a test's own shuffle
    other = reviewed(replace(of, materials=tuple(shuffled)))
    assert {finding.code for finding in other.findings} == {finding.code for finding in reviewed(of).findings}
    assert other.outcome == reviewed(of).outcome


def test_the_result_has_the_shape_others_rely_on():
    data = to_json(reviewed(complete(without=["notarial_deed"])))
    assert data["schema"] == SCHEMA
    assert data["offence"] == {"code": "counterfeit_trademark", "name": "假冒注册商标罪", "source": "declared"}
    assert {"file", "part", "kind", "confidence", "pages", "text_source", "sha256", "sm3", "fields"} <= data["materials"][
        0
    ].keys()
    assert {"value", "page", "quote"} <= data["materials"][0]["fields"]["complainant"].keys()
    assert {"code", "severity", "curable", "message", "remedy", "basis", "evidence"} <= data["findings"][0].keys()
    assert data["threshold"]["figures"] == {"illegal_business": "256800.00"}
    assert data["threshold"]["figures_source"]["illegal_business"] in ("claimed", "ledger", "appraisal")
    assert data["completeness"] == {"required": 7, "satisfied": 6}
    assert {"agency", "desk", "role", "reason", "due", "basis"} <= data["referrals"][0].keys()


def test_a_result_comes_back_as_it_was():
    marked = material("photos", "照片", file="扫描.jpg", source="ocr")
    fact = Fact("name", "赵", 1, "赵", Box(0.1, 0.2, 0.3, 0.4), 0.91, "person", "民警甲")
    of = complete(replace(marked, fields={"name": fact}, kind_by="民警甲"), without=["authenticity_report"])
    data = to_json(reviewed(of))
    again = from_json(json.loads(json.dumps(data)))
    assert to_json(again) == data
    assert again.materials[-1].fields["name"] == fact
    assert again.findings == reviewed(of).findings
    assert any(isinstance(basis, Practice) for finding in again.findings for basis in finding.basis)


@pytest.mark.parametrize("data", [{}, {"schema": "ipdesk.precheck/0"}, {"schema": SCHEMA, "as_of": "2026-11-02"}])
def test_another_result_is_refused_with_a_letter(data):
    with pytest.raises(ResultError, match="预审结果"):
        from_json(data)


@pytest.mark.parametrize(
    ("metric", "value", "text"),
    [("illegal_business", "256800", "256800.00"), ("copies", "73", "73"), ("copies", "1E+3", "1000"), ("clicks", "0", "0")],
)
def test_figures_are_written_as_money_or_as_counts(metric, value, text):
    from decimal import Decimal

    assert figure_text(metric, Decimal(value)) == text


def test_the_summary_tells_the_findings_with_their_place_and_law():
    text = summary(reviewed(complete(trademark(valid_until="2025-01-01"), without=["trademark_certificate"])), office())
    assert "须补正（1项）" in text and "trademark_certificate.pdf" in text and "商标法第三十九条" in text


def test_answers_of_the_form_count():
    of = replace(complete(), answers=Answers(filer="agent", agent="钱思源"))
    assert {"missing.power_of_attorney", "missing.id_card"} <= codes(reviewed(of), "blocking")
