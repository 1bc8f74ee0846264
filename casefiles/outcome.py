"""Where a reviewed dossier stands, in the order of precedence the desk has agreed on."""

from __future__ import annotations

from collections.abc import Iterable

from casefiles.model import Finding, Outcome, Threshold


def outcome(findings: Iterable[Finding], threshold: Threshold) -> Outcome:
    """What cannot be cured goes to the administration; then gaps; then the wrong district; then figures too low; else ready."""
    found = tuple(findings)
    blocking = [finding for finding in found if finding.severity == "blocking"]
    if any(not finding.curable for finding in blocking):
        return "refer_administrative"
    if blocking:
        return "needs_supplement"
    if any(finding.code == "jurisdiction.outside" for finding in found):
        return "outside_jurisdiction"
    return "refer_administrative" if threshold.status == "not_met" else "ready"
