"""Old Word formats become DOCX by LibreOffice: one process for each file, with its own profile and limits, cut off from all else.

LibreOffice is optional on a machine. Its program proper is started, not the script around it, which would leave a process behind.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

from casefiles.reading.confinement import die_with_parent, keep_to, leave_network
from casefiles.reading.limits import Limits
from casefiles.reading.problems import Unreadable

PROCESSOR_SECONDS = 120
RESTART = 81  # a fresh profile was laid out; the program asks to be started again

SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
)
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
ITEM = '<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'


@cache
def program() -> Path | None:
    """LibreOffice on this machine, or None."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    proper = Path(found).resolve().with_name("soffice.bin") if found else None
    return proper if proper and proper.is_file() else None


def as_docx(path: Path, extension: str, work: Path, limits: Limits) -> Path:
    """The document at ``path`` as DOCX in the empty folder ``work``; ``extension`` says what its bytes are.

    Raises Unreadable where LibreOffice makes nothing of it, or takes too long. LibreOffice must be there (``program``).
    """
    return _converted(path, extension, "docx:Office Open XML Text", work, limits)


def as_pdf(path: Path, extension: str, work: Path, limits: Limits) -> Path:
    """As ``as_docx``, laid out as PDF."""
    return _converted(path, extension, "pdf:writer_pdf_Export", work, limits)


def _converted(path: Path, extension: str, into: str, work: Path, limits: Limits) -> Path:
    source = work / f"source{extension}"
    shutil.copyfile(path, source)
    profile = work / "profile"
    (profile / "user").mkdir(parents=True)
    items = "\n".join(ITEM.format(path=path, name=name, value=value) for path, name, value in SETTINGS)
    (profile / "user" / "registrymodifications.xcu").write_text(PROFILE.format(items=items), "utf-8")
    command = [str(program()), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"]
    command += ["--convert-to", into, "--outdir", str(work / "out"), str(source)]
    if _run(command, work, limits) == RESTART:
        _run(command, work, limits)
    made = work / "out" / f"source.{into.partition(':')[0]}"
    if not made.is_file():
        raise Unreadable("unreadable.damaged", detail="转换程序无法打开它。")
    return made


def _run(command: list[str], work: Path, limits: Limits) -> int:
    """The exit code. What LibreOffice knows of its surroundings is where it may work."""
    surroundings = {"HOME": str(work), "TMPDIR": str(work), "PATH": os.defpath, "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    try:
        done = subprocess.run(  # noqa: S603  # a program of this machine, and a path of our own
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=surroundings,
            cwd=work,
            timeout=min(limits.seconds_per_page, limits.seconds),
            preexec_fn=_confined(Path(command[0]), work, limits),  # the reading process has one thread while it converts
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable("unreadable.timeout") from error
    return done.returncode


def _confined(office: Path, work: Path, limits: Limits) -> Callable[[], None]:
    """What the new process does before it becomes LibreOffice: take limits, part from network and files, die with its parent."""

    def confine() -> None:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
            resource.setrlimit(resource.RLIMIT_FSIZE, (limits.unpacked, limits.unpacked))
            resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        leave_network()
        keep_to(work, office)
        die_with_parent()

    return confine
