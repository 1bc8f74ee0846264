"""Settings: read once, frozen, every problem told together."""

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from ipdesk.config import Config, ConfigError, load_config


def test_nothing_given_is_a_desk_on_sqlite_in_the_data_folder() -> None:
    config = load_config({})
    assert config.database == f"sqlite:///{Path('data').resolve()}/desk.sqlite"


def test_an_empty_value_counts_as_not_given() -> None:
    assert load_config({"IPDESK_PORT": ""}).port == 8000


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(ConfigError) as told:
        load_config({"IPDESK_PORT": "99999", "IPDESK_DEMO": "maybe", "IPDESK_DATABASE_URL": "desk.db"})
    for name in ("IPDESK_PORT", "IPDESK_DEMO", "IPDESK_DATABASE_URL"):
        assert name in str(told.value)


def test_a_bad_secret_is_not_repeated_in_the_message() -> None:
    with pytest.raises(ConfigError) as told:
        load_config({"IPDESK_SECRET_KEY": "hunter2"})
    assert "hunter2" not in str(told.value)


def test_an_unknown_name_is_kept_to_be_mentioned() -> None:
    assert load_config({"IPDESK_PROT": "1"}).unknown == ("IPDESK_PROT",)


def test_settings_cannot_be_changed_later() -> None:
    with pytest.raises(FrozenInstanceError):
        Config().port = 1  # type: ignore[misc]  # the point of the test
