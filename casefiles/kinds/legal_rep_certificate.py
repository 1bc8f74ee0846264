"""法定代表人身份证明书: an organisation states who represents it."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.ways import labelled, running

_NAME = r"(?![该其此兹上以])[\u4e00-\u9fa5·]{2,12}?"

_ORGANISATION = vocabulary.ORGANISATION

KIND = Kind(
    code="legal_rep_certificate",
    zh="法定代表人身份证明书",
    place=4,
    told_apart_by="name",
    titles={
        r".{0,20}(?:法定代表人|负责人|法人代表|法人|经营者|投资人|执行事务合伙人)"
        r"(?:\([^()]{2,8}\))?(?:的)?(?:身份|资格)?证明(?:书)?": 10,
        r"(?:法定代表人|负责人)(?:身份)?证书": 10,
        r"身份证明书?": 4,
    },
    subjects={
        r"(?:法定代表人|法人代表|负责人|经营者)(?:身份|任职|在职|资格|职务)证明": 9,
    },
    cues={
        r"(?:系|为|是|任)(?:我|本)?(?:单位|公司|厂|院|所|中心|企业).{0,14}(?:法定代表人|负责人|经营者)": 3.0,
        r"特此证明": 1.0,
        r"兹证明": 0.8,
        r"现任.{0,14}职务": 1.5,
        r"同志": 0.5,
        r"授权|委托(?:权限|事项)": -3.0,
        r"公证": -2.0,
        r"经营范围": -3.0,
    },
    file_names=(r"法定代表人.{0,4}证明|法人.{0,4}证明|身份证明",),
    fields=(
        Field(
            "organisation",
            "单位名称",
            shapes.ORGANISATION,
            (
                labelled("单位全称 单位名称 企业名称 公司名称 单位 公司全称 企业全称 出具单位 证明单位 名称 法人单位 全称"),
                running(
                    rf"(?:系|为|是|现任|担任|在)(?P<v>{_ORGANISATION})(?:的)?(?:法定代表人|负责人|董事|执行|总经理|"
                    rf"经理|担任|任)",
                    rf"(?:我单位|我公司|本公司|本单位)[((]?(?P<v>{_ORGANISATION})",
                    rf"^(?P<v>{_ORGANISATION}){vocabulary.SEALED}",
                    rf"^(?P<v>{_ORGANISATION})$",
                ),
                labelled("单位盖章 公章 盖章 单位公章 单位(盖章)"),
            ),
        ),
        Field(
            "name",
            "法定代表人姓名",
            shapes.PERSON,
            (
                labelled("法定代表人姓名 姓名 负责人姓名"),
                running(
                    rf"(?:兹证明|兹有|证明|确认)[:]?(?P<v>{_NAME})(?:同志|先生|女士|\(|,|现任|系|是|为|担任|在我)",
                    rf"^(?P<v>{_NAME})(?:\([^()\n]{{0,40}}\))?,?(?:现任|系|是|为|担任|在)(?:我|本)",
                    rf"{vocabulary.SELF}(?:的)?(?:法定代表人|负责人)(?:姓名)?[是为系]?[:]?(?P<v>{_NAME})(?=[,(。;]|\n|现任|担任|$)",
                    rf"^(?P<v>{_NAME})(?:\([^()\n]{{0,40}}\))?,?(?:现任|系|是|为|担任)(?={_ORGANISATION}(?:的)?(?:法定代表人|负责人|执行|董事|总?经理|院长|厂长|所长))",
                    rf"{_ORGANISATION}(?:的)?(?:现任)?(?:法定代表人|负责人)(?:姓名)?[是为系][:]?(?P<v>{_NAME})(?=[,(。;]|\n|现任|担任|$)",
                    r"(?P<v>(?![该其此兹上以])[\u4e00-\u9fa5]{2,4})(?:同志|先生|女士)",
                    rf"^(?P<v>{_NAME})[,(][^。\n]{{0,60}}?[,)](?:现)?(?:系|为|是){vocabulary.SELF}(?:的)?(?:法定代表人|负责人)",
                    rf"(?:^|[。,;:])(?P<v>{_NAME})[,(](?:性别:?)?[男女][,)]",
                    rf"(?:^|[。,;:])(?P<v>{_NAME})(?:同志|先生|女士)?[,(](?:公民)?身份(?:证|号)",
                ),
                labelled("法定代表人 法人代表 负责人 经营者"),
            ),
        ),
        Field(
            "id_number",
            "身份证号码",
            shapes.IDENTITY_NUMBER,
            (
                labelled(*vocabulary.IDENTITY_NUMBER),
                running(r"(?<![\dA-Z])(?P<v>[1-9]\d{5}(?:19|20)\d{9}[\dXx])(?![\dA-Z])"),
            ),
        ),
    ),
    labels=words(
        "有效期限 有效期 签发日期 填发日期 日期 附 注 说明 任职期限 政治面貌",
        *vocabulary.CONTACT,
        *vocabulary.CREDIT_CODE,
    ),
)
