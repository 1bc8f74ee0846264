"""The published cases: one with the law of its time, all of them by subject and by instrument, and those like a matter.

The cases are the same for everyone: these reads take no actor.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ipdesk.library import the_library
from ipdesk.refusals import NotFound
from statutes.casebook import AUTHORITIES
from statutes.library import Library
from statutes.model import Article, Citation, InForce, Instrument, Precedent, article_label
from statutes.quoting import short_citation
from statutes.similar import Matter, Place, Published, SimilarCases, similar_cases

MID_YEAR = (7, 1)  # of a case only the year is known: the law of its middle is taken for the law of its time
MOST_SIMILAR = 6


@dataclass(frozen=True, slots=True)
class Applied:
    """One article a case applied. ``article`` is the wording of its time, or the nearest one held (``of_its_time`` False);
    ``state`` is that wording's state today, ``today`` the rule's wording of today where it is another one."""

    citation: Citation
    article: Article | None
    of_its_time: bool
    state: InForce
    note: str = ""
    today: Article | None = None


@dataclass(frozen=True, slots=True)
class PrecedentView:
    """One published case with the articles it applied, those of today it bears on, and the cases most like it."""

    precedent: Precedent
    applied: tuple[Applied, ...]
    bears_on: tuple[Applied, ...]
    similar: SimilarCases


def precedent_view(code: str, day: date) -> PrecedentView:
    """Raises NotFound where the library has no such case. ``day`` is today."""
    found = the_library().precedent(code)
    if found is None:
        raise NotFound(f"本库没有编号为“{code}”的案例。", "请从检索页或者典型案例页查找。")
    its_time = date(found.decided_in, *MID_YEAR) if found.decided_in else day
    return PrecedentView(
        found,
        tuple(_applied(text, its_time, day) for text in found.articles),
        tuple(_applied(text, day, day) for text in found.bears_on),
        _like(found),
    )


def by_weight(precedents: Iterable[Precedent]) -> list[Precedent]:
    """The weightiest authority first, then the newest."""
    ranks = list(AUTHORITIES)
    return sorted(
        precedents,
        key=lambda one: (ranks.index(one.authority) if one.authority in ranks else len(ranks), -(one.decided_in or 0), one.code),
    )


def applied_in(places: Collection[Place]) -> list[Precedent]:
    """The cases linked with one of ``places`` (instrument and article number), the weightiest first."""
    return by_weight(one for one in the_library().precedents() if not places_of(one).isdisjoint(places))


def places_of(precedent: Precedent) -> frozenset[Place]:
    """The articles the case applied or bears on, as instrument and article number."""
    return _places(precedent.cited, the_library(), len(the_library().instruments()))


@lru_cache(maxsize=4096)
def _places(texts: tuple[str, ...], library: Library, _instruments: int) -> frozenset[Place]:
    """Read once for each library; an import that brings new instruments brings new names and is read anew."""
    cited = (one.citation for text in texts for one in library.citations(text))
    return frozenset((one.code, one.number) for one in cited if one.code and one.number)


def place_name(place: str) -> str:
    """``criminal_law/213`` as people write it: 刑法第213条."""
    code, _, number = place.partition("/")
    article = the_library().article(code, number)
    return short_citation(article) if article else article_label(number)


def cases_by_subject() -> dict[str, list[Precedent]]:
    """Every case under each offence it concerns, or under its 案由; the subject with most cases first."""
    groups: dict[str, list[Precedent]] = {}
    for one in by_weight(the_library().precedents()):
        for subject in one.subjects:
            groups.setdefault(subject, []).append(one)
    return dict(sorted(groups.items(), key=lambda group: -len(group[1])))


def cases_by_instrument() -> list[tuple[Instrument, list[Precedent]]]:
    """Every case under each instrument it applied or bears on; the instrument with most cases first."""
    groups: dict[str, list[Precedent]] = {}
    for one in by_weight(the_library().precedents()):
        for code in sorted({code for code, _number in places_of(one)}):
            groups.setdefault(code, []).append(one)
    instruments: Mapping[str, Instrument] = {one.code: one for one in the_library().instruments()}
    ordered = sorted(groups.items(), key=lambda group: -len(group[1]))
    return [(instruments[code], cases) for code, cases in ordered if code in instruments]


def cases_like(matter: Matter, *, without: str = "") -> SimilarCases:
    """The published cases most like ``matter``, the one of code ``without`` left out."""
    from statutes.search.analyzer import words

    published = [Published(one, places_of(one), dict(one.figures)) for one in the_library().precedents() if one.code != without]
    return similar_cases(matter, published, words, at_most=MOST_SIMILAR)


def _like(precedent: Precedent) -> SimilarCases:
    facts = "\n".join((precedent.facts, precedent.holding, " ".join(precedent.tags)))
    matter = Matter(precedent.offences, places_of(precedent), facts, dict(precedent.figures))
    return cases_like(matter, without=precedent.code)


def _applied(text: str, day: date, today: date) -> Applied:
    library = the_library()
    then = library.resolve(text, day)
    article = then.article or library.resolve(text, today).article
    if article is None:
        return Applied(then.citation, None, False, "unknown", then.note)
    newest = library.wordings(article)[-1].article
    other = newest if newest.key != article.key and newest.version.state(today) == "in_force" else None
    return Applied(then.citation, article, then.article is not None, article.version.state(today), then.note, other)
