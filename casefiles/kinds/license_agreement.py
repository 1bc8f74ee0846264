"""许可使用合同、授权书: a holder lets another use the right."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.ways import LastDate, labelled, running

_ORGANISATION = vocabulary.ORGANISATION

KIND = Kind(
    code="license_agreement",
    zh="许可使用合同、授权书",
    place=10,
    titles={
        r".{0,30}(?:商标|专利|著作权|作品|软件|技术|品牌|版权).{0,12}(?:许可|授权|使用).{0,8}(?:合同|协议)(?:书)?": 10,
        r".{0,20}(?:实施)?(?:许可|使用许可|许可使用)(?:合同|协议)(?:书)?": 10,
        r".{0,24}(?:图书|作品|音像|电子|数字|专有)?出版(?:发行)?(?:权)?(?:许可|授权)?(?:合同|协议)(?:书)?": 9.5,
        r".{0,24}(?:商标|专利|著作权|品牌|作品|软件|版权|独占|排他|产品|经销|销售|使用)(?:使用|许可|实施|独家|经营)"
        r"?授权(?:证明)?书": 9.5,
        r".{0,12}授权(?:使用)?(?:合同|协议)(?:书)?": 8,
        r"授权书": 5,
        r"授权证明书?": 6,
        r".{0,16}(?:商标|著作权|专利(?:权)?|软件著作权)转让(?:合同|协议)(?:书)?": 8,
        r"商标使用许可备案(?:通知书|公告)": 8,
    },
    cues={
        r"许可(?:使用|实施)": 1.6,
        r"被许可(?:人|方)": 1.6,
        r"(?:独占|排他|普通)(?:使用|实施)?许可": 1.6,
        r"许可(?:期限|范围|费|使用费)": 1.2,
        r"授权.{0,40}(?:使用|生产|销售|经营).{0,40}(?:商标|品牌|产品|作品|软件)": 2.0,
        r"甲方|乙方|许可人": 0.4,
        r"专有(?:使用权|出版权)|授予.{0,30}(?:权利|使用权|出版权)": 1.6,
        r"授权(?:区域|地域|渠道|产品|品牌)": 1.0,
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
                    rf"^(?P<v>{_ORGANISATION})\(?(?:盖章|公章|签章)",
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
                    rf"(?:授权|许可)(?:给|予)?(?P<v>{_ORGANISATION})(?=为|在|作为|使用|独占|独家|生产|销售|,|\(|自|"
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
        "合同编号 编号 签订地点 签约地点 鉴于 甲方盖章 乙方盖章 有效期 授权事项 授权代表 授权商标",
        *vocabulary.CONTACT,
        *vocabulary.CREDIT_CODE,
        *vocabulary.LEGAL_REPRESENTATIVE,
        *vocabulary.IDENTITY_NUMBER,
    ),
)
