"""The rooms and their one direction: wsgi → ipdesk → casefiles → statutes, and the outside packages the inner rooms may use."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("statutes", "casefiles", "ipdesk")
MAY_IMPORT = {"statutes": set(), "casefiles": {"statutes"}, "ipdesk": {"statutes", "casefiles"}}

OUTSIDE = {
    "statutes": {"whoosh", "rjieba", "jieba", "opencc", "numpy", "docx"},
    "casefiles": {
        "pdfplumber",  # PDF with positions and tables
        "pdfminer",  # the reader pdfplumber stands on: its refusals of damaged and encrypted files
        "pypdfium2",  # plain PDF pages, page pictures
        "weasyprint",  # papers as PDF
        "pikepdf",  # the dossier as one PDF
        "docx",
        "lxml",  # what python-docx walks on
        "openpyxl",
        "defusedxml",
        "python_calamine",  # .xls
        "rapidocr",
        "onnxruntime",
        "numpy",
        "cv2",
        "PIL",
        "pi_heif",
        "filetype",
        "stdnum",
        "cn2an",
        "holidays",
        "opencc",
        "rapidfuzz",
        "rjieba",
    },
}
NETWORK = {"urllib.request", "http", "socket", "ssl", "smtplib", "ftplib"}
REACHES_OUT = {"statutes": NETWORK, "casefiles": NETWORK | {"sqlite3"}}
CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("time", "time")}

MODULES = [
    path
    for room in ROOMS
    for path in sorted((ROOT / room).rglob("*.py"))
    if "migrations" not in path.parts and "__pycache__" not in path.parts
]


def imported(source: str) -> set[str]:
    """The dotted names a module imports anywhere, inside functions too; relative imports stay in their room."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Call) and _name_of(node.func) in ("import_module", "__import__"):
            found |= {arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)}
    return found


def _name_of(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def wrong_imports(room: str, source: str) -> set[str]:
    """What a module of ``room`` imports and must not."""
    return {name for name in imported(source) if not may_import(room, name)}


def may_import(room: str, name: str) -> bool:
    top = name.partition(".")[0]
    if top in (*ROOMS, "wsgi", "tests"):
        return top == room or top in MAY_IMPORT[room]
    if room not in OUTSIDE:
        return True
    if top not in sys.stdlib_module_names:
        return top in OUTSIDE[room]
    return not any(name == bad or name.startswith(f"{bad}.") for bad in REACHES_OUT[room])


def clock_reads(source: str) -> set[str]:
    """Calls that ask what time it is."""
    calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    attributes = (func for func in calls if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name))
    return {f"{func.value.id}.{func.attr}" for func in attributes if (func.value.id, func.attr) in CLOCKS}


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


def label(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_a_module_imports_only_what_its_room_may(path):
    assert wrong_imports(room_of(path), path.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) != "ipdesk"], ids=label)
def test_the_inner_rooms_have_no_clock(path):
    assert clock_reads(path.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("statutes", "import casefiles"),
        ("statutes", "from ipdesk.config import Config"),
        ("casefiles", "from ipdesk import clock"),
        ("casefiles", "def f():\n    import flask"),
        ("casefiles", "import sqlalchemy.orm"),
        ("casefiles", "import fitz"),
        ("casefiles", "import urllib.request"),
        ("casefiles", "import importlib\nimportlib.import_module('ipdesk.clock')"),
        ("casefiles", "import whoosh"),
        ("statutes", "import rapidocr"),
        ("ipdesk", "import wsgi"),
        ("ipdesk", "from tests.documents import docx"),
    ],
)
def test_a_wrong_arrow_would_be_noticed(room, source):
    assert wrong_imports(room, source)


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("casefiles", "from statutes.library import Library"),
        ("casefiles", "import json, hashlib\nfrom casefiles.model import Dossier"),
        ("statutes", "import whoosh.index"),
        ("ipdesk", "import flask\nfrom casefiles import model"),
    ],
)
def test_a_right_arrow_is_let_through(room, source):
    assert wrong_imports(room, source) == set()


@pytest.mark.parametrize("source", ["date.today()", "import time\ntime.time()", "datetime.now(UTC)"])
def test_a_clock_would_be_noticed(source):
    assert clock_reads(source)


def test_every_room_was_walked():
    assert {room_of(path) for path in MODULES} == set(ROOMS)
    assert len(MODULES) > 100
