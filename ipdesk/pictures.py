"""Pages of originals as pictures: drawn beside the vault, never in it, and kept unless the original is a trade secret."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from casefiles.reading.child import surroundings
from casefiles.reading.picture import NoPicture
from casefiles.reading.rooms import own_room
from ipdesk.derived import forget_if_secret
from ipdesk.storage import settings, the_vault
from ipdesk.tables import Upload

WIDTH = 1000  # pixels
WAIT = 60.0  # seconds, for a busy machine


def page_png(upload: Upload, page: int, entry: str = "") -> bytes:
    """Page ``page`` (from 1) of the upload, or of the file ``entry`` inside it, as PNG.

    Raises NoPicture where it cannot be drawn.
    """
    inside = f"-{hashlib.sha256(entry.encode()).hexdigest()[:16]}" if entry else ""
    kept = settings().data_dir / "pictures" / upload.sha256[:2] / f"{upload.sha256}{inside}-{page}.png"
    if not upload.secret and kept.is_file():
        return kept.read_bytes()
    drawn = _draw(the_vault().path(upload.sha256), page, entry)
    if not upload.secret:
        _keep(kept, drawn)
        forget_if_secret(upload.id, upload.sha256)
    return drawn


def _draw(path: Path, page: int, entry: str) -> bytes:
    command = (sys.executable, "-m", "ipdesk.drawing", str(path), str(page), str(WIDTH), entry)
    with own_room() as work:
        try:
            done = subprocess.run(command, capture_output=True, timeout=WAIT, check=False, env=surroundings(Path(work)))  # noqa: S603
        except subprocess.TimeoutExpired as why:
            raise NoPicture("该页显示用时过长，请下载原件查看。") from why
    if done.returncode or not done.stdout:
        told = done.stderr.decode(errors="replace").strip()
        raise NoPicture(told if done.returncode == 3 and told else "该页无法显示为图像，请下载原件查看。")
    return done.stdout


def _keep(place: Path, drawn: bytes) -> None:
    """Written aside and moved, so that nobody reads half a picture."""
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o750)
    descriptor, aside = tempfile.mkstemp(dir=place.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(drawn)
    Path(aside).replace(place)
