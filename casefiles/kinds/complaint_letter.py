"""控告书、报案材料: who complains of whom, to which authority, signed on which day."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.sections import listed, under
from casefiles.kinds.engine.several import Several
from casefiles.kinds.engine.ways import LastDate, labelled, running

_ACTS = ("控告", "报案", "举报", "投诉", "指控", "告发", "控")
_SUSPECTED = ("嫌疑", "犯罪嫌疑", "涉嫌", "涉嫌犯罪", "涉嫌侵权", "涉案", "侵权", "侵权嫌疑")
_WHOM = ("人", "方", "单位", "企业", "公司", "对象", "者", "主体")

_COMPLAINANT = words(
    *(act + who for act in _ACTS[:4] for who in _WHOM[:5]),
    "控告人 控告单位 报案人 报案单位 举报人 举报单位 控告方 被害单位 被害人 申请人 申请单位 权利人 投诉人 控告企业 报案企业 "
    "控告(报案)人 控告人(被害单位) 控告人名称 报案人名称 报案单位名称 控告人姓名 报案人(单位)",
)

_RESPONDENT = words(
    *(f"被{act}{who}" for act in _ACTS for who in _WHOM),
    *(f"{what}{who}" for what in _SUSPECTED for who in (*_WHOM, "人员")),
    "被申请人 被控告人名称 被控告人姓名 被举报人名称 控告对象 举报对象 报案对象 投诉对象",
)

_AUTHORITY = (
    r"[\u4e00-\u9fa5()]{2,30}(?:公安局|公安分局|分局|派出所|支队|大队|总队|检察院|人民法院|法院|警务室|管理局|监督局)"
    r"(?:[\u4e00-\u9fa5]{2,12}(?:分局|支队|大队|总队|中队|派出所|警务室))?"
)

# A person in running text: two or three signs that do not speak of a party, a place or an act.
_PERSON_NAMED = (
    r"(?![\u4e00-\u9fa5]{0,2}(?:[其该此本我被他她它们方人司店厂网商品牌案件上下述相有关部分国内外市场]|犯罪|侵权|制售|擅自|销售|生产|假冒))"
    r"[\u4e00-\u9fa5]{2,3}?"
)

# The respondent in running text, where nothing labels him.
_FIRM_THAT_DID = rf"(?P<v>{vocabulary.ORGANISATION})(?:\([^()]{{1,24}}\))?(?=涉嫌|侵犯|假冒|销售|生产|制造|印制|擅自|未经)"
_SOMEBODY = r"[\u4e00-\u9fa5]某{1,2}[甲乙丙丁]?"
_RESPONDENT_IN_TEXT = (
    rf"^(?:现|兹)?(?:特)?(?:就|针对|对|关于){_FIRM_THAT_DID}",
    rf"[,。;、)](?:现|兹)?(?:特)?(?:就|针对){_FIRM_THAT_DID}",
    rf"(?:犯罪嫌疑人|嫌疑人|被(?:控告|举报|报案)人|(?<!我)(?:经营者|老板|店主|业主|组织者))(?P<v>{_SOMEBODY})",
    rf"(?:就|针对|对|关于)[^,。;\n]{{0,12}}?(?P<v>{_SOMEBODY})(?=(?:等人?)?(?:涉嫌|侵犯|假冒|销售|生产|制造|擅自|未经))",
    rf"(?:^|[,。;])(?P<v>{_SOMEBODY})(?=(?:以营利为目的)?(?:的(?:上述)?行为)?(?:已经?|均|明显)?(?:涉嫌|侵犯|构成|触犯))",
    rf"(?:^|[,。;、])(?:投标人|投标单位|供应商|中标人|中标单位|承包商|经销商|生产商|开发商|运营商|同行|竞争对手)(?P<v>{vocabulary.ORGANISATION})(?=[^。\n]{{0,120}}(?:假冒|冒充|冒用|伪造|变造|盗用|盗版|复制|侵权|标注|未经))",
    r"(?:有个|有一个|有人|名|个|此人|老板|男子|女子|本名)(?:名)?[叫为](?:做|作)?(?P<v>[\u4e00-\u9fa5]{2,4}?)(?=的(?:人|男|女|老板|商|个体|网)|,|。|\(|;)",
    rf"(?:^|[。;)])?(?:现|兹|特)?(?:就|针对)(?P<v>{_PERSON_NAMED})(?=(?:等人?)?(?:再次|多次|长期|反复|仍然?|涉嫌|未经|擅自|销售|生产|制造|假冒|侵犯))",
    rf"追究(?P<v>{_SOMEBODY})(?:等人?)?的?(?:刑事|法律)责任",
    r"(?:控告|举报)(?P<v>[\u4e00-\u9fa5()]{4,30}?(?:公司|厂|店|经营部|中心)(?!有限|股份))(?=涉嫌|侵犯|假冒|销售)",
)

KIND = Kind(
    code="complaint_letter",
    zh="控告书、报案材料",
    place=1,
    titles={
        r".{0,24}(?:刑事)?控告[书状信函]": 10,
        r".{0,24}报[案警](?:材料|书|信|函|报告|说明)(?:书)?": 10,
        r"(?:刑事)?(?:举报|报案|控告)[书信状]?": 9,
        r".{0,20}(?:举报|投诉举报|控告)(?:信|书|材料|函)": 8,
        r".{0,20}(?:举报|报案|控告)(?:的)?(?:申请|请求|陈述|登记)(?:书|信|函|表)?": 9,
        r"关于.{2,40}(?:控告|报案|举报)(?:的)?(?:书|材料|报告|函|情况说明)?": 9,
        r".{0,12}(?:请求|申请)(?:公安机关)?(?:刑事)?立案(?:侦查)?(?:的)?(?:申请)?书?": 8,
    },
    subjects={
        r"请求立案|报案|控告|举报|报警|立案侦查|刑事立案": 6,
        r"关于.{2,40}(?:被(?:侵权|侵犯|假冒|盗版|窃取)|涉嫌|查处).{0,24}": 5,
    },
    cues={
        r"(?:被控告|被举报|犯罪嫌疑)[人单]": 2.0,
        r"^此致$|此致\n": 1.2,
        r"(?:控告|报案|举报)(?:请求|事项|事由|诉求)": 2.0,
        r"事实(?:与|和|及)理由": 1.2,
        r"立案侦查|追究.{0,12}刑事责任": 1.6,
        r"^(?:控告|报案|举报)(?:人|单位|方|企业)": 1.0,
        rf"\A(?:.{{0,40}}\n){{0,3}}?(?:致|尊敬的)?:?{_AUTHORITY}(?:各位)?(?:领导|警官|同志)?:$": 1.5,
        r"现?(?:就|针对|对|将).{2,60}(?:报案|提出控告|提起控告|进行控告|举报)": 1.5,
        r"(?:控告|报案|举报)(?:人|单位|方|企业).{0,80}(?:控告|报案|举报|追究|立案)": 0.5,
        r"敬礼": 0.3,
        r"(?:恳请|敬请|请求?)(?:贵局|贵队|公安机关|警方)|涉嫌(?:构成)?[^。]{2,16}罪": 0.8,
        r"兹证明|现授权|特委托": -1.5,
    },
    file_names=(r"控告|报案|举报",),
    fields=(
        Field(
            "complainant",
            "控告人",
            shapes.PARTY,
            (
                Several(_COMPLAINANT, _RESPONDENT),
                labelled(*_COMPLAINANT),
                under(_COMPLAINANT, *vocabulary.PARTY_NAME, others=_RESPONDENT),
                running(
                    rf"(?P<v>{vocabulary.ORGANISATION})\((?:以下|下)?简?称:?[“\"]?(?:我|本)(?:公司|司|单位|厂|方|店|院|所)",
                    rf"(?:{vocabulary.SELF}|本人)[(,]?(?P<v>{vocabulary.ORGANISATION})(?!\))",
                    rf"^(?P<v>{vocabulary.ORGANISATION})\n?(?:\((?:加?盖?公?章|盖章|印章)\))?\n(?=[\d二].{{6,14}}$)",
                ),
            ),
        ),
        Field(
            "respondent",
            "被控告人",
            shapes.PARTIES,
            (
                labelled(*_RESPONDENT),
                under(_RESPONDENT, *vocabulary.PARTY_NAME, others=_COMPLAINANT),
                listed(_RESPONDENT),
                running(*_RESPONDENT_IN_TEXT),
            ),
            many=True,
        ),
        Field(
            "addressed_to",
            "受文机关",
            shapes.AUTHORITY,
            (
                running(rf"此致[,:]?[\n\t]?(?P<v>{_AUTHORITY})", confidence=0.95),
                running(
                    rf"^(?:致|呈|报送|主送|尊敬的|(?:受文|受理|主送|报送)机关)?[:]?(?P<v>{_AUTHORITY})(?:各位)?(?:领导|警官|同志)?[:,]?$"
                ),
                labelled("受文机关 受理机关 主送机关 报送机关 致 呈 主送"),
                running(rf"向(?P<v>{_AUTHORITY})(?:控告|报案|举报)"),
            ),
        ),
        Field(
            "signed_on",
            "落款日期",
            shapes.DAY,
            (
                LastDate(0.9),
                labelled(
                    "控告日期 报案日期 报案时间 日期",
                    *vocabulary.SIGNED_ON,
                ),
            ),
        ),
    ),
    labels=words(
        "委托代理人 代理人 诉讼代理人 案由 举报事由 控告事由 报案事由 举报请求 举报事项 控告请求 请求事项 控告事项 "
        "报案请求 事实与理由 事实和理由 事实及理由 "
        "控告理由 附件 附 证据目录 涉嫌罪名 被控告人地址 被控告人住所 被控告人住所地 此致 发案时间 案发时间 案发地点 "
        "主要事实 被报案人住所 被报案人住址 被报案人地址 被举报人住所 被举报人地址 被控告单位住所 被控告单位地址 涉案地址",
        *vocabulary.CONTACT,
        *vocabulary.CREDIT_CODE,
        *vocabulary.LEGAL_REPRESENTATIVE,
        *vocabulary.IDENTITY_NUMBER,
    ),
)
