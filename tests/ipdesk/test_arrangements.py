"""Which pages are one document: proposed, confirmed or corrected on the materials page, kept and shown as the person's."""

from __future__ import annotations

import pytest
from flask import Flask

from casefiles.model import Line, Page, Reading
from ipdesk import jobs
from ipdesk.database import db
from ipdesk.queries.arrangements import arrangements_of
from ipdesk.queries.dossiers import dossier_view
from ipdesk.refusals import Invalid
from ipdesk.services import arrangements, corrections, readings
from ipdesk.services.reviews import newest_review, review_now
from ipdesk.tables import Account, Case, Upload
from tests import documents
from tests.ipdesk.builders import actor, make_case, make_member, sign_in
from tests.ipdesk.dossier_builders import HOLDER, hand_in_file
from tests.ipdesk.forms import send, text, token_of

POWER = ("授权委托书", f"委托人：{HOLDER}", "受托人：周慎行")
LICENCE = ("营业执照", f"名称：{HOLDER}", "法定代表人：林知远")


def bound() -> tuple[Account, Case, Upload]:
    """One PDF with a licence of one page and a power of two."""
    author = make_member()
    case = make_case(author)
    turn = documents.PAGE_BREAK
    pages = documents.text_pdf([*LICENCE, turn, *POWER, turn, "委托期限至2027年1月1日", "特此委托"])
    upload = hand_in_file(actor(author), case, "合订.pdf", pages).upload
    jobs.run_waiting()
    return author, case, upload


def photographed(*pages: tuple[str, ...], names: str = "IMG_{}.jpg") -> tuple[Account, Case, list[Upload]]:
    """Photos as they were recognised; what stands on them is given, for recognising takes seconds."""
    author = make_member()
    case = make_case(author)
    uploads = [
        hand_in_file(actor(author), case, names.format(number), b"%d" % number).upload for number in range(1, len(pages) + 1)
    ]
    for upload, lines in zip(uploads, pages, strict=True):
        readings.keep_reading(upload.id, Reading("image", (Page(1, tuple(map(Line, lines)), source="ocr"),)))
    db.session.expire_all()
    review_now(case.id)
    return author, case, uploads


def parts(case: Case) -> list[tuple[str | None, str, str | None]]:
    review = newest_review(case.id)
    assert review
    return [(one["part"], one["kind"], one["arranged_by"]) for one in review.result["materials"]]


def test_several_documents_in_one_file_are_proposed_and_confirmed(app: Flask) -> None:
    author, case, upload = bound()
    (proposal,) = arrangements_of(actor(author), case).taken
    assert (proposal.text, proposal.is_open) == ("1、2-3", True)
    arrangements.arrange(actor(author), upload.id, proposal.text)
    assert parts(case) == [("1-1", "business_license", author.name), ("2-3", "power_of_attorney", author.name)]
    assert arrangements_of(actor(author), case).open == 0


def test_a_corrected_split_is_kept_when_the_file_is_read_again_and_can_be_taken_back(app: Flask) -> None:
    author, case, upload = bound()
    arrangements.arrange(actor(author), upload.id, "1-2、3")
    readings.read_again(actor(author), upload.id)
    jobs.run_waiting()
    assert [(part, by) for part, _, by in parts(case)] == [("1-2", author.name), ("3-3", author.name)]
    corrections.take_back(actor(author), upload.id, field="parts")
    assert [(part, by) for part, _, by in parts(case)] == [("1-1", None), ("2-3", None)]


def test_a_split_that_leaves_pages_out_is_refused_with_what_is_wrong(app: Flask) -> None:
    author, case, upload = bound()
    with pytest.raises(Invalid, match="共 3 页"):
        arrangements.arrange(actor(author), upload.id, "1-2")
    assert [by for _, _, by in parts(case)] == [None, None]


def test_photos_whose_pages_count_themselves_are_one_document_with_places_in_each(app: Flask) -> None:
    author, case, uploads = photographed((*POWER[:2], "第1页 共2页"), ("受托人：周慎行", "第2页 共2页"), LICENCE)
    power, licence = dossier_view(actor(author), case.id).materials
    assert (power.kind, power.files, licence.kind) == ("power_of_attorney", ("IMG_1.jpg", "IMG_2.jpg"), "business_license")
    agent = next(one for one in power.fields if one.name == "agent")
    assert agent.place and (agent.place.file, agent.place.upload_id, agent.place.page) == ("IMG_2.jpg", uploads[1].id, 1)


def test_what_only_the_names_suggest_waits_for_a_word(app: Flask) -> None:
    author, case, uploads = photographed(POWER, ("委托期限至2027年1月1日",), names="委托书{}.jpg")
    assert len(dossier_view(actor(author), case.id).materials) == 2
    assert [one.is_open for one in arrangements_of(actor(author), case).put] == [False, True]
    arrangements.continue_file(actor(author), uploads[1].id, "委托书1.jpg")
    (joined,) = dossier_view(actor(author), case.id).materials
    assert (joined.files, joined.arranged_by) == (("委托书1.jpg", "委托书2.jpg"), author.name)
    arrangements.continue_file(actor(author), uploads[1].id, "")
    assert len(dossier_view(actor(author), case.id).materials) == 2


def test_only_photos_of_the_report_are_put_together(app: Flask) -> None:
    author, _, uploads = photographed(POWER, LICENCE)
    for after in ("IMG_1.jpg", "没有.jpg"):
        with pytest.raises(Invalid):
            arrangements.continue_file(actor(author), uploads[0].id, after)


def test_the_materials_page_asks_and_takes_the_answer(app: Flask) -> None:
    author, case, upload = bound()
    client = sign_in(app.test_client(), author)
    page = client.get(f"/reports/{case.id}/materials/arrangement", headers={"HX-Request": "true"}).get_data(as_text=True)
    assert "合订.pdf" in page and "1、2-3" in page and "第1页" in page and "待确认" in page
    assert "<html" in client.get(f"/reports/{case.id}/materials/arrangement").get_data(as_text=True)
    assert "1-1" not in page
    answer = send(client, f"/uploads/{upload.id}/parts", f"/reports/{case.id}/materials/arrangement", parts="1-3")
    assert answer.status_code == 302
    assert [(part, by) for part, _, by in parts(case)] == [(None, author.name)]
    assert f"由 {author.name} 确定" in client.get(f"/reports/{case.id}/materials/arrangement").get_data(as_text=True)


def test_pages_that_do_not_follow_are_told_once_with_the_way_back(app: Flask) -> None:
    author, case, upload = bound()
    client, form = sign_in(app.test_client(), author), f"/reports/{case.id}/materials/arrangement"
    sent = {"csrf_token": token_of(client.get(form)), "parts": "1-2、2-3"}
    answer = client.post(f"/uploads/{upload.id}/parts", data=sent, headers={"Referer": f"http://localhost{form}"})
    assert answer.status_code == 422
    assert text(answer).count("页码没有接上") == 2  # the title of the window and the heading
    assert f'href="http://localhost{form}"' in answer.get_data(as_text=True)


def test_each_kind_a_file_holds_has_a_label_of_its_own_so_that_a_narrow_page_can_break_them(app: Flask) -> None:
    author, case, _ = bound()
    page = sign_in(app.test_client(), author).get(f"/reports/{case.id}/materials/").get_data(as_text=True)
    assert "营业执照</span>" in page and "授权委托书</span>" in page and "营业执照、" not in page
