"""The values the law is made of. All are frozen; nothing here reads a file or a clock.

An article's number is text: ``"213"``, ``"219-1"`` for 第二百一十九条之一, or the heading itself where
a document is not divided into articles (``"全文"``). Days are inclusive at the start and exclusive at the
end: a version is in force from ``starts_on`` and no longer on ``ends_on``.

Grades say how sure we are: V2 read in two independent sources, V1 read in one, C verified by computation,
G general knowledge, D derived or our own decision.
"""

from statutes.model.citations import Citation, Piece, article_label
from statutes.model.instruments import GRADES, LEVEL_NAMES, Article, InForce, Instrument, Level, Provision, Renumbering, Version
from statutes.model.precedents import Precedent
from statutes.model.resolutions import Resolution

__all__ = [
    "GRADES",
    "LEVEL_NAMES",
    "Article",
    "Citation",
    "InForce",
    "Instrument",
    "Level",
    "Piece",
    "Precedent",
    "Provision",
    "Renumbering",
    "Resolution",
    "Version",
    "article_label",
]
