"""What the library's commands print: results and resolutions, for people and as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from statutes.model import Resolution
from statutes.search.engine import Hit, SearchResult

STATES = {"in_force": "当日有效", "not_yet": "尚未施行", "ended": "已失效", "unknown": ""}


def result_data(result: SearchResult) -> dict[str, Any]:
    hits = [_hit_data(hit) for hit in result.hits]
    data = {
        "total": result.total,
        "day": str(result.day),
        "notices": list(result.notices),
        "ms": round(result.ms, 3),
        "hits": hits,
    }
    if result.facets:
        data["facets"] = {facet: [asdict(one) for one in values] for facet, values in result.facets.items()}
    return data


def _hit_data(hit: Hit) -> dict[str, Any]:
    data: dict[str, Any] = {"ref": hit.ref, "score": hit.score, "title": hit.title, "kind": hit.kind, "key": hit.key}
    data["segments"] = [{"text": segment.text, "marked": segment.marked} for segment in hit.segments]
    if hit.article:
        data |= {
            "state": hit.state,
            "text": hit.article.text,
            "is_gist": hit.article.is_gist,
            "version": hit.article.version_label,
        }
    return data


def result_text(result: SearchResult) -> str:
    lines = [*result.notices, f"共 {result.total} 条，{result.ms:.1f} 毫秒。"]
    for place, hit in enumerate(result.hits, 1):
        gist = "〔要旨〕" if hit.article and hit.article.is_gist else ""
        version = f"（{hit.article.version_label}）" if hit.article and hit.article.version_label else ""
        lines.append(f"{place}. {hit.title}{version} {gist}{STATES[hit.state]}".rstrip())
        passage = "".join(f"【{segment.text}】" if segment.marked else segment.text for segment in hit.segments)
        lines.append(f"   {passage}")
    for facet, values in ((facet, values) for facet, values in result.facets.items() if values):
        lines.append(f"{facet}：" + "；".join(f"{one.label}（{one.value}）{one.count}" for one in values))
    return "\n".join(lines)


def resolution_data(found: Resolution) -> dict[str, Any]:
    citation = found.citation
    data: dict[str, Any] = {"text": citation.text, "span": list(citation.span), "found": found.found, "place": citation.place}
    data |= {"instrument": found.instrument.title if found.instrument else None, "note": found.note}
    if found.article:
        article = found.article
        data |= {"ref": article.ref, "version": article.version_label, "article_text": article.text, "is_gist": article.is_gist}
        data |= {"starts_on": str(article.starts_on or ""), "starts_verified": article.starts_verified, "grade": article.grade}
    if found.carried:
        data["carried"] = found.carried.ref
    if found.precedent:
        data["precedent"] = found.precedent.title
    return data


def resolution_text(found: Resolution) -> str:
    lines = [f"{found.citation.text} → {_meaning(found)}"]
    lines += [f"  说明：{found.note}"] if found.note else []
    if found.article:
        lines += [f"  {line}" for line in found.article.text.split("\n")]
    if found.carried:
        lines.append(f"  参见：《{found.carried.title}》{found.carried.label}（{found.carried.version_label}）")
    return "\n".join(lines)


def _meaning(found: Resolution) -> str:
    if not found.found:
        return "没有找到"
    if found.precedent:
        return found.precedent.title
    if found.article is None:
        return f"《{found.instrument.title}》" if found.instrument else "没有找到"
    article = found.article
    place = found.citation.place if found.citation.number == article.number else article.label
    gist, start = "〔要旨〕" if article.is_gist else "", f"自{article.starts_on}起" if article.starts_on else ""
    return f"《{article.title}》{place}（{article.version_label}，{start}）{gist}"
