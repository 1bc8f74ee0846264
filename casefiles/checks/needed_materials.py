"""Every material the offence and the parties call for: absent ones block, advisable ones warn, originals on paper are noted."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding, where
from casefiles.model import Finding, Severity
from casefiles.needs import Met, advised, needed

SHOWN = 3


def check(file: CaseView) -> Iterator[Finding]:
    for met in needed(file):
        yield from _told(file, met, blocking=True)
    for met in advised(file):
        yield from _told(file, met, blocking=False)


def _told(file: CaseView, met: Met, *, blocking: bool) -> Iterator[Finding]:
    need = met.need
    if met.offline:
        message = f"{need.name}由您线下提交原件，网上没有电子件；受案时由民警核对。"
        yield finding("offline.material", "info", message, "请在约定的时间把原件交到受案窗口，并保留交接清单。", basis=need.basis)
    elif met.figures:
        message = f"没有找到{need.name}；现有的数额只是陈述。"
        places = [figure.evidence for figure in met.figures]
        yield finding("threshold.claimed_only", "warning", message, need.remedy, basis=need.basis, evidence=places)
    elif not met.is_met and not _excused(file, met):
        severity: Severity = "blocking" if blocking else "warning"
        message = f"没有找到{need.name}。{_alleged(met)}{_perhaps_here(file) if blocking else ''}"
        yield finding(need.code, severity, message, need.remedy, basis=need.basis, evidence=met.alleged)
    elif not met.is_met:
        message = f"没有找到{need.name}；控告人为个体工商户，已见经营者身份证。"
        yield finding(need.code, "warning", message, "请民警核对经营者身份；如系公司，请补充身份证明书。", basis=need.basis)


def _alleged(met: Met) -> str:
    told = "、".join(map(where, met.alleged))
    return f"{told}写到这一点，只是控告的内容，不能代替权利人另行出具、写明日期并盖章的{met.need.name}。" if told else ""


def _perhaps_here(file: CaseView) -> str:
    """The files of which nobody has said what they are: the missing paper may be one of them; a mail's own letter is none."""
    unknown = dict.fromkeys(one.file for one in file.of_kind("other") if one.kind_by is None and one.reading.format != "eml")
    names = "".join(f"《{name}》" for name in list(unknown)[:SHOWN]) + ("等文件" if len(unknown) > SHOWN else "")
    return f"{names}未能识别种类，如其中就有，请更正其种类。" if unknown else ""


def _excused(file: CaseView, met: Met) -> bool:
    """A sole trader has no legal representative: the operator's identity card takes the certificate's place."""
    return met.need.code == "missing.legal_rep_certificate" and file.parties.is_sole_trader and bool(file.of_kind("id_card"))
