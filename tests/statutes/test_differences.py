"""Two wordings side by side: paragraphs find each other, differences are marked, nothing is lost."""

import pytest

from statutes.differences import differences, likeness
from tests.soon import soon


def shown(pair) -> tuple[str, str, str]:
    """The pair with its differences in brackets."""
    old, new = ("".join(f"[{run.text}]" if run.changed else run.text for run in side) for side in (pair.old, pair.new))
    return pair.change, old, new


TABLE = [
    ("处三年以下有期徒刑。", "处三年以下有期徒刑。", [("same", "处三年以下有期徒刑。", "处三年以下有期徒刑。")]),
    (
        "在同一种商品上使用相同的商标",
        "在同一种商品、服务上使用相同的商标",
        [("changed", "在同一种商品上使用相同的商标", "在同一种商品[、服务]上使用相同的商标")],
    ),
    ("罚款5万元", "罚款25万元", [("changed", "罚款[5]万元", "罚款[25]万元")]),
    (
        "（一）盗窃；\n（二）披露。",
        "（一）盗窃；\n（二）电子侵入；\n（三）披露。",
        [
            ("same", "（一）盗窃；", "（一）盗窃；"),
            ("added", "", "[（二）电子侵入；]"),
            ("changed", "（[二]）披露。", "（[三]）披露。"),
        ],
    ),
    ("甲乙丙丁。\n戊己庚辛。", "戊己庚辛。", [("removed", "[甲乙丙丁。]", ""), ("same", "戊己庚辛。", "戊己庚辛。")]),
    ("", "新设的规定。", [("added", "", "[新设的规定。]")]),
    ("", "", []),
]


@pytest.mark.parametrize(("old", "new", "expected"), TABLE)
def test_differences_are_marked_where_they_are(old: str, new: str, expected: list) -> None:
    assert [shown(pair) for pair in differences(old, new)] == expected


@pytest.mark.parametrize(("old", "new"), [(old, new) for old, new, _expected in TABLE])
def test_each_side_keeps_its_every_word(old: str, new: str) -> None:
    pairs = differences(old, new)
    for side, text in (("old", old), ("new", new)):
        assert "\n".join(filter(None, ("".join(run.text for run in getattr(pair, side)) for pair in pairs))) == text


def test_a_rewritten_paragraph_does_not_pull_its_neighbours_along() -> None:
    kinds = [
        pair.change
        for pair in differences("甲条不变。\n原来的文字完全不同。\n丙条不变。", "甲条不变。\n新规另行制定。\n丙条不变。")
    ]
    assert kinds == ["same", "removed", "added", "same"]


def test_likeness_goes_from_nothing_to_all() -> None:
    assert likeness("注册商标专用权", "注册商标专用权") == 1
    assert likeness("注册商标专用权", "刑事诉讼") == 0
    assert 0.4 < likeness("销售侵犯注册商标专用权的商品的", "销售侵犯注册商标专用权的商品") <= 1


def test_a_very_long_text_is_compared_in_good_time() -> None:
    long = "".join(f"第{number}句说的是第{number}件事。" for number in range(3000))
    with soon():
        assert [pair.change for pair in differences(long, long.replace("第1500件", "另一件"))] == ["changed"]
