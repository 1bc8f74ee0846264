"""Files inside files: archives and mails, opened without harm."""

from __future__ import annotations

import io
import os
import signal
import zipfile
from pathlib import Path

import pytest

from casefiles.model import Reading
from casefiles.reading import Limits, read
from casefiles.reading.formats import zip as archives
from casefiles.reading.process import Reader
from casefiles.reading.record import from_json, to_json
from casefiles.reading.source import Room, Source
from tests import documents

LETTER = documents.docx(["授权委托书"])


def reading_of(tmp_path: Path, data: bytes, name: str = "打包.zip", **how: object) -> Reading:
    path = tmp_path / name
    path.write_bytes(data)
    return read(path, **how)  # type: ignore[arg-type]  # passed through as given


def told(reading: Reading) -> dict[str, list[str]]:
    return {one.name: [line.text for page in one.reading.pages for line in page.lines] for one in reading.enclosed}


def test_an_archive_gives_each_file_read_for_itself(tmp_path: Path) -> None:
    members = {
        "委托/授权委托书.docx": LETTER,
        "空/": b"",
        ".hidden": b"x",
        "__MACOSX/._a": b"x",
        "说明.txt": "已寄出".encode("gb18030"),
    }
    reading = reading_of(tmp_path, documents.zipped(members))
    assert (reading.format, reading.pages, reading.problems) == ("zip", (), ())
    assert told(reading) == {"委托/授权委托书.docx": ["授权委托书"], "说明.txt": ["已寄出"]}
    assert from_json(to_json(reading)) == reading


def test_names_are_read_as_windows_and_as_a_mac_write_them(tmp_path: Path) -> None:
    data = documents.named_in_gbk({"证据清单（二）.txt": b"x"})
    assert list(told(reading_of(tmp_path, data))) == ["证据清单（二）.txt"]
    unflagged = bytearray(documents.zipped({"控告书.txt": b"x"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        unflagged[unflagged.index(mark) + offset + 1] = 0
    assert list(told(reading_of(tmp_path, bytes(unflagged)))) == ["控告书.txt"]


def test_names_hold_nothing_that_nobody_sees(tmp_path: Path) -> None:
    members = {"行\n换行\r\n甲.txt": b"x", "\u202egnp.乙.txt": b"x", "丙\x01.txt": b"x"}
    assert list(told(reading_of(tmp_path, documents.zipped(members)))) == ["行 换行 甲.txt", "gnp.乙.txt", "丙.txt"]


def test_a_name_told_twice_never_hides_a_file_behind_another(tmp_path: Path) -> None:
    data = documents.zipped({"a/same.txt": "甲".encode(), "a/sam2.txt": "乙".encode()}).replace(b"sam2", b"same")
    assert told(reading_of(tmp_path, data)) == {"a/same.txt": ["甲"], "a/2-same.txt": ["乙"]}


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "..\\evil.txt", "C:\\evil.txt"])
def test_no_name_leads_out_of_the_room(tmp_path: Path, name: str) -> None:
    path, folder = tmp_path / "a.zip", tmp_path / "room"
    path.write_bytes(documents.zipped({name: b"x"}))
    folder.mkdir()
    source = Source(path, "a.zip", room=Room(folder))
    list(archives.read(source, None))  # type: ignore[arg-type]  # it looks at the file itself
    ((inner, place),) = source.enclosed
    assert place.parent == folder and ".." not in inner and not inner.startswith("/")


def test_a_link_in_an_archive_is_left_out(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("link")
    entry.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(entry, "/etc/passwd")
        archive.writestr("a.txt", "x")
    assert list(told(reading_of(tmp_path, out.getvalue()))) == ["a.txt"]


def encrypted() -> bytes:
    raw = bytearray(documents.zipped({"a.txt": b"x"}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (documents.zipped({f"{number}.txt": b"" for number in range(archives.ENTRIES + 1)}), "unreadable.too_large"),
        (documents.zipped({"bomb": b"\0" * (archives.SMALL + 1)}), "unreadable.too_large"),
        (documents.zipped({}), "unreadable.empty"),
        (documents.zipped({"a.txt": b"x" * 100}).replace(b"PK\x03\x04", b"PK\x03\x05"), "unreadable.damaged"),
        (encrypted(), "unreadable.encrypted"),
    ],
    ids=["many files", "bomb", "no files", "damaged", "encrypted"],
)
def test_a_bad_archive_is_refused_with_its_letter(tmp_path: Path, content: bytes, code: str) -> None:
    reading = reading_of(tmp_path, content)
    assert [problem.code for problem in reading.problems] == [code]
    assert reading.enclosed == ()


def test_one_damaged_entry_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    data = documents.zipped({"好.txt": "完好".encode(), "坏.txt": os.urandom(400)})
    at = data.index("坏.txt".encode()) + 40
    reading = reading_of(tmp_path, data[:at] + b"\xff" * 60 + data[at + 60 :])
    assert told(reading) == {"好.txt": ["完好"]}
    assert [("坏.txt" in problem.message, problem.code) for problem in reading.problems] == [(True, "unreadable.damaged")]


def test_an_archive_comes_with_a_mail_and_within_another_archive(tmp_path: Path) -> None:
    packed = documents.zipped({"执照.txt": "营业执照".encode()})
    mail = documents.eml("材料见附件", {"资质.zip": packed})
    reading = reading_of(tmp_path, documents.zipped({"来信.eml": mail, "再打包.zip": packed}))
    letter, archive = (one.reading for one in reading.enclosed)
    assert told(letter.enclosed[0].reading) == told(archive) == {"执照.txt": ["营业执照"]}
    assert not archive.problems


def test_what_lies_too_deep_stays_closed_and_says_so(tmp_path: Path) -> None:
    content = documents.zipped({"底.txt": b"x"})
    for name in ("四.zip", "三.zip", "二.zip"):
        content = documents.zipped({name: content})
    reading = reading_of(tmp_path, content)
    while reading.enclosed:
        (one,) = reading.enclosed
        reading = one.reading
    assert (one.name, [problem.code for problem in reading.problems]) == ("四.zip", ["unreadable.nested"])


def test_a_mail_tells_its_fields_its_text_and_what_is_attached(tmp_path: Path) -> None:
    data = documents.eml("报价单见附件，镕先生。", {"报价.txt": b"1", "../../报价.txt": b"2"}, subject="关于侵权")
    reading = reading_of(tmp_path, data, "来信.eml")
    assert reading.text.splitlines() == [
        "主题：关于侵权",
        "发件人：王某 <w@example.com>",
        "收件人：desk@example.com",
        "日期：2026-10-05 10:00",
        "附件：报价.txt",
        "附件：报价.txt",
        "报价单见附件，镕先生。",
    ]
    assert told(reading) == {"报价.txt": ["1"], "2-报价.txt": ["2"]}


def test_a_mail_in_hypertext_is_told_as_it_shows(tmp_path: Path) -> None:
    html = (
        "<html><head><style>p{}</style></head><body><p>第一段</p><table><tr><td>单价</td><td>20</td></tr></table></body></html>"
    )
    data = documents.eml("", html=html).replace(b"text/plain", b"text/x-none")
    assert reading_of(tmp_path, data, "来信.eml").text.splitlines()[-2:] == ["第一段", "单价\t20"]


def test_prose_that_begins_like_a_mail_is_none(tmp_path: Path) -> None:
    assert reading_of(tmp_path, "Subject: 说明\n\n本公司说明如下".encode(), "说明.txt").format == "txt"


def test_the_whole_keeps_within_the_limits_of_one_file(tmp_path: Path) -> None:
    data = documents.zipped({f"{number}.txt": ("字" * 30).encode() for number in range(3)})
    reading = reading_of(tmp_path, data, limits=Limits(characters=70))
    assert [[problem.code for problem in one.reading.problems] for one in reading.enclosed] == [[], [], ["unreadable.too_large"]]


def test_an_entry_that_kills_the_process_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(documents.zipped({"一.txt": b"1", "大.pdf": documents.big_pdf(900), "三.txt": b"3"}))
    with Reader() as reader:

        def kill(done: int, total: int) -> None:
            assert total == 3
            if done == 1 and reader._child:
                os.kill(reader._child.pid, signal.SIGKILL)

        reading = reader.read(path, progress=kill)
    assert [[problem.code for problem in one.reading.problems] for one in reading.enclosed] == [[], ["unreadable.damaged"], []]
    assert told(reading)["三.txt"] == ["3"]
