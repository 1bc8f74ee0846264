"""保密协议、劳动合同: that the other side had access and was bound to secrecy."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.ways import LastDate, labelled, running

KIND = Kind(
    code="nda",
    zh="保密协议、劳动合同",
    place=29,
    titles={
        r".{0,24}(?:保密|竞业限制|竞业禁止)(?:及|与|和|、)?(?:竞业限制|竞业禁止|知识产权(?:归属)?|不竞争|保密)?(?:的)"
        r"?(?:协议|合同|承诺|约定|责任)(?:书|函)?": 10,
        r".{0,16}(?:劳动|聘用|劳务|雇佣|聘任)(?:合同|协议)(?:书)?": 10,
        r".{0,16}保密(?:责任|承诺)书": 10,
        r".{0,12}知识产权(?:归属|权属)(?:及保密|与保密)(?:协议|合同)": 10,
        r"(?i)[a-z,&/'\- ]*(?:confidential|non-?disclosure|non-?compet|proprietaryinformation|employment|labou?r)[a-z,&/'\- ]*"
        r"(?:agreement|contract|undertaking|covenant|deed)": 10,
        r"(?:秘密|机密)保持(?:契[约約]|合意|誓[约約])[书書]?": 10,
    },
    subjects={
        r"竞业|保密(?:条款|义务|协议|合同|承诺)|竞业(?:限制|禁止)|劳动合同|聘用|入职承诺|离职(?:承诺|交接)": 7,
    },
    cues={
        r"甲方|乙方": 0.4,
        r"用人单位|劳动者|员工|聘用": 0.8,
        r"保密(?:义务|信息|内容|期限|责任|范围)": 1.4,
        r"竞业(?:限制|禁止)": 1.4,
        r"(?:劳动合同|合同期限|劳动报酬|工作岗位|工作内容|试用期)": 1.2,
        r"违约(?:责任|金)": 0.5,
        r"(?i)confidentialinformation|tradesecrets?oftheco": 1.4,
        r"(?i)(?:the\W{0,2}|[(\"“])(?:employee|receivingparty|recipient)": 0.8,
        r"许可(?:使用|实施)|被许可": -2.5,
        r"此致|控告请求|鉴定": -3.0,
        r"本(?:制度|规定|办法)": -1.0,
        r"承租|租金|供方|需方|广告|和解|赔偿.{0,20}不再追究": -2.0,
    },
    file_names=(r"保密协议|劳动合同|竞业|承诺书|聘用",),
    fields=(
        Field(
            "party_a",
            "甲方",
            shapes.PARTY,
            (
                labelled(
                    "甲方(用人单位) 甲方 用人单位 用人单位(甲方) 甲方名称 用人单位名称 甲方单位名称 公司 披露方 "
                    "聘用单位 企业名称 雇主 聘用方 单位名称",
                ),
                running(
                    r"(?:本人)?(?:向|对)(?P<v>[\u4e00-\u9fa5()]{4,30}?(?:公司|厂|中心|研究院|集团)(?!有限|股份))(?:郑重)?(?:作出)"
                    r"?(?:如下)?承诺",
                    r"^(?P<v>[\u4e00-\u9fa5()]{4,30}(?:公司|厂|中心|研究院|集团)(?!有限|股份))\(?以下",
                ),
            ),
        ),
        Field(
            "party_b",
            "乙方",
            shapes.PERSON_OR_PARTY,
            (
                labelled(
                    "乙方(劳动者) 乙方 劳动者 劳动者(乙方) 乙方姓名 劳动者姓名 员工 员工姓名 承诺人 接收方 受聘人 "
                    "受聘方 职工 雇员 姓名",
                ),
                running(r"本人(?P<v>[\u4e00-\u9fa5]{2,4})(?=,|\(|系|为|在|自愿)"),
            ),
        ),
        Field(
            "signed_on",
            "签订日期",
            shapes.DAY,
            (
                labelled(*vocabulary.SIGNED_ON),
                running(r"于(?P<v>[^。;,\n]{8,14})(?:在[^。,\n]{2,14})?签[订署]"),
                labelled("日期 承诺日期"),
                LastDate(),
            ),
        ),
    ),
    labels=words(
        "合同期限 工作岗位 工作地点 劳动报酬 保密内容 保密期限 保密范围 岗位 部门 签订地点 合同编号 编号 甲方盖章 "
        "乙方签字 授权代表 委托代理人 入职日期 主要负责人",
        *vocabulary.CONTACT,
        *vocabulary.CREDIT_CODE,
        *vocabulary.LEGAL_REPRESENTATIVE,
        *vocabulary.IDENTITY_NUMBER,
    ),
)
