"""作品登记证书: a work registered with the copyright office."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.ways import labelled, running

KIND = Kind(
    code="copyright_certificate",
    zh="作品登记证书",
    place=13,
    told_apart_by="registration_no",
    titles={
        r"(?:中华人民共和国)?(?:国家版权局)?(?:著作权|版权|作品(?:著作权)?|美术作品)(?:自愿)?登记(?:证书|证)"
        r"(?:\(?(?:复印件|副本)\)?)?": 10,
        r"作品(?:自愿)?(?:版权)?登记证书?": 10,
    },
    subjects={
        r"(?:作品|著作权|版权|制品)(?:自愿)?登记": 9,
    },
    cues={
        r"作登字": 3.0,
        r"作品(?:/制品)?(?:名称|类别)": 1.5,
        r"作品登记": 1.2,
        r"(?:创作完成|首次发表)(?:时间|日期)": 1.0,
        r"(?:著作权人|作者)": 0.6,
        r"登记(?:机构|机关|日期)": 0.6,
        r"《作品自愿登记试行办法》": 2.0,
        r"软件名称|软著登字|计算机软件": -4.0,
        r"控告|许可人|甲方|鉴定|比对": -2.0,
    },
    file_names=(r"作品登记|著作权登记|版权登记",),
    fields=(
        Field(
            "registration_no",
            "登记号",
            shapes.WORK_NUMBER,
            (
                labelled("登记号 作品登记号 登记证号 证书编号 登记编号 编号 作登字号"),
                running(r"(?P<v>[\u4e00-\u9fa5]作登字-?\d{2,4}-?(?:\d{4}-)?(?:[A-Z]-?)?\d{4,9})"),
            ),
        ),
        Field(
            "work_title",
            "作品名称",
            shapes.TITLE,
            (
                labelled("作品/制品名称 作品名称 作品(制品)名称 制品名称 作品题目 名称 作品"),
                running(r"作品《(?P<v>[^》\n]{1,40})》", r"《(?![^》]*(?:办法|条例|法)》)(?P<v>[^》\n]{1,40})》"),
            ),
        ),
        Field(
            "owner",
            "著作权人",
            shapes.PARTIES,
            (
                labelled(
                    "著作权人 著作权人名称 著作权人姓名或名称 著作权人(国籍) 权利人 版权所有人 著作权所有人 "
                    "著作权人姓名 著作权归属 申请者 申请人",
                ),
                running(r"(?:著作权人|申请者|由)(?P<v>[\u4e00-\u9fa5()]{4,30}?(?:公司|工作室|中心|社|厂)(?!有限|股份))"),
            ),
        ),
    ),
    labels=words(
        "作品类别 作品类型 制品类别 类别 制作者 表演者 首次制作日期 首次出版日期 作者 作者姓名 创作完成日期 创作完成时间 "
        "首次发表日期 首次发表时间 "
        "首次出版/制作日期 登记日期 登记机构 登记机构签章 登记机关 发证日期 创作性质 发表状态 首次发表地点 "
        "权利取得方式 权利归属方式 国籍",
        *vocabulary.CONTACT,
    ),
)
