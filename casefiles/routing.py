"""Which desks get a report, for what reason and by what day. Nothing here keeps a report from being handed in.

Police, procuratorate and court must each accept a report; jurisdiction decides who files (刑事诉讼法第一百一十条).
"""

from __future__ import annotations

from datetime import date

from casefiles.deadlines import deadline
from casefiles.model import Basis, Outcome, Referral
from casefiles.offices import Office

ACCEPTANCE: tuple[Basis, ...] = ("刑事诉讼法第一百一十条",)
SUPERVISION: tuple[Basis, ...] = (
    "刑事诉讼法第一百一十条",
    "人民检察院刑事诉讼规则第二百五十六条",
    "人民检察院刑事诉讼规则第五百五十七条",
)
TRANSFER: tuple[Basis, ...] = ("公安机关办理刑事案件程序规定第一百七十五条", "法发〔2011〕3号第一条")

_POLICE_REASON = {
    "ready": "材料预审未见缺项，请接报登记并审查是否受案、立案。",
    "needs_supplement": "材料尚有缺项，缺项清单随附；不因材料不全拒绝接受报案。",
    "refer_administrative": "留存报案记录，不因转行政渠道而不接受报案；由民警确认是否另有刑事情节。",
    "outside_jurisdiction": "所述地点均在本辖区之外，请先接受报案。",
}


def referrals(
    outcome: Outcome, *, offence: str | None, office: Office, as_of: date, police_only: bool = False
) -> tuple[Referral, ...]:
    """The desks that get the report when the review of ``as_of`` came to ``outcome``; the lead comes first."""
    if outcome == "refer_administrative":
        return (_administrative(offence, office, as_of), _police(outcome, "informed", offence, office, as_of))
    police = _police(outcome, "lead", offence, office, as_of)
    if outcome == "outside_jurisdiction" or police_only:
        return (police,)
    return (police, _procuratorate(offence, office, as_of), _court(offence, office))


def _police(outcome: Outcome, role: str, offence: str | None, office: Office, as_of: date) -> Referral:
    desk = office.desk("police", None if outcome == "outside_jurisdiction" else offence)
    registration = office.limits["police.registration"]
    outside = outcome == "outside_jurisdiction"
    return Referral(
        agency="police",
        desk=desk.code,
        role="lead" if role == "lead" else "informed",
        reason=_POLICE_REASON[outcome],
        due=deadline(registration, as_of).on,
        basis=(*ACCEPTANCE, *registration.basis, *(TRANSFER if outside else ())),
        task=_transfer_task(office) if outside else "三日内联系报案人并接报登记",
    )


def _transfer_task(office: Office) -> str:
    limit = office.limits["police.transfer"]
    return f"接受报案后，{limit.value}小时内移送有管辖权的机关，并告知报案人"


def _procuratorate(offence: str | None, office: Office, as_of: date) -> Referral:
    limit = office.limit("procuratorate.acceptance")
    return Referral(
        agency="procuratorate",
        desk=office.desk("procuratorate", offence).code,
        role="joint",
        reason="双报：与公安机关同步收件，开展立案监督，评估是否提前介入。",
        due=deadline(limit, as_of).on if limit else None,
        basis=(*SUPERVISION, *(limit.basis if limit else ())),
        task="同步监督",
    )


def _court(offence: str | None, office: Office) -> Referral:
    return Referral(
        agency="court",
        desk=office.desk("court", offence).code,
        role="informed",
        reason="知悉：仅见编号、罪名、当事人、权利、日期和保全、自诉请求，不见卷内文件。",
        basis=ACCEPTANCE,
    )


def _administrative(offence: str | None, office: Office, as_of: date) -> Referral:
    desk, limit = office.desk("administrative", offence), office.limit("administrative.acceptance")
    return Referral(
        agency="administrative",
        desk=desk.code,
        role="lead",
        reason="按现有材料未达刑事立案标准或者权利期限已经届满，由行政机关先行审查，也可以提起民事诉讼。",
        due=deadline(limit, as_of).on if limit else None,
        basis=(*desk.basis, *(limit.basis if limit else ())),
        task="审查是否行政立案；发现涉嫌犯罪的，移送公安机关",
    )
