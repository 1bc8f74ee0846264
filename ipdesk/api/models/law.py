"""The law library through the API."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

State = Literal["in_force", "not_yet", "ended", "unknown"]


class SearchQuery(BaseModel):
    q: str = Field(min_length=1, max_length=300)
    as_of: date | None = Field(None, description="只要这一天有效的；不写则不限")
    kind: Literal["", "article", "precedent"] = ""
    page: int = Field(1, ge=1, le=50)


class CiteQuery(BaseModel):
    text: str = Field(min_length=1, max_length=2000)
    as_of: date | None = None


class ArticleQuery(BaseModel):
    as_of: date | None = None
    version: str = ""


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


class SearchOut(BaseModel):
    hits: list[HitOut]
    total: int
    page: int
    pages: int
    ms: float
    notices: list[str]


class CitationOut(BaseModel):
    text: str
    found: bool
    place: str
    note: str
    article: ArticleOut | None
    precedent: str | None


class CiteOut(BaseModel):
    citations: list[CitationOut]
