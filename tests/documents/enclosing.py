"""Files that hold files: archives and mails."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A ZIP archive; a name that ends in a slash is a folder."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def named_in_gbk(members: Mapping[str, bytes]) -> bytes:
    """An archive as Windows writes it in China: names in GBK, and no word about it."""
    plain = {f"{number:04}".ljust(len(name.encode("gbk")), "~"): name for number, name in enumerate(members)}
    data = zipped({stand_in: members[name] for stand_in, name in plain.items()})
    for stand_in, name in plain.items():
        data = data.replace(stand_in.encode(), name.encode("gbk"))
    return data


def eml(
    text: str = "请查收。", attached: Mapping[str, bytes] | None = None, *, subject: str = "侵权线索", html: str | None = None
) -> bytes:
    """A mail with attachments."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "王某 <w@example.com>", "desk@example.com", subject
    mail["Date"] = "Mon, 05 Oct 2026 10:00:00 +0800"
    mail.set_content(text, charset="gbk")
    if html is not None:
        mail.add_alternative(html, subtype="html")
    for name, content in (attached or {}).items():
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return bytes(mail).replace(b'charset="gbk"', b'charset="gb2312"')  # as most mailers mislabel it
