"""Two versions side by side: one rule with its differences marked, or a whole instrument article by article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ipdesk.library import the_library
from ipdesk.queries.articles import WordingShown, article_named
from ipdesk.queries.law import instrument_named
from ipdesk.refusals import NotFound
from statutes.differences import Pair, differences
from statutes.model import Article, Version

Kinds = Literal["official", "gists", "mixed"]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """One rule in two versions, the older at the left. ``pairs`` is empty for ``mixed``: a gist and an official text
    are different kinds of words, and laying them over each other would show differences that are none of the law's."""

    old: Article
    new: Article
    wordings: tuple[WordingShown, ...]
    pairs: tuple[Pair, ...]
    kinds: Kinds

    @property
    def changed(self) -> bool:
        return any(pair.change != "same" for pair in self.pairs)


@dataclass(frozen=True, slots=True)
class Counterparts:
    """One line of an instrument's comparison; the missing side is None."""

    old: Article | None
    new: Article | None
    change: Literal["same", "changed", "unsure", "added", "removed"]


@dataclass(frozen=True, slots=True)
class InstrumentComparison:
    """A whole instrument in two versions: every article of the old one with its counterpart, then what is new."""

    old: Version
    new: Version
    versions: tuple[Version, ...]
    lines: tuple[Counterparts, ...]


def comparison_view(code: str, number: str, day: date, *, version: str = "", other: str = "") -> ComparisonView:
    """The rule as ``version`` has it beside its wording in ``other``; without names, the one of ``day`` and its neighbour.

    Raises NotFound where the rule is held in one version only, or has no counterpart in the one named.
    """
    article = article_named(code, number, day, version=version)
    found = the_library().wordings(article)
    chosen = _other(article, [one.article for one in found], other)
    old, new = sorted((article, chosen), key=lambda one: [held.article.key for held in found].index(one.key))
    kinds: Kinds = "official" if not (old.is_gist or new.is_gist) else "gists" if old.is_gist and new.is_gist else "mixed"
    return ComparisonView(
        old,
        new,
        tuple(WordingShown(one.article, one.article.version.state(day), one.how) for one in found),
        () if kinds == "mixed" else differences(old.text, new.text),
        kinds,
    )


def _other(article: Article, held: Sequence[Article], wanted: str) -> Article:
    """The wording named, else the next one after ``article``, else the one before it."""
    if wanted:
        named = next((one for one in held if one.version.key == wanted and one.key != article.key), None)
        if named is None:
            raise NotFound(f"{article.label}在版本“{wanted}”里没有对应的条文。", "请从条文页的“各个文本”里选择要对照的文本。")
        return named
    if len(held) < 2:
        raise NotFound(
            f"《{article.title}》{article.label}在本库只有一个文本，没有可以对照的。", "导入旧文本或者新文本后再对照。"
        )
    place = [one.key for one in held].index(article.key)
    return held[place + 1] if place + 1 < len(held) else held[place - 1]


def instrument_comparison(code: str, *, old: str = "", new: str = "") -> InstrumentComparison:
    """Two versions of an instrument; without names, the last two held. Raises NotFound where there are not two."""
    library, instrument = the_library(), instrument_named(code)
    versions = tuple(one for one in library.versions(code) if not one.partial)
    if len(versions) < 2:
        raise NotFound(f"《{instrument.title}》在本库只有一个文本，没有可以对照的。", "导入旧文本或者新文本后再对照。")
    chosen = sorted({_named(versions, old, -2), _named(versions, new, -1)}, key=versions.index)
    before, after = chosen if len(chosen) == 2 else (versions[-2], versions[-1])
    return InstrumentComparison(before, after, versions, tuple(_lines(_articles(before), _articles(after), after)))


def _named(versions: Sequence[Version], key: str, place: int) -> Version:
    return next((one for one in versions if one.key == key), versions[place])


def _articles(version: Version) -> list[Article]:
    """The articles held of exactly this version."""
    contents = the_library().contents(version.instrument, version.starts_on)
    return [one for one in contents if one.version.key == version.key]


def _lines(old: Sequence[Article], new: Sequence[Article], after: Version) -> list[Counterparts]:
    lines: list[Counterparts] = []
    met: set[str] = set()
    for article in old:
        found = next((one for one in the_library().wordings(article) if one.article.version.key == after.key), None)
        counterpart = found.article if found and found.article.key not in met else None
        met |= {counterpart.key} if counterpart else set()
        lines.append(Counterparts(article, counterpart, _change(article, counterpart)))
    return [*lines, *(Counterparts(None, one, "added") for one in new if one.key not in met)]


def _change(old: Article, new: Article | None) -> Literal["same", "changed", "unsure", "removed"]:
    if new is None:
        return "removed"
    if old.is_gist or new.is_gist:
        return "unsure"
    return "same" if old.text == new.text else "changed"
