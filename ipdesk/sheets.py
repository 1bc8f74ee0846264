"""Originals as sheets for the bound dossier: made beside the vault and kept there, but not those of a trade secret."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from casefiles.binding.__main__ import REFUSED
from casefiles.binding.plain import plain_sheets
from casefiles.reading.child import surroundings
from ipdesk.derived import forget_if_secret
from ipdesk.queries.snapshots import stored_reading
from ipdesk.storage import settings, the_vault
from ipdesk.tables import Upload

AT_ONCE = 2  # files laid out side by side
WAIT = 150.0  # seconds for one file, LibreOffice included
TOO_SLOW = "排版用时过长，只列出读出的文字。"
BROKEN = "原件不能显示为页面，只列出读出的文字。"
PLAIN = "文字版"


class BindingFailed(RuntimeError):
    """The binding process died; what it said is in the log."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets of one upload at ``path``; ``remark`` says where they are not the original's layout."""

    path: Path
    pages: int
    remark: str = ""


@dataclass(frozen=True, slots=True)
class _Order:
    """One original to be laid out into ``out``."""

    original: Path
    out: Path


def sheets_of(uploads: Sequence[Upload], work: Path) -> list[Sheets]:
    """The sheets of each upload, in order. ``work`` is a folder of this export; a trade secret's sheets lie there alone.

    Raises NoPrinter without Pango.
    """
    known = {upload.id: kept for upload in uploads if (kept := _kept(upload))}
    orders = {upload.id: _order(upload, work) for upload in uploads if upload.id not in known}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        made = dict(zip(orders, pool.map(_lay_out, orders.values()), strict=True))
    return [known.get(upload.id) or _finished(upload, orders[upload.id].out, *made[upload.id]) for upload in uploads]


def unlaid(uploads: Sequence[Upload]) -> list[Upload]:
    """The uploads whose sheets could be kept and are not there yet."""
    return [upload for upload in uploads if not upload.secret and _kept(upload) is None]


def bind(job: Path) -> None:
    """Run the binding of ``job`` (see ``casefiles.binding``). Raises BindingFailed."""
    done = _run(job.parent, "bind", str(job))
    if done is None or done.returncode:
        raise BindingFailed(done.stderr if done else "timeout")


def _kept(upload: Upload) -> Sheets | None:
    found = None if upload.secret else next(_folder(upload).glob(f"{upload.sha256}-*.pdf"), None)
    return Sheets(found, int(found.stem.rpartition("-")[2])) if found else None


def _order(upload: Upload, work: Path) -> _Order:
    return _Order(the_vault().path(upload.sha256), work / f"{upload.id}.pdf")


def _lay_out(order: _Order) -> tuple[int, str]:
    """How many pages were made, and why none were. Runs beside others."""
    with tempfile.TemporaryDirectory(prefix="ipdesk-", dir=order.out.parent) as work:
        done = _run(Path(work), "sheets", str(order.original), str(order.out))
    if done is None:
        return 0, TOO_SLOW
    if done.returncode:
        return 0, (done.stderr.strip() if done.returncode == REFUSED else "") or BROKEN
    return int(json.loads(done.stdout)["pages"]), ""


def _finished(upload: Upload, made: Path, pages: int, why: str) -> Sheets:
    if why:
        made.write_bytes(plain_sheets(upload.file_name, stored_reading(upload), why))
        return Sheets(made, _count(made), PLAIN)
    if not upload.secret:
        _keep(made, _folder(upload) / f"{upload.sha256}-{pages}.pdf")
        forget_if_secret(upload.id, upload.sha256)
    return Sheets(made, pages)


def _run(work: Path, *arguments: str) -> subprocess.CompletedProcess[str] | None:
    """Our own program, whose folder is ``work``: what it leaves there when it is killed ends with the export."""
    command = (sys.executable, "-m", "casefiles.binding", *arguments)
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=WAIT, check=False, env=surroundings(work))  # noqa: S603
    except subprocess.TimeoutExpired:
        return None


def _count(own: Path) -> int:
    """Pages of a PDF that we have made ourselves."""
    import pikepdf

    with pikepdf.open(own) as opened:
        return len(opened.pages)


def _folder(upload: Upload) -> Path:
    return settings().data_dir / "sheets" / upload.sha256[:2]


def _keep(made: Path, place: Path) -> None:
    """Copied aside and moved, so that nobody reads half a file."""
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o750)
    with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as aside, made.open("rb") as source:
        shutil.copyfileobj(source, aside)
    Path(aside.name).replace(place)
