"""The commands answer at once and tell mistakes as letters."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ipdesk.cli import COMMANDS

HEAVY = {"flask", "sqlalchemy", "numpy", "pdfplumber", "whoosh", "docx", "rapidocr", "pydantic", "statutes.library", "casefiles"}


def run(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ipdesk", *words]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environ}, check=False)


@pytest.mark.parametrize("words", [(), *((name,) for name in COMMANDS), ("library", "search")])
def test_help_imports_nothing_heavy(words: tuple[str, ...]) -> None:
    script = f"""
import json, sys
from ipdesk.cli import ipdesk
try: ipdesk({[*words, "--help"]!r}, prog_name="ipdesk")
except SystemExit: pass
print(json.dumps(sorted(sys.modules)))
"""
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert not HEAVY & set(json.loads(told.splitlines()[-1]))


def test_a_bad_environment_is_told_as_a_letter(tmp_path: Path) -> None:
    told = run("doctor", IPDESK_DATA_DIR=str(tmp_path), IPDESK_PORT="abc")
    assert told.returncode == 2
    assert "IPDESK_PORT" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize(
    ("command", "setting", "value"),
    [
        ("doctor", "IPDESK_DATABASE_URL", "postgresql+psycopg://nobody@127.0.0.1:1/nothing"),
        ("init --no-laws", "IPDESK_DATABASE_URL", "nosuch://desk"),
        ("serve", "IPDESK_DATABASE_URL", "nosuch://desk"),
        ("init --no-laws", "IPDESK_DATA_DIR", __file__),
        ("demo", "IPDESK_DATA_DIR", __file__),
        ("serve", "IPDESK_OFFICE", "nowhere"),
    ],
)
def test_surroundings_that_cannot_be_used_are_told_as_a_letter(tmp_path: Path, command: str, setting: str, value: str) -> None:
    told = run(*command.split(), **{"IPDESK_DATA_DIR": str(tmp_path), "IPDESK_PORT": "18998", setting: value})
    assert told.returncode == 2
    assert (setting if setting != "IPDESK_OFFICE" else value) in told.stderr
    assert "Traceback" not in told.stderr


def test_doctor_and_serve_say_when_the_desk_was_never_set_up(tmp_path: Path) -> None:
    doctor = run("doctor", IPDESK_DATA_DIR=str(tmp_path))
    serve = run("serve", IPDESK_DATA_DIR=str(tmp_path), IPDESK_PORT="18999")
    assert (doctor.returncode, serve.returncode) == (1, 2)
    assert "init" in doctor.stdout
    assert "init" in serve.stderr


def test_init_is_safe_to_run_again_and_the_doctor_is_content(tmp_path: Path) -> None:
    for _ in range(2):
        assert run("init", "--no-laws", IPDESK_DATA_DIR=str(tmp_path)).returncode == 0
    doctor = run("doctor", IPDESK_DATA_DIR=str(tmp_path))
    assert doctor.returncode == 0, doctor.stdout


def test_flask_reaches_the_same_commands(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "--help"]
    told = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "IPDESK_DATA_DIR": str(tmp_path)}
    )
    assert all(name in told.stdout for name in COMMANDS)
