"""Values as forms send them, read or refused with a letter."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, overload

from flask_babel import gettext as _

from ipdesk.refusals import Invalid


def number_of(form: Any, name: str) -> int:
    """A whole number from a hidden field; whoever sends something else is told to load the page again."""
    text = form.get(name, "")
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Invalid(_("页面发来的内容不完整，这一步没有执行。"), _("请刷新页面后重新操作。"), fields={name: _("缺失")})
    return int(text)


def numbers_of(form: Any, name: str) -> list[int]:
    """The numbers of the ticked boxes."""
    return [number_of({name: text}, name) for text in form.getlist(name)[:500]]


@overload
def day_of(form: Any, name: str, label: str, *, needed: Literal[True]) -> date: ...
@overload
def day_of(form: Any, name: str, label: str, *, needed: bool = False) -> date | None: ...
def day_of(form: Any, name: str, label: str, *, needed: bool = False) -> date | None:
    """A day as date fields send it (``2026-11-22``); None where it is empty and not needed. Raises Invalid."""
    text = form.get(name, "").strip()
    if not text and not needed:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as why:
        told = _("%(label)s没有填写，或者不是一个日期。", label=label)
        raise Invalid(told, _("请按 2026-11-22 的格式填写。"), fields={name: told}) from why
