"""Answers that are saved as files."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from typing import IO, Any

from flask import Response, send_file
from flask_babel import gettext as _
from werkzeug.routing import BaseConverter

from casefiles.letters.paper import Paper
from casefiles.letters.printed import NoPrinter, as_pdf
from casefiles.letters.word import as_docx
from ipdesk.refusals import Unavailable

FORMS = "paper:form"  # in a route: the two files a paper can be had as
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = {"docx": DOCX, "pdf": "application/pdf"}
KEPT_BY_NOBODY = "private, no-store"


class PaperForm(BaseConverter):
    """The part of an address that says as which file a paper is wanted; another one is no address."""

    regex = "docx|pdf"


def paper(made: Paper, form: str, name: str) -> Response:
    """A paper to save as ``form`` (``docx`` or ``pdf``) under ``name`` without its ending.

    Raises Unavailable where this machine makes no PDF.
    """
    try:
        content = as_pdf(made) if form == "pdf" else as_docx(made)
    except NoPrinter as why:
        raise Unavailable(str(why), _("Word 版内容相同，可以下载后打印。")) from why
    return saved(io.BytesIO(content), TYPES[form], f"{name}.{form}")


def receipt_json(content: Mapping[str, Any], number: str) -> Response:
    """A receipt as the file that proves itself."""
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    return saved(io.BytesIO(text.encode()), "application/json", f"receipt-{number}.json")


def saved(content: IO[bytes], mimetype: str, file_name: str) -> Response:
    """A file to save; nobody between desk and reader keeps a copy."""
    response = send_file(content, mimetype=mimetype, as_attachment=True, download_name=file_name)
    response.headers["Cache-Control"] = KEPT_BY_NOBODY
    return response
