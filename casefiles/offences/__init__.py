"""The eight offences as dated, cited, graded data: one TOML file each, read by a loader stricter than its author.

Adding an offence is one new file here (see README.md). Nothing in this package looks at a case file.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from casefiles.offences.model import Element, Limb, Metric, Need, Offence, Penalty, Test, When
from casefiles.offences.parsing import parse_group, parse_metric, parse_offence
from casefiles.offences.reading import RuleError, Table

FOLDER = Path(__file__).parent
GROUND = ("metrics.toml", "needs.toml")
NO_RULES = frozenset({"binding", "forms", "letters", "reading", "telling"})

__all__ = [
    "Element",
    "Limb",
    "Metric",
    "Need",
    "Offence",
    "Penalty",
    "RuleError",
    "Test",
    "When",
    "load_metrics",
    "load_offences",
    "rules_digest",
]


def _read(path: Path) -> Table:
    try:
        return Table(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{path.name}：不是合格的 TOML（{error}）") from error


@cache
def load_metrics(folder: Path = FOLDER) -> Mapping[str, Metric]:
    """Every metric by its code. Raises RuleError where ``metrics.toml`` is incomplete."""
    table = _read(folder / "metrics.toml")
    return MappingProxyType({code: parse_metric(code, table.table(code)) for code in list(table.values)})


@cache
def load_offences(folder: Path = FOLDER) -> Mapping[str, Offence]:
    """Every offence by its code, in the order of the articles. Raises RuleError where a file may not be used."""
    metrics = load_metrics(folder)
    table = _read(folder / "needs.toml")
    groups = {name: parse_group(table.table(name)) for name in list(table.values)}
    files = sorted(path for path in folder.glob("*.toml") if path.name not in GROUND)
    offences = [parse_offence(_read(path), metrics, groups) for path in files]
    for path, offence in zip(files, offences, strict=True):
        if path.stem != offence.code:
            raise RuleError(f"{path.name}：文件名与 code = {offence.code} 不一致")
    return MappingProxyType({offence.code: offence for offence in sorted(offences, key=_place_in_code)})


def _place_in_code(offence: Offence) -> tuple[int, ...]:
    """219-1 stands after 219: the article number leads every limb's id."""
    return tuple(int(number) for number in offence.limbs[0].id.split(".")[0].split("-"))


@cache
def rules_digest(folder: Path = FOLDER.parent) -> str:
    """SHA-256 over all rules of this room, data and code alike, by place and content: the same rules give the same digest.

    What only reads files and prints papers is left out: a review rests on what was read, not on how.
    """
    digest = hashlib.sha256()
    for path in sorted(_rules_in(folder), key=lambda path: path.relative_to(folder).as_posix()):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.relative_to(folder).as_posix()}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _rules_in(folder: Path) -> Iterator[Path]:
    for pattern in ("*.toml", "*.json", "*.py"):
        for path in folder.rglob(pattern):
            if path.relative_to(folder).parts[0] not in NO_RULES:
                yield path
