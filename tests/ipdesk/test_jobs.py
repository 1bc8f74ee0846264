"""Jobs: rows first, leased while they run, taken over from the dead, kept when they fail."""

import sys
from collections.abc import Iterator
from datetime import timedelta
from types import ModuleType

import pytest
from flask import Flask
from sqlalchemy import update

from ipdesk.clock import now
from ipdesk.database import transaction
from ipdesk.extensions import db
from ipdesk.jobs import put, run_waiting
from ipdesk.jobs.queue import ATTEMPTS, claim, run_job, unheld
from ipdesk.tables import Job


@pytest.fixture
def done() -> Iterator[list[str]]:
    """A job kind ``probe`` that notes its subjects, and fails for the subject ``bad``."""
    subjects: list[str] = []
    probe = ModuleType("ipdesk.jobs.probe")

    def run(subject: str) -> None:
        subjects.append(subject)
        if subject == "bad":
            raise RuntimeError("纸张用完")

    probe.run = run  # type: ignore[attr-defined]  # a module made for the test
    sys.modules["ipdesk.jobs.probe"] = probe
    yield subjects
    del sys.modules["ipdesk.jobs.probe"]


def put_probe(subject: str = "good") -> str:
    with transaction() as session:
        return put(session, "probe", subject).id


def state(job_id: str) -> str:
    db.session.rollback()
    job = db.session.get(Job, job_id)
    assert job
    return job.state


def test_a_committed_job_is_run_once(app: Flask, done: list[str]) -> None:
    job_id = put_probe()
    run_waiting()
    run_job(job_id)
    assert (done, state(job_id)) == (["good"], "done")


def test_a_job_of_a_transaction_taken_back_was_never_put(app: Flask, done: list[str]) -> None:
    with pytest.raises(RuntimeError), transaction() as session:
        put(session, "probe", "good")
        raise RuntimeError
    assert unheld() == []


def test_a_running_job_is_nobody_elses(app: Flask, done: list[str]) -> None:
    job_id = put_probe()
    assert claim(job_id)
    assert claim(job_id) is None
    assert unheld() == []


def test_the_job_of_a_dead_worker_is_taken_over_after_its_lease(app: Flask, done: list[str]) -> None:
    job_id = put_probe()
    claim(job_id)  # by a worker that is killed now
    with transaction() as session:
        session.execute(update(Job).values(leased_until=now() - timedelta(seconds=1)))
    run_waiting()
    assert (done, state(job_id)) == (["good"], "done")


def test_a_failing_job_is_tried_again_and_then_kept_with_its_error(app: Flask, done: list[str]) -> None:
    job_id = put_probe("bad")
    run_waiting()
    job = db.session.get(Job, job_id, populate_existing=True)
    assert job
    assert (len(done), job.state) == (ATTEMPTS, "failed")
    assert "纸张用完" in job.error


def test_a_failing_job_does_not_hold_up_the_next(app: Flask, done: list[str]) -> None:
    put_probe("bad")
    good = put_probe()
    run_waiting()
    assert state(good) == "done"


def test_the_queue_hears_of_a_job_only_when_it_is_committed(app: Flask, done: list[str]) -> None:
    huey = app.extensions["ipdesk_huey"]
    with transaction() as session:
        put(session, "probe", "good")
        assert huey.pending_count() == 0
    assert huey.pending_count() == 1
