"""商标注册证: registration number, mark, registrant, classes and the end of the term."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.alone import StandsAlone
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.ways import labelled, running

KIND = Kind(
    code="trademark_certificate",
    zh="商标注册证",
    place=8,
    told_apart_by="registration_no",
    titles={
        r"(?:中华人民共和国)?(?:国家知识产权局|国家工商行政管理总局商标局)?商标注册证(?:书)?(?:\(?(?:复印件|电子版|"
        r"副本|打印件)\)?)?": 10,
        r"(?:中华人民共和国)?商标注册证(?:书)?第?G?\d{4,9}[A-Z]?号": 10,
        r"(?:注册)?商标(?:注册)?(?:档案|信息|详情|详细信息|证明)(?:信息|查询|页|单)?(?:结果)?": 6,
        r"商标注册证明": 7,
    },
    subjects={
        r"(?:注册)?商标(?:国际)?(?:注册)?(?:证|档案|信息|证明)|(?:国际|马德里)(?:商标)?注册": 6,
    },
    cues={
        r"变更前|变更后|受让人|续展后|续展(?:注册)?人": -2.0,
        r"核定使用(?:的)?(?:商品|服务)": 2.4,
        r"注册有效期(?:限)?|专用(?:权)?期限": 1.5,
        r"国际分类|(?:第\d{1,2}类)": 0.8,
        r"(?:商标)?注册人(?:名称)?": 1.2,
        r"(?:商标)?注册号|第G?\d{5,9}号": 0.8,
        r"注册公告日期|初审公告": 0.8,
        r"发证机关|(?:局长)(?:签发)?": 0.5,
        r"(?:转让|续展|变更)(?:注册)?(?:证明|申请)": -2.0,
        r"许可人|被许可人|甲方|鉴别|鉴定|比对|控告|委托": -2.0,
    },
    file_names=(r"商标(?:注册)?证",),
    fields=(
        Field(
            "registration_no",
            "注册号",
            shapes.TRADEMARK_NUMBER,
            (
                running(r"第(?P<v>G\d{6,7}[A-Z]?)号", confidence=0.95),
                labelled("商标注册号 注册证号 商标注册证号 注册号/申请号 注册号 申请/注册号 注册编号 国际注册号 商标号 证书号"),
                running(r"第(?P<v>G?\d{4,9}[A-Z]?)号(?!公告)", r"(?:No\.?|NO\.?|注册号)[:]?(?P<v>G?\d{4,9}[A-Z]?)"),
            ),
        ),
        Field(
            "mark",
            "商标",
            shapes.TITLE,
            (
                labelled("商标名称 商标文字 商标标识 商标图样 注册商标 商标"),
                running(
                    r"第G?\d{4,9}[A-Z]?号[“\"「](?P<v>[^”\"」\n]{1,40})[”\"」]",
                    r"[“「](?P<v>[^”」\n]{1,40})[”」](?:注册)?商标",
                    r"商标注册证(?:书)?\n(?P<v>(?!第G?\d)[^\n:()]{1,24})\n(?:核定|注册人|第\d{1,2}类)",
                    r"商标注册证(?:书)?\n(?P<v>[^\n:()]{1,24})\n第G?\d{4,9}[A-Z]?号",
                    r"第G?\d{4,9}[A-Z]?号\n(?P<v>(?!商标注册)[^\n:()]{1,24})\n(?:核定|注册人|第\d{1,2}类)",
                    r"第G?\d{4,9}[A-Z]?号(?P<v>(?!注册|的|商标)[^\n:()。,;号第]{1,24}?)(?:注册)?商标",
                ),
                StandsAlone(above=r".*商标注册证(?:明|书)?(?:\(.*\))?", below=r"^(?:核定|国际分类|商品)"),
            ),
        ),
        Field(
            "registrant",
            "注册人",
            shapes.PARTY,
            (
                labelled(
                    "商标注册人 注册人名称 注册人 注册人名义 权利人 商标权人 商标权利人 专用权人 申请人 申请人名称 商标专用权人"
                ),
            ),
        ),
        Field(
            "classes",
            "类别",
            shapes.CLASSES,
            (
                running(
                    r"(?:国际分类|核定使用(?:的)?(?:商品|服务)(?:项目)?\((?:商品)?类别?)[第号类:(]{0,3}(?P<v>\d{1,2}(?:[、,\d第类和及]{0,40}))",
                    r"核定使用(?:的)?(?:商品|服务)?[^第\n]{0,12}(?P<v>第\d{1,2}类(?:[、,和及]?第?\d{1,2}类?)*)",
                ),
                labelled("国际分类号 国际分类 类别 商品类别 类号 商品/服务类别 尼斯分类 商品国际分类 分类"),
                running(r"(?P<v>第\d{1,2}类(?:[、,和及]第?\d{1,2}类?)*)"),
            ),
        ),
        Field(
            "valid_until",
            "有效期至",
            shapes.LAST_DAY,
            (
                running(r"续展(?:注册)?(?:后)?(?:的)?(?:有效期|专用(?:权)?期)?(?:限)?(?:延)?[至到](?P<v>[\d二][^,。;\n]{7,12})"),
                labelled(
                    "注册有效期限 注册有效期 专用权期限 专用期限 有效期限 有效期至 有效期 注册有效期至 商标有效期 "
                    "商标专用权期限 续展有效期至 权利期限 专用期",
                    *vocabulary.TERM_END,
                ),
                running(
                    r"(?:有效期|专用(?:权)?期)[^\d一二]{0,12}(?P<v>[^。;\n]{8,50})",
                    r"(?P<v>自(?:公元)?[\d一二][^。;\n]{6,20}至[^。;\n]{8,16})",
                ),
            ),
        ),
    ),
    labels=words(
        "注册日 注册日期 注册公告日期 注册公告日 初审公告日期 申请日期 核定使用商品/服务项目 核定使用商品/服务 核定使用商品 "
        "核定使用的商品 核定服务项目 核定使用服务 注册人地址 发证机关 发证日期 局长 代理机构 商标类型 商标状态 "
        "法律状态 核定商品 使用商品 商品/服务 国家知识产权局",
        *vocabulary.CONTACT,
    ),
)
