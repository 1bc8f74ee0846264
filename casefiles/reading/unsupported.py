"""Files that are recognised but not read: each with its Chinese name and what the applicant can do about it."""

from __future__ import annotations

import re
from pathlib import PurePath

from casefiles.reading.problems import Unreadable
from casefiles.reading.signature import Signature

READABLE = frozenset(
    {".pdf", ".ofd", ".docx", ".doc", ".wps", ".rtf", ".xlsx", ".xls", ".et", ".txt", ".csv", ".eml", ".zip"}
    | {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".bmp", ".heic", ".heif"}
)
ENCRYPTED_OFFICE = "EncryptedPackage"

PRINT = "在原软件中打开并另存为 PDF"
KINDS: tuple[tuple[re.Pattern[bytes], str, str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), kind, advice)
    for pattern, kind, advice in (
        (rb".{4}ftyp(avif|avis)", "AVIF 图片", "在手机或者电脑上另存为 JPEG"),
        (rb".{4}ftyp(M4A|M4B)", "音频", "整理文字记录"),
        (rb".{4}(ftyp|moov|mdat|wide|free)", "视频", "整理文字说明或者截图"),
        (
            rb"\x1aE\xdf\xa3|RIFF....AVI |FLV\x01|\x00\x00\x01[\xba\xb3]|\x30\x26\xb2\x75\x8e\x66\xcf\x11",
            "视频",
            "整理文字说明或者截图",
        ),
        (rb"ID3|\xff[\xfb\xf3\xf2\xf1\xf9]|RIFF....WAVE|fLaC|OggS|#!AMR|MThd", "音频", "整理文字记录"),
        (rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b|BZh|\xfd7zXZ\x00|.{257}ustar", "压缩包", "解压"),
        (rb"MZ|\x7fELF|\xca\xfe\xba\xbe|#!", "程序文件", "核对该文件是否选错"),
        (rb"SQLite format 3\x00", "数据库文件", "导出为表格"),
        (rb"8BPS", "设计图稿", "导出为 JPEG 或者 PDF"),
        (rb"%!PS|\xc5\xd0\xd3\xc6", "PostScript 文件", "转换为 PDF"),
        (rb"GIF8[79]a", "GIF 图片", "另存为 PNG 或者 JPEG"),
    )
)


def refusal(sign: Signature, name: str) -> Unreadable:
    """Why the bytes ``sign`` are not read: encrypted, another kind of file (mislabelled if its extension says otherwise),
    or damaged.
    """
    if ENCRYPTED_OFFICE in sign.streams:
        return Unreadable("unreadable.encrypted")
    kind, advice = _kind(sign)
    extension = PurePath(name).suffix.lower()
    if not kind:
        code = "unreadable.damaged" if extension in READABLE else "unreadable.unsupported"
        return Unreadable(code, kind="系统不认识的文件类型", advice=PRINT)
    if extension in READABLE:
        return Unreadable("unreadable.mislabelled", claimed=extension, kind=kind, advice=advice)
    return Unreadable("unreadable.unsupported", kind=kind, advice=advice)


def _kind(sign: Signature) -> tuple[str, str]:
    """The Chinese name of the kind of file and the advice that goes with it; empty where the bytes are not known."""
    if sign.broken_zip:
        return "", ""
    if sign.names:
        return _container(sign.names)
    if sign.is_ole:
        return "旧版 Office 文件（演示文稿、邮件等）", "另存为 PDF"
    for pattern, kind, advice in KINDS:
        if pattern.match(sign.head):
            return kind, advice
    return "", ""


def _container(names: frozenset[str]) -> tuple[str, str]:
    if "ppt/presentation.xml" in names:
        return "演示文稿", "另存为 PDF"
    if {"mimetype", "content.xml"} <= names:
        return "OpenDocument 文档", "另存为 .docx 或者 PDF"
    return "压缩包", "解压"
