"""Identity numbers are shown only as far as needed; what lies in a sealed file is not told at all."""

from dataclasses import replace

import pytest

from casefiles.model import Evidence, Finding
from ipdesk.masking import masked_id
from ipdesk.queries.redaction import Eyes


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


def test_a_document_of_photos_is_sealed_by_any_of_them() -> None:
    eyes = Eyes(frozenset({"1"}), {"甲.jpg": "1", "乙.jpg": "2"}, sees_numbers=True, series={"甲.jpg": ("甲.jpg", "乙.jpg")})
    quoting = Finding("a.b", "warning", "写着琥珀", "请核对。", evidence=(Evidence("甲.jpg", 2),))
    assert eyes.quotes_sealed(quoting) and not replace(eyes, series={}).quotes_sealed(quoting)


def test_names_of_files_inside_a_sealed_one_become_its_own() -> None:
    inside = {"包.zip": "2", "包.zip/翡翠": "2", "包.zip/翡翠/证.pdf": "2", "明.zip/证.pdf": "1"}
    eyes = Eyes(frozenset({"1"}), inside, sees_numbers=True)
    assert eyes.shown("《包.zip/翡翠/证.pdf》《明.zip/证.pdf》《包.zip/翡翠》") == "《包.zip》《明.zip/证.pdf》《包.zip》"
