"""A short, seeded slice of the fuzzing (``python -m tests.fuzzing`` runs thousands): spoilt files end in problems."""

from __future__ import annotations

from tests.fuzzing import fuzz, originals

PICTURES = {"png", "jpeg", "tiff", "webp", "bmp"}  # recognising takes seconds where they survive


def test_spoilt_files_of_every_format_end_in_pages_or_problems() -> None:
    formats = {name: data for name, data in originals().items() if name not in PICTURES}
    outcome = fuzz(54, 20261122, formats)
    assert outcome.faults == []
    assert outcome.rounds == 54 and outcome.codes["unreadable.damaged"] > 10
