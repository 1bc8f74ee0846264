"""材料补正通知: everything a desk asks of the applicant, told once (一次性告知), in the desk's own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from casefiles.forms import forms_for
from casefiles.letters.paper import Paper
from casefiles.telling.guidance import guidance_of

STATEMENT = "本通知一次性告知需要补充的材料。缺少材料不影响报案：公安机关已经或者将要依法接受报案。"
BY_OFFICER = "officer"  # the code of what an officer asked in own words


def supplement_notice(
    *,
    number: str,
    applicant: str,
    desk: str,
    items: Iterable[Mapping[str, str]],
    asked_on: date,
    due: date | None = None,
    note: str = "",
) -> Paper:
    """The paper of a notice. ``items`` are ``{"code", "message", "remedy"}``; ``due`` is the day asked for, if any."""
    paper = Paper("材料补正通知", note=f"案件编号：{number}", mark="材料补正的告知，不是受案、立案的决定")
    paper.paragraph(f"{applicant}：", align="left")
    paper.paragraph(f"你（单位）提交的报案材料，经{desk}审阅，请补充或者说明下列事项。{STATEMENT}")
    for place, item in enumerate(items, 1):
        paper.item(place, item["message"], _told(item))
    if note:
        paper.paragraph(f"说明：{note}")
    if due:
        paper.paragraph(f"请于{due.isoformat()}前在平台上传补正材料或者答复。空白样式可以在平台的案卷页下载。")
    paper.paragraph(desk, align="right")
    paper.paragraph(asked_on.isoformat(), align="right")
    return paper


def _told(item: Mapping[str, str]) -> list[str]:
    code = item.get("code", BY_OFFICER)
    forms = "、".join(f"《{form.title}》" for form in forms_for(code))
    guidance = guidance_of(code)
    told = {
        "办法": item.get("remedy", ""),
        "向谁要": guidance.source,
        "样子": guidance.example,
        "空白样式": forms,
        "提出": item.get("added_on", ""),
    }
    return [f"{label}：{text}" for label, text in told.items() if text]
