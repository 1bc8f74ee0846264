"""A strict reader of TOML tables: every key is asked for by name, what is missing or left over is refused with its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from casefiles.offences.vocabulary import GRADES


class RuleError(ValueError):
    """A rule file that may not be used; the message names file, place and what is wrong."""


class Table:
    """One TOML table being read; ``place`` is its path in the file, for the error message."""

    def __init__(self, values: Any, place: str) -> None:
        if not isinstance(values, dict):
            raise RuleError(f"{place}：应当是一张表")
        self.values: dict[str, Any] = dict(values)
        self.place = place

    def refuse(self, what: str) -> RuleError:
        return RuleError(f"{self.place}：{what}")

    def take(self, key: str, kind: type, default: Any = ...) -> Any:
        """The value of ``key``, removed from the table. Raises RuleError when absent without default, or of another type."""
        if key not in self.values:
            if default is ...:
                raise self.refuse(f"缺少 {key}")
            return default
        value = self.values.pop(key)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.refuse(f"{key} 应当是 {kind.__name__}，实际是 {value!r}")
        if isinstance(value, str) and not value.strip():
            raise self.refuse(f"{key} 是空的")
        return value

    def text(self, key: str, default: Any = ...) -> Any:
        return self.take(key, str, default)

    def texts(self, key: str, default: Any = ...) -> tuple[str, ...]:
        values = self.take(key, list, default)
        if any(not isinstance(value, str) or not value for value in values):
            raise self.refuse(f"{key} 只能列文字")
        return tuple(values)

    def day(self, key: str, default: Any = ...) -> Any:
        value = self.take(key, date, default)
        if value is not None and type(value) is not date:
            raise self.refuse(f"{key} 应当只写日期，不写时刻")
        return value

    def grade(self) -> Any:
        return self.choice("grade", GRADES)

    def choice(self, key: str, allowed: tuple[str, ...], default: Any = ...) -> Any:
        value = self.take(key, str, default)
        if value is not default and value not in allowed:
            raise self.refuse(f"{key} = {value!r} 不在 {'、'.join(allowed)} 之内")
        return value

    def amount(self, key: str) -> Decimal:
        value = self.take(key, int)
        if value <= 0:
            raise self.refuse(f"{key} 应当大于零")
        return Decimal(value)

    def tables(self, key: str, default: Any = ...) -> list[Table]:
        rows = self.take(key, list, default)
        return [Table(row, f"{self.place} {key}[{number}]") for number, row in enumerate(rows, 1)]

    def table(self, key: str) -> Table:
        return Table(self.take(key, dict, {}), f"{self.place} {key}")

    def end(self) -> None:
        """Refuses keys nobody asked for: a misspelt key must not be a silent default."""
        if self.values:
            raise self.refuse(f"不认识 {'、'.join(sorted(self.values))}")
