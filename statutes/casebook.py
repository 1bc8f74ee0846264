"""The project's own precedents: one TOML file each, read as strictly as the instruments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from statutes.catalogue import Fields, read_toml
from statutes.folding import fold_name
from statutes.model import Precedent

PRECEDENTS_FOLDER = Path(__file__).parent / "precedents"
AUTHORITIES = {
    "guiding_spc": "最高人民法院指导性案例",
    "guiding_spp": "最高人民检察院指导性案例",
    "gazette": "《最高人民法院公报》案例",
    "reference": "《刑事审判参考》案例",
    "journal": "《人民司法》案例",
    "typical_national": "全国典型案例",
    "announced_spp": "最高人民检察院通报案例",
    "typical_local": "地方典型案例",
}
"""Levels of authority, from the weightiest down."""
OUTCOMES = {
    "guilty": "认定有罪",
    "acquitted": "宣告无罪",
    "prosecution_withdrawn": "撤回起诉",
    "case_withdrawn": "撤销案件",
    "plaintiff_wins": "支持权利人",
    "claims_rejected": "未支持权利人",
    "interim_order": "裁定保全",
}
"""How a case ended."""
ADVERSE = frozenset({"acquitted", "prosecution_withdrawn", "case_withdrawn", "claims_rejected"})
"""The outcomes that went against whoever complained or sued."""
METRICS = {
    "illegal_gains": "违法所得数额",
    "illegal_gains_service": "违法所得数额（服务商标）",
    "illegal_business": "非法经营数额",
    "sales_amount": "销售金额",
    "unsold_value": "货值金额（尚未销售）",
    "label_count": "标识件数",
    "unsold_label_count": "尚未销售标识件数",
    "copies": "复制件数量",
    "unsold_copies": "尚未销售复制件数量",
    "works_online": "通过信息网络传播作品数量",
    "downloads": "下载数量",
    "clicks": "点击数量",
    "members": "注册会员数量",
    "direct_loss": "给专利权人造成的直接经济损失",
    "loss": "给商业秘密权利人造成的损失数额",
}
"""What a figure of a case may be of; the names are those of the interface."""
_LARGEST_FIGURE = 10**14
CITED_PRECEDENT = re.compile(r"(?:检例|指导性?案例|刑参|刑事审判参考)第?\d{1,4}号?")


@cache
def bundled_precedents() -> tuple[Precedent, ...]:
    """Every precedent delivered with the project."""
    return load_precedents(PRECEDENTS_FOLDER)


def load_precedents(folder: Path) -> tuple[Precedent, ...]:
    """Read every ``*.toml`` of ``folder``. Raises CatalogueError for the first file that may not be used."""
    return tuple(load_precedent(path) for path in sorted(folder.glob("*.toml")))


def load_precedent(path: Path) -> Precedent:
    """One file, one precedent; its code is the name of the file."""
    data = read_toml(path)
    fields = Fields(path, data)
    _check_choices(fields)
    return Precedent(
        code=path.stem,
        title=fields.text("title"),
        authority=fields.text("authority"),
        source=fields.text("source"),
        grade=fields.grade(),
        number=data.get("number", ""),
        court=fields.text("court"),
        case_number=data.get("case_number", ""),
        decided_in=data.get("decided_in"),
        offences=tuple(data.get("offences", ())),
        cause=data.get("cause", ""),
        articles=tuple(data.get("articles", ())),
        bears_on=tuple(data.get("bears_on", ())),
        facts=fields.text("facts"),
        holding=fields.text("holding"),
        amounts=fields.text("amounts"),
        figures=figures_from(data.get("figures", {})),
        sentence=fields.text("sentence"),
        outcome=fields.text("outcome"),
        overtaken=data.get("overtaken", ""),
        tags=tuple(data.get("tags", ())),
        aliases=tuple(data.get("aliases", ())),
    )


def figures_from(data: object) -> tuple[tuple[str, Decimal], ...]:
    """Figures from their written form, ``{"loss": 1280000}``. Raises ValueError for a name or amount there cannot be."""
    if not isinstance(data, Mapping) or data.keys() - METRICS.keys():
        raise ValueError(f"应为数额名称与数额，名称为 {'、'.join(METRICS)} 之一")
    try:
        figures = tuple((name, Decimal(str(value))) for name, value in data.items())
    except InvalidOperation:
        raise ValueError("数额应为数字") from None
    if not all(value.is_finite() and 0 < value < _LARGEST_FIGURE for _, value in figures):
        raise ValueError("数额应大于零，不到一百万亿")
    return figures


def _check_choices(fields: Fields) -> None:
    """What an own case must say in known words: its level, how it ended, what it is about, what it is linked with."""
    data = fields.data
    for name, choices in (("authority", AUTHORITIES), ("outcome", OUTCOMES)):
        if fields.text(name) not in choices:
            raise fields.refusal(name, f"应为 {'、'.join(choices)} 之一")
    if not isinstance(data.get("decided_in"), int | None):
        raise fields.refusal("decided_in", "应为年份数字")
    if not all(str(name).endswith("罪") for name in data.get("offences", ())):
        raise fields.refusal("offences", "应为罪名；没有罪名的案件写 cause（案由）")
    for one, other in (("offences", "cause"), ("articles", "bears_on")):
        if not data.get(one) and not data.get(other):
            raise fields.refusal(one, f"与 {other} 至少写一项")
    try:
        figures_from(data.get("figures", {}))
    except ValueError as problem:
        raise fields.refusal("figures", str(problem)) from None


def by_name(precedents: Iterable[Precedent]) -> dict[str, Precedent]:
    """Precedents by every name in its bare form: titles, numbers, short forms, then short titles that mean one case only.
    The first to claim a name keeps it."""
    held = tuple(precedents)
    named = ((name, one) for one in held for name in (one.title, one.number, *_dockets(one), *one.aliases))
    found: dict[str, Precedent] = {}
    for name, precedent in named:
        if name:
            found.setdefault(bare_name(name), precedent)
    short = [(name, one) for one in held for name in set(map(bare_name, _short_titles(one)))]
    times = Counter(name for name, _ in short)
    return {name: one for name, one in short if times[name] == 1} | found


def _dockets(precedent: Precedent) -> list[str]:
    return re.findall(r"[（(]\d{4}[）)].*?号", precedent.case_number)


def _short_titles(precedent: Precedent) -> Iterable[str]:
    """郭明升案, 郭明升假冒注册商标案 for 郭明升、郭明锋、孙淑标假冒注册商标案: the first party with and without the offence;
    番茄花园 for 番茄花园案."""
    for offence in precedent.offences:
        cause = offence.removesuffix("罪")
        parties, found, _ = precedent.title.partition(cause)
        first = re.split(r"、|等(?:.{0,4}人)?$|涉嫌$", parties)[0]
        if found and first and "某" not in first:
            yield from (f"{first}案", f"{first}{cause}案")
    yield from (alias.removesuffix("案") for alias in precedent.aliases if alias.endswith("案"))


def bare_name(name: str) -> str:
    """A precedent's name as names are compared: ``检例98`` for 检例第98号."""
    folded = fold_name(name)
    return re.sub(r"第?(\d+)号$", r"\1", folded.replace("指导性案例", "指导案例").replace("刑事审判参考", "刑参"))
