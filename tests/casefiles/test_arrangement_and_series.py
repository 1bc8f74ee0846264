"""Which pages are one document: as a person arranges a file, and as photos of pages belong together."""

from __future__ import annotations

from pathlib import Path

import pytest

from casefiles.arrangement import ArrangementError, arrangement_of
from casefiles.folder import FileDigest
from casefiles.intake import Content, materials_in, photos_joined
from casefiles.model import Line, Page, Reading
from casefiles.reading import read
from casefiles.series import Continued, Photo, continued, joined
from casefiles.understanding import understand
from tests import documents

POWER = ("授权委托书", "委托人：蜀光电子有限公司", "受托人：周慎行")


def photo(file: str, *lines: str) -> Photo:
    return Photo(file, Page(1, tuple(map(Line, lines)), source="ocr"))


@pytest.mark.parametrize("text", ["1-2、3", "1-2,3", "1－2；3".replace("－", "-"), "1-2 3-3", "1至2，3"])
def test_an_arrangement_is_read_as_people_write_it(text: str) -> None:
    assert arrangement_of(text, 3).parts == ((1, 2), (3, 3))


@pytest.mark.parametrize("text", ["", "1-2", "1-2、2-3", "2-3", "1-4", "3-1", "第一页", "1-2、4", "0-3"])
def test_an_arrangement_that_leaves_a_page_out_or_tells_one_twice_is_refused(text: str) -> None:
    with pytest.raises(ArrangementError):
        arrangement_of(text, 3)


def test_what_a_person_says_of_the_pages_counts_before_what_they_look_like(tmp_path: Path) -> None:
    path = tmp_path / "合订.pdf"
    letters = ["营业执照", "名称：蜀光电子有限公司", documents.PAGE_BREAK, *POWER]
    path.write_bytes(documents.text_pdf(letters))
    reading = read(path)
    assert [(one.part, one.kind) for one in understand("合订.pdf", reading)] == [
        ("1-1", "business_license"),
        ("2-2", "power_of_attorney"),
    ]
    (whole,) = understand("合订.pdf", reading, arrangement=arrangement_of("1-2", 2, "罗启航"))
    assert (whole.part, whole.arranged_by, len(whole.reading.pages)) == (None, "罗启航", 2)


@pytest.mark.parametrize(
    ("photos", "found"),
    [
        ([photo("IMG_1.jpg", *POWER, "第1页 共2页"), photo("IMG_2.jpg", "特此委托", "第2页 共2页")], [("IMG_2.jpg", True)]),
        ([photo("IMG_1.jpg", *POWER, "1/2"), photo("IMG_2.jpg", "特此委托", "2/2")], [("IMG_2.jpg", True)]),
        ([photo("IMG_1.jpg", *POWER, "1/2"), photo("IMG_2.jpg", "特此委托", "2/3")], []),
        ([photo("IMG_1.jpg", *POWER), photo("IMG_2.jpg", "特此委托")], []),
        ([photo("委托书10.jpg", "附页"), photo("委托书9.jpg", *POWER)], [("委托书10.jpg", False)]),
        ([photo("委托书（1）.jpg", *POWER), photo("委托书（2）.jpg", "附页")], [("委托书（2）.jpg", False)]),
        ([photo("甲/委托书1.jpg", *POWER), photo("乙/委托书2.jpg", "附页")], []),
        ([photo("材料1.jpg", *POWER), photo("材料2.jpg", "营业执照", "统一社会信用代码：91510100MA6C0XYT47")], []),
        ([photo("商品照片1.jpg"), photo("商品照片2.jpg")], []),
    ],
    ids=["counted", "fractions", "other count", "camera names", "numbers", "brackets", "folders", "two documents", "no text"],
)
def test_photos_of_one_document_are_known_by_count_or_name(photos: list[Photo], found: list[tuple[str, bool]]) -> None:
    assert [(one.file, one.certain) for one in continued(photos)] == found


def test_only_what_is_certain_is_joined_unless_a_person_says_so() -> None:
    photos = [
        photo("a1.jpg", *POWER, "1/2"),
        photo("a2.jpg", "附页", "2/2"),
        photo("委托1.jpg", *POWER),
        photo("委托2.jpg", "附页"),
    ]
    assert continued(photos)[1] == Continued("委托2.jpg", "委托1.jpg", False)
    assert list(joined(photos, {})) == [("a1.jpg", "a2.jpg"), ("委托1.jpg",), ("委托2.jpg",)]
    said = {"a2.jpg": "", "委托2.jpg": "委托1.jpg"}
    assert list(joined(photos, said)) == [("a1.jpg",), ("a2.jpg",), ("委托1.jpg", "委托2.jpg")]
    circle = {"a1.jpg": "a2.jpg", "a2.jpg": "a1.jpg"}
    assert sorted(file for group in joined(photos, circle) for file in group) == sorted(one.file for one in photos)


def test_joined_photos_are_one_material_with_pages_in_order() -> None:
    digest = FileDigest("0" * 64, "0" * 64, 1)
    pages = {
        "b2.jpg": ("受托人：周慎行", "有效期至：2027年1月1日", "2/2"),
        "b1.jpg": (*POWER[:2], "1/2"),
        "说明.txt": ("另一份说明",),
    }
    found = tuple(
        Content(file, Reading("image" if file.endswith("jpg") else "txt", (Page(1, tuple(map(Line, lines))),)), digest)
        for file, lines in pages.items()
    )
    assert [one.file for one in photos_joined(found)] == ["b1.jpg", "说明.txt"]
    letter, _ = materials_in(found)
    assert (letter.kind, letter.files, [page.number for page in letter.reading.pages]) == (
        "power_of_attorney",
        ("b1.jpg", "b2.jpg"),
        [1, 2],
    )
    assert letter.fields["agent"].page == 2
