"""The checks of the pre-review. One file is one check, found by its place: ``def check(file: CaseView) -> Iterator[Finding]``.

A check looks and tells; it never decides. When it is not sure it warns or asks, because a wrong block keeps
an enterprise from its right, while a warning costs an officer a glance.
"""

from __future__ import annotations

import importlib
import pkgutil
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from casefiles.caseview import CaseView
from casefiles.model import Finding
from casefiles.renumbering import numbered_on

Check = Callable[[CaseView], Iterator[Finding]]

REGISTER = Path(__file__).with_name("rules.toml")

_ORDER = ("blocking", "warning", "info")


@cache
def load_checks() -> Mapping[str, Check]:
    """Every check by the name of its file, in the order of the names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return MappingProxyType({name: importlib.import_module(f"{__name__}.{name}").check for name in names})


@cache
def sayings() -> Mapping[str, tuple[str, ...]]:
    """What each check sees to, in Chinese, by the name of its file: the rules of ``rules.toml`` that it applies."""
    said: dict[str, tuple[str, ...]] = {}
    for rule in tomllib.loads(REGISTER.read_text(encoding="utf-8"))["rules"]:
        for check in rule.get("checks", ()):
            said[check] = (*said.get(check, ()), rule["says"])
    return MappingProxyType(said)


def run_checks(file: CaseView) -> tuple[Finding, ...]:
    """The findings of all checks, the gravest first; each carries the name of its check as ``rule`` and today's numbers."""
    found = [
        replace(finding, rule=finding.rule or name, basis=numbered_on(finding.basis, file.as_of))
        for name, check in load_checks().items()
        for finding in check(file)
    ]
    return tuple(sorted(found, key=lambda finding: (_ORDER.index(finding.severity), finding.code)))
