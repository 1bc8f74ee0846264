"""专利登记簿副本、年费收据: that a patent is alive."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.ways import labelled, running

KIND = Kind(
    code="patent_register_extract",
    zh="专利登记簿副本、年费收据",
    place=12,
    titles={
        r".{0,14}专利登记簿(?:副本)?": 10,
        r".{0,12}(?:专利)?年费(?:缴纳|缴费)?(?:收据|凭证|票据|证明|发票|回执|记录)": 10,
        r".{0,12}专利(?:收费)?(?:收据|缴费(?:凭证|信息|记录|收据))": 9,
        r".{0,20}专利(?:权)?(?:法律状态|有效性)(?:证明|查询.{0,6})?": 8,
        r".{0,10}收费收据": 5,
    },
    subjects={
        r"专利.{0,8}(?:年费|登记簿|法律状态|有效(?:性|状态)?|缴费|收费)": 9.6,
    },
    cues={
        r"(?<!商业)(?<!公司)(?<!法人)(?<!企业)登记簿": 2.4,
        r"年费": 2.0,
        r"专利.{0,10}年费|年费.{0,20}专利": 2.0,
        r"法律状态": 1.2,
        r"缴费(?:日期|人|金额|种类)": 1.0,
        r"专利权(?:维持|有效|有效期)": 1.0,
        r"滞纳金": 0.5,
        r"费用(?:种类|名称)": 0.8,
        r"ZL\d{8}|专利号": 1.0,
        r"控告|许可人|甲方|证明内容": -2.5,
    },
    file_names=(r"登记簿|年费",),
    fields=(
        Field(
            "patent_no",
            "专利号",
            shapes.PATENT_NUMBER,
            (
                labelled("专利号 专利号码 专利(申请)号 申请号/专利号 申请号 申请(专利)号"),
                running(r"(?P<v>ZL\d{8}(?:\d{4})?\.?[\dX]?)"),
            ),
        ),
    ),
    labels=words(
        "专利权人 发明名称 实用新型名称 外观设计名称 名称 申请日 授权公告日 法律状态 年费 费用种类 费用名称 金额 "
        "缴费日期 缴费人 收据号 专利类型 发明人 授权公告号 登记事项 主分类号 业务类型 年度",
        *vocabulary.CONTACT,
    ),
)
