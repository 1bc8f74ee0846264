"""Every kind, in every layout and style of the dossier papers, comes out with its kind and its fields."""

import pytest

from casefiles.kinds import all_kinds
from casefiles.understanding import understand
from casefiles.values.characters import halfwidth
from tests.casefiles.kinds.builders import reading
from tests.dossiers.cast import cast
from tests.dossiers.papers import Paper, layouts, printed
from tests.dossiers.styles import STYLES

EVERY = [pytest.param(layout, id=f"{layout.kind}-{layout.name}") for layout in layouts()]


def _understood(paper: Paper, style: str):
    blocks = STYLES[style](paper.blocks)
    (found,) = understand("材料.docx", reading("\n".join(Paper(paper.kind, paper.layout, tuple(blocks), {}).lines)))
    return found


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("layout", EVERY)
def test_a_paper_is_recognised_and_read(layout, style):
    paper = printed(layout, cast(5))
    found = _understood(paper, style)
    assert found.kind == paper.kind
    read = {name: halfwidth(found.value(name) or "") for name in paper.fields}
    assert read == {name: halfwidth("".join(value.split())) for name, value in paper.fields.items()}


def test_every_kind_has_at_least_three_layouts():
    counts = {kind.code: sum(layout.kind == kind.code for layout in layouts()) for kind in all_kinds()}
    assert {code for code, count in counts.items() if count < 3} == set()


def test_every_layout_states_the_fields_of_its_kind():
    fields = {kind.code: {field.name for field in kind.fields} for kind in all_kinds()}
    assert [layout.kind for layout in layouts() if set(layout.truth) != fields[layout.kind]] == []


def test_what_was_recognised_is_certain_enough_to_be_shown():
    papers = [printed(layout, cast(5)) for layout in layouts() if layout.kind != "other"]
    sure = {(paper.kind, paper.layout): _understood(paper, "as it is").confidence for paper in papers}
    assert {paper: confidence for paper, confidence in sure.items() if confidence < 0.5} == {}


def test_what_tells_papers_of_a_kind_apart_is_one_of_its_fields():
    told_apart = {kind.code: kind.told_apart_by for kind in all_kinds() if kind.told_apart_by}
    fields = {kind.code: {field.name for field in kind.fields} for kind in all_kinds()}
    assert {code for code, name in told_apart.items() if name not in fields[code]} == set()
    assert told_apart["notarial_deed"] == "deed_no"
