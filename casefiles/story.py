"""What the dossier says of the acts, each statement with its place: figures, period, places, people, numbers, circumstances."""

from __future__ import annotations

from casefiles.detection import detect
from casefiles.model import Dossier, Story
from casefiles.offences import Offence, load_offences
from casefiles.stories.circumstances import read_conditions
from casefiles.stories.numbers import find_numbers
from casefiles.stories.passages import Passage, read_passage
from casefiles.stories.people import find_agent
from casefiles.stories.periods import read_acts
from casefiles.stories.places import read_places
from casefiles.stories.sources import collect_figures


def read_story(dossier: Dossier) -> Story:
    """Reads the story of ``dossier`` for its declared offence, else for the one the complaint describes best.

    What documents say goes first; answers of the form fill in what they do not say and carry an Evidence without a file.
    Every stated figure is exposed; which of them counts is for ``casefiles.threshold`` to say.
    """
    passages = tuple(read_passage(material) for material in dossier.materials)
    complaints = tuple(passage for passage in passages if passage.material.kind == "complaint_letter")
    offence = _offence_of(dossier, complaints)
    acts = read_acts(dossier, passages)
    agent, agent_evidence = find_agent(complaints)
    figures = collect_figures(dossier, passages, offence, acts)
    return Story(
        figures=figures.figures,
        places=read_places(dossier, passages),
        acts_from=acts.first,
        acts_until=acts.last,
        acts_evidence=acts.evidence,
        agent=agent,
        agent_evidence=agent_evidence,
        registration_numbers=find_numbers(passages),
        conditions=read_conditions(dossier, passages, offence, acts),
        unclear=figures.unclear,
    )


def _offence_of(dossier: Dossier, complaints: tuple[Passage, ...]) -> Offence | None:
    if dossier.offence is not None and dossier.offence in load_offences():
        return load_offences()[dossier.offence]
    suggestions = detect("\n".join(passage.text for passage in complaints))
    return load_offences()[suggestions[0].code] if suggestions else None
