"""营业执照: an enterprise's licence, original, copy or electronic."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.ways import labelled, running

KIND = Kind(
    code="business_license",
    zh="营业执照",
    place=2,
    told_apart_by="uscc",
    is_annexed=True,
    titles={
        r"(?:电子)?营业执照(?:\(?(?:正|副)本\)?)?(?:\(?复印件\)?)?(?:\d-\d)?": 10,
        r"(?:个体工商户|企业法人)营业执照(?:\(?(?:正|副)本\)?)?": 10,
        r".{0,20}营业执照": 6,
    },
    subjects={
        r"营业执照|企业信用信息|企业基本信息": 6,
    },
    cues={
        r"统一社会信用代码": 1.0,
        r"注册资[本金]": 1.2,
        r"经营范围": 1.6,
        r"(?:营业期限|经营期限|核准日期|成立日期|注册日期)": 1.0,
        r"登记机关": 1.2,
        r"(?:个体工商户|有限责任公司|股份有限公司)\(?.{0,16}\)?": 0.4,
        r"国家企业信用信息公示系统|www\.gsxt\.gov\.cn": 1.5,
        r"事业单位|社会团体|民办非企业|宗旨和业务范围|举办单位": -4.0,
        r"此致|特此证明|兹证明|现授权|公证处": -2.0,
        r"章程|股东会|第[一二三]条|销往|于一体": -3.0,
    },
    file_names=(r"营业执照|执照",),
    fields=(
        Field(
            "name",
            "名称",
            shapes.ORGANISATION,
            (
                labelled("企业名称 公司名称 单位名称 字号名称 名称 字号"),
                running(rf"^[名称](?P<v>{vocabulary.ORGANISATION})"),  # a recogniser lost half of the label
            ),
        ),
        Field(
            "uscc",
            "统一社会信用代码",
            shapes.CREDIT_CODE,
            (
                labelled(
                    "注册号 代码",
                    *vocabulary.CREDIT_CODE,
                ),
                running(r"(?<![0-9A-Z])(?P<v>[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})(?![0-9A-Z])"),
            ),
        ),
        Field(
            "legal_representative",
            "法定代表人",
            shapes.PERSON,
            (labelled(*vocabulary.LEGAL_REPRESENTATIVE),),
        ),
        Field(
            "established_on",
            "成立日期",
            shapes.DAY,
            (
                labelled("成立日期 成立时间 注册日期 设立日期 成立于"),
                running(r"成立(?:于|日期)[:]?(?P<v>.{8,14})"),
            ),
        ),
    ),
    labels=words(
        "类型 企业类型 公司类型 组成形式 主体类型 市场主体类型 经营主体类型 商事主体类型 "
        "注册资本 注册资金 实收资本 出资额 营业期限 经营期限 合伙期限 "
        "经营范围 登记机关 核准日期 发照日期 发证日期 登记日期 证照编号 编号 副本编号",
        *vocabulary.CONTACT,
    ),
)
