"""The values a case file is made of. All are frozen; nothing here reads a file or a clock.

Lengths of a page are fractions of its width and height, measured from the top left corner,
so that a place found in a scan, a PDF or a photo can be drawn over any rendering of the page.
"""

from casefiles.model.dossier import Answers, Dossier
from casefiles.model.materials import Fact, Material
from casefiles.model.proof import Chain, ElementRow, Link, LinkKind, LinkState, Passage
from casefiles.model.reading import Box, Enclosed, Line, Mark, Page, Problem, Reading, Table, TextSource
from casefiles.model.review import (
    Basis,
    Finding,
    OffenceChoice,
    Outcome,
    Practice,
    Referral,
    Review,
    Severity,
    Standard,
    Threshold,
)
from casefiles.model.story import Covers, Evidence, Figure, FigureSource, Place, PlaceLink, Story

__all__ = [
    "Answers",
    "Basis",
    "Box",
    "Chain",
    "Covers",
    "Dossier",
    "ElementRow",
    "Enclosed",
    "Evidence",
    "Fact",
    "Figure",
    "FigureSource",
    "Finding",
    "Line",
    "Link",
    "LinkKind",
    "LinkState",
    "Mark",
    "Material",
    "OffenceChoice",
    "Outcome",
    "Page",
    "Passage",
    "Place",
    "PlaceLink",
    "Practice",
    "Problem",
    "Reading",
    "Referral",
    "Review",
    "Severity",
    "Standard",
    "Story",
    "Table",
    "TextSource",
    "Threshold",
]
