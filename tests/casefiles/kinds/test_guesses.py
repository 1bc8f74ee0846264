"""Papers whose first line names no kind we know: what is printed in them is enough for a guess, or they stay of no kind."""

import pytest

from tests.casefiles.kinds.builders import material

GUESSED = {
    "trademark_renewal": "国家知识产权局\n商标注册号 31875520\n续展后有效期 2025-03-07至2035-03-06\n注册人 宜宾竹海食品有限公司",
    "power_of_attorney": "关于王静办理报案事宜\n宜宾竹海食品有限公司现授权王静代为向公安机关报案。\n有效期至2027年3月1日",
    "loss_assessment": "关于竹海公司的测算\n委托方 宜宾竹海食品有限公司\n损失数额 人民币86万元\n二〇二六年五月六日",
    "sales_ledger": "旗舰店导出\n日期\t品名\t销量\t销售额\n2026-03-01\t笋干\t20\t800\n2026-03-02\t笋干\t30\t1200",
    "comparison": "两款包装放在一起看\n将正品包装与被控侵权包装逐项对比,文字、配色、构图基本一致。\n宜宾竹海食品有限公司",
    "nda": "致新员工\n乙方在职期间知悉的保密信息,离职后仍负保密义务;竞业限制期两年。",
    "license_agreement": "品牌合作文件\n授权方 宜宾竹海食品有限公司\n被授权方 成都笋香商贸有限公司\n许可期限 三年",
    "business_license": "宜宾竹海食品有限公司\n经营范围 食品生产\n成立日期 2013年5月20日",
    "confidentiality_measures": "签到\n培训主题 研发人员保密须知\n2025年7月8日 三楼会议室",
    "subject_certificate": "香港特别行政区\n公司注册处 公司编号 2087716\n竹海国际有限公司",
}

OF_NO_KIND = {
    "a company's profile": "公司简介\n宜宾竹海食品有限公司成立于2013年,注册资本2000万元,集种植、加工、销售于一体,产品销往全国。",
    "an honour": "荣誉证书\n授予宜宾竹海食品有限公司2024年度守合同重信用企业称号",
    "a lawyer's warning": "律师函\n致成都某某商贸有限公司:\n本所受竹海公司委托函告如下:请贵司立即停止销售侵权商品。\n律师 王静",
    "the answer to it": "复函\n来函收悉。我公司所售商品系从正规渠道购进。\n成都某某商贸有限公司",
    "a lease": "房屋租赁合同\n出租方(甲方):李某\n承租方(乙方):某商贸公司\n租金每月8000元,逾期承担违约责任。",
    "a contract of supply": "采购合同\n供方:某纸业公司\n需方:竹海公司\n品名 纸箱 数量 3000 单价 2元 金额 6000元",
    "articles of association": "公司章程\n第一条 公司名称\n第二条 经营范围:食品生产\n第三条 注册资本2000万元",
    "a life": "个人简历\n性别:男 出生:1985年\n工作经历:2015年起任研发工程师",
    "a settlement": "和解协议\n甲方:竹海公司\n乙方:刘某\n乙方赔偿甲方5万元,甲方不再追究,违约责任自负。",
    "an opinion on the law": "法律意见书\n根据刑法第二百一十四条,销售明知是假冒注册商标的商品构成犯罪。",
    "a letter of introduction": "介绍信\n兹介绍我公司王静前往贵局联系事宜,请予接洽。",
    "a manual": "操作手册\n第一步 打开软件\n第二步 选择客户\n第三步 生成订单",
}


@pytest.mark.parametrize("kind", GUESSED)
def test_what_is_printed_lets_a_paper_without_a_known_title_be_guessed(kind: str) -> None:
    assert material(GUESSED[kind], file="IMG_0007.docx").kind == kind


def test_a_guess_is_so_unsure_that_a_person_is_asked_to_look_at_it() -> None:
    assert 0 < material(GUESSED["power_of_attorney"], file="IMG_0007.docx").confidence < 0.6


@pytest.mark.parametrize("text", OF_NO_KIND.values(), ids=OF_NO_KIND)
def test_everyday_papers_of_a_company_stay_of_no_kind(text: str) -> None:
    assert material(text, file="IMG_0007.docx").kind == "other"
