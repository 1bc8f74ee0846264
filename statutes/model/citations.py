"""One reference to the law, as found in a text: its words, and the parts an article is divided into."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from statutes.numerals import to_chinese


@lru_cache(maxsize=4096)
def article_label(number: str) -> str:
    """``"219-1"`` → ``第二百一十九条之一``; a heading that is no number is its own label."""
    base, _, branch = number.partition("-")
    if not base.isdigit() or not 0 < int(base) <= 9999:
        return number
    return f"第{to_chinese(int(base))}条" + (f"之{to_chinese(int(branch))}" if branch else "")


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference to one article, as found in a text at ``span``.

    ``name`` is the instrument as written, ``code`` the one it means (empty where we know none); ``year``
    is the year of the version where the writer gave it (商标法2019第57条); ``paragraph`` is 款, ``item`` 项,
    ``subitem`` 目. ``number`` is empty where only the instrument is named.
    """

    text: str
    name: str
    code: str = ""
    number: str = ""
    paragraph: int | None = None
    item: int | None = None
    subitem: int | None = None
    year: int | None = None
    span: tuple[int, int] = (0, 0)

    @property
    def place(self) -> str:
        """The reference inside the instrument: ``第五十七条第一款第（三）项``."""
        return (article_label(self.number) if self.number else "") + self.part

    @property
    def part(self) -> str:
        """The reference inside the article: ``第一款第（三）项``; empty where the whole article is meant."""
        parts = [f"第{to_chinese(self.paragraph)}款"] if self.paragraph else []
        parts += [f"第（{to_chinese(self.item)}）项"] if self.item else []
        parts += [f"第{to_chinese(self.subitem)}目"] if self.subitem else []
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an article's official words: one 款, 项 or 目. ``lead`` is the opening of the 款 (and 项) it hangs on."""

    text: str
    lead: str = ""
