"""The doctor's fix removes originals that no row names, and never those another upload still names."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from flask import Flask

from ipdesk import doctor
from ipdesk.config import Config
from ipdesk.doctor import Complaint, check_vault
from ipdesk.services.reports import delete_report
from ipdesk.storage import the_vault
from tests.ipdesk.builders import actor, make_case, make_member
from tests.ipdesk.dossier_builders import hand_in_file


def told(*, fix: bool) -> list[str]:
    found: Iterator[Complaint] = check_vault(the_vault(), lambda _done, _total: None, fix=fix)
    return [one.grade for one in found]


def test_bytes_of_deleted_drafts_go_and_shared_ones_stay(app: Flask, config: Config) -> None:
    author = make_member()
    kept, deleted = make_case(author), make_case(author)
    shared = hand_in_file(actor(author), kept, "甲.txt", b"shared").upload.sha256
    hand_in_file(actor(author), deleted, "甲.txt", b"shared")
    spare = hand_in_file(actor(author), deleted, "乙.txt", b"spare").upload.sha256
    fresh = hand_in_file(actor(author), deleted, "丙.txt", b"fresh").upload.sha256
    delete_report(actor(author), deleted.id)
    for sha256 in (shared, spare):
        os.utime(the_vault().path(sha256), (0, 0))
    assert told(fix=False) == ["note"]
    assert told(fix=True) == ["mended", "note"], "what is younger than a day stays"
    assert sorted(the_vault().all()) == sorted((shared, fresh))


@pytest.mark.parametrize(("there", "notes"), [(True, 0), (False, 1)])
def test_a_kernel_that_cannot_confine_is_told(monkeypatch: pytest.MonkeyPatch, there: bool, notes: int) -> None:
    monkeypatch.setattr(doctor, "can_confine", lambda: there)
    told = list(doctor.check_confinement())
    assert [one.grade for one in told] == ["note"] * notes
    assert all("Landlock" in one.text for one in told)
