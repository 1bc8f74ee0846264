"""Work that is done after the answer: rows first, then the queue, then a sweep for what was lost.

A job is a row (``ipdesk.tables.jobs``) written by ``put`` in the transaction that makes it necessary. Once that
transaction is committed the row's id is handed to the queue (Huey), which may lose it: the sweep hands every row that
is not done, and that nobody holds, to the queue again. So a killed worker loses nothing.
"""

from ipdesk.jobs.queue import init_app, put, run_waiting

__all__ = ["init_app", "put", "run_waiting"]
