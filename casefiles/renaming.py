"""Former names and representatives of an organisation, as papers tell of the change: by a table, by labels, in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from casefiles.model import Material
from casefiles.sightings import any_same
from casefiles.values.characters import plain

_NAME = (
    r"[\u4e00-\u9fa5A-Za-z()]{3,40}?(?:公司|厂|店|中心|研究院|研究所|大学|学院|集团|合作社|事务所|协会|工作室|经营部|商行|出版社)"
    r"(?!有限|股份|公司|集团)"
)
_CALLED = r"(?:企业|单位|公司|注册人|权利人|专利权人|著作权人)?(?:的)?(?:名称|名义|姓名或名称)+"
_CHANGES = (
    rf"变更前(?:的)?{_CALLED}[:\t]*(?P<old>{_NAME})[^\n]{{0,20}}\n?.{{0,40}}?变更后(?:的)?{_CALLED}[:\t]*(?P<new>{_NAME})",
    rf"{_CALLED}(?:变更)?\t(?P<old>{_NAME})\t(?P<new>{_NAME})",
    rf"(?:由|从|将|,|。|^)(?:兹?证明[,:]?)?原?(?P<old>{_NAME})(?:\([^()]*\))?(?:于[^,。\n]{{4,16}})?,?(?:经[^,。\n]{{2,24}}核准,?)?(?:企业|公司)?(?:依法)?"
    rf"(?:更名|(?:名称)?变更(?:登记|名称|企业名称)?|改制|改名)为(?P<new>{_NAME})",
    rf"(?P<new>{_NAME})(?:\(|,)?(?:系|是|为|由)?(?:原名称?|原企业名称|曾用名|前身|更名前)(?:为|系|是|:|叫)*(?P<old>{_NAME})",
)
_PERSON = r"[\u4e00-\u9fa5·]{2,4}"
_OFFICE = r"(?:法定代表人|负责人|执行事务合伙人|投资人|经营者)(?:姓名)?"
_SUCCEEDED = (
    rf"{_OFFICE}(?:变更)?\t(?P<old>{_PERSON})\t(?P<new>{_PERSON})(?=[\t\n]|$)",
    rf"变更前(?:的)?{_OFFICE}[:\t]*(?P<old>{_PERSON})[^\n]{{0,20}}\n?.{{0,40}}?变更后(?:的)?{_OFFICE}[:\t]*(?P<new>{_PERSON})(?=[\s,。;]|$)",
    rf"{_OFFICE}(?:由|从|自)(?P<old>{_PERSON}?)(?:先生|女士|同志)?(?:依法)?(?:变更|更换|改选|调整)为(?P<new>{_PERSON}?)(?=先生|女士|同志|[\s,。;(]|$)",
)
_PATTERNS = tuple(re.compile(pattern, re.M) for pattern in _CHANGES)
_SUCCESSIONS = tuple(re.compile(pattern, re.M) for pattern in _SUCCEEDED)


def former_names(materials: Iterable[Material], names: tuple[str, ...]) -> tuple[str, ...]:
    """The names that ``materials`` say the organisation called ``names`` had before, over several changes."""
    changes, found = [change for material in materials for change in _changes(material)], list(names)
    for _ in changes:
        found += [old for old, new in changes if any_same([new], found) and not any_same([old], found)]
    return tuple(found[len(names) :])


def _changes(material: Material) -> Iterator[tuple[str, str]]:
    """Each change a paper tells of: the name before, the name after."""
    yield from ((match["old"], match["new"]) for match in _found(_PATTERNS, material))


def _found(patterns: Iterable[re.Pattern[str]], material: Material) -> Iterator[re.Match[str]]:
    text = re.sub(r"[^\S\t\n]+", "", plain(material.reading.text))
    yield from (match for pattern in patterns for match in pattern.finditer(text))


def former_representatives(materials: Iterable[Material]) -> tuple[tuple[str, str], ...]:
    """(before, after) of each change of the legal representative that ``materials`` tell of."""
    return tuple((match["old"], match["new"]) for one in materials for match in _found(_SUCCESSIONS, one))
