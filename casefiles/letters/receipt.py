"""材料提交回执, and 材料补交回执 for what came later: the receipt as a paper, saying the same as its JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casefiles.letters.paper import Paper


def receipt_letter(receipt: Mapping[str, Any]) -> Paper:
    """The paper of a receipt made by ``casefiles.receipts.make_receipt``."""
    paper = Paper(receipt_title(receipt), note=f"编号：{receipt['number']}", mark="只证明收到文件，不是受案回执")
    paper.paragraph(receipt["statement"], bold=True)
    for label, value in _facts(receipt):
        paper.paragraph(f"{label}：{value}")
    paper.section(f"已收文件（{len(receipt['files'])}个）")
    rows = [(str(number), one["name"], f"{one['size']:,}", one["sha256"], one["sm3"]) for number, one in _numbered(receipt)]
    paper.table(("序号", "文件名", "字节", "SHA-256", "SM3"), rows, widths=(1, 4, 2, 7, 7), size=7.5)
    if "supplements" not in receipt:
        paper.section("提交时的缺项提示")
        paper.items(receipt["gaps"] or ["预审未提示缺项。"])
    paper.paragraph("核对方法：保留提交的文件，用本回执的 JSON 文件执行核对命令（ipdesk verify），即可证明文件未被改动。")
    paper.paragraph(f"回执摘要（SHA-256）：{receipt['digest']}", size=9)
    paper.paragraph(f"审计链首摘要：{receipt['chain_head']}", size=9)
    return paper


def receipt_title(receipt: Mapping[str, Any]) -> str:
    """What the receipt is called: one for files handed in later says so."""
    return "材料补交回执" if receipt.get("supplements") else "材料提交回执"


def _facts(receipt: Mapping[str, Any]) -> list[tuple[str, str]]:
    facts = [
        ("补充的报案", receipt.get("supplements", "")),
        ("报案人", receipt["applicant"]),
        ("报案罪名", receipt["offence"]),
        ("提交时间", receipt["given_at"][:19].replace("T", " ")),
        ("送达窗口", "、".join(receipt["desks"])),
    ]
    return [(label, value) for label, value in facts if value]


def _numbered(receipt: Mapping[str, Any]) -> enumerate[Mapping[str, Any]]:
    return enumerate(receipt["files"], 1)
