"""EML: a mail is a document itself, its attachments are files inside it (RFC 5322, RFC 2045)."""

from __future__ import annotations

import email
import io
import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, MIMEPart

from casefiles.model import Page
from casefiles.reading.clean import one_line
from casefiles.reading.formats import txt
from casefiles.reading.hypertext import plain
from casefiles.reading.signature import Signature
from casefiles.reading.source import Source

FIELDS = {"subject": "主题", "from": "发件人", "to": "收件人", "cc": "抄送", "date": "日期"}
FIELD = re.compile(rb"^([A-Za-z][A-Za-z0-9-]*):", re.MULTILINE)
USUAL = frozenset({b"from", b"date", b"subject", b"to", b"received", b"message-id", b"mime-version", b"return-path"})
FEWEST = 3  # of the usual fields make a mail; prose may well begin with "Subject:"
ATTACHMENTS = 200
SMALL_PICTURE = 8 << 10  # bytes; below this a picture within the text is a logo
ENDINGS = {"text/plain": ".txt", "text/html": ".html", "message/rfc822": ".eml"}


def claims(sign: Signature) -> bool:
    if sign.is_zip or sign.is_ole:
        return False
    head = re.split(rb"\r?\n\r?\n", sign.head, maxsplit=1)[0]
    begins = re.match(rb"[\xef\xbb\xbf\s]*(From |[A-Za-z][A-Za-z0-9-]*:)", head)
    return begins is not None and len(USUAL & {name.lower() for name in FIELD.findall(head)}) >= FEWEST


def read(source: Source, sign: Signature) -> Iterator[Page]:
    """One page: the fields of the mail and its text. Attachments are enclosed under their names."""
    with source.path.open("rb") as file:
        mail = email.message_from_binary_file(file, policy=policy.default)
    assert isinstance(mail, EmailMessage)  # noqa: S101  # that is what the policy makes
    attached = list(_attachments(mail))
    told = [f"附件：{name}" for name, _ in attached]
    yield txt.page(1, "\n".join([*_fields(mail), *told, "", _text(mail)]))
    if attached and source.room is None:
        source.report("unreadable.nested", detail=f"附件：{'、'.join(name for name, _ in attached)}。")
        return
    _enclose(attached, source)
    source.step(1, 1)


def _enclose(attached: list[tuple[str, bytes]], source: Source) -> None:
    used: set[str] = set()
    for number, (name, content) in enumerate(attached[:ATTACHMENTS], 1):
        name = f"{number}-{name}" if name in used else name
        used.add(name)
        source.enclose(name, io.BytesIO(content), most=len(content))
    if len(attached) > ATTACHMENTS:
        source.report("unreadable.too_large", detail=f"邮件有 {len(attached)} 个附件，只读取前 {ATTACHMENTS} 个。")


def _fields(mail: EmailMessage) -> Iterator[str]:
    for field, label in FIELDS.items():
        header = mail.get(field)
        written = getattr(header, "datetime", None)  # of a date that can be understood
        if value := f"{written:%Y-%m-%d %H:%M}" if written else one_line(str(header or "")):
            yield f"{label}：{value}"


def _text(mail: EmailMessage) -> str:
    """The text of the mail: as written plainly, else what its HTML shows."""
    body = mail.get_body(("plain", "html"))
    if body is None or body.is_multipart():
        return ""
    text = _decoded(body)
    return plain(text) if body.get_content_type() == "text/html" else text


def _decoded(part: MIMEPart) -> str:
    """The text of one part. Many mailers say GB2312 where they write GBK, or say nothing."""
    content = _content(part)
    charset = (part.get_content_charset() or "").lower()
    try:
        return content.decode("gb18030" if charset in ("gb2312", "gbk") else charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return txt.decoded(content, whole=True) or content.decode("utf-8", "replace")


def _attachments(mail: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each attachment, pictures within the text included where they are no mere logos."""
    body = mail.get_body(("plain", "html"))
    for number, part in enumerate(_leaves(mail)):
        kind, content = part.get_content_type(), _content(part)
        if part is body or (_is_text_of(part) and kind in ("text/plain", "text/html")) or not content:
            continue
        if part.get_content_maintype() == "image" and part.get("content-id") and len(content) < SMALL_PICTURE:
            continue
        yield _name(part, number), content


def _leaves(mail: MIMEPart) -> Iterator[MIMEPart]:
    """The parts that hold something; a mail attached whole is one of them."""
    for part in mail.iter_parts() if mail.is_multipart() else (mail,):
        if part.get_content_maintype() == "multipart":
            yield from _leaves(part)
        else:
            yield part


def _is_text_of(part: MIMEPart) -> bool:
    """Another form of the mail's own text, not a text attached."""
    return part.get_content_disposition() != "attachment" and not part.get_filename()


def _content(part: MIMEPart) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_content() if part.is_multipart() else None
        return bytes(inner) if isinstance(inner, EmailMessage) else b""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _name(part: MIMEPart, number: int) -> str:
    """The name people gave the attachment, without anything that could lead out of its place."""
    named = one_line(part.get_filename() or "").replace("\\", "/").rpartition("/")[2].replace(":", "").strip(". ")
    return named or f"附件{number}{ENDINGS.get(part.get_content_type(), '')}"
