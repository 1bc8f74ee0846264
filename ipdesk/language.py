"""The interface speaks Chinese; every string passes through Flask-Babel so that other languages can follow.

A language is a folder in ``ipdesk/translations`` (see the README there); readers get it by their browser's wish.
"""

from __future__ import annotations

from flask import Flask, has_request_context, request
from flask_babel import get_locale

from ipdesk.extensions import babel

SOURCE = "zh_Hans_CN"
SOURCE_TAG = "zh-CN"  # the same for HTML and for Accept-Language


def choose_language() -> str:
    """The language of this answer: the first the reader asks for among those there are, else Chinese."""
    if not has_request_context():
        return SOURCE
    there = {str(locale).replace("_", "-"): str(locale) for locale in babel.list_translations()}
    wanted = request.accept_languages.best_match([SOURCE_TAG, *there], default=SOURCE_TAG)
    return there.get(wanted or SOURCE_TAG, SOURCE)


def html_language() -> str:
    """The language for ``<html lang>``."""
    locale = str(get_locale() or SOURCE)
    return SOURCE_TAG if locale == SOURCE else locale.replace("_", "-")


def init_app(app: Flask) -> None:
    app.config["BABEL_DEFAULT_LOCALE"] = SOURCE
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Asia/Shanghai"
    babel.init_app(app, locale_selector=choose_language)
    app.jinja_env.globals["html_language"] = html_language
