"""损失评估、审计报告: what the infringement cost, by an accountant or appraiser."""

from __future__ import annotations

from casefiles.kinds.engine import appraisals, shapes
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.tables import TableTotal
from casefiles.kinds.engine.ways import labelled, running

_MONEY = r"(?:人民币)?[(大写)]{0,4}[:]?[¥￥]?[\d,.零壹贰叁肆伍陆柒捌玖拾佰仟一二三四五六七八九十百千万亿]+(?:余)?[万亿]?元"

KIND = Kind(
    code="loss_assessment",
    zh="损失评估、审计报告",
    place=21,
    told_apart_by="report_no",
    bears_annexes=True,
    titles={
        r".{0,40}(?:损失|赔偿|损害|价值|获利|违法所得|许可费|研发成本)(?:金额|数额|额|情况)?(?:的)?(?:价值)?(?:评估|"
        r"审计|鉴定|鉴证|核算|测算|认定|计算)(?:的)?(?:意见|报告|结论|说明)?(?:书)?": 10.5,
        r".{0,24}(?:专项|司法)?(?:会计)?审计(?:鉴定)?报告(?:书)?": 9,
        r".{0,30}(?:资产)?评估(?:咨询)?报告(?:书)?": 8,
        r".{0,20}司法(?:会计)?鉴定(?:意见|报告)(?:书)?": 6.5,
        r"司法会计鉴定意见书": 10,
        r".{0,16}(?:专项说明|专项报告)": 4,
    },
    subjects={
        r"损失|审计|会计鉴定": 6,
    },
    cues={
        r"(?:损失|获利|违法所得|利润|许可使用费|研发(?:成本|费用)).{0,20}(?:为|共计|合计|总计)[^。]{0,16}\d": 1.6,
        r"损失": 0.8,
        r"损失(?:金额|数额|价值)|评估值": 0.8,
        r"会计师事务所|资产评估|评估(?:机构|师)|司法会计": 1.6,
        r"评估(?:基准日|方法|结论|目的|对象)": 1.4,
        r"审计(?:意见|范围|结论|依据)": 1.2,
        r"(?:损失|价值|金额).{0,10}(?:评估|审计|鉴定)": 1.6,
        r"价格认定|价格鉴证|认定中心": -3.0,
        r"此致|控告请求": -4.0,
        r"非公知性|不为公众所知悉": -2.0,
        r"同一性|相似度": -2.0,
        r"公证员": -2.0,
    },
    file_names=(r"损失|审计|评估",),
    fields=(
        *appraisals.FIELDS,
        Field(
            "total_amount",
            "金额",
            shapes.MONEY,
            (
                labelled(
                    "损失金额 损失总额 评估值 评估价值 评估金额 损失合计 合计损失 总金额 损失数额 审计确认金额 "
                    "经济损失金额 直接经济损失 评估结果",
                ),
                running(
                    rf"(?:(?:鉴定|评估|审计|评定|分析)(?:意见|结论|结果)|综上|结论).{{0,160}}?(?:损失|价值|利润|获利|"
                    rf"所得|费用|金额|费|成本|合计|共计|为)[^。\d]{{0,24}}?(?P<v>{_MONEY})",
                    rf"(?:遭受的?|造成的?)?(?:经济)?损失(?:金额|总额|数额|额)?[^。\d]{{0,30}}?(?P<v>{_MONEY})",
                    rf"(?:合计|共计|总计|总额)[^。\d]{{0,12}}(?P<v>{_MONEY})",
                ),
                TableTotal(("损失金额", "损失数额", "损失额", "损失合计", "损失")),
                labelled("合计 总计"),
                running(rf"(?P<v>{_MONEY})", confidence=0.5),
            ),
        ),
    ),
    labels=appraisals.LABELS,
)
