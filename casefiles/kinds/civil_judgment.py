"""民事裁判文书: judgments, rulings and mediation papers of the courts."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.ways import LastDate, labelled, running

_COURT = (
    r"(?:中华人民共和国)?(?P<v>(?:[\u4e00-\u9fa5()]{2,30}?(?:人民法院|知识产权法院|互联网法院|专门法院|海事法院)|"
    r"最高人民法院))"
)

KIND = Kind(
    code="civil_judgment",
    zh="民事裁判文书",
    place=32,
    bears_annexes=True,
    titles={
        r".{0,30}(?:民事|刑事|行政|刑事附带民事)(?:判决|裁定|调解|决定)书": 10,
        r".{0,20}人民法院(?:民事|刑事|行政)?(?:判决|裁定|调解)?书": 9,
        r".{0,20}(?:判决|裁定|调解)书": 8,
        r".{0,16}(?:仲裁)?裁决书": 6,
        r"(?:民事)?行为保全裁定书": 9,
    },
    subjects={
        r"民事(?:判决|裁定|调解)|行政判决": 8,
    },
    cues={
        r"原告[:人]?": 1.2,
        r"被告[:人]?": 1.0,
        r"(?:审判长|审判员|人民陪审员|书记员)": 2.0,
        r"本院(?:认为|经审理|查明)": 1.8,
        r"判决如下|裁定如下": 1.8,
        r"(?:19|20)\d{2}[)〕].{1,14}(?:民|刑|行|知)[初终再]\d+号": 1.5,
        r"人民法院": 0.5,
        r"控告请求|此致.{0,20}公安": -3.0,
        r"证据名称|公证员": -2.5,
        r"行政处罚决定": -1.0,
    },
    file_names=(r"判决|裁定|调解书",),
    fields=(
        Field(
            "document_no",
            "案号",
            shapes.CASE_NUMBER,
            (
                labelled("案号 案件编号"),
                running(rf"(?P<v>{shapes.CASE})", confidence=0.95),
            ),
        ),
        Field(
            "issuer",
            "法院",
            shapes.COURT,
            (
                running(rf"^{_COURT}$", rf"^{_COURT}(?=民事|刑事|行政)", confidence=0.95),
                labelled("审理法院 受理法院 裁判法院 法院"),
                running(_COURT),
            ),
        ),
        Field(
            "issued_on",
            "裁判日期",
            shapes.DAY,
            (
                labelled("裁判日期 判决日期 裁定日期 作出日期"),
                LastDate(0.9),
            ),
        ),
    ),
    labels=words(
        "原告 被告 上诉人 被上诉人 第三人 委托诉讼代理人 委托代理人 审判长 审判员 人民陪审员 书记员 法官助理 案由",
        *vocabulary.CONTACT,
        *vocabulary.LEGAL_REPRESENTATIVE,
    ),
)
