"""行政处罚决定书等: what an administrative authority decided."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.ways import LastDate, labelled, running

_BODY = (
    r"[\u4e00-\u9fa5]{2,30}?(?:市场监督管理(?:总)?局|知识产权局|版权局|文化(?:广电)?(?:和)?旅游局|综合执法(?:局|支队|"
    r"大队|总队)|文化市场综合(?:行政)?执法(?:支队|大队|总队)|海关|公安局[\u4e00-\u9fa5]{0,10}分局|公安局|监督管理局|"
    r"管理局|监督局|监督所)(?:[\u4e00-\u9fa5]{2,10}分局)?"
)

KIND = Kind(
    code="administrative_decision",
    zh="行政处罚决定书等",
    place=31,
    bears_annexes=True,
    titles={
        r".{0,30}(?:行政)?(?:处罚|处理|裁决|复议|认定)决定书?": 10,
        r".{0,20}(?:当场)?行政处罚(?:决定书|告知书|事先告知书)": 10,
        r".{0,20}(?:责令(?:限期)?(?:改正|停止侵权).{0,4}|行政裁决|不予(?:立案|处罚)|案件移送|涉嫌犯罪案件移送|"
        r"查封\(?扣押\)?|实施行政强制措施)(?:通知|决定|裁决)?书": 9.5,
        r".{0,20}(?:不予)?(?:立案|受理|移送)(?:告知|通知)书": 9.5,
        r".{0,16}(?:检查|询问|现场)笔录": 5,
    },
    subjects={
        r"移送函|处罚|责令.{0,12}(?:通知|决定)|(?:扣押|查封|先行登记保存).{0,12}(?:决定|通知)|移送案件|(?:案件|线索|"
        r"犯罪).{0,4}移送|举报处理": 7,
    },
    cues={
        r"当事人:": 0.6,
        r"行政处罚": 1.8,
        r"(?:没收|罚款|责令).{0,24}(?:违法所得|侵权|改正|停止)": 1.4,
        r"(?:申请)?行政复议|提起行政诉讼": 1.6,
        r"(?:市监|市监管|市知|知法|文综|工商).{0,6}(?:处罚|罚|处|强).{0,3}[〔\[(]": 2.0,
        r"人民法院.{0,20}判决|原告|被告": -1.5,
        r"此致|控告请求": -2.5,
        r"公证员|证据名称": -2.5,
        r"鉴定意见": -0.8,
    },
    file_names=(r"处罚|行政决定|决定书",),
    fields=(
        Field(
            "document_no",
            "文号",
            shapes.DOCUMENT_NUMBER,
            (
                labelled("文书文号 行政处罚决定书文号 处罚决定书文号 决定书文号 文号 文书编号 案号 编号"),
                running(rf"(?P<v>{shapes.DOCUMENT})", confidence=0.9),
            ),
        ),
        Field(
            "issuer",
            "作出机关",
            shapes.ORGANISATION,
            (
                labelled(
                    "处罚机关 作出机关 作出行政处罚机关 处罚机关名称 作出处罚的机关名称 行政机关 执法机关 作出处罚机关 作出单位"
                ),
                running(
                    rf"^(?P<v>{_BODY})\(?(?:印章|盖章|公章|印|章)",
                    rf"^(?P<v>{_BODY})\n?(?=[\d二].{{6,14}}日)",
                    rf"^(?P<v>{_BODY})$",
                    rf"^(?P<v>{_BODY})(?=行政|责令|不予|当场|案件)",
                    rf"(?P<v>{_BODY})",
                ),
            ),
        ),
        Field(
            "issued_on",
            "作出日期",
            shapes.DAY,
            (
                labelled("作出日期 处罚日期 决定日期 作出行政处罚的日期 作出处罚决定日期 签发日期 处罚决定日期"),
                LastDate(0.9),
                labelled("日期"),
            ),
        ),
    ),
    labels=words(
        "当事人 主体资格证照名称 案由 处罚内容 违法事实 处罚依据 处罚种类 处罚结果 被处罚人 被处罚单位 行政相对人名称",
        *vocabulary.CONTACT,
        *vocabulary.CREDIT_CODE,
        *vocabulary.LEGAL_REPRESENTATIVE,
        *vocabulary.IDENTITY_NUMBER,
    ),
)
