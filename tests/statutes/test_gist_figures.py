"""What the filing standards count by and what the library's gist of the same article says are the same figures."""

from __future__ import annotations

from decimal import Decimal

from casefiles.offences import load_offences
from statutes.casebook import METRICS
from statutes.library import Library

MONEY = {"illegal_gains", "illegal_gains_service", "illegal_business", "sales_amount", "unsold_value", "direct_loss", "loss"}


def written(metric: str, figure: Decimal) -> str:
    """``30000`` of money as gists write it: 3万元; of a count: 3万 or 500."""
    count = f"{(figure / 10000).normalize():f}万" if figure >= 10000 else f"{figure:f}"
    return count + ("元" if metric in MONEY else "")


def test_every_base_figure_stands_in_the_gist_of_the_article_it_rests_on() -> None:
    library, missing, checked = Library.bundled(), [], 0
    assert METRICS.keys() >= MONEY
    for offence in load_offences().values():
        for limb in offence.limbs:
            found = library.resolve(limb.basis, limb.starts)
            for test in limb.base:
                checked += 1
                if not found.article or written(test.metrics[0], test.at_least) not in found.article.text:
                    missing.append((limb.id, limb.basis, written(test.metrics[0], test.at_least)))
    assert missing == []
    assert checked > 60
