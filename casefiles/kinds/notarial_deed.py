"""公证书: a notary's deed, usually on the preservation of evidence."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.ways import LastDate, labelled, running

_OFFICE = r"(?:中华人民共和国)?(?P<v>(?:(?![与和的员应向到]|本处|我处|中华人民)[\u4e00-\u9fa5]){2,24}?公证处)"

_ORGANISATION = vocabulary.ORGANISATION

KIND = Kind(
    code="notarial_deed",
    zh="公证书",
    place=23,
    told_apart_by="deed_no",
    bears_annexes=True,
    titles={r"(?:保全证据)?公证书(?:\(?(?:正本|副本|复印件)\)?)?": 10, r".{0,20}公证处公证书": 10, r".{0,16}公证书": 7},
    subjects={
        r"公证": 4,
    },
    cues={
        r"公证员": 2.0,
        r"公证处": 1.4,
        r"公证事项": 1.6,
        r"(?:保全证据|证据保全)": 1.2,
        r"兹证明": 0.8,
        r"(?:19|20)\d{2}[)〕\]].{2,16}证.{0,10}字?第?\d+号": 1.6,
        r"(?:申请人|代理人).{0,60}(?:来到|到)?本处": 1.0,
        r"本公证书": 0.8,
        r"控告请求|此致|证明内容|证据名称": -2.5,
        r"收费|发票": -0.5,
    },
    file_names=(r"公证",),
    fields=(
        Field(
            "deed_no",
            "公证书编号",
            shapes.DEED_NUMBER,
            (
                running(rf"(?P<v>{shapes.DEED})", confidence=0.95),
                labelled("公证书编号 公证书号 编号 文号 公证书文号 字号"),
            ),
        ),
        Field(
            "applicant",
            "申请人",
            shapes.PARTY,
            (
                labelled("申请人 申请单位 公证申请人 申请人名称 当事人 申请方 申请人(单位)"),
                running(
                    rf"申请人[:]?(?P<v>{_ORGANISATION})",
                    rf"应(?P<v>{_ORGANISATION})(?:的)?(?:申请|委托|请求)",
                    rf"(?P<v>{_ORGANISATION})(?:的)?(?:委托)?代理人",
                    rf"(?P<v>{_ORGANISATION})向(?:本|我)处(?:提出)?申请",
                ),
            ),
        ),
        Field(
            "notary_office",
            "公证处",
            shapes.NOTARY,
            (
                running(rf"^{_OFFICE}(?:\([^()]{{0,8}}\))?$", confidence=0.95),
                labelled("公证机构 公证处 承办机构 公证机关"),
                running(_OFFICE),
            ),
        ),
        Field(
            "issued_on",
            "出具日期",
            shapes.DAY,
            (
                labelled("出具日期 出证日期 公证日期 签发日期 出证时间 落款日期"),
                LastDate(0.9),
            ),
        ),
    ),
    labels=words(
        "公证事项 公证员 委托代理人 代理人 证明事项 附件 承办公证员 关系人 日期 公证内容",
        *vocabulary.CONTACT,
        *vocabulary.CREDIT_CODE,
        *vocabulary.LEGAL_REPRESENTATIVE,
        *vocabulary.IDENTITY_NUMBER,
    ),
)
