"""The audit chain holds, and shows every way of breaking it."""

import pytest
from flask import Flask
from sqlalchemy import text

from ipdesk import audit
from ipdesk.database import transaction
from ipdesk.extensions import db


def record_three() -> None:
    with transaction() as session:
        for number in range(3):
            audit.record(session, "token.made", actor="a" * 32, label=f"钥匙{number}")


def test_an_untouched_chain_holds(app: Flask) -> None:
    record_three()
    assert list(audit.broken_links(db.session())) == []


@pytest.mark.parametrize(
    "damage",
    [
        'UPDATE audit SET detail = \'{"label": "x"}\' WHERE seq = 2',
        "UPDATE audit SET actor = 'b' WHERE seq = 3",
        "UPDATE audit SET at = '2020-01-01 00:00:00+00:00' WHERE seq = 1",
        "DELETE FROM audit WHERE seq = 2",
        "DELETE FROM audit WHERE seq = 1",
    ],
)
def test_a_changed_or_removed_row_is_found(app: Flask, damage: str) -> None:
    record_three()
    with transaction() as session:
        session.execute(text(damage))
    assert list(audit.broken_links(db.session()))


def test_an_act_taken_back_leaves_no_row(app: Flask) -> None:
    with pytest.raises(RuntimeError), transaction() as session:
        audit.record(session, "token.made", label="x")
        raise RuntimeError
    assert audit.chain_head(db.session()) == audit.GENESIS


def test_details_that_were_not_declared_are_refused(app: Flask) -> None:
    with pytest.raises(ValueError, match="declared"), transaction() as session:
        audit.record(session, "token.made", anything="else")
