"""What became of a citation."""

from __future__ import annotations

from dataclasses import dataclass

from statutes.model.citations import Citation, Piece
from statutes.model.instruments import Article, Instrument
from statutes.model.precedents import Precedent


@dataclass(frozen=True, slots=True)
class Resolution:
    """What became of one citation. ``article`` is None where nothing was found, or only the instrument was named.

    ``note`` says in Chinese what the reader must know: renumbered, not in force on that day, no text of that
    day. ``carried`` is the article an old number may have meant, where the number itself still exists. ``piece`` is
    the 款, 项 or 目 the citation names, where the article's official words are held.
    """

    found: bool
    citation: Citation
    article: Article | None = None
    instrument: Instrument | None = None
    precedent: Precedent | None = None
    note: str = ""
    carried: Article | None = None
    piece: Piece | None = None
