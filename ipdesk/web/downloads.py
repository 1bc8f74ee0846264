"""Answers that are saved as files."""

from __future__ import annotations

import io

from flask import Response, send_file

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def docx(content: bytes, file_name: str) -> Response:
    """A Word document to save; nobody between desk and reader keeps a copy."""
    response = send_file(io.BytesIO(content), mimetype=DOCX, as_attachment=True, download_name=file_name)
    response.headers["Cache-Control"] = "private, no-store"
    return response
