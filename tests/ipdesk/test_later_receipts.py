"""材料补交回执: what came after the submission has its own receipt, and its own proof."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from flask.testing import FlaskClient
from sqlalchemy import select

from ipdesk import clock
from ipdesk.commands.verify import command
from ipdesk.extensions import db
from ipdesk.refusals import Conflict
from ipdesk.services.later_receipts import ask_for_receipt, receipts_of
from ipdesk.services.receipts import receipt_of
from ipdesk.services.supplements import answer, ask
from ipdesk.tables import Account, Case, OutgoingMail, ReferralRow, Supplement
from tests import documents
from tests.ipdesk.builders import actor, make_account, make_case, make_member, sign_in
from tests.ipdesk.dossier_builders import hand_in, hand_in_file
from tests.ipdesk.forms import send, text

pytestmark = pytest.mark.usefixtures("app")
LATER = documents.txt("补交的委托书")


@pytest.fixture
def owner() -> Account:
    return make_member()


@pytest.fixture
def case(owner: Account) -> Case:
    made = make_case(owner, title="被仿冒", offence="counterfeit_trademark", narrative="有人仿冒。")
    hand_in_file(actor(owner), made, "控告书.txt")
    return hand_in(actor(owner), made, without_waiting=True).case


def asked(case: Case) -> Supplement:
    entry = db.session.query(ReferralRow).filter_by(case_id=case.id, agency="police").one()
    officer = actor(make_account("officer", desk=entry.desk))
    due = clock.today() + timedelta(days=7)
    return ask(officer, entry.id, version=entry.version, due=due, items=["请补交授权委托书原件。"])


def test_an_answer_brings_a_receipt_for_the_files_that_came_with_it(owner: Account, case: Case) -> None:
    notice = asked(case)
    hand_in_file(actor(owner), case, "委托书.txt", LATER)
    answer(actor(owner), notice.id, "已上传委托书")
    first, second = receipts_of(case.id)
    assert [one["name"] for one in second.content["files"]] == ["委托书.txt"]
    assert (second.number, second.content["supplements"]) == (f"{case.number}-B01", case.number)
    assert receipt_of(actor(owner), case.id).id == first.id, "the receipt of the submission stays what it was"


@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_an_answer_in_words_alone_brings_none(owner: Account, case: Case) -> None:
    answer(actor(owner), asked(case).id, "原件线下提交")
    assert len(receipts_of(case.id)) == 1


@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_files_that_came_without_a_notice_get_one_when_asked_and_only_once(owner: Account, case: Case) -> None:
    hand_in_file(actor(owner), case, "委托书.txt", LATER)
    ask_for_receipt(actor(owner), case.id)
    with pytest.raises(Conflict, match="都有回执"):
        ask_for_receipt(actor(owner), case.id)
    hand_in_file(actor(owner), case, "执业证.txt", documents.txt("律师执业证"))
    assert ask_for_receipt(actor(owner), case.id).number == f"{case.number}-B02"


def test_the_command_proves_a_later_receipt(client: FlaskClient, owner: Account, case: Case, tmp_path: Path) -> None:
    hand_in_file(actor(owner), case, "委托书.txt", LATER)
    browser = sign_in(client, owner)
    page = send(browser, f"/reports/{case.id}/receipts", f"/reports/{case.id}")
    address = page.location
    shown = text(browser.get(address))
    assert "材料补交回执" in shown and "提交时的缺项" not in shown
    folder = tmp_path / "handed in"
    folder.mkdir()
    (folder / "委托书.txt").write_bytes(LATER)
    (tmp_path / "receipt.json").write_bytes(browser.get(f"{address}/receipt.json").data)
    ran = CliRunner().invoke(command, [str(tmp_path / "receipt.json"), str(folder)])
    assert ran.exit_code == 0, ran.output
    changed = json.loads((tmp_path / "receipt.json").read_text(encoding="utf-8"))
    changed["files"][0]["name"] = "别的.txt"
    (tmp_path / "receipt.json").write_text(json.dumps(changed), encoding="utf-8")
    assert CliRunner().invoke(command, [str(tmp_path / "receipt.json"), str(folder)]).exit_code == 1
    words = Document(io.BytesIO(browser.get(f"{address}/receipt.docx").data))
    assert any("材料补交回执" in one.text for one in words.paragraphs)


@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_a_notice_is_written_to_everyone_who_acts_for_the_enterprise_without_its_content(owner: Account, case: Case) -> None:
    asked(case)
    (letter,) = db.session.execute(select(OutgoingMail)).scalars()
    assert letter.recipient == owner.email and str(case.number) in letter.subject
    assert "1 项" in letter.body and "委托书" not in letter.body, "mail is read on its way"
