"""权利人真伪鉴别（鉴定）报告: the right holder on whether the goods are its own."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.ways import LastDate, labelled, running

_ORGANISATION = vocabulary.ORGANISATION

KIND = Kind(
    code="authenticity_report",
    zh="权利人真伪鉴别报告",
    place=18,
    bears_annexes=True,
    titles={
        r".{0,24}(?:真伪|真假)(?:产品|商品)?(?:鉴定|鉴别|辨别|辨认|识别|检验|判定|认定)?(?:的)?(?:书|报告|意见|证明|"
        r"结论|说明|情况)(?:书|说明)?": 10,
        r".{0,20}(?:鉴别|辨认|辨别|识别)(?:情况|结果|过程)?(?:的)?(?:报告|书|意见|证明|说明|结论|结果|通知)(?:书)?": 10,
        r"(?:产品|商品|商标|样品|权利人|假冒|侵权产品|被侵权|企业)?(?:产品|商品)?鉴定(?:书|报告|证明|结论)(?:书)?": 7.5,
        r"(?:侵权|假冒)(?:产品|商品)(?:认定|鉴定|鉴别)(?:书|报告|意见|证明)": 9,
        r"(?:价格及)?真伪证明": 9,
        r"(?:鉴定|检验)证明(?:书)?": 6,
        r"鉴定意见(?:书)?": 5,
    },
    subjects={
        r"(?:产品|商品)鉴真|(?:真伪|真假|打假|辨真)(?:鉴定|检验)?|辨认|鉴别|(?:侵权|假冒|假货|涉案|样品)(?:商品|产品|"
        r"物品)?鉴定": 7.5,
    },
    cues={
        r"(?:并非|均非|不是|非)(?:由)?(?:我|本)?(?:公司|司|单位|厂|店|权利人)?.{0,16}(?:生产|制造|产品|印制)": 2.4,
        r"(?:均)?(?:系|为|是|属(?:于)?)(?:假冒|伪造|侵犯).{0,30}(?:商标|商品|产品)": 1.6,
        r"送检(?:样品|商品|产品)|检验样品|鉴别样品": 1.0,
        r"防伪": 1.0,
        r"真伪": 1.2,
        r"正品": 0.6,
        r"鉴定单位|鉴别单位|鉴别人": 1.0,
        r"(?:鉴别|辨认|辨别)(?:结论|意见|结果)": 1.0,
        r"司法鉴定|鉴定机构|司法鉴定人|许可证号": -4.0,
        r"此致|控告请求|被控告人": -2.5,
        r"源代码|非公知|不为公众所知悉|相似度|同一性": -3.0,
        r"公证员": -3.0,
        r"法律(?:分析|意见)|《?刑法》?第": -2.0,
        r"价格认定|基准日": -2.0,
    },
    file_names=(r"鉴别|真伪|鉴定书|鉴定报告",),
    fields=(
        Field(
            "issuer",
            "出具单位",
            shapes.ORGANISATION,
            (
                labelled(
                    "鉴定单位 鉴别单位 检验单位 检测单位 鉴定机构 出具单位 鉴别机构 权利人 出具人 鉴别方 鉴定方 单位 单位名称 "
                    "鉴定企业 报告单位 鉴别单位名称 鉴别单位(盖章) 商标权利人 商标注册人 公司 辨认单位 盖章 公章",
                    *(
                        act + who
                        for act in ("辨别", "辨认", "识别", "比对", "认定")
                        for who in ("单位", "企业", "公司", "机构", "方")
                    ),
                ),
                running(
                    rf"^(?P<v>{_ORGANISATION})(?:[\u4e00-\u9fa5]{{1,8}}(?:[部科处组室办队]|中心))?\(?(?:盖章|公章|签章|[\u4e00-\u9fa5]{{0,10}}?(?:专用|印)?章\)?$)",
                    rf"^(?P<v>{_ORGANISATION})\n?(?=[\d二].{{6,14}}日)",
                    rf"(?:我公司|本公司|我司|本单位|我单位|我厂)[((,]?(?P<v>(?![^,。]{{0,8}}[对从向将把]){_ORGANISATION})",
                    rf"^(?P<v>{_ORGANISATION})(?:系|是|为)第?",
                    rf"^(?P<v>{_ORGANISATION})$",
                    r"本人[,(]?(?P<v>[\u4e00-\u9fa5·]{2,12}?)(?:作为|系|是|为|,)",
                ),
            ),
        ),
        Field(
            "issued_on",
            "出具日期",
            shapes.DAY,
            (
                labelled("出具日期 鉴定日期 鉴别日期 报告日期 签发日期 出具时间 鉴别时间 鉴定时间"),
                LastDate(0.9),
                labelled("日期"),
            ),
        ),
    ),
    labels=words(
        "鉴定人 鉴别人 辨认人 辨认结论 辨认意见 检验结论",
        "送检单位 送检人 委托单位 委托人 样品名称 样品数量 样品编号 鉴定结论 鉴别结论 鉴定意见 鉴别意见 结论 "
        "鉴别依据 鉴定依据 商标 注册号 商标注册号 编号 报告编号 鉴别员 鉴定员 附 样品来源 送检日期 产品名称 商品名称 "
        "数量",
        *vocabulary.CONTACT,
        *vocabulary.LEGAL_REPRESENTATIVE,
        *vocabulary.IDENTITY_NUMBER,
    ),
)
