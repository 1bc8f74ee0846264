"""The job that builds the index of the law library anew, where a search found none that can be used."""

from __future__ import annotations

from sqlalchemy import select

from ipdesk import jobs
from ipdesk.database import db, transaction
from ipdesk.library import the_library
from ipdesk.tables import Job

KIND = "build_library"
SUBJECT = "library"


def run(subject: str) -> None:
    """Build, unless somebody has done so meanwhile. Two builders at once wait for each other."""
    if the_library().index_state() != "ready":
        the_library().build()


def ask_for_build() -> None:
    """Put the job, unless one waits or runs, or has just failed and nobody has looked into it."""
    pending = select(Job.id).where(Job.kind == KIND, Job.state != "done").limit(1)
    if db.session.execute(pending).first():
        return
    with transaction() as session:
        jobs.put(session, KIND, SUBJECT)
