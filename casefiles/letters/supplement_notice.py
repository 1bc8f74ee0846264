"""补正通知: everything a desk asks of the applicant, told once (一次性告知)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from casefiles.letters.paper import Paper

STATEMENT = "本通知一次性告知需要补充的材料。缺少材料不影响报案：公安机关已经或者将要依法接受报案。"


def supplement_notice(
    *,
    number: str,
    applicant: str,
    desk: str,
    items: Iterable[Mapping[str, str]],
    asked_on: date,
    due: date | None = None,
    note: str = "",
) -> bytes:
    """The .docx of a notice. ``items`` are ``{"message", "remedy"}``; ``due`` is the day asked for, if any."""
    paper = Paper("补正通知", note=f"案件编号：{number}")
    paper.paragraph(f"{applicant}：")
    paper.paragraph(f"你（单位）提交的报案材料，经{desk}审阅，请补充或者说明下列事项。{STATEMENT}")
    paper.items(f"{item['message']}{item.get('remedy', '')}" for item in items)
    if note:
        paper.paragraph(f"说明：{note}")
    if due:
        paper.paragraph(f"请于{due.isoformat()}前在平台上传补正材料或者答复。")
    paper.paragraph(desk, centred=True)
    paper.paragraph(asked_on.isoformat(), centred=True)
    return paper.to_bytes()
