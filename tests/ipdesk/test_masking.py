"""Identity numbers are shown only as far as needed."""

import pytest

from ipdesk.masking import masked_id


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("510107199003071234", "510***********1234"),
        ("51010719900307123X", "510***********123X"),
        ("510107900307123", "510********7123"),
        ("受托人身份证号：510107199003071234。", "受托人身份证号：510***********1234。"),
        ("91510100MA6D2K7W1Q", "91510100MA6D2K7W1Q"),
        ("账号6222020402012345678", "账号6222020402012345678"),
        ("", ""),
        (None, ""),
    ],
)
def test_only_identity_numbers_are_hidden(text: str | None, shown: str) -> None:
    assert masked_id(text) == shown
