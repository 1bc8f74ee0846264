"""Papers under titles worded in many ways, short as they are: each is still told for what it is (``titles.txt``)."""

from pathlib import Path

import pytest

from casefiles.model import Line, Page, Reading
from casefiles.understanding import understand

PAPERS = [one.split("\n", 1) for one in Path(__file__).with_name("titles.txt").read_text(encoding="utf-8").split("=== ")[1:]]


@pytest.mark.parametrize(("kind", "text"), PAPERS, ids=[f"{kind}:{text[:12]}" for kind, text in PAPERS])
def test_a_paper_is_told_by_its_title_however_it_is_worded(kind: str, text: str) -> None:
    lines = tuple(Line(line.replace(" | ", "\t")) for line in text.splitlines())
    (found,) = understand("扫描件.docx", Reading("docx", (Page(1, lines),)))
    assert found.kind == kind


SUBJECTS = (
    ("complaint_letter", "实名举报信", "刑事立案侦查申请", "被侵权报案情况说明"),
    ("legal_rep_certificate", "公司负责人任职证明", "法定代表人身份证明函"),
    ("power_of_attorney", "刑事案件特别授权书", "代理委托授权函"),
    ("lawyer_credentials", "律师工作证复印件", "律师事务所公函"),
    ("trademark_certificate", "商标注册证书", "国际商标注册证"),
    ("trademark_renewal", "注册人变更核准证明", "商标续展核准通知书"),
    ("patent_register_extract", "专利年费缴纳凭据", "专利法律状态查询结果"),
    ("software_certificate", "软著登记证"),
    ("copyright_certificate", "版权登记证明书", "录音制品登记证"),
    ("ownership_proof", "著作权权利来源说明", "美术作品设计草图", "电影发行许可证"),
    ("non_authorisation_statement", "未许可情况证明"),
    ("comparison", "外观对照图", "两款产品比较说明"),
    ("authenticity_report", "涉案商品辨认意见", "打假鉴定书"),
    ("non_public_appraisal", "非公知性分析意见"),
    ("loss_assessment", "侵权损失计算表"),
    ("price_certificate", "吊牌零售价说明", "产品市场价证明"),
    ("purchase_evidence", "转账成功截图", "快递单据"),
    ("sales_ledger", "出货统计表", "微信转账记录汇总", "非法经营额计算表"),
    ("web_evidence", "服务器日志导出", "公众号页面截图", "电子数据固定报告"),
    ("photos", "仓库影像资料"),
    ("confidentiality_measures", "涉密文件登记表", "门禁权限清单"),
    ("nda", "竞业限制约定", "保密条款"),
    ("trade_secret_carrier", "配方节选", "密点一览表"),
    ("administrative_decision", "案件线索移送函", "查封决定书"),
    ("evidence_list", "案卷目录", "附件索引"),
)
OTHERS = """
受案回执 送达回证 会议纪要 公司简介 产品目录 荣誉证书 律师函 采购合同 房屋租赁合同 员工花名册 新闻报道 产品说明书 验资报告
公司章程 股东会决议 完税证明 年度财务报表 食品经营许可证 广告合同 和解协议 谅解书 借条 组织架构图 使用手册 考勤表 工资表 纳税证明
邀请函 警告函 通知 证明 合同 说明
"""


@pytest.mark.parametrize(("kind", "title"), [(kind, title) for kind, *titles in SUBJECTS for title in titles])
def test_a_title_is_known_by_what_it_is_about_whatever_word_it_ends_with(kind: str, title: str) -> None:
    assert _kind_of_title(title) == kind


@pytest.mark.parametrize("title", OTHERS.split())
def test_a_title_about_something_else_names_no_kind(title: str) -> None:
    assert _kind_of_title(title) == "other"


def _kind_of_title(title: str) -> str:
    (found,) = understand("扫描件.docx", Reading("docx", (Page(1, (Line(title), Line("(以下从略)"))),)))
    return found.kind
