"""许可使用合同、授权书: a holder lets another use the right."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.ways import LastDate, labelled, running

_ORGANISATION = vocabulary.ORGANISATION
_RELATED = r"(?:(?:其|我公司|本公司|我司)?的?(?:全资|控股|下属|关联)*(?:子公司|分公司|关联公司|下属公司|关联企业))?"

KIND = Kind(
    code="license_agreement",
    zh="许可使用合同、授权书",
    place=10,
    titles={
        r".{0,30}(?:商标|专利|著作权|作品|软件|技术|品牌|版权).{0,12}(?:许可|授权|使用).{0,8}(?:合同|协议)(?:书)?": 10,
        r".{0,20}(?:实施)?(?:许可|使用许可|许可使用)(?:合同|协议)(?:书)?": 10,
        r".{0,24}出版(?:发行)?(?:权)?(?:许可|授权)(?:合同|协议)(?:书)?": 9.5,
        # Contracts of publishing and filming license or hand over: what they give decides (see ownership_proof).
        r".{0,24}(?:出版|改编|摄制|拍摄|影视|翻译)(?:发行)?(?:权)?(?:合同|协议)(?:书)?": 8,
        r".{0,24}(?:商标|专利|著作权|品牌|作品|软件|版权|独占|排他|产品|经销|销售|使用)(?:使用|许可|实施|独家|经营)"
        r"?授权(?:证明|证)?书": 9.5,
        r".{0,30}(?:独家|独占|排他|专有|传播权|使用权|发行权|复制权|著作权|版权)(?:使用|许可|独家)?"
        r"(?:授权|许可)(?:证明)?(?:书|函)": 9.5,
        r".{0,30}(?:商标|专利|著作权|品牌|版权|作品|软件).{0,8}(?:使用|许可|独家|独占|经营|销售).{0,8}"
        r"授权(?:证明)?(?:书|函)": 9.5,
        r".{0,12}授权(?:使用|经营|经销|销售|生产|代理)?(?:合同|协议)(?:书)?": 8,
        r".{0,16}(?:维权|打假)(?:的)?授权(?:委托)?(?:书|证明)": 3,
        r"授权书": 5,
        r"(?i).{0,40}licen[cs]e(?:agreement|contract)": 10,
        r"(?i)(?:letterof|trademark|exclusive){0,2}authori[sz]ation(?:letter)?": 7,
        r".{0,20}授权证(?:明书?|书)": 6,
        r".{0,16}(?:商标|专利)(?:权)?转让(?:合同|协议)(?:书)?": 8,
        r"商标使用许可备案(?:通知书|公告)": 8,
    },
    subjects={
        r"(?:使用|经销|销售|生产|经营|代理|独家|独占|品牌|商标|传播权)授权|授权(?:使用|经销|销售|经营|确认)|许可使用|"
        r"使用许可|许可备案": 6.5,
        r"(?:特许经营|代理|经销|分销|加盟|代工|委托加工)(?:\(.{1,6}\))?(?:合同|协议)": 6,
    },
    cues={
        r"许可(?:使用|实施)": 1.6,
        r"(?:从未|从没有?|未曾)(?:以任何(?:方式|形式))?(?:授权|许可|同意)": -4.0,
        r"被许可(?:人|方)": 1.6,
        r"以(?:其|自己|自身|被授权(?:人|方|单位))的?名义": 2.0,
        r"(?:独占|排他|普通)(?:使用|实施)?许可": 1.6,
        r"许可(?:期限|范围|费|使用费)": 1.2,
        r"授权.{0,40}(?:使用|生产|销售|经营).{0,40}(?:商标|品牌|产品|作品|软件)": 2.0,
        r"甲方|乙方|许可人": 0.4,
        r"被?授权(?:方|商|单位|企业|公司)": 1.0,
        r"授予.{0,30}(?:权利|使用权|出版权)": 1.6,
        r"非(?:专有|独占|独家)": 2.5,
        r"(?i)(?:licen[cs]e|authori[sz]e)[^.]{0,200}use[^.]{0,30}(?:trademark|mark|work|patent|software)": 2.5,
        r"(?i)licensor|licensee": 1.6,
        r"授权(?:区域|地域|渠道|产品|品牌|作品|商标|权利|性质|权项)": 1.0,
        r"代理人|受托人|委托权限|代理权限": -2.0,
        r"保密义务|竞业限制": -1.0,
        r"鉴定|比对|此致": -1.0,
    },
    file_names=(r"许可|授权书|合同",),
    fields=(
        Field(
            "party_a",
            "甲方（许可方）",
            shapes.PARTY,
            (
                labelled(
                    "许可人 许可方 授权人 授权方 授权单位 甲方 甲方(许可方) 许可人(甲方) 许可方(甲方) 授权方(甲方) "
                    "甲方(授权方) 商标权人 转让方 转让人 授权公司 "
                    "著作权人(甲方) 甲方(著作权人) 权利人(甲方) 作者(甲方) 甲方(作者)",
                ),
                running(
                    rf"(?:我公司|本公司|我单位|兹有|我司)[((,]?(?P<v>{_ORGANISATION})",
                    rf"^(?:兹)?(?P<v>{_ORGANISATION})(?:作为|系|是|现|兹|特)",
                    rf"^(?P<v>{_ORGANISATION}){vocabulary.SEALED}",
                ),
            ),
        ),
        Field(
            "party_b",
            "乙方（被许可方）",
            shapes.PARTY,
            (
                labelled(
                    "被许可人 被许可方 被授权人 被授权方 被授权单位 乙方 乙方(被许可方) 被许可人(乙方) "
                    "被许可方(乙方) 被授权方(乙方) 乙方(被授权方) 受让方 受让人 被授权公司 "
                    "出版者(乙方) 乙方(出版者) 出版者 出版社(乙方)",
                ),
                running(
                    rf"(?:授权|许可)(?:给|予)?{_RELATED}(?P<v>{_ORGANISATION})(?=为|在|作为|使用|独占|独家|生产|销售|,|:|\(|自|"
                    rf"于|经营|以|排他)",
                ),
            ),
        ),
        Field(
            "signed_on",
            "签订日期",
            shapes.DAY,
            (
                labelled(
                    "授权日期 日期 签发日期 签订时间",
                    *vocabulary.SIGNED_ON,
                ),
                running(r"(?:于|本合同)(?P<v>[^。;\n]{8,14})(?:在.{2,12})?签订"),
                LastDate(),
            ),
        ),
    ),
    labels=words(
        "许可期限 授权期限 许可范围 授权范围 许可方式 许可使用费 许可商标 授权区域 授权地域 授权产品 授权内容 "
        "合同编号 编号 签订地点 签约地点 鉴于 甲方盖章 乙方盖章 有效期 授权事项 授权代表 授权商标 "
        "授权作品 授权权利 授权性质 授权权项",
        *vocabulary.CONTACT,
        *vocabulary.CREDIT_CODE,
        *vocabulary.LEGAL_REPRESENTATIVE,
        *vocabulary.IDENTITY_NUMBER,
    ),
)
