"""续展、变更、转让证明: what happened to a registered mark after its registration."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.ways import labelled, running

KIND = Kind(
    code="trademark_renewal",
    zh="续展、变更、转让证明",
    place=9,
    told_apart_by="registration_no",
    titles={
        r"(?:核准)?(?:注册)?商标(?:转让|移转|续展|变更)(?:/移转)?(?:注册)?(?:的)?证明(?:书)?": 10,
        r"(?:核准)?(?:商标)?(?:续展|转让|变更|移转)(?:商标)?(?:注册)?证明(?:书)?": 10,
        r"(?:核准)?(?:商标)?(?:续展注册|转让注册|变更注册|变更商标(?:申请人/)?注册人名义(?:/地址)?|"
        r"变更注册人名义(?:/地址)?)证明(?:书)?": 10,
        r"变更.{0,20}证明": 7,
        r"核准.{0,20}(?:续展|转让|变更).{0,8}(?:通知书|证明)": 9,
    },
    subjects={
        r"商标.{0,12}(?:续展|转让|变更|移转)|(?:续展|转让|变更).{0,12}商标|注册人.{0,8}(?:变更|转让)|变更注册人.{0,4}|"
        r"核准(?:续展|转让|变更)": 7,
    },
    cues={
        r"(?:核准|准予)(?:上述|该|第)?.{0,20}(?:续展|转让|变更|移转)": 2.6,
        r"(?:续展注册)?有效期(?:自|至)": 0.8,
        r"受让人|转让人": 1.6,
        r"(?:变更前|变更后|原注册人|续展后|续展(?:注册)?人)": 1.6,
        r"续展(?:后)?(?:的)?(?:注册)?有效期|(?:变更|转让)(?:前|后)(?:的)?(?:注册人|名义|名称)|核准(?:续展|变更|转让)": 1.4,
        r"兹核准|特此证明": 0.8,
        r"甲方|乙方|鉴别|控告|许可": -2.0,
        # The register of companies tells of a company's own changes, not of a mark's.
        r"市场(?:和质量)?监督管理局|行政审批局|登记机关|(?:准予|核准)[^。\n]{0,8}变更登记|股东|注册资本": -4.0,
    },
    file_names=(r"续展|转让证明|变更证明",),
    fields=(
        Field(
            "registration_no",
            "注册号",
            shapes.TRADEMARK_NUMBER,
            (
                labelled("商标注册号 注册证号 注册号 商标注册证号 商标号 注册商标号"),
                running(r"(?<![字\])〕】号])第(?P<v>G?\d{4,9}[A-Z]?)号"),
            ),
        ),
        Field(
            "valid_until",
            "有效期至",
            shapes.LAST_DAY,
            (
                labelled(
                    "续展注册有效期 续展有效期 续展注册有效期限 注册有效期 有效期 有效期限 有效期至 专用权期限 "
                    "续展注册有效期至 续展后有效期 商标有效期至 商标有效期 商标专用权期限 专用期限 续展有效期至",
                    *vocabulary.TERM_END,
                ),
                running(
                    r"有效期[^\d一二]{0,10}(?P<v>[^。;\n]{8,50})",
                    r"(?P<v>自(?:公元)?[\d一二][^。;\n]{6,20}至[^。;\n]{8,16})",
                ),
            ),
        ),
    ),
    labels=words(
        "注册商标 续展注册人 续展人 受让人名称 转让人名称 转让人地址 变更前注册人名义 变更后注册人名义 变更前名义 "
        "变更后名义 变更前地址 变更后地址 "
        "原注册人名称",
        "商标 商标名称 类别 国际分类 转让人 受让人 受让人地址 注册人 变更前 变更后 变更事项 核准日期 核准续展日期 "
        "发文日期 原注册人 核定使用商品 发证机关",
        *vocabulary.CONTACT,
    ),
)
