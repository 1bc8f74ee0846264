"""Which files of a folder make a dossier, and how archives are opened without harm."""

import io
import zipfile
from pathlib import Path

import pytest

from casefiles import archives
from casefiles.archives import ArchiveRefused, is_archive, unpack
from casefiles.folder import digest, files_under, name_in
from casefiles.intake import materials_of
from casefiles.reading import read
from tests import documents


def zipped(members: dict[str, bytes], **options) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def put(folder: Path, name: str, content: bytes = b"x") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_subfolders_are_read_and_hidden_and_system_files_are_not(tmp_path):
    for name in ("b.txt", "附件/a.txt", ".DS_Store", "Thumbs.db", "__MACOSX/._a", ".git/config", "~$控告书.docx"):
        put(tmp_path, name)
    assert [name_in(tmp_path, path) for path in files_under(tmp_path)] == ["b.txt", "附件/a.txt"]


def test_a_link_that_leads_out_of_the_folder_is_left_out(tmp_path):
    secret = put(tmp_path, "outside.txt")
    inside = tmp_path / "材料"
    inside.mkdir()
    (inside / "link.txt").symlink_to(secret)
    assert files_under(inside) == ()


def test_a_digest_is_sha256_sm3_and_size(tmp_path):
    seen = digest(put(tmp_path, "a", b"abc"))
    assert seen.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert seen.sm3 == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert seen.size == 3


def test_each_file_in_an_archive_is_a_material_of_its_own(tmp_path):
    letter = documents.docx(["授权委托书", "委托人:蜀光电子有限公司", "受托人:王小明"])
    path = put(tmp_path, "打包.zip", zipped({"委托/授权委托书.docx": letter, "照片/": b"", ".hidden": b"x"}))
    (found,) = materials_of(tmp_path, path, read)
    assert (found.file, found.kind) == ("打包.zip/委托/授权委托书.docx", "power_of_attorney")
    assert found.size == len(letter)


def test_a_word_document_is_no_archive(tmp_path):
    assert not is_archive(put(tmp_path, "a.docx", documents.docx()))
    assert not is_archive(put(tmp_path, "a.zip", b"PK\x03\x04 broken"))
    assert is_archive(put(tmp_path, "b.zip", zipped({"a.txt": b"x"})))


def test_names_in_gbk_are_read(tmp_path):
    raw = zipped({"AAAA.txt": b"x"}).replace(b"AAAA", "控告".encode("gbk"))
    ((name, _),) = unpack(put(tmp_path, "a.zip", raw), tmp_path)
    assert name == "控告.txt"


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "..\\evil.txt", "C:\\evil.txt"])
def test_no_name_leads_out_of_the_folder(tmp_path, name):
    into = tmp_path / "in"
    into.mkdir()
    ((inner, place),) = unpack(put(tmp_path, "a.zip", zipped({name: b"x"})), into)
    assert place.parent == into and ".." not in inner and not inner.startswith("/")
    assert not (tmp_path / "evil.txt").exists()


def test_a_link_in_an_archive_is_left_out(tmp_path):
    entry = zipfile.ZipInfo("link")
    entry.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(entry, "/etc/passwd")
        archive.writestr("a.txt", "x")
    assert [name for name, _ in unpack(put(tmp_path, "a.zip", out.getvalue()), tmp_path)] == ["a.txt"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (zipped({f"{number}.txt": b"" for number in range(archives.ENTRIES + 1)}), "unreadable.too_large"),
        (zipped({"bomb": b"\0" * (archives.SMALL + 1)}), "unreadable.too_large"),
        (zipped({}), "unreadable.empty"),
        (zipped({"a.txt": b"x" * 100}).replace(b"PK\x03\x04", b"XX\x03\x04"), "unreadable.damaged"),
    ],
)
def test_a_bad_archive_is_refused_with_a_letter_and_kept_as_a_material(tmp_path, content, code):
    path = put(tmp_path, "坏.zip", content)
    with pytest.raises(ArchiveRefused) as refused:
        unpack(path, tmp_path)
    assert refused.value.problem.code == code
    (kept,) = materials_of(tmp_path, path, read)
    assert [problem.code for problem in kept.reading.problems] == [code]
    assert kept.sha256


def test_an_encrypted_archive_is_refused(tmp_path):
    raw = bytearray(zipped({"a.txt": b"x"}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ArchiveRefused) as refused:
        unpack(put(tmp_path, "a.zip", bytes(raw)), tmp_path)
    assert refused.value.problem.code == "unreadable.encrypted"
