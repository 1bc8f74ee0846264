"""司法鉴定意见书: an expert body on sameness or substantial similarity."""

from __future__ import annotations

from casefiles.kinds.engine import appraisals
from casefiles.kinds.engine.model import Kind

KIND = Kind(
    code="appraisal_report",
    zh="司法鉴定意见书",
    place=19,
    titles={
        r".{0,24}(?:知识产权)?司法鉴定(?:检验)?(?:意见|报告|结论)(?:书)?": 9,
        r".{0,30}(?:知识产权|技术|同一性|相似性|相同性)(?:司法)?(?:鉴定|鉴证|检验|评估|咨询)(?:意见|报告|结论)(?:书)?": 9,
        r"鉴定(?:意见|报告|结论)(?:书)?": 7,
        r"(?:专家|技术)(?:鉴定|评判|咨询)?意见(?:书)?": 6,
        r".{0,10}(?:检测|检验)报告(?:书)?": 4.5,
    },
    cues={
        r"司法鉴定": 1.6,
        r"(?:同一性|实质性?相[似同]|相似度|具有同一性|相同或(?:者)?实质)": 2.4,
        r"鉴定(?:机构|人|意见|材料|事项|过程|要求)": 1.2,
        r"委托(?:人|方|事项|鉴定)": 0.5,
        r"(?:源代码|目标程序|技术特征|技术点|密点|美术作品).{0,20}(?:比对|对比)": 1.0,
        r"非公知性|不为公众所知悉|公知(?:信息|技术)": -3.5,
        r"(?:损失|价值|许可使用费).{0,14}(?:评估|审计|鉴定)": -2.5,
        r"(?:我|本)(?:公司|司)(?:并未|未|生产)|真伪": -3.0,
        r"此致|控告请求|价格认定": -2.5,
        r"公证员": -3.0,
    },
    file_names=(r"司法鉴定|鉴定意见|同一性",),
    fields=appraisals.FIELDS,
    labels=appraisals.LABELS,
)
