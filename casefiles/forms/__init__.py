"""Blank forms to fill in (样式), one TOML file each: ``form(code)``, ``forms_for(finding's code)``, ``fill``.

``title`` names the form, ``mends`` the findings it helps with, ``parts`` what it says from top to bottom: a ``text`` with
places in braces, or a ``table``. A place whose value is not known becomes a visible blank; nothing is ever made up.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, get_args

from casefiles.forms.known import BLANK, PLACES, Known
from casefiles.letters.paper import Align, Paper
from casefiles.offences.model import Grade

FOLDER = Path(__file__).parent
MARK = "样式 · 仅供参考"
NOTE = "横线处请填写；已填内容取自您上传的材料，请核对后再签名盖章。"


class FormError(ValueError):
    """A form's file that cannot be used; the message names the file and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form; ``code`` is its file's name."""

    code: str
    title: str
    mends: tuple[str, ...]
    order: int
    practice: str
    grade: str
    parts: tuple[Mapping[str, str], ...]


def fill(form: Form, known: Known) -> Paper:
    """The form with what is known of the dossier, the rest blank."""
    paper = Paper(form.title, note=NOTE, mark=MARK)
    values = {name: getattr(known, name) or BLANK for name in PLACES}
    for part in form.parts:
        if "table" in part:
            paper.table(
                ("序号", "名称", "文件", "页数", "来源", "证明什么", "原件或复印件"), known.rows(), widths=(1, 3, 4, 1, 2, 3, 2)
            )
        else:
            align: Any = part.get("align", "indent")
            paper.paragraph(part["text"].format_map(values), align=align)
    return paper


def forms_for(code: str) -> tuple[Form, ...]:
    """The forms that help with a finding of ``code``."""
    return tuple(form for form in all_forms().values() if code in form.mends)


@cache
def all_forms(folder: Path = FOLDER) -> dict[str, Form]:
    """Every form by its code, in order. Raises FormError naming the first file that cannot be used."""
    read = [_read(path) for path in sorted(folder.glob("*.toml"))]
    return {form.code: form for form in sorted(read, key=lambda form: (form.order, form.code))}


def _read(path: Path) -> Form:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        form = Form(path.stem, **{**raw, "mends": tuple(raw["mends"]), "parts": tuple(raw["parts"])})
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as why:
        raise FormError(f"表单 {path.name} 不能读取：{why}。") from why
    for part in form.parts:
        _check(part, path.name)
    if form.grade not in get_args(Grade):
        raise FormError(f"表单 {path.name} 的等级“{form.grade}”不认识。")
    return form


def _check(part: Mapping[str, str], file: str) -> None:
    if part.get("table", "materials") != "materials" or set(part) - {"text", "table", "align"} or not part:
        raise FormError(f"表单 {file} 有一段不认识：{dict(part)}。")
    if part.get("align", "indent") not in get_args(Align):
        raise FormError(f"表单 {file} 的对齐方式“{part['align']}”不认识。")
    unknown = {name for _, name, _, _ in Formatter().parse(part.get("text", "")) if name is not None} - set(PLACES)
    if unknown:
        raise FormError(f"表单 {file} 里的 {'、'.join(sorted(unknown))} 不是可以填写的内容；可用：{'、'.join(PLACES)}。")
