"""The pre-review: one dossier in, one review out. It advises; it never keeps anyone from handing a report in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from casefiles.caseview import CaseView
from casefiles.chains import chains_of
from casefiles.checks import run_checks
from casefiles.detection import detect
from casefiles.elements import elements_of
from casefiles.model import Dossier, Material, OffenceChoice, Outcome, Referral, Review, Threshold
from casefiles.needs import needed
from casefiles.offences import load_offences, rules_digest
from casefiles.offices import Office
from casefiles.outcome import outcome
from casefiles.renumbering import numbered_on
from casefiles.routing import referrals
from casefiles.story import read_story
from casefiles.threshold import judge

UNDETERMINED = "罪名待定"
TOLD_IN = ("complaint_letter", "evidence_list", "comparison", "other")


def review(dossier: Dossier, *, office: Office) -> Review:
    """Look at ``dossier`` by the rules of ``office``; the same dossier and office always give the same review.

    Raises ValueError where the dossier declares an offence that is not one of the eight.
    """
    choice = choose_offence(dossier)
    file = open_case(dossier, choice, office)
    findings = run_checks(file)
    came_to = outcome(findings, file.threshold)
    needs = tuple(needed(file))
    return Review(
        as_of=dossier.as_of,
        rules_digest=rules_digest(),
        offence=choice,
        materials=dossier.materials,
        findings=findings,
        threshold=file.threshold,
        required=len(needs),
        satisfied=sum(met.is_met for met in needs),
        outcome=came_to,
        referrals=_referred(came_to, choice, office, dossier.as_of, police_only=dossier.answers.police_only),
        elements=elements_of(file),
        chains=chains_of(file),
    )


def desks_for(made: Review, *, office: Office, police_only: bool) -> tuple[Referral, ...]:
    """The desks of a review that is made already, with this choice of desks."""
    return _referred(made.outcome, made.offence, office, made.as_of, police_only=police_only)


def _referred(came_to: Outcome, choice: OffenceChoice, office: Office, as_of: date, *, police_only: bool) -> tuple[Referral, ...]:
    proposed = referrals(came_to, offence=choice.code, office=office, as_of=as_of, police_only=police_only)
    return tuple(replace(one, basis=numbered_on(one.basis, as_of)) for one in proposed)


def open_case(dossier: Dossier, choice: OffenceChoice, office: Office) -> CaseView:
    """The dossier as the checks look at it."""
    story = read_story(dossier)
    threshold = judge(choice.code, story, as_of=dossier.as_of) if choice.code else Threshold()
    offence = load_offences()[choice.code] if choice.code else None
    return CaseView(dossier, story, threshold, office, offence)


def choose_offence(dossier: Dossier) -> OffenceChoice:
    """The declared offence, else the one the complaint describes best; none where it describes none."""
    offences = load_offences()
    if dossier.offence is not None:
        if dossier.offence not in offences:
            raise ValueError(f"罪名代码“{dossier.offence}”不认识。可用的代码：{'、'.join(offences)}。")
        return OffenceChoice(dossier.offence, offences[dossier.offence].name, "declared")
    for code in _described(dossier):
        return OffenceChoice(code, offences[code].name, "detected")
    return OffenceChoice(None, UNDETERMINED, "detected")


def _described(dossier: Dossier) -> list[str]:
    complaint = _text(dossier.of_kind("complaint_letter"))
    found = detect(complaint) if complaint else ()
    return [one.code for one in found or detect(_text(dossier.of_kind(*TOLD_IN)))]


def _text(materials: tuple[Material, ...]) -> str:
    return "\n".join(material.reading.text for material in materials)
