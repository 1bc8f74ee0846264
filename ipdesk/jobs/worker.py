"""The queue (Huey) and the worker that empties it. The queue is only a messenger: the job rows are the truth."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from types import FrameType

from flask import Flask
from huey import MemoryHuey, SqliteHuey
from huey.api import Huey

from casefiles.reading.rooms import sweep_rooms
from ipdesk.config import Config

SWEEP_SECONDS = 5


def open_queue(config: Config) -> Huey:
    """The messenger for ``config``: a file in the data folder, or the store ``IPDESK_JOBS_URL`` names."""
    if config.testing:
        return MemoryHuey("ipdesk", results=False)
    if config.jobs_url.startswith("redis://"):
        from huey import PriorityRedisHuey

        return PriorityRedisHuey("ipdesk", url=config.jobs_url, results=False)
    if config.jobs_url.startswith("postgresql"):
        from huey import PostgresHuey

        return PostgresHuey("ipdesk", dsn=config.jobs_url.replace("+psycopg", ""), results=False)
    return SqliteHuey("ipdesk", filename=str(config.jobs_file), results=False, fsync=False)


def make_queue(app: Flask) -> Callable[[str], None]:
    """Bind the queue to ``app``; the answer hands one job's id to it."""
    from ipdesk.jobs.queue import run_job

    huey = open_queue(app.extensions["ipdesk"])
    app.extensions["ipdesk_huey"] = huey

    @huey.task()
    def work(job_id: str) -> None:
        with app.app_context():
            run_job(job_id)

    def enqueue(job_id: str) -> None:
        work(job_id)

    return enqueue


def run_worker(app: Flask, *, threads: int = 2) -> None:
    """Work until told to stop (SIGTERM or SIGINT). Sweeps at the start and every ``SWEEP_SECONDS``.

    Before it begins it removes the temporary folders that killed processes of a desk left.
    """
    sweep_rooms()
    consumer = app.extensions["ipdesk_huey"].create_consumer(workers=threads, periodic=False, check_worker_health=True)
    over = threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        over.set()

    consumer.start()
    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    while not over.is_set():
        begin_day(app)
        sweep(app)
        over.wait(SWEEP_SECONDS)
    consumer.stop(graceful=False)


def begin_day(app: Flask) -> int:
    """Put the jobs of a day that has begun; how many. Harmless at any time and by any worker."""
    from ipdesk.jobs.daily import ask_for_today

    with app.app_context():
        return ask_for_today()


def sweep(app: Flask) -> int:
    """Hand every job that nobody holds to the queue again, unless it already waits there; how many were handed over."""
    from ipdesk.jobs.queue import unheld

    huey = app.extensions["ipdesk_huey"]
    with app.app_context():
        ids = unheld()
    if not ids or huey.pending_count():
        return 0  # what waits in the queue is on its way; what is not there will be seen at the next sweep
    for job_id in ids:
        app.extensions["ipdesk_enqueue"](job_id)
    return len(ids)
