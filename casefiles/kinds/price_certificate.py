"""价格认定、价格证明: what the goods are worth."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.tables import TableTotal
from casefiles.kinds.engine.ways import labelled, running

_BODY = (
    r"[\u4e00-\u9fa5()]{3,40}?(?:价格认证(?:中心|局)|价格认定(?:中心|局)|价格(?:监测|评估)[\u4e00-\u9fa5]{0,8}(?:中心|"
    r"公司)|发展和改革(?:局|委员会)|公司|厂|中心|事务所|商会|协会|经营部|店)"
)

_MONEY = r"(?:人民币)?[(大写)]{0,4}[:]?[¥￥]?[\d,.零壹贰叁肆伍陆柒捌玖拾佰仟一二三四五六七八九十百千万亿]+(?:余)?[万亿]?元"

KIND = Kind(
    code="price_certificate",
    zh="价格认定、价格证明",
    place=22,
    bears_annexes=True,
    titles={
        r".{0,30}价格(?:认定|鉴定|鉴证|评估|咨询)(?:结论|意见|报告|协助)?(?:书|报告)?": 10,
        r".{0,24}(?:产品|商品|正品|市场|出厂|销售|零售|吊牌)?(?:市场)?(?:中间)?(?:价格|价值|单价|售价)(?:的)?(?:证明|"
        r"说明|声明|情况说明|清单|证明书)(?:书)?": 9.5,
        r".{0,16}(?:报价|定价)(?:单|证明|说明)": 7,
        r"关于.{2,40}价格认定(?:的)?(?:结论书|意见|复函)": 10,
        r".{0,20}(?:货值|价值)(?:认定|证明|说明)(?:书)?": 8,
    },
    subjects={
        r"价格(?:认证)?|市场价|单价|定价|零售价|售价|价值认定|货值": 6,
    },
    cues={
        r"价格认定": 2.0,
        r"(?:市场中间价|市场零售价|吊牌价|建议零售价|出厂价|指导价|市场(?:平均)?价格)": 1.8,
        r"基准日": 0.8,
        r"(?:认定|证明)(?:价格|标的|方法|结论|金额)": 1.0,
        r"单价": 0.4,
        r"此致|控告请求|被控告人": -3.0,
        r"公证员|购买": -1.0,
        r"损失": -0.8,
        r"真伪": -0.8,
    },
    file_names=(r"价格",),
    fields=(
        Field(
            "issuer",
            "出具单位",
            shapes.ORGANISATION,
            (
                labelled(
                    "出具单位 证明单位 价格认定机构 认定机构 认定单位 出具机构 单位名称 证明人 单位 出证单位 "
                    "鉴定机构 公司名称 盖章 公章",
                ),
                running(
                    rf"^(?P<v>{_BODY})\(?(?:盖章|公章|签章|印章|章)",
                    rf"^(?P<v>{_BODY})\n(?=[\d二].{{6,14}}日)",
                    rf"^(?P<v>{_BODY})$",
                    rf"(?:我公司|本公司|我司|我单位)[((,]?(?P<v>{_BODY})",
                ),
            ),
        ),
        Field(
            "total_amount",
            "金额",
            shapes.MONEY,
            (
                labelled(
                    "认定价格合计 价格认定金额 认定金额 认定总价 总金额 合计金额 金额合计 总价值 货值金额 总价 "
                    "认定总金额 价值合计 认定价格",
                ),
                running(
                    rf"(?:认定结论|结论|综上|认定).{{0,120}}?(?:总(?:价|金额|价值|额)|合计|共计|价格|价值)"
                    rf"[^。\d每]{{0,20}}?(?P<v>{_MONEY})",
                    rf"(?:合计|共计|总计|总(?:金额|价值|价|额))[^。\d每]{{0,20}}?(?P<v>{_MONEY})",
                ),
                TableTotal(("金额", "合计", "总价", "价值", "货值", "小计", "认定金额", "认定总价")),
                running(rf"(?:货值|价值|金额)[^。\d每]{{0,16}}?(?P<v>{_MONEY})", confidence=0.6),
            ),
        ),
    ),
    labels=words(
        "委托单位 提出机关 委托方 认定标的 价格认定标的 认定目的 价格认定目的 基准日 价格认定基准日 认定依据 "
        "价格认定依据 认定方法 价格认定方法 认定结论 价格认定结论 附件 日期 编号 文号 证明内容 商品名称 产品名称 "
        "规格型号",
        *vocabulary.CONTACT,
    ),
)
