"""其他: what is none of the other kinds."""

from __future__ import annotations

from casefiles.kinds.engine.model import Kind

KIND = Kind(
    code="other",
    zh="其他",
    place=34,
)
