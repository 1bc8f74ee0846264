"""What the figure tests say of a text and of what they expect."""

from decimal import Decimal

from casefiles.story import read_story
from tests.casefiles.builders import complaint, dossier


def stated(text, offence="sale_of_counterfeits"):
    """The first value of each metric the complaint states."""
    story = read_story(dossier(complaint(text), offence=offence))
    return {figure.metric: figure.value for figure in reversed(story.figures)}


def numbers(**figures):
    return {metric: Decimal(str(value)) for metric, value in figures.items()}
