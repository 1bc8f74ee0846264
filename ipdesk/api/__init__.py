"""The API under ``/api/v1``: the same services and queries as the pages, in JSON, described by ``docs.py``."""
