"""Temporary folders of foreign files: those of killed processes go when a desk begins, those of living ones stay."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from casefiles.reading.rooms import own_room, sweep_rooms


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def ended() -> int:
    """The number of a process that was there and is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_what_a_killed_process_left_is_removed_and_a_living_ones_stays(temporary: Path) -> None:
    left, alive, foreign = (temporary / f"ipdesk-{name}" for name in (f"{ended()}-abc", f"{os.getppid()}-abc", "visit-abc"))
    for folder in (left, alive, foreign):
        (folder / "inside").mkdir(parents=True)
    assert sweep_rooms() == 1
    assert (left.exists(), alive.exists(), foreign.exists()) == (False, True, True)


def test_what_an_earlier_process_of_the_same_number_left_is_removed(temporary: Path) -> None:
    with own_room() as room:
        assert Path(room).parent == temporary
        assert sweep_rooms() == 1
        assert not Path(room).exists()
        Path(room).mkdir()


def test_a_file_or_link_of_such_a_name_is_left_alone(temporary: Path) -> None:
    number = ended()
    (temporary / "kept").mkdir()
    (temporary / f"ipdesk-{number}-file").write_text("x")
    (temporary / f"ipdesk-{number}-link").symlink_to(temporary / "kept")
    assert sweep_rooms() == 0
    assert (temporary / "kept").is_dir()
