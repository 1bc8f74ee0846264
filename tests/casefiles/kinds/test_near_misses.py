"""Papers that use the words of one kind and are another: for each kind, one that must not be taken for it."""

import pytest

from casefiles.kinds import all_kinds
from tests.casefiles.kinds.builders import material

NEAR_MISSES = {
    "complaint_letter": (
        "授权委托书\n委托人:成都蜀光电子有限公司\n受托人:王静\n委托事项:代为提交刑事控告书,控告被控告人侵犯商业秘密\n"
        "委托期限:自2026年1月1日至2026年12月31日",
        "power_of_attorney",
    ),
    "business_license": (
        "证据清单\n序号\t证据名称\t证明目的\n1\t营业执照\t主体资格\n2\t统一社会信用代码公示信息\t存续状态",
        "evidence_list",
    ),
    "subject_certificate": (
        "营业执照\n统一社会信用代码:91510100MA6C3HX287\n名称:成都蜀光电子有限公司\n"
        "经营范围:事业单位登记代理\n注册资本:壹佰万元\n登记机关",
        "business_license",
    ),
    "legal_rep_certificate": (
        "授权委托书\n兹授权王静代表我单位处理本案。\n法定代表人身份证明书附后\n委托人:成都蜀光电子有限公司\n代理权限:代为控告",
        "power_of_attorney",
    ),
    "id_card": (
        "法定代表人身份证明书\n兹证明王静同志系我单位法定代表人。\n公民身份号码:11010519491231002X\n附:居民身份证复印件",
        "legal_rep_certificate",
    ),
    "power_of_attorney": (
        "商标授权书\n授权人:成都蜀光电子有限公司\n被授权人:成都川禾服饰有限公司\n"
        "授权被授权人在服装上使用“蜀光”商标,授权期限至2027年1月1日",
        "license_agreement",
    ),
    "lawyer_credentials": (
        "授权委托书\n委托人:成都蜀光电子有限公司\n受托人:王静,四川蜀信律师事务所律师,执业证号15101201810000000\n"
        "代理权限:代为报案",
        "power_of_attorney",
    ),
    "trademark_certificate": (
        "产品鉴定书\n我公司系第21873645号“锦程云”注册商标的注册人,核定使用商品为服装。送检样品并非我公司生产,系假冒商品。\n"
        "成都锦程云服饰有限公司\n2026年10月8日",
        "authenticity_report",
    ),
    "trademark_renewal": (
        "商标注册证\n第21873645号\n商标 锦程云\n核定使用商品(第25类)\n注册人 成都锦程云服饰有限公司\n"
        "有效期至 2028年1月27日\n续展、转让情况见背面",
        "trademark_certificate",
    ),
    "license_agreement": (
        "劳动合同\n甲方:成都蜀光电子有限公司\n乙方:王静\n未经甲方许可使用其技术信息的,承担违约责任。\n签订日期:2020年3月1日",
        "nda",
    ),
    "patent_certificate": (
        "专利登记簿副本\n专利号:ZL200410055494.X\n发明名称:一种装置\n专利权人:某公司\n法律状态:专利权维持",
        "patent_register_extract",
    ),
    "patent_register_extract": (
        "发明专利证书\n专利号:ZL200410055494.X\n发明名称:一种装置\n专利权人:某公司\n"
        "专利权在专利登记簿上登记,应当按期缴纳年费。\n授权公告日:2021年3月1日",
        "patent_certificate",
    ),
    "copyright_certificate": (
        "计算机软件著作权登记证书\n软著登字第4512087号\n软件名称:云仓系统V1.0\n著作权人:某公司\n登记号:2019SR1041330",
        "software_certificate",
    ),
    "software_certificate": (
        "司法鉴定意见书\n川西知鉴字〔2026〕第061号\n鉴定材料:计算机软件著作权登记证书\n"
        "鉴定意见:两者源代码构成实质性相似。\n鉴定人:甲 乙",
        "appraisal_report",
    ),
    "ownership_proof": (
        "作品登记证书\n登记号:国作登字-2021-F-01233328\n作品名称:小熊\n著作权人:某公司\n作品底稿一份",
        "copyright_certificate",
    ),
    "non_authorisation_statement": (
        "刑事控告书\n控告人:成都蜀光电子有限公司\n被控告人:王某\n控告人从未授权被控告人使用注册商标。\n"
        "此致\n成都市公安局高新区分局",
        "complaint_letter",
    ),
    "comparison": (
        "产品真伪鉴别报告\n经将送检样品与正品进行比对,比对结果:并非我公司生产,系假冒商品。\n"
        "鉴别单位:成都蜀光电子有限公司\n2026年10月8日",
        "authenticity_report",
    ),
    "authenticity_report": (
        "司法鉴定意见书\n川西知鉴字〔2026〕第061号\n委托事项:软件同一性鉴定,并辨别光盘真伪\n"
        "鉴定意见:两者具有同一性。\n司法鉴定人:甲 乙",
        "appraisal_report",
    ),
    "appraisal_report": (
        "司法鉴定意见书\n川西知鉴字〔2026〕第44号\n委托事项:是否不为公众所知悉(非公知性)鉴定\n鉴定意见:不为公众所知悉。",
        "non_public_appraisal",
    ),
    "non_public_appraisal": (
        "司法鉴定意见书\n川西知鉴字〔2026〕第45号\n委托事项:送检软件与密点一是否具有同一性\n"
        "鉴定意见:两者源代码相似度为98%,构成实质性相似。",
        "appraisal_report",
    ),
    "loss_assessment": (
        "价格认定结论书\n价格认定标的:侵权商品\n价格认定基准日:2026年8月1日\n价格认定结论:合计人民币100,000.00元,由此造成的损失另行评估。\n"
        "成都市价格认证中心",
        "price_certificate",
    ),
    "price_certificate": (
        "销售明细表\n序号\t商品\t数量\t单价\t金额\n1\t外套\t2\t120.00\t240.00\n合计\t\t2\t\t240.00\n注:单价为市场价格",
        "sales_ledger",
    ),
    "notarial_deed": (
        "证据目录\n编号\t证据名称\t证明内容\n1\t公证书\t公证员到场购买的过程\n2\t公证处收费发票\t费用",
        "evidence_list",
    ),
    "purchase_evidence": (
        "公证书\n(2026)川成蜀证内经字第10234号\n申请人:成都蜀光电子有限公司\n"
        "购买商品两件,取得发票一张、订单详情截图一份。兹证明上述行为属实。\n"
        "四川省成都市蜀都公证处\n公证员 何静",
        "notarial_deed",
    ),
    "sales_ledger": (
        "电子发票(普通发票)\n发票号码:265120000000\n购买方名称:王静\n项目\t数量\t单价\t金额\n"
        "外套\t2\t100\t200\n价税合计(小写)¥226.00",
        "purchase_evidence",
    ),
    "web_evidence": (
        "报案材料\n报案人:成都蜀光电子有限公司\n被报案人:王某\n王某在网址 https://shop.example.com 销售假冒商品,附网页截图。\n"
        "此致\n成都市公安局高新区分局",
        "complaint_letter",
    ),
    "photos": (
        "商品真伪鉴定书\n送检样品照片见附件。经鉴定,照片所示商品并非我公司生产,系假冒商品。\n"
        "鉴定单位:成都蜀光电子有限公司\n2026年10月8日",
        "authenticity_report",
    ),
    "confidentiality_measures": (
        "保密协议\n甲方:成都蜀光电子有限公司\n乙方:王静\n乙方应当遵守甲方的保密制度和保密措施。\n签订日期:2020年3月1日",
        "nda",
    ),
    "nda": (
        "保密管理制度\n第一章 总则\n第一条 涉密员工入职时应当签订保密协议和劳动合同。\n第二条 本制度自2020年1月1日起施行。",
        "confidentiality_measures",
    ),
    "trade_secret_carrier": (
        "司法鉴定意见书\n川西知鉴字〔2026〕第44号\n鉴定材料:密点说明及载体\n"
        "鉴定意见:密点一至密点三不为公众所知悉。\n司法鉴定人:甲",
        "non_public_appraisal",
    ),
    "administrative_decision": (
        "四川省成都市中级人民法院\n民事判决书\n(2026)川01知民初12号\n原告:某公司\n"
        "被告:某厂\n行政处罚决定书不影响民事责任,判决如下:……\n审判长 甲",
        "civil_judgment",
    ),
    "civil_judgment": (
        "成都高新区市场监督管理局\n行政处罚决定书\n成高市监处罚〔2026〕12号\n当事人:某厂\n"
        "民事判决书已认定侵权。决定罚款5000元。\n可以申请行政复议",
        "administrative_decision",
    ),
    "evidence_list": (
        "侵权商品销售清单\n序号\t商品\t数量\t单价\t金额\n1\t外套\t2\t120.00\t240.00\n合计\t\t2\t\t240.00",
        "sales_ledger",
    ),
    "other": ("网页截图\n网址:https://shop.example.com/1\n截图时间:2026年9月3日", "web_evidence"),
}


@pytest.mark.parametrize("kind", NEAR_MISSES)
def test_a_paper_that_only_mentions_a_kind_is_not_of_it(kind):
    text, expected = NEAR_MISSES[kind]
    assert material(text).kind == expected != kind


def test_every_kind_has_its_near_miss():
    assert list(NEAR_MISSES) == [kind.code for kind in all_kinds()]


@pytest.mark.parametrize(
    "text", ["会议通知\n定于明日召开例会", "", "设备采购需求\n型号:A100\n预算:待定", "尊敬的客户,感谢您的支持"]
)
def test_what_is_none_of_the_kinds_is_other(text):
    assert material(text).kind == "other"


def test_a_file_name_alone_makes_no_kind():
    assert material("会议通知\n定于明日召开例会", file="商标注册证.docx").kind == "other"


def test_a_misleading_file_name_does_not_outweigh_the_title():
    text = "授权委托书\n委托人:成都蜀光电子有限公司\n受托人:王静\n代理权限:代为报案"
    assert material(text, file="营业执照.docx").kind == "power_of_attorney"


@pytest.mark.parametrize(
    "text",
    [
        "企业名称变更核准通知\n变更前名称:成都甲厂\n变更后名称:成都甲有限公司\n成都市市场监督管理局\n2025年3月1日",
        "变更登记证明\n成都甲有限公司的法定代表人由秦越变更为沈复,准予变更登记。\n某区行政审批局",
    ],
)
def test_a_change_in_the_register_of_companies_is_no_change_of_a_mark(text):
    assert material(text).kind != "trademark_renewal"
