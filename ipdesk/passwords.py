"""Which passwords are refused: too short, too common, or made of the person's own name. Asks no server."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from flask_babel import gettext as _
from flask_security import PasswordUtil

LENGTH = 10
LONGEST = 1000  # hashing takes no more than 4096 bytes, and looking for repeats takes its time
DIFFERENT = 5

# Words that stand at the top of published lists of leaked passwords; digits and signs around them do not help.
COMMON_WORDS = frozenset(Path(__file__).with_name("common_passwords.txt").read_text().split())
ROWS = ("01234567890", "09876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb")


def weakness(password: str, own: Iterable[str] = ()) -> str | None:
    """Why ``password`` is refused, as a sentence; None for a good one. ``own`` are the person's name, mail, enterprise."""
    plain = password.lower()
    if len(password) < LENGTH:
        return _("密码至少 %(length)s 个字符；可以用一句容易记的话。", length=LENGTH)
    if len(password) > LONGEST:
        return _("密码最多 %(longest)s 个字符。", longest=LONGEST)
    if len(set(plain)) < DIFFERENT or _is_row(plain) or _is_repeat(plain):
        return _("密码由重复或连续的字符组成，容易被猜中，请换一个。")
    if _core(plain) in COMMON_WORDS:
        return _("这是常见密码，容易被猜中，请换一个。")
    if any(len(word) >= 4 and word in plain and len(plain) - len(word) < 6 for word in _words(own)):
        return _("密码里不要用自己的姓名、邮箱或单位名称。")
    return None


class PasswordRules(PasswordUtil):
    """Flask-Security asks here before it takes a new password."""

    def normalize(self, password: str) -> str:
        """``password`` in its normal form; of one that is too long for anybody's only so much that it still is too long."""
        return str(super().normalize(password[: LONGEST + 1]))[: LONGEST + 1]

    def validate(self, password: str, is_register: bool, **given: Any) -> tuple[list[str] | None, str]:
        """The reasons against ``password`` (None: good) and the password in its normal form."""
        normal = self.normalize(password)
        account = given.get("user")
        own = [account.email, account.name] if account else [str(value) for value in given.values() if value]
        reason = weakness(normal, own)
        return ([reason] if reason else None), normal


def _core(plain: str) -> str:
    """The word without the digits and signs around it."""
    return re.sub(r"^[^a-z]+|[^a-z]+$", "", plain)


def _is_row(plain: str) -> bool:
    """Whether it runs along the alphabet, the digits or the keyboard for all but four characters."""
    longest = max((end - start for row in ROWS for start, end in _runs(plain, row)), default=0)
    return longest >= len(plain) - 4


def _runs(plain: str, row: str) -> Iterable[tuple[int, int]]:
    for start in range(len(plain)):
        end = start + 1
        while end < len(plain) and plain[start : end + 1] in row:
            end += 1
        yield start, end


def _is_repeat(plain: str) -> bool:
    """Whether a piece of up to half its length makes up the whole."""
    return any(plain == (plain[:size] * len(plain))[: len(plain)] for size in range(1, len(plain) // 2 + 1))


def _words(own: Iterable[str]) -> set[str]:
    return {word for text in own for word in re.split(r"[@.\s]+", text.lower()) if word}
