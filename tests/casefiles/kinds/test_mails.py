"""A mail that only sends papers on proves nothing; a mail that is itself evidence stays evidence."""

import pytest

from tests.casefiles.kinds.builders import material

SENDING = {
    "to the police": ("报送材料", "警官您好：\n附件是我公司被侵权一案的报案材料，请查收。\n李伟\n成都蜀光电子有限公司"),
    "what was asked for later": ("材料补充", "您好，\n随信附上营业执照、商标注册证、公证书等共8份材料，请您审阅。\n谢谢！"),
    "to the agent": ("Fw: 报案材料", "王律师：\n报案材料见附件，烦请查收并代为提交。\n法务部 张敏\nwww.brand.example"),
    "to an agency": ("委托报案", "您好，请贵公司代为报案，证据材料见附件。"),
    "with the complaint in it": (
        "控告材料",
        "某网店销售假冒我司商标的商品，现将控告书、购买凭证打包发送，见附件。请予立案侦查。",
    ),
    "in English": ("Complaint", "Dear officer,\nPlease find attached the complaint and the evidence.\nBest regards"),
    "in one line": ("网页截图", "截图见附件。"),
    "without a word": ("转发", ""),
    "with names that speak": ("转发", "附件请查收。"),
    "above what the mailer adds": (
        "补正",
        "补充材料见附件。\n--\n本邮件及其附件含有保密信息，" + "请勿转发。" * 80,
    ),
}

TELLING = {
    "a seller's answer": (
        "Re: 停止侵权",
        "我们店的货都是从广州拿的，不要再投诉了。链接 https://shop.example/1 已下架。",
    ),
    "a seller's answer with papers": ("Re: 授权", "贵司来函收悉。我店销售的产品有合法来源，营业执照见附件，请查收。"),
    "a notice of a platform": (
        "您的投诉已受理",
        "您的投诉（编号 TS20260501）已受理，商品 https://item.example/1 已删除。",
    ),
    "drawings handed over": ("Re: 图纸", "附件是原公司的图纸，请查收，不要外传。"),
    "an infringer's mail sent on": (
        "Fw: 证据",
        "证据见附件。\n-----原始邮件-----\n发件人：seller@shop.example\n收件人：b@c.example\n货是贴牌的，一件80元。",
    ),
}


def mail(subject: str, text: str, attached: str = "附件：营业执照.pdf\n附件：商标注册证.pdf\n") -> str:
    head = f"主题：{subject}\n发件人：a@b.example\n收件人：c@d.example\n日期：2026-05-11 10:20\n"
    return f"{head}{attached}{text}"


@pytest.mark.parametrize("told", SENDING.values(), ids=SENDING)
def test_a_mail_that_only_sends_papers_on_is_no_evidence(told):
    assert material(mail(*told), file="邮件.eml", format="eml").kind == "other"


@pytest.mark.parametrize("told", TELLING.values(), ids=TELLING)
def test_a_mail_that_tells_something_stays_evidence(told):
    assert material(mail(*told, attached="附件：报价单.xlsx\n"), file="邮件.eml", format="eml").kind == "web_evidence"


def test_a_report_told_in_the_mail_itself_is_the_complaint():
    told = mail(
        "报案",
        "现就成都乙有限公司销售假冒我公司商标的滤芯一事报案，请立案侦查。\n被举报人：成都乙有限公司\n证据见附件。",
    )
    assert material(told, file="邮件.eml", format="eml").kind == "complaint_letter"


def test_a_mail_without_attachments_or_words_is_not_taken_for_a_letter_of_covering():
    assert material(mail("Re: 图纸", "", attached=""), file="邮件.eml", format="eml").kind == "web_evidence"
