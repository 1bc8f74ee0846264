"""Work of every day: put once a day by whichever worker looks first. A new daily job is a line in ``KINDS``."""

from __future__ import annotations

from sqlalchemy import select

from ipdesk import clock
from ipdesk.database import db, transaction
from ipdesk.jobs.queue import put
from ipdesk.tables import Job

KINDS = ("follow_undertakings",)


def ask_for_today() -> int:
    """Put today's jobs that nobody has put yet; how many."""
    today = clock.today().isoformat()
    missing = set(KINDS) - set(db.session.execute(select(Job.kind).where(Job.subject == today)).scalars())
    if not missing:
        return 0
    with transaction() as session:
        there = set(session.execute(select(Job.kind).where(Job.subject == today)).scalars())
        for kind in sorted(missing - there):
            put(session, kind, today)
        return len(missing - there)
