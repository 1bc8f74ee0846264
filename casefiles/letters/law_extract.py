"""法规案例摘录: articles and published cases a reader chose, each with its version, its grade and where the original is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from casefiles.letters.paper import Paper
from statutes.casebook import AUTHORITIES
from statutes.dividing import divide
from statutes.model import Article, InForce, Precedent
from statutes.quoting import full_citation, version_words

MARK = "法规库摘录，非官方文本"
STATES: dict[InForce, str] = {"in_force": "有效", "not_yet": "尚未施行", "ended": "已失效", "unknown": "效力未核"}


def law_extract(articles: Iterable[Article], precedents: Iterable[Precedent], day: date) -> Paper:
    """The paper of the chosen articles and cases; ``day`` is the day for which it says what is in force."""
    paper = Paper("法规案例摘录", note=f"效力按 {day.isoformat()} 标注", mark=MARK)
    paper.paragraph("本摘录由法规库生成，供办案查阅，不是官方文本。标“要旨”的是本库用自己的话写的概括，引用前请核对官方文本。")
    articles, precedents = list(articles), list(precedents)
    if articles:
        paper.section(f"法规（{len(articles)}条）")
    for number, article in enumerate(articles, 1):
        paper.item(number, full_citation(article), _article_lines(article, day))
    if precedents:
        paper.section(f"案例（{len(precedents)}件）")
    for number, precedent in enumerate(precedents, 1):
        paper.item(number, precedent.title, _precedent_lines(precedent))
    return paper


def _article_lines(article: Article, day: date) -> list[str]:
    label = "【要旨，不是官方文本】" if article.is_gist else ""
    first, *rest = [line.text for line in divide(article.text)] or [""]
    until = f"，至 {article.ends_on.isoformat()} 前" if article.ends_on else ""
    state = f"{day.isoformat()} {STATES[article.version.state(day)]}"
    unsure = "" if article.starts_verified else "；起始日未核"
    grade = f"（核对程度 {article.grade}）" if article.grade else ""
    return [
        f"{label}{first}",
        *rest,
        f"说明：{article.note}" if article.note else "",
        f"文本：{version_words(article) or '未注明日期'}{until}；{state}{unsure}",
        f"来源：{article.source or '未注明'}{grade}" + (f"；官方文本见：{_official(article)}" if article.is_gist else ""),
    ]


def _official(article: Article) -> str:
    return article.instrument.official_text or "国家法律法规数据库、发布机关网站"


def _precedent_lines(precedent: Precedent) -> list[str]:
    known = (AUTHORITIES.get(precedent.authority, precedent.authority), precedent.number, precedent.court, precedent.case_number)
    return [
        "；".join(filter(None, known)),
        f"案情：{precedent.facts}",
        f"要点：{precedent.holding}",
        f"数额：{precedent.amounts}" if precedent.amounts else "",
        f"结果：{precedent.sentence}" if precedent.sentence else "",
        f"适用：{'、'.join(precedent.articles)}" if precedent.articles else "",
        f"新法之后：{precedent.overtaken}" if precedent.overtaken else "",
        f"由本库用自己的话整理，引用请查原文。来源：{precedent.source}（核对程度 {precedent.grade}）",
    ]
