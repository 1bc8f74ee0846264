"""The manifest of an exported dossier: every file with its digests, to be checked without this desk.

``python -m ipdesk verify manifest.json FOLDER`` proves it, and so does ``sha256sum -c SHA256SUMS`` in the folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from casefiles.receipts import MANIFEST, ReceivedFile, file_lines, receipt_digest

SHEETS = ("manifest.json", "SHA256SUMS", "SM3SUMS", "说明.txt")
"""What an exported archive holds beside the files: the manifest, its sums in two digests, and how to check them."""

STATEMENT = "本清单列明导出时卷内的文件，供离线核对；不是法律文书。"
README = """这是从平台导出的案卷，“材料”文件夹里是报案人上传的原件，一个字节也没有改动。

核对办法（任选其一，在解压后的文件夹里运行）：
  python -m ipdesk verify manifest.json .
  sha256sum -c SHA256SUMS
  sm3 校验值见 SM3SUMS

“未包含”的文件是标为商业秘密、导出人没有被指定查阅的文件，见 manifest.json 的 withheld。
"""


def make_manifest(
    *,
    number: str,
    given_at: datetime,
    files: Iterable[ReceivedFile],
    withheld: Iterable[ReceivedFile] = (),
    chain_head: str = "",
    applicant: str = "",
) -> dict[str, Any]:
    """The manifest of dossier ``number`` as exported at ``given_at`` (with its zone). ``withheld`` files are named, not there.

    Raises ValueError for a moment without a zone.
    """
    if given_at.tzinfo is None:
        raise ValueError("导出时间必须带时区。")
    content: dict[str, Any] = {
        "schema": MANIFEST,
        "number": number,
        "given_at": given_at.isoformat(timespec="seconds"),
        "statement": STATEMENT,
        "applicant": applicant,
        "files": file_lines(files),
        "withheld": file_lines(withheld),
        "chain_head": chain_head,
    }
    return {**content, "digest": receipt_digest(content)}


def sums(manifest: Mapping[str, Any], digest: str) -> str:
    """The lines that ``sha256sum -c`` reads, for ``digest`` ``sha256`` or ``sm3``."""
    return "".join(f"{one[digest]}  {one['name']}\n" for one in manifest["files"])
