"""Words that notices and undertakings keep are told no more once the file they rest on is a trade secret."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from docx import Document
from flask.testing import FlaskClient

from ipdesk import clock
from ipdesk.database import db, transaction
from ipdesk.services.supplements import ask
from ipdesk.services.trade_secrets import mark_secret
from ipdesk.services.undertakings import undertake
from ipdesk.tables import Account, Case, Supplement, Upload
from tests.ipdesk.builders import actor, make_member, make_officer, sign_in
from tests.ipdesk.desk_builders import finding, make_review, make_submitted, make_upload, refer
from tests.ipdesk.forms import text

pytestmark = pytest.mark.usefixtures("app")

SECRET, OPEN, OWN = "配方表里的琥珀酸含量前后不一致。", "没有找到证据清单。", "请补充订购合同"
WORDS = "这一项涉及标为商业秘密的材料"


@pytest.fixture
def officer() -> Account:
    return make_officer()


@pytest.fixture
def case(officer: Account) -> Case:
    """A report whose notice and undertaking quote a file that nobody had marked yet."""
    owner = make_member()
    made = make_submitted(owner)
    upload = make_upload(made, owner, file_name="配方表.pdf")
    place = {"file": upload.file_name, "page": 1, "quote": "琥珀酸", "box": None, "part": None}
    row = make_review(
        made,
        finding("mismatch.amount", "warning", message=SECRET, evidence=[place]),
        finding("missing.evidence_list", "warning", message=OPEN),
        finding("invalid.signature", "warning", message=SECRET, evidence=[place]),
    )
    entry = refer(made)
    how = {"due": clock.today(), "findings": [0, 1], "items": [OWN], "review_id": row.id}
    ask(actor(officer), entry.id, version=entry.version, **how)
    undertake(actor(owner), made.id, {"invalid.signature": clock.today() + timedelta(days=3)})
    return made


def seal(case: Case, secret: bool = True) -> None:
    upload = db.session.query(Upload).filter_by(case_id=case.id).one()
    mark_secret(actor(case.author), upload.id, secret)


def paper(browser: FlaskClient, notice: Supplement) -> str:
    document = Document(io.BytesIO(browser.get(f"/supplements/{notice.id}/notice.docx").data))
    return "\n".join(one.text for one in document.paragraphs)


def test_before_anything_is_secret_all_words_are_told(client: FlaskClient, case: Case, officer: Account) -> None:
    page = text(sign_in(client, officer).get(f"/cases/{case.id}"))
    assert SECRET in page and OPEN in page and OWN in page


def test_a_desk_reads_no_more_what_quoted_a_file_that_became_a_secret(client: FlaskClient, case: Case, officer: Account) -> None:
    seal(case)
    notice = db.session.query(Supplement).one()
    browser = sign_in(client, officer)
    for told in (text(browser.get(f"/cases/{case.id}")).partition("补正通知")[2], paper(browser, notice)):
        assert SECRET not in told and WORDS in told and OPEN in told and OWN in told
    seal(case, secret=False)
    assert SECRET in paper(browser, notice)


def test_words_that_no_review_is_known_to_have_said_are_not_told_beside_a_secret(
    client: FlaskClient, case: Case, officer: Account
) -> None:
    with transaction() as session:
        notice = session.query(Supplement).one()
        notice.items = [{**item, "message": f"别的：{item['code']}"} for item in notice.items]
    seal(case)
    told = paper(sign_in(client, officer), db.session.query(Supplement).one())
    assert "别的：mismatch.amount" not in told and "别的：officer" in told


def test_what_was_promised_is_told_without_the_words_of_a_secret(client: FlaskClient, case: Case, officer: Account) -> None:
    browser = sign_in(client, officer)
    assert SECRET in text(browser.get(f"/cases/{case.id}")).partition("承诺补正")[2]
    seal(case)
    told = text(browser.get(f"/cases/{case.id}")).partition("承诺补正")[2]
    assert SECRET not in told and WORDS in told
