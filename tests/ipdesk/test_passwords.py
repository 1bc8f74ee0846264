"""Which passwords are refused, and why."""

import pytest
from flask import Flask

from ipdesk.passwords import weakness


@pytest.mark.parametrize(
    ("password", "word"),
    [
        ("short", "至少"),
        ("aaaaaaaaaaaa", "重复"),
        ("abcabcabcabc", "重复"),
        ("1234567890", "连续"),
        ("qwertyuiop12", "连续"),
        ("Password2026!", "常见"),
        ("2026woaini1314", "常见"),
        ("zhaoqiming99", "自己的"),
        ("雨夜孤灯照旧书三更" * 112, "最多"),
    ],
)
def test_a_password_that_is_easily_guessed_is_refused_with_its_reason(app: Flask, password: str, word: str) -> None:
    with app.test_request_context():
        reason = weakness(password, ["zhaoqiming@example.com", "赵启明"])
    assert reason is not None
    assert word in reason


@pytest.mark.parametrize("password", ["Gongshang-2026-yun", "雨夜孤灯照旧书三更", "correct horse battery"])
def test_a_sentence_of_ones_own_is_taken(app: Flask, password: str) -> None:
    with app.test_request_context():
        reason = weakness(password, ["zhaoqiming@example.com", "赵启明"])
    assert (reason is None) == (len(password) >= 10)
