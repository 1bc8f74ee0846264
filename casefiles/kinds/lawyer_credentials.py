"""律师执业证、律师事务所函: that the agent is a lawyer and sent by a firm."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.ways import labelled, running

_PERSON = r"[\u4e00-\u9fa5·]{2,8}?"

KIND = Kind(
    code="lawyer_credentials",
    zh="律师执业证、律师事务所函",
    place=7,
    told_apart_by="name",
    titles={
        r"(?:中华人民共和国)?律师(?:工作)?执业证(?:书)?(?:\(?复印件\)?)?": 10,
        r".{0,24}律师事务所(?:出庭|公|介绍|指派|所)?函": 10,
        r"(?:律师)?(?:事务)?所函": 9,
        r"律师事务所(?:公函|证明|介绍信)": 9,
        r"(?:刑事案件)?(?:代理|辩护)?(?:律师)?(?:指派|会见)?(?:公函|介绍信|所函)": 6,
        r"指派(?:函|书|通知书)": 8,
        r"律师(?:指派|委派)(?:函|书)": 9,
    },
    subjects={
        r"律师(?:工作|执业)?证|律所(?:公|指派)?函|(?:代理|辩护|指派|出庭)(?:所)?函|律师事务所(?!律师函).{0,6}(?:所函|"
        r"公函|介绍信|指派)|律师指派": 7,
    },
    cues={
        r"执业(?:机构|证号|证类别)": 2.2,
        r"律师(?:执业)?(?:资格)?证(?:书)?号": 1.2,
        r"指派(?:本所)?.{0,20}律师": 2.4,
        r"本所(?:接受|受|依法接受).{0,40}委托": 1.8,
        r"(?:持证人|发证机关|年度考核|专职律师|兼职律师)": 1.4,
        r"律师事务所": 0.6,
        r"委托人:|受托人:|控告人:": -1.5,
        r"介绍我(?:公司|单位|厂)|函告如下|(?:贵|你)(?:司|公司|店).{0,40}(?:停止|侵权)": -6.0,
    },
    file_names=(r"律师证|执业证|所函|律所函|律师函",),
    fields=(
        Field(
            "name",
            "律师姓名",
            shapes.PERSON,
            (
                labelled("持证人 姓名 律师姓名 持证人姓名 承办律师 指派律师 代理律师"),
                running(
                    rf"(?:指派|委派|指定)(?:本所|我所)?(?:执业|专职)?(?:律师)?(?P<v>{_PERSON})(?=律师|、|\(|,|担任|"
                    rf"为|作为|代理)",
                    r"(?:我所|本所|[由,])(?P<v>(?!我所|本所)[\u4e00-\u9fa5]{2,4})律师(?:担任|为|作为)",
                ),
            ),
        ),
    ),
    labels=words(
        "执业机构 执业证类别 执业证号 法律职业资格或律师资格证号 法律职业资格证号 发证机关 发证日期 颁证日期 类别",
        *vocabulary.CONTACT,
        *vocabulary.IDENTITY_NUMBER,
    ),
)
