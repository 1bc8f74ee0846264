"""The law library of this desk: one for the process; it notices imports and new indexes by itself."""

from __future__ import annotations

import threading

from flask import current_app

from statutes.library import Library

_opening = threading.Lock()
KEY = "ipdesk_library"


def the_library() -> Library:
    """The library in the data folder; an empty folder gives the project's own instruments and precedents.

    It never builds an index by itself: a request must not wait for that, nor write.
    """
    if KEY not in current_app.extensions:
        with _opening:
            if KEY not in current_app.extensions:
                folder = current_app.extensions["ipdesk"].library_dir
                current_app.extensions[KEY] = Library.open(folder, rebuild=False)
    return current_app.extensions[KEY]
