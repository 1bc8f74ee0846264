"""授权委托书: who is empowered by whom, until when."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.sections import belonging, under
from casefiles.kinds.engine.several import Several
from casefiles.kinds.engine.ways import TermFromSigning, labelled, running

_ORGANISATION = vocabulary.ORGANISATION

_PERSON = r"[\u4e00-\u9fa5·]{2,12}?"

_NOT_AN_AGENT = "书|函|期限|权限|事项|范围|人|方|单位"

# Who an agent is to the principal: kin, a department, a post.
_ROLE = (
    "丈夫|妻子|爱人|配偶|父亲|母亲|儿子|女儿|哥哥|弟弟|姐姐|妹妹|亲属|朋友|同事|"
    "[部处科室组]|员工|职员|工作人员|职工|法务|专员|经理|主任|主管|总监|助理|干事|科员|秘书|顾问|人员"
)

_PRINCIPAL = words(
    "委托人 委托单位 授权人 授权单位 委托方 授权方 委托单位名称 委托人名称 委托人姓名 授权单位名称 委托人(单位) "
    "委托人(授权人) 授权企业 委托企业 被代理人 授权委托人 授权公司 委托公司 转委托人 "
    "转委托单位 转委托方 转授权人 委任人 委任方 立授权书人 立委托书人",
)

_AGENT = words(
    "受托人 受委托人 被授权人 代理人 受托人姓名 被委托人 委托代理人 受权人 受委托人姓名 被授权人姓名 代理人姓名 "
    "受托方 受委托方 被委托方 受托单位 受委托单位 受托人员 被授权人员 "
    "委托代理人员 被授权方 受托代理人 受托律师 被委托人姓名 受转委托人 转受托人 受转托人 被转委托人 转被授权人 次受托人 复代理人 "
    "受任人 受委任人 受任方",
)

KIND = Kind(
    code="power_of_attorney",
    zh="授权委托书",
    place=6,
    told_apart_by="principal",
    titles={
        r".{0,24}(?:授权)?委托(?:代理)?书": 10,
        r".{0,16}授权委托(?:书|函)": 10,
        r"(?:刑事)?(?:报案|控告|举报|诉讼)(?:代理)?授权书": 9,
        r"授权书": 4.0,
        r"(?:个人|法人)?授权书": 4.0,
        r"转委托书": 10,
        r".{0,16}委任(?:状|书|契约|合同)": 10,
        r"(?i)powerofattorney": 9,
    },
    subjects={
        r"委托授权|授权委托|委托代理|特别授权|全权委托|转委托|复代理|代理授权|授权代理|(?:维权|报案)授权|"
        r"委托.{2,24}的授权": 7,
    },
    cues={
        r"(?:特|兹|现)?(?:委托(?!代理人[::])|授权).{0,60}(?:代理人|代为)": 2.2,
        r"代理权限|委托权限|授权权限|授权范围|委托事项|代理事项|授权事项": 1.6,
        r"受托人|被授权人|受委托人|被委托人|受任人": 1.4,
        r"(?:报案|控告|举报|刑事)": 0.8,
        r"全权处理|全权代表|全权代理": 0.8,
        r"转委托": 0.5,
        r"使用.{0,12}商标|许可使用|独占|排他|经销|销售.{0,8}产品": -2.5,
        r"此致.{0,40}公安": -0.5,
        r"事务所.{0,30}(?:指派|接受.{0,30}委托)": -2.5,
        r"指派": -1.5,
        # Who acts in his own name is no agent.
        r"以(?:其|自己|自身|被授权(?:人|方|单位))的?名义": -5.0,
    },
    file_names=(r"委托书|授权书|委托",),
    fields=(
        Field(
            "principal",
            "委托人",
            shapes.PARTY,
            (
                labelled(*_PRINCIPAL),
                under(_PRINCIPAL, *vocabulary.PARTY_NAME, others=_AGENT),
                running(
                    rf"(?:本单位|本公司|我单位|我公司|我司|兹有|本人)[,:((]?(?P<v>{_ORGANISATION}|{_PERSON})[)"
                    rf"]?,?(?:现|兹|特|特此)?(?:授权|委托)",
                    rf"^(?P<v>{_ORGANISATION}|{_PERSON})(?:\([^()]{{2,30}}\))?,?(?:现|兹|特|特此)(?:授权|委托)",
                    rf"^(?:本人|本公司|本单位|我单位|我公司|我司)(?P<v>{_ORGANISATION}|{_PERSON})(?:\([^()]{{2,60}}\))?,[^。\n]{{0,60}}?(?:授权|委托)",
                    rf"系(?P<v>{_ORGANISATION})的?法定代表人",
                    rf"(?P<v>{_ORGANISATION})(?:现|兹|特此|特)?(?:授权|委托)",
                ),
                running(rf"^(?P<v>{_ORGANISATION}){vocabulary.SEALED}"),
                labelled(
                    "委托人签名 委托人签字 授权人签名 授权人签字 委托人签章 委托单位盖章 "
                    "委托人盖章 委托方盖章 授权单位盖章 授权人盖章 授权方盖章",
                ),
            ),
        ),
        Field(
            "agent",
            "受托人",
            shapes.PERSON,
            (
                Several(_AGENT),
                labelled(*_AGENT),
                under(_AGENT, *vocabulary.PARTY_NAME, others=_PRINCIPAL),
                running(
                    r"(?:授权|委托|指派)[^,。;\n]{4,30}?事务所(?:的)?(?P<v>[\u4e00-\u9fa5·]{2,4}?)(?=(?:实习)?律师)",
                    rf"(?:授权|委托|指派)[^,。;\n]{{4,30}}?事务所(?:的)?(?:执业|专职)?律师(?P<v>{_PERSON})(?=[(,]|为|作为|担任|代为|代表|就|全权|办理)",
                    rf"(?:授权|委托)(?P<v>(?!{_NOT_AN_AGENT}|[^,。]{{0,12}}(?:律师(?!事务所)|先生|女士|同志)){_ORGANISATION})"
                    r"(?=[,(]|就|代表|代为|为|作为|全权|办理|在|负责|向)",
                    rf"(?:授权|委托|委派|指派|指定)[^,。;:\n]{{0,24}}(?:{_ROLE})(?P<v>[\u4e00-\u9fa5·]{{2,4}}?)(?=\(|,|同志|先生|女士|身份证|办理|前往|代为|作为|全权|负责)",
                    rf"(?:授权委托|授权|委托)(?:我单位|我公司|本公司|本单位|我司)?(?:的)?(?:员工|职员|工作人员|法务|律师|职工)"
                    rf"?(?P<v>(?!{_NOT_AN_AGENT}){_PERSON})(?=\(|,|同志|先生|女士|律师(?!事务所)|为|作为|代表|代为|全权|身份证|担任)",
                ),
            ),
        ),
        Field(
            "agent_id_number",
            "受托人身份证号",
            shapes.IDENTITY_NUMBER,
            (
                labelled(
                    "受托人身份证号码 受托人身份证号 受委托人身份证号码 被授权人身份证号码 被授权人身份证号 "
                    "代理人身份证号码 代理人身份证号",
                ),
                running(
                    r"(?:受托人|被授权人|代理人|受委托人|被委托人|(?:授权|委托)(?!人|方|单位|书|企业|公司)).{0,60}?"
                    r"(?<![\dA-Z])(?P<v>[1-9]\d{5}(?:19|20)\d{9}[\dXx])(?![\dA-Z])",
                ),
                belonging(
                    _AGENT,
                    labelled(*vocabulary.IDENTITY_NUMBER),
                    running(r"(?<![\dA-Z])(?P<v>[1-9]\d{5}(?:19|20)\d{9}[\dXx])(?![\dA-Z])"),
                    others=_PRINCIPAL,
                ),
            ),
        ),
        Field(
            "valid_until",
            "有效期截止",
            shapes.END_OF_PERIOD,
            (
                labelled(
                    "委托期限 授权期限 委托期间 有效期限 有效期 授权有效期 委托有效期 代理期限 授权期间 期限 "
                    "授权委托期限 有效期间 授权时间 委托时间 委托书有效期 转委托期限 转授权期限 转委托有效期 "
                    "委任期限 委任期间 委托起止 委托起止时间 委托起止日期 授权起止 起止时间 起止日期 起止期限",
                    *vocabulary.TERM_END,
                ),
                running(
                    r"(?:有效期|期限|期间)(?:限)?[:]?(?:为|是)?(?P<v>[^。;\n]{4,50})",
                    r"(?P<v>自[^。;\n]{4,20}(?:起)?至[^。;\n]{6,20})止?",
                    r"(?P<v>[^。;,\n]{6,16}前)有效",
                    r"(?P<v>自[^。;\n]{6,14}日起[^。;\n\d]{0,10}?(?:[\d一二两三四五六十]{1,3}个?[年月]))",
                    r"(?i)(?:valid|effective|force|term)[^.;\n]{0,24}?(?P<v>(?:from[^;\n]{6,24}(?:to|until|through)|until|till|through)[^;\n]{8,24})",
                    r"(?i)(?:shall|will)(?P<v>expireson?[^;\n]{8,24}|expireon[^;\n]{8,24})",
                ),
                TermFromSigning(),
            ),
        ),
    ),
    labels=words(
        "委任事项 委任权限 委托权限 代理权限 授权权限 授权范围 委托事项 授权事项 "
        "代理事项 委托内容 签发日期 日期 签署日期 执业证号 "
        "律师执业证号 执业证号码 委托人签章 委托人签名 签名 盖章 委托单位盖章 转委托事项 转委托权限 原委托人 原授权人 "
        "原受托人 原委托期限 原授权期限 原委托书",
        *vocabulary.CONTACT,
        *vocabulary.CREDIT_CODE,
        *vocabulary.LEGAL_REPRESENTATIVE,
    ),
)
