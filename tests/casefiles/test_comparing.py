"""Two reviews side by side: every finding, document and value is told once, as gone, new, or still there."""

from dataclasses import replace

from casefiles.model import Fact, Finding, Material, Reading, Review
from casefiles.offices import office
from casefiles.prereview import review
from casefiles.telling.comparing import compare
from tests.casefiles.builders import complete

BASE = review(complete(), office=office())


def found(code: str, message: str = "", severity: str = "warning") -> Finding:
    return Finding(code, severity, message or code, "")


def document(file: str, sha256: str = "a", **fields: str) -> Material:
    return Material(file, Reading("pdf"), fields={name: Fact(name, value) for name, value in fields.items()}, sha256=sha256)


def made(*findings: Finding, materials: tuple[Material, ...] = ()) -> Review:
    return replace(BASE, findings=findings, materials=materials)


def codes(findings) -> list[str]:
    return [one.code for one in findings]


def test_findings_are_gone_new_or_remaining_and_information_is_left_out():
    told = compare(
        made(found("missing.a"), found("expired.b"), found("threshold.met", severity="info")),
        made(found("expired.b"), found("mismatch.c")),
    )
    assert (codes(told.gone), codes(told.fresh), codes(told.remaining)) == (["missing.a"], ["mismatch.c"], ["expired.b"])


def test_of_two_findings_that_say_the_same_one_can_go():
    told = compare(made(found("missing.a"), found("missing.a")), made(found("missing.a")))
    assert (len(told.gone), len(told.remaining), told.fresh) == (1, 1, ())


def test_documents_are_added_removed_or_replaced():
    told = compare(
        made(materials=(document("旧.pdf"), document("证.pdf"))), made(materials=(document("证.pdf", "b"), document("新.pdf")))
    )
    assert [one.file for one in told.added] == ["新.pdf"] and [one.file for one in told.removed] == ["旧.pdf"]
    assert [(one.sha256, other.sha256) for one, other in told.replaced] == [("a", "b")]


def test_a_file_that_took_anothers_place_under_a_new_name_is_a_replacement():
    told = compare(
        made(materials=(document("旧.pdf", valid_until="2021-05-20"),)),
        made(materials=(document("新.pdf", "b", valid_until="2031-05-20"),)),
        {"旧.pdf": "新.pdf"},
    )
    assert (told.added, told.removed, len(told.replaced)) == ((), (), 1)
    assert [(one.field, one.old, one.new) for one in told.values] == [("valid_until", "2021-05-20", "2031-05-20")]


def test_a_value_that_came_or_went_is_told():
    told = compare(made(materials=(document("a.pdf", name="甲"),)), made(materials=(document("a.pdf", uscc="91"),)))
    assert [(one.field, one.old, one.new) for one in told.values] == [("name", "甲", None), ("uscc", None, "91")]


def test_a_review_does_not_differ_from_itself():
    told = compare(BASE, BASE)
    assert (told.gone, told.fresh, told.added, told.removed, told.replaced, told.values) == ((), (), (), (), (), ())
