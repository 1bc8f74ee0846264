"""非公知性鉴定意见: an expert body on whether information was generally known."""

from __future__ import annotations

from casefiles.kinds.engine import appraisals
from casefiles.kinds.engine.model import Kind

KIND = Kind(
    code="non_public_appraisal",
    zh="非公知性鉴定意见",
    place=20,
    bears_annexes=True,
    titles={
        r".{0,40}(?:非公知性|不为公众所知悉|秘密性|新颖性)(?:司法)?(?:鉴定|检索|检验|查新|评估)?(?:意见|报告|结论)"
        r"?(?:书)?": 11,
        r".{0,24}(?:知识产权)?司法鉴定(?:检验)?(?:意见|报告|结论)(?:书)?": 8,
        r"鉴定(?:意见|报告|结论)(?:书)?": 6,
        r".{0,16}(?:科技)?查新(?:检索)?报告(?:书)?": 7.5,
    },
    subjects={
        r"非公知性|不为公众所知悉|查新": 8,
    },
    cues={
        r"非公知性": 2.6,
        r"不为公众所知悉|不为(?:所属|相关)?领域.{0,14}(?:普遍)?知悉": 2.6,
        r"鉴定(?:机构|人|意见|材料|事项)": 1.0,
        r"司法鉴定": 1.2,
        r"(?:公知(?:信息|技术)|检索(?:报告|结果|范围))": 1.0,
        r"此致|控告请求|被控告人": -5.0,
        r"保密制度|竞业": -2.0,
        r"密点说明|载体说明": -3.0,
    },
    file_names=(r"非公知|查新|秘密性",),
    fields=appraisals.FIELDS,
    labels=appraisals.LABELS,
)
