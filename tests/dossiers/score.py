"""How much of the truth a pre-review tells: kinds, fields, findings, figures, outcome, for each dossier and in all.

python -m tests.dossiers.score FOLDER [NAME …]      every <name> under FOLDER that has its <name>.truth.json beside it
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from casefiles.folder import files_under
from casefiles.intake import contents_of, materials_in
from casefiles.model import Dossier
from casefiles.offices import office
from casefiles.prereview import review
from casefiles.reading import read
from casefiles.result import to_json
from casefiles.values.characters import halfwidth

ASPECTS = ("kinds", "fields", "findings", "blocking", "figures", "outcome")
Result = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing the truth says, and what the review says of it."""

    aspect: str
    of: str
    wanted: object
    got: object

    @property
    def is_told(self) -> bool:
        return _plain(self.wanted) == _plain(self.got)


def reviewed(folder: Path, truth: Result) -> Result:
    """The result of the pre-review of ``folder``, as the command prints it."""
    contents = [content for path in files_under(folder) for content in contents_of(folder, path, read)]
    offence = truth["offence"] if truth.get("declare") else None
    dossier = Dossier(date.fromisoformat(truth["as_of"]), materials_in(contents), offence)
    made: Result = to_json(review(dossier, office=office()))
    return made


def asked(truth: Result, result: Result) -> Iterator[Asked]:
    """Everything that ``truth`` says, beside what ``result`` says."""
    yield from _of_materials(truth, result)
    yield from _of_findings(truth, result)
    yield from _of_outcome(truth, result)


def _of_materials(truth: Result, result: Result) -> Iterator[Asked]:
    found = {(one["file"], one["part"]): one for one in result["materials"]}
    for one in truth["materials"]:
        made = found.get((one["file"], one.get("part")), {"kind": None, "fields": {}})
        of = f"{one['file']} {one.get('part') or ''}".strip()
        yield Asked("kinds", of, one["kind"], made["kind"])
        for name, value in one.get("fields", {}).items():
            yield Asked("fields", f"{of} {name}", value, made["fields"].get(name, {}).get("value"))


def _of_findings(truth: Result, result: Result) -> Iterator[Asked]:
    codes = {finding["code"] for finding in result["findings"]}
    for code in truth.get("expect", ()):
        yield Asked("findings", code, True, code in codes)
    for code in truth.get("forbid", ()):
        yield Asked("findings", f"no {code}", False, code in codes)
    if "blocking" in truth:
        blocking = sorted({finding["code"] for finding in result["findings"] if finding["severity"] == "blocking"})
        yield Asked("blocking", "all that blocks", sorted(truth["blocking"]), blocking)


def _of_outcome(truth: Result, result: Result) -> Iterator[Asked]:
    threshold, referred = result["threshold"], result["referrals"]
    for metric, value in truth.get("figures", {}).items():
        yield Asked("figures", metric, value, threshold["figures"].get(metric))
    yield Asked("outcome", "offence", truth["offence"], result["offence"]["code"])
    yield Asked("outcome", "outcome", truth["outcome"], result["outcome"])
    for name, got in (("threshold", threshold["status"]), ("tier", threshold["tier"])):
        if name in truth:
            yield Asked("outcome", name, truth[name], got)
    if "lead" in truth:
        yield Asked("outcome", "lead", truth["lead"], next((one["agency"] for one in referred if one["role"] == "lead"), None))
    if "agencies" in truth:
        yield Asked("outcome", "agencies", True, set(truth["agencies"]) <= {one["agency"] for one in referred})


def _plain(value: object) -> object:
    return halfwidth("".join(value.split())) if isinstance(value, str) else value


@click.command(help="Tell how much of the truths beside the dossiers NAMES, or all, under FOLDER the pre-review tells.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("names", nargs=-1)
def main(folder: Path, names: tuple[str, ...]) -> None:
    told, in_all = Counter[str](), Counter[str]()
    for path in sorted(folder.glob("*.truth.json")):
        name = path.name.removesuffix(".truth.json")
        if not names or name in names:
            truth = json.loads(path.read_text(encoding="utf-8"))
            began = time.perf_counter()
            answers = list(asked(truth, reviewed(folder / name, truth)))
            _tell(name, answers, time.perf_counter() - began)
            told.update(one.aspect for one in answers if one.is_told)
            in_all.update(one.aspect for one in answers)
    _table(told, in_all)


def _tell(name: str, answers: list[Asked], seconds: float) -> None:
    right = sum(one.is_told for one in answers)
    sys.stdout.write(f"{name}  {right}/{len(answers)}  {seconds:.1f} s\n")
    for one in answers:
        if not one.is_told:
            sys.stdout.write(f"    {one.aspect}: {one.of}: {one.wanted!r}, told {one.got!r}\n")


def _table(told: Counter[str], in_all: Counter[str]) -> None:
    for aspect in ASPECTS:
        if in_all[aspect]:
            sys.stdout.write(f"{aspect:10} {told[aspect]:5}/{in_all[aspect]:<5} {told[aspect] / in_all[aspect]:.1%}\n")
    sys.stdout.write(f"{'in all':10} {told.total():5}/{in_all.total():<5} {told.total() / max(1, in_all.total()):.1%}\n")


if __name__ == "__main__":
    main()
