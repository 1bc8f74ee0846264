"""Putting jobs, claiming them under a lease, running them, and sweeping up after a worker that died."""

from __future__ import annotations

import importlib
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from flask import Flask, current_app, has_app_context
from sqlalchemy import and_, event, or_, select, update
from sqlalchemy.orm import Session

from ipdesk.clock import now
from ipdesk.database import db, transaction
from ipdesk.tables.jobs import Job

LEASE = timedelta(seconds=20)  # a running job renews it; a dead worker's job is taken over after it
BEAT_SECONDS = 5.0
ATTEMPTS = 3

log = logging.getLogger(__name__)


def put(session: Session, kind: str, subject: str) -> Job:
    """Add a job of ``kind`` (a module of ``ipdesk/jobs`` with a function ``run(subject)``) for the row ``subject``.

    The caller's transaction carries it; the queue hears of it when that is committed.
    """
    job = Job(kind=kind, subject=subject)
    session.add(job)
    session.flush()
    session.info.setdefault("jobs_put", []).append(job.id)
    return job


def claim(job_id: str) -> Job | None:
    """Take the job under a lease, or None where somebody holds it or it is over."""
    with transaction() as session:
        free = or_(Job.state == "waiting", and_(Job.state == "running", Job.leased_until < now()))
        taken = session.execute(
            update(Job)
            .where(Job.id == job_id, free)
            .values(state="running", leased_until=now() + LEASE, attempts=Job.attempts + 1)
            .returning(Job.id)
        ).scalar_one_or_none()
        return session.get(Job, job_id, populate_existing=True) if taken else None


def run_job(job_id: str) -> None:
    """Run one job if it is free. A failure is kept with the row; after ``ATTEMPTS`` it stays failed."""
    job = claim(job_id)
    if job is None:
        return
    try:
        with _heartbeat(job_id):
            importlib.import_module(f"ipdesk.jobs.{job.kind}").run(job.subject)
    except Exception as why:
        log.exception("job %s (%s) failed", job.id, job.kind)
        again = job.attempts < ATTEMPTS
        _close(job_id, "waiting" if again else "failed", error=f"{type(why).__name__}: {why}")
    else:
        _close(job_id, "done")


@contextmanager
def _heartbeat(job_id: str) -> Iterator[None]:
    """Renew the lease from a thread of its own for as long as the work takes, however busy it is."""
    over = threading.Event()
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # a thread needs the application itself

    def beat() -> None:
        while not over.wait(BEAT_SECONDS):
            with app.app_context(), transaction() as session:
                session.execute(update(Job).where(Job.id == job_id).values(leased_until=now() + LEASE))

    thread = threading.Thread(target=beat, name=f"beat-{job_id[:8]}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def unheld() -> list[str]:
    """The ids of the jobs that are not done and that nobody holds, oldest first."""
    free = or_(Job.state == "waiting", and_(Job.state == "running", Job.leased_until < now()))
    return list(db.session.execute(select(Job.id).where(free).order_by(Job.created_at)).scalars())


def run_waiting() -> int:
    """Run every unheld job in this process, those they put included; how many were run."""
    count = 0
    while ids := unheld():
        for job_id in ids:
            run_job(job_id)
        count += len(ids)
    return count


def init_app(app: Flask) -> None:
    """Hand jobs to the application's queue once the transaction that put them is committed."""
    from ipdesk.jobs.worker import make_queue

    enqueue: Callable[[str], None] = make_queue(app)
    app.extensions["ipdesk_enqueue"] = enqueue


@event.listens_for(Session, "after_commit")
def _tell_queue(session: Session) -> None:
    ids = session.info.pop("jobs_put", [])
    if has_app_context():
        for job_id in ids:
            current_app.extensions["ipdesk_enqueue"](job_id)


@event.listens_for(Session, "after_rollback")
def _forget(session: Session) -> None:
    session.info.pop("jobs_put", None)


def _close(job_id: str, state: str, error: str = "") -> None:
    with transaction() as session:
        session.execute(
            update(Job)
            .where(Job.id == job_id)
            .values(state=state, error=error, leased_until=None, finished_at=now() if state != "waiting" else None)
        )
