"""The project's own precedents: one TOML file each, read as strictly as the instruments."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
    if fields.text("authority") not in AUTHORITIES:
        raise fields.refusal("authority", f"应为 {'、'.join(AUTHORITIES)} 之一")
    if data.get("outcome", "") not in ("", *OUTCOMES):
        raise fields.refusal("outcome", f"应为 {'、'.join(OUTCOMES)} 之一")
    if not isinstance(data.get("decided_in"), int | None):
        raise fields.refusal("decided_in", "应为年份数字")
    return Precedent(
        code=path.stem,
        title=fields.text("title"),
        authority=fields.text("authority"),
        source=fields.text("source"),
        grade=fields.grade(),
        number=data.get("number", ""),
        court=data.get("court", ""),
        case_number=data.get("case_number", ""),
        decided_in=data.get("decided_in"),
        offences=tuple(data.get("offences", ())),
        articles=tuple(fields.texts("articles")),
        facts=fields.text("facts"),
        holding=fields.text("holding"),
        amounts=data.get("amounts", ""),
        sentence=data.get("sentence", ""),
        outcome=data.get("outcome", ""),
        overtaken=data.get("overtaken", ""),
        tags=tuple(data.get("tags", ())),
        aliases=tuple(data.get("aliases", ())),
    )


def find_precedent(text: str, precedents: Iterable[Precedent]) -> Precedent | None:
    """The precedent a name means: its title, its number, or a short form (``检例98`` for 检例第98号)."""
    wanted = _bare(text)
    for precedent in precedents:
        names = (precedent.title, precedent.number, *precedent.aliases)
        if wanted and wanted in {_bare(name) for name in names if name}:
            return precedent
    return None


def _bare(name: str) -> str:
    folded = fold_name(name)
    return re.sub(r"第?(\d+)号$", r"\1", folded.replace("指导性案例", "指导案例").replace("刑事审判参考", "刑参"))
