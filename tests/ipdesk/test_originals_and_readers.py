"""原件核对 and the named readers of trade secrets."""

import pytest

from ipdesk.access import visible_uploads
from ipdesk.extensions import db
from ipdesk.refusals import Conflict, Invalid, NotAllowed, NotFound
from ipdesk.services.named_readers import name_reader, remove_reader
from ipdesk.services.originals import check_original
from ipdesk.tables import AuditRow, NamedReader, OriginalCheck, Upload
from tests.ipdesk.builders import actor, make_enterprise, make_member, make_officer
from tests.ipdesk.desk_builders import make_submitted, make_upload, refer

pytestmark = pytest.mark.usefixtures("app")


def dossier(secret: bool = False, agency: str = "police", **values):
    author = make_member()
    case = make_submitted(author)
    refer(case, agency, **values)
    return author, make_upload(case, author, secret=secret)


def opens(account, upload) -> bool:
    return db.session.query(Upload).filter(Upload.id == upload.id, visible_uploads(actor(account))).count() == 1


@pytest.mark.parametrize("agency", ["police", "procuratorate", "administrative"])
def test_a_working_desk_checks_originals(agency: str) -> None:
    _, upload = dossier(agency=agency)
    officer = make_officer(agency)
    check = check_original(actor(officer), upload.id, agrees=True)
    assert (check.checked_by, check.agrees) == (officer.id, True)
    assert db.session.query(AuditRow).filter_by(event="upload.original_checked", subject=upload.id).count() == 1


def test_a_difference_needs_words() -> None:
    _, upload = dossier()
    officer = actor(make_officer())
    with pytest.raises(Invalid):
        check_original(officer, upload.id, agrees=False, note=" ")
    assert check_original(officer, upload.id, agrees=False, note="第2页印章不同").note == "第2页印章不同"


def test_a_second_check_leaves_the_first() -> None:
    _, upload = dossier()
    for agrees in (False, True):
        check_original(actor(make_officer()), upload.id, agrees=agrees, note="见备注")
    assert [check.agrees for check in db.session.query(OriginalCheck).order_by(OriginalCheck.checked_at)] == [False, True]


@pytest.mark.parametrize(
    ("agency", "values"), [("court", {}), ("administrative", {"role": "informed"})], ids=["the court", "informed administration"]
)
def test_an_informed_desk_checks_nothing(agency: str, values: dict) -> None:
    _, upload = dossier(agency=agency, **values)
    with pytest.raises(NotFound):
        check_original(actor(make_officer(agency)), upload.id, agrees=True)


def test_neither_supervisor_nor_applicant_checks_originals() -> None:
    author, upload = dossier()
    for account in (make_officer(role="supervisor"), author):
        with pytest.raises(NotAllowed):
            check_original(actor(account), upload.id, agrees=True)


def test_a_secret_is_checked_by_its_named_reader_only() -> None:
    _, upload = dossier(secret=True)
    officer = make_officer()
    with pytest.raises(NotFound):
        check_original(actor(officer), upload.id, agrees=True)
    name_reader(actor(make_officer(role="supervisor")), upload.id, officer.id)
    assert check_original(actor(officer), upload.id, agrees=True).agrees


def test_a_supervisor_names_an_officer_who_can_then_open_the_secret() -> None:
    _, upload = dossier(secret=True)
    officer, supervisor = make_officer(), make_officer(role="supervisor")
    assert not opens(officer, upload)
    name_reader(actor(supervisor), upload.id, officer.id)
    assert opens(officer, upload)
    assert not opens(supervisor, upload), "naming readers opens nothing for the one who names"


def test_a_reader_taken_off_opens_it_no_more() -> None:
    _, upload = dossier(secret=True)
    officer, supervisor = make_officer(), make_officer(role="supervisor")
    name_reader(actor(supervisor), upload.id, officer.id)
    remove_reader(actor(supervisor), upload.id, officer.id)
    assert not opens(officer, upload)
    events = [row.event for row in db.session.query(AuditRow).filter_by(subject=upload.id).order_by(AuditRow.seq)]
    assert events == ["upload.reader_named", "upload.reader_removed"]


def test_the_uploader_names_a_colleague() -> None:
    enterprise = make_enterprise()
    author, colleague = make_member(enterprise), make_member(enterprise)
    upload = make_upload(make_submitted(author), author, secret=True)
    name_reader(actor(author), upload.id, colleague.id)
    assert opens(colleague, upload)


def test_an_officer_names_nobody() -> None:
    _, upload = dossier(secret=True)
    with pytest.raises(NotAllowed):
        name_reader(actor(make_officer()), upload.id, make_officer().id)


@pytest.mark.parametrize("reader", [make_member, lambda: make_officer("procuratorate"), lambda: make_officer(active=False)])
def test_only_active_officers_of_the_own_desk_are_named(reader) -> None:
    _, upload = dossier(secret=True)
    with pytest.raises(Invalid):
        name_reader(actor(make_officer(role="supervisor")), upload.id, reader().id)
    assert db.session.query(NamedReader).count() == 0


def test_a_supervisor_elsewhere_finds_no_file() -> None:
    _, upload = dossier(secret=True)
    with pytest.raises(NotFound):
        name_reader(actor(make_officer("procuratorate", role="supervisor")), upload.id, make_officer("procuratorate").id)


def test_an_informed_desk_s_supervisor_names_nobody() -> None:
    _, upload = dossier(secret=True, agency="court")
    with pytest.raises(NotFound):
        name_reader(actor(make_officer("court", role="supervisor")), upload.id, make_officer("court").id)


def test_an_open_file_needs_no_readers() -> None:
    _, upload = dossier()
    with pytest.raises(Invalid):
        name_reader(actor(make_officer(role="supervisor")), upload.id, make_officer().id)


def test_naming_twice_and_removing_nobody_are_told() -> None:
    _, upload = dossier(secret=True)
    officer, supervisor = make_officer(), actor(make_officer(role="supervisor"))
    with pytest.raises(Conflict):
        remove_reader(supervisor, upload.id, officer.id)
    name_reader(supervisor, upload.id, officer.id)
    with pytest.raises(Conflict):
        name_reader(supervisor, upload.id, officer.id)
