"""The fields that all papers of expert bodies share: institution, number, day."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field
from casefiles.kinds.engine.ways import LastDate, labelled, running

_BODY = (
    r"[\u4e00-\u9fa5()]{2,40}?(?:司法鉴定(?:所|中心|院)|鉴定(?:所|中心|院|机构)|会计师事务所|资产评估(?:事务所|(?:土地|"
    r"房地产)?.{0,16}公司)|(?:评估|估价|鉴证|会计).{0,16}公司|事务所|知识产权.{0,12}(?:中心|研究院|所)|"
    r"认定(?:中心|局)|研究院|研究所|审计.{0,6}(?:公司|局|所))(?:有限责任公司|有限公司|\((?:特殊普通|普通)合伙\))?"
)

LABELS = words(
    "委托人 委托方 委托单位 委托事项 委托鉴定事项 鉴定事项 鉴定材料 送检材料 送鉴材料 检材 鉴定要求 鉴定对象 "
    "鉴定意见 鉴定结论 鉴定过程 分析说明 基本案情 受理日期 鉴定人 司法鉴定人 执业证号 许可证号 附件 委托日期 "
    "鉴定地点 评估目的 评估对象 评估基准日 基准日 评估方法 评估结论 评估意见 价值类型 审计意见 审计结论 注册会计师 "
    "资产评估师 评估人员 审计范围 复核人 授权签字人 被评估单位 资料摘要 鉴定依据",
    *vocabulary.CONTACT,
    *vocabulary.LEGAL_REPRESENTATIVE,
)

INSTITUTION = Field(
    "institution",
    "机构",
    shapes.ORGANISATION,
    (
        labelled(
            "鉴定机构 鉴定机构名称 司法鉴定机构 评估机构 审计机构 鉴定单位 评估单位 出具机构 受托机构 机构名称 "
            "受托方 评估机构名称 出具单位 鉴定所",
        ),
        running(
            rf"^(?P<v>{_BODY})\(?(?:盖章|公章|签章|印章|(?:司法)?鉴定专用章|专用章|章|$)",
            rf"^(?:中国[·.]?)?(?P<v>{_BODY})$",
            rf"(?P<v>{_BODY})(?=接受|受|依法|\n)",
        ),
        running(rf"^(?P<v>{_BODY})(?:司法鉴定|资产|审计|评估|损失|知识产权|鉴定|关于)", confidence=0.7),
    ),
)

REPORT_NO = Field(
    "report_no",
    "文号",
    shapes.DOCUMENT_NUMBER,
    (
        labelled(
            "鉴定书编号 意见书编号 报告编号 报告书编号 报告文号 报告号 文号 编号 鉴定编号 案号 鉴定意见书编号 评估报告编号 "
            "报告书文号 No NO. 文书编号 评估报告文号 鉴定文号"
        ),
        running(rf"(?P<v>{shapes.DOCUMENT})", confidence=0.9),
    ),
)
ISSUED_ON = Field(
    "issued_on",
    "出具日期",
    shapes.DAY,
    (
        labelled(
            "出具日期 签发日期 报告日期 评估报告日 报告日 完成日期 意见书出具日期 报告出具日期 鉴定完成日期 出具时间 报告出具日",
        ),
        LastDate(0.9),
        labelled("鉴定日期 日期"),
    ),
)

FIELDS = (INSTITUTION, REPORT_NO, ISSUED_ON)
