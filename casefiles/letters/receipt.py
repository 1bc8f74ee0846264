"""材料提交回执: the receipt as a Word document, saying the same as its JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casefiles.letters.paper import Paper


def receipt_letter(receipt: Mapping[str, Any]) -> bytes:
    """The .docx of a receipt made by ``casefiles.receipts.make_receipt``."""
    paper = Paper("材料提交回执", note=f"编号：{receipt['number']}")
    paper.paragraph(receipt["statement"], bold=True)
    for label, value in _facts(receipt):
        paper.paragraph(f"{label}：{value}")
    paper.section(f"已收文件（{len(receipt['files'])}个）")
    rows = [(str(number), one["name"], f"{one['size']:,}", one["sha256"], one["sm3"]) for number, one in _numbered(receipt)]
    paper.table(("序号", "文件名", "字节", "SHA-256", "SM3"), rows, size=7.5)
    paper.section("提交时的缺项提示")
    if receipt["gaps"]:
        paper.items(receipt["gaps"])
    else:
        paper.paragraph("预审未提示缺项。")
    paper.paragraph("核对方法：保留提交的文件，用本回执的 JSON 文件执行核对命令（ipdesk verify），即可证明文件未被改动。")
    paper.paragraph(f"回执摘要（SHA-256）：{receipt['digest']}", size=9)
    paper.paragraph(f"审计链首摘要：{receipt['chain_head']}", size=9)
    return paper.to_bytes()


def _facts(receipt: Mapping[str, Any]) -> list[tuple[str, str]]:
    facts = [
        ("报案人", receipt["applicant"]),
        ("报案罪名", receipt["offence"]),
        ("提交时间", receipt["given_at"][:19].replace("T", " ")),
        ("送达窗口", "、".join(receipt["desks"])),
    ]
    return [(label, value) for label, value in facts if value]


def _numbered(receipt: Mapping[str, Any]) -> enumerate[Mapping[str, Any]]:
    return enumerate(receipt["files"], 1)
