"""The story's figures against the filing standard (情节严重、数额较大 …) of an offence.

``judge`` compares figures; it says nothing about guilt. Limbs whose condition no document mentions are asked, not counted.
Acts that ended before a change of the figures are judged by both, and the milder outcome counts
(刑法第十二条；高检发释字〔2001〕5号第三条).
"""

from __future__ import annotations

from datetime import date

from casefiles.findings import where
from casefiles.model import Basis, Evidence, Standard, Story, Threshold
from casefiles.offences import Offence, load_metrics, load_offences
from casefiles.thresholds.choosing import Chosen, choose_figures
from casefiles.thresholds.limbs import Verdict
from casefiles.thresholds.regimes import Regime, judge_regime, limbs_of_day, limbs_of_today, milder, not_yet_a_crime
from casefiles.thresholds.wording import QUESTIONS

MILDER_LAW: tuple[Basis, ...] = ("刑法第十二条", "高检发释字〔2001〕5号第三条")


def judge(offence_code: str, story: Story, *, as_of: date) -> Threshold:
    """Judges ``story`` by the standard of ``offence_code``; ``as_of`` is the day of filing.

    Raises KeyError for a code that is no offence.
    """
    offence = load_offences()[offence_code]
    chosen = choose_figures(offence, story)
    today = judge_regime("现行标准", offence, limbs_of_today(offence, as_of), chosen.figures, story.conditions)
    of_the_act = _regime_of_the_act(offence, story, chosen, as_of, today)
    result = milder(today, of_the_act) if of_the_act else today
    doubtful = result.status == "not_met" and bool(story.unclear)
    return Threshold(
        status="unknown" if doubtful else result.status,
        tier=result.tier,
        figures=dict(chosen.figures),
        figures_source=dict(chosen.sources),
        limb=result.best.limb.title if result.best else "",
        basis=_basis(offence, result, of_the_act),
        questions=tuple(dict.fromkeys(_questions(offence, story, chosen, result))),
        arithmetic=tuple(_arithmetic(story, chosen, today, of_the_act, result)),
        standards=tuple(
            _told(regime, day, decides=regime is result)
            for regime, day in ((of_the_act, story.acts_until), (today, as_of))
            if regime and day
        ),
    )


def _told(regime: Regime, day: date, *, decides: bool) -> Standard:
    """One period of the law for the page that shows both side by side."""
    compared = [verdict for verdict in regime.verdicts if verdict.compared]
    best = regime.best.limb if regime.best else None
    return Standard(
        name=regime.name,
        day=day,
        status=regime.status,
        tier=regime.tier,
        limb=best.title if best else "",
        basis=tuple(dict.fromkeys(verdict.limb.basis for verdict in compared)),
        lines=(*(verdict.in_words for verdict in compared), f"结论：{_conclusion(regime)}。"),
        decides=decides,
    )


def _regime_of_the_act(offence: Offence, story: Story, chosen: Chosen, as_of: date, today: Regime) -> Regime | None:
    """The law of the day the acts ended, where it differs from today's and had a standard at all."""
    day = story.acts_until
    if day is None:
        return None
    name = f"行为时（{day:%Y-%m-%d}）的标准"
    if not_yet_a_crime(offence, today, day):
        return Regime(name, "not_met", None, None, ())
    limbs = limbs_of_day(offence, day)
    if not limbs or limbs == limbs_of_today(offence, as_of):
        return None
    return judge_regime(name, offence, limbs, chosen.figures, story.conditions)


def _basis(offence: Offence, result: Regime, of_the_act: Regime | None) -> tuple[Basis, ...]:
    tried = [verdict.limb for verdict in result.verdicts if verdict.compared and verdict.applies is not False]
    limbs = [result.best.limb] if result.best else tried
    citations = dict.fromkeys((offence.article, *(limb.basis for limb in limbs)))
    return (*citations, *(MILDER_LAW if of_the_act else ()))


def _questions(offence: Offence, story: Story, chosen: Chosen, result: Regime) -> list[str]:
    questions = [_torn(place) for place in story.unclear] + chosen.questions
    if story.acts_until is None:
        questions.append("侵权行为从何时开始、何时结束（或者持续至今）？")
    if result.status == "unknown" and not set(chosen.figures) & set(offence.usual_metrics):
        questions.append("请说明涉案数额或者数量，以及计算依据。")
    elif result.status == "unknown" and not any(map(_was_measured, result.verdicts)):
        questions.append(f"按{result.name}，还需要{_wanted(offence, result)}。")
    for verdict in result.verdicts:
        if verdict.applies is None and _would_help(verdict.tier, result):
            questions += [QUESTIONS[name] for name in verdict.unknown if name in QUESTIONS]
    return questions


def _was_measured(verdict: Verdict) -> bool:
    """Whether a stated figure was held against a limb that may apply."""
    return verdict.compared and verdict.applies is not False and bool(verdict.limb.metrics)


def _torn(place: Evidence) -> str:
    return f"{where(place)}的合计“{place.quote.strip()}”像是没有读全，或者比其中一行还小，请核对后写明正确的数额。"


def _wanted(offence: Offence, regime: Regime) -> str:
    """The usual figures that the limbs in question of this period of the law ask for."""
    asked = {metric for verdict in regime.verdicts if verdict.applies is not False for metric in verdict.limb.metrics}
    return "或者".join(load_metrics()[metric].name for metric in offence.usual_metrics if metric in asked)


def _would_help(tier: str | None, result: Regime) -> bool:
    """A condition is worth asking where its limb would be reached and would change the outcome."""
    return tier is not None and (result.status != "met" or (tier == "especially_serious" and result.tier != tier))


def _arithmetic(story: Story, chosen: Chosen, today: Regime, of_the_act: Regime | None, result: Regime) -> list[str]:
    lines = list(chosen.lines)
    for regime in (of_the_act, today):
        if regime:
            lines += [f"【{regime.name}】{verdict.in_words}" for verdict in regime.verdicts if verdict.compared]
            lines.append(f"【{regime.name}】结论：{_conclusion(regime)}。")
    if story.unclear and result.status == "not_met":
        lines.append("明细的合计像是没有读全，不能说数额没有达到，请核对后再比较。")
    if of_the_act:
        why = "两者结论相同，从旧，以" if of_the_act.mildness == today.mildness else "从旧兼从轻，以较轻的"
        lines.append(f"行为结束时适用的标准与现行标准不同，{why}{result.name}为准：{_conclusion(result)}。")
    if of_the_act and any(verdict.counts and verdict.limb.aggravated_ungraded for verdict in of_the_act.verdicts):
        lines.append("旧标准的加重档数额没有收录，请承办人核对。")
    if result.best and result.best.limb.grade in ("G", "D"):
        lines.append(f"{result.best.limb.basis}的数额未经原文核对（{result.best.limb.grade}级），请承办人核对。")
    if story.acts_from and story.acts_until and not of_the_act and _straddles(story.acts_from, story.acts_until, today):
        lines.append("行为跨越标准修改之日，持续到新标准施行以后，一般按现行标准，请承办人核对。")
    return lines


def _straddles(start: date, end: date, today: Regime) -> bool:
    return any(start < verdict.limb.starts <= end for verdict in today.verdicts)


def _conclusion(regime: Regime) -> str:
    if regime.status == "not_met" and not regime.verdicts:
        return "行为时的法律还没有把这种行为规定为犯罪"
    if regime.status == "not_met":
        return "已有数额没有达到任何一项适用的标准"
    if regime.status == "unknown":
        return "数额或者情形不明，不能比较"
    if regime.best and regime.best.limb.kind == "conduct":
        return "所述情形属于不以数额为标准的一项" + ("（加重档）" if regime.tier == "especially_serious" else "")
    return "达到加重档" if regime.tier == "especially_serious" else "达到立案的数额标准"
