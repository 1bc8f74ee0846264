"""``kill -9`` of server and worker in mid-upload and mid-reading: nothing acknowledged is missing, and reading goes on."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import documents
from tests.browser.conftest import Desk, free_port

SCAN = documents.scan_pdf([documents.LETTER] * 3)


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Desk]:
    """A desk of its own: this test ends it without a word."""
    desk = Desk(tmp_path / "desk", free_port())
    desk.run("init", "--no-laws")
    desk.run("demo", "--accounts-only")
    yield desk
    desk.stop()


def token(desk: Desk) -> str:
    """An API token of the first demonstration enterprise user."""
    script = (
        "from ipdesk import create_app\nfrom ipdesk.access import actor_of\nfrom ipdesk.services.tokens import make_token\n"
        "from ipdesk.tables import Account\nfrom ipdesk.extensions import db\n"
        "app = create_app()\nwith app.app_context():\n"
        "    account = db.session.query(Account).filter_by(email='zhao@chuanling.example.com').one()\n"
        "    print(make_token(actor_of(account), 'test'))\n"
    )
    told = subprocess.run([sys.executable, "-c", script], env=desk.environ, capture_output=True, text=True, check=True)
    return told.stdout.strip().splitlines()[-1]


class Api:
    """The desk's API as a program uses it."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.key = desk, token(desk)

    def call(self, method: str, path: str, body: bytes | None = None, kind: str = "application/json") -> Any:
        request = urllib.request.Request(f"{self.desk.url}/api/v1{path}", body, method=method)  # noqa: S310  # our own desk
        request.add_header("Authorization", f"Bearer {self.key}")
        if body is not None:
            request.add_header("Content-Type", kind)
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310  # our own desk
            return json.loads(answer.read())

    def report(self) -> str:
        wanted = {"offence": "counterfeit_trademark", "title": "断电"}
        return str(self.call("POST", "/reports", json.dumps(wanted).encode())["id"])

    def upload(self, report: str, name: str, data: bytes) -> Any:
        body, kind = multipart(name, data)
        return self.call("POST", f"/reports/{report}/uploads", body, kind)

    def uploads(self, report: str) -> list[dict[str, Any]]:
        answer = self.call("GET", f"/reports/{report}/uploads")
        return list(answer["uploads"])


def multipart(name: str, data: bytes) -> tuple[bytes, str]:
    head = f'--b\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: application/pdf\r\n\r\n'
    return head.encode() + data + b"\r\n--b--\r\n", "multipart/form-data; boundary=b"


def kill_everything(desk: Desk) -> None:
    """SIGKILL to the parent and to every process of this desk, found by its data folder in their environment."""
    assert desk.process
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            ours = f"IPDESK_DATA_DIR={desk.folder}".encode() in (entry / "environ").read_bytes().split(b"\0")
        except OSError:
            continue
        if ours and int(entry.name) != os.getpid():
            os.kill(int(entry.name), signal.SIGKILL)
    desk.process.wait(10)
    desk.process = None


def begin_upload_and_stop_half_way(desk: Desk, api: Api, report: str) -> None:
    """Send the head and half of the body, and leave the connection open."""
    body, kind = multipart("半截.pdf", SCAN)
    line = socket.create_connection(("127.0.0.1", desk.port))
    line.sendall(
        f"POST /api/v1/reports/{report}/uploads HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {api.key}\r\n"
        f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        + body[: len(body) // 2]
    )
    time.sleep(0.5)


def wait_for(condition: Any, seconds: float, what: str) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return
        time.sleep(0.3)
    raise AssertionError(f"{what}: not within {seconds} seconds")


@pytest.mark.slow
def test_a_killed_desk_loses_nothing_it_acknowledged_and_goes_on_reading(fresh: Desk) -> None:
    fresh.start()
    api = Api(fresh)
    report = api.report()
    api.upload(report, "扫描件.pdf", SCAN)
    wait_for(lambda: api.uploads(report)[0]["reading"] != "waiting", 60, "reading begins")
    begin_upload_and_stop_half_way(fresh, api, report)
    kill_everything(fresh)

    fresh.start()
    rows = api.uploads(report)
    assert [row["file_name"] for row in rows] == ["扫描件.pdf"]
    wait_for(lambda: api.uploads(report)[0]["reading"] == "done", 240, "reading resumes")
    assert fresh.run("doctor").returncode == 0
