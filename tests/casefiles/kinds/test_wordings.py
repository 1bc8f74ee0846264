"""Titles, headings and signatures as enterprises, publishers and offices word them."""

import pytest

from casefiles.understanding import understand
from tests.casefiles.kinds.builders import material, reading, values


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("图书出版合同\n著作权人(甲方):钟毓秀\n出版者(乙方):四川锦里出版社有限公司\n甲方授予乙方专有使用权", "license_agreement"),
        ("出库日期\t客户\t型号\t数量/把\t金额/元\n2025-09-12\t甲店\tA-1\t200\t80000\n总计\t\t\t200\t80000", "sales_ledger"),
        ("成交月份\t渠道\t套数\t均价\t成交额\n2025-07\t网店\t900\t68\t61200\n合计\t\t900\t\t61200", "sales_ledger"),
        ("库存盗版光盘清点明细\n货架号\t片名\t数量(张)\nA-1\t某片\t1800\n合计\t\t1800", "sales_ledger"),
        ("商业登记簿摘录\n登记法院:斯图加特地方法院\n登记号:HRB 73421\n公司名称:诺德公司", "subject_certificate"),
        ("微信聊天记录(导出)\n导出时间:2026-08-15 10:22\n2024-05-11 14:03 李哥:袋子还要不要", "web_evidence"),
        ("服务器日志及邮件提取说明\n提取时间:2026年10月20日;提取人:余波;SHA-256校验值:9c11", "web_evidence"),
        (
            "E-mail printout\nFrom: a@b.example\nTo: c@d.example\nSubject: protocol\nDear Susan, I attach the protocol.",
            "web_evidence",
        ),
        (
            "订单号\t下单时间\t商品\t数量\t实付金额(元)" + 6 * "\n260101\t2026-01-03\t面条机\t2\t2400",
            "sales_ledger",
        ),
        ("销货清单\n购货单位:散客\n品名\t数量\t单价\t金额\n摆件\t30\t50\t1500\n供货单位:乙厂(收款专用章)", "purchase_evidence"),
        ("出版物鉴定书\n送鉴单位:某市文化执法支队\n鉴定结论:送鉴图书系非法出版物(侵权复制品)", "appraisal_report"),
        ("鉴定意见(权利人)\n送鉴耳机并非本公司制造或授权制造,是假冒注册商标的商品。\n甲有限公司(盖章)", "authenticity_report"),
        ("经营秘密载体说明\n名称:客户信息库\n载体:导出表3份\n秘密点:成交底价、账期", "trade_secret_carrier"),
        (
            "源代码安全管理办法\n第一条 为防止源代码泄露,制定本办法。\n第四条 仓库分级授权,下载须审批。",
            "confidentiality_measures",
        ),
        ("关于印发《技术秘密管理办法》的通知\n各部门:现将办法印发给你们。\n第三条 记录本编号发放。", "confidentiality_measures"),
        ("未许可使用专利声明\n本公司从未以任何方式许可他人在产品上使用上述专利号。", "non_authorisation_statement"),
    ],
)
def test_a_paper_is_known_by_the_words_of_everyday(text, kind):
    assert material(text).kind == kind


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("控告材料\n【控告方】成都甲有限公司\n【被控告方】成都市乙音像店\n请求立案侦查", "respondent", "成都市乙音像店"),
        (
            "报案书\n报案人\t成都甲有限公司\n被报案人\t成都乙印务有限公司\n被报案人住所\t成都高新区",
            "respondent",
            "成都乙印务有限公司",
        ),
        ("报案函\n我单位,现就成都老魏烟酒经营部(下称老魏)销售假酒一事报案,请立案侦查。", "respondent", "成都老魏烟酒经营部"),
        (
            "关于成都顺达印刷厂涉嫌非法制造商标标识的报案材料\n报案单位:成都甲有限公司\n请求立案侦查",
            "respondent",
            "成都顺达印刷厂",
        ),
        ("报案信\n报案人:成都甲有限公司\n嫌疑人童某某在成都租房内制假,请立案侦查", "respondent", "童某某"),
        ("控告书\n控告人:成都甲有限公司\n被控告人:乙有限公司\n2026年,被控告人未经许可,开设门店", "respondent", "乙有限公司"),
        ("营业执照\n名称\t成都高新区豆豆家烘焙坊\n市场主体类型\t个体工商户\n经营者\t鲁静雯", "name", "成都高新区豆豆家烘焙坊"),
        ("刑事控告书\n控告人:陆一鸣(笔名“一只鹿”),男,插画师\n被控告人:王某", "complainant", "陆一鸣"),
        ("刑事案件授权委托书\n陆一鸣(下称“委托人”)兹授权白露全权代表办理报案", "principal", "陆一鸣"),
        (
            "鉴别意见\n我公司打假办对从老魏烟酒经营部取得的酒进行鉴别。\n四川甲酒业有限公司\n2026年8月25日",
            "issuer",
            "四川甲酒业有限公司",
        ),
        ("商标注册证\n第12009871号\n川韵\n核定使用商品(第30类)\n注册人 成都甲有限公司", "mark", "川韵"),
        (
            "保密协议\n甲方:成都甲有限公司\n乙方:叶某\n甲方(盖章)\t乙方(签字)\n2019年10月8日\t2019年10月8日",
            "signed_on",
            "2019-10-08",
        ),
        ("鉴定意见书\n密点不为公众所知悉\n广东知衡司法鉴定所(鉴定专用章)\n2026年10月27日", "institution", "广东知衡司法鉴定所"),
        ("授权委托书\n甲公司委托四川乙律师事务所律师何畏(执业证号1)为代理人,代为控告", "agent", "何畏"),
        ("鉴定证明\n经我公司鉴定,系假冒产品\n四川甲食品有限公司质量部(公章)\n2025年3月6日", "issuer", "四川甲食品有限公司"),
        ("真伪鉴别报告\n本人龙世荣作为商标权利人,鉴别如下:系假冒产品\n鉴别人:龙世荣\n2026年9月12日", "issuer", "龙世荣"),
        ("法定代表人身份证明\n本单位法定代表人樊玉明,职务:总经理\n特此证明", "name", "樊玉明"),
        ("作品登记证书\n登记号:国作登字-2025-H-10029876\n作品名称:锦城夜曲    类别:录音制品", "work_title", "锦城夜曲"),
        (
            "司法鉴定意见书\n委托事项:是否不为公众所知悉\n鉴定日期:2026年7月10日至8月20日\n某司法鉴定所\n2026年8月20日",
            "issued_on",
            "2026-08-20",
        ),
        (
            "价格认定结论书\n认定方法:按实际销售平均价格每件50元计算\n认定结论:商品货值共计人民币168,000.00元",
            "total_amount",
            "168000.00",
        ),
        ("价格认定结论书\n认定标的:轴承\n成都市价格认证中心(印章)\n2026年4月2日", "issuer", "成都市价格认证中心"),
        ("报案书\n报案人:甲有限公司\n被报案人:乙塑胶厂(成都市高新区桂溪街道南华路工业园)", "respondent", "乙塑胶厂"),
        (
            "商业登记簿摘录\n公司名称:诺德精密工具有限公司(Nord Präzisionswerkzeuge GmbH)\n总部所在:慕尼黑\n登记号:HRB 7",
            "name",
            "诺德精密工具有限公司(NordPräzisionswerkzeugeGmbH)",
        ),
        (
            "公司注册证明书\n本人谨此证明\n甲音响科技(香港)有限公司\n于本日在香港注册成立为法团",
            "name",
            "甲音响科技(香港)有限公司",
        ),
        ("委托书\n委托人:甲公司\n受托人:温静怡(中国居民身份证号码:11010519491231002X)\n代为控告", "agent", "温静怡"),
        (
            "授权委托书\n委托人:甲公司\n受托人:温静怡\n本委托书自签署之日起两年内有效。\n签署日期:2026年4月10日",
            "valid_until",
            "2028-04-10",
        ),
        (
            "法定代表人身份证明书\n骆一鸣在我单位任总经理职务,特此证明。\n单位(盖章)成都天幻有限公司",
            "organisation",
            "成都天幻有限公司",
        ),
        ("刑事控告书\n控告人:甲有限公司(“贝拉”商标独占被许可人)\n被控告人:乙厂", "complainant", "甲有限公司"),
        ("商标注册证\n第21873645号\n有效期至:2026年8月30日,续展后有效期至2036年8月30日", "valid_until", "2036-08-30"),
        (
            "计算机软件著作权登记证书\n软件名称:苍穹网络游戏软件\n[简称:苍穹]\nV1.0\n著作权人:甲有限公司\n登记号:2017SR338201",
            "software_name",
            "苍穹网络游戏软件V1.0",
        ),
        ("控告函\n控告人:甲有限公司\n被控告人:绵阳市书海批发部(经营者:白某某)", "respondent", "绵阳市书海批发部(经营者:白某某)"),
        ("法定代表人身份证明书\n顾维,现任成都智联机器人有限公司总经理,为本公司法定代表人。", "name", "顾维"),
        ("刑事报案申请书\n申请单位(报案单位)\t甲研究院\n被报案单位\t乙有限公司\n请求立案侦查", "complainant", "甲研究院"),
        ("清点表\n地点\t册数\t状态\n成品库\t1200\t库存\n合计\t1200\t", "total_quantity", "1200"),
        ("出库日期\t客户\t数量/把\t金额/元\n2025-09-12\t甲店\t200\t80000\n总计\t\t200\t80000", "total_amount", "80000.00"),
    ],
)
def test_a_value_is_found_in_the_words_of_everyday(text, field, value):
    assert values(material(text)).get(field) == value


def test_a_row_of_two_dates_that_nobody_signs_is_no_date_of_signing():
    text = "保密协议\n甲方:成都甲有限公司\n乙方:叶某\n签订日期:2019年10月8日\n入职\t2019年11月1日\t离职\t2020年1月1日"
    assert values(material(text)).get("signed_on") == "2019-10-08"


def test_a_card_copied_on_the_last_page_is_a_paper_of_its_own():
    power = "授权委托书\n委托人:成都甲有限公司\n受托人:卢彬\n代理权限:代为报案\n委托期限:自2026年9月20日起至2027年9月19日止"
    card = "居民身份证复印件(正反面)\n姓名\t卢彬\n性别\t男\n民族\t汉族\n公民身份号码\t11010519491231002X\n签发机关\t成都市公安局"
    untitled = (
        "姓名 卢彬\n性别 男 民族 汉\n出生 1949年12月31日\n住址 某街1号\n公民身份号码 11010519491231002X\n"
        "居民身份证\n签发机关 成都市公安局"
    )
    for last in (card, untitled):
        assert [one.kind for one in understand("全套.pdf", reading(power, last))] == ["power_of_attorney", "id_card"]
