"""Titles, headings and signatures as enterprises, publishers and offices word them."""

import pytest

from casefiles.understanding import understand
from tests.casefiles.kinds.builders import material, reading, values


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("图书出版合同\n著作权人(甲方):钟毓秀\n出版者(乙方):四川锦里出版社有限公司\n甲方授予乙方专有使用权", "ownership_proof"),
        ("出版合同\n甲方:钟毓秀\n乙方:锦里出版社\n甲方许可乙方以非专有方式出版中文版,许可期限三年。", "license_agreement"),
        ("影视改编合同\n甲方:钟毓秀\n乙方:锦里影业有限公司\n甲方许可乙方改编为影视剧。许可期限:五年。", "license_agreement"),
        (
            "影视改编合同\n甲方:钟毓秀\n乙方:锦里影业有限公司\n甲方授予乙方独占的改编权,影视作品的著作权归乙方所有。",
            "ownership_proof",
        ),
        ("著作权转让合同\n转让方:钟毓秀\n受让方:锦里影业有限公司\n转让方将著作财产权转让给受让方。", "ownership_proof"),
        ("商标转让合同\n转让方:甲有限公司\n受让方:乙有限公司\n将第123号注册商标转让给受让方。", "license_agreement"),
        ("著作权许可使用合同\n许可方授予被许可方专有使用权。许可期限三年", "license_agreement"),
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
        (
            "音像著作权集体管理组织\n歌曲权属核查意见\n编号:2026-77\n经核查,附表所列歌曲的录音制作者权属于本会会员丙唱片公司所有。",
            "ownership_proof",
        ),
        (
            "授权证明书\n丙公司授权丁公司在四川销售“小狐”系列毛绒玩具作品,授权期限至2027年1月1日。\n授权方:丙公司",
            "license_agreement",
        ),
        ("某电影协会\n版权持有人证明\n现证明影片《甲》的版权人为丙电影公司,该公司享有信息网络传播权。", "ownership_proof"),
        ("影片权利认证书\n认证编号:C-19\n本会确认该影片的著作权由丁影业公司享有。\n某版权协会", "ownership_proof"),
        ("序号\t材料名称\t份数\t证明内容\n1\t技术查新报告\t1\t非公知性\n2\t劳动合同\t1\t接触", "evidence_list"),
        ("Handelsregister A des Amtsgerichts Köln\nNummer der Firma: HRA 1180\nFirma: Rhein Optik KG", "subject_certificate"),
        ("證明書\n本人係中國委託公證人,茲證明明輝玩具有限公司於香港註冊成立,現仍存續。\n轉遞專用章", "subject_certificate"),
        ("履历事项全部证明书(译文)\n商号:东洋轴承株式会社\n本店:大阪市\n登记官", "subject_certificate"),
        ("timestamp\tuser\tsrc_ip\toperation\n2026-01-02 03:04\tzhou\t10.0.0.7\tdownload", "web_evidence"),
        (
            "PROPRIETARY INFORMATION AND NON-COMPETE UNDERTAKING\nThe Employee shall keep Confidential Information secret.",
            "nda",
        ),
        ("秘密保持契約書\n甲:东洋轴承株式会社\n乙:陆某", "nda"),
        ("委任契约书\n委任人:东洋轴承株式会社\n受任人:柏舟\n委任事项:向公安机关提出控告", "power_of_attorney"),
        ("打假授权书\n授权人:成都甲有限公司\n被授权人:成都乙有限公司\n被授权人可以其名义制止假冒行为", "license_agreement"),
        ("版权认证书\n经本会认证,动画《甲》的著作权人为乙公司", "ownership_proof"),
        ("核心课题保密须知\n一、文档加密;二、实验室双人授权", "confidentiality_measures"),
        ("授权委托书\n委托人:甲公司\n受托人:柏舟\n代为控告", "power_of_attorney"),
        ("立案报案登记表\n报案单位\t成都甲有限公司\n被报案人\t梅某\n案情\t梅某假冒商标", "complaint_letter"),
        ("雇员手册(摘录):信息保护\n8.1 图纸属公司机密,带出须审批。\n8.3 违反保密纪律者予以辞退。", "confidentiality_measures"),
        ("日期时间\t用户\t来源IP\t操作\n2026-02-03 04:05\tzhou\t36.7.x.x\t下载", "web_evidence"),
        (
            "NORD FOODS GMBH\nTrademark License Agreement\nThe Licensor grants the Licensee the right to use the trademark NORD.",
            "license_agreement",
        ),
        (
            "NORD FOODS GMBH\nAUTHORISATION LETTER\nWe hereby authorise our subsidiary to use the trademark NORD in China.",
            "license_agreement",
        ),
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
        (
            "报案材料\n第一部分 报案人\n成都甲有限公司\n第二部分 被报案人基本情况\n(1)成都乙科技有限公司,住所地:成都高新区;\n"
            "法定代表人丁某。\n(2)丁某,男,三十岁。\n第三部分 案情\n(1)公安机关,请立案侦查",
            "respondent",
            "成都乙科技有限公司、丁某",
        ),
        ("控告书\n我公司在招标中发现,投标人成都乙农机有限公司所附专利证书系伪造,请立案侦查", "respondent", "成都乙农机有限公司"),
        ("报案信\n报案人:成都甲有限公司\n嫌疑人童某某在成都租房内制假,请立案侦查", "respondent", "童某某"),
        ("授权委托书\n委托人:成都甲有限公司\n受托人\t北京某某律师事务所 柏舟律师\n代为报案", "agent", "柏舟"),
        ("法定代表人身份证明书\n姓名:佐藤一郎(SATO Ichiro)\n系我公司法定代表人\n成都甲有限公司(公章)", "name", "佐藤一郎"),
        ("商业登记证明\n商业及动产登记局\n商业名称:中文 星河表业有限公司\n葡文 RELÓGIOS LDA", "name", "星河表业有限公司"),
        ("控告书\n控告人:成都甲有限公司\n经办:柏舟,女,报案单位驻京人员\n请求立案侦查", "complainant", "成都甲有限公司"),
        ("报案材料\n我院(成都青禾设计研究院,法定代表人柏舟)现报案,请追究梅某刑事责任", "complainant", "成都青禾设计研究院"),
        ("控告状\n控告人:明辉玩具股份有限公司　设:台北市信义路1号　代表人:柏舟", "complainant", "明辉玩具股份有限公司"),
        ("授权委托书\n委托人:成都甲有限公司\n特委托本公司综合管理部柏舟办理报案手续", "agent", "柏舟"),
        ("委托书\n委托人:梅香\n现委托我的妻子柏舟(身份证号11010519491231002X)代我报案", "agent", "柏舟"),
        ("授权书\n立授权书人:明辉玩具公司\n被授权人:柏舟(居民身分证号码:11010519491231002X)", "agent", "柏舟"),
        ("委任状\n委任人:诺德公司\n受任人:北京某某律师事务所\n代为控告", "agent", "北京某某律师事务所"),
        ("授权委托书\n受托人:柏舟,代为报案\n委托单位盖章:成都甲有限公司", "principal", "成都甲有限公司"),
        ("POWER OF ATTORNEY\nWe appoint Ms. Bai.\nIt shall be valid until March 31, 2028.", "valid_until", "2028-03-31"),
        ("POWER OF ATTORNEY\nWe appoint Ms. Bai.\nEffective from 1 May 2026 to 30 April 2027.", "valid_until", "2027-04-30"),
        ("授权委托书\n受托人:柏舟,代为报案\n委托起止:2026.11.1—2027.4.30", "valid_until", "2027-04-30"),
        ("法定代表人证明\n本校法定代表人为柏舟(校长)。\n成都青禾外国语学校(章)", "organisation", "成都青禾外国语学校"),
        ("控告书\n控告人:成都甲有限公司\n被控告人:梅某\n事发后被控告人已于2025年3月1日闭店", "respondent", "梅某"),
        ("报案书\n报案人\t成都甲有限公司\n被报案人一\t梅某\n被报案人二\t成都乙有限公司", "respondent", "梅某、成都乙有限公司"),
        ("控告书\n控告人:锦和乐器有限公司(澳门),董事:何某\n请求立案侦查", "complainant", "锦和乐器有限公司"),
        ("授权委托书\n委托人:成都甲有限公司\n现指派我司知识产权部主管柏舟(身份证号码:11010519491231002X)报案", "agent", "柏舟"),
        ("保密协议\n甲方:成都甲有限公司(人事专用章)\n乙方:梅某\n乙方负有保密义务", "party_a", "成都甲有限公司"),
        (
            "负责人身份证明书\n兹证明柏舟为我企业执行事务合伙人。\n成都云岭投资中心(有限合伙)(章)\n2026年5月1日",
            "organisation",
            "成都云岭投资中心(有限合伙)",
        ),
        (
            "资产评估报告\n深圳国策资产评估土地房地产估价咨询有限责任公司接受委托\n损失评估值为30万元",
            "institution",
            "深圳国策资产评估土地房地产估价咨询有限责任公司",
        ),
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
        ("辨认证明\n经辨认,系假冒产品\n四川甲食品有限公司打假维权中心(检测专用章)\n2025年3月6日", "issuer", "四川甲食品有限公司"),
        (
            "鉴别意见\n我司Nord Foods GmbH(诺德食品有限公司)收到样品,并非我司产品。\n2025年3月6日",
            "issuer",
            "NordFoodsGmbH(诺德食品有限公司)",
        ),
        ("授权委托书 Power of Attorney\n委托人 Grantor: 诺德食品有限公司\n受托人 Agent: 卢彬\n代为控告", "agent", "卢彬"),
        ("账本\n日期\t条数\t单价\t进账\n3月\t40\t25\t1000\n4月\t60\t25\t1500\n合计\t100\t\t2500", "total_amount", "2500.00"),
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
        (
            "委托书\n委托人:丁晓,身份证号:11010519491231002X\n受委托人:温静怡,某律师事务所律师\n代为控告\n委托人(签字):丁晓",
            "agent_id_number",
            None,
        ),
        (
            "刑事报案授权委托书\n授权人\t姓名\t丁晓\n公民身份号码\t510105198103091210\n受委托方\t姓名\t温静怡\n公民身份号码\t11010519491231002X",
            "agent_id_number",
            "11010519491231002X",
        ),
        ("报案材料\n报案人:甲有限公司\n犯罪嫌疑对象:乙工作室\n请求立案侦查", "respondent", "乙工作室"),
        ("作品登记证书\n登记号:川作登字-2023-A-00297710\n著作权人:丙出版社有限公司(继受取得)", "owner", "丙出版社有限公司"),
        (
            "存续证明译文\n兹证明北方工具公司(Nordic Tools, Inc.)系依特拉华州法律注册成立的公司",
            "name",
            "北方工具公司(NordicTools,Inc.)",
        ),
        ("授权委托书\n甲公司兹委托我司知识产权主管温静怡(身份证号码:11010519491231002X)办理报案", "agent", "温静怡"),
        (
            "公司註冊證明書\n本人謹此證明\n甲食品(香港)有限公司\nJIA FOODS (HONG KONG) LIMITED\n於本日在香港註冊成立",
            "name",
            "甲食品(香港)有限公司",
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
        ("报案书\n被报案人:乙厂\n此致\n具名(报案单位):甲食品有限公司(盖章)\n2026年3月1日", "complainant", "甲食品有限公司"),
        ("授权委托书\n甲方(委托单位):甲食品有限公司\n乙方(受托人):卢彬\n代为报案", "principal", "甲食品有限公司"),
        ("商标注册证\n第5512345号\n注册人:甲食品有限公司(更名)\n有效期至 2030年1月27日", "registrant", "甲食品有限公司"),
        ("商标注册证\n第5512345号\n核定使用商品(商品类别:29)\n肉;蛋\n注册人 甲食品有限公司", "classes", "29"),
        ("商标注册证明\n第G1034567号\n国际注册号:1034567\n注册人:Nord GmbH", "registration_no", "G1034567"),
        ("法定代表人证明\n甲食品有限公司的法定代表人系骆一鸣,职务:经理,特此证明。", "name", "骆一鸣"),
        ("控告函\n某分局:\n甲食品有限公司现就庞大海多次销售假酒的行为提出控告,请求立案侦查。", "respondent", "庞大海"),
        ("控告函\n某分局:\n甲食品有限公司现就该店多次销售假酒的行为提出控告,请求立案侦查。", "respondent", None),
        ("举报信\n我们甲食品有限公司发现有个叫庞大海的老板在卖假货,请求立案侦查", "respondent", "庞大海"),
        ("清点表\n地点\t册数\t状态\n成品库\t1200\t库存\n合计\t1200\t", "total_quantity", "1200"),
        (
            "利润损失计算表\n时间\t少售数量(台)\t单台利润(元)\t损失金额(元)\n2025年\t800\t120\t96000\n合计\t800\t\t96000",
            "total_amount",
            "96000.00",
        ),
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
