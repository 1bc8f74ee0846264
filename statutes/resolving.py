"""From a citation to the article as it stood on a day, saying whatever the reader must know about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from statutes.dividing import cut
from statutes.model import Article, Citation, Resolution, Version, article_label
from statutes.numerals import to_chinese
from statutes.shelf import Shelf


def resolve_citation(citation: Citation, shelf: Shelf, day: date) -> Resolution:
    """Find what ``citation`` means on ``day``.

    Found is also a rule that was not yet or no longer in force on that day; the note then says so. Not found is
    an unknown instrument, a missing article, or a day of which no wording is held (本库没有该日文本).
    A 款, 项 or 目 that is named comes with the article, cut out of its official words; a gist is not divided.
    """
    return _with_piece(_meaning(_of_amendment(citation, shelf), shelf, day))


def _of_amendment(citation: Citation, shelf: Shelf) -> Citation:
    """刑法修正案（十一）第十七条 as 条目十七, where the source numbers an amendment's parts so."""
    entry = f"条目{to_chinese(int(citation.number))}" if citation.number.isdigit() else ""
    if not entry or shelf.wordings(citation.code, citation.number) or not shelf.wordings(citation.code, entry):
        return citation
    return replace(citation, number=entry)


def _meaning(citation: Citation, shelf: Shelf, day: date) -> Resolution:
    instrument = shelf.instruments.get(citation.code)
    if instrument is None:
        return Resolution(False, citation, note=f"本库没有《{citation.name}》。请核对名称，或导入该文件后再查。")
    if not citation.number:
        return Resolution(True, citation, instrument=instrument, note=instrument.status_note)
    named = _version_of_year(shelf.versions(citation.code), citation.year)
    if citation.year and named is None:
        held = "、".join(version.label for version in shelf.versions(citation.code))
        return Resolution(
            False, citation, instrument=instrument, note=f"本库没有《{instrument.title}》{citation.year}年文本，现有：{held}。"
        )
    if named:
        return _of_version(citation, shelf, named, day)
    return _on_day(citation, shelf, day)


def _with_piece(found: Resolution) -> Resolution:
    """The part the citation names; not of an article its old number was carried to, which may be laid out otherwise."""
    article, citation = found.article, found.citation
    if article is None or article.is_gist or article.number != citation.number or not citation.part:
        return found
    piece = cut(article.text, citation)
    missing = "" if piece else f"所载文本里找不到唯一的{citation.part}，请核对款、项。"
    return replace(found, piece=piece, note=_joined(found.note, missing))


def _not_found(citation: Citation, shelf: Shelf, note: str) -> Resolution:
    return Resolution(False, citation, instrument=shelf.instruments[citation.code], note=note)


def _version_of_year(versions: tuple[Version, ...], year: int | None) -> Version | None:
    if year is None:
        return None
    for version in versions:
        years = {day.year for day in (version.adopted, version.starts_on) if day}
        if version.key.startswith(str(year)) or year in years:
            return version
    return None


def _of_version(citation: Citation, shelf: Shelf, version: Version, day: date) -> Resolution:
    """The writer named the version; where it has ended by ``day``, its number is carried to the one that followed."""
    instrument = shelf.instruments[citation.code]
    article = shelf.article(citation.code, version.key, citation.number)
    if article is None and version.partial and version.starts_on:
        article = shelf.article_on(citation.code, citation.number, version.starts_on)
    if version.state(day) == "ended":
        carried = _carried(shelf, citation, version.key, day)
        if carried:
            note = f"{version.label}的{article_label(citation.number)}自{carried.starts_on}起为{carried.label}，已按新条号列出。"
            return Resolution(True, citation, carried, instrument, note=note, carried=article)
    if article is None:
        return _not_found(citation, shelf, _missing(shelf, citation, version))
    return Resolution(True, citation, article, instrument, note=_joined(_state_note(article, day), article.note))


def _on_day(citation: Citation, shelf: Shelf, day: date) -> Resolution:
    instrument = shelf.instruments[citation.code]
    current = shelf.current(citation.code, day)
    if current is None:
        return _outside_force(citation, shelf, day)
    article = shelf.article_on(citation.code, citation.number, day)
    moved = _moved_here(shelf, citation, current.version.key)
    if article is None:
        note = (
            f"原{article_label(citation.number)}已改为{moved.label}，已按新条号列出。"
            if moved
            else _missing(shelf, citation, current.version)
        )
        return Resolution(moved is not None, citation, moved, instrument, note=note)
    hint = f"如所引是旧文本的{article_label(citation.number)}，该条现为{moved.label}。" if moved else ""
    note = _joined(_state_note(article, day), article.note, hint)
    return Resolution(True, citation, article, instrument, note=note, carried=moved)


def _outside_force(citation: Citation, shelf: Shelf, day: date) -> Resolution:
    """Nothing was in force: the rule came later, has ended, or its wording of that day is not held."""
    instrument = shelf.instruments[citation.code]
    wordings = shelf.wordings(citation.code, citation.number)
    versions = shelf.versions(citation.code)
    if not wordings:
        return Resolution(
            False, citation, instrument=instrument, note=_missing(shelf, citation, versions[-1] if versions else None)
        )
    first = versions[0]
    if first.state(day) == "not_yet" and not first.original:
        note = f"本库没有该日文本：《{instrument.title}》最早的文本自{first.starts_on}起。"
        return _not_found(citation, shelf, note)
    article = wordings[0] if first.state(day) == "not_yet" else wordings[-1]
    return Resolution(True, citation, article, instrument, note=_joined(_state_note(article, day), article.note))


def _carried(shelf: Shelf, citation: Citation, old: str, day: date) -> Article | None:
    for move in shelf.instruments[citation.code].renumbering:
        if (move.old, move.number) == (old, citation.number):
            return shelf.article_on(citation.code, move.became, day)
    return None


def _moved_here(shelf: Shelf, citation: Citation, new: str) -> Article | None:
    for move in shelf.instruments[citation.code].renumbering:
        if (move.new, move.number) == (new, citation.number):
            return shelf.article(citation.code, new, move.became)
    return None


def _moved_elsewhere(shelf: Shelf, citation: Citation, version: Version | None) -> str:
    for move in shelf.instruments[citation.code].renumbering:
        if version and (move.new, move.number) == (version.key, citation.number) and not move.became.isdigit():
            return move.became
    return ""


def _state_note(article: Article, day: date) -> str:
    """What a reader must know of the article's dates on ``day``."""
    version = article.version
    state = version.state(day)
    if state == "not_yet":
        return f"该文本自{version.starts_on}起施行，{day}尚未施行。"
    if state == "ended":
        ended = f"{version.ends_on}起不再适用" if version.ends_on else "来源标明已废止，废止日未核"
        repealed = f"，由{article.instrument.repealed_by}废止" if article.instrument.repealed_by else ""
        return f"该文本{ended}{repealed}。"
    return "" if version.starts_verified else "起始日未核。"


def _missing(shelf: Shelf, citation: Citation, version: Version | None) -> str:
    label = article_label(citation.number)
    elsewhere = _moved_elsewhere(shelf, citation, version)
    if elsewhere:
        return f"《{shelf.instruments[citation.code].title}》原{label}的内容已移至{elsewhere}。"
    holding = shelf.holding(version.instrument, version.key) if version else None
    title = shelf.instruments[citation.code].title
    if holding is None or holding.texts is None:
        return f"本库未收《{title}》{label}的文本，也没有该条要旨；可导入官方文本后再查。"
    return f"《{title}》没有{label}。请核对条号。"


def _joined(*notes: str) -> str:
    return "".join(note for note in notes if note)
