"""Which files of a folder make a dossier, and what each of them holds."""

import hashlib
from pathlib import Path

from casefiles.folder import digest, files_under, name_in
from casefiles.intake import materials_of
from casefiles.reading import read
from tests import documents


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
    path = put(tmp_path, "打包.zip", documents.zipped({"委托/授权委托书.docx": letter, "照片/": b"", ".hidden": b"x"}))
    (found,) = materials_of(tmp_path, path, read)
    assert (found.file, found.kind) == ("打包.zip/委托/授权委托书.docx", "power_of_attorney")
    assert (found.size, found.sha256) == (len(letter), hashlib.sha256(letter).hexdigest())


def test_a_mail_is_a_material_and_so_is_what_is_attached_to_it(tmp_path):
    letter = documents.text_pdf(["授权委托书", "委托人:蜀光电子有限公司", "受托人:王小明"])
    path = put(tmp_path, "邮件.eml", documents.eml("请查收。", {"委托书.pdf": letter}))
    mail, attached = materials_of(tmp_path, path, read)
    assert (mail.file, mail.reading.format) == ("邮件.eml", "eml")
    assert (attached.file, attached.kind, attached.size) == ("邮件.eml/委托书.pdf", "power_of_attorney", len(letter))


def test_an_archive_that_is_refused_is_kept_as_a_material_with_its_problem(tmp_path):
    (kept,) = materials_of(tmp_path, put(tmp_path, "坏.zip", documents.zipped({})), read)
    assert [problem.code for problem in kept.reading.problems] == ["unreadable.empty"]
    assert kept.sha256
