"""Files come in whole or not at all, under their own names, within the limits."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import pytest
from flask import Flask

from ipdesk.config import Config
from ipdesk.database import db
from ipdesk.queries.reports import live_uploads
from ipdesk.queries.uploads import visible_upload
from ipdesk.refusals import Conflict, Invalid, NotFound, TooMuch
from ipdesk.services import trade_secrets, uploads
from ipdesk.services.reports import delete_report
from ipdesk.storage import the_vault
from ipdesk.tables import AuditRow, Case, Job, Upload
from tests.ipdesk.builders import actor, make_case, make_enterprise, make_member, make_officer, make_referral
from tests.ipdesk.dossier_builders import hand_in_file


def test_a_file_lies_in_the_vault_with_row_job_and_audit(app: Flask) -> None:
    author = make_member()
    case = make_case(author)
    upload = hand_in_file(actor(author), case, "证据 清单.txt", b"abc").upload
    assert upload.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert upload.sm3 == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert upload.file_name == "证据 清单.txt"
    assert upload.sha256 in the_vault()
    assert db.session.query(Job).filter_by(kind="read_upload", subject=upload.id, state="waiting").count() == 1
    assert db.session.query(AuditRow).filter_by(event="upload.stored", subject=upload.id).count() == 1


def test_two_files_of_one_name_are_both_kept(app: Flask) -> None:
    author = make_member()
    case = make_case(author)
    names = [hand_in_file(actor(author), case, "照片.jpg", data).upload.file_name for data in (b"1", b"2", b"3")]
    assert names == ["照片.jpg", "照片（2）.jpg", "照片（3）.jpg"]


def test_the_same_content_twice_is_told_and_not_refused(app: Flask) -> None:
    author = make_member()
    case = make_case(author)
    assert hand_in_file(actor(author), case, "甲.txt", b"same").same_as == ()
    assert hand_in_file(actor(author), case, "乙.txt", b"same").same_as == ("甲.txt",)


def test_an_empty_file_is_refused_with_its_name(app: Flask) -> None:
    author = make_member()
    with pytest.raises(Invalid, match=r"空白\.docx"):
        hand_in_file(actor(author), make_case(author), "空白.docx", b"")


def test_a_stream_that_breaks_off_leaves_neither_row_nor_bytes(app: Flask) -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell():
                raise ConnectionResetError
            return super().read(3)

    author = make_member()
    case = make_case(author)
    with pytest.raises(ConnectionResetError):
        uploads.receive(actor(author), case.id, Broken(b"abcdef"), "断.txt")
    assert live_uploads(case.id) == []
    assert list(the_vault().all()) == []


@pytest.fixture
def config(config: Config, request: pytest.FixtureRequest) -> Iterator[Config]:
    """Small limits, so that they can be reached."""
    yield replace(config, file_limit=1000, case_limit=2000, case_files=3)


@pytest.mark.parametrize(
    ("sizes", "told"),
    [((1001,), "单个文件上限"), ((900, 900, 900), "文件合计"), ((1, 1, 1, 1), "达到上限 3 个")],
)
def test_a_limit_is_told_and_nothing_of_the_file_is_kept(app: Flask, sizes: tuple[int, ...], told: str) -> None:
    author = make_member()
    case = make_case(author)
    with pytest.raises(TooMuch, match=told):
        for size in sizes:
            hand_in_file(actor(author), case, "大.bin", b"x" * size)
    assert len(live_uploads(case.id)) == len(sizes) - 1


def test_a_replaced_file_leaves_the_dossier_and_stays_in_history(app: Flask) -> None:
    author = make_member()
    case = make_case(author)
    old = hand_in_file(actor(author), case, "执照.pdf", b"old").upload
    new = hand_in_file(actor(author), case, "执照.pdf", b"new", replaces=old.id).upload
    assert [one.id for one in live_uploads(case.id)] == [new.id]
    assert new.file_name == "执照.pdf"
    history = db.session.get_one(Upload, old.id)
    assert history.removed_at is not None
    assert history.replaced_by == new.id


def test_a_file_is_replaced_once(app: Flask) -> None:
    author = make_member()
    case = make_case(author)
    old = hand_in_file(actor(author), case, "执照.pdf", b"old").upload
    hand_in_file(actor(author), case, "执照.pdf", b"new", replaces=old.id)
    with pytest.raises(Conflict):
        hand_in_file(actor(author), case, "执照.pdf", b"newer", replaces=old.id)


def at_once(app: Flask, *acts: Callable[[], object]) -> list[object]:
    """What each act gave or raised, all of them begun at the same moment, each in a thread and a session of its own."""
    begin = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        with app.app_context():
            begin.wait()
            try:
                return act()
            except Exception as why:  # told as what became of the act
                return why

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def test_of_many_who_replace_a_file_at_once_one_does(app: Flask) -> None:
    author = make_member()
    case = make_case(author)
    who, old = actor(author), hand_in_file(actor(author), case, "执照.pdf", b"old").upload.id
    case_id = case.id
    acts = [partial(uploads.receive, who, case_id, io.BytesIO(b"%d" % n), "执照.pdf", replaces=old) for n in range(6)]
    outcomes = at_once(app, *acts)
    assert sorted(type(one).__name__ for one in outcomes) == ["Conflict"] * 5 + ["Received"]
    db.session.rollback()
    assert len(live_uploads(case_id)) == 1


def test_a_draft_deleted_while_its_files_come_and_go_is_only_gone(app: Flask) -> None:
    author = make_member()
    case = make_case(author)
    who, case_id = actor(author), case.id
    old = hand_in_file(who, case, "执照.pdf", b"old").upload.id
    comes = [partial(uploads.receive, who, case_id, io.BytesIO(b"%d" % n), "新.pdf") for n in range(3)]
    ends = [partial(delete_report, who, case_id)] * 2
    outcomes = at_once(app, *comes, *ends, partial(uploads.remove, who, old))
    unexpected = [one for one in outcomes if isinstance(one, Exception) and not isinstance(one, NotFound | Conflict)]
    assert unexpected == []
    db.session.rollback()
    assert db.session.query(Case).filter_by(id=case_id).count() == 0


def test_a_removed_file_leaves_the_dossier_and_its_bytes_stay(app: Flask) -> None:
    author = make_member()
    case = make_case(author)
    upload = hand_in_file(actor(author), case).upload
    uploads.remove(actor(author), upload.id)
    assert live_uploads(case.id) == []
    assert upload.sha256 in the_vault()


def test_a_submitted_report_loses_no_file_and_takes_further_ones(app: Flask) -> None:
    author = make_member()
    case = make_case(author, state="submitted")
    upload = hand_in_file(actor(author), case, "补充.txt").upload
    with pytest.raises(Conflict):
        uploads.remove(actor(author), upload.id)


def test_a_withdrawn_report_takes_no_file(app: Flask) -> None:
    author = make_member()
    with pytest.raises(Conflict, match="撤回"):
        hand_in_file(actor(author), make_case(author, state="withdrawn"))


def test_another_enterprise_reaches_no_file(app: Flask) -> None:
    author, stranger = make_member(), make_member()
    case = make_case(author)
    upload = hand_in_file(actor(author), case).upload
    with pytest.raises(NotFound):
        hand_in_file(actor(stranger), case)
    with pytest.raises(NotFound):
        uploads.remove(actor(stranger), upload.id)
    with pytest.raises(NotFound):
        hand_in_file(actor(stranger), make_case(stranger), replaces=upload.id)


def test_a_sealed_file_is_opened_by_its_uploader_alone(app: Flask) -> None:
    enterprise = make_enterprise()
    author, colleague = make_member(enterprise), make_member(enterprise)
    officer = make_officer()
    case = make_case(author, state="submitted")
    make_referral(case, officer.desk or "")
    upload = hand_in_file(actor(author), case, "配方.txt").upload
    assert visible_upload(actor(colleague), upload.id)
    assert visible_upload(actor(officer), upload.id)
    trade_secrets.mark_secret(actor(author), upload.id, True)
    assert visible_upload(actor(author), upload.id)
    for other in (colleague, officer):
        with pytest.raises(NotFound):
            visible_upload(actor(other), upload.id)
    with pytest.raises(NotFound):
        trade_secrets.mark_secret(actor(colleague), upload.id, False)
