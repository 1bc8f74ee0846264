"""What changed between two reviews, on the page, for applicant and officer; a sealed file tells nothing of its content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from ipdesk import jobs
from ipdesk.extensions import db
from ipdesk.queries.changes import changes_between, reviews_of
from ipdesk.queries.dossiers import dossier_view
from ipdesk.refusals import NotFound
from ipdesk.services.corrections import correct
from ipdesk.services.trade_secrets import mark_secret
from ipdesk.tables import Account, Case, ReferralRow, Upload
from tests.ipdesk.builders import actor, make_account, make_case, make_member, sign_in
from tests.ipdesk.desk_builders import finding, make_review, make_upload
from tests.ipdesk.dossier_builders import hand_in, hand_in_file, hand_in_files, trademark_certificate
from tests.ipdesk.forms import text

OLD, NEW = "商标注册证（旧）.pdf", "商标注册证（续展后）.pdf"

pytestmark = pytest.mark.parametrize("config", ["sqlite"], indirect=True)


@pytest.fixture
def owner(app: Flask) -> Account:
    return make_member()


@pytest.fixture
def case(owner: Account) -> Case:
    """Handed in with a certificate that has run out, which was then replaced under another name."""
    made = make_case(owner, title="被仿冒", offence="counterfeit_trademark", narrative="网店售假")
    old = hand_in_files(actor(owner), made, {OLD: trademark_certificate("2021年5月20日")})[OLD].upload
    made = hand_in(actor(owner), made).case
    hand_in_file(actor(owner), made, NEW, trademark_certificate("2031年5月20日"), replaces=old.id)
    jobs.run_waiting()
    return made


def archive(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)
    return packed.getvalue()


def officer_of(case: Case) -> Account:
    entry = db.session.query(ReferralRow).filter_by(case_id=case.id, agency="police").one()
    return make_account("officer", desk=entry.desk)


def test_a_replacement_is_told_with_the_value_that_changed(owner: Account, case: Case) -> None:
    for who in (owner, officer_of(case)):
        changes = dossier_view(actor(who), case.id).changes
        assert changes is not None and (changes.added, changes.removed) == ((), ())
        ((old, new),) = changes.replaced
        assert OLD in old and NEW in new
        assert ("2021-05-20", "2031-05-20") in [(one.before, one.after) for one in changes.values]
        assert changes.mended and changes.remaining


def test_a_sealed_file_tells_its_name_and_nothing_else(owner: Account, case: Case) -> None:
    mark_secret(actor(owner), db.session.query(Upload).filter_by(file_name=NEW).one().id, True)
    changes = dossier_view(actor(officer_of(case)), case.id).changes
    assert changes is not None and changes.values == ()
    assert "2031" not in f"{changes}"


def test_any_two_reviews_can_be_compared_on_a_page(client: FlaskClient, owner: Account, case: Case) -> None:
    rows = reviews_of(case.id)
    upload = dossier_view(actor(owner), case.id).materials[0].upload
    correct(actor(owner), upload.id, field="mark", value="蜀光牌")
    assert len(reviews_of(case.id)) == len(rows) + 1
    page = sign_in(client, owner).get(f"/cases/{case.id}/changes/")
    assert "蜀光牌" in text(page) and "任选" not in text(page)
    back = changes_between(actor(owner), case, reviews_of(case.id)[0].id, rows[0].id)
    assert [(one.before, one.after) for one in back.values] == [("蜀光牌", "蜀光")]


def test_a_draft_is_compared_with_the_review_before(owner: Account) -> None:
    draft = make_case(owner, offence="counterfeit_trademark", narrative="网店售假")
    hand_in_files(actor(owner), draft, {OLD: trademark_certificate()})
    hand_in_files(actor(owner), draft, {"说明.txt": b"\xe8\xaf\xb4\xe6\x98\x8e"})
    changes = dossier_view(actor(owner), draft.id).changes
    assert changes is not None and any("说明.txt" in one for one in changes.added)


def test_what_an_archive_holds_is_neither_added_nor_removed_by_another_change(owner: Account) -> None:
    draft = make_case(owner, offence="counterfeit_trademark", narrative="网店售假")
    packed = {f"权利/{OLD}": trademark_certificate("2021年5月20日"), "说明.txt": "情况说明".encode()}
    first = hand_in_files(actor(owner), draft, {"打包.zip": archive(packed)})["打包.zip"].upload
    hand_in_files(actor(owner), draft, {"补充.txt": "补充说明".encode()})
    changes = dossier_view(actor(owner), draft.id).changes
    assert changes is not None and (changes.removed, changes.replaced, changes.values) == ((), (), ())
    assert len(changes.added) == 1 and "补充.txt" in changes.added[0]

    hand_in_file(actor(owner), draft, "重新打包.zip", archive(packed | {"说明.txt": "改过的说明".encode()}), replaces=first.id)
    jobs.run_waiting()
    changes = dossier_view(actor(owner), draft.id).changes
    assert changes is not None and (changes.added, changes.removed) == ((), ())
    assert [("打包.zip/说明.txt" in old, "重新打包.zip/说明.txt" in new) for old, new in changes.replaced] == [(True, True)]


def test_reviews_of_another_report_are_not_compared(owner: Account, case: Case) -> None:
    other = make_case(owner, offence="counterfeit_trademark")
    hand_in_files(actor(owner), other, {OLD: trademark_certificate()})
    with pytest.raises(NotFound):
        changes_between(actor(owner), case, reviews_of(other.id)[0].id, reviews_of(case.id)[0].id)


def test_the_court_compares_nothing(client: FlaskClient, case: Case) -> None:
    entry = db.session.query(ReferralRow).filter_by(case_id=case.id, agency="court").one()
    browser = sign_in(client, make_account("officer", desk=entry.desk))
    assert browser.get(f"/cases/{case.id}/changes/").status_code == 404


def test_a_review_made_while_files_were_being_read_is_neither_compared_nor_compared_with(owner: Account) -> None:
    made = make_case(owner)
    first = make_upload(made, owner, uploaded_at=at(1))
    whole = make_review(made, finding("missing.id_card"), made_at=at(2), uploads={first.file_name: first.id})
    second = make_upload(made, owner, uploaded_at=at(3))
    make_review(made, finding("missing.comparison"), made_at=at(4), uploads={first.file_name: first.id})
    assert dossier_view(actor(owner), made.id).changes is None, "the newest is half read"
    both = {one.file_name: one.id for one in (first, second)}
    make_review(made, finding("missing.evidence_list"), made_at=at(5), uploads=both)
    changes = dossier_view(actor(owner), made.id).changes
    assert changes is not None and changes.before_id == whole.id


def test_a_report_handed_in_while_files_were_being_read_is_measured_by_the_first_review_of_them_all(owner: Account) -> None:
    made = make_case(owner, state="submitted", submitted_at=at(3), number="IPD-1")
    one, two = (make_upload(made, owner, uploaded_at=at(1)) for _ in range(2))
    make_review(made, finding("missing.id_card"), made_at=at(2), uploads={one.file_name: one.id})
    both = {each.file_name: each.id for each in (one, two)}
    whole = make_review(made, finding("missing.comparison"), made_at=at(4), uploads=both)
    assert dossier_view(actor(owner), made.id).changes is None
    make_review(made, finding("missing.evidence_list"), made_at=at(5), uploads=both)
    changes = dossier_view(actor(owner), made.id).changes
    assert changes is not None and changes.before_id == whole.id


def at(minute: int) -> datetime:
    return datetime(2026, 11, 20, 9, minute, tzinfo=UTC)
