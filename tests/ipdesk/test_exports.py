"""The whole dossier to take away: indexed, provable without the desk, and only for those who may open its files."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient
from pypdfium2 import PdfDocument
from sqlalchemy import update

from casefiles.letters.printed import can_print
from casefiles.receipts import read_receipt, verify
from ipdesk import jobs, sheets
from ipdesk.access import Actor
from ipdesk.commands.verify import command
from ipdesk.derived import recognised_in
from ipdesk.extensions import db
from ipdesk.jobs import read_upload
from ipdesk.services.exports import as_archive, as_volume
from ipdesk.services.named_readers import name_reader
from ipdesk.services.trade_secrets import mark_secret
from ipdesk.tables import Account, AuditRow, Case, Job, ReferralRow, Upload
from tests import documents
from tests.ipdesk.builders import actor, make_account, make_case, make_member, sign_in
from tests.ipdesk.dossier_builders import complaint, hand_in, hand_in_files, trademark_certificate
from tests.ipdesk.forms import text

printing = pytest.mark.skipif(not can_print(), reason="PDF half left out: no Pango (Debian package libpangoft2-1.0-0)")
FILES = {
    "商标注册证.pdf": trademark_certificate(),
    "密点说明.txt": documents.txt("密点说明：琥珀齿轮的配方"),
    "图.png": documents.seal_png(),
}


@pytest.fixture
def owner(app: Flask) -> Account:
    return make_member(name="林知远")


@pytest.fixture
def case(owner: Account) -> Case:
    """A submitted report with three files, one of them a trade secret of its owner."""
    made = make_case(owner, title="商标被仿冒", offence="counterfeit_trademark", narrative="有人仿冒。")
    received = hand_in_files(actor(owner), made, FILES, read=False)
    for name in ("商标注册证.pdf", "密点说明.txt"):  # the picture would wait for the recognition of its text
        read_upload.run(received[name].upload.id)
    mark_secret(actor(owner), received["密点说明.txt"].upload.id, True)
    hand_in(actor(owner), made, without_waiting=True)
    return made


def officer_of(case: Case, agency: str = "police", role: str = "officer") -> Account:
    """Somebody at the desk of ``agency`` that the report went to."""
    entry = db.session.query(ReferralRow).filter_by(case_id=case.id, agency=agency).one()
    return make_account(role, desk=entry.desk)


def unpacked(who: Actor, case: Case, into: Path) -> Path:
    _, made = as_archive(who, case.id)
    with zipfile.ZipFile(made) as archive:
        archive.extractall(into)
    return into


def test_the_archive_proves_itself_without_the_desk(owner: Account, case: Case, tmp_path: Path) -> None:
    folder = unpacked(actor(owner), case, tmp_path / "taken")
    report = verify(read_receipt(folder / "manifest.json"), folder)
    assert report.holds and len(report.matched) == 3
    ran = CliRunner().invoke(command, [str(folder / "manifest.json"), str(folder)])
    assert ran.exit_code == 0 and "文件与案卷清单一致" in ran.output and "多出" not in ran.output
    assert (folder / "材料" / "商标注册证.pdf").read_bytes() == FILES["商标注册证.pdf"]
    summed = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=folder, capture_output=True, text=True, check=False)
    assert summed.returncode == 0, summed.stderr


@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_a_changed_file_does_not_pass(owner: Account, case: Case, tmp_path: Path) -> None:
    folder = unpacked(actor(owner), case, tmp_path / "taken")
    (folder / "材料" / "密点说明.txt").write_text("改过", encoding="utf-8")
    report = verify(read_receipt(folder / "manifest.json"), folder)
    assert (report.holds, report.changed) == (False, ("材料/密点说明.txt",)), report
    assert subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=folder, capture_output=True, check=False).returncode == 1


def test_a_trade_secret_goes_out_to_named_readers_only(case: Case, tmp_path: Path) -> None:
    officer = officer_of(case)
    folder = unpacked(actor(officer), case, tmp_path / "before")
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in manifest["withheld"]] == ["材料/密点说明.txt"]
    assert not (folder / "材料" / "密点说明.txt").exists()
    secret = db.session.query(Upload).filter_by(secret=True).one()
    name_reader(actor(officer_of(case, role="supervisor")), secret.id, officer.id)
    assert (unpacked(actor(officer), case, tmp_path / "after") / "材料" / "密点说明.txt").exists()


@pytest.mark.parametrize("form", ["pdf", "zip"])
@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_the_informed_court_takes_nothing_away(client: FlaskClient, case: Case, form: str) -> None:
    browser = sign_in(client, officer_of(case, "court"))
    assert browser.get(f"/cases/{case.id}").status_code == 200
    assert browser.get(f"/cases/{case.id}/dossier.{form}").status_code == 404
    assert browser.get(f"/cases/{case.id}/catalogue.docx").status_code == 404


@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_each_export_is_in_the_audit_chain(owner: Account, case: Case) -> None:
    as_archive(actor(owner), case.id)
    row = db.session.query(AuditRow).filter_by(event="dossier.exported").one()
    assert (row.actor, row.detail["form"], len(row.detail["files"]), row.detail["withheld"]) == (owner.id, "zip", 3, 0)


def pages_of(made: object) -> list[str]:
    document = PdfDocument(made)
    return [page.get_textpage().get_text_range() for page in document]


@printing
@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_the_volume_has_catalogue_bookmarks_and_every_page_its_file_and_digest(owner: Account, case: Case) -> None:
    _, made = as_volume(actor(owner), case.id)
    catalogue, *sheets = pages_of(made)
    sums = {upload.file_name: upload.sha256 for upload in db.session.query(Upload)}
    assert len(sheets) == 3 and all(name in catalogue.replace("\r\n", "") for name in FILES)
    for name, sheet in zip(FILES, sheets, strict=True):
        assert f"《{name}》第 1/1 页" in sheet and sums[name] in sheet
    assert "12345678" in sheets[0], "a PDF keeps its text"
    assert "文字版" in sheets[1] and "琥珀齿轮的配方" in sheets[1], "text without a layout says so"
    made.seek(0)
    marks = [(one.get_title(), one.get_dest().get_index()) for one in PdfDocument(made).get_toc()]
    assert [index for _, index in marks] == [0, 1, 2, 3] and "商标注册证" in marks[1][0]


@printing
@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_sheets_are_kept_for_the_next_time_but_never_a_secrets(app: Flask, owner: Account, case: Case) -> None:
    as_volume(actor(owner), case.id)
    kept = {path.stem.partition("-")[0] for path in (app.extensions["ipdesk"].data_dir / "sheets").rglob("*.pdf")}
    open_files = {upload.sha256 for upload in db.session.query(Upload).filter_by(secret=False)}
    assert kept == open_files
    mark_secret(actor(owner), db.session.query(Upload).filter_by(file_name="图.png").one().id, True)
    left = [path.stem.partition("-")[0] for path in (app.extensions["ipdesk"].data_dir / "sheets").rglob("*.pdf")]
    assert len(left) == 1


@printing
@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_a_volume_whose_files_are_not_laid_out_waits_for_a_job_and_counts(
    client: FlaskClient, owner: Account, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, address = sign_in(client, owner), f"/cases/{case.id}/dossier.pdf"
    for _ in range(2):
        waiting = browser.get(address)
        assert (waiting.status_code, waiting.headers["Refresh"]) == (202, "2")
        assert "还有 2 个文件正在排版" in text(waiting)
    assert db.session.query(Job).filter_by(kind="lay_out_sheets").count() == 1
    jobs.run_waiting()
    laid_out = []
    monkeypatch.setattr(sheets, "_lay_out", lambda order: laid_out.append(order.out.stem) or (0, "not asked for"))
    made = browser.get(address)
    assert (made.status_code, made.mimetype) == (200, "application/pdf")
    secrets = [one.id for one in db.session.query(Upload).filter_by(case_id=case.id, secret=True)]
    assert laid_out == secrets, "only what nobody keeps is laid out while the reader waits"


@printing
@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_a_file_that_no_job_can_lay_out_does_not_hold_the_volume_up(client: FlaskClient, owner: Account) -> None:
    case = make_case(owner)
    hand_in_files(actor(owner), case, {"坏.pdf": b"%PDF-1.7\nbroken"})
    browser, address = sign_in(client, owner), f"/cases/{case.id}/dossier.pdf"
    assert browser.get(address).status_code == 202
    jobs.run_waiting()
    assert browser.get(address).status_code == 200


@printing
@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_a_file_marked_secret_while_it_is_laid_out_leaves_no_sheets(
    app: Flask, owner: Account, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = sheets._keep

    def marked_before_it_is_kept(made: Path, place: Path) -> None:
        with db.engine.begin() as meanwhile:  # another request's mark, written and its sheets forgotten by now
            meanwhile.execute(update(Upload).values(secret=True))
        keep(made, place)

    monkeypatch.setattr(sheets, "_keep", marked_before_it_is_kept)
    as_volume(actor(owner), case.id)
    assert list((app.extensions["ipdesk"].data_dir / "sheets").rglob("*.pdf")) == []


@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_the_recognised_text_of_a_file_goes_when_it_becomes_a_secret(owner: Account, case: Case) -> None:
    mine, other = (
        recognised_in(name) for name in (db.session.query(Upload).filter_by(file_name="图.png").one().sha256, "f" * 64)
    )
    for folder in (mine, other):
        (folder / "ab").mkdir(parents=True)
        (folder / "ab" / "abcd.json").write_text("[]")
    mark_secret(actor(owner), db.session.query(Upload).filter_by(file_name="图.png").one().id, True)
    assert (mine.exists(), other.exists()) == (False, True)


@printing
@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_a_file_that_breaks_its_reader_is_shown_as_text_and_harms_no_other(owner: Account) -> None:
    case = make_case(owner)
    hand_in_files(actor(owner), case, {"坏.pdf": b"%PDF-1.7\nbroken", "好.txt": documents.txt("完好的说明")})
    _, made = as_volume(actor(owner), case.id)
    _, broken, fine = pages_of(made)
    assert "文字版" in broken and "完好的说明" in fine


@printing
@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_what_is_no_page_stays_out_of_the_volume(owner: Account) -> None:
    import pikepdf

    armed = io.BytesIO()
    with pikepdf.open(io.BytesIO(trademark_certificate())) as pdf:
        act = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('x')")
        pdf.Root.OpenAction = pdf.pages[0].obj.AA = pikepdf.Dictionary(O=act)
        pdf.attachments["x.exe"] = b"MZ"
        pdf.save(armed)
    case = make_case(owner)
    hand_in_files(actor(owner), case, {"注册证.pdf": armed.getvalue()})
    _, made = as_volume(actor(owner), case.id)
    with pikepdf.open(made) as volume:
        assert not volume.attachments and "/OpenAction" not in volume.Root
        assert not any("/JS" in one for one in volume.objects if isinstance(one, pikepdf.Dictionary))


@printing
@pytest.mark.slow
@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_a_word_document_is_laid_out_where_libreoffice_is_there(owner: Account) -> None:
    from casefiles.reading import libreoffice

    if libreoffice.program() is None:
        pytest.skip("Word half left out: no LibreOffice (Debian package libreoffice-writer-nogui)")
    case = make_case(owner)
    hand_in_files(actor(owner), case, {"控告书.docx": complaint()})
    _, made = as_volume(actor(owner), case.id)
    _, sheet = pages_of(made)
    assert "刑事控告书" in sheet and "文字版" not in sheet
