"""What the form asks, step by step: documents rarely say it. Adding a question is one line here; the pages draw the table.

The names are those of ``casefiles.model.Answers``; a question that is none of its fields (a contact) is kept for the officers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString

from casefiles.offences import load_metrics, load_offences

Shape = Literal["text", "lines", "date", "yes_no", "choice", "count", "amount"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``shape`` says how an answer looks; ``rights`` (empty: every right) for which offences it is put.

    ``only_with`` shows it only where another question has that answer.
    """

    name: str
    label: str | LazyString
    hint: str | LazyString = ""
    shape: Shape = "text"
    options: tuple[tuple[str, str | LazyString], ...] = ()
    rights: frozenset[str] = frozenset()
    only_with: tuple[str, str] | None = None
    most: int = 200

    def is_put(self, offence: str | None) -> bool:
        """Whether a report of ``offence`` is asked this."""
        known = load_offences().get(offence or "")
        return not self.rights or (known is not None and known.right in self.rights)


PARTIES = (
    Question(
        "complainant_type",
        _("控告人是"),
        shape="choice",
        options=(
            ("organisation", _("中国境内的单位")),
            ("foreign_organisation", _("境外的单位")),
            ("person", _("自然人")),
        ),
    ),
    Question("complainant", _("控告人名称（姓名）"), _("与营业执照或者身份证一致；多名控告人用顿号隔开")),
    Question(
        "filer",
        _("由谁来报案"),
        shape="choice",
        options=(
            ("representative", _("法定代表人或者单位自己")),
            ("self", _("自然人本人")),
            ("agent", _("受委托的人（律师、员工等）")),
        ),
    ),
    Question("agent", _("受托人姓名"), _("需要授权委托书和受托人的身份证或者律师执业证"), only_with=("filer", "agent")),
    Question("contact_phone", _("联系电话"), _("公安机关登记和核对材料时用这个号码联系您"), most=40),
    Question(
        "respondent",
        _("被控告人（嫌疑人、侵权单位）"),
        _("不知道真实身份的，写店铺名、账号、车牌或者其他线索"),
        "lines",
        most=1000,
    ),
)

TRADEMARK = frozenset({"trademark"})

ACTS = (
    Question(
        "places",
        _("行为发生在哪里"),
        _("制造、储存、运输、销售的地点，网店、服务器或者运营者所在地，损失发生地；每行一处"),
        "lines",
        most=2000,
    ),
    Question("acts_from", _("最早发现的日期"), _("例如 2026-03-01"), "date"),
    Question("acts_until", _("最近一次的日期"), _("仍在继续的，填今天"), "date"),
    Question(
        "subject",
        _("侵权标识用在哪里"),
        shape="choice",
        options=(("goods", _("商品")), ("service", _("服务")), ("both", _("商品和服务"))),
        rights=TRADEMARK,
    ),
    Question("marks_count", _("涉及几个注册商标"), shape="count", rights=TRADEMARK),
    Question(
        "punished_within_two_years",
        _("被控告人两年内是否因同类行为受过刑事或者行政处罚"),
        _("不清楚的不必选"),
        "yes_no",
    ),
    Question(
        "earlier_report",
        _("此前是否就同一事情报过案、投诉过或者起诉过"),
        _("写明时间、机关和结果；没有的写“无”"),
        "lines",
        most=2000,
    ),
)


def figure_questions(offence: str | None) -> tuple[Question, ...]:
    """The figures the filing standard of ``offence`` asks for, as questions named by their metric; none without an offence."""
    known = load_offences().get(offence or "")
    metrics = load_metrics()
    return tuple(
        Question(
            code,
            f"{metrics[code].name}（{metrics[code].unit}）",
            metrics[code].rule,
            "amount" if metrics[code].kind == "money" else "count",
        )
        for code in (known.usual_metrics if known else ())
    )


STEPS: Mapping[str, str | LazyString] = {
    "matter": _("事项与罪名"),
    "parties": _("控告人与被控告人"),
    "acts": _("行为经过"),
    "materials": _("材料"),
    "review": _("预审结果"),
    "submission": _("确认提交"),
}

QUESTIONS: Mapping[str, tuple[Question, ...]] = {"parties": PARTIES, "acts": ACTS}
