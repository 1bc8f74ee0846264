"""The desk's settings: one frozen value, read once from the environment, all problems told together."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

MEBIBYTE = 1024 * 1024


class ConfigError(ValueError):
    """The environment cannot be used; the message lists every problem and how to mend it."""


@dataclass(frozen=True)
class Config:
    """Every setting of one desk. Sizes are bytes, times seconds unless the name says otherwise.

    ``secret_key`` signs sessions; without one the desk makes its own and keeps it in the data folder.
    ``data_dir`` holds everything the desk keeps; a second folder is a second, separate desk. ``hosts`` are the names
    the desk answers to (links in letters are made of them); without any it answers to every name.
    """

    data_dir: Path = Path("data")
    secret_key: str = ""
    database_url: str = ""
    office: str = "chengdu-gaoxin"
    demo: bool = False
    host: str = "127.0.0.1"
    port: int = 8000
    https: bool = False
    proxies: int = 0
    hosts: tuple[str, ...] = ()
    mail_url: str = ""
    mail_from: str = "desk@ipdesk.invalid"
    jobs_url: str = ""
    limits_url: str = "memory://"
    file_limit: int = 100 * MEBIBYTE
    case_limit: int = 1024 * MEBIBYTE
    case_files: int = 300
    read_seconds: int = 900
    testing: bool = False
    unknown: tuple[str, ...] = ()

    @property
    def database(self) -> str:
        """The SQLAlchemy URL: as given, else an SQLite file in the data folder."""
        return self.database_url or f"sqlite:///{self.data_dir.resolve() / 'desk.sqlite'}"

    @property
    def library_dir(self) -> Path:
        return self.data_dir / "library"

    @property
    def vault_dir(self) -> Path:
        return self.data_dir / "vault"

    @property
    def jobs_file(self) -> Path:
        return self.data_dir / "jobs.sqlite"

    @property
    def outbox_dir(self) -> Path:
        """Where letters are laid down as .eml files while no mail server is configured."""
        return self.data_dir / "outbox"


def _number(low: int, high: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        value = int(text) if text.strip().isdecimal() else -1
        if not low <= value <= high:
            raise ValueError(f"要一个 {low} 到 {high} 之间的整数")
        return value

    return parse


def _megabytes(text: str) -> int:
    return _number(1, 100_000)(text) * MEBIBYTE


def _switch(text: str) -> bool:
    words = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    if text.strip().lower() not in words:
        raise ValueError("要 1 或 0")
    return words[text.strip().lower()]


def _secret(text: str) -> str:
    if len(text) < 32:
        raise ValueError("至少 32 个字符")
    return text


def _database(text: str) -> str:
    if "://" not in text:
        raise ValueError("要一个数据库地址，例如 postgresql+psycopg://user@host/desk")
    return text


def _mail_server(text: str) -> str:
    if urlsplit(text).scheme not in ("smtp", "smtp+tls", "smtps") or not urlsplit(text).hostname:
        raise ValueError("要 smtp://、smtp+tls:// 或 smtps:// 开头的邮件服务器地址")
    return text


_SETTINGS: Mapping[str, tuple[str, Callable[[str], Any]]] = {
    "IPDESK_DATA_DIR": ("data_dir", lambda text: Path(text).expanduser()),
    "IPDESK_SECRET_KEY": ("secret_key", _secret),
    "IPDESK_DATABASE_URL": ("database_url", _database),
    "IPDESK_OFFICE": ("office", str),
    "IPDESK_DEMO": ("demo", _switch),
    "IPDESK_HOST": ("host", str),
    "IPDESK_PORT": ("port", _number(1, 65535)),
    "IPDESK_HTTPS": ("https", _switch),
    "IPDESK_PROXIES": ("proxies", _number(0, 9)),
    "IPDESK_HOSTS": ("hosts", lambda text: tuple(name.strip() for name in text.split(",") if name.strip())),
    "IPDESK_MAIL_URL": ("mail_url", _mail_server),
    "IPDESK_MAIL_FROM": ("mail_from", str),
    "IPDESK_JOBS_URL": ("jobs_url", str),
    "IPDESK_LIMITS_URL": ("limits_url", str),
    "IPDESK_FILE_LIMIT_MB": ("file_limit", _megabytes),
    "IPDESK_CASE_LIMIT_MB": ("case_limit", _megabytes),
    "IPDESK_CASE_FILES": ("case_files", _number(1, 10_000)),
    "IPDESK_READ_SECONDS": ("read_seconds", _number(1, 86_400)),
}

_HIDDEN = frozenset({"IPDESK_SECRET_KEY", "IPDESK_DATABASE_URL", "IPDESK_MAIL_URL"})  # they hold passwords


def load_config(environ: Mapping[str, str] | None = None) -> Config:
    """The settings in ``environ`` (default: the process's own); empty values count as not given.

    Raises ``ConfigError`` that names every bad value at once. ``IPDESK_…`` names that
    mean nothing here are kept in ``unknown``, for ``serve`` and ``doctor`` to mention.
    """
    given = {name: text for name, text in (environ if environ is not None else os.environ).items() if text}
    values: dict[str, Any] = {}
    problems: list[str] = []
    for name, (field, parse) in _SETTINGS.items():
        if name not in given:
            continue
        try:
            values[field] = parse(given[name])
        except ValueError as why:
            shown = "…" if name in _HIDDEN else given[name]
            problems.append(f"{name}={shown}：{why}")
    if problems:
        raise ConfigError("环境变量有误，请改正后再启动：\n" + "\n".join(f"  · {problem}" for problem in problems))
    unknown = tuple(sorted(name for name in given if name.startswith("IPDESK_") and name not in _SETTINGS))
    return Config(**values, unknown=unknown)
