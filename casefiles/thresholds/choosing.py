"""Which of several stated figures counts: appraisal over ledger over claim; nothing is added up twice.

A ledger of a part of the acts does not stand for all of them: then the larger claim counts, and what has no ledger is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from casefiles.model import Figure, FigureSource, Story
from casefiles.offences import Offence, load_metrics
from casefiles.thresholds.ladder import value_unsold
from casefiles.thresholds.wording import OF_SALES, PARTLY, SOURCES, amount_of, join_places

RANK: dict[FigureSource, int] = {"claimed": 0, "ledger": 1, "appraisal": 2}


@dataclass(slots=True)
class Chosen:
    """The figure per metric that counts, where it comes from, and the lines that explain the choice."""

    figures: dict[str, Decimal] = field(default_factory=dict)
    sources: dict[str, FigureSource] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)

    def put(self, metric: str, value: Decimal, source: FigureSource, line: str) -> None:
        self.figures[metric] = value
        self.sources[metric] = source
        self.lines.append(line)

    def weakest(self, metrics: Iterable[str]) -> FigureSource:
        return min((self.sources[metric] for metric in metrics), key=RANK.__getitem__)


def choose_figures(offence: Offence, story: Story) -> Chosen:
    """The figures that count for ``offence``, with totals derived from their parts (法释〔2025〕5号第二十八、二十九条)."""
    chosen = Chosen()
    for metric in dict.fromkeys(figure.metric for figure in story.figures):
        stated = [figure for figure in story.figures if figure.metric == metric]
        if not _claim_beyond(metric, stated, story, chosen):
            _choose(metric, stated, chosen)
    value_unsold(story, chosen)
    if offence.unsold_counts_as:
        _add_up_business(offence.unsold_counts_as, story, chosen)
    elif "sales_amount" in offence.metrics:
        _read_business_as_sales(chosen)
    _move_service_gains(offence, story, chosen)
    if _makes_labels(story):
        _count_all_made("label_count", "unsold_label_count", story, chosen)
    elif "copies" in offence.metrics and "unsold_copies" not in offence.metrics:
        _count_all_made("copies", "unsold_copies", story, chosen)
    _keep_what_matters(offence, chosen)
    return chosen


def _claim_beyond(metric: str, figures: list[Figure], story: Story, chosen: Chosen) -> bool:
    """Whether the claim counts because every ledger is of a part of the acts only; then it is put."""
    claims, ledgers = ([one for one in figures if one.source == source] for source in ("claimed", "ledger"))
    if not claims or not ledgers or len(claims) + len(ledgers) < len(figures):
        return False
    (claimed, _), (shown, how) = _one_value(claims), _one_value(ledgers)
    if not all(_leaves_out(one, claimed, shown, story) for one in ledgers):
        return False
    name, rest = load_metrics()[metric].name, claimed - shown
    why = "；".join(dict.fromkeys(PARTLY.get(one.covers, OF_SALES) for one in ledgers))
    line = (
        f"{name}：{amount_of(metric, claimed)}，取自{SOURCES['claimed']}{join_places(claims)}。{why}{join_places(ledgers)}{how}："
        f"有明细的 {shown:,}＋只有陈述的 {rest:,}＝{claimed:,}。"
    )
    chosen.put(metric, claimed, "claimed", line)
    chosen.questions.append(f"{name}中没有明细的 {amount_of(metric, rest)}，有无其他账册、流水或者平台记录？")
    return True


def _leaves_out(ledger: Figure, claimed: Decimal, shown: Decimal, story: Story) -> bool:
    """Whether a ledger shows less than is claimed because it is of a part. What only its days tell the figures must show, too."""
    if ledger.covers == "days" and claimed >= 2 * shown:
        return True
    made_not_sold = ledger.metric == "label_count" and _makes_labels(story) and not story.conditions.get("counted_as_sold")
    return claimed > shown and (ledger.covers == "part" or (ledger.of_sales and made_not_sold))


def _choose(metric: str, figures: list[Figure], chosen: Chosen) -> None:
    best = max((figure.source for figure in figures), key=RANK.__getitem__)
    rows = [figure for figure in figures if figure.source == best]
    value, how = _one_value(rows)
    name = load_metrics()[metric].name
    line = f"{name}：{amount_of(metric, value)}，取自{SOURCES[best]}{join_places(rows)}{how}。"
    others = {figure.value for figure in figures if figure.source != best and figure.value != value}
    if others:
        line += (
            f"其他材料另载 {'、'.join(amount_of(metric, other) for other in sorted(others))}，以{SOURCES[best]}为准，不重复相加。"
        )
    chosen.put(metric, value, best, line)


def _one_value(rows: list[Figure]) -> tuple[Decimal, str]:
    """One value for several statements of equal weight, and the words that say how it was found."""
    values = list(dict.fromkeys(row.value for row in rows))
    if len(values) == 1:
        return values[0], ""
    largest = max(values)
    rest = [value for value in values if value != largest]
    if sum(rest) == largest:
        return largest, f"（分项 {'＋'.join(f'{value:,}' for value in rest)}＝合计）"
    if rows[0].source == "ledger" and len({row.evidence.file for row in rows}) == len(values):
        return sum(values, Decimal(0)), f"（各份明细 {'＋'.join(f'{value:,}' for value in values)}）"
    return largest, f"（材料中另有 {'、'.join(f'{value:,}' for value in rest)}，未注明是否包括在内，不相加）"


def _add_up_business(total: str, story: Story, chosen: Chosen) -> None:
    """非法经营数额 covers goods made, stored, moved and sold: sold plus unsold where no total is stated."""
    parts = [metric for metric in ("sales_amount", "unsold_value") if metric in chosen.figures]
    name = load_metrics()[total].name
    if not parts:
        return
    if total not in chosen.figures:
        value = sum((chosen.figures[part] for part in parts), Decimal(0))
        terms = "＋".join(f"{load_metrics()[part].name} {chosen.figures[part]:,}" for part in parts)
        chosen.put(total, value, chosen.weakest(parts), f"{name}：{terms}＝{value:,} 元（法释〔2025〕5号第二十八条）。")
    elif "unsold_value" in parts and _is_of_sales_alone(total, story, chosen):
        sold, unsold = chosen.figures[total], chosen.figures["unsold_value"]
        line = (
            f"{name}：明细所载已销售的 {sold:,}＋尚未销售的货值 {unsold:,}＝{sold + unsold:,} 元（法释〔2025〕5号第二十八条）。"
        )
        chosen.put(total, sold + unsold, chosen.weakest((total, "unsold_value")), line)
    elif "unsold_value" in parts:
        chosen.questions.append(
            f"{name} {chosen.figures[total]:,} 元是否已经包括尚未销售的货值 {chosen.figures['unsold_value']:,} 元？"
        )


def _is_of_sales_alone(total: str, story: Story, chosen: Chosen) -> bool:
    """Whether the total comes from ledgers of sales: with the unsold goods it makes the total claimed, or none is claimed."""
    if chosen.sources[total] != "ledger":
        return False
    claims = {one.value for one in story.figures if one.metric == total and one.source == "claimed"}
    if claims:
        return chosen.figures[total] + chosen.figures["unsold_value"] in claims
    return all(one.of_sales for one in story.figures if one.metric == total and one.source == "ledger")


def _read_business_as_sales(chosen: Chosen) -> None:
    """A complaint of sale that states 非法经营数额 only: what is not unsold was sold."""
    if "sales_amount" in chosen.figures or "illegal_business" not in chosen.figures:
        return
    unsold = chosen.figures.get("unsold_value", Decimal(0))
    value = chosen.figures["illegal_business"] - unsold
    if value > 0:
        line = f"销售金额：材料以非法经营数额表述，减去尚未销售的货值 {unsold:,} 元，按 {value:,} 元计。"
        chosen.put("sales_amount", value, chosen.sources["illegal_business"], line)
        chosen.questions.append("材料写的是非法经营数额，请确认其中的销售金额是多少？")


def _move_service_gains(offence: Offence, story: Story, chosen: Chosen) -> None:
    """Gains from a service mark have their own standard (法释〔2025〕5号第三条第二款)."""
    service_only = "illegal_gains_service" in offence.metrics and story.conditions.get("subject") == "service"
    if service_only and "illegal_gains" in chosen.figures and "illegal_gains_service" not in chosen.figures:
        value = chosen.figures.pop("illegal_gains")
        source = chosen.sources.pop("illegal_gains")
        chosen.put("illegal_gains_service", value, source, f"涉案为服务商标，违法所得 {value:,} 元按服务商标的标准计。")


def _count_all_made(metric: str, unsold_metric: str, story: Story, chosen: Chosen) -> None:
    """Who makes labels or copies answers for every one made, sold or not (法释〔2025〕5号第六、十二、十三条)."""
    if unsold_metric not in chosen.figures:
        return
    unsold, counted = chosen.figures[unsold_metric], chosen.figures.get(metric, Decimal(0))
    # A number stated of those sold, or smaller than the unsold ones, cannot include them.
    sold = (story.conditions.get("counted_as_sold") and _is_claimed(metric, counted, story)) or _is_sold(metric, chosen, story)
    if counted < unsold or sold:
        name, total = load_metrics()[metric].name, counted + unsold
        line = f"由被控告人自己制造、复制的，查获、库存的也计入{name}：{counted:,}＋{unsold:,}＝{amount_of(metric, total)}。"
        chosen.put(metric, total, chosen.sources[unsold_metric], line)


def _makes_labels(story: Story) -> bool:
    return story.conditions.get("act") == "make_labels"


def _is_sold(metric: str, chosen: Chosen, story: Story) -> bool:
    """Whether the count comes from ledgers of sales, in which seized pieces do not stand."""
    ledgers = [one for one in story.figures if one.metric == metric and one.source == "ledger"]
    return chosen.sources.get(metric) == "ledger" and all(one.of_sales for one in ledgers)


def _is_claimed(metric: str, counted: Decimal, story: Story) -> bool:
    """Whether the complaint itself states the count; another paper's larger one is of all that was made."""
    claimed = {figure.value for figure in story.figures if figure.metric == metric and figure.source == "claimed"}
    return counted in claimed


def _keep_what_matters(offence: Offence, chosen: Chosen) -> None:
    parts = {"sales_amount", "unsold_value"} if offence.unsold_counts_as else set()
    for metric in set(chosen.figures) - offence.metrics - parts:
        del chosen.figures[metric], chosen.sources[metric]
