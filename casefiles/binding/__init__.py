"""A dossier as one PDF: every file as sheets, laid on numbered pages behind a catalogue.

What touches the bytes of an upload (``sheets``, ``bind``) runs in a process of its own: ``python -m casefiles.binding``.
"""
