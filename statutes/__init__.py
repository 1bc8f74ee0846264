"""The law: instruments, their versions by date, citations, precedents; importing, indexing and searching them.

Knows nothing of case files, users or the web.
"""
