"""What an applicant declares, or is told, before a report is handed in. Each is kept with the moment it was confirmed."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString


@dataclass(frozen=True, slots=True)
class Declaration:
    """One sentence to confirm; ``basis`` are citations. ``grade`` says how well the rule is known (V2, V1), D: our practice."""

    code: str
    text: LazyString
    basis: tuple[str, ...] = ()
    grade: str = "D"


DECLARATIONS = (
    Declaration(
        "truthful",
        _("所填内容和所交材料属实，复印件、截图与原件一致；不清楚的地方已经如实写明。"),
        ("公安机关办理刑事案件程序规定第六十五条",),
        "V1",
    ),
    Declaration(
        "false_accusation",
        _("已被告知：捏造事实诬告、伪造证据要承担法律责任；只要不是捏造，事实有出入甚至错告，与诬告严格区别。"),
        (
            "刑事诉讼法第一百一十一条",
            "公安机关办理刑事案件程序规定第一百七十二条",
            "治安管理处罚法第五十条",
            "治安管理处罚法第七十二条",
        ),
        "V1",
    ),
    Declaration(
        "no_state_secrets", _("所交材料不含国家秘密。涉及国家秘密的，应当停止上传，直接与公安机关或者国家安全机关联系。")
    ),
    Declaration(
        "trade_secrets",
        _("已知悉：商业秘密材料可以标为商业秘密、只由指定的人查阅，也可以不上传、原件线下密封提交。"),
        ("刑事诉讼法第五十四条", "法释〔2025〕5号第二十一条"),
        "V1",
    ),
    Declaration(
        "not_a_decision",
        _("已知悉：预审只是提示，本平台的回执不是受案回执，也不是立案决定；是否受案、立案由公安机关依法决定。"),
        ("刑事诉讼法第一百一十条", "刑事诉讼法第一百一十二条"),
        "V1",
    ),
)
CODES = frozenset(one.code for one in DECLARATIONS)
