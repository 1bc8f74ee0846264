"""One article with everything around it: its place, its versions, what it cites, what cites it, who applied it.

The law is the same for everyone: these reads take no actor.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from ipdesk.library import the_library
from ipdesk.queries.law import instrument_named, places_of
from ipdesk.queries.precedents import applied_in
from ipdesk.queries.search import marks_of
from ipdesk.refusals import NotFound
from statutes.dividing import Line, divide, meant
from statutes.linking import Reference
from statutes.model import Article, Citation, InForce, Precedent, Resolution, article_label
from statutes.search.snippets import highlight
from statutes.wordings import How, Wording


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of an article's words; ``leads_to`` is the article it cites, ``marked`` what was searched for."""

    text: str
    leads_to: Article | None = None
    marked: bool = False


@dataclass(frozen=True, slots=True)
class LineShown:
    """One printed line. ``anchor`` names its 款, 项 or 目 in the address (``k2-3``), ``part`` in a citation; a gist,
    which is not divided as the law is, has none.

    ``cited``: the citation that led here means this line.
    """

    stretches: tuple[Stretch, ...]
    kind: Literal["paragraph", "item", "subitem"]
    anchor: str
    part: str
    cited: bool


@dataclass(frozen=True, slots=True)
class WordingShown:
    """One version of the rule; ``state`` is its state on the day asked for, ``how`` by what it was found."""

    article: Article
    state: InForce
    how: How

    @property
    def shown(self) -> bool:
        return self.how == "shown"


@dataclass(frozen=True, slots=True)
class CitingArticle:
    """Another article that refers to this one, with its state on the day asked for."""

    article: Article
    state: InForce


@dataclass(frozen=True, slots=True)
class ArticleView:
    """The page of one article. ``of_the_day`` is False where the wording shown is not that of ``day``.

    ``places`` is where it stands in its code, each heading with its anchor on the instrument's page.
    """

    article: Article
    day: date
    state: InForce
    lines: tuple[LineShown, ...]
    places: tuple[tuple[str, str], ...]
    wordings: tuple[WordingShown, ...]
    before: Article | None
    after: Article | None
    cited: Resolution | None
    cites: tuple[Article, ...]
    cited_by: tuple[CitingArticle, ...]
    precedents: tuple[Precedent, ...]

    @property
    def day_missing(self) -> bool:
        """Whether no text of the instrument that held on the day is at hand: what is shown came later, and was not the first."""
        if self.state != "not_yet" or self.article.version.original:
            return False
        return not any(one.state(self.day) == "in_force" for one in the_library().versions(self.article.code))

    @property
    def of_the_day(self) -> bool:
        return self.state == "in_force"


def article_view(code: str, number: str, day: date, *, version: str = "", cited: str = "", find: str = "") -> ArticleView:
    """The article as it stood on ``day``, or in the version named; else the nearest wording held, marked as such.

    ``cited`` is the citation that led here: the part it names is marked; so are the words of the search ``find``.
    Raises NotFound, in words, for an instrument or article the library does not hold.
    """
    library = the_library()
    article = article_named(code, number, day, version=version)
    resolution = library.resolve(cited, day) if cited else None
    found = library.wordings(article)
    references = library.references(article)
    contents = library.contents(code, article.starts_on or day)
    before, after = _neighbours(article, contents)
    return ArticleView(
        article=article,
        day=day,
        state=article.version.state(day),
        lines=_lines(article, references, resolution, find),
        places=places_of(article, contents),
        wordings=tuple(WordingShown(one.article, one.article.version.state(day), one.how) for one in found),
        before=before,
        after=after,
        cited=resolution if resolution and resolution.found else None,
        cites=tuple({one.article.key: one.article for one in references}.values()),
        cited_by=_citing(found, day),
        precedents=tuple(applied_in({(one.article.code, one.article.number) for one in found})),
    )


def article_named(code: str, number: str, day: date, *, version: str = "") -> Article:
    """The article of the version named, else as it stood on ``day``, else the nearest wording held. Raises NotFound."""
    library = the_library()
    instrument = instrument_named(code)
    article = library.article_of_version(code, version, number) if version else library.article(code, number, day)
    if article is None and (held := library.versions(code, number)):
        begun = [one for one in held if one.starts_on is None or one.starts_on <= day]
        article = library.article_of_version(code, (begun[-1] if begun else held[0]).key, number)
    if article is None:
        raise NotFound(
            f"本库没有《{instrument.title}》{article_label(number)}。",
            "可能条号有误，也可能本库只收了该文件的部分条文。请从该文件的目录里找，或者导入官方文本后再查。",
        )
    return article


def _citing(wordings: tuple[Wording, ...], day: date) -> tuple[CitingArticle, ...]:
    """What refers to any wording of the rule: what holds on the day first, then by instrument as the library has them."""
    found = [CitingArticle(one, one.version.state(day)) for one in the_library().citing([one.article for one in wordings])]
    return tuple(sorted(found, key=lambda one: one.state != "in_force"))


def _neighbours(article: Article, contents: list[Article]) -> tuple[Article | None, Article | None]:
    place = next((at for at, one in enumerate(contents) if one.number == article.number), None)
    if place is None:
        return None, None
    return (contents[place - 1] if place else None), (contents[place + 1] if place + 1 < len(contents) else None)


def _lines(article: Article, references: list[Reference], cited: Resolution | None, find: str) -> tuple[LineShown, ...]:
    divided = divide(article.text)
    wanted = meant(divided, cited.citation) if cited and not article.is_gist else ()
    marks = marks_of(find) if find else ()
    shown: list[LineShown] = []
    start = 0
    for line in divided:
        start = article.text.index(line.text, start)
        stretches = tuple(_marked(_stretches(line.text, start, references), marks))
        part = "" if article.is_gist else _part(line)
        shown.append(LineShown(stretches, _kind(line), "" if article.is_gist else _anchor(line), part, line in wanted))
        start += len(line.text)
    return tuple(shown)


def _stretches(text: str, start: int, references: list[Reference]) -> list[Stretch]:
    """The line cut where it cites: each citation leads to its article, the first of a range."""
    found: list[Stretch] = []
    done = 0
    for one in references:
        first, last = (place - start for place in one.citation.span)
        if first < done or last > len(text):
            continue
        found += [Stretch(text[done:first])] if first > done else []
        found.append(Stretch(text[first:last], leads_to=one.article))
        done = last
    return [*found, Stretch(text[done:])] if done < len(text) else found


def _marked(stretches: list[Stretch], marks: tuple[str, ...]) -> list[Stretch]:
    """The stretches cut once more where the words of the search stand."""
    if not marks:
        return stretches
    return [
        replace(one, text=segment.text, marked=segment.marked)
        for one in stretches
        for paragraph in highlight(one.text, marks)
        for segment in paragraph
    ]


def _kind(line: Line) -> Literal["paragraph", "item", "subitem"]:
    return "subitem" if line.subitem else "item" if line.item else "paragraph"


def _anchor(line: Line) -> str:
    return "k" + "-".join(str(place) for place in (line.paragraph, line.item, line.subitem) if place)


def _part(line: Line) -> str:
    return Citation("", "", paragraph=line.paragraph, item=line.item, subitem=line.subitem).part
