"""Names of files as people, and attackers, give them."""

import pytest

from ipdesk.services.file_names import clean_name, free_name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("商标注册证.pdf", "商标注册证.pdf"),
        ("C:\\资料\\控告书（终稿） v2.docx", "控告书（终稿） v2.docx"),
        ("../../etc/passwd", "passwd"),
        ("..", "未命名文件"),
        (".htaccess", "htaccess"),
        ("证据\x00\x1f\u202egpj.exe", "证据gpj.exe"),
        ("营业\u2028执照.pdf", "营业执照.pdf"),
        ('a<b>c:"d|e?f*.txt', "a_b_c__d_e_f_.txt"),
        ("", "未命名文件"),
        (None, "未命名文件"),
        ("   .pdf", "pdf"),
        ("報告\ud800.pdf", "報告.pdf"),
    ],
)
def test_a_name_keeps_its_words_and_loses_what_is_dangerous(given: str | None, kept: str) -> None:
    assert clean_name(given) == kept


def test_an_over_long_name_is_cut_and_keeps_its_suffix() -> None:
    name = clean_name("很" * 500 + ".docx")
    assert name.endswith("很.docx")
    assert len(name.encode()) <= 200


def test_the_second_file_of_a_name_is_numbered_before_its_suffix() -> None:
    assert free_name("照片.jpg", {"照片.jpg", "照片（2）.jpg"}) == "照片（3）.jpg"
