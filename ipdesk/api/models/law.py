"""The law library through the API."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

State = Literal["in_force", "not_yet", "ended", "unknown"]
Status = Literal["in_force", "not_yet", "ended", "any"]
MOST_VALUES = 20


def _facet(told: str) -> list[str]:
    return Field(default_factory=list, max_length=MOST_VALUES, description=told)


class SearchQuery(BaseModel):
    """Facets take several values, each named by a parameter of its own (``level=law&level=other``)."""

    q: str = Field("", max_length=300, description="引用、词语或者问题；写了分面时可以为空")
    as_of: date | None = Field(None, description="按哪一天的法；不写则为今天")
    status: list[Status] = Field(default_factory=list, description="该日效力；不写为当日有效，any 为不限")
    kind: list[Literal["", "article", "precedent"]] = Field(default_factory=list, description="条文或者案例")
    level: list[str] = _facet("效力级别")
    instrument: list[str] = _facet("法规代码")
    issuer: list[str] = _facet("发布机关")
    authority: list[str] = _facet("案例级别")
    offence: list[str] = _facet("罪名")
    year: list[str] = _facet("起始或者裁判年份")
    within: list[str] = Field(default_factory=list, max_length=5, description="结果中检索")
    sort: Literal["relevance", "newest", "oldest", "instrument", "level"] = "relevance"
    page: int = Field(1, ge=1, le=50)


class CiteQuery(BaseModel):
    text: str = Field(min_length=1, max_length=2000)
    as_of: date | None = None


class ArticleQuery(BaseModel):
    as_of: date | None = None
    version: str = ""


class ComparisonQuery(BaseModel):
    version: str = Field("", description="要看的文本；不写则为今天的")
    other: str = Field("", description="与哪个文本对照；不写则为相邻的")


class PrecedentsQuery(BaseModel):
    offence: str = Field("", max_length=100)
    instrument: str = Field("", max_length=100)


class ArticleOut(BaseModel):
    """One article. ``is_gist``: 要旨 in our own words, not the official text."""

    ref: str
    key: str
    instrument: str
    title: str
    number: str
    label: str
    text: str
    is_gist: bool
    version: str
    starts_on: date | None
    starts_verified: bool
    ends_on: date | None
    state: State
    source: str
    url: str


class ArticleRef(BaseModel):
    """An article by reference; ``state`` on the day asked for."""

    key: str
    title: str
    label: str
    version: str
    starts_on: date | None
    ends_on: date | None
    state: State
    url: str


class PrecedentRef(BaseModel):
    code: str
    title: str
    authority: str
    authority_name: str
    decided_in: int | None
    offences: list[str]
    url: str


class ArticlePage(ArticleOut):
    """One article with what surrounds it: place, wordings of the same rule, what it cites, what cites it, who applied it."""

    note: str
    gist: str
    grade: str
    chapter: str
    citations: list[str] = Field(description="两种常用引用写法，带文本日期")
    before: ArticleRef | None
    after: ArticleRef | None
    wordings: list[ArticleRef]
    cites: list[ArticleRef]
    cited_by: list[ArticleRef]
    precedents: list[PrecedentRef]


class HitOut(BaseModel):
    ref: str
    score: float
    kind: Literal["article", "precedent"]
    key: str
    title: str
    state: State
    is_gist: bool
    passage: str
    marks: list[str]
    url: str


class FacetOut(BaseModel):
    """One value of a facet; ``count`` is the total if it alone were chosen there."""

    value: str
    label: str
    count: int
    chosen: bool


class SearchOut(BaseModel):
    hits: list[HitOut]
    total: int
    page: int
    pages: int
    ms: float
    notices: list[str]
    facets: dict[str, list[FacetOut]]


class CitationOut(BaseModel):
    text: str
    found: bool
    place: str
    note: str
    article: ArticleOut | None
    precedent: str | None


class CiteOut(BaseModel):
    citations: list[CitationOut]


class RunOut(BaseModel):
    text: str
    changed: bool


class PairOut(BaseModel):
    """Two paragraphs that answer each other; a missing side is empty."""

    change: Literal["same", "changed", "added", "removed"]
    old: list[RunOut]
    new: list[RunOut]


class ComparisonOut(BaseModel):
    """``kinds``: both official, both gists, or mixed, where there are no pairs to mark."""

    old: ArticleOut
    new: ArticleOut
    kinds: Literal["official", "gists", "mixed"]
    pairs: list[PairOut]


class AppliedOut(BaseModel):
    """An article a case applied: the wording of its time, or the nearest held; ``today`` is today's, where it is another."""

    text: str
    of_its_time: bool
    note: str
    article: ArticleRef | None
    today: ArticleRef | None


class ReasonOut(BaseModel):
    why: Literal["offence", "right", "article", "facts", "amount", "authority"]
    shared: list[str]
    weight: float


class SimilarOut(BaseModel):
    precedent: PrecedentRef
    score: float
    reasons: list[ReasonOut]


class SimilarCasesOut(BaseModel):
    """``adverse``: those that went against the right holder. ``withheld`` names what could not be compared for this reader."""

    alike: list[SimilarOut]
    adverse: list[SimilarOut]
    withheld: list[str] = Field(default_factory=list)


class PrecedentOut(PrecedentRef):
    """A published case, retold in our own words; ``source`` is where the original is found."""

    number: str
    court: str
    case_number: str
    cause: str
    facts: str
    holding: str
    amounts: str
    figures: dict[str, str]
    sentence: str
    outcome: str
    overtaken: str
    tags: list[str]
    source: str
    grade: str
    applied: list[AppliedOut]
    bears_on: list[AppliedOut]
    similar: SimilarCasesOut


class PrecedentsOut(BaseModel):
    precedents: list[PrecedentRef]
