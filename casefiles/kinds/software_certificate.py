"""计算机软件著作权登记证书."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.layout import Sheet
from casefiles.kinds.engine.model import Candidate, Field, Kind, Shape
from casefiles.kinds.engine.patterns import compiled
from casefiles.kinds.engine.ways import labelled, running

_ROWS = compiled(
    r"^软件(?:名称|全称)[:]?(?P<name>[^\n]{2,60})\n[\[(【]简称[^\])】\n]{1,40}[\])】]\n?(?P<version>[Vv]\d[\d.]{0,8})$",
)


@dataclass(frozen=True, slots=True)
class NameInRows:
    """The name and its version on rows of their own, the short name in brackets on a row between them."""

    def find(self, sheet: Sheet, shape: Shape, other_labels: Iterable[str]) -> Iterator[Candidate]:
        match = _ROWS.search(sheet.flow.text)
        value = shape.read(match["name"] + match["version"]) if match else None
        if match and value:
            yield Candidate(value, sheet.flow.owner[match.start("name")], 0.9)


KIND = Kind(
    code="software_certificate",
    zh="计算机软件著作权登记证书",
    place=14,
    told_apart_by="registration_no",
    titles={
        r"(?:中华人民共和国)?(?:国家版权局)?(?:计算机)?软件(?:著作权|版权)登记(?:证书|证明|证)(?:\(?(?:复印件|副本)\)?)?": 10,
        r"计算机软件著作权": 6,
        r"软件著作权证书?": 8,
    },
    subjects={
        r"软件(?:著作权|版权)?登记|软著|软件著作权": 8,
    },
    cues={
        r"软著登字": 2.5,
        r"\d{4}SR\d{5,}": 1.8,
        r"软件名称": 1.5,
        r"开发完成日期": 1.2,
        r"权利取得方式": 1.0,
        r"首次发表日期|权利范围": 0.7,
        r"《?计算机软件(?:保护条例|著作权登记办法)》?": 1.5,
        r"著作权人": 0.5,
        r"控告|许可人|甲方|鉴定意见|比对|相似度": -2.5,
    },
    file_names=(r"软著|软件.{0,4}著作权|软件.{0,4}登记",),
    fields=(
        Field(
            "registration_no",
            "登记号",
            shapes.SOFTWARE_NUMBER,
            (
                labelled("登记号 软件登记号 著作权登记号 软著登记号 登记编号 软件著作权登记号"),
                running(r"(?<![0-9A-Za-z])(?P<v>\d{4}SR[A-Z]?\d{5,8})"),
                labelled("证书号 编号 证书编号"),
            ),
        ),
        Field(
            "software_name",
            "软件名称",
            shapes.TITLE,
            (
                NameInRows(),
                labelled("软件全称 软件名称 软件名称及版本号 名称 软件全称及版本号"),
                running(r"软件[《“](?P<v>[^》”\n]{2,60})[》”]"),
            ),
        ),
        Field(
            "owner",
            "著作权人",
            shapes.PARTIES,
            (labelled("著作权人 著作权人(国籍) 著作权人名称 权利人 著作权人姓名或名称 著作权所有人 版权所有人"),),
        ),
    ),
    labels=words(
        "证书号 版本号 软件简称 简称 开发完成日期 首次发表日期 权利取得方式 权利范围 登记日期 发证日期 分类号 流水号 "
        "登记机构 开发方式 发表状态 开发完成时间 首次发表时间 国家版权局 No.",
        *vocabulary.CONTACT,
    ),
)
