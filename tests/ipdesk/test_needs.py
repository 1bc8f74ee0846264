"""The list beside the upload box agrees with the review: what is missing, there, said elsewhere, or not of this report."""

from __future__ import annotations

from flask import Flask

from ipdesk.queries.needs import needs_of
from ipdesk.services.reviews import newest_review
from tests.ipdesk.builders import actor, make_case, make_member
from tests.ipdesk.dossier_builders import complaint, hand_in_files, trademark_certificate


def test_the_list_beside_the_upload_box_agrees_with_the_review(app: Flask) -> None:
    author = make_member()
    case = make_case(author, offence="counterfeit_trademark")
    before = {line.name: line.state for line in needs_of(case, None)}
    assert set(before.values()) == {"open"}
    assert any(name.startswith("权利链条") for name in before)
    hand_in_files(actor(author), case, {"控告书.docx": complaint(), "商标注册证.pdf": trademark_certificate()})
    after = {line.name: line.state for line in needs_of(case, newest_review(case.id))}
    assert after["控告书（报案材料）"] == "there"
    assert after["权利人的真伪鉴别意见"] == "missing"
    assert after["数额或者数量的证据"] == "stated"  # a figure in the complaint
    assert not any(name.startswith("权利链条") for name in after)  # holder and complainant are one


def test_a_review_for_another_offence_says_nothing_of_this_ones_needs(app: Flask) -> None:
    author = make_member()
    case = make_case(author, offence="counterfeit_trademark")
    hand_in_files(actor(author), case, {"控告书.docx": complaint()})
    review = newest_review(case.id)
    case.offence = "trade_secret"
    assert {line.state for line in needs_of(case, review)} == {"open"}
