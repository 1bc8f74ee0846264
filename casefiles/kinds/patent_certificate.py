"""专利证书: inventions, utility models and designs."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.ways import labelled, running

KIND = Kind(
    code="patent_certificate",
    zh="专利证书",
    place=11,
    told_apart_by="patent_no",
    titles={
        r"(?:中华人民共和国)?(?:国家知识产权局)?(?:发明|实用新型|外观设计)?专利证书(?:\(?(?:复印件|副本|电子版)\)?)?": 10,
        r"(?:发明|实用新型|外观设计)专利证书.{0,12}": 10,
        r"证书号第?\d+号": 3,
    },
    subjects={r"(?:发明|实用新型|外观设计)专利证": 8},
    cues={
        r"专利号[:]?ZL": 1.6,
        r"(?:发明|实用新型|外观设计)名称|使用外观设计的产品名称": 1.8,
        r"授权公告(?:日|号)": 1.2,
        r"专利权人": 1.0,
        r"证书号第?\d+号": 1.2,
        r"(?:发明人|设计人)": 0.6,
        r"专利申请日": 1.0,
        r"登记簿|年费|法律状态": -3.0,
        r"控告|许可人|甲方|鉴定|评价报告": -2.5,
        r"专利权自授权公告之日起生效": 1.5,
    },
    file_names=(r"专利证书?(?!登记)",),
    fields=(
        Field(
            "patent_no",
            "专利号",
            shapes.PATENT_NUMBER,
            (
                labelled("专利号 专利号码 专利(申请)号 申请号/专利号 专利证号 申请号"),
                running(r"(?P<v>ZL\d{8}(?:\d{4})?\.?[\dX]?)"),
            ),
        ),
        Field(
            "title",
            "名称",
            shapes.TITLE,
            (
                labelled(
                    "发明名称 实用新型名称 外观设计名称 使用外观设计的产品名称 专利名称 发明创造名称 名称 产品名称 发明专利名称"
                ),
                running(r"名为[“《](?P<v>[^”》\n]{2,60})[”》]的"),
            ),
        ),
        Field(
            "patentee",
            "专利权人",
            shapes.PARTIES,
            (labelled("专利权人 专利权人名称 专利权人姓名 权利人 专利权人姓名或名称 现专利权人"),),
        ),
        Field(
            "filing_date",
            "申请日",
            shapes.DAY,
            (
                labelled("专利申请日 申请日 申请日期 申请日(递交日) 专利申请日期"),
                running(r"申请日[:]?(?:为)?(?P<v>[^。;\n]{8,14})"),
            ),
        ),
    ),
    labels=words(
        "发明人 设计人 授权公告日 授权公告号 授权公告日期 证书号 专利类型 申请日时申请人 申请日时发明人 "
        "申请日时专利权人 局长 国家知识产权局 分类号 国际专利分类号 专利权期限 代理机构 优先权 专利权人地址 申请人",
        *vocabulary.CONTACT,
    ),
)
