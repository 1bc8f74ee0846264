"""Why a file could not be read, as letters to the applicant: what happened, to which file, what to do next."""

from __future__ import annotations

from casefiles.model import Problem

LETTERS: dict[str, tuple[str, str]] = {
    "unreadable.encrypted": (
        "文件《{name}》设有打开密码，系统无法读取其内容。",
        "请去除《{name}》的密码保护后重新上传；无法去除的，请打印后扫描上传。",
    ),
    "unreadable.damaged": (
        "文件《{name}》已损坏或者不完整，无法打开。{detail}",
        "请在本机确认《{name}》能够正常打开，重新导出或者重新扫描后再上传。",
    ),
    "unreadable.empty": (
        "文件《{name}》中没有读到任何文字。{detail}",
        "请核对《{name}》是否选错、是否为空白页；如为扫描件或者照片，请换用更清晰的版本重新上传。",
    ),
    "unreadable.mislabelled": (
        "文件《{name}》的扩展名与内容不符：扩展名为“{claimed}”，实际内容是{kind}，系统没有读取。",
        "请核对是否选错文件；如确为该内容，请{advice}后重新上传《{name}》。",
    ),
    "unreadable.unsupported": (
        "文件《{name}》是{kind}，系统只作为证据原样保存，不读取其内容。",
        "无需重新上传；如《{name}》中有需要预审的文字内容，请{advice}后另行上传。",
    ),
    "unreadable.too_large": (
        "文件《{name}》超出读取上限：{detail}",
        "请将《{name}》拆分或者压缩后重新上传；未读取的部分请另存为单独文件。",
    ),
    "unreadable.nested": (
        "文件《{name}》里面还装有文件，层次太深，没有读取它们。{detail}",
        "请把《{name}》里面的文件取出，直接上传。",
    ),
    "unreadable.timeout": (
        "读取文件《{name}》超过了规定时间，已停止读取。{detail}",
        "请将《{name}》拆分为较小的文件，或者降低扫描分辨率后重新上传。",
    ),
}


class Unreadable(Exception):
    """Raised by a format when the file, or the rest of it, cannot be read. ``facts`` fill the letter."""

    def __init__(self, code: str, *, page: int | None = None, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.page = page
        self.facts = facts


def letter(code: str, name: str, *, page: int | None = None, **facts: str) -> Problem:
    """The problem ``code`` of the file ``name``; ``facts`` are the further blanks of its letter.

    Raises KeyError for an unknown code.
    """
    message, remedy = LETTERS[code]
    blanks = {"detail": "", "claimed": "", "kind": "其他类型的文件", "advice": "转换为 PDF", **facts, "name": name}
    return Problem(code, message.format_map(blanks), remedy.format_map(blanks), page)
