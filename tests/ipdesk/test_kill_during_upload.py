"""kill -9 in the middle of an upload: whatever was acknowledged is there, with its bytes, its row and its job."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from flask import Flask

from ipdesk.config import Config
from ipdesk.database import db
from ipdesk.storage import the_vault
from ipdesk.tables import Job, Upload
from tests.ipdesk.builders import make_case, make_member

PROGRAM = """
import io, os, sys
from ipdesk import create_app
from ipdesk.access import actor_of
from ipdesk.config import Config
from ipdesk.database import db
from ipdesk.services.uploads import receive
from ipdesk.tables import Account
from pathlib import Path
app = create_app(Config(data_dir=Path(sys.argv[1]), database_url=sys.argv[2], testing=True))
with app.app_context():
    actor = actor_of(db.session.get(Account, sys.argv[3]))
    number = 0
    while True:
        number += 1
        got = receive(actor, sys.argv[4], io.BytesIO(os.urandom(300_000)), f"文件{number}.bin")
        print(got.upload.id, got.upload.sha256, flush=True)
"""


@pytest.mark.parametrize("after", [3, 7])
def test_what_was_acknowledged_is_there_after_a_kill(app: Flask, config: Config, after: int) -> None:
    author = make_member()
    case = make_case(author)
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", PROGRAM, str(config.data_dir), config.database_url, author.id, case.id]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as program:
        assert program.stdout is not None
        acknowledged = [program.stdout.readline().split() for _ in range(after)]
        time.sleep(0.01 * after)
        program.kill()
        acknowledged += [line.split() for line in program.stdout if line.endswith("\n")]
    for upload_id, sha256 in acknowledged:
        assert db.session.get_one(Upload, upload_id).sha256 == sha256
        the_vault().verify(sha256)
        assert db.session.query(Job).filter_by(subject=upload_id).count() == 1
