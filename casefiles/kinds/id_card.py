"""身份证: a resident identity card, one side or both."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.ways import labelled, running

KIND = Kind(
    code="id_card",
    zh="身份证",
    place=5,
    is_annexed=True,
    titles={
        r"(?:中华人民共和国)?(?:第二代)?居民身份证(?:\(?(?:正反面|复印件|扫描件|正面|反面|人像面|国徽面)\)?){0,2}": 9,
        r".{0,16}身份证(?:正反面)?(?:复印件|扫描件|影印件)": 8,
        r".{0,10}身份证件?": 6,
    },
    subjects={
        r"身份证(?!明)": 6,
    },
    cues={
        r"公民身份号码": 3.0,
        r"签发机关": 1.6,
        r"(?:性别[男女]|性别:[男女])": 0.8,
        r"民族[:]?[\u4e00-\u9fa5]": 1.0,
        r"出生[:]?(?:19|20)\d\d年?": 0.8,
        r"住址": 0.6,
        r"有效期限": 0.6,
        r"居民身份证": 1.0,
        r"证件类型:?居民身份证": 1.0,
        r"委托|授权|特此证明|兹证明|甲方|控告|执业": -4.0,
        r"(?:工作|教育|学习)(?:经历|背景)|毕业|简历|岗位": -3.0,
    },
    file_names=(r"身份证(?!明)",),
    fields=(
        Field(
            "name",
            "姓名",
            shapes.PERSON,
            (
                running(r"姓名:?(?P<v>[\u4e00-\u9fa5·]{2,12}?)性别:?[男女]"),  # recognised rows often lose the gap
                labelled("姓名 持证人姓名 持证人 持有人"),
            ),
        ),
        Field(
            "id_number",
            "公民身份号码",
            shapes.IDENTITY_NUMBER,
            (
                labelled(*vocabulary.IDENTITY_NUMBER),
                running(r"(?<![\dA-Z])(?P<v>[1-9]\d{5}(?:19|20)\d{9}[\dXx])(?![\dA-Z])"),
            ),
        ),
        Field(
            "valid_until",
            "有效期截止",
            shapes.LAST_DAY,
            (
                labelled("有效期限 有效期 有效期至 有效日期 证件有效期"),
                running(
                    r"(?P<v>(?:19|20)\d\d[.年\-]?\d\d?[.月\-]?\d\d?日?[-至~—]+(?:长期|(?:20)"
                    r"\d\d[.年\-]?\d\d?[.月\-]?\d\d?日?))",
                ),
            ),
        ),
    ),
    labels=words("性别 民族 出生 出生日期 住址 签发机关"),
)
